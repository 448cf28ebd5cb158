//! What has to be said of the story: who paid, what a reader needs, what was put right.

use super::attributes::{Class, Dir, Lang, Part};
use super::dateline::date;
use super::link::{logo, name};
use super::surface::Surface;
use super::text::{dir, label, label_piece};
use crate::card::{Card, Correction, Label, Sponsor};

pub(super) fn sponsor(on: &mut impl Surface, sponsor: &Sponsor, card: &Card) {
    let (before, after) = sponsor.label.around();
    on.element("p", (Class("notice sponsor"), Part("notice")), |on| {
        on.optional(&sponsor.logo, |on, src| logo(on, src, card));
        label_piece(on, &before, &sponsor.label);
        name(on, &sponsor.name, card);
        label_piece(on, after, &sponsor.label);
    });
}

/// A notice that is a label and nothing more.
pub(super) fn notice(on: &mut impl Surface, class: &'static str, label: &Label) {
    let attributes = (Class(class), Part("notice"), Lang(label.language));
    on.element("p", attributes, |on| on.text(&label.text));
}

pub(super) fn correction(on: &mut impl Surface, correction: &Correction, card: &Card) {
    let attributes = (Class("notice correction"), Part("notice"), Dir(dir(card)));
    on.element("p", attributes, |on| {
        label(on, "notice-label", &correction.label);
        on.space();
        on.optional(&correction.timestamp, |on, timestamp| {
            date(on, timestamp, None);
        });
        // The correction itself begins a line of its own.
        on.optional(&correction.timestamp, |on, _| on.void("br", ()));
        on.space();
        on.text(&correction.text);
    });
}
