//! Text from outside, made fit to be shown.
//!
//! It stays text: nothing here reads markup, and nothing but invisible characters is taken out. What can be written in more
//! than one way is written in one, Unicode's normal form C (UAX #15): by the browser itself there, by ICU4X natively.

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
mod native;

use super::Text;
use crate::characters::is_direction_control;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
use browser::compose;
#[cfg(all(
    feature = "prerender",
    all(target_arch = "wasm32", target_os = "unknown")
))]
use browser::is_composed;
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
use native::compose;
#[cfg(all(
    feature = "prerender",
    not(all(target_arch = "wasm32", target_os = "unknown"))
))]
use native::is_composed;

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

/// At most four characters are composed to one (UAX #15), and a cut keeps half of them: so many times the limit are
/// enough for it, and however long a run of marks is, no more of it has to be put in order.
const ENOUGH: usize = 8;

/// Collapses white space and ends of lines, removes what cannot be seen but can do harm, composes what is left (normal form
/// C), and cuts to `limit` characters.
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
    if !raw.chars().any(may_be_composed) {
        return tidy(raw, limit);
    }
    // What stands between a letter and its mark has to be out first.
    let whole = tidy(raw, limit * ENOUGH);
    let composed = compose(whole.text.as_deref().unwrap_or_default());
    let composed = tidy(&composed, limit);
    Cleaned {
        truncated: whole.truncated || composed.truncated,
        removed: whole.removed,
        ..composed
    }
}

/// The same without composing anything.
fn tidy(raw: &str, limit: usize) -> Cleaned {
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
    let mut is_as_it_stands = true;
    for character in raw.chars() {
        let is_plain = match character {
            '!'..='~' => true,
            ' ' => before != ' ',
            _ => !is_gap(character) && !is_unwanted(character),
        };
        if !is_plain {
            return false;
        }
        is_as_it_stands &= !may_be_composed(character);
        before = character;
        length += 1;
    }
    length <= limit
        && !is_unseen(before)
        && !raw.starts_with(is_unseen)
        && (is_as_it_stands || is_composed(raw))
}

/// Whether normal form C may change the character, or one before it. False for letters of Latin and for punctuation, so
/// that most texts are not looked at again.
const fn may_be_composed(character: char) -> bool {
    !matches!(character, ..'\u{300}' | '\u{2002}'..'\u{20d0}')
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
        *text = compose(text);
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
        assert_eq!(clean("abcdx\u{301}fgh", 6).text.as_deref(), Some("abcd…"));
        assert!(!clean("just right", 10).truncated);
    }

    #[test]
    fn what_can_be_written_in_two_ways_is_written_in_one() {
        assert_eq!(cleaned("Cafe\u{301}"), "Café");
        assert_eq!(cleaned("\u{1112}\u{1161}\u{11ab}"), "한");
        assert_eq!(cleaned("한\u{11ab}"), "한\u{11ab}");
        assert_eq!(cleaned("하\u{11ab}"), "한");
        // Two marks in the wrong order, and a letter that is composed no more.
        assert_eq!(
            cleaned("o\u{301}\u{323} \u{958}"),
            "ọ\u{301} \u{915}\u{93c}"
        );
        // What stood between the two is left out first.
        assert_eq!(cleaned("e\0\u{301}"), "é");
        let composed = clean("e\u{301}", 1);
        assert_eq!(composed.text.as_deref(), Some("é"));
        assert!(!composed.removed && !composed.truncated);
    }

    #[test]
    fn the_limit_counts_composed_characters() {
        assert!(!clean(&"e\u{301}".repeat(9), 9).truncated);
        assert_eq!(
            clean(&"e\u{301}".repeat(10), 9).text.as_deref(),
            Some("éééééééé…")
        );
        assert!(!clean(&"\u{3b1}\u{313}\u{300}\u{345}".repeat(9), 9).truncated);
        assert!(clean(&"\u{3b1}\u{313}\u{300}\u{345}".repeat(10), 9).truncated);
    }

    /// Marks in the worst of orders, as many as an input can have: putting them in order takes longer the more there are.
    #[test]
    fn of_a_run_of_marks_no_more_is_composed_than_a_text_of_its_limit_needs() {
        let marks = format!("a{}", "\u{301}\u{323}".repeat(500_000));
        let looked_at = tidy(&marks, 500 * ENOUGH).text.unwrap();
        assert!(looked_at.chars().count() <= 500 * ENOUGH);
        let cleaned = clean(&marks, 500);
        assert!(cleaned.truncated);
        assert!(cleaned.text.unwrap().chars().count() <= 500);
    }

    /// By the tables of ICU4X: each stands for itself, has no place among marks, and is no second part of any other.
    #[test]
    fn what_is_not_looked_at_again_cannot_be_composed() {
        use icu_normalizer::properties::{
            CanonicalCombiningClassMapBorrowed, CanonicalDecompositionBorrowed, Decomposed,
        };
        let classes = CanonicalCombiningClassMapBorrowed::new();
        let parts = CanonicalDecompositionBorrowed::new();
        let mut seen = 0;
        for character in '\0'..=char::MAX {
            if !may_be_composed(character) {
                assert_eq!(classes.get_u8(character), 0, "{character:?}");
                assert_eq!(compose(&character.to_string()), character.to_string());
                seen += 1;
            }
            if let Decomposed::Expansion(_, second) = parts.decompose(character) {
                assert!(may_be_composed(second), "{character:?} has {second:?}");
            }
        }
        assert!(seen > 900, "{seen}");
    }

    #[test]
    fn what_is_clean_stays_as_it_is() {
        use proptest::prelude::*;
        const PIECES: [&str; 24] = [
            "a", "e", "Word", " ", "\u{a0}", "\u{85}", "\0", "\u{301}", "\u{323}", "\u{308}", "é",
            "\u{1112}", "\u{1161}", "\u{11ab}", "하", "\u{2067}", "\u{2069}", "\u{202e}",
            "\u{200d}", "👩", "🇩🇪", "\u{958}", "\u{2000}", "\u{212b}",
        ];
        let piece = prop_oneof![
            prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ];
        let text = (prop::collection::vec(piece, 0..40), 1_usize..20);
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(4000)
        });
        runner
            .run(&text, |(pieces, limit)| {
                let Some(text) = clean(&pieces.concat(), limit).text else {
                    return Ok(());
                };
                prop_assert!(text.chars().count() <= limit, "{:?}", text);
                prop_assert_eq!(&compose(&text), &*text);
                // Where a cut leaves an isolate out that stood between two spaces, both stay; a page shows one.
                if text.contains("  ") {
                    return Ok(());
                }
                let again = Cleaned {
                    text: Some(text.clone()),
                    removed: false,
                    truncated: false,
                };
                prop_assert_eq!(clean(&text, limit), again);
                Ok(())
            })
            .unwrap();
    }
}
