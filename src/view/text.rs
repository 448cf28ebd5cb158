//! Texts as every part of the card sets them.

use super::attributes::{Class, Datetime, Dir, Lang, Part};
use super::surface::Surface;
use crate::article::Text;
use crate::card::{Card, Label, Timestamp};

/// The direction of a text of the article: its own, where nobody said which language it is in.
pub(super) fn dir(card: &Card) -> Option<&'static str> {
    card.finds_direction.then_some("auto")
}

/// A text of the article in a part of that name.
pub(super) fn part(
    on: &mut impl Surface,
    tag: &'static str,
    name: &'static str,
    text: &Text,
    card: &Card,
) {
    let attributes = (Class(name), Part(name), Dir(dir(card)));
    on.element(tag, attributes, |on| on.text(text));
}

/// A name of any script, isolated from the line around it.
pub(super) fn isolated(on: &mut impl Surface, text: &Text) {
    on.element("bdi", (), |on| on.text(text));
}

/// A label in an element of that class; it may be in another language than the card.
pub(super) fn label(on: &mut impl Surface, class: &'static str, label: &Label) {
    let attributes = (Class(class), Lang(label.language));
    on.element("span", attributes, |on| on.text(&label.text));
}

/// The same without a class.
pub(super) fn plain_label(on: &mut impl Surface, label: &Label) {
    on.element("span", (Lang(label.language),), |on| on.text(&label.text));
}

/// What stands before or after that which a label is about.
pub(super) fn label_piece(on: &mut impl Surface, piece: &str, label: &Label) {
    if piece.is_empty() {
        on.absent();
    } else if label.language.is_some() {
        on.element("span", (Lang(label.language),), |on| on.piece(piece));
    } else {
        on.piece(piece);
    }
}

/// A time in words, with its label around it.
pub(super) fn wording(on: &mut impl Surface, timestamp: &Timestamp) {
    match &timestamp.label {
        Some(label) => {
            let (before, after) = label.around();
            label_piece(on, &before, label);
            time(on, timestamp);
            label_piece(on, after, label);
        }
        None => time(on, timestamp),
    }
}

fn time(on: &mut impl Surface, timestamp: &Timestamp) {
    let language = Lang(timestamp.language.as_ref());
    let attributes = (Datetime(&timestamp.datetime), language);
    on.element("time", attributes, |on| on.text(&timestamp.text));
}
