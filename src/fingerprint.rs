//! What a prerendered card says of itself, so that the browser knows whether it may stay as it stands.
//!
//! It is the value of [`ATTRIBUTE`] on the element around the card: the version of the markup, a number for the article
//! and the attributes that it was made from, how many elements there are, and how many bytes of text.
//! It guards against change and accident, not against malice: whoever can write into a card can write this too.

use crate::options::Attribute;

/// The attribute that holds the fingerprint; in a browser the loader reads it.
#[cfg(feature = "prerender")]
pub(crate) const ATTRIBUTE: &str = "data-prerendered";

/// The version of the markup that `view` writes. It goes up with every change that the stylesheet or `behaviour.js` of
/// another version would not understand; `tests/expected/prerendered/` shows such changes.
const MARKUP: &str = "2";

/// The fingerprint of a card, or what a browser finds of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    /// The article and the attributes, by [`source`].
    pub(crate) source: u32,
    /// The elements of the card.
    pub(crate) elements: u32,
    /// The bytes of all its texts (UTF-8).
    pub(crate) text: u32,
}

impl Fingerprint {
    /// As it stands in the attribute.
    #[cfg(feature = "prerender")]
    pub(crate) fn write(&self) -> String {
        let Self {
            source,
            elements,
            text,
        } = self;
        let [source, elements, text] = [source, elements, text].map(u32::to_string);
        [MARKUP, &source, &elements, &text].join("-")
    }

    /// `None` if it is of another version, or none.
    #[cfg(any(
        test,
        all(feature = "element", target_arch = "wasm32", target_os = "unknown")
    ))]
    pub(crate) fn parse(attribute: &str) -> Option<Self> {
        let mut parts = attribute.split('-');
        if parts.next() != Some(MARKUP) {
            return None;
        }
        let mut number = || parts.next()?.parse().ok();
        Some(Self {
            source: number()?,
            elements: number()?,
            text: number()?,
        })
    }
}

/// Attributes that a card's markup does not show: only the stylesheet and the clock read them.
const UNSEEN: [Attribute; 2] = [Attribute::Theme, Attribute::RelativeUntil];

/// The attributes that decide about a card's markup, each with its value.
pub(crate) fn seen(
    value: &dyn Fn(Attribute) -> Option<String>,
) -> impl Iterator<Item = (&'static str, String)> {
    let all = Attribute::ALL.into_iter();
    let seen = all.filter(|attribute| !UNSEEN.contains(attribute));
    seen.map(|attribute| (attribute.as_str(), value(attribute).unwrap_or_default()))
}

/// A number for an article, as [`Article::to_json`](crate::Article::to_json) writes it, for the language of its card, which
/// the page around it may give, and for the attributes of its element by their names.
pub(crate) fn source<'a>(
    json: &str,
    language: &str,
    attributes: impl IntoIterator<Item = (&'a str, String)>,
) -> u32 {
    let mut hash = 0;
    mix(&mut hash, json);
    // British dates on an American page are no other card.
    mix(&mut hash, language.split('-').next().unwrap_or_default());
    for (name, value) in attributes {
        mix(&mut hash, name);
        mix(&mut hash, &value);
    }
    #[allow(
        clippy::cast_possible_truncation,
        reason = "the upper half is folded in"
    )]
    let folded = (hash ^ hash >> 32) as u32;
    folded
}

/// Eight bytes at a time, since a server does it for every card.
fn mix(hash: &mut u64, text: &str) {
    /// The golden ratio's, which spreads neighbours far.
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut add = |word: u64| *hash = (hash.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for word in words {
        add(u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    add(u64::from_le_bytes(last));
    add(text.len() as u64);
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_was_written() {
        let fingerprint = Fingerprint {
            source: u32::MAX,
            elements: 57,
            text: 0,
        };
        assert_eq!(Fingerprint::parse(&fingerprint.write()), Some(fingerprint));
        for other in [
            "", "2", "2-2-3", "1-1-2-3", "2-a-2-3", "3-1-1-1", "2--1-1-1",
        ] {
            assert_eq!(Fingerprint::parse(other), None, "{other}");
        }
    }

    #[test]
    fn another_article_language_or_attribute_has_another_source() {
        let of = |json: &str, attributes: &[(&'static str, &str)]| {
            source(
                json,
                if json == "german" { "de" } else { "en" },
                attributes
                    .iter()
                    .map(|(name, value)| (*name, (*value).to_owned())),
            )
        };
        let sources = [
            of("", &[]),
            of("a", &[]),
            of("a\0", &[]),
            of("german", &[]),
            source("german", "en", []),
            of("b", &[]),
            of("01234567", &[]),
            of("01234568", &[]),
            of("0123456789", &[]),
            of("a", &[("layout", "hero")]),
            of("a", &[("layout", "compact")]),
            of("a", &[("target", "hero")]),
            of("alayout", &[("", "hero")]),
        ];
        for (index, one) in sources.iter().enumerate() {
            assert!(
                !sources.iter().skip(index + 1).any(|other| other == one),
                "{index}"
            );
        }
    }
}
