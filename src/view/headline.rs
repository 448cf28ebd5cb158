//! What stands at the head of the card: publisher, kicker, headline.

use super::attributes::{Class, Dir, Id, Part};
use super::link::{self, Purpose, logo, name};
use super::surface::Surface;
use super::text::{dir, label};
use crate::article::{Status, Text};
use crate::card::{Card, Kicker, Publisher, Story};

pub(super) fn publisher(on: &mut impl Surface, publisher: &Publisher, card: &Card) {
    on.part("p", "publisher", |on| {
        on.optional(&publisher.logo, |on, src| logo(on, src, card));
        name(on, &publisher.name, card);
    });
}

pub(super) fn kicker(on: &mut impl Surface, kicker: &Kicker) {
    on.part("p", "kicker", |on| {
        on.optional(&kicker.status, |on, (status, words)| {
            label(on, status_class(*status), words);
        });
        on.space();
        on.optional(&kicker.topic, |on, topic| subject(on, "topic", topic));
        on.space();
        on.optional(&kicker.section, |on, section| {
            subject(on, "section", section);
        });
    });
}

fn subject(on: &mut impl Surface, class: &'static str, text: &Text) {
    on.class("bdi", class, |on| on.text(text));
}

const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Live => "status live",
        Status::Breaking => "status breaking",
        Status::Developing | Status::Withdrawn => "status developing",
    }
}

pub(super) fn headline(on: &mut impl Surface, story: &Story, card: &Card) {
    let level = match card.heading_level {
        2 => "h2",
        4 => "h4",
        5 => "h5",
        6 => "h6",
        _ => "h3",
    };
    let attributes = (
        Class("headline"),
        Part("headline"),
        Id("headline"),
        Dir(dir(card)),
    );
    on.element(level, attributes, |on| {
        let purpose = &Purpose {
            opens: Some("headline"),
            ..Purpose::NONE
        };
        link::headline(on, &story.headline, &story.href, card, purpose);
    });
}
