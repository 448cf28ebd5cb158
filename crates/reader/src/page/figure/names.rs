//! Which words are the names of photographers and agencies, where no other word says so.

use super::super::words::{AGENCIES, NO_CREDITS, PICTURE_AGENCIES};

/// The longest names, in bytes.
const LONGEST: usize = 60;

/// Whether the text is names of photographer and agency with a stroke between them, such as "Tom Pascoe/Agency". Two words
/// with a stroke may be anything: one of the names is of two words, or one that sells pictures.
pub(super) fn is_names(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let letters = |part: &str| part.chars().filter(|sign| sign.is_alphabetic()).count();
    let has_agency = parts.iter().any(|part| has_agency(part));
    let is_part = |part: &&str| {
        letters(part) >= 2 && (has_agency || part.starts_with(|sign: char| !sign.is_lowercase()))
    };
    let has_two_words = |part: &&str| part.split_whitespace().count() >= 2;
    text.len() <= LONGEST
        && (2..=4).contains(&parts.len())
        && parts.iter().all(is_part)
        && (has_agency || parts.iter().any(has_two_words))
        && is_name(text)
}

/// Whether the text may be a name: its words have capitals, but for such as "van" and "and".
pub(super) fn is_name(text: &str) -> bool {
    /// In characters.
    const SHORT: usize = 3;
    let words = text.split(|sign: char| sign.is_whitespace() || sign == '/');
    let words = words.filter(|word| !word.is_empty());
    let (small, capital): (Vec<&str>, Vec<&str>) =
        words.partition(|word| word.starts_with(char::is_lowercase));
    let is_number = |word: &&str| word.starts_with(|sign: char| sign.is_numeric());
    let is_other = |word: &&str| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        NO_CREDITS.contains(&word.to_lowercase())
    };
    let is_short = |word: &&str| word.chars().count() <= SHORT;
    let is_capital =
        !capital.is_empty() && capital.len() >= small.len() && small.iter().all(is_short);
    !text.ends_with(['.', '!', '?'])
        && !capital.iter().any(is_number)
        && !capital.iter().chain(&small).any(is_other)
        && (is_capital || has_agency(text))
}

/// Whether one of the words is the sign of an agency, or the name of who sells pictures.
fn has_agency(text: &str) -> bool {
    let mut words = text.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| {
        AGENCIES.iter().any(|own| own.eq_ignore_ascii_case(word))
            || PICTURE_AGENCIES.contains(&word.to_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_names};

    #[test]
    fn a_stroke_alone_makes_no_names() {
        for names in [
            "Tom Pascoe/Agency",
            "J. Doe/Agency",
            "Agency/Tom Pascoe",
            "Getty Images/AFP",
            "picture alliance/dpa",
            "Tom Pascoe / Herald / dpa",
            "Jan van Dam/Agency",
            "Westend61/Getty Images",
            "山田太郎/AFP",
        ] {
            assert!(is_names(names), "{names}");
        }
        for other in [
            "160 km/h",
            "left/right",
            "Left/Right side",
            "she/her",
            "13/14 ft",
            "Before/After",
            "Putin/Xi",
            "Home/Away",
            "Seen from the north/south bank",
            "Seen/Heard",
        ] {
            assert!(!is_names(other), "{other}");
        }
    }

    #[test]
    fn a_name_has_capitals() {
        for name in [
            "Agency",
            "Tom Pascoe",
            "Presidency of the Republic",
            "imago images",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "",
            "2019",
            "Left to right",
            "Left",
            "Subscribe to the magazine",
            "May 2019",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
