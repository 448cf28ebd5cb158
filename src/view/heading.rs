//! What stands at the head of the card: publisher, kicker, headline.

use super::element::{Element, dir};
use super::link::{Purpose, link, logo, name};
use crate::article::{Status, Text};
use crate::card::{Card, Kicker, Publisher, Story};
use yew::prelude::*;

pub(super) fn publisher(publisher: &Publisher, card: &Card) -> Html {
    let logo = publisher.logo.as_ref().map(|src| logo(src, card));
    Element::of_part("p", "publisher")
        .child(logo)
        .child(name(&publisher.name, card))
        .draw()
}

pub(super) fn kicker(kicker: &Kicker) -> Html {
    let status = kicker.status.as_ref().map(|(status, label)| {
        Element::new("span", &["class", "lang"], &[status_class(*status)])
            .fixed(label.language)
            .words(&label.text)
            .draw()
    });
    let part = |class, text: &Text| Element::of_class("bdi", class).words(text).draw();
    let topic = kicker.topic.as_ref().map(|topic| part("topic", topic));
    let section = kicker
        .section
        .as_ref()
        .map(|section| part("section", section));
    Element::of_part("p", "kicker")
        .child(status)
        .space()
        .child(topic)
        .space()
        .child(section)
        .draw()
}

const fn status_class(status: Status) -> &'static str {
    match status {
        Status::Live => "status live",
        Status::Breaking => "status breaking",
        Status::Developing | Status::Withdrawn => "status developing",
    }
}

pub(super) fn headline(story: &Story, card: &Card) -> Html {
    let level = match card.heading_level {
        2 => "h2",
        4 => "h4",
        5 => "h5",
        6 => "h6",
        _ => "h3",
    };
    let mut heading = Element::new(
        level,
        &["class", "part", "id", "dir"],
        &["headline", "headline", "headline"],
    );
    heading.fixed(dir(card));
    match &story.href {
        Some(href) => {
            let purpose = Purpose {
                opens: Some("headline"),
                ..Purpose::default()
            };
            let text = Element::words_alone(&story.headline);
            heading.child(link(href, card, purpose, text))
        }
        None => heading.words(&story.headline),
    };
    heading.draw()
}
