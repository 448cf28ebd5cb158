//! The parts of an article that have fields of their own.

use super::{Duration, Language, Link, Moment, Origin, Text};
#[cfg(test)]
use crate::article::limits::{COUNT, LABEL, LINE, PARAGRAPH, SOURCES};
use crate::words::words;
use serde::Serialize;

/// The main picture (schema.org `ImageObject`, ninjs `association` of type picture).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Image {
    /// Where the picture is. Without an address nothing of it is shown; its lines are kept for whoever adds one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// What it shows, for those who cannot see it. Never made up from the caption or the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = PARAGRAPH)))]
    pub alt: Option<Text>,
    /// The line below the picture (schema.org `caption`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = PARAGRAPH)))]
    pub caption: Option<Text>,
    /// Who took it (schema.org `creditText`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub credit: Option<Text>,
    /// Width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = COUNT)))]
    pub width: Option<u32>,
    /// Height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = COUNT)))]
    pub height: Option<u32>,
    /// How it came to be (schema.org `digitalSourceType`). What generative AI has made or altered is said below it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The same picture in other widths.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(length(max = SOURCES)))]
    pub sources: Vec<ImageSource>,
}

/// One width of the main picture (ninjs `rendition`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct ImageSource {
    /// Where it is.
    pub url: Link,
    /// Width in pixels.
    #[cfg_attr(test, schemars(range(min = 1, max = COUNT)))]
    pub width: u32,
    /// Media type (RFC 6838), such as `image/avif`; without one it is taken to be of the picture's own type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub media_type: Option<Text>,
}

/// One of those who wrote the article (schema.org `Person` or `Organization`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Author {
    /// The name as it is printed, without "By".
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub name: Text,
    /// The author's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// A square portrait; it only decorates the name and is not described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Link>,
    /// What the author is, such as "Science editor" (schema.org `jobTitle`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub job_title: Option<Text>,
}

words! {
    /// What an article may be beside text.
    pub enum MediaKind {
        /// Something to watch.
        Video = "video",
        /// Something to listen to.
        Audio = "audio",
        /// A series of pictures.
        Gallery = "gallery",
    }
}

/// The main medium of an article: what its readers watch, hear or look through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Media {
    /// Which it is.
    pub kind: MediaKind,
    /// How long a video or a recording is (schema.org `duration`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// How many pictures a gallery has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(range(min = 1, max = COUNT)))]
    pub count: Option<u32>,
}

/// An invitation to follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Follow {
    /// What the control says; the word "Follow" in the card's language if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub label: Option<Text>,
    /// Where it leads. Without one it is a button that only fires its event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
}

/// Who published the article (schema.org `NewsMediaOrganization`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Publisher {
    /// The name of the publication.
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub name: Text,
    /// Its front page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// A square picture that stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Link>,
    /// The time zone of its clock (IANA name).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(length(max = LABEL), pattern("^([A-Za-z][A-Za-z0-9/_+-]*)?$")))]
    pub time_zone: Option<Text>,
}

/// Who paid for the article (schema.org `sponsor`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Sponsor {
    /// The name as it has to be printed.
    #[cfg_attr(test, schemars(length(max = LABEL)))]
    pub name: Text,
    /// The sponsor's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// A square picture that stands for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Link>,
}

/// Another story to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Related {
    /// Its headline.
    #[cfg_attr(test, schemars(length(max = LINE)))]
    pub headline: Text,
    /// Where it is read; without an address it is plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Link>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Moment>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    /// The language of its headline, where it is another than the card's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// A small picture; it only decorates the headline and is not described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Link>,
}

words! {
    /// What a reader needs to read the article.
    pub enum Access {
        /// Nothing.
        Free = "free",
        /// An account.
        Registration = "registration",
        /// Nothing, for a number of articles.
        Metered = "metered",
        /// A subscription.
        Paid = "paid",
    }
}

words! {
    /// The editorial state of the article.
    pub enum Status {
        /// It is being written while the event goes on (schema.org `LiveBlogPosting`).
        Live = "live",
        /// It has only just become known.
        Breaking = "breaking",
        /// More is expected soon.
        Developing = "developing",
        /// It has been taken back and is not shown (ninjs `canceled`, `withheld`).
        Withdrawn = "withdrawn",
    }
}

/// What was wrong and has been put right (schema.org `CorrectionComment`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// The correction in words.
    #[cfg_attr(test, schemars(length(max = PARAGRAPH)))]
    pub text: Text,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Moment>,
}
