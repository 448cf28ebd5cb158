//! Other stories.

use super::Label;
use super::links::Context;
use super::timestamp::{self, DateFormat, Timestamp};
use crate::article::{self, Direction, Text};
use crate::platform::Platform;

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

/// A related story has its date in its own language, and no label.
pub(super) fn related<P: Platform>(
    story: &article::Related,
    context: &Context<'_>,
    format: &DateFormat<'_, P>,
) -> RelatedStory {
    let card_language = &context.labels.language;
    let own = story
        .language
        .as_ref()
        .filter(|language| language.as_str() != &**card_language);
    let language = own.map_or(&**card_language, |language| language.as_str());
    let moment = timestamp::freshest(story.published.as_ref(), story.updated.as_ref())
        .map(|(_, moment)| moment);
    RelatedStory {
        headline: story.headline.clone(),
        href: story.url.as_ref().map(|url| context.story_link(url)),
        timestamp: moment.map(|moment| format.write(moment, language, None)),
        thumbnail: story.image.as_ref().map(|image| image.text().clone()),
        language: own.map(|language| (language.as_str().into(), language.direction())),
    }
}
