//! What a reader can do with the story: copy its short address, follow it.

use super::attributes::{AriaHidden, Class, DataCopy, DataFollow, Lang, Part, Role, Type};
use super::link::{Purpose, Words, link};
use super::surface::Surface;
use super::text::{label, plain_label};
use crate::card::{Card, Follow, ShortLink, Story};

pub(super) fn actions(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.short_link.is_none() && story.follow.is_none() {
        return on.absent();
    }
    on.class("div", "actions", |on| {
        on.optional(&story.short_link, |on, short| short_link(on, short, card));
        on.optional(&story.follow, |on, follow| self::follow(on, follow, card));
        on.element("span", (Class("spoken"), Role("status")), |_| {});
    });
}

fn short_link(on: &mut impl Surface, short: &ShortLink, card: &Card) {
    on.part("span", "short-link", |on| {
        link(
            on,
            &short.href,
            card,
            &Purpose::NONE,
            Words::Isolated(&short.spoken),
        );
        let button = (Class("copy"), Type("button"), DataCopy(&short.href));
        on.element("button", button, |on| {
            label(on, "copy-label", &short.copy);
            let copied = (
                Class("copied-label"),
                AriaHidden("true"),
                Lang(short.copied.language),
            );
            on.element("span", copied, |on| on.text(&short.copied.text));
        });
    });
}

fn follow(on: &mut impl Surface, follow: &Follow, card: &Card) {
    match &follow.href {
        Some(href) => {
            let purpose = &Purpose {
                class: Some("follow"),
                part: Some("follow"),
                follows: Some(""),
                ..Purpose::NONE
            };
            link(on, href, card, purpose, Words::Label(&follow.label));
        }
        None => {
            let button = (
                Class("follow"),
                Part("follow"),
                Type("button"),
                DataFollow(""),
            );
            on.element("button", button, |on| plain_label(on, &follow.label));
        }
    }
}
