//! Foreign formats in a browser: a WebAssembly of its own, which makes of them the card's own JSON for the runtime.
//!
//! `reader.js` calls it. Only texts cross the border, and nothing here throws.

use crate::repair::Unwrapped;
use crate::source_value::SourceValue;
use crate::{Format, ReadOptions, Reading, json_format};
use article_card::article::{Article, Link};
use article_card::reading::json;
use article_card::report::{Code, Diagnostic, Report};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Default, Serialize)]
struct Outcome<'a> {
    article: Option<&'a Article>,
    /// False if the text is no foreign format: the runtime has to say then what it is.
    foreign: bool,
    diagnostics: &'a [Diagnostic],
}

/// Reads an article of a foreign format: `{"article": {…} or null, "foreign": bool, "diagnostics": […]}`.
///
/// `blocks` are the other blocks of JSON-LD in the page, with a NUL between each two; references may lead there. `page` is
/// the page's address, and `now` the time in milliseconds since 1970.
#[wasm_bindgen]
#[allow(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 fit until the year 287396"
)]
pub fn read(text: &str, blocks: &str, page: &str, now: f64) -> String {
    #[cfg(feature = "fault")]
    #[allow(clippy::panic, reason = "the test of what a panic does")]
    if text.contains("article-card-fault") {
        panic!("the fault that the tests ask for");
    }
    let options = ReadOptions {
        page: Link::parse(page).ok().map(|(page, _)| page),
        now: Some(now as i64),
        ..ReadOptions::default()
    };
    match reading(text, blocks, &options) {
        Some(reading) => outcome(reading),
        None => json::write(&Outcome::default()),
    }
}

/// `None` if the text is no foreign format.
fn reading(text: &str, blocks: &str, options: &ReadOptions) -> Option<Reading> {
    let unwrapped = Unwrapped::of(text);
    let own = unwrapped.parse();
    let value = match &own.value {
        Ok(value) => value,
        Err(fault) => {
            let bytes = text.as_bytes();
            return json_format::looks_like_json_ld(bytes)
                .then(|| json_format::refused(*fault, bytes));
        }
    };
    match json_format::format(value)? {
        Format::JsonLd => {
            let blocks: Vec<_> = blocks.split('\0').map(Unwrapped::of).collect();
            let blocks: Vec<_> = blocks.iter().map(Unwrapped::parse).collect();
            let mut others = Vec::new();
            for block in &blocks {
                // What is wrong with another block is no fault of this article's.
                if let Ok(value) = &block.value {
                    others.push(SourceValue::root(value, "ld+json".into(), 0));
                }
            }
            let mut report = Report::default();
            own.tell(&"$".into(), 0, &mut report);
            let root = SourceValue::root(value, "$".into(), 0);
            Some(json_format::json_ld(&[root], &others, report, options))
        }
        format => own
            .repairs
            .is_empty()
            .then(|| json_format::read(value, format, options)),
    }
}

/// The first article that can be shown, with what was told of it.
fn outcome(reading: Reading) -> String {
    let count = reading.entries.len();
    let shown = reading.entries.iter().find(|entry| entry.article.is_some());
    let told = shown.or(reading.entries.first());
    let is_restricted = told.is_some_and(|entry| entry.is_restricted);
    let told = told.map_or(0..0, |entry| entry.diagnostics.clone());
    let mut report = reading.report;
    report.diagnostics.truncate(told.end);
    report.diagnostics = report.diagnostics.split_off(told.start);
    let article = reading.articles.first();
    // What is told here is told again when an embargo or a term ends while somebody looks.
    if is_restricted || article.is_some_and(Article::is_restricted) {
        report.diagnostics.iter_mut().for_each(Diagnostic::redact);
    }
    if article.is_some() && count > 1 {
        let reason = "there are several items, and the first that can be shown is";
        report.warn(Code::AmbiguousArticle, "$".into(), reason.into());
    }
    json::write(&Outcome {
        article,
        foreign: true,
        diagnostics: &report.diagnostics,
    })
}
