//! The lines and columns of what the paths of a page name: an editor looks for a line, not for a path.

use article_card::report::{Diagnostic, Place, Report};
use std::cell::RefCell;

/// What names a place: a value of the page by its whole path, or a block of JSON by the root of its paths.
#[derive(Debug)]
enum Named {
    Value(usize),
    /// With the text that was read.
    Block(usize, String),
}

/// The places that were named while the page was read.
#[derive(Debug, Default)]
pub(super) struct Places(RefCell<Vec<(String, Named)>>);

impl Places {
    /// The path leads to that place of the source.
    pub(super) fn name(&self, path: &str, place: usize) {
        self.0.borrow_mut().push((path.into(), Named::Value(place)));
    }

    /// Paths with that root lead into that text, which begins at that place of the source.
    pub(super) fn name_block(&self, root: &str, place: usize, text: &[u8]) {
        let text = String::from_utf8_lossy(text).into_owned();
        let named = Named::Block(place, text);
        self.0.borrow_mut().push((root.into(), named));
    }

    /// Gives every diagnostic its line and column in the source.
    pub(super) fn locate(&self, source: &str, report: &mut Report) {
        let lines = Lines::new(source);
        for (root, named) in &*self.0.borrow() {
            match named {
                Named::Value(at) => {
                    for diagnostic in &mut report.diagnostics {
                        if diagnostic.path == *root && diagnostic.line.is_none() {
                            set(diagnostic, lines.place(*at));
                        }
                    }
                }
                Named::Block(start, text) => block(root, lines.place(*start), text, report),
            }
        }
    }
}

/// Places what is told of a block.
fn block(root: &str, start: Place, text: &str, report: &mut Report) {
    let told = report.diagnostics.iter_mut();
    let mut told: Vec<&mut Diagnostic> = told.filter(|told| told.path.starts_with(root)).collect();
    if told.is_empty() {
        return;
    }
    let paths: Vec<String> = told
        .iter()
        .map(|told| told.path.strip_prefix(root).unwrap_or_default().to_owned())
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let places = article_card::reading::json::places(text, &paths);
    for (diagnostic, path) in told.iter_mut().zip(&paths) {
        let known = diagnostic.line.zip(diagnostic.column);
        let known = known.map(|(line, column)| Place { line, column });
        if let Some(within) = known.or_else(|| places.get(path).copied()) {
            // Only in its first line does something stand before the block.
            let before = if within.line == 1 {
                start.column - 1
            } else {
                0
            };
            let place = Place {
                line: start.line + within.line - 1,
                column: before + within.column,
            };
            set(diagnostic, place);
        }
    }
}

fn set(diagnostic: &mut Diagnostic, place: Place) {
    diagnostic.line = Some(place.line);
    diagnostic.column = Some(place.column);
}

/// The places at which lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(source: &str) -> Self {
        let ends = source.bytes().enumerate();
        let starts = ends.filter_map(|(at, byte)| (byte == b'\n').then_some(at + 1));
        Self(std::iter::once(0).chain(starts).collect())
    }

    fn place(&self, at: usize) -> Place {
        let line = self.0.partition_point(|start| *start <= at);
        let start = self.0.get(line - 1).copied().unwrap_or_default();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place {
            line: count(line),
            column: count(at - start + 1),
        }
    }
}
