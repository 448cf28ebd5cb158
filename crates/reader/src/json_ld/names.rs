//! What persons and organisations are called.

use super::node::Node;
use crate::clean::Cleaner;
use article_card::reading::join;
use article_card::report::Path;

/// A name as it is written, or as it is put together, and where.
pub(super) type Name = (String, Path);

/// Everything that names a person or organisation, by the best of the members that do; the cleaner is told where there is
/// nothing.
pub(super) fn names(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut is_stated = false;
    for member in [
        "",
        "name",
        "givenName",
        "familyName",
        "legalName",
        "alternateName",
    ] {
        let found = match node.as_text() {
            Some(text) => vec![text],
            None => node.texts(member, cleaner),
        };
        let is_part = matches!(member, "givenName" | "familyName");
        for found in found {
            is_stated = true;
            let Some(text) = found.text() else { continue };
            if cleaner.is_placeholder(text, &found.path) {
                continue;
            }
            match names.last_mut() {
                Some((before, _)) if is_part => *before = put_together(before, text),
                _ => names.push((text.to_owned(), found.path)),
            }
        }
        if !names.is_empty() && member != "givenName" {
            return names;
        }
    }
    if !is_stated {
        node.tell_missing("a name", cleaner);
    }
    names
}

/// The name of a person in the order of its script: Chinese, Japanese and Korean names begin with that of the family.
fn put_together(given: &str, family: &str) -> String {
    let is_eastern = |name: &str| name.chars().next() >= Some('\u{2e80}');
    if is_eastern(given) && is_eastern(family) {
        join(&[family, given])
    } else {
        join(&[given, " ", family])
    }
}
