//! The writer of HTML.

use crate::article::Text;
use crate::card::Card;
use crate::view::{Surface, face};

/// HTML under way.
pub(super) struct Html(String);

/// What a card's fingerprint tells of what was written.
pub(super) struct Written {
    pub(super) elements: u32,
    /// The bytes of all texts (UTF-8).
    pub(super) text: u32,
}

impl Html {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
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

    /// What is markup already.
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

    /// An attribute; its name is a literal of ours.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.escaped(value, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"'));
        self.raw("\"");
    }

    /// Text between tags.
    pub(super) fn text(&mut self, text: &str) {
        self.escaped(text, |byte| matches!(byte, b'&' | b'<' | b'>'));
    }

    /// Most texts have nothing to escape, and the others go by runs.
    #[inline]
    fn escaped(&mut self, text: &str, is_special: impl Fn(u8) -> bool) {
        // Without a way out in the middle, so that the processor looks at many bytes at a time.
        let any = |found, byte: &u8| found | is_special(*byte);
        if !text.as_bytes().iter().fold(false, any) {
            return self.raw(text);
        }
        let mut rest = text;
        while let Some((run, special, after)) =
            rest.bytes().position(&is_special).and_then(|place| {
                Some((
                    rest.get(..place)?,
                    rest.get(place..=place)?,
                    rest.get(place + 1..)?,
                ))
            })
        {
            self.raw(run);
            self.raw(match special {
                "&" => "&amp;",
                "<" => "&lt;",
                ">" => "&gt;",
                _ => "&quot;",
            });
            rest = after;
        }
        self.raw(rest);
    }

    /// The card's own element with everything in it, or nothing.
    pub(super) fn card(&mut self, card: &Card) -> Written {
        let mut markup = Markup {
            html: self,
            names: &[],
            open: Vec::with_capacity(16),
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
struct Markup<'page> {
    html: &'page mut Html,
    /// The attributes whose values are to come; a start tag ends with the last of them.
    names: &'static [&'static str],
    /// The tags that have to be closed.
    open: Vec<&'static str>,
    elements: u32,
    text: usize,
}

impl Markup<'_> {
    #[inline]
    fn next_value(&mut self, write: impl FnOnce(&mut Html, &'static str)) {
        let Some((name, names)) = self.names.split_first() else {
            return;
        };
        write(self.html, name);
        self.names = names;
        if names.is_empty() {
            self.html.raw(">");
        }
    }
}

impl Surface for Markup<'_> {
    #[inline]
    fn open(&mut self, tag: &'static str, names: &'static [&'static str], values: &[&'static str]) {
        self.elements += 1;
        self.open.push(tag);
        self.html.open(tag);
        self.names = names;
        if names.is_empty() {
            self.html.raw(">");
        }
        for value in values {
            self.fixed(Some(value));
        }
    }

    #[inline]
    fn fixed(&mut self, value: Option<&'static str>) {
        self.next_value(|html, name| {
            if let Some(value) = value {
                // There is nothing to escape in our own words.
                html.raw(" ");
                html.raw(name);
                html.raw("=\"");
                html.raw(value);
                html.raw("\"");
            }
        });
    }

    #[inline]
    fn value(&mut self, value: Option<&Text>) {
        self.next_value(|html, name| {
            if let Some(value) = value {
                html.attribute(name, value);
            }
        });
    }

    fn number(&mut self, value: Option<u32>) {
        self.next_value(|html, name| {
            if let Some(value) = value {
                html.attribute(name, &value.to_string());
            }
        });
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

    #[inline]
    fn close(&mut self) {
        // Void elements (HTML, "The elements of HTML") have no end tag.
        if let Some(tag) = self.open.pop()
            && !matches!(tag, "br" | "img")
        {
            self.html.raw("</");
            self.html.raw(tag);
            self.html.raw(">");
        }
    }
}
