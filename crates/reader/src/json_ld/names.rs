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
    for member in ["name", "givenName", "legalName", "alternateName"] {
        let mut found = Vec::new();
        found.extend(node.as_text());
        if found.is_empty() {
            found = node.texts(member, cleaner);
        }
        let is_part = member == "givenName";
        if is_part {
            found.append(&mut node.texts("familyName", cleaner));
        }
        is_stated |= !found.is_empty();
        for found in found {
            let text = found.text().unwrap_or_default();
            if cleaner.is_placeholder(text, &found.path) {
                continue;
            }
            match names.last_mut() {
                Some((before, _)) if is_part => {
                    // Chinese, Japanese and Korean names begin with that of the family.
                    let is_eastern = text >= "\u{2e80}";
                    let parts = if is_eastern {
                        [text, "", before]
                    } else {
                        [before, " ", text]
                    };
                    *before = join(&parts);
                }
                _ => names.push((text.to_owned(), found.path)),
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    if !is_stated {
        node.tell_missing("a name", cleaner);
    }
    names
}
