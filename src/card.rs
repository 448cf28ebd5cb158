//! The view model: everything that is shown, worded and left out, decided before anything is drawn.
//!
//! A [`Card`] holds finished texts; the view only sets them in their places. Relative times are not here: they are
//! true for a minute, so the element's behaviour words them while the card is on screen.
//!
//! ```
//! # #[cfg(feature = "prerender")] {
//! use article_card::platform::Native;
//! use article_card::{Card, Options, ReadOptions, read};
//!
//! let json = br#"{"headline": "Harbour wall opens", "updated": "2024-04-03"}"#;
//! let reading = read(json, &ReadOptions::default());
//! let card = Card::new(&reading.articles[0], &Options::default(), &Native::system());
//! let story = card.story().unwrap();
//! assert_eq!(&*story.timestamp.as_ref().unwrap().text, "April 3, 2024");
//! # }
//! ```

mod labels;
mod links;
mod media;
mod origin;
mod picture;
mod related;
mod story;
mod timestamp;
mod withheld;

pub use labels::Label;
pub use links::{AuthorName, Byline, Name, Publisher, Sponsor};
pub use media::{Length, Media};
pub use picture::Picture;
pub use related::{Related, RelatedStory};
pub use story::{Correction, Follow, Kicker, ShortLink, Story};
pub use timestamp::Timestamp;
pub use withheld::{Withheld, withheld};

use crate::article::LabelKey;
use crate::article::{Article, Direction, Text};
use crate::options::{Layout, Options, Target};
use crate::platform::Platform;
use crate::report::Report;
use labels::CardLabels;

/// A card, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The publisher's identifier of the article; never shown.
    pub id: Option<Text>,
    /// The structure to draw.
    pub layout: Layout,
    /// The language of texts and dates (BCP 47).
    pub language: Text,
    /// The base direction of the card.
    pub direction: Direction,
    /// True if nobody said which language the article is in: each text then finds its own direction.
    pub finds_direction: bool,
    /// The level of the headline, 2 to 6.
    pub heading_level: u8,
    /// Where links open (HTML `target`), where that is not the default.
    pub target: Option<&'static str>,
    /// What readers are told if links open a new tab.
    pub new_tab: Option<Label>,
    /// Pictures are fetched at once.
    pub is_eager: bool,
    /// How long an instant is told relatively, in milliseconds.
    pub relative_until: i64,
    /// When the card has to be decided again, because an embargo or term ends; in milliseconds since 1970.
    pub changes_at: Option<i64>,
    /// What the card shows.
    pub face: Face,
    /// What was noticed while deciding.
    pub report: Report,
}

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Face {
    /// The story.
    Story(Box<Story>),
    /// That the story has been withdrawn, and not a word of it.
    Withdrawn(Label),
    /// Nothing at all: the story is under embargo or its term is over.
    Nothing,
}

impl Card {
    /// Decides everything about the card of an article.
    pub fn new(article: &Article, options: &Options, platform: &impl Platform) -> Self {
        let stated = options.language.as_ref().or(article.language.as_ref());
        let language = stated.or(options.page_language.as_ref());
        let mut report = Report::default();
        let labels = CardLabels::new(language, &article.labels, &mut report);
        let withheld = withheld::verdict(article, platform.now());
        let face = match withheld.reason {
            Some(reason) => {
                withheld::tell(reason, &mut report);
                withheld::face(reason, &labels)
            }
            None => Face::Story(Box::new(story::decide(
                article,
                options,
                &labels,
                platform,
                &mut report,
            ))),
        };
        Self {
            id: article.id.clone(),
            layout: options.layout,
            language: labels.language.clone(),
            direction: options.direction.unwrap_or_else(|| {
                language.map_or(Direction::LeftToRight, |language| language.direction())
            }),
            finds_direction: stated.is_none(),
            heading_level: options.heading_level,
            target: target(options.target),
            new_tab: (options.target == Target::Blank).then(|| labels.label(LabelKey::NewTab)),
            is_eager: options.is_eager,
            relative_until: options.relative_until,
            changes_at: withheld.changes_at,
            face,
            report,
        }
    }

    /// The story, unless it is withheld.
    pub fn story(&self) -> Option<&Story> {
        match &self.face {
            Face::Story(story) => Some(story),
            Face::Withdrawn(_) | Face::Nothing => None,
        }
    }
}

/// The HTML attribute; none where it would say what browsers do anyway.
const fn target(target: Target) -> Option<&'static str> {
    match target {
        Target::Itself => None,
        Target::Blank => Some("_blank"),
        Target::Top => Some("_top"),
        Target::Parent => Some("_parent"),
    }
}
