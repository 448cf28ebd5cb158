//! Links, names and small pictures, as every part of the card sets them.

use super::attributes::*;
use super::surface::Surface;
use super::text::{isolated, plain_label};
use crate::article::Text;
use crate::card::{Card, Label, Name};

/// What a link is for, beside leading somewhere.
pub(super) struct Purpose {
    pub(super) class: Option<&'static str>,
    pub(super) part: Option<&'static str>,
    /// The story link that the page is told of.
    pub(super) opens: Option<&'static str>,
    pub(super) follows: Option<&'static str>,
    pub(super) index: Option<u32>,
}

impl Purpose {
    /// Nothing beside.
    pub(super) const NONE: Self = Self {
        class: None,
        part: None,
        opens: None,
        follows: None,
        index: None,
    };
}

/// What a link says.
pub(super) enum Words<'card> {
    Text(&'card Text),
    /// A name of any script.
    Isolated(&'card Text),
    Label(&'card Label),
}

/// A link, with a spoken hint at its end where it opens a new tab.
pub(super) fn link(
    on: &mut impl Surface,
    href: &Text,
    card: &Card,
    purpose: &Purpose,
    words: Words<'_>,
) {
    let attributes = (
        Class(purpose.class),
        Part(purpose.part),
        DataOpen(purpose.opens),
        DataFollow(purpose.follows),
        DataIndex(purpose.index),
        Href(href),
        Target(card.target),
        Rel("noopener"),
    );
    on.element("a", attributes, |on| {
        match words {
            Words::Text(text) => on.text(text),
            Words::Isolated(text) => isolated(on, text),
            Words::Label(label) => plain_label(on, label),
        }
        on.optional(&card.new_tab, hint);
    });
}

fn hint(on: &mut impl Surface, hint: &Label) {
    on.element("span", (Class("spoken"), Lang(hint.language)), |on| {
        on.space();
        on.text(&hint.text);
    });
}

/// A headline, linked if it has an address.
pub(super) fn headline(
    on: &mut impl Surface,
    text: &Text,
    href: &Option<Text>,
    card: &Card,
    purpose: &Purpose,
) {
    match href {
        Some(href) => link(on, href, card, purpose, Words::Text(text)),
        None => on.text(text),
    }
}

/// A name, linked if it has an address.
pub(super) fn name(on: &mut impl Surface, name: &Name, card: &Card) {
    match &name.href {
        Some(href) => link(on, href, card, &Purpose::NONE, Words::Isolated(&name.text)),
        None => isolated(on, &name.text),
    }
}

/// A small square picture that only decorates the words beside it.
pub(super) fn logo(on: &mut impl Surface, src: &Text, card: &Card) {
    picture(on, "logo", src, card);
}

/// The same before the name of an author.
pub(super) fn portrait(on: &mut impl Surface, src: &Text, card: &Card) {
    picture(on, "portrait", src, card);
}

/// The same beside the headline of a related story.
pub(super) fn thumbnail(on: &mut impl Surface, src: &Text, card: &Card) {
    picture(on, "thumbnail", src, card);
}

fn picture(on: &mut impl Surface, class: &'static str, src: &Text, card: &Card) {
    let attributes = (
        Class(class),
        Alt(""),
        Decoding("async"),
        // The stylesheet gives the size in both cases; without it a logo is still no larger than a line.
        Width("20"),
        Height("20"),
        Loading(loading(card)),
        Src(src),
    );
    on.void("img", attributes);
}

/// When pictures are fetched.
pub(super) const fn loading(card: &Card) -> Option<&'static str> {
    Some(if card.is_eager { "eager" } else { "lazy" })
}
