//! Whether anything in a foreign format might be withheld from some readers at some time.
//!
//! It asks the whole value, whatever becomes of its parts, and it errs on the side of silence: what is told of such an input
//! quotes nothing.

use crate::Format;
use article_card::article::Status;
use article_card::reading::json::Json;

/// Whether something in a value of that format says of itself, in words that can be read or not, that not everybody may
/// read it at any time.
pub(crate) fn is_stated(value: &Json<'_>, format: Format) -> bool {
    match value {
        Json::List(items) => items.iter().any(|item| is_stated(item, format)),
        Json::Object(members) => members
            .iter()
            .any(|(name, value)| states(name, value, format) || is_stated(value, format)),
        _ => false,
    }
}

fn states(name: &str, value: &Json<'_>, format: Format) -> bool {
    let says_other_than = |ordinary: &[&str]| match value {
        Json::Null => false,
        Json::Text(text) => {
            let text = text.trim();
            !text.is_empty() && !ordinary.iter().any(|word| text.eq_ignore_ascii_case(word))
        }
        _ => true,
    };
    if format != Format::Ninjs {
        // The `expires` of schema.org says of an article that is still there no more than that its news is old. A name may
        // stand behind a prefix.
        return name.ends_with("creativeWorkStatus")
            && says_other_than(&["published"])
            && !says_open(value);
    }
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let is_date = ["embargoed", "embargoeduntil", "expires"]
        .into_iter()
        .any(is);
    (is("pubstatus") && says_other_than(&["usable"])) || (is_date && says_other_than(&[]))
}

/// Whether it says one of the card's own states in which everybody may read an article.
fn says_open(value: &Json<'_>) -> bool {
    let Json::Text(text) = value else {
        return false;
    };
    Status::of_word(text.trim()).is_some_and(|status| status != Status::Withdrawn)
}
