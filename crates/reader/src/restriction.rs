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
    let Json::Text(text) = value else {
        return !matches!(value, Json::Null) && is_restriction(name, format);
    };
    let text = text.trim();
    let is_ordinary = if format == Format::Ninjs {
        name.eq_ignore_ascii_case("pubstatus") && text.eq_ignore_ascii_case("usable")
    } else {
        text.eq_ignore_ascii_case("published")
            || Status::of(&text.to_ascii_lowercase())
                .is_some_and(|status| status != Status::Withdrawn)
    };
    !text.is_empty() && !is_ordinary && is_restriction(name, format)
}

/// Whether a member of that name restricts who may read an article, unless its value is an ordinary one.
fn is_restriction(name: &str, format: Format) -> bool {
    if format != Format::Ninjs {
        // The `expires` of schema.org says of an article that is still there no more than that its news is old. A name may
        // stand behind a prefix.
        return name.ends_with("creativeWorkStatus");
    }
    [
        "pubstatus",
        "embargo",
        "embargoed",
        "embargoeduntil",
        "expires",
    ]
    .into_iter()
    .any(|known| name.eq_ignore_ascii_case(known))
}
