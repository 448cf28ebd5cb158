//! Which date is shown, and how it reads.

use super::{Label, labels::CardLabels};
use crate::article::LabelKey;
use crate::article::{Article, Moment, Text, When};
use crate::options::{Options, TimeZone};
use crate::platform::{Platform, Zone};
use crate::report::{Code, Path, Reason, Report};

/// A date as it reads on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// "Updated {time}", or nothing around the date of a related story.
    pub label: Option<Label>,
    /// The machine's form, for `<time datetime>` (HTML, "valid date string" and "valid global date and time string").
    pub datetime: Text,
    /// The full date in words; an instant says its time zone.
    pub text: Text,
    /// The language of these words, where what is around them is in another.
    pub language: Option<Text>,
}

/// The language of dates where there are none in the card's.
const ENGLISH: &str = "en";

/// Writes dates for one card.
pub(super) struct DateFormat<'a, P> {
    platform: &'a P,
    /// The zone of all instants; without one each is written by its own offset.
    zone: Option<Zone<'a>>,
}

impl<'a, P: Platform> DateFormat<'a, P> {
    /// Chooses the zone. One that the platform does not know is told, and the next best counts.
    pub(super) fn new(
        article: &'a Article,
        options: &'a Options,
        platform: &'a P,
        report: &mut Report,
    ) -> Self {
        let publisher = article
            .publisher
            .as_ref()
            .and_then(|publisher| publisher.time_zone.as_ref());
        let named = match &options.time_zone {
            TimeZone::Named(name) => Some(name),
            TimeZone::Publisher | TimeZone::Reader => None,
        };
        let mut known = |name: &'a Text, code, path: &'static str| {
            let zone = Zone::Named(name);
            let is_known = platform.knows(zone);
            if !is_known {
                let reason = Reason::quoting(name).and(" is not a time zone that is known here");
                report.warn(code, Path::root(path), reason);
            }
            is_known.then_some(zone)
        };
        let zone = named
            .and_then(|name| known(name, Code::BadAttribute, "@time-zone"))
            .or_else(|| {
                publisher.and_then(|name| known(name, Code::BadValue, "$.publisher.timeZone"))
            });
        let zone = if options.time_zone == TimeZone::Reader {
            Some(Zone::Reader)
        } else {
            zone
        };
        Self { platform, zone }
    }

    /// The date in words: English ones where the platform has none in the language; its machine form is better than nothing.
    pub(super) fn write(&self, moment: &Moment, language: &str, label: Option<Label>) -> Timestamp {
        let write = |language: &str| match moment.when() {
            When::Day(day) => self.platform.date(day, language),
            When::Instant {
                epoch_ms,
                offset_minutes,
            } => {
                let zone = self.zone.unwrap_or(Zone::Offset(offset_minutes));
                self.platform.instant(epoch_ms, zone, language)
            }
        };
        let own = write(language);
        // Beside a label in another language a date says which is its own.
        let is_foreign = |label: &Label| label.language.is_some();
        let is_marked = own.is_none() || label.as_ref().is_some_and(is_foreign);
        let language = if own.is_none() { ENGLISH } else { language };
        let words = own.or_else(|| write(language));
        let datetime = moment.machine().clone();
        Timestamp {
            label,
            text: words.map_or_else(|| datetime.clone(), Text::from),
            datetime,
            language: is_marked.then(|| language.into()),
        }
    }
}

/// The date that tells how fresh the article is: the update only if it came later than the publication.
pub(super) fn freshest<'a>(
    published: Option<&'a Moment>,
    updated: Option<&'a Moment>,
) -> Option<(LabelKey, &'a Moment)> {
    match (published, updated) {
        (Some(published), Some(updated)) if updated.is_later_than(published) != Some(true) => {
            Some((LabelKey::Published, published))
        }
        (_, Some(updated)) => Some((LabelKey::Updated, updated)),
        (Some(published), None) => Some((LabelKey::Published, published)),
        (None, None) => None,
    }
}

/// The card's own date with its label.
pub(super) fn of_article<P: Platform>(
    article: &Article,
    labels: &CardLabels<'_>,
    format: &DateFormat<'_, P>,
) -> Option<Timestamp> {
    let (key, moment) = freshest(article.published.as_ref(), article.updated.as_ref())?;
    Some(format.write(moment, &labels.language, Some(labels.label(key))))
}
