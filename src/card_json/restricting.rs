//! What other formats say in the place of `embargoedUntil`, `expires` and `status`.
//!
//! Whoever writes one of these fields into the card's own JSON means that not everybody may read the article at any time. A
//! card does not know them, and shows nothing rather than what it should not.

use super::fields::Fields;
use crate::json::Json;
use crate::report::{Code, Reason};

/// How the names of such fields begin, in small letters and without what parts their words.
const NAMES: [&str; 17] = [
    "cancel",
    "embargo",
    "expir",
    "holduntil",
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
const STATES: [&str; 14] = [
    "delet",
    "draft",
    "future",
    "hidden",
    "hold",
    "inactive",
    "kill",
    "pending",
    "private",
    "reject",
    "remov",
    "scheduled",
    "spike",
    "trash",
];

impl Fields<'_> {
    /// Refuses the article for what restricts it, or a part of it, in a way that a card does not know.
    pub(super) fn refuse_restrictions(&self) {
        for (name, value) in self.members {
            let Some(word) = self.restricts(name, value) else {
                continue;
            };
            let path = self.path.write();
            // In a page the name would be taken out again, since readers are told nothing of such an article.
            let path = if cfg!(feature = "places") {
                path.member(name).at(value.at())
            } else {
                path
            };
            let reason = Reason::from("a field named ").and(word);
            let reason = reason.and("… may restrict the article, which a card knows by its embargoedUntil, expires and status");
            let mut report = self.context.report.borrow_mut();
            report.refuse(Code::UnknownField, path, reason);
        }
    }

    /// The word of the table by which a field restricts who may read the article, in a way that a card does not know.
    pub(super) fn restricts(&self, name: &str, value: &Json<'_>) -> Option<&'static str> {
        let is_article = self.path.object.is_none();
        let is_ours = matches!(name, "embargoedUntil" | "expires" | "status");
        // The card's own words have names of their own, such as `withdrawn`.
        let is_known = (is_article && is_ours) || self.path.name == "labels";
        (!is_known).then(|| restricts(name, value)).flatten()
    }

    /// Refuses the article if a field that restricts it stands more than once: nobody can tell which was meant.
    pub(super) fn stands_once(&self, name: &'static str) -> bool {
        self.ask(name);
        let mut named = self.members.iter().filter(|(member, _)| member == name);
        let is_once = named.nth(1).is_none();
        if !is_once {
            let reason = "what restricts an article may stand only once";
            self.refuse(name, Code::DuplicateField, reason.into());
        }
        is_once
    }
}

/// The word of the table by which a field restricts; none where it says nothing, or no.
fn restricts(name: &str, value: &Json<'_>) -> Option<&'static str> {
    let says_no = match value {
        Json::Text(text) => ["false", "no", "0"].contains(&text.trim_ascii()),
        Json::Number(number) => number.value() == 0.0,
        _ => false,
    };
    let state = || match value {
        Json::Bool(_) => begins(name, &STATES),
        Json::Text(state) if name == "status" && withholds(state) => Some("status"),
        _ => None,
    };
    // Most names are others, so that is asked first.
    let word = begins(name, &NAMES).or_else(state)?;
    (!says_no && !value.says_nothing()).then_some(word)
}

/// Whether a state is one in which nobody may read the article.
pub(super) fn withholds(state: &str) -> bool {
    begins(state, &NAMES)
        .or_else(|| begins(state, &STATES))
        .is_some()
}

/// The word that the letters of a text begin with, by themselves or after "is" or "date", as in `isEmbargoed` and
/// `dateExpires`.
fn begins(text: &str, words: &[&'static str]) -> Option<&'static str> {
    /// Those of the longest word, and of what may stand before it.
    const LONGEST: usize = 16;
    let mut letters = [0; LONGEST];
    let written = text.bytes().filter(u8::is_ascii_alphabetic);
    for (place, letter) in letters.iter_mut().zip(written) {
        *place = letter.to_ascii_lowercase();
    }
    ["", "is", "date"].into_iter().find_map(|before| {
        let rest = letters.strip_prefix(before.as_bytes())?;
        let mut words = words.iter();
        words
            .find(|word| rest.starts_with(word.as_bytes()))
            .copied()
    })
}

#[cfg(test)]
mod tests {
    use super::{begins, restricts, withholds};
    use crate::json::Json;

    /// Names that content systems and formats write.
    const NAMES: &str = "cancel canceled Cancelled cancelled_at canceledOn embargo embargoed embargo_until embargoDate \
        isEmbargoed is_embargoed expire expires_at expiry expiration_date expirationDate dateExpires hold_until holdUntil \
        not-after notBefore publishAfter pubstatus pubStatus retracted retractedAt revoked unpublish unpublish_on \
        unpublishAt validThrough valid_to validUntil withdrawn withdraw_date isWithdrawn withheld withholdUntil";

    #[test]
    fn every_word_is_found_whole_whatever_stands_before_it() {
        for word in super::NAMES.into_iter().chain(super::STATES) {
            for before in ["", "is", "date_"] {
                let found = begins(&format!("{before}{word}"), &[word]);
                assert_eq!(found, Some(word), "{before}");
                let (cut, _) = word.split_at(word.len() - 1);
                assert_eq!(begins(&format!("{before}{cut}"), &[word]), None, "{before}");
            }
        }
    }

    #[test]
    fn each_name_restricts_however_it_is_written() {
        for name in NAMES.split_whitespace() {
            let text = Json::Text("2034-01-01".into());
            assert!(restricts(name, &text).is_some(), "{name}");
            assert!(restricts(name, &Json::Bool(true)).is_some(), "{name}");
        }
        for name in [
            "draft",
            "isDraft",
            "hidden",
            "private",
            "deleted",
            "trashed",
            "is_private",
        ] {
            assert!(restricts(name, &Json::Bool(true)).is_some(), "{name}");
            assert_eq!(
                restricts(name, &Json::Text("a text".into())),
                None,
                "{name}"
            );
        }
        for state in [
            "Withdrawn",
            " CANCELED",
            "draft",
            "auto-draft",
            "future",
            "trash",
            "pending",
            "private",
            "deleted",
            "removed",
            "on hold",
            "hold",
            "killed",
            "rejected",
            "scheduled",
            "spiked",
            "unpublished",
            "inactive",
            "hidden",
            "embargoed",
            "expired",
        ] {
            let is_known = !["auto-draft", "on hold"].contains(&state);
            assert_eq!(withholds(state), is_known, "{state}");
        }
    }

    #[test]
    fn others_are_harmless_and_so_is_what_says_nothing() {
        let text = Json::Text("2034-01-01".into());
        for name in [
            "usageterms",
            "rights",
            "headline",
            "experience",
            "published",
            "killerQuote",
            "killed",
            "island",
            "data",
            "isLive",
            "date",
            "dateline",
            "releaseDate",
            "",
            "ü",
            "9",
        ] {
            assert_eq!(restricts(name, &text), None, "{name}");
        }
        let nothing = [
            Json::Null,
            Json::Bool(false),
            Json::Text(" ".into()),
            Json::Text("false".into()),
            Json::Text("no".into()),
            Json::Text("0".into()),
            Json::List(Vec::new()),
            Json::Object(Vec::new()),
        ];
        for value in nothing {
            assert_eq!(restricts("canceled", &value), None, "{value:?}");
        }
        for state in ["live", "published", "final", "updated", ""] {
            assert!(!withholds(state), "{state}");
        }
        assert_eq!(
            restricts("status", &Json::Text("withdrawn".into())),
            Some("status")
        );
    }
}
