//! Other stories: a labelled list, not a landmark, because a page has many cards.

use super::element::{Element, dir};
use super::filed::time;
use super::link::{Purpose, link, thumbnail};
use crate::card::{Card, Related, RelatedStory};
use yew::prelude::*;

pub(super) fn related(related: &Related, card: &Card) -> Html {
    let mut label = Element::new("p", &["class", "id", "lang"], &["related-label", "related"]);
    label
        .fixed(related.label.language)
        .words(&related.label.text);
    let mut list = Element::new("ul", &["aria-labelledby"], &["related"]);
    for (index, related) in (0..).zip(&related.stories) {
        list.child(story(related, index, card));
    }
    Element::of_part("div", "related")
        .child(label.draw())
        .child(list.draw())
        .draw()
}

fn story(story: &RelatedStory, index: u32, card: &Card) -> Html {
    let (language, direction) = match &story.language {
        Some((language, direction)) => (Some(language), Some(direction.as_str())),
        None => (None, dir(card)),
    };
    let mut item = Element::new(
        "li",
        &["class", "part", "lang", "dir"],
        &["related-item", "related-item"],
    );
    item.value(language)
        .fixed(direction)
        .child(story.thumbnail.as_ref().map(|src| thumbnail(src, card)));
    match &story.href {
        Some(href) => {
            let purpose = Purpose {
                opens: Some("related"),
                index: Some(index),
                ..Purpose::default()
            };
            item.child(link(
                href,
                card,
                purpose,
                Element::words_alone(&story.headline),
            ))
        }
        None => item.words(&story.headline),
    };
    let timestamp = story.timestamp.as_ref().map(|timestamp| {
        Element::of_class("span", "timestamp")
            .child(time(timestamp, None))
            .draw()
    });
    item.space().child(timestamp);
    item.draw()
}
