//! Where a value stands in the input.

use super::place::{Lines, Place};
use super::reason::shown;
use crate::join::{digits, join};
use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result};
use std::sync::Arc;

/// The way to a value: a JSON path (RFC 9535, dots and indices only), `@name` for an attribute, or what stands in a page,
/// such as `meta[og:title]`.
///
/// It knows which of its names are ours and which the input's, since these may not be told of an article that is
/// withheld; and where there was a text, how many bytes of it stand before the value.
///
/// ```
/// use article_card::report::Path;
///
/// let mut path = Path::root("ld+json[0]").member("articleBody").item(2);
/// assert_eq!(path.as_str(), "ld+json[0].articleBody[2]");
/// path.redact();
/// assert_eq!(path.as_str(), "ld+json[0]");
/// ```
#[derive(Clone, Debug)]
pub struct Path(Arc<Way>);

/// What all copies of a path share: a reader hands them on with every value.
#[derive(Debug)]
struct Way {
    text: Cow<'static, str>,
    /// So many bytes of it are ours.
    ours: usize,
    at: At,
}

/// Where the value stands in the text.
#[derive(Clone, Copy, Debug)]
enum At {
    Unknown,
    /// After so many bytes.
    Byte(usize),
    Place(Place),
}

impl Path {
    /// A path of words that are ours.
    pub fn root(ours: impl Into<Cow<'static, str>>) -> Self {
        let text = ours.into();
        Self::new(text.len(), text, At::Unknown)
    }

    fn new(ours: usize, text: Cow<'static, str>, at: At) -> Self {
        Self(Arc::new(Way { text, ours, at }))
    }

    /// To the member of that name, which the input has given.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        self.further([".", &shown(name), ""])
    }

    /// To an item of the list, counted from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.further(["[", &digits(index as u64), "]"])
    }

    fn further(&self, [before, step, after]: [&str; 3]) -> Self {
        let text = join(&[&self.0.text, before, step, after]);
        Self::new(self.0.ours, text.into(), self.0.at)
    }

    /// The same in a block of a page, which begins after so many bytes, and whose root takes the place of `$`.
    #[must_use]
    pub fn in_block(self, root: &str, start: usize) -> Self {
        let rest = self.0.text.get(1..).unwrap_or_default();
        let at = match self.0.at {
            At::Byte(byte) => At::Byte(start + byte),
            at => at,
        };
        let ours = root.len() + self.0.ours.saturating_sub(1);
        Self::new(ours, join(&[root, rest]).into(), at)
    }

    /// The same for a value after so many bytes of the text, if that is known.
    #[must_use]
    pub fn at(mut self, byte: Option<usize>) -> Self {
        if let Some(byte) = byte {
            self.set(At::Byte(byte));
        }
        self
    }

    /// The same for a value at that place of the text.
    #[must_use]
    pub fn placed(mut self, place: Place) -> Self {
        self.set(At::Place(place));
        self
    }

    /// The path in words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The line and the column, once [`Path::locate`] has counted them.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self.0.at {
            At::Place(place) => Some(place),
            At::Unknown | At::Byte(_) => None,
        }
    }

    /// Counts line and column.
    pub fn locate(&mut self, lines: &Lines<'_>) {
        if let At::Byte(byte) = self.0.at {
            self.set(At::Place(lines.place(byte)));
        }
    }

    /// Leaves of it what is ours. The place stays: it says where to look, and not what stands there.
    pub fn redact(&mut self) {
        if let Some(ours) = self.0.text.get(..self.0.ours)
            && ours.len() < self.0.text.len()
        {
            *self = Self::new(ours.len(), String::from(ours).into(), self.0.at);
        }
    }

    fn set(&mut self, at: At) {
        match Arc::get_mut(&mut self.0) {
            Some(way) => way.at = at,
            None => *self = Self::new(self.0.ours, self.0.text.clone(), at),
        }
    }
}

/// Two ways are the same if they read the same.
impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for Path {}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        self.0.text == other
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, other: &&str) -> bool {
        self.0.text == *other
    }
}

/// Of words that are ours.
impl From<&'static str> for Path {
    fn from(ours: &'static str) -> Self {
        Self::root(ours)
    }
}

impl Display for Path {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.0.text)
    }
}
