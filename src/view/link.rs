//! Links, names and small pictures, as every part of the card sets them.

use super::surface::Surface;
use super::text::isolated;
use crate::article::Text;
use crate::card::{Card, Name};

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

/// Begins a link.
pub(super) fn open(on: &mut impl Surface, href: &Text, card: &Card, purpose: Purpose) {
    on.open("a", LINK, &[]);
    on.fixed(purpose.class);
    on.fixed(purpose.part);
    on.fixed(purpose.opens);
    on.fixed(purpose.follows);
    on.number(purpose.index);
    on.value(Some(href));
    on.fixed(card.target);
    on.fixed(Some("noopener"));
}

/// Ends a link, with a spoken hint where it opens a new tab.
pub(super) fn close(on: &mut impl Surface, card: &Card) {
    on.optional(&card.new_tab, |on, hint| {
        on.open("span", &["class", "lang"], &["spoken"]);
        on.fixed(hint.language);
        on.space();
        on.text(&hint.text);
        on.close();
    });
    on.close();
}

/// A headline, linked if it has an address.
pub(super) fn headline(
    on: &mut impl Surface,
    text: &Text,
    href: &Option<Text>,
    card: &Card,
    purpose: Purpose,
) {
    match href {
        Some(href) => {
            open(on, href, card, purpose);
            on.text(text);
            close(on, card);
        }
        None => on.text(text),
    }
}

/// A name, linked if it has an address.
pub(super) fn name(on: &mut impl Surface, name: &Name, card: &Card) {
    match &name.href {
        Some(href) => {
            open(on, href, card, Purpose::default());
            isolated(on, &name.text);
            close(on, card);
        }
        None => isolated(on, &name.text),
    }
}

/// A small square picture that only decorates the words beside it.
pub(super) fn logo(on: &mut impl Surface, src: &Text, card: &Card) {
    picture(on, "logo", src, card);
}

/// The same beside the headline of a related story.
pub(super) fn thumbnail(on: &mut impl Surface, src: &Text, card: &Card) {
    picture(on, "thumbnail", src, card);
}

fn picture(on: &mut impl Surface, class: &'static str, src: &Text, card: &Card) {
    // The stylesheet gives the size in both cases; without it a logo is still no larger than a line.
    let names = &[
        "class", "alt", "decoding", "width", "height", "loading", "src",
    ];
    on.open("img", names, &[class, "", "async", "20", "20"]);
    on.fixed(loading(card));
    on.value(Some(src));
    on.close();
}

/// When pictures are fetched.
pub(super) const fn loading(card: &Card) -> Option<&'static str> {
    Some(if card.is_eager { "eager" } else { "lazy" })
}
