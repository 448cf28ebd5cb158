//! Who wrote it.

use super::link::{name, portrait};
use super::surface::Surface;
use super::text::{isolated, label_piece};
use crate::card::{Byline, Card};

pub(super) fn byline(on: &mut impl Surface, byline: &Byline, card: &Card) {
    let (before, after) = byline.label.around();
    on.part("p", "byline", |on| {
        label_piece(on, &before, &byline.label);
        on.class("span", "names", |on| {
            for author in &byline.names {
                on.text(&author.separator);
                on.optional(&author.portrait, |on, src| portrait(on, src, card));
                name(on, &author.name, card);
                on.space();
                on.optional(&author.job_title, |on, title| {
                    on.part("span", "job-title", |on| isolated(on, title));
                });
            }
        });
        label_piece(on, after, &byline.label);
    });
}
