//! Lines and columns: an editor looks for those, not for a path.

/// A place in the input's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in bytes, counted from 1.
    pub column: u32,
}

/// The lines of a text.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t [u8],
    /// How many bytes stand before each. In a page one place is asked for, and bytes are counted: that is 0.1 KB less.
    #[cfg(feature = "places")]
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Those of the text; a byte order mark is no part of it.
    #[must_use]
    pub fn of(text: &'t [u8]) -> Self {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        Self {
            text,
            #[cfg(feature = "places")]
            starts: starts(text),
        }
    }

    /// The place of a byte by how many stand before it.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let (line, column) = self.line_and_column(at.min(self.text.len()));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place {
            line: count(line),
            column: count(column),
        }
    }

    #[cfg(feature = "places")]
    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line));
        (line, at - start.copied().unwrap_or_default() + 1)
    }

    #[cfg(not(feature = "places"))]
    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let (mut line, mut column) = (1, 1);
        for byte in self.text.iter().take(at) {
            column += 1;
            if *byte == b'\n' {
                (line, column) = (line + 1, 1);
            }
        }
        (line, column)
    }
}

#[cfg(feature = "places")]
fn starts(text: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    // What a program writes is one line, and that is told faster than bytes are counted.
    if text.contains(&b'\n') {
        let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        starts.extend(ends.map(|(at, _)| at + 1));
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::{Lines, Place};

    #[test]
    fn a_byte_stands_in_its_line() {
        for text in ["ab\nc\n\nd", "\u{feff}ab\nc\n\nd"] {
            let lines = Lines::of(text.as_bytes());
            for (at, line, column) in [
                (0, 1, 1),
                (2, 1, 3),
                (3, 2, 1),
                (4, 2, 2),
                (5, 3, 1),
                (6, 4, 1),
                (7, 4, 2),
            ] {
                assert_eq!(lines.place(at), Place { line, column }, "{at}");
            }
        }
        let first = Place { line: 1, column: 1 };
        assert_eq!(Lines::of(b"").place(0), first);
    }
}
