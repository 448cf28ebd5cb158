//! The members of an item: 3.x writes their names in camel case, 1.x and 2.x in small letters, so case does not count.

use crate::clean::Cleaner;
use crate::search::behind;
use crate::source_value::SourceValue;
use article_card::article::Text;
use article_card::reading::json::Json;
use article_card::report::{Code, Path, Reason};

/// The member of that name; of several the last.
pub(super) fn member<'a>(of: &SourceValue<'a>, name: &str) -> Option<SourceValue<'a>> {
    of.find(|member| member.eq_ignore_ascii_case(name))
}

/// The text, if it is one and not blank; any other type is told.
pub(super) fn text<'a>(found: &SourceValue<'a>, cleaner: &Cleaner<'_>) -> Option<&'a str> {
    if !is_text(found) {
        tell_type(found, "text", cleaner);
    }
    found.text()
}

fn is_text(found: &SourceValue<'_>) -> bool {
    matches!(found.value, Json::Text(_) | Json::Null)
}

pub(super) fn tell_type(found: &SourceValue<'_>, expected: &'static str, cleaner: &Cleaner<'_>) {
    cleaner.warn(&found.path, Code::WrongType, wrong_type(found, expected));
}

fn wrong_type(found: &SourceValue<'_>, expected: &'static str) -> Reason {
    let reason = Reason::from("expected ").and(expected);
    reason.and(", found ").and(found.value.kind())
}

/// The first of the members that has a text, with its path.
pub(super) fn text_of<'a>(
    of: &SourceValue<'a>,
    names: &[&str],
    cleaner: &Cleaner<'_>,
) -> Option<(&'a str, Path)> {
    names.iter().find_map(|name| {
        let found = member(of, name)?;
        // Some members are looked at more than once; of lists that may be long, none is.
        if !is_text(&found) {
            cleaner.warn_once(&found.path, Code::WrongType, wrong_type(&found, "text"));
        }
        Some((found.text()?, found.path))
    })
}

/// A member that is plain text, cleaned.
pub(super) fn plain(
    of: &SourceValue<'_>,
    name: &str,
    field: &'static str,
    limit: usize,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let (raw, path) = text_of(of, &[name], cleaner)?;
    cleaner.plain(field, raw, &path, limit)
}

/// The items of the first of these lists that is there.
pub(super) fn items<'a>(of: &SourceValue<'a>, names: &[&str]) -> Vec<SourceValue<'a>> {
    let list = names.iter().find_map(|name| member(of, name));
    list.map(|list| list.items()).unwrap_or_default()
}

/// The parts of a whole, each with its name or role; a whole that has none is told.
pub(super) fn entries<'a>(
    of: &SourceValue<'a>,
    name: &str,
    cleaner: &Cleaner<'_>,
) -> Vec<(&'a str, SourceValue<'a>)> {
    let Some(whole) = member(of, name) else {
        return Vec::new();
    };
    parts(&whole).unwrap_or_else(|| {
        tell_type(&whole, "a list", cleaner);
        Vec::new()
    })
}

/// In 1.x the members of an object, later the items of a list; `None` for what is neither.
pub(super) fn parts<'a>(whole: &SourceValue<'a>) -> Option<Vec<(&'a str, SourceValue<'a>)>> {
    let is_one = |name: &&str| member(whole, name).is_some_and(|part| part.text().is_some());
    match whole.value {
        Json::Object(members) if !["uri", "href", "value"].iter().any(is_one) => {
            let mut parts = Vec::new();
            for (name, value) in members {
                if !matches!(**value, Json::Null) {
                    parts.push((&**name, whole.member(name, value)));
                }
            }
            Some(parts)
        }
        Json::Object(_) | Json::List(_) => {
            let mut parts = Vec::new();
            for item in whole.items() {
                parts.push((named(&item), item));
            }
            Some(parts)
        }
        _ => None,
    }
}

fn named<'a>(entry: &SourceValue<'a>) -> &'a str {
    let name = ["name", "role"]
        .iter()
        .find_map(|name| member(entry, name)?.text());
    name.unwrap_or_default()
}

/// A word of a vocabulary without its address, case and hyphens: `http://cv.example/role/Summary-List` is `summarylist`.
pub(super) fn word(text: &str) -> String {
    let end = behind(text, b":/#");
    let mut word = String::new();
    for letter in end.chars() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    word
}
