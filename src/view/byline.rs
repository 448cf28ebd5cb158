//! Who wrote it.

use super::link::name;
use super::surface::Surface;
use super::text::label_piece;
use crate::card::{Byline, Card};

pub(super) fn byline(on: &mut impl Surface, byline: &Byline, card: &Card) {
    let (before, after) = byline.label.around();
    on.open_part("p", "byline");
    label_piece(on, &before, &byline.label);
    on.open_class("span", "names");
    for (separator, author) in &byline.names {
        on.text(separator);
        name(on, author, card);
    }
    on.close();
    label_piece(on, after, &byline.label);
    on.close();
}
