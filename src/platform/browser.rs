//! The browser's own clock, calendars and languages: `Date.now` and `Intl` (ECMA-402), by `browser.js`.
//!
//! What it asks of `Intl` is written in JavaScript, where it takes a third of the bytes; nothing there throws.

use super::{Measure, Platform, Plural, Zone};
use crate::article::Date;
use crate::join::{digits, join};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Date)]
    fn now() -> f64;
}

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    fn day(epoch_ms: f64, language: &str) -> Option<String>;
    fn instant(epoch_ms: f64, zone: &str, language: &str) -> Option<String>;
    fn number(number: u32, unit: &str, display: &str, language: &str) -> Option<String>;
    fn plural(number: u32, language: &str) -> String;
}

/// The browser that the card stands in.
#[derive(Clone, Copy, Debug)]
pub struct Browser;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 lie well within the whole numbers of a double"
)]
impl Platform for Browser {
    fn now(&self) -> i64 {
        now() as i64
    }

    fn date(&self, date: Date, language: &str) -> Option<String> {
        day((date.epoch_days() * 86_400_000) as f64, language)
    }

    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String> {
        let in_zone = |zone: &str| instant(epoch_ms as f64, zone, language);
        match zone {
            Zone::Reader => in_zone(""),
            Zone::Named(name) => in_zone(name),
            Zone::Offset(0) => in_zone("UTC"),
            // A browser that does not take offsets for zones still tells the instant, by another clock.
            Zone::Offset(minutes) => in_zone(&offset_name(minutes)).or_else(|| in_zone("UTC")),
        }
    }

    fn number(&self, value: u32, measure: Measure, language: &str) -> Option<String> {
        let (unit, display) = match measure {
            Measure::None => ("", ""),
            Measure::Brief(unit) => (unit.as_str(), "short"),
            Measure::Full(unit) => (unit.as_str(), "long"),
        };
        number(value, unit, display, language)
    }

    fn plural(&self, number: u32, language: &str) -> Plural {
        let class = plural(number, language);
        let place = Plural::WORDS.iter().position(|word| *word == class);
        let class = place.and_then(|place| Plural::ALL.get(place));
        class.copied().unwrap_or(Plural::Other)
    }
}

/// `+03:00`, as ECMA-402 names a zone by its offset.
fn offset_name(minutes: i16) -> String {
    let two = |number: u16| join(&[if number < 10 { "0" } else { "" }, &digits(number.into())]);
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    join(&[
        if minutes < 0 { "-" } else { "+" },
        &two(hours),
        ":",
        &two(rest),
    ])
}
