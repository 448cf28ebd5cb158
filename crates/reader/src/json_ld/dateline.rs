//! The place that the story was filed from.

use super::node::Node;
use crate::clean::Cleaner;
use crate::search::{before, trim};
use crate::{dateline, markup};
use article_card::article::Text;
use article_card::article::limits::LABEL;
use article_card::report::{Code, Reason};

/// The place, from a dateline of its own, or from the one that the text begins with.
pub(super) fn dateline(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    for found in node.texts("dateline", cleaner) {
        let text = markup::to_text(found.text()?);
        let place = place(&text);
        if place.is_empty() {
            let reason = Reason::quoting(&text).and(" names no place");
            cleaner.warn(&found.path, Code::BadValue, reason);
            continue;
        }
        let done = if place == text.trim() {
            ""
        } else {
            "the date taken off"
        };
        return cleaner.cleaned("dateline", place, &found.path, LABEL, done);
    }
    let location = node.clean(&["locationCreated"], "dateline", LABEL, cleaner);
    if location.is_some() {
        return location;
    }
    let body = node.text("articleBody", cleaner)?;
    let mut start = String::new();
    for (count, sign) in body.text()?.chars().enumerate() {
        if count == 400 {
            break;
        }
        start.push(sign);
    }
    let text = markup::to_text(&start);
    let (place, _) = dateline::split(text.trim_start())?;
    cleaner.cleaned(
        "dateline",
        place,
        &body.path,
        LABEL,
        "the beginning of the text",
    )
}

/// The place alone of a dateline that may also have a date and an agency, such as "BEIRUT, Lebanon, June 2 (AFP)"; empty if
/// it has none.
fn place(dateline: &str) -> &str {
    let dateline = before(dateline, b"(");
    let mut place = "";
    for (at, sign) in dateline.char_indices() {
        if sign.is_ascii_digit() {
            break;
        }
        let end = at + sign.len_utf8();
        if matches!(sign, ',' | '—' | '–' | '|') || end == dateline.len() {
            place = dateline.get(..end).unwrap_or_default();
        }
    }
    trim(place, &|sign| {
        sign.is_whitespace() || matches!(sign, ',' | ';' | ':' | '—' | '–' | '-' | '|')
    })
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_place_stands_without_its_date_and_agency() {
        for (dateline, town) in [
            ("LONDON", "LONDON"),
            ("BEIRUT, Lebanon, June 2.", "BEIRUT, Lebanon"),
            ("ST. LOUIS, Mo. (AP) —", "ST. LOUIS, Mo."),
            ("Saltmere, 3 April 2024", "Saltmere"),
            ("2024-04-03T10:00:00Z", ""),
            ("", ""),
        ] {
            assert_eq!(place(dateline), town, "{dateline}");
        }
    }
}
