//! Texts as every part of the card sets them.

use super::surface::Surface;
use crate::article::Text;
use crate::card::{Card, Label};

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
    on.open(tag, &["class", "part", "dir"], &[name, name]);
    on.fixed(dir(card));
    on.text(text);
    on.close();
}

/// A name of any script, isolated from the line around it.
pub(super) fn isolated(on: &mut impl Surface, text: &Text) {
    on.open("bdi", &[], &[]);
    on.text(text);
    on.close();
}

/// A label in an element of that class; it may be in another language than the card.
pub(super) fn label(on: &mut impl Surface, class: &'static str, label: &Label) {
    on.open("span", &["class", "lang"], &[class]);
    on.fixed(label.language);
    on.text(&label.text);
    on.close();
}

/// The same without a class.
pub(super) fn plain_label(on: &mut impl Surface, label: &Label) {
    on.open("span", &["lang"], &[]);
    on.fixed(label.language);
    on.text(&label.text);
    on.close();
}

/// What stands before or after that which a label is about.
pub(super) fn label_piece(on: &mut impl Surface, piece: &str, label: &Label) {
    if piece.is_empty() {
        on.absent();
    } else if label.language.is_some() {
        on.open("span", &["lang"], &[]);
        on.fixed(label.language);
        on.piece(piece);
        on.close();
    } else {
        on.piece(piece);
    }
}
