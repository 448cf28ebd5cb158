//! Yew's tree of a card.
//!
//! Yew's `html!` would read better, but it writes out each attribute and child in place, about 350 bytes of
//! WebAssembly for an element; these calls take 100, and every reader of a page downloads them. The tree is the same.

use crate::article::Text;
use crate::join::digits;
use crate::view::{Attributes, StartTag, Surface};
use yew::AttrValue;
use yew::html::Html;
use yew::virtual_dom::{self, AttributeOrProperty, VTag, VText};

/// A tree under way.
#[derive(Default)]
pub(super) struct Tree {
    /// The element that began last; at first one that is never drawn, around the whole.
    element: Element,
    /// Those around it.
    outer: Vec<Element>,
}

#[derive(Default)]
struct Element {
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Tree {
    /// What has been drawn, which is one element or nothing.
    pub(super) fn drawn(mut self) -> Html {
        self.element.children.pop().unwrap_or_default()
    }

    /// Begins an element.
    fn open(&mut self, tag: &'static str, names: &'static [&'static str]) {
        let element = Element {
            tag,
            names,
            ..Element::default()
        };
        self.outer
            .push(std::mem::replace(&mut self.element, element));
    }

    /// Ends the element that began last.
    fn close(&mut self) {
        let around = self.outer.pop().unwrap_or_default();
        let Element {
            tag,
            names,
            values,
            children,
        } = std::mem::replace(&mut self.element, around);
        let mut element = VTag::new(AttrValue::Static(tag));
        element.set_attributes(virtual_dom::Attributes::Dynamic {
            keys: names,
            values: values.into_boxed_slice(),
        });
        element.add_children(children);
        self.element.children.push(element.into());
    }

    fn words(&mut self, words: AttrValue) {
        self.element.children.push(VText::new(words).into());
    }
}

/// Yew counts its texts in one thread, articles theirs in all that a server has.
fn own(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}

impl Surface for Tree {
    fn element<A: Attributes>(
        &mut self,
        tag: &'static str,
        attributes: A,
        children: impl FnOnce(&mut Self),
    ) {
        self.open(tag, A::NAMES);
        attributes.give(&mut self.element);
        children(self);
        self.close();
    }

    fn void(&mut self, tag: &'static str, attributes: impl Attributes) {
        self.element(tag, attributes, |_| {});
    }

    fn text(&mut self, text: &Text) {
        self.words(own(text));
    }

    fn piece(&mut self, piece: &str) {
        self.words(own(piece));
    }

    fn space(&mut self) {
        self.words(AttrValue::Static(" "));
    }

    fn absent(&mut self) {
        self.element.children.push(Html::default());
    }
}

impl Element {
    fn next_value(&mut self, value: Option<AttrValue>) {
        // Not Yew's `AttributeOrProperty::Static` for our own words: its server renderer leaves those out.
        let value = value.map(AttributeOrProperty::Attribute);
        self.values.push(value);
    }
}

impl StartTag for Element {
    fn fixed(&mut self, _: &'static str, value: Option<&'static str>) {
        self.next_value(value.map(AttrValue::Static));
    }

    fn text(&mut self, _: &'static str, value: Option<&Text>) {
        self.next_value(value.map(|value| own(value)));
    }

    fn number(&mut self, name: &'static str, value: Option<u32>) {
        let value = value.map(|value| digits(value.into()).into());
        self.text(name, value.as_ref());
    }
}
