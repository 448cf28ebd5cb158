//! Who wrote it, where it was filed, and how fresh it is.

use super::element::Element;
use super::link::{isolated, name};
use crate::article::Text;
use crate::card::{Byline, Card, Story, Timestamp};
use yew::prelude::*;

pub(super) fn byline(byline: &Byline, card: &Card) -> Html {
    let mut names = Element::of_class("span", "names");
    for (separator, author) in &byline.names {
        names.words(separator).child(name(author, card));
    }
    Element::of_part("p", "byline")
        .label(&byline.label, names.draw())
        .draw()
}

pub(super) fn filed(story: &Story, card: &Card) -> Option<Html> {
    let dateline = story.dateline.as_ref().map(|place| {
        Element::of_part("span", "dateline")
            .child(isolated(place))
            .draw()
    });
    let timestamp = story
        .timestamp
        .as_ref()
        .map(|timestamp| self::timestamp(timestamp, card));
    let is_there = dateline.is_some() || timestamp.is_some();
    is_there.then(|| {
        Element::of_class("p", "filed")
            .child(dateline)
            .space()
            .child(timestamp)
            .draw()
    })
}

fn timestamp(timestamp: &Timestamp, card: &Card) -> Html {
    let mut part = Element::of_part("span", "timestamp");
    match &timestamp.label {
        Some(label) => part.label(
            label,
            time(timestamp, label.language.map(|_| &card.language)),
        ),
        None => part.child(time(timestamp, None)),
    };
    part.draw()
}

/// A date; beside a label in another language it says which is its own.
pub(super) fn time(timestamp: &Timestamp, language: Option<&Text>) -> Html {
    Element::new("time", &["datetime", "lang"], &[])
        .value(Some(&timestamp.datetime))
        .value(language)
        .words(&timestamp.text)
        .draw()
}
