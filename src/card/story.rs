//! What of a story is shown, layout by layout.

use super::links::{Byline, Context, Publisher, Sponsor, href};
use super::media::{Media, media, reading_time};
use super::origin::said;
use super::picture::{Picture, picture};
use super::related::{Related, related};
use super::timestamp::{self, DateFormat, Timestamp};
use super::{Label, labels::CardLabels};
use crate::article::LabelKey;
use crate::article::{Access, Article, Status, Text};
use crate::options::{Layout, Options, Part, Parts};
use crate::platform::Platform;
use crate::report::Report;

/// A story as it is drawn. What is absent here leaves no element on the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The picture with its lines.
    pub picture: Option<Picture>,
    /// Whose story it is.
    pub publisher: Option<Publisher>,
    /// The line over the headline.
    pub kicker: Option<Kicker>,
    /// The headline.
    pub headline: Text,
    /// Where the headline and the picture lead.
    pub href: Option<Text>,
    /// The sentence under the headline.
    pub standfirst: Option<Text>,
    /// Who paid.
    pub sponsor: Option<Sponsor>,
    /// What a reader needs.
    pub access: Option<Label>,
    /// How the text came to be, if that has to be said.
    pub origin: Option<Label>,
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Where it was filed.
    pub dateline: Option<Text>,
    /// How fresh it is.
    pub timestamp: Option<Timestamp>,
    /// How long it takes to read.
    pub reading_time: Option<Timestamp>,
    /// What it is beside text, where no picture bears the mark.
    pub media: Option<Media>,
    /// The key points.
    pub bullets: Vec<Text>,
    /// What was put right.
    pub correction: Option<Correction>,
    /// The short address with its copy button.
    pub short_link: Option<ShortLink>,
    /// The invitation to follow.
    pub follow: Option<Follow>,
    /// Other stories.
    pub related: Option<Related>,
}

/// The line over the headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kicker {
    /// The state and its label.
    pub status: Option<(Status, Label)>,
    /// The publisher's own label.
    pub topic: Option<Text>,
    /// The part of the paper.
    pub section: Option<Text>,
}

/// What was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// "Correction".
    pub label: Label,
    /// When it was made.
    pub timestamp: Option<Timestamp>,
    /// The correction in words.
    pub text: Text,
}

/// The short address with its copy button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortLink {
    /// The address.
    pub href: Text,
    /// The address as people say it.
    pub spoken: Text,
    /// "Copy link".
    pub copy: Label,
    /// "Link copied".
    pub copied: Label,
}

/// The invitation to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// What it says.
    pub label: Label,
    /// Where it leads; without it, it is a button.
    pub href: Option<Text>,
}

/// What a strip leaves out: it has room for what tells one story from another, and for what has to be said of it.
const COMPACT: Parts = Parts::of(&[
    Part::Caption,
    Part::Standfirst,
    Part::Byline,
    Part::Bullets,
    Part::ShortLink,
    Part::Follow,
    Part::Related,
]);

pub(super) fn decide<P: Platform>(
    article: &Article,
    options: &Options,
    labels: &CardLabels<'_>,
    platform: &P,
    report: &mut Report,
) -> Story {
    let context = Context { options, labels };
    let format = DateFormat::new(article, options, platform, report);
    let hidden = match options.layout {
        Layout::Compact => options.hide.and(COMPACT),
        Layout::Standard | Layout::Hero => options.hide,
    };
    let shows = |part| !hidden.has(part);
    let text = |text: &Option<Text>, part| text.as_ref().filter(|_| shows(part)).cloned();
    let media_of = article.media.as_ref().filter(|_| shows(Part::Media));
    let mut media = media_of.map(|of| media(of, labels, platform));
    let image = article.image.as_ref().filter(|_| shows(Part::Figure));
    let mut picture = image.and_then(|image| picture(image, shows(Part::Caption), labels));
    if let Some(picture) = &mut picture {
        picture.media = media.take();
    }
    Story {
        picture,
        publisher: article
            .publisher
            .as_ref()
            .filter(|_| shows(Part::Publisher))
            .map(|publisher| context.publisher(publisher)),
        kicker: if shows(Part::Kicker) {
            kicker(article, labels)
        } else {
            None
        },
        headline: article.headline.clone(),
        href: article.url.as_ref().map(|url| context.story_link(url)),
        standfirst: text(&article.standfirst, Part::Standfirst),
        sponsor: article
            .sponsor
            .as_ref()
            .map(|sponsor| context.sponsor(sponsor)),
        access: article.access.and_then(access).map(|key| labels.label(key)),
        origin: article
            .origin
            .and_then(said)
            .map(|(text, _)| labels.label(text)),
        byline: if shows(Part::Byline) {
            context.byline(&article.byline)
        } else {
            None
        },
        dateline: text(&article.dateline, Part::Dateline),
        timestamp: if shows(Part::Timestamp) {
            timestamp::of_article(article, labels, &format)
        } else {
            None
        },
        reading_time: article
            .reading_time
            .filter(|_| shows(Part::ReadingTime))
            .map(|minutes| reading_time(minutes, labels, platform)),
        media,
        bullets: if shows(Part::Bullets) {
            article.bullets.clone()
        } else {
            Vec::new()
        },
        correction: article.correction.as_ref().map(|correction| Correction {
            label: labels.label(LabelKey::Correction),
            timestamp: correction
                .date
                .as_ref()
                .map(|date| format.write(date, &labels.language, None)),
            text: correction.text.clone(),
        }),
        short_link: article
            .short_url
            .as_ref()
            .filter(|_| shows(Part::ShortLink))
            .map(|link| ShortLink {
                href: link.text().clone(),
                spoken: link.spoken().into(),
                copy: labels.label(LabelKey::Copy),
                copied: labels.label(LabelKey::Copied),
            }),
        follow: article
            .follow
            .as_ref()
            .filter(|_| shows(Part::Follow))
            .map(|follow| Follow {
                label: follow.label.as_ref().map_or_else(
                    || labels.label(LabelKey::Follow),
                    |label| Label {
                        text: label.clone(),
                        language: None,
                    },
                ),
                href: href(follow.url.as_ref()),
            }),
        related: (shows(Part::Related) && !article.related.is_empty()).then(|| Related {
            label: labels.label(LabelKey::Related),
            stories: article
                .related
                .iter()
                .map(|story| related(story, &context, &format))
                .collect(),
        }),
    }
}

fn kicker(article: &Article, labels: &CardLabels<'_>) -> Option<Kicker> {
    let status = article
        .status
        .and_then(|status| Some((status, labels.label(status_label(status)?))));
    let kicker = Kicker {
        status,
        topic: article.kicker.clone(),
        section: article.section.clone(),
    };
    (kicker.status.is_some() || kicker.topic.is_some() || kicker.section.is_some())
        .then_some(kicker)
}

const fn status_label(status: Status) -> Option<LabelKey> {
    match status {
        Status::Live => Some(LabelKey::Live),
        Status::Breaking => Some(LabelKey::Breaking),
        Status::Developing => Some(LabelKey::Developing),
        Status::Withdrawn => None,
    }
}

const fn access(access: Access) -> Option<LabelKey> {
    match access {
        Access::Free => None,
        Access::Registration => Some(LabelKey::Registration),
        Access::Metered => Some(LabelKey::Metered),
        Access::Paid => Some(LabelKey::Paid),
    }
}
