//! What stands at the head of the card: publisher, kicker, headline.

use super::link::{self, Purpose, logo, name};
use super::surface::Surface;
use super::text::{dir, label};
use crate::article::{Status, Text};
use crate::card::{Card, Kicker, Publisher, Story};

pub(super) fn publisher(on: &mut impl Surface, publisher: &Publisher, card: &Card) {
    on.open_part("p", "publisher");
    on.optional(&publisher.logo, |on, src| logo(on, src, card));
    name(on, &publisher.name, card);
    on.close();
}

pub(super) fn kicker(on: &mut impl Surface, kicker: &Kicker) {
    on.open_part("p", "kicker");
    on.optional(&kicker.status, |on, (status, words)| {
        label(on, status_class(*status), words);
    });
    on.space();
    on.optional(&kicker.topic, |on, topic| subject(on, "topic", topic));
    on.space();
    on.optional(&kicker.section, |on, section| {
        subject(on, "section", section);
    });
    on.close();
}

fn subject(on: &mut impl Surface, class: &'static str, text: &Text) {
    on.open_class("bdi", class);
    on.text(text);
    on.close();
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
    let names = &["class", "part", "id", "dir"];
    on.open(level, names, &["headline", "headline", "headline"]);
    on.fixed(dir(card));
    let purpose = Purpose {
        opens: Some("headline"),
        ..Purpose::default()
    };
    link::headline(on, &story.headline, &story.href, card, purpose);
    on.close();
}
