//! The card as a Yew component.
//!
//! It has no listeners and no clocks: the custom element enlivens what stands.
//!
//! ```
//! use article_card::{ArticleCard, CSS, Card};
//! use std::rc::Rc;
//! use yew::prelude::*;
//!
//! /// A card in a shadow root, with its stylesheet.
//! fn card(card: &Rc<Card>) -> Html {
//!     html! { <><style>{ CSS }</style><ArticleCard card={card.clone()} /></> }
//! }
//! ```

mod tree;

use crate::card::Card;
use crate::view::face;
use std::rc::Rc;
use tree::Tree;
use yew::prelude::*;

/// What [`ArticleCard`] is given.
#[derive(Clone, Debug, Properties)]
pub struct Props {
    /// The card to draw; another `Rc` is another card.
    pub card: Rc<Card>,
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
        let card = &context.props().card;
        #[cfg(feature = "fault")]
        #[allow(clippy::panic, reason = "the fault that the feature is there for")]
        if card.story().is_some() && card.id.as_deref() == Some("article-card-fault") {
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
