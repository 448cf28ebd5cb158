//! The writer of HTML.

use super::in_json;
use crate::article::Text;
use crate::card::Card;
use crate::view::{Attributes, StartTag, Surface, face};

/// HTML under way. As the inside of a text of JSON it is the same, but every character stands as JSON wants it.
pub(super) struct Html<const IN_JSON: bool = false>(String);

/// What a card's fingerprint tells of what was written.
pub(super) struct Written {
    pub(super) elements: u32,
    /// The bytes of all texts (UTF-8).
    pub(super) text: u32,
}

impl<const IN_JSON: bool> Html<IN_JSON> {
    const QUOTE: &'static str = if IN_JSON { "\\\"" } else { "\"" };
    const BEFORE_VALUE: &'static str = if IN_JSON { "=\\\"" } else { "=\"" };

    /// What goes on after this text.
    pub(super) const fn after(text: String) -> Self {
        Self(text)
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// Where what comes next will stand.
    pub(super) fn end(&self) -> usize {
        self.0.len()
    }

    /// Puts markup in at a place that [`Html::end`] has given.
    pub(super) fn insert(&mut self, place: usize, markup: &str) {
        if self.0.is_char_boundary(place) {
            self.0.insert_str(place, markup);
        }
    }

    /// What is markup already, and holds neither quotes nor backslashes.
    #[inline]
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// The beginning of a start tag, which `raw(">")` ends.
    #[inline]
    pub(super) fn open(&mut self, tag: &'static str) {
        self.raw("<");
        self.raw(tag);
    }

    /// The same of any markup.
    pub(super) fn any(&mut self, markup: &str) {
        if IN_JSON {
            in_json(markup, &mut self.0);
        } else {
            self.raw(markup);
        }
    }

    /// An attribute; its name is a literal of ours.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.begin_value(name);
        self.escaped::<true>(value);
        self.end_value();
    }

    /// The beginning of an attribute, up to its value.
    #[inline]
    pub(super) fn begin_value(&mut self, name: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw(Self::BEFORE_VALUE);
    }

    #[inline]
    pub(super) fn end_value(&mut self) {
        self.raw(Self::QUOTE);
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) {
        self.escaped::<false>(text);
    }

    /// Most texts have nothing to escape, and the others go by runs.
    #[inline]
    fn escaped<const IN_VALUE: bool>(&mut self, text: &str) {
        let is_special = |byte: u8| {
            matches!(byte, b'&' | b'<' | b'>')
                || (IN_VALUE && byte == b'"')
                || (IN_JSON && matches!(byte, b'"' | b'\\' | 0x7f | 0..0x20))
        };
        // Without a way out in the middle, so that the processor looks at many bytes at a time.
        let any = |found, byte: &u8| found | is_special(*byte);
        if !text.as_bytes().iter().fold(false, any) {
            return self.raw(text);
        }
        let mut rest = text;
        while let Some((run, special, after)) =
            rest.bytes().position(is_special).and_then(|place| {
                Some((
                    rest.get(..place)?,
                    rest.get(place..=place)?,
                    rest.get(place + 1..)?,
                ))
            })
        {
            self.raw(run);
            match special {
                "&" => self.raw("&amp;"),
                "<" => self.raw("&lt;"),
                ">" => self.raw("&gt;"),
                "\"" if IN_VALUE => self.raw("&quot;"),
                other => self.any(other),
            }
            rest = after;
        }
        self.raw(rest);
    }

    /// The card's own element with everything in it, or nothing.
    pub(super) fn card(&mut self, card: &Card) -> Written {
        let mut markup = Markup {
            html: self,
            elements: 0,
            text: 0,
        };
        face(&mut markup, card);
        Written {
            elements: markup.elements,
            text: u32::try_from(markup.text).unwrap_or(u32::MAX),
        }
    }
}

/// A card under way: what [`Html`] needs to know to be drawn on.
struct Markup<'page, const IN_JSON: bool> {
    html: &'page mut Html<IN_JSON>,
    elements: u32,
    text: usize,
}

impl<const IN_JSON: bool> Surface for Markup<'_, IN_JSON> {
    #[inline]
    fn element<A: Attributes>(
        &mut self,
        tag: &'static str,
        attributes: A,
        children: impl FnOnce(&mut Self),
    ) {
        self.void(tag, attributes);
        children(self);
        self.html.raw("</");
        self.html.raw(tag);
        self.html.raw(">");
    }

    #[inline]
    fn void(&mut self, tag: &'static str, attributes: impl Attributes) {
        self.elements += 1;
        self.html.open(tag);
        attributes.give(self.html);
        self.html.raw(">");
    }

    fn text(&mut self, text: &Text) {
        self.piece(text);
    }

    fn piece(&mut self, piece: &str) {
        self.text += piece.len();
        self.html.text(piece);
    }

    #[inline]
    fn space(&mut self) {
        self.text += 1;
        self.html.raw(" ");
    }

    #[inline]
    fn absent(&mut self) {}
}

impl<const IN_JSON: bool> StartTag for Html<IN_JSON> {
    #[inline]
    fn fixed(&mut self, name: &'static str, value: Option<&'static str>) {
        if let Some(value) = value {
            // There is nothing to escape in our own words.
            self.begin_value(name);
            self.raw(value);
            self.end_value();
        }
    }

    #[inline]
    fn text(&mut self, name: &'static str, value: Option<&Text>) {
        if let Some(value) = value {
            self.attribute(name, value);
        }
    }

    fn number(&mut self, name: &'static str, value: Option<u32>) {
        if let Some(value) = value {
            self.attribute(name, &value.to_string());
        }
    }
}
