//! What of a story is shown, layout by layout.

use super::links::{Byline, Desk, Publisher, Sponsor, href};
use super::timestamp::{self, Clock, Timestamp};
use super::{Label, labels::Labels};
use crate::article::{self, Access, Article, Direction, Image, Link, Status, Text};
use crate::options::{Layout, Options};
use crate::platform::Platform;
use crate::report::{Report, join};
use crate::words::Word;

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
    /// Who wrote it.
    pub byline: Option<Byline>,
    /// Where it was filed.
    pub dateline: Option<Text>,
    /// How fresh it is.
    pub timestamp: Option<Timestamp>,
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

/// The picture with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The address.
    pub src: Text,
    /// The other widths (HTML `srcset`).
    pub srcset: Option<Text>,
    /// What it shows; empty if nobody said.
    pub alt: Text,
    /// Width and height in pixels, where both are known: they keep its place.
    pub size: Option<(u32, u32)>,
    /// The line below it.
    pub caption: Option<Text>,
    /// Who took it.
    pub credit: Option<Text>,
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

/// Other stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// "Related stories".
    pub label: Label,
    /// The stories.
    pub stories: Vec<RelatedStory>,
}

/// Another story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedStory {
    /// Its headline.
    pub headline: Text,
    /// Where it leads.
    pub href: Option<Text>,
    /// Its date, in its own language.
    pub timestamp: Option<Timestamp>,
    /// A small picture.
    pub thumbnail: Option<Text>,
    /// Its language and direction, where they are not the card's.
    pub language: Option<(Text, Direction)>,
}

pub(super) fn decide<P: Platform>(
    article: &Article,
    options: &Options,
    labels: &Labels<'_>,
    platform: &P,
    report: &mut Report,
) -> Story {
    let desk = Desk { options, labels };
    let clock = Clock::new(article, options, platform, report);
    // A strip has room for what tells one story from another, and for what has to be said of it.
    let is_full = options.layout != Layout::Compact;
    Story {
        picture: article
            .image
            .as_ref()
            .and_then(|image| picture(image, is_full)),
        publisher: article
            .publisher
            .as_ref()
            .map(|publisher| desk.publisher(publisher)),
        kicker: kicker(article, labels),
        headline: article.headline.clone(),
        href: article.url.as_ref().map(|url| desk.story_link(url)),
        standfirst: article.standfirst.clone().filter(|_| is_full),
        sponsor: article
            .sponsor
            .as_ref()
            .map(|sponsor| desk.sponsor(sponsor)),
        access: article
            .access
            .and_then(access)
            .map(|word| labels.label(word)),
        byline: desk.byline(&article.byline).filter(|_| is_full),
        dateline: article.dateline.clone(),
        timestamp: timestamp::of_article(article, labels, &clock),
        bullets: if is_full {
            article.bullets.clone()
        } else {
            Vec::new()
        },
        correction: article.correction.as_ref().map(|correction| Correction {
            label: labels.label(Word::Correction),
            timestamp: correction
                .date
                .as_ref()
                .map(|date| clock.write(date, &labels.language, None)),
            text: correction.text.clone(),
        }),
        short_link: article
            .short_url
            .as_ref()
            .filter(|_| is_full)
            .map(|link| ShortLink {
                href: link.text().clone(),
                spoken: link.spoken().into(),
                copy: labels.label(Word::Copy),
                copied: labels.label(Word::Copied),
            }),
        follow: article
            .follow
            .as_ref()
            .filter(|_| is_full)
            .map(|follow| Follow {
                label: follow.label.as_ref().map_or_else(
                    || labels.label(Word::Follow),
                    |label| Label {
                        text: label.clone(),
                        language: None,
                    },
                ),
                href: href(follow.url.as_ref()),
            }),
        related: (is_full && !article.related.is_empty()).then(|| Related {
            label: labels.label(Word::Related),
            stories: article
                .related
                .iter()
                .map(|story| related(story, &desk, &clock))
                .collect(),
        }),
    }
}

fn picture(image: &Image, is_full: bool) -> Option<Picture> {
    let url = image.url.as_ref()?;
    Some(Picture {
        src: url.text().clone(),
        srcset: srcset(image, url),
        alt: image.alt.clone().unwrap_or_default(),
        size: image.width.zip(image.height),
        caption: image.caption.clone().filter(|_| is_full),
        credit: image.credit.clone(),
    })
}

/// All widths in one list: every browser that runs WebAssembly with reference types reads these picture types.
fn srcset(image: &Image, url: &Link) -> Option<Text> {
    const TYPES: [&str; 5] = [
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/avif",
        "image/gif",
    ];
    let mut list = String::new();
    for source in &image.sources {
        let is_readable = source
            .media_type
            .as_ref()
            .is_none_or(|own| TYPES.contains(&&**own));
        if is_readable && Some(source.width) != image.width {
            candidate(&mut list, &source.url, source.width);
        }
    }
    if let (false, Some(width)) = (list.is_empty(), image.width) {
        candidate(&mut list, url, width);
    }
    (!list.is_empty()).then(|| list.into())
}

/// The list is separated by commas, and would take the last one of an address for its own.
fn candidate(list: &mut String, url: &Link, width: u32) {
    if url.as_str().ends_with(',') {
        return;
    }
    let separator = if list.is_empty() { "" } else { ", " };
    list.push_str(&join(&[
        separator,
        url.as_str(),
        " ",
        &width.to_string(),
        "w",
    ]));
}

fn kicker(article: &Article, labels: &Labels<'_>) -> Option<Kicker> {
    let status = article
        .status
        .and_then(|status| Some((status, labels.label(status_word(status)?))));
    let kicker = Kicker {
        status,
        topic: article.kicker.clone(),
        section: article.section.clone(),
    };
    (kicker.status.is_some() || kicker.topic.is_some() || kicker.section.is_some())
        .then_some(kicker)
}

const fn status_word(status: Status) -> Option<Word> {
    match status {
        Status::Live => Some(Word::Live),
        Status::Breaking => Some(Word::Breaking),
        Status::Developing => Some(Word::Developing),
        Status::Withdrawn => None,
    }
}

const fn access(access: Access) -> Option<Word> {
    match access {
        Access::Free => None,
        Access::Registration => Some(Word::Registration),
        Access::Metered => Some(Word::Metered),
        Access::Paid => Some(Word::Paid),
    }
}

fn related<P: Platform>(
    story: &article::Related,
    desk: &Desk<'_>,
    clock: &Clock<'_, P>,
) -> RelatedStory {
    let card_language = &desk.labels.language;
    let own = story
        .language
        .as_ref()
        .filter(|language| language.as_str() != &**card_language);
    let language = own.map_or(&**card_language, |language| language.as_str());
    let moment = timestamp::freshest(story.published.as_ref(), story.updated.as_ref())
        .map(|(_, moment)| moment);
    RelatedStory {
        headline: story.headline.clone(),
        href: story.url.as_ref().map(|url| desk.story_link(url)),
        timestamp: moment.map(|moment| clock.write(moment, language, None)),
        thumbnail: story.image.as_ref().map(|image| image.text().clone()),
        language: own.map(|language| (language.as_str().into(), language.direction())),
    }
}
