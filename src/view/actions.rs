//! What a reader can do with the story: copy its short address, follow it.

use super::link::{self, Purpose};
use super::surface::Surface;
use super::text::{isolated, label, plain_label};
use crate::card::{Card, Follow, ShortLink, Story};

pub(super) fn actions(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.short_link.is_none() && story.follow.is_none() {
        return on.absent();
    }
    on.open_class("div", "actions");
    on.optional(&story.short_link, |on, short| short_link(on, short, card));
    on.optional(&story.follow, |on, follow| self::follow(on, follow, card));
    on.open("span", &["class", "role"], &["spoken", "status"]);
    on.close();
    on.close();
}

fn short_link(on: &mut impl Surface, short: &ShortLink, card: &Card) {
    on.open_part("span", "short-link");
    link::open(on, &short.href, card, Purpose::default());
    isolated(on, &short.spoken);
    link::close(on, card);
    let names = &["class", "type", "data-copy"];
    on.open("button", names, &["copy", "button"]);
    on.value(Some(&short.href));
    label(on, "copy-label", &short.copy);
    let names = &["class", "aria-hidden", "lang"];
    on.open("span", names, &["copied-label", "true"]);
    on.fixed(short.copied.language);
    on.text(&short.copied.text);
    on.close();
    on.close();
    on.close();
}

fn follow(on: &mut impl Surface, follow: &Follow, card: &Card) {
    match &follow.href {
        Some(href) => {
            let purpose = Purpose {
                class: Some("follow"),
                part: Some("follow"),
                follows: Some(""),
                ..Purpose::default()
            };
            link::open(on, href, card, purpose);
            plain_label(on, &follow.label);
            link::close(on, card);
        }
        None => {
            let names = &["class", "part", "type", "data-follow"];
            on.open("button", names, &["follow", "follow", "button", ""]);
            plain_label(on, &follow.label);
            on.close();
        }
    }
}
