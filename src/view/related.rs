//! Other stories: a labelled list, not a landmark, because a page has many cards.

use super::dateline::date;
use super::link::{self, Purpose, thumbnail};
use super::surface::Surface;
use super::text::dir;
use crate::card::{Card, Related, RelatedStory};

pub(super) fn related(on: &mut impl Surface, related: &Related, card: &Card) {
    on.open_part("div", "related");
    let names = &["class", "id", "lang"];
    on.open("p", names, &["related-label", "related"]);
    on.fixed(related.label.language);
    on.text(&related.label.text);
    on.close();
    on.open("ul", &["aria-labelledby"], &["related"]);
    for (index, related) in (0..).zip(&related.stories) {
        story(on, related, index, card);
    }
    on.close();
    on.close();
}

fn story(on: &mut impl Surface, story: &RelatedStory, index: u32, card: &Card) {
    let (language, direction) = match &story.language {
        Some((language, direction)) => (Some(language), Some(direction.as_str())),
        None => (None, dir(card)),
    };
    let names = &["class", "part", "lang", "dir"];
    on.open("li", names, &["related-item", "related-item"]);
    on.value(language);
    on.fixed(direction);
    on.optional(&story.thumbnail, |on, src| thumbnail(on, src, card));
    let purpose = Purpose {
        opens: Some("related"),
        index: Some(index),
        ..Purpose::default()
    };
    link::headline(on, &story.headline, &story.href, card, purpose);
    on.space();
    on.optional(&story.timestamp, |on, timestamp| {
        date(on, timestamp, None, card);
    });
    on.close();
}
