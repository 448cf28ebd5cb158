//! When something happened, as a newsroom states it: a calendar day, or an instant with its offset from UTC.
//!
//! A day is never moved by a time zone, and nothing is guessed: [`Moment::parse`] is the strict reader of the card's own
//! JSON. A lenient reader of another format stands beside `rfc3339` and makes its moments by the same three constructors,
//! which hold the years and write `machine`.

mod date;
mod duration;
mod lenient;
mod machine;
mod rfc3339;

use super::Text;
pub use date::Date;
pub use duration::{Duration, parse_duration};

use std::fmt;

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// What a moment is certain of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day and no more: a calendar date, or a date-time of an unknown zone.
    Day(Date),
    /// A point in time.
    Instant {
        /// Milliseconds since 1970-01-01T00:00:00Z.
        epoch_ms: i64,
        /// Minutes east of UTC, as the text stated them.
        offset_minutes: i16,
    },
}

/// A day or an instant between the years 1600 and 2200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    machine: Text,
    when: When,
}

impl Moment {
    /// Reads `2024-04-03`, an [RFC 3339] instant, or the same without an offset, then with or without seconds.
    ///
    /// White space around it is ignored, and of a fraction the milliseconds count.
    /// A leap second is accepted at 23:59:60 UTC and becomes the next second.
    ///
    /// # Errors
    /// [`MomentError`] says in one clause what is wrong.
    ///
    /// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
    pub fn parse(text: &str) -> Result<Moment, MomentError> {
        rfc3339::parse(text.trim_ascii())
    }

    /// Reads what other formats write, too, where it has only one meaning: RFC 2822 dates, offsets without a colon, counts
    /// of seconds, and more; the tests of `lenient` list them.
    ///
    /// # Errors
    /// As for [`Moment::parse`].
    pub fn parse_lenient(text: &str) -> Result<Moment, MomentError> {
        lenient::parse(text)
    }

    /// The instant so many seconds or milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// If the number is neither.
    pub fn from_count(count: f64) -> Result<Moment, MomentError> {
        lenient::count(count)
    }

    /// A calendar date.
    pub(crate) fn on_day(date: Date) -> Result<Moment, MomentError> {
        Moment::new(date, machine::day(date), When::Day(date))
    }

    /// A date and a time of an unknown zone, the time in milliseconds of the day: only the day is certain.
    pub(crate) fn without_zone(
        date: Date,
        of_day: i64,
        with_seconds: bool,
    ) -> Result<Moment, MomentError> {
        let machine = machine::local(date, of_day, with_seconds);
        Moment::new(date, machine, When::Day(date))
    }

    /// An instant, in milliseconds since 1970-01-01T00:00:00Z, and the minutes east of UTC at which it was stated.
    pub(crate) fn at_instant(epoch_ms: i64, offset_minutes: i16) -> Result<Moment, MomentError> {
        if offset_minutes.unsigned_abs() >= 1440 {
            return Err(MomentError::NoSuchTime);
        }
        let local = epoch_ms.saturating_add(i64::from(offset_minutes) * MINUTE);
        let date = Date::from_epoch_days(local.div_euclid(DAY));
        let machine = machine::global(date, local.rem_euclid(DAY), offset_minutes);
        let when = When::Instant {
            epoch_ms,
            offset_minutes,
        };
        Moment::new(date, machine, when)
    }

    fn new(date: Date, machine: String, when: When) -> Result<Moment, MomentError> {
        // Beyond these years a date in news is a sentinel of some database or a slip of a key.
        match date.year {
            1600..=2200 => Ok(Moment {
                machine: machine.into(),
                when,
            }),
            _ => Err(MomentError::OutsideYears),
        }
    }

    /// The normalised text for the `datetime` attribute of HTML's [`<time>`].
    ///
    /// [`<time>`]: https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
    #[must_use]
    pub fn machine(&self) -> &Text {
        &self.machine
    }

    /// What it is certain of.
    #[must_use]
    pub fn when(&self) -> When {
        self.when
    }

    /// Its calendar day: of an instant the day at its own offset.
    #[must_use]
    pub fn day(&self) -> Date {
        match self.when {
            When::Day(date) => date,
            When::Instant {
                epoch_ms,
                offset_minutes,
            } => {
                let local = epoch_ms + i64::from(offset_minutes) * MINUTE;
                Date::from_epoch_days(local.div_euclid(DAY))
            }
        }
    }

    /// `Some(true)` if it is later, `Some(false)` if it is earlier, and `None` if it is neither: at the same instant, or on
    /// the same day where one of the two is only a day.
    #[must_use]
    pub fn is_later_than(&self, other: &Moment) -> Option<bool> {
        let order = match (self.when, other.when) {
            (
                When::Instant { epoch_ms, .. },
                When::Instant {
                    epoch_ms: others, ..
                },
            ) => epoch_ms.cmp(&others),
            _ => self.day().cmp(&other.day()),
        };
        order.is_ne().then_some(order.is_gt())
    }

    /// Whether an update certainly lies before the publication; on the same day it does not, where one of the two is only a
    /// day.
    #[must_use]
    pub fn is_update_too_early(published: Option<&Moment>, updated: Option<&Moment>) -> bool {
        published
            .zip(updated)
            .is_some_and(|(published, updated)| published.is_later_than(updated) == Some(true))
    }
}

/// As its machine text.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.machine)
    }
}

/// As [`Moment::parse`] does.
impl std::str::FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Moment, MomentError> {
        Moment::parse(text)
    }
}

/// As its machine text.
impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.machine)
    }
}

/// Why a text is not a [`Moment`]; it displays as one clause that follows the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MomentError {
    /// It has another shape.
    Malformed,
    /// Such as 31 April.
    NoSuchDay,
    /// Such as 25:00, or an offset of 24 hours.
    NoSuchTime,
    /// Before 1600 or after 2200.
    OutsideYears,
}

impl MomentError {
    /// The end of a sentence that begins with the text.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            MomentError::Malformed => "is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z",
            MomentError::NoSuchDay => "names a day that does not exist",
            MomentError::NoSuchTime => "names a time that does not exist",
            MomentError::OutsideYears => "is outside the years 1600 to 2200",
        }
    }
}

impl fmt::Display for MomentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

impl std::error::Error for MomentError {}

#[cfg(test)]
mod tests {
    use super::{Moment, MomentError};

    #[test]
    fn a_day_is_not_later_than_an_instant_of_the_same_day() {
        let compare = |own: &str, other: &str| {
            let (own, other) = (Moment::parse(own).unwrap(), Moment::parse(other).unwrap());
            assert_eq!(
                other.is_later_than(&own),
                own.is_later_than(&other).map(|is_later| !is_later)
            );
            own.is_later_than(&other)
        };
        let evening = "2024-04-03T23:30:00-05:00";
        assert_eq!(compare("2024-04-03", evening), None);
        assert_eq!(compare("2024-04-03", "2024-04-03T10:00"), None);
        assert_eq!(compare("2024-04-04", evening), Some(true));
        assert_eq!(compare(evening, "2024-04-04T04:30:00Z"), None);
        assert_eq!(compare(evening, "2024-04-04T04:29:59Z"), Some(true));
    }

    #[test]
    fn an_update_is_too_early_only_if_it_certainly_is() {
        let is_too_early = |published: &str, updated: &str| {
            let [published, updated] = [published, updated].map(|text| Moment::parse(text).ok());
            Moment::is_update_too_early(published.as_ref(), updated.as_ref())
        };
        assert!(is_too_early("2024-04-03T10:00:00Z", "2024-04-03T09:59:59Z"));
        assert!(is_too_early("2024-04-03", "2024-04-02T23:00:00Z"));
        assert!(!is_too_early("2024-04-03", "2024-04-03T00:00:00Z"));
        assert!(!is_too_early("2024-04-03", "2024-04-03"));
        assert!(!is_too_early("", "2024-04-03"));
        assert!(!is_too_early("2024-04-03", ""));
    }

    #[test]
    fn no_number_panics() {
        assert_eq!(
            Moment::at_instant(i64::MAX, 1439),
            Err(MomentError::OutsideYears)
        );
        assert_eq!(
            Moment::at_instant(i64::MIN, -1439),
            Err(MomentError::OutsideYears)
        );
        assert_eq!(
            Moment::at_instant(0, i16::MIN),
            Err(MomentError::NoSuchTime)
        );
    }
}
