//! An element under way: a tag, attributes and children.
//!
//! Yew's `html!` would read better, but it writes out each attribute and child in place, about 350 bytes of
//! WebAssembly for an element; these calls take 100, and every reader of a page downloads them. The tree is the same.

use crate::article::Text;
use crate::card::{Card, Label};
use yew::AttrValue;
use yew::html::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// Builds one element. Names of tags and attributes are literals, because Yew does not escape them.
pub(super) struct Element {
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Element {
    /// An element with the names of its attributes, and the values of the first of them.
    pub(super) fn new(
        tag: &'static str,
        names: &'static [&'static str],
        values: &[&'static str],
    ) -> Self {
        let values = values.iter().map(|value| Some(own_words(value))).collect();
        Self {
            tag,
            names,
            values,
            children: Vec::new(),
        }
    }

    /// An element with a class.
    pub(super) fn of_class(tag: &'static str, class: &'static str) -> Self {
        Self::new(tag, &["class"], &[class])
    }

    /// An element with a class and a part of that name.
    pub(super) fn of_part(tag: &'static str, name: &'static str) -> Self {
        Self::new(tag, &["class", "part"], &[name, name])
    }

    /// The same, with a text of the article in it, which may have to find its own direction.
    pub(super) fn of_text(tag: &'static str, name: &'static str, text: &Text, card: &Card) -> Html {
        let mut element = Self::new(tag, &["class", "part", "dir"], &[name, name]);
        element.fixed(dir(card)).words(text).draw()
    }

    /// A text and no element.
    pub(super) fn words_alone(text: &Text) -> Html {
        words(AttrValue::Rc(text.clone()))
    }

    /// The next attribute's value, one of our own words; no value, no attribute.
    pub(super) fn fixed(&mut self, value: Option<&'static str>) -> &mut Self {
        self.values.push(value.map(own_words));
        self
    }

    /// The next attribute's value, a text of the card.
    pub(super) fn value(&mut self, value: Option<&Text>) -> &mut Self {
        self.values
            .push(value.map(|value| AttributeOrProperty::Attribute(AttrValue::Rc(value.clone()))));
        self
    }

    /// The next attribute's value, a number.
    pub(super) fn number(&mut self, value: Option<u32>) -> &mut Self {
        self.value(value.map(|value| value.to_string().into()).as_ref())
    }

    /// A child. An absent one keeps its place, so that its neighbours are known again when it comes, and so that no two
    /// elements of one tag with other attributes ever take each other's place: `xtask/src/slim.rs` relies on that.
    pub(super) fn child(&mut self, child: impl Into<Option<Html>>) -> &mut Self {
        self.children.push(child.into().unwrap_or_default());
        self
    }

    /// Some text.
    pub(super) fn words(&mut self, text: &Text) -> &mut Self {
        self.child(words(AttrValue::Rc(text.clone())))
    }

    /// A space between two inline elements.
    pub(super) fn space(&mut self) -> &mut Self {
        self.child(words(AttrValue::Static(" ")))
    }

    /// A label, which may be in another language than the card, around what it is about.
    pub(super) fn label(&mut self, label: &Label, about: Html) -> &mut Self {
        let (before, after) = label.around();
        self.child(label_part(&before, label))
            .child(about)
            .child(label_part(&after, label))
    }

    /// The element as Yew knows it.
    pub(super) fn draw(&mut self) -> Html {
        let mut tag = VTag::new(self.tag);
        let mut values = std::mem::take(&mut self.values);
        values.resize(self.names.len(), None);
        tag.set_attributes(Attributes::Dynamic {
            keys: self.names,
            values: values.into_boxed_slice(),
        });
        tag.add_children(std::mem::take(&mut self.children));
        tag.into()
    }
}

/// Not Yew's `AttributeOrProperty::Static`, which its server renderer leaves out of elements such as these.
const fn own_words(value: &'static str) -> AttributeOrProperty {
    AttributeOrProperty::Attribute(AttrValue::Static(value))
}

fn words(text: AttrValue) -> Html {
    VText::new(text).into()
}

fn label_part(text: &Text, label: &Label) -> Option<Html> {
    if text.is_empty() {
        return None;
    }
    Some(match label.language {
        None => Element::words_alone(text),
        language => Element::new("span", &["lang"], &[])
            .fixed(language)
            .words(text)
            .draw(),
    })
}

/// The direction of a text of the article: its own, where nobody said which language it is in.
pub(super) fn dir(card: &Card) -> Option<&'static str> {
    card.finds_direction.then_some("auto")
}
