//! The tables of the documents, cell by cell.

#![allow(dead_code, reason = "no file of tests needs everything of this one")]

use std::collections::BTreeSet;
use std::fmt::Debug;

/// The rows of all tables of a document whose first column has that head, without the head itself.
#[track_caller]
pub fn rows<'text>(document: &'text str, head: &str) -> Vec<Vec<&'text str>> {
    let mut rows = Vec::new();
    let mut is_meant = false;
    let mut lines = document.lines().peekable();
    while let Some(line) = lines.next() {
        let cells = cells(line);
        if lines.peek().is_some_and(|next| is_rule(next)) {
            is_meant = cells.first() == Some(&head);
        } else if cells.is_empty() {
            is_meant = false;
        } else if is_meant && !is_rule(line) {
            rows.push(cells);
        }
    }
    assert!(!rows.is_empty(), "there is no table of `{head}`");
    rows
}

fn cells(line: &str) -> Vec<&str> {
    let inner = line
        .strip_prefix('|')
        .and_then(|line| line.strip_suffix('|'));
    let cells = inner.into_iter().flat_map(|line| line.split('|'));
    cells.map(str::trim).collect()
}

fn is_rule(line: &str) -> bool {
    line.starts_with('|') && line.chars().all(|c| "|-: ".contains(c))
}

/// What stands in backticks.
pub fn code(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The names that the first cells of these rows hold.
pub fn names<'text>(rows: &[Vec<&'text str>]) -> Vec<&'text str> {
    rows.iter().flat_map(|row| code(row[0])).collect()
}

/// Compares what a table says with what the code says, whatever the order.
#[track_caller]
pub fn same<T: Ord + Debug>(
    what: &str,
    documented: impl IntoIterator<Item = T>,
    known: impl IntoIterator<Item = T>,
) {
    let documented: Vec<T> = documented.into_iter().collect();
    let count = documented.len();
    let documented: BTreeSet<T> = documented.into_iter().collect();
    let known: BTreeSet<T> = known.into_iter().collect();
    let missing: Vec<&T> = known.difference(&documented).collect();
    let extra: Vec<&T> = documented.difference(&known).collect();
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{what}: not in the table: {missing:?}; only in the table: {extra:?}"
    );
    assert_eq!(count, documented.len(), "{what}: a row stands twice");
    assert!(!known.is_empty(), "{what}: nothing was compared");
}

/// The texts that stand between these two, wherever they do.
pub fn between<'text>(text: &'text str, start: &str, end: &str) -> Vec<&'text str> {
    let rest = text.split(start).skip(1);
    rest.filter_map(|rest| rest.split_once(end).map(|(inner, _)| inner))
        .collect()
}

/// The loader's attributes with their words, the default first.
pub fn loader_attributes() -> Vec<(String, Vec<String>)> {
    let loader = include_str!("../../src/element/loader/attributes.js");
    let table = between(loader, "const ATTRIBUTES = {\n", "};");
    let rows = table[0].lines().filter_map(|line| {
        let (name, words) = line.trim().trim_end_matches(',').split_once(": ")?;
        let words = words.trim_matches('"').split_whitespace();
        Some((
            name.trim_matches('"').to_owned(),
            words.map(str::to_owned).collect(),
        ))
    });
    rows.collect()
}
