//! Lines of a stream, as many at a time as have arrived.

use article_card_reader::LONGEST;
use memchr::memchr;
use std::io::{ErrorKind, Read, Result};

/// As much is read at once.
const CHUNK: usize = 32 * 1024;
/// As many lines are handed on at once, since a short line may get a long answer.
const MOST: u64 = 32;
/// A buffer that has grown beyond this is not used again.
const LARGE: usize = 4 * 1024 * 1024;

/// Whole lines, and room for the answers.
#[derive(Default)]
pub(crate) struct Batch {
    /// The number of the first line, from 1.
    pub(crate) first: u64,
    pub(crate) count: u64,
    /// The lines, all but the very last with their ends.
    pub(crate) bytes: Vec<u8>,
    /// It is a single line that is longer than any input, and not here.
    pub(crate) is_too_long: bool,
    pub(crate) answers: String,
    /// How many lines gave no card.
    pub(crate) failures: u64,
}

/// Reads a stream.
pub(crate) struct Lines<R> {
    input: R,
    /// What has been read, but not handed on from `from` on; up to `looked` there is no end of a line in it.
    held: Vec<u8>,
    from: usize,
    looked: usize,
    /// Lines handed on.
    count: u64,
    /// The rest of a line that is too long is passed over.
    is_passing: bool,
    is_over: bool,
}

impl<R: Read> Lines<R> {
    pub(crate) const fn new(input: R) -> Self {
        Self {
            input,
            held: Vec::new(),
            from: 0,
            looked: 0,
            count: 0,
            is_passing: false,
            is_over: false,
        }
    }

    /// The next lines, in a batch that may have been used before; false if there are none.
    pub(crate) fn next(&mut self, batch: &mut Batch) -> Result<bool> {
        loop {
            if self.is_passing {
                self.pass();
            }
            let (count, end) = self.whole();
            if count > 0 {
                self.hand_on(batch, count, end);
                return Ok(true);
            }
            let rest = self.held.len() - self.from;
            if rest > LONGEST {
                self.hand_on(batch, 1, self.from);
                batch.is_too_long = true;
                self.is_passing = true;
                return Ok(true);
            }
            if self.is_over {
                if rest > 0 {
                    self.hand_on(batch, 1, self.held.len());
                }
                return Ok(rest > 0);
            }
            self.read()?;
        }
    }

    /// How many lines are whole, and where they end.
    fn whole(&mut self) -> (u64, usize) {
        let (mut count, mut end) = (0, self.from);
        while count < MOST {
            let rest = self.held.get(self.looked..).unwrap_or_default();
            let Some(at) = memchr(b'\n', rest) else {
                self.looked = self.held.len();
                break;
            };
            self.looked += at + 1;
            end = self.looked;
            count += 1;
        }
        (count, end)
    }

    /// Passes over what belongs to a line that is answered already.
    fn pass(&mut self) {
        let rest = self.held.get(self.from..).unwrap_or_default();
        let end = memchr(b'\n', rest);
        self.is_passing = end.is_none();
        self.from = end.map_or(self.held.len(), |at| self.from + at + 1);
        self.looked = self.from;
    }

    fn hand_on(&mut self, batch: &mut Batch, count: u64, end: usize) {
        batch.bytes.clear();
        if batch.bytes.capacity() > LARGE {
            batch.bytes = Vec::new();
        }
        batch.answers.clear();
        if batch.answers.capacity() > LARGE {
            batch.answers = String::new();
        }
        let lines = self.held.get(self.from..end).unwrap_or_default();
        batch.bytes.extend_from_slice(lines);
        batch.first = self.count + 1;
        batch.count = count;
        batch.failures = 0;
        batch.is_too_long = false;
        self.count += count;
        self.from = end;
        self.looked = self.looked.max(end);
    }

    fn read(&mut self) -> Result<()> {
        self.held.drain(..self.from);
        self.looked -= self.from;
        self.from = 0;
        let length = self.held.len();
        if length == 0 && self.held.capacity() > LARGE {
            self.held = Vec::new();
        }
        self.held.resize(length + CHUNK, 0);
        let room = self.held.get_mut(length..).unwrap_or_default();
        let read = loop {
            match self.input.read(room) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let count = *read.as_ref().unwrap_or(&0);
        self.held.truncate(length + count);
        self.is_over = read? == 0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one of the pieces at each reading.
    struct Pieces(Vec<Vec<u8>>);

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            buffer[..piece.len()].copy_from_slice(&piece);
            Ok(piece.len())
        }
    }

    /// Each batch as its first line's number, its count and its text.
    fn batches(pieces: &[&[u8]]) -> Vec<(u64, u64, String)> {
        let pieces = pieces.iter().flat_map(|piece| piece.chunks(CHUNK));
        let mut lines = Lines::new(Pieces(pieces.map(<[u8]>::to_vec).collect()));
        let mut batch = Batch::default();
        let mut batches = Vec::new();
        while lines.next(&mut batch).unwrap() {
            let text = if batch.is_too_long {
                "too long".into()
            } else {
                String::from_utf8(batch.bytes.clone()).unwrap()
            };
            batches.push((batch.first, batch.count, text));
        }
        batches
    }

    fn batch(first: u64, count: u64, text: &str) -> (u64, u64, String) {
        (first, count, text.into())
    }

    #[test]
    fn what_has_arrived_is_handed_on_in_whole_lines() {
        let pieces: [&[u8]; 5] = [b"a\n", b"b\nc", b"d", b"\n\ne\nf", b"g"];
        let expected = [
            batch(1, 1, "a\n"),
            batch(2, 1, "b\n"),
            batch(3, 3, "cd\n\ne\n"),
            batch(6, 1, "fg"),
        ];
        assert_eq!(batches(&pieces), expected);
        assert_eq!(batches(&[]), []);
        assert_eq!(batches(&[b"\n"]), [batch(1, 1, "\n")]);
    }

    #[test]
    fn no_batch_has_more_than_so_many_lines() {
        let many = "1\n".repeat(70);
        let batches = batches(&[many.as_bytes()]);
        let counts: Vec<_> = batches
            .iter()
            .map(|(first, count, _)| (*first, *count))
            .collect();
        assert_eq!(counts, [(1, 32), (33, 32), (65, 6)]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = vec![b'x'; LONGEST + CHUNK];
        let fits = "y".repeat(LONGEST) + "\n";
        let batches = batches(&[b"a\n", &long, b"x\nb\n", fits.as_bytes(), &long]);
        let expected = [
            batch(1, 1, "a\n"),
            batch(2, 1, "too long"),
            batch(3, 1, "b\n"),
            batch(4, 1, &fits),
            batch(5, 1, "too long"),
        ];
        assert!(batches == expected, "{} batches", batches.len());
    }
}
