//! The clock and the words of whatever runs the JavaScript.

use article_card::article::Date;
use article_card::platform::{Browser, Measure, Platform, Plural, Zone};

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
        Browser.date(date, language)
    }

    /// The zone of the reader's clock is UTC, as on the command line: a server does not know its readers, and what it writes
    /// must not depend on where it stands.
    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String> {
        let zone = match zone {
            Zone::Reader => Zone::Offset(0),
            zone => zone,
        };
        Browser.instant(epoch_ms, zone, language)
    }

    fn number(&self, number: u32, measure: Measure, language: &str) -> Option<String> {
        Browser.number(number, measure, language)
    }

    fn plural(&self, number: u32, language: &str) -> Plural {
        Browser.plural(number, language)
    }
}
