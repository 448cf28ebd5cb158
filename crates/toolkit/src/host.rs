//! The clock and the words of whatever runs the JavaScript.

use crate::worded::Worded;
use article_card::article::Date;
use article_card::platform::{Browser, Measure, Platform, Plural, Zone};

thread_local! {
    static DAYS: Worded = const { Worded::new() };
    static INSTANTS: Worded = const { Worded::new() };
}

/// The host's `Intl` at a time that the caller names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Host {
    /// Milliseconds since 1970.
    pub(crate) now: i64,
}

impl Host {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a time of JavaScript lies well within 64 bits"
    )]
    pub(crate) const fn at(now: f64) -> Self {
        Self { now: now as i64 }
    }
}

impl Platform for Host {
    fn now(&self) -> i64 {
        self.now
    }

    fn date(&self, date: Date, language: &str) -> Option<String> {
        let day = date.epoch_days();
        DAYS.with(|days| days.get(language, "", day, || Browser.date(date, language)))
    }

    /// The zone of the reader's clock is UTC, as on the command line: a server does not know its readers, and what it writes
    /// must not depend on where it stands.
    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String> {
        let named;
        let (zone, name) = match zone {
            Zone::Named(name) => (zone, name),
            Zone::Reader | Zone::Offset(0) => (Zone::Offset(0), ""),
            Zone::Offset(minutes) => {
                named = minutes.to_string();
                (zone, &*named)
            }
        };
        let make = || Browser.instant(epoch_ms, zone, language);
        INSTANTS.with(|instants| instants.get(language, name, epoch_ms, make))
    }

    fn number(&self, number: u32, measure: Measure, language: &str) -> Option<String> {
        Browser.number(number, measure, language)
    }

    fn plural(&self, number: u32, language: &str) -> Plural {
        Browser.plural(number, language)
    }
}
