//! What has to be said of the story: who paid, what a reader needs, what was put right.

use super::element::{Element, dir};
use super::filed::time;
use super::link::{logo, name};
use crate::card::{Card, Correction, Label, Sponsor};
use yew::prelude::*;

pub(super) fn sponsor(sponsor: &Sponsor, card: &Card) -> Html {
    let logo = sponsor.logo.as_ref().map(|src| logo(src, card));
    let mut notice = Element::new("p", &["class", "part"], &["notice sponsor", "notice"]);
    notice
        .child(logo)
        .label(&sponsor.label, name(&sponsor.name, card))
        .draw()
}

/// A notice that is a label and nothing more.
pub(super) fn notice(class: &'static str, label: &Label) -> Html {
    Element::new("p", &["class", "part", "lang"], &[class, "notice"])
        .fixed(label.language)
        .words(&label.text)
        .draw()
}

pub(super) fn correction(correction: &Correction, card: &Card) -> Html {
    let label = &correction.label;
    let label = Element::new("span", &["class", "lang"], &["notice-label"])
        .fixed(label.language)
        .words(&label.text)
        .draw();
    let mut notice = Element::new(
        "p",
        &["class", "part", "dir"],
        &["notice correction", "notice"],
    );
    notice.fixed(dir(card)).child(label).space();
    notice
        .child(
            correction
                .timestamp
                .as_ref()
                .map(|timestamp| time(timestamp, None)),
        )
        .space();
    notice.words(&correction.text).draw()
}
