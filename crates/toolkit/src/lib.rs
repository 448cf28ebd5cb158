//! The command line's abilities for JavaScript: the WebAssembly behind `article-card/toolkit` and `article-card/render`.
//!
//! `crates/toolkit/js/toolkit.js` calls it, and is what JavaScript sees. Inputs and HTML cross the border as bytes, and
//! everything else as texts; nothing here throws. Nothing is decided here either: what may be said of an article the reader's `check`
//! decides, and every written form of a card is a function of `article_card::prerender`.
#![cfg(all(target_arch = "wasm32", target_os = "unknown"))]

mod border;
mod host;
mod renderer;
mod settings;
mod worded;

use article_card::Article;
use article_card::article::Link;
use article_card::prerender::{
    hash, page_hash, page_stylesheet, page_stylesheet_name, stylesheet, stylesheet_name,
};
use article_card::reading::json;
use article_card::report::Diagnostic;
use article_card_reader::check::{CheckedArticle, Line, Row};
use article_card_reader::{Format, ReadOptions};
use host::Host;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What was found in an input.
#[derive(Serialize)]
struct Found<'a> {
    format: Option<Format>,
    articles: Vec<&'a Article>,
    diagnostics: Vec<&'a Diagnostic>,
}

/// A stylesheet, as who hosts it or allows it needs it.
#[derive(Serialize)]
struct Sheet {
    css: &'static str,
    name: String,
    hash: String,
}

/// The options of a rendering that are texts, by the names that they would have as attributes, with spaces between them.
#[wasm_bindgen]
pub fn options() -> String {
    settings::names().collect::<Vec<_>>().join(" ")
}

/// Whether this is an absolute http or https address.
#[wasm_bindgen]
pub fn is_address(text: &str) -> bool {
    Link::parse(text).is_ok()
}

/// So many bytes of an input show that it is too long; more of it need not come.
#[wasm_bindgen]
pub fn most() -> usize {
    article_card_reader::LONGEST + 1
}

/// Room for an input of so many bytes, which JavaScript writes there; the calls that read it are told its length.
#[wasm_bindgen]
pub fn room(length: usize) -> *const u8 {
    border::room(length)
}

/// Whether the input holds U+FFFD.
#[wasm_bindgen]
pub fn has_replacement(length: usize) -> bool {
    border::has_replacement(length)
}

/// The articles of an input that may be passed on now, as `{"format", "articles", "diagnostics"}`.
///
/// `page` is where it was published, empty if nobody knows; `now` is in milliseconds since 1970; `every` asks for each of the
/// articles of which nothing says which is meant.
#[wasm_bindgen]
pub fn read(length: usize, is_decoded: bool, page: &str, now: f64, every: bool) -> String {
    let host = Host::at(now);
    let articles = checked(length, &reading(is_decoded, page, host, every));
    json::write(&Found {
        format: articles.first().and_then(|checked| checked.format),
        articles: articles
            .iter()
            .filter_map(|checked| checked.article.as_ref())
            .collect(),
        diagnostics: diagnostics(&articles),
    })
}

/// Whether there are rows, and every one of several articles: they are kilobytes, which only who reads every format has.
#[wasm_bindgen]
pub fn is_whole() -> bool {
    cfg!(feature = "every-format")
}

/// What `article-card check --json` prints of an input, as one list, and if they are asked for the rows of its tables.
#[wasm_bindgen]
pub fn check(
    length: usize,
    is_decoded: bool,
    page: &str,
    now: f64,
    every: bool,
    has_rows: bool,
) -> String {
    let host = Host::at(now);
    let has_rows = has_rows && is_whole();
    let mut options = reading(is_decoded, page, host, every);
    options.fields = has_rows;
    let mut articles = checked(length, &options);
    for checked in &mut articles {
        checked.decide(&host);
    }
    let rows = articles
        .iter()
        .map(|checked| has_rows.then(|| checked.rows()));
    let rows: Vec<Option<Vec<Row>>> = rows.collect();
    let lines = (0..).zip(&articles).zip(&rows);
    let lines: Vec<Line<'_>> = lines
        .map(|((index, checked), rows)| {
            let mut line = checked.line(None, index);
            line.rows = rows.as_deref();
            line
        })
        .collect();
    json::write(&lines)
}

/// The JSON Schema of the card's own JSON.
#[wasm_bindgen]
pub fn schema() -> String {
    article_card::SCHEMA.into()
}

/// The stylesheet of rendered cards, or of the pages around them, as `{"css", "name", "hash"}`.
#[wasm_bindgen(js_name = stylesheet)]
pub fn sheet(of_page: bool) -> String {
    let sheet = if of_page {
        Sheet {
            css: page_stylesheet(),
            name: page_stylesheet_name(),
            hash: page_hash(),
        }
    } else {
        Sheet {
            css: stylesheet(),
            name: stylesheet_name(),
            hash: hash(),
        }
    };
    json::write(&sheet)
}

/// The version of all of it.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

fn reading(is_decoded: bool, page: &str, host: Host, every: bool) -> ReadOptions {
    ReadOptions {
        unknown_fields: true,
        page: Link::parse(page).ok().map(|(page, _)| page),
        now: Some(host.now),
        is_decoded,
        every,
        ..ReadOptions::default()
    }
}

/// All that was found in the input, as it may be passed on.
fn checked(length: usize, options: &ReadOptions) -> Vec<CheckedArticle> {
    let reading = border::with_input(length, |bytes| {
        #[cfg(feature = "fault")]
        #[allow(clippy::panic, reason = "the test of what a panic does")]
        if bytes
            .windows(18)
            .any(|bytes| bytes == b"article-card-fault")
        {
            panic!("the fault that the tests ask for");
        }
        article_card_reader::read(bytes, options)
    });
    CheckedArticle::all(reading, options.now.unwrap_or_default())
}

fn diagnostics(articles: &[CheckedArticle]) -> Vec<&Diagnostic> {
    articles
        .iter()
        .flat_map(|checked| &checked.diagnostics)
        .collect()
}
