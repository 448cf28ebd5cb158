//! Links, names and small pictures, as every part of the card sets them.

use super::element::Element;
use crate::article::Text;
use crate::card::{Card, Name};
use yew::prelude::*;

const LINK: &[&str] = &[
    "class",
    "part",
    "data-open",
    "data-follow",
    "data-index",
    "href",
    "target",
    "rel",
];

/// What a link is for, beside leading somewhere.
#[derive(Clone, Copy, Default)]
pub(super) struct Purpose {
    pub(super) class: Option<&'static str>,
    pub(super) part: Option<&'static str>,
    /// The story link that the page is told of.
    pub(super) opens: Option<&'static str>,
    pub(super) follows: Option<&'static str>,
    pub(super) index: Option<u32>,
}

/// Content in a link, with a spoken hint where the link opens a new tab.
pub(super) fn link(href: &Text, card: &Card, purpose: Purpose, content: Html) -> Html {
    let mut link = Element::new("a", LINK, &[]);
    link.fixed(purpose.class)
        .fixed(purpose.part)
        .fixed(purpose.opens)
        .fixed(purpose.follows)
        .number(purpose.index);
    link.value(Some(href))
        .fixed(card.target)
        .fixed(Some("noopener"))
        .child(content);
    link.child(card.new_tab.as_ref().map(|hint| {
        Element::new("span", &["class", "lang"], &["spoken"])
            .fixed(hint.language)
            .space()
            .words(&hint.text)
            .draw()
    }));
    link.draw()
}

/// A name of any script, isolated from the line around it.
pub(super) fn isolated(text: &Text) -> Html {
    Element::new("bdi", &[], &[]).words(text).draw()
}

/// A name, linked if it has an address.
pub(super) fn name(name: &Name, card: &Card) -> Html {
    let text = isolated(&name.text);
    match &name.href {
        Some(href) => link(href, card, Purpose::default(), text),
        None => text,
    }
}

/// A small square picture that only decorates the words beside it.
pub(super) fn logo(src: &Text, card: &Card) -> Html {
    picture("logo", src, card)
}

/// The same beside the headline of a related story.
pub(super) fn thumbnail(src: &Text, card: &Card) -> Html {
    picture("thumbnail", src, card)
}

fn picture(class: &'static str, src: &Text, card: &Card) -> Html {
    // The stylesheet gives the size in both cases; without it a logo is still no larger than a line.
    let names = &[
        "class", "alt", "decoding", "width", "height", "loading", "src",
    ];
    Element::new("img", names, &[class, "", "async", "20", "20"])
        .fixed(loading(card))
        .value(Some(src))
        .draw()
}

/// When pictures are fetched.
pub(super) const fn loading(card: &Card) -> Option<&'static str> {
    Some(if card.is_eager { "eager" } else { "lazy" })
}
