//! What has to be said of the story: who paid, what a reader needs, what was put right.

use super::dateline::date;
use super::link::{logo, name};
use super::surface::Surface;
use super::text::{dir, label, label_piece};
use crate::card::{Card, Correction, Label, Sponsor};

pub(super) fn sponsor(on: &mut impl Surface, sponsor: &Sponsor, card: &Card) {
    let (before, after) = sponsor.label.around();
    on.open("p", &["class", "part"], &["notice sponsor", "notice"]);
    on.optional(&sponsor.logo, |on, src| logo(on, src, card));
    label_piece(on, &before, &sponsor.label);
    name(on, &sponsor.name, card);
    label_piece(on, after, &sponsor.label);
    on.close();
}

/// A notice that is a label and nothing more.
pub(super) fn notice(on: &mut impl Surface, class: &'static str, label: &Label) {
    on.open("p", &["class", "part", "lang"], &[class, "notice"]);
    on.fixed(label.language);
    on.text(&label.text);
    on.close();
}

pub(super) fn correction(on: &mut impl Surface, correction: &Correction, card: &Card) {
    let names = &["class", "part", "dir"];
    on.open("p", names, &["notice correction", "notice"]);
    on.fixed(dir(card));
    label(on, "notice-label", &correction.label);
    on.space();
    on.optional(&correction.timestamp, |on, timestamp| {
        date(on, timestamp, None, card);
    });
    // The correction itself begins a line of its own.
    on.optional(&correction.timestamp, |on, _| {
        on.open("br", &[], &[]);
        on.close();
    });
    on.space();
    on.text(&correction.text);
    on.close();
}
