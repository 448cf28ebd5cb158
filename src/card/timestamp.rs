//! Which date is shown, and how it reads.

use super::{Label, labels::Labels};
use crate::article::{Article, Moment, Text, When};
use crate::options::{Options, TimeZone};
use crate::platform::{Platform, Zone};
use crate::report::{Code, Report, join};
use crate::words::Word;

/// A date as it reads on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// "Updated {time}", or nothing around the date of a related story.
    pub label: Option<Label>,
    /// The machine's form, for `<time datetime>` (HTML, "valid date string" and "valid global date and time string").
    pub datetime: Text,
    /// The full date in words; an instant says its time zone.
    pub text: Text,
}

/// Writes dates for one card.
pub(super) struct Clock<'a, P> {
    platform: &'a P,
    options: &'a Options,
    publisher_zone: Option<&'a Text>,
}

impl<'a, P: Platform> Clock<'a, P> {
    /// A zone that the platform does not know is told once, and the instants' own offsets count.
    pub(super) fn new(
        article: &'a Article,
        options: &'a Options,
        platform: &'a P,
        report: &mut Report,
    ) -> Self {
        let publisher_zone = article
            .publisher
            .as_ref()
            .and_then(|publisher| publisher.time_zone.as_ref());
        let clock = Self {
            platform,
            options,
            publisher_zone,
        };
        if let Zone::Named(name) = clock.zone(0)
            && platform.instant(0, Zone::Named(name), "en").is_none()
        {
            let (code, path) = match options.time_zone {
                TimeZone::Named(_) => (Code::BadAttribute, "@time-zone"),
                _ => (Code::BadValue, "$.publisher.timeZone"),
            };
            report.warn(
                code,
                path,
                &join(&["“", name, "” is not a time zone that is known here"]),
            );
        }
        clock
    }

    fn zone(&self, offset_minutes: i16) -> Zone<'a> {
        match (&self.options.time_zone, self.publisher_zone) {
            (TimeZone::Reader, _) => Zone::Reader,
            (TimeZone::Named(name), _) | (TimeZone::Publisher, Some(name)) => Zone::Named(name),
            (TimeZone::Publisher, None) => Zone::Offset(offset_minutes),
        }
    }

    /// The date in words; its machine form is better than nothing where the platform has no words.
    pub(super) fn write(&self, moment: &Moment, language: &str, label: Option<Label>) -> Timestamp {
        let words = match moment.when() {
            When::Day(day) => self.platform.date(day, language),
            When::Instant {
                epoch_ms,
                offset_minutes,
            } => {
                let instant = |zone| self.platform.instant(epoch_ms, zone, language);
                instant(self.zone(offset_minutes)).or_else(|| instant(Zone::Offset(offset_minutes)))
            }
        };
        let datetime = moment.machine().clone();
        Timestamp {
            label,
            text: words.map_or_else(|| datetime.clone(), Text::from),
            datetime,
        }
    }
}

/// The date that tells how fresh the article is: the update only if it came later than the publication.
pub(super) fn freshest<'a>(
    published: Option<&'a Moment>,
    updated: Option<&'a Moment>,
) -> Option<(Word, &'a Moment)> {
    match (published, updated) {
        (Some(published), Some(updated)) if updated.is_later_than(published) != Some(true) => {
            Some((Word::Published, published))
        }
        (_, Some(updated)) => Some((Word::Updated, updated)),
        (Some(published), None) => Some((Word::Published, published)),
        (None, None) => None,
    }
}

/// The card's own date with its label.
pub(super) fn of_article<P: Platform>(
    article: &Article,
    labels: &Labels<'_>,
    clock: &Clock<'_, P>,
) -> Option<Timestamp> {
    let (word, moment) = freshest(article.published.as_ref(), article.updated.as_ref())?;
    Some(clock.write(moment, &labels.language, Some(labels.label(word))))
}
