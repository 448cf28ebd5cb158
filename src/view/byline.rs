//! Who wrote it.

use super::link::name;
use super::surface::Surface;
use super::text::label_piece;
use crate::card::{Byline, Card};

pub(super) fn byline(on: &mut impl Surface, byline: &Byline, card: &Card) {
    let (before, after) = byline.label.around();
    on.part("p", "byline", |on| {
        label_piece(on, &before, &byline.label);
        on.class("span", "names", |on| {
            for (separator, author) in &byline.names {
                on.text(separator);
                name(on, author, card);
            }
        });
        label_piece(on, after, &byline.label);
    });
}
