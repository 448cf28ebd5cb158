//! Other stories: a labelled list, not a landmark, because a page has many cards.

use super::attributes::{AriaLabelledby, Class, Dir, Id, Lang, Part};
use super::dateline::date;
use super::link::{self, Purpose, thumbnail};
use super::surface::Surface;
use super::text::dir;
use crate::card::{Card, Related, RelatedStory};

pub(super) fn related(on: &mut impl Surface, related: &Related, card: &Card) {
    on.part("div", "related", |on| {
        let label = (
            Class("related-label"),
            Id("related"),
            Lang(related.label.language),
        );
        on.element("p", label, |on| on.text(&related.label.text));
        on.element("ul", (AriaLabelledby("related"),), |on| {
            for (index, related) in (0..).zip(&related.stories) {
                story(on, related, index, card);
            }
        });
    });
}

fn story(on: &mut impl Surface, story: &RelatedStory, index: u32, card: &Card) {
    let (language, direction) = match &story.language {
        Some((language, direction)) => (Some(language), Some(direction.as_str())),
        None => (None, dir(card)),
    };
    let attributes = (
        Class("related-item"),
        Part("related-item"),
        Lang(language),
        Dir(direction),
    );
    on.element("li", attributes, |on| {
        on.optional(&story.thumbnail, |on, src| thumbnail(on, src, card));
        let purpose = &Purpose {
            opens: Some("related"),
            index: Some(index),
            ..Purpose::NONE
        };
        link::headline(on, &story.headline, &story.href, card, purpose);
        on.space();
        on.optional(&story.timestamp, |on, timestamp| {
            date(on, timestamp, None);
        });
    });
}
