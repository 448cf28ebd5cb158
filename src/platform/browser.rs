//! The browser's own clock, calendars and languages: `Date.now` and `Intl` (ECMA-402).
//!
//! The bindings are our own because `Intl`'s constructors throw on a zone or language that they do not know, and an
//! exception that nobody catches would stop every card of the page.

use super::{Measure, Platform, Plural, Unit, Zone};
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

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    /// The language, if there are words in it.
    #[wasm_bindgen(static_method_of = DateTimeFormat, catch, js_namespace = Intl, js_name = supportedLocalesOf)]
    fn supported(language: &str) -> Result<js_sys::Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<RelativeTimeFormat, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: u32) -> String;

    /// One of dates, ages or numbers; only that of ages takes a unit, the others ignore it.
    type Formatter;
    #[wasm_bindgen(method, catch)]
    fn format(this: &Formatter, value: f64, unit: &str) -> Result<String, JsValue>;
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
            Kind::Date,
            date.epoch_days() * 86_400_000,
            "",
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
            write(Kind::Date, epoch_ms, "", language, &options)
        };
        match zone {
            Zone::Reader => in_zone(""),
            Zone::Named(name) => in_zone(name),
            // A browser that does not take offsets for zones still tells the instant, by another clock.
            Zone::Offset(minutes) => in_zone(&offset_name(minutes)).or_else(|| in_zone("UTC")),
        }
    }

    fn number(&self, number: u32, measure: Measure, language: &str) -> Option<String> {
        let of = |unit: Unit, display| {
            let start = r#"{"style":"unit","unit":""#;
            join(&[
                start,
                unit.as_str(),
                r#"","unitDisplay":""#,
                display,
                r#""}"#,
            ])
        };
        let options = match measure {
            Measure::None => r#"{"style":"decimal"}"#.into(),
            Measure::Brief(unit) => of(unit, "short"),
            Measure::Full(unit) => of(unit, "long"),
        };
        write(Kind::Number, number.into(), "", language, &options)
    }

    fn plural(&self, number: u32, language: &str) -> Plural {
        let rules = PluralRules::new(language).ok();
        let class = rules.map(|rules| rules.select(number)).unwrap_or_default();
        let place = Plural::WORDS.iter().position(|word| *word == class);
        let class = place.and_then(|place| Plural::ALL.get(place));
        class.copied().unwrap_or(Plural::Other)
    }
}

impl Browser {
    /// "2 hours ago"; 0 seconds is "now". `None` where the browser has no words for it in the language.
    pub fn relative(self, count: i64, unit: Unit, language: &str) -> Option<String> {
        // "yesterday" is a calendar day, and 23 to 47 hours are not: only "now" is worded.
        let options = if count == 0 {
            r#"{"numeric":"auto"}"#
        } else {
            "{}"
        };
        write(Kind::Age, -count, unit.as_str(), language, options)
    }
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

/// What is formatted.
#[derive(Clone, Copy)]
enum Kind {
    /// An instant.
    Date,
    /// So many of a unit ago.
    Age,
    Number,
}

/// Formats with a formatter that all cards share: making one takes longer than drawing a card. Only an age has a unit.
#[allow(
    clippy::cast_precision_loss,
    reason = "dates lie well within the whole numbers of a double"
)]
fn write(kind: Kind, value: i64, unit: &str, language: &str, options: &str) -> Option<String> {
    /// Dates, instants and two kinds of ages in eight languages, or more languages with less.
    const KEPT: usize = 32;
    thread_local!(static FORMATTERS: RefCell<Vec<(String, Formatter)>> = const { RefCell::new(Vec::new()) });
    let key = join(&[language, options]);
    FORMATTERS.with_borrow_mut(|formatters| {
        let known = formatters.iter().position(|(known, _)| *known == key);
        if known.is_none() {
            // For a language that it does not know, `Intl` would take the browser's own.
            if DateTimeFormat::supported(language).ok()?.length() == 0 {
                return None;
            }
            let options = parse(options).ok()?;
            let formatter: JsValue = match kind {
                Kind::Date => DateTimeFormat::new(language, &options).ok()?.into(),
                Kind::Age => RelativeTimeFormat::new(language, &options).ok()?.into(),
                Kind::Number => NumberFormat::new(language, &options).ok()?.into(),
            };
            formatters.truncate(KEPT - 1);
            formatters.insert(0, (key, formatter.unchecked_into()));
        }
        let (_, formatter) = formatters.get(known.unwrap_or(0))?;
        formatter.format(value as f64, unit).ok()
    })
}
