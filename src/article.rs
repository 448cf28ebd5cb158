//! The article that the rest of the crate trusts: clean text, parsed addresses, real dates.
//!
//! Every value here has been checked; whoever holds an [`Article`] can draw it without a further question.
//! The names follow schema.org's `NewsArticle` where it has one, and the newsroom's own words where it has not.
//!
//! ```
//! use article_card::article::{Language, Link, Moment};
//!
//! let address: Link = "https://NEWS.example/a b".parse()?;
//! assert_eq!(address.as_str(), "https://news.example/a%20b");
//! assert!("javascript:alert(1)".parse::<Link>().is_err());
//! let update: Moment = "2024-04-03".parse()?;
//! assert_eq!(update.to_string(), "2024-04-03");
//! assert_eq!("PT_br".parse::<Language>()?.as_str(), "pt-BR");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod label_key;
mod language;
pub mod limits;
mod link;
mod moment;
mod origin;
mod parts;
#[cfg(test)]
mod schema;
pub(crate) mod text;

pub use label_key::LabelKey;
pub use language::{Direction, Language, LanguageError};
pub use link::{Link, LinkError};
pub use moment::{Date, Duration, Moment, MomentError, When, parse_duration};
pub use origin::Origin;
pub use parts::{
    Access, Author, Correction, Follow, Image, ImageSource, Media, MediaKind, Publisher, Related,
    Sponsor, Status,
};
pub(crate) use text::is_zone_name;

#[cfg(test)]
use limits::{AUTHORS, BULLETS, COUNT, LABEL, LINE, PARAGRAPH, RELATED};
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::sync::Arc;

/// Clean text: no control characters, no runs of white space, never empty.
pub type Text = Arc<str>;

/// A news article, as much of it as a card shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields, transform = schema::article)
)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// An identifier of the publisher's (ninjs `uri`). Never shown, never a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LINE)))]
    pub id: Option<Text>,
    /// The headline (schema.org `headline`), the one field that has to be there; it is empty only where the article is
    /// withdrawn.
    #[cfg_attr(test, schemars(length(max = LINE)))]
    pub headline: Text,
    /// Where the article is read (schema.org `url`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// A short label before the headline, such as "Analysis" (ninjs `genre`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub kicker: Option<Text>,
    /// The sentence or two under the headline (schema.org `abstract`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = PARAGRAPH)))]
    pub standfirst: Option<Text>,
    /// The key points, one sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = BULLETS), inner(length(max = LINE))))]
    pub bullets: Vec<Text>,
    /// The main picture (schema.org `image`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// How its text came to be (schema.org `digitalSourceType`, ninjs `digitalSourceType`). What generative AI has made is
    /// said on the card, as the law of the European Union wants it (Regulation 2024/1689, Article 50).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What the article is beside text: its main medium.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// How long it takes to read, in minutes (schema.org `timeRequired`). Never computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = COUNT)))]
    pub reading_time: Option<u32>,
    /// The place the story was filed from, such as "LONDON" (schema.org `dateline`, ninjs `located`); not the date.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub dateline: Option<Text>,
    /// Who wrote it (schema.org `author`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = AUTHORS)))]
    pub byline: Vec<Author>,
    /// When it was first published (schema.org `datePublished`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// When it was last changed for its readers (schema.org `dateModified`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// A short address of the article, to be copied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_url: Option<Link>,
    /// An invitation to follow the story, its author or its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follow: Option<Follow>,
    /// Who published it (schema.org `publisher`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
    /// Where it stands in the paper (schema.org `articleSection`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub section: Option<Text>,
    /// The language of its text (schema.org `inLanguage`, BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Other stories to read, in the publisher's order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = RELATED)))]
    pub related: Vec<Related>,
    /// What a reader needs to read it (schema.org `isAccessibleForFree`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Who paid for it (schema.org `sponsor`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sponsor: Option<Sponsor>,
    /// Its editorial state (ninjs `pubStatus`, schema.org `creativeWorkStatus`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What was wrong and has been put right (schema.org `correction`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// Nothing of it may be shown before this (ninjs `embargoedUntil`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargoed_until: Option<Moment>,
    /// Nothing of it may be shown after this (schema.org `expires`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Moment>,
    /// The publisher's own wording of the card's labels.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_object")]
    #[cfg_attr(test, schemars(schema_with = "schema::labels"))]
    pub labels: Vec<(LabelKey, Text)>,
}

impl Article {
    /// Whether it says of itself that it may not be read by everybody at any time: it is withdrawn, or has an embargo or a
    /// term.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.status == Some(Status::Withdrawn)
            || self.embargoed_until.is_some()
            || self.expires.is_some()
    }

    /// Whether its update lies before its publication: one of the two is wrong then, and the update is not shown.
    #[must_use]
    pub fn is_updated_too_early(&self) -> bool {
        Moment::is_update_too_early(self.published.as_ref(), self.updated.as_ref())
    }

    /// What may be passed on of an article that is withdrawn: that it is, its identifier and the language of the notice.
    #[must_use]
    pub fn notice(&self) -> Article {
        Article {
            id: self.id.clone(),
            language: self.language.clone(),
            status: Some(Status::Withdrawn),
            // All of these are what nobody may read any more.
            headline: Text::default(),
            url: None,
            kicker: None,
            standfirst: None,
            origin: None,
            media: None,
            reading_time: None,
            bullets: Vec::new(),
            image: None,
            dateline: None,
            byline: Vec::new(),
            published: None,
            updated: None,
            short_url: None,
            follow: None,
            publisher: None,
            section: None,
            related: Vec::new(),
            access: None,
            sponsor: None,
            correction: None,
            embargoed_until: None,
            expires: None,
            labels: Vec::new(),
        }
    }
}

fn as_object<S: Serializer>(labels: &[(LabelKey, Text)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(labels.len()))?;
    for (key, text) in labels {
        map.serialize_entry(key.as_str(), text)?;
    }
    map.end()
}
