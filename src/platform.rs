//! What differs between a browser and a native process: the clock and the wording of dates and numbers.
//!
//! Everything left of the view asks through [`Platform`]; nothing else in the crate is written twice.
//! Addresses are the other difference; they are parsed by [`crate::article::Link`] alone.
//!
//! ```
//! # #[cfg(feature = "prerender")] {
//! use article_card::platform::{Native, Platform, Zone};
//!
//! let native = Native::at(0);
//! let date = native.instant(1_712_142_000_000, Zone::Named("Europe/London"), "en-GB");
//! assert_eq!(date.as_deref(), Some("3 April 2024 at 12:00 BST"));
//! # }
//! ```

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
#[cfg(all(
    feature = "prerender",
    not(all(target_arch = "wasm32", target_os = "unknown"))
))]
mod native;

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub use browser::Browser;
#[cfg(all(
    feature = "prerender",
    not(all(target_arch = "wasm32", target_os = "unknown"))
))]
pub use native::Native;

use crate::article::Date;
use crate::words::words;

/// The time zone that an instant is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone<'a> {
    /// The zone of the reader's own clock. Natively this is UTC: a server does not know its readers.
    Reader,
    /// An IANA name, such as `Europe/London`.
    Named(&'a str),
    /// Minutes east of UTC, as the instant itself stated them.
    Offset(i16),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Nothing that has to be said.
    None,
    /// A unit of time, in short: "3 min".
    Brief(Unit),
    /// A unit of time, in full: "3 minutes".
    Full(Unit),
}

words! {
    /// The plural class of a number in a language (CLDR).
    pub enum Plural {
        /// 0 in Arabic.
        Zero = "zero",
        /// 1 in most languages.
        One = "one",
        /// 2 in Arabic and Hebrew.
        Two = "two",
        /// 3 to 10 in Arabic.
        Few = "few",
        /// 11 to 99 in Arabic, a million in French.
        Many = "many",
        /// All others.
        Other = "other",
    }
}

/// The clock and the wording of dates and numbers.
pub trait Platform {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now(&self) -> i64;

    /// A calendar date in full, such as "3 April 2024"; it belongs to no time zone.
    ///
    /// `None` where the platform has no words in the language.
    fn date(&self, date: Date, language: &str) -> Option<String>;

    /// An instant in full with its zone said, such as "3 April 2024 at 10:00 BST".
    ///
    /// `None` where the platform has no words in the language, or does not know the zone.
    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String>;

    /// A number in the numerals of the language, alone or with its unit.
    ///
    /// `None` where the platform has no words in the language.
    fn number(&self, number: u32, measure: Measure, language: &str) -> Option<String>;

    /// The plural class of the number.
    fn plural(&self, number: u32, language: &str) -> Plural;

    /// Whether the platform knows the zone.
    fn knows(&self, zone: Zone<'_>) -> bool {
        self.instant(0, zone, "en").is_some()
    }
}

/// Units of time, as ECMA-402 has them in `NumberFormat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
}

impl Unit {
    /// The name that ECMA-402 gives it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
        }
    }
}
