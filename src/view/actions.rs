//! What a reader can do with the story: copy its short address, follow it.

use super::element::Element;
use super::link::{Purpose, isolated, link};
use crate::card::{Card, Follow, ShortLink, Story};
use yew::prelude::*;

pub(super) fn actions(story: &Story, card: &Card) -> Option<Html> {
    if story.short_link.is_none() && story.follow.is_none() {
        return None;
    }
    let mut actions = Element::of_class("div", "actions");
    actions.child(story.short_link.as_ref().map(|link| short_link(link, card)));
    actions.child(
        story
            .follow
            .as_ref()
            .map(|follow| self::follow(follow, card)),
    );
    actions.child(Element::new("span", &["class", "role"], &["spoken", "status"]).draw());
    Some(actions.draw())
}

fn short_link(short: &ShortLink, card: &Card) -> Html {
    let names = &["class", "aria-hidden", "lang"];
    let copy = Element::new("span", &["class", "lang"], &["copy-label"])
        .fixed(short.copy.language)
        .words(&short.copy.text)
        .draw();
    let copied = Element::new("span", names, &["copied-label", "true"])
        .fixed(short.copied.language)
        .words(&short.copied.text)
        .draw();
    let mut button = Element::new(
        "button",
        &["class", "type", "data-copy"],
        &["copy", "button"],
    );
    button.value(Some(&short.href)).child(copy).child(copied);
    let address = link(
        &short.href,
        card,
        Purpose::default(),
        isolated(&short.spoken),
    );
    Element::of_part("span", "short-link")
        .child(address)
        .child(button.draw())
        .draw()
}

fn follow(follow: &Follow, card: &Card) -> Html {
    let label = Element::new("span", &["lang"], &[])
        .fixed(follow.label.language)
        .words(&follow.label.text)
        .draw();
    match &follow.href {
        Some(href) => {
            let purpose = Purpose {
                class: Some("follow"),
                part: Some("follow"),
                follows: Some(""),
                ..Purpose::default()
            };
            link(href, card, purpose, label)
        }
        None => {
            let names = &["class", "part", "type", "data-follow"];
            Element::new("button", names, &["follow", "follow", "button", ""])
                .child(label)
                .draw()
        }
    }
}
