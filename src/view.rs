//! The card as it is drawn, top to bottom. It decides nothing: what a [`Card`] holds is set in its place.
//!
//! There are no listeners here and no clocks; `behaviour` enlivens what stands. Names of elements and attributes
//! are always literal, because Yew does not escape them.

mod actions;
mod element;
mod figure;
mod filed;
mod heading;
mod link;
mod notices;
mod related;

use crate::card::{Card, Face, Story};
use crate::options::Layout;
use element::Element;
use std::rc::Rc;
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
        face(card)
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.props().after_draw.emit(());
    }
}

fn face(card: &Card) -> Html {
    match &card.face {
        Face::Story(story) => article(card, story),
        Face::Withdrawn(label) => frame(card, "card withdrawn")
            .child(notices::notice("notice", label))
            .draw(),
        Face::Nothing => Html::default(),
    }
}

fn article(card: &Card, story: &Story) -> Html {
    let class = match card.layout {
        Layout::Standard => "card standard",
        Layout::Compact => "card compact",
        Layout::Hero => "card hero",
    };
    let body = Element::of_class("div", "body")
        .child(
            story
                .publisher
                .as_ref()
                .map(|publisher| heading::publisher(publisher, card)),
        )
        .child(story.kicker.as_ref().map(heading::kicker))
        .child(heading::headline(story, card))
        .child(
            story
                .standfirst
                .as_ref()
                .map(|text| Element::of_text("p", "standfirst", text, card)),
        )
        .child(
            story
                .sponsor
                .as_ref()
                .map(|sponsor| notices::sponsor(sponsor, card)),
        )
        .child(
            story
                .access
                .as_ref()
                .map(|label| notices::notice("notice access", label)),
        )
        .child(
            story
                .byline
                .as_ref()
                .map(|byline| filed::byline(byline, card)),
        )
        .child(filed::filed(story, card))
        .child(bullets(story, card))
        .child(
            story
                .correction
                .as_ref()
                .map(|correction| notices::correction(correction, card)),
        )
        .child(actions::actions(story, card))
        .child(
            story
                .related
                .as_ref()
                .map(|related| related::related(related, card)),
        )
        .draw();
    let picture = story
        .picture
        .as_ref()
        .map(|picture| figure::figure(picture, story, card));
    frame(card, class)
        .fixed(Some("headline"))
        .child(picture)
        .child(body)
        .draw()
}

/// The card's own element; what is fixed next on it is its label.
fn frame(card: &Card, class: &'static str) -> Element {
    let mut frame = Element::new(
        "article",
        &["class", "part", "lang", "dir", "aria-labelledby"],
        &[class, "card"],
    );
    frame
        .value(Some(&card.language))
        .fixed(Some(card.direction.as_str()));
    frame
}

fn bullets(story: &Story, card: &Card) -> Option<Html> {
    let mut bullets = Element::of_part("ul", "bullets");
    for text in &story.bullets {
        bullets.child(Element::of_text("li", "bullet", text, card));
    }
    (!story.bullets.is_empty()).then(|| bullets.draw())
}
