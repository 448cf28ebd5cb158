//! Whether headlines, and other lines of a newsroom, are the same: white space and the case of letters do not tell, for
//! pages write many a headline in capitals.

/// In bytes; no program cuts a line to less.
const SHORTEST_CUT: usize = 50;

/// Whether both have the same words.
pub(crate) fn are_same(one: &str, other: &str) -> bool {
    after(one, other).is_some_and(|rest| rest.trim().is_empty())
}

/// What follows the line in a text that begins with it.
pub(crate) fn after<'t>(text: &'t str, line: &str) -> Option<&'t str> {
    let mut rest = text;
    for word in line.split_whitespace() {
        let next = rest.trim_start();
        // Between two words stands a space.
        if rest.len() < text.len() && next.len() == rest.len() {
            return None;
        }
        let mut letters = next.chars();
        for letter in word.chars() {
            if small(letters.next()?) != small(letter) {
                return None;
            }
        }
        rest = letters.as_str();
    }
    Some(rest)
}

/// Whether the whole line is there of which the other is only the start, as its dots say or, of a long one, its last word.
pub(crate) fn completes(whole: &str, line: &str) -> bool {
    let start = without_dots(line);
    let Some(rest) = after(whole, start.unwrap_or(line)) else {
        return false;
    };
    let goes_on = |rest: &str| rest.chars().next().is_some_and(is_of_word);
    let is_cut = match start {
        Some(start) => !start.trim().is_empty() && goes_on(rest.trim_start()),
        None => line.len() >= SHORTEST_CUT && goes_on(rest),
    };
    is_cut && without_dots(whole).is_none()
}

fn without_dots(line: &str) -> Option<&str> {
    let line = line.trim_end();
    line.strip_suffix('…').or_else(|| line.strip_suffix("..."))
}

/// Whether words have it in them. The standard library's table of letters weighs more than all of this; here every sign
/// beyond ASCII is one but spaces, dashes and dots.
fn is_of_word(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || (sign > '\u{bf}' && !('\u{2000}'..'\u{2070}').contains(&sign))
}

/// The small letter of Latin, Greek and Cyrillic; the standard library's table of all scripts weighs more than all that
/// compares headlines.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let distance = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'ς' => 1,
        // Here each capital stands before its small letter, most of them at even places.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            1 - code % 2
        }
        'Ĺ'..='ž' => code % 2,
        _ => 0,
    };
    char::from_u32(code + distance).unwrap_or(letter)
}

/// Whether it is a capital letter of Latin, Greek or Cyrillic.
pub(crate) fn is_capital(letter: char) -> bool {
    // Of the one both are small letters, and the small letter of the other stands far from it.
    (small(letter) != letter && letter != 'ς') || letter == 'Ÿ'
}

/// Whether it is a small letter of these.
pub(crate) fn is_small(letter: char) -> bool {
    match letter {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' => true,
        'Ā'..='ž' | 'Ҋ'..='ԯ' | 'Ḁ'..='ỿ' => !is_capital(letter),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{after, are_same, completes, is_capital, is_small};

    #[test]
    fn headlines_are_the_same_whatever_their_spaces_and_case() {
        for (one, other) in [
            (" A  Port\n", "a port"),
            ("ПОРТ ОТКРЫТ, ЎРА", "Порт открыт, ўра"),
            ("ÉTÉ À LA PLAGE", "Été à la plage"),
            ("ŻÓŁTA ŁÓDŹ, ĽAD", "Żółta łódź, ľad"),
            ("HÀ NỘI MỞ BẾN CẢNG", "Hà Nội mở bến cảng"),
            ("ΝΕΟΣ ΣΤΑΘΜΟΣ", "Νεος σταθμος"),
            ("港口重新開放", "港口重新開放"),
            ("", " "),
        ] {
            assert!(are_same(one, other), "{one}");
            assert!(are_same(other, one), "{other}");
        }
        for (one, other) in [
            ("A port", "A port reopens"),
            ("A port", "Aport"),
            ("A port", "A ports"),
            ("A port", ""),
            ("×", "÷"),
        ] {
            assert!(!are_same(one, other), "{one}");
            assert!(!are_same(other, one), "{other}");
        }
    }

    #[test]
    fn capitals_are_those_of_the_standard_library() {
        let latin = ('A'..='Z')
            .chain('a'..='z')
            .chain('À'..='ŷ')
            .chain('Ÿ'..='ž')
            .chain('Ạ'..='ỹ');
        for letter in latin
            .chain('Σ'..='Ω')
            .chain('ά'..='ώ')
            .chain('А'..='џ')
            .chain('Қ'..='ҿ')
        {
            // It is not in use any more.
            if letter != 'ŉ' {
                assert_eq!(is_capital(letter), letter.is_uppercase(), "{letter}");
                assert_eq!(is_small(letter), letter.is_lowercase(), "{letter}");
            }
        }
        assert!(!is_capital('ς') && !is_capital('港') && !is_capital('ש'));
    }

    #[test]
    fn what_begins_with_a_line_goes_on_after_it() {
        assert_eq!(
            after("A PIER  opens | Coast", "a pier opens "),
            Some(" | Coast")
        );
        assert_eq!(after("A pierhead", "A pier"), Some("head"));
        assert_eq!(after("A pier", "A pier opens"), None);
    }

    #[test]
    fn a_line_that_is_cut_is_completed() {
        let long = "A pier that nobody wanted is open again, and the counc";
        for (whole, line) in [
            ("A pier opens again in May", "A pier opens ag..."),
            ("A pier opens again in May", "A PIER opens …"),
            ("Ein Pier öffnet", "Ein Pier…"),
            (&format!("{long}il pays"), long),
        ] {
            assert!(completes(whole, line), "{line}");
        }
        for (whole, line) in [
            ("A pier opens again", "A pier opens"),
            ("A pier opens.", "A pier opens..."),
            ("A pier opens again", "A pier opens."),
            ("A pier opens again", "A pier op"),
            ("And then… | The Herald", "And then…"),
            ("And then | The Herald", "And then…"),
            ("And then – The Herald", "And then…"),
            ("And then they…", "And then…"),
            ("A ferry opens", "A pier…"),
            ("A pier", "…"),
            (&format!("{long} pays"), long),
        ] {
            assert!(!completes(whole, line), "{line}");
        }
    }
}
