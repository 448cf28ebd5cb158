//! The card as it is drawn, top to bottom. It decides nothing: what a [`Card`] holds is set in its place.
//!
//! There are no listeners here and no clocks; `behaviour` enlivens what stands. Names of elements and attributes
//! are always literal, because Yew does not escape them.

mod actions;
mod figure;
mod filed;
mod heading;
mod link;
mod notices;
mod related;
mod surface;
mod tree;
mod words;

use crate::card::{Card, Face, Story};
use crate::options::Layout;
use std::rc::Rc;
pub(crate) use surface::Surface;
use tree::Tree;
use yew::prelude::*;

/// What [`ArticleCard`] is given.
#[derive(Clone, Debug, Properties)]
pub struct Props {
    /// The card to draw; another `Rc` is another card.
    pub card: Rc<Card>,
    /// Called each time before the card is drawn.
    #[prop_or_default]
    pub before_draw: Callback<()>,
    /// Called each time the card stands in the document.
    #[prop_or_default]
    pub after_draw: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.card, &other.card)
    }
}

/// An article card. It needs the stylesheet [`crate::CSS`] around it, best in a shadow root of its own.
///
/// A struct and not a function, because it uses no hook and their runtime would be carried to every page.
#[derive(Debug)]
pub struct ArticleCard;

impl Component for ArticleCard {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props {
            card, before_draw, ..
        } = context.props();
        before_draw.emit(());
        #[cfg(feature = "fault")]
        #[allow(clippy::panic, reason = "the fault that the feature is there for")]
        if card.id.as_deref() == Some("article-card-fault") {
            panic!("a fault in the view, for the tests");
        }
        let mut tree = Tree::default();
        face(&mut tree, card);
        tree.drawn()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().after_draw.emit(());
    }
}

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
        heading::publisher(on, publisher, card);
    });
    on.optional(&story.kicker, heading::kicker);
    heading::headline(on, story, card);
    on.optional(&story.standfirst, |on, text| {
        words::part(on, "p", "standfirst", text, card);
    });
    on.optional(&story.sponsor, |on, sponsor| {
        notices::sponsor(on, sponsor, card);
    });
    on.optional(&story.access, |on, label| {
        notices::notice(on, "notice access", label);
    });
    on.optional(&story.byline, |on, byline| filed::byline(on, byline, card));
    filed::filed(on, story, card);
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
        words::part(on, "li", "bullet", text, card);
    }
    on.close();
}
