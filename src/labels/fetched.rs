//! The labels that the loader has fetched for the cards of a page.

use super::Labels;
use std::cell::RefCell;

/// Each language by its tag, with its row; none where it cannot be had.
type Rows = Vec<(&'static str, Option<&'static str>)>;

thread_local!(static ROWS: RefCell<Rows> = const { RefCell::new(Vec::new()) });

/// Takes what was fetched for a language: rows of the table, or nothing if they cannot be had. They are kept as long as the
/// page, like those that are built in.
pub(crate) fn add(language: &str, text: &str) {
    let Some(tag) = Labels::language(language) else {
        return;
    };
    let own = text.lines().find(|row| row.split('\t').next() == Some(tag));
    let own = own.map(|row| &*Box::leak(Box::<str>::from(row)));
    ROWS.with_borrow_mut(|rows| {
        if rows.iter().all(|(known, _)| *known != tag) {
            rows.push((tag, own));
        }
    });
}

/// What was fetched for a language; `None` if nothing was asked for yet.
fn find(tag: &str) -> Option<Option<&'static str>> {
    ROWS.with_borrow(|rows| {
        let mut rows = rows.iter();
        rows.find(|(known, _)| *known == tag).map(|(_, row)| *row)
    })
}

pub(super) fn row(tag: &str) -> Option<&'static str> {
    find(tag).flatten()
}

/// The language whose labels a card in that language still needs.
pub(crate) fn wanted(language: &str) -> Option<&'static str> {
    let tag = Labels::language(language)?;
    (super::row(tag).is_none() && find(tag).is_none()).then_some(tag)
}
