//! What a card is drawn on: Yew's tree, or the text of a page.

use crate::article::Text;

/// What a card is drawn on. Elements begin and end in it like tags in HTML, so that each part of the card is described
/// once, whatever becomes of it.
///
/// Names of tags and attributes are literals, because nothing escapes them.
pub(crate) trait Surface: Sized {
    /// Begins an element with the names of its attributes, and the values of the first of them. The values of the others
    /// follow in their order, all of them, before anything is put into the element.
    fn open(&mut self, tag: &'static str, names: &'static [&'static str], values: &[&'static str]);

    /// The next attribute's value, one of our own words; no value, no attribute.
    fn fixed(&mut self, value: Option<&'static str>);

    /// The next attribute's value, a text of the card.
    fn value(&mut self, value: Option<&Text>);

    /// The next attribute's value, a number.
    fn number(&mut self, value: Option<u32>);

    /// Some text.
    fn text(&mut self, text: &Text);

    /// Some text that is a part of another.
    fn piece(&mut self, piece: &str);

    /// A space between two inline elements.
    fn space(&mut self);

    /// A child that is not there. It keeps its place, so that its neighbours are known again when it comes, and so that no
    /// two elements of one tag with other attributes ever take each other's place: `xtask/src/slim/tables.rs` relies on that.
    fn absent(&mut self);

    /// Ends the element that began last.
    fn close(&mut self);

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

    /// Begins an element with a class.
    fn open_class(&mut self, tag: &'static str, class: &'static str) {
        self.open(tag, &["class"], &[class]);
    }

    /// Begins an element with a class and a part of that name.
    fn open_part(&mut self, tag: &'static str, name: &'static str) {
        self.open(tag, &["class", "part"], &[name, name]);
    }
}
