//! The browser's own clock, calendars and languages: `Date.now` and `Intl` (ECMA-402).
//!
//! The bindings are our own because `Intl`'s constructors throw on a zone or language that they do not know, and an
//! exception that nobody catches would stop every card of the page.

use super::{Platform, Unit, Zone};
use crate::article::Date;
use crate::join::join;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Date)]
    fn now() -> f64;

    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &str) -> Result<JsValue, JsValue>;

    #[derive(Clone)]
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(languages: &JsValue, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, getter, structural)]
    fn format(this: &DateTimeFormat) -> js_sys::Function;

    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(languages: &JsValue, options: &JsValue) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &RelativeTimeFormat, value: f64, unit: &str) -> Result<String, JsValue>;
}

/// The browser that the card stands in.
#[derive(Clone, Copy, Debug)]
pub struct Browser;

impl Platform for Browser {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit until the year 287396"
    )]
    fn now(&self) -> i64 {
        now() as i64
    }

    fn date(&self, date: Date, language: &str) -> Option<String> {
        write(
            date.epoch_days() * 86_400_000,
            language,
            r#"{"dateStyle":"long","timeZone":"UTC"}"#,
        )
    }

    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String> {
        let in_zone = |zone: &str| {
            let fields = r#"{"year":"numeric","month":"long","day":"numeric","hour":"numeric","minute":"2-digit","timeZoneName":"short""#;
            let options = match zone {
                "" => join(&[fields, "}"]),
                zone => join(&[fields, r#","timeZone":""#, zone, r#""}"#]),
            };
            write(epoch_ms, language, &options)
        };
        match zone {
            Zone::Reader => in_zone(""),
            Zone::Named(name) => in_zone(name),
            // A browser that does not take offsets for zones still tells the instant, by another clock.
            Zone::Offset(minutes) => in_zone(&offset_name(minutes)).or_else(|| in_zone("UTC")),
        }
    }
}

impl Browser {
    /// "2 hours ago"; 0 seconds is "now". `None` where the browser has no words for it.
    #[allow(clippy::cast_precision_loss, reason = "ages are small")]
    pub fn relative(self, count: i64, unit: Unit, language: &str) -> Option<String> {
        let options = parse(r#"{"numeric":"auto"}"#).ok()?;
        // "yesterday" is a calendar day, and 23 to 47 hours are not: only "now" is worded.
        let options = if count == 0 {
            options
        } else {
            JsValue::UNDEFINED
        };
        RelativeTimeFormat::new(&languages(language)?, &options)
            .ok()?
            .format(-(count as f64), unit.as_str())
            .ok()
    }
}

/// The language, and English where `Intl` does not know it: else it would take the browser's own.
fn languages(language: &str) -> Option<JsValue> {
    parse(&join(&["[\"", language, "\",\"en\"]"])).ok()
}

/// `+03:00`, as ECMA-402 names a zone by its offset; `UTC` for none.
fn offset_name(minutes: i16) -> String {
    if minutes == 0 {
        return "UTC".into();
    }
    let two = |number: u16| join(&[if number < 10 { "0" } else { "" }, &number.to_string()]);
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    join(&[
        if minutes < 0 { "-" } else { "+" },
        &two(hours),
        ":",
        &two(rest),
    ])
}

/// Formats with a formatter that all cards share: making one takes longer than drawing a card.
#[allow(
    clippy::cast_precision_loss,
    reason = "dates lie well within the whole numbers of a double"
)]
fn write(epoch_ms: i64, language: &str, options: &str) -> Option<String> {
    const KEPT: usize = 16;
    thread_local!(static FORMATTERS: RefCell<Vec<(String, js_sys::Function)>> = const { RefCell::new(Vec::new()) });
    let key = join(&[language, options]);
    let format = FORMATTERS.with_borrow_mut(|formatters| {
        if let Some((_, format)) = formatters.iter().find(|(known, _)| *known == key) {
            return Some(format.clone());
        }
        let format = DateTimeFormat::new(&languages(language)?, &parse(options).ok()?)
            .ok()?
            .format();
        if formatters.len() == KEPT {
            formatters.remove(0);
        }
        formatters.push((key, format.clone()));
        Some(format)
    })?;
    format
        .call1(&JsValue::UNDEFINED, &JsValue::from_f64(epoch_ms as f64))
        .ok()?
        .as_string()
}
