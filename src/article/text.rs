//! Text from outside, made fit to be shown.
//!
//! It stays text: nothing here reads markup, and nothing but invisible characters is taken out.

use super::Text;
use crate::characters::is_direction_control;

/// Text after cleaning, with what was done to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The text; `None` if nothing visible was in it.
    pub text: Option<Text>,
    /// Control and direction characters were removed.
    pub removed: bool,
    /// It was cut to the limit.
    pub truncated: bool,
}

/// Collapses white space and ends of lines, removes what cannot be seen but can do harm, and cuts to `limit` characters.
///
/// No-break spaces stay, because French and Russian typography needs them; so do joiners and soft hyphens.
/// Embeddings and overrides (UAX #9) go; isolates stay where each is closed, because an unmatched one would
/// reach beyond its own text.
#[must_use]
pub fn clean(raw: &str, limit: usize) -> Cleaned {
    #[cfg(feature = "prerender")]
    if is_clean(raw, limit) {
        return Cleaned {
            text: Some(raw.into()),
            removed: false,
            truncated: false,
        };
    }
    let keeps_isolates = isolates_balance(raw);
    let mut text = String::with_capacity(raw.len());
    let mut removed = false;
    let mut length = 0;
    // In bytes and in characters.
    let mut word_end = (0, 0);
    let mut truncated = false;
    let mut gap = false;
    for character in raw.chars() {
        if is_gap(character) {
            gap = true;
            continue;
        }
        let is_isolate = matches!(character, '\u{2066}'..='\u{2069}');
        if is_unwanted(character) && !(is_isolate && keeps_isolates) {
            removed = true;
            continue;
        }
        let has_gap = gap && !text.is_empty();
        if length + usize::from(has_gap) >= limit {
            truncated = true;
            // The word that has just ended is whole, and leaves room for the sign of the cut.
            if has_gap && length < limit {
                word_end = (text.len(), length);
            }
            break;
        }
        if has_gap {
            word_end = (text.len(), length);
            text.push(' ');
            length += 1;
        }
        gap = false;
        text.push(character);
        length += 1;
    }
    if truncated {
        cut(&mut text, word_end, limit);
    }
    // A no-break space alone shows nothing, nor does a joiner that joins nothing.
    let trimmed = text.trim();
    let trimmed = if trimmed.chars().all(is_unseen) {
        ""
    } else {
        trimmed
    };
    Cleaned {
        text: (!trimmed.is_empty()).then(|| trimmed.into()),
        removed,
        truncated,
    }
}

/// Most texts are clean as they come, and are copied in one piece: nothing is left out or collapsed, and something can be
/// seen. A page's reader would download 0.2 KB more.
#[cfg(feature = "prerender")]
fn is_clean(raw: &str, limit: usize) -> bool {
    let mut length = 0;
    let mut before = ' ';
    for character in raw.chars() {
        let is_plain = match character {
            '!'..='~' => true,
            ' ' => before != ' ',
            _ => !is_gap(character) && !is_unwanted(character),
        };
        if !is_plain {
            return false;
        }
        before = character;
        length += 1;
    }
    length <= limit && !is_unseen(before) && !raw.starts_with(is_unseen)
}

/// White space that collapses.
const fn is_gap(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// What is left out, isolates only if they are not closed.
fn is_unwanted(character: char) -> bool {
    character.is_control()
        || is_direction_control(character)
        || matches!(
            character,
            '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Cuts at the last word, unless that would lose half of the text: then before the last whole character.
fn cut(text: &mut String, (word_end, characters): (usize, usize), limit: usize) {
    if characters > limit / 2 {
        text.truncate(word_end);
    } else {
        loop {
            while text
                .chars()
                .next_back()
                .is_some_and(joins_what_stands_before)
            {
                text.pop();
            }
            let is_flag = |last: Option<char>| matches!(last, Some('\u{1f1e6}'..='\u{1f1ff}'));
            if is_flag(text.pop()) && is_flag(text.chars().next_back()) {
                text.pop();
            }
            if !text.ends_with('\u{200d}') {
                break;
            }
        }
    }
    // A cut between an isolate and its end would let it reach further.
    if !isolates_balance(text) {
        text.retain(|character| !is_direction_control(character));
    }
    text.push('…');
}

fn isolates_balance(text: &str) -> bool {
    let mut open = 0_u32;
    for character in text.chars() {
        match character {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => return false,
            '\u{2069}' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// What shows nothing by itself.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}')
}

/// The common marks that belong to the character before them: combining accents, selectors, joiners, skin tones.
const fn joins_what_stands_before(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The characters of IANA names; whether the name is known, the platform says.
pub(crate) fn is_zone_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/_-+".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn cleaned(raw: &str) -> String {
        clean(raw, 100)
            .text
            .map_or_else(String::new, |text| text.to_string())
    }

    #[test]
    fn white_space_collapses_and_no_break_spaces_stay() {
        assert_eq!(cleaned("  a \r\n\t b\u{2028}c "), "a b c");
        // Word processors end lines by these.
        assert_eq!(cleaned("a\u{b}b\u{85}c"), "a b c");
        assert_eq!(
            cleaned("«\u{a0}Non\u{202f}!\u{a0}»"),
            "«\u{a0}Non\u{202f}!\u{a0}»"
        );
        assert_eq!(clean("\u{a0} \u{a0}", 9).text, None);
    }

    #[test]
    fn control_characters_go_and_are_reported() {
        let nul = clean("a\0b\u{86}\u{feff}c\u{1b}[31m", 100);
        assert_eq!(nul.text.as_deref(), Some("abc[31m"));
        assert!(nul.removed);
        assert!(!clean("می\u{200c}خواهم 👩\u{200d}🚀", 100).removed);
    }

    #[test]
    fn overrides_go_and_isolates_stay_only_when_closed() {
        assert_eq!(
            cleaned("Invoice \u{202e}gpj.exe\u{202c} is safe"),
            "Invoice gpj.exe is safe"
        );
        assert_eq!(
            cleaned("a \u{2067}سلام\u{2069} b"),
            "a \u{2067}سلام\u{2069} b"
        );
        assert_eq!(cleaned("\u{2067}unclosed"), "unclosed");
        assert_eq!(cleaned("surplus\u{2069}\u{2069} text"), "surplus text");
    }

    #[test]
    fn long_text_is_cut_at_a_word_or_before_a_whole_character() {
        assert_eq!(clean("one two three", 9).text.as_deref(), Some("one two…"));
        assert_eq!(
            clean("a\u{2067}bc def gh\u{2069}", 8).text.as_deref(),
            Some("abc de…")
        );
        assert_eq!(clean("abcde\u{301}fgh", 6).text.as_deref(), Some("abcd…"));
        assert!(!clean("just right", 10).truncated);
    }
}
