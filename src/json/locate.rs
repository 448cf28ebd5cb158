//! The line and column of a value in its text: an editor looks for those, not for the path.

use super::parser::Parser;
use super::{DEEPEST, place};
use crate::report::{Diagnostic, Place, Report};
use std::collections::HashMap;

/// Gives every diagnostic whose path begins with that root its line and column in the text, where it has none yet.
pub fn locate(report: &mut Report, root: &str, text: &[u8]) {
    if report.diagnostics.is_empty() {
        return;
    }
    let byte_order_mark = b"\xef\xbb\xbf";
    let text = text.strip_prefix(byte_order_mark).unwrap_or(text);
    let Ok(text) = str::from_utf8(text) else {
        return;
    };
    let unplaced = |diagnostic: &&Diagnostic| diagnostic.line.is_none();
    let told = report.diagnostics.iter().filter(unplaced);
    let paths: Vec<&str> = told
        .filter_map(|told| told.path.strip_prefix(root))
        .collect();
    let places: Vec<Option<Place>> = {
        let places = places(text, &paths);
        let of = |told: &Diagnostic| places.get(told.path.strip_prefix(root)?).copied();
        report.diagnostics.iter().map(of).collect()
    };
    for (diagnostic, place) in report.diagnostics.iter_mut().zip(places) {
        if let Some(place) = place.filter(|_| diagnostic.line.is_none()) {
            diagnostic.line = Some(place.line);
            diagnostic.column = Some(place.column);
        }
    }
}

/// The places of the values that the paths lead to, such as `.related[2].url`; where a path leads to nothing, the place of
/// the last value on it that is there. Empty if the text holds no value.
///
/// Of a name that stands twice in an object the last counts, as it does in reading. The text is walked once, whatever
/// the number of paths.
#[must_use]
pub fn places<'p>(text: &str, paths: &[&'p str]) -> HashMap<&'p str, Place> {
    if paths.is_empty() {
        return HashMap::new();
    }
    let wanted = paths.iter().flat_map(|path| ancestors(path));
    let mut walk = Walk {
        parser: Parser::new(text),
        path: String::new(),
        found: wanted.map(|path| (path, None)).collect(),
    };
    walk.value(0);
    let mut lines = Lines::default();
    let mut found: Vec<_> = walk.found.into_iter().collect();
    found.sort_by_key(|(_, at)| *at);
    let places: HashMap<_, _> = found
        .into_iter()
        .filter_map(|(path, at)| Some((path, lines.place(text.as_bytes(), at?))))
        .collect();
    let nearest = |path: &&'p str| {
        let place = ancestors(path).find_map(|path| places.get(path))?;
        Some((*path, *place))
    };
    paths.iter().filter_map(nearest).collect()
}

/// The path and everything on the way to it, the longest first.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    fn shorter<'p>(path: &&'p str) -> Option<&'p str> {
        path.rfind(['.', '[']).and_then(|end| path.get(..end))
    }
    // A path that begins otherwise leads nowhere but to the whole.
    let whole = (!path.is_empty()).then_some("");
    std::iter::successors(Some(path), shorter).chain(whole)
}

struct Walk<'t, 'p> {
    parser: Parser<'t, true>,
    /// The path to where the walk is.
    path: String,
    found: HashMap<&'p str, Option<usize>>,
}

impl Walk<'_, '_> {
    /// Walks over a value; `None` where the text is no JSON any more.
    fn value(&mut self, depth: usize) -> Option<()> {
        let sign = self.parser.after_space()?;
        let at = self.parser.at;
        if let Some(found) = self.found.get_mut(&*self.path) {
            *found = Some(at);
        }
        match sign {
            b'{' | b'[' if depth < DEEPEST => {
                self.parser.at += 1;
                self.items(sign == b'{', depth)
            }
            _ => self.parser.value(depth).ok().map(drop),
        }
    }

    fn items(&mut self, are_members: bool, depth: usize) -> Option<()> {
        let end = if are_members { b'}' } else { b']' };
        let length = self.path.len();
        let mut index = 0;
        while self.parser.after_space()? != end {
            if are_members {
                let name = self.parser.string().ok()?;
                self.parser.after_space();
                self.parser.takes(b':').then_some(())?;
                self.path.push('.');
                self.path.push_str(&name);
            } else {
                self.path.push_str(&format!("[{index}]"));
                index += 1;
            }
            self.value(depth + 1)?;
            self.path.truncate(length);
            self.parser.after_space();
            if !self.parser.takes(b',') {
                break;
            }
        }
        self.parser.takes(end).then_some(())
    }
}

/// Counts lines up to places that are asked for in order.
struct Lines {
    at: usize,
    place: Place,
}

impl Default for Lines {
    fn default() -> Self {
        Self {
            at: 0,
            place: Place { line: 1, column: 1 },
        }
    }
}

impl Lines {
    fn place(&mut self, text: &[u8], at: usize) -> Place {
        let further = place(text.get(self.at..).unwrap_or_default(), at - self.at);
        let before = self.place;
        self.at = at;
        self.place = Place {
            line: before.line + further.line - 1,
            column: match further.line {
                1 => before.column + further.column - 1,
                _ => further.column,
            },
        };
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::places;

    #[track_caller]
    fn at(text: &str, path: &str) -> Option<(u32, u32)> {
        let place = places(text, &[path]).get(path).copied();
        place.map(|place| (place.line, place.column))
    }

    #[test]
    fn a_path_leads_to_its_value() {
        let text =
            "{\n  \"a\": [1, {\"b.c\": 2,\n \"b\": {\"c\": 3}}],\n  \"@graph\": 4, \"a\": [5, 6]}";
        for (path, place) in [
            ("", (1, 1)),
            (".a", (4, 21)),
            (".a[1]", (4, 25)),
            (".@graph", (4, 13)),
            (".missing", (1, 1)),
            (".a[7]", (4, 21)),
            (".a[1].b.c", (3, 13)),
            ("?", (1, 1)),
        ] {
            assert_eq!(at(text, path), Some(place), "{path}");
        }
    }

    #[test]
    fn what_is_no_json_is_followed_as_far_as_it_goes() {
        for text in [
            "{",
            "{\"a\"",
            "{\"a\":",
            "[1,",
            "{\"a\": [tru",
            "nul",
            "{a: 1}",
        ] {
            assert_eq!(at(text, ".x[1].b"), Some((1, 1)), "{text}");
        }
        assert_eq!(at(" \n", ".a"), None);
        assert_eq!(at("{\"a\": [tru", ".a[0].b"), Some((1, 8)));
        assert_eq!(at(&"[".repeat(100_000), &"[0]".repeat(2)), Some((1, 3)));
    }
}
