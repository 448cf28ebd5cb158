//! The card as it is drawn, top to bottom. It decides nothing: what a [`Card`] holds is set in its place.
//!
//! There are no listeners here and no clocks; `behaviour` enlivens what stands. Names of elements and attributes
//! are always literal, because Yew does not escape them.

mod actions;
mod byline;
mod dateline;
mod figure;
mod headline;
mod link;
mod notices;
mod related;
mod surface;
mod text;

use crate::card::{Card, Face, Story};
use crate::options::Layout;
pub(crate) use surface::Surface;

/// Draws a card, or nothing at all.
pub(crate) fn face(on: &mut impl Surface, card: &Card) {
    match &card.face {
        Face::Story(story) => article(on, card, story),
        Face::Withdrawn(label) => {
            frame(on, card, "card withdrawn");
            on.fixed(None);
            notices::notice(on, "notice", label);
            on.close();
        }
        Face::Nothing => {}
    }
}

fn article(on: &mut impl Surface, card: &Card, story: &Story) {
    let class = match card.layout {
        Layout::Standard => "card standard",
        Layout::Compact => "card compact",
        Layout::Hero => "card hero",
    };
    frame(on, card, class);
    on.fixed(Some("headline"));
    on.optional(&story.picture, |on, picture| {
        figure::figure(on, picture, story, card);
    });
    body(on, card, story);
    on.close();
}

/// Begins the card's own element; the next value is its label.
fn frame(on: &mut impl Surface, card: &Card, class: &'static str) {
    let names = &["class", "part", "lang", "dir", "aria-labelledby"];
    on.open("article", names, &[class, "card"]);
    on.value(Some(&card.language));
    on.fixed(Some(card.direction.as_str()));
}

fn body(on: &mut impl Surface, card: &Card, story: &Story) {
    on.open_class("div", "body");
    on.optional(&story.publisher, |on, publisher| {
        headline::publisher(on, publisher, card);
    });
    on.optional(&story.kicker, headline::kicker);
    headline::headline(on, story, card);
    on.optional(&story.standfirst, |on, text| {
        text::part(on, "p", "standfirst", text, card);
    });
    on.optional(&story.sponsor, |on, sponsor| {
        notices::sponsor(on, sponsor, card);
    });
    on.optional(&story.access, |on, label| {
        notices::notice(on, "notice access", label);
    });
    on.optional(&story.byline, |on, byline| byline::byline(on, byline, card));
    dateline::dateline(on, story, card);
    bullets(on, story, card);
    on.optional(&story.correction, |on, correction| {
        notices::correction(on, correction, card);
    });
    actions::actions(on, story, card);
    on.optional(&story.related, |on, related| {
        related::related(on, related, card);
    });
    on.close();
}

fn bullets(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.bullets.is_empty() {
        return on.absent();
    }
    on.open_part("ul", "bullets");
    for text in &story.bullets {
        text::part(on, "li", "bullet", text, card);
    }
    on.close();
}
