//! What other formats say in the place of `embargoedUntil`, `expires` and `status`.
//!
//! Whoever writes one of these fields into the card's own JSON means that not everybody may read the article at any time. A
//! card does not know them, and shows nothing rather than what it should not.

use crate::article::Status;
use crate::json::Json;

/// How the names of such fields begin, in small letters and without what parts their words.
const NAMES: [&str; 18] = [
    "cancel",
    "embargo",
    "expir",
    "holduntil",
    "kill",
    "notafter",
    "notbefore",
    "publishafter",
    "pubstatus",
    "retract",
    "revoke",
    "unpublish",
    "validthrough",
    "validto",
    "validuntil",
    "withdr",
    "withheld",
    "withhold",
];
/// How the words of states begin, beside those, in which nobody outside of a newsroom may read an article.
const STATES: [&str; 8] = [
    "delet",
    "draft",
    "hold",
    "pending",
    "private",
    "remov",
    "scheduled",
    "spike",
];

/// Whether a field that a card does not know restricts who may read the article. Where it says nothing, it does not.
pub(super) fn restricts(name: &str, value: &Json<'_>) -> bool {
    let is_ours = matches!(name, "embargoedUntil" | "expires");
    !is_ours && begins(name, &NAMES) && !value.says_nothing()
}

/// Whether a state that a card does not know is one in which nobody may read the article.
pub(super) fn withholds(state: &str) -> bool {
    Status::of(state).is_none() && (begins(state, &NAMES) || begins(state, &STATES))
}

fn begins(text: &str, words: &[&str]) -> bool {
    let letters = text.bytes().filter(u8::is_ascii_alphabetic);
    let mut letters = letters.map(|letter| letter.to_ascii_lowercase());
    let first = letters.next();
    words.iter().any(|word| {
        let mut word = word.bytes();
        let mut letters = letters.clone();
        // Most names begin otherwise, which is told by one letter.
        word.next() == first && word.all(|letter| letters.next() == Some(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::{NAMES, STATES, restricts, withholds};
    use crate::json::Json;

    #[test]
    fn each_row_restricts_however_it_is_written() {
        for beginning in NAMES {
            let (first, rest) = beginning.split_at(3);
            for name in [
                beginning.to_owned(),
                format!("{first}_{rest}_at"),
                format!("{}edOn", beginning.to_uppercase()),
                format!("{first}-{rest}"),
            ] {
                assert!(restricts(&name, &Json::Text("2034-01-01".into())), "{name}");
                assert!(withholds(&name), "{name}");
            }
        }
        for state in STATES {
            assert!(withholds(&format!("{state}ed")), "{state}");
        }
        assert!(withholds("Withdrawn") && withholds(" CANCELED"));
    }

    #[test]
    fn others_are_harmless_and_so_is_what_says_nothing() {
        let text = Json::Text("2034-01-01".into());
        for name in [
            "embargoedUntil",
            "expires",
            "usageterms",
            "rights",
            "headline",
            "experience",
            "published",
            "",
            "ü",
            "9",
        ] {
            assert!(!restricts(name, &text), "{name}");
        }
        let nothing = [
            Json::Null,
            Json::Bool(false),
            Json::Text(" ".into()),
            Json::List(Vec::new()),
            Json::Object(Vec::new()),
        ];
        for value in nothing {
            assert!(!restricts("canceled", &value), "{value:?}");
        }
        assert!(restricts("canceled", &Json::Bool(true)));
        for state in ["live", "withdrawn", "published", "final", "updated", ""] {
            assert!(!withholds(state), "{state}");
        }
    }
}
