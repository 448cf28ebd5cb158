//! The parts of a card that may be left out.

use crate::words::words;

words! {
    /// A part of the card that may be left out, by its name in `::part()`. What is not here stays: the headline, whose picture it
    /// is, and all that has to be said of the story, such as who paid and what generative AI has made.
    #[non_exhaustive]
    pub enum Part {
        /// The picture with all its lines.
        Figure = "figure",
        /// The line below the picture.
        Caption = "caption",
        /// Whose story it is.
        Publisher = "publisher",
        /// The line over the headline.
        Kicker = "kicker",
        /// The sentence under the headline.
        Standfirst = "standfirst",
        /// Who wrote it.
        Byline = "byline",
        /// Where it was filed.
        Dateline = "dateline",
        /// How fresh it is.
        Timestamp = "timestamp",
        /// How long it takes to read.
        ReadingTime = "reading-time",
        /// What it is beside text.
        Media = "media",
        /// The key points.
        Bullets = "bullets",
        /// The short address.
        ShortLink = "short-link",
        /// The invitation to follow.
        Follow = "follow",
        /// Other stories.
        Related = "related",
    }
}

/// Parts of a card.
///
/// ```
/// use article_card::options::{Part, Parts};
///
/// let hidden = Parts::of(&[Part::Byline, Part::Related]);
/// assert!(hidden.has(Part::Byline) && !hidden.has(Part::Kicker));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts(u16);

impl Parts {
    /// These.
    #[must_use]
    pub const fn of(parts: &[Part]) -> Self {
        let mut all = Self(0);
        let mut rest = parts;
        while let Some((part, others)) = rest.split_first() {
            all = all.with(*part);
            rest = others;
        }
        all
    }

    /// These and one more.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self(self.0 | 1 << part as u16)
    }

    /// These and those.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether it is one of them.
    #[must_use]
    pub const fn has(self, part: Part) -> bool {
        self.0 & 1 << part as u16 != 0
    }

    /// Each of them, in the order of [`Part::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.has(*part))
    }
}
