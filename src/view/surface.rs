//! What a card is drawn on: Yew's tree, or the text of a page.

use super::attributes::{Attributes, Class, Part};
use crate::article::Text;

/// What a card is drawn on, so that each part of the card is described once, whatever becomes of it.
///
/// Names of tags and attributes are literals, because nothing escapes them.
pub(crate) trait Surface: Sized {
    /// An element with its attributes and what is drawn in it.
    fn element<A: Attributes>(
        &mut self,
        tag: &'static str,
        attributes: A,
        children: impl FnOnce(&mut Self),
    );

    /// An element that can hold nothing: HTML, "The elements of HTML", calls it void.
    fn void(&mut self, tag: &'static str, attributes: impl Attributes);

    /// Some text.
    fn text(&mut self, text: &Text);

    /// Some text that is a part of another.
    fn piece(&mut self, piece: &str);

    /// A space between two inline elements.
    fn space(&mut self);

    /// A child that is not there. It keeps its place, by which a Yew that is whole knows its neighbours again when it comes.
    fn absent(&mut self);

    /// What is drawn of a value, or the place that it would have.
    fn optional<'card, T>(
        &mut self,
        value: &'card Option<T>,
        draw: impl FnOnce(&mut Self, &'card T),
    ) {
        match value {
            Some(value) => draw(self, value),
            None => self.absent(),
        }
    }

    /// An element with a class.
    fn class(&mut self, tag: &'static str, class: &'static str, children: impl FnOnce(&mut Self)) {
        self.element(tag, (Class(class),), children);
    }

    /// An element with a class and a part of that name.
    fn part(&mut self, tag: &'static str, name: &'static str, children: impl FnOnce(&mut Self)) {
        self.element(tag, (Class(name), Part(name)), children);
    }
}

/// What takes the values of an element's attributes, in their order; no value, no attribute.
pub(crate) trait StartTag {
    /// One of our own words.
    fn fixed(&mut self, name: &'static str, value: Option<&'static str>);

    /// A text of the card.
    fn text(&mut self, name: &'static str, value: Option<&Text>);

    /// A number.
    fn number(&mut self, name: &'static str, value: Option<u32>);
}
