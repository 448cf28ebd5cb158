//! From bytes to an article: total about what can arrive, and honest about what became of it.
//!
//! Any bytes give articles with diagnostics or diagnostics alone; nothing here panics.
//! The card's own JSON is read strictly. What was not written for a card is read forgivingly by the
//! rules of its format, in two steps: a parser makes a value of the text, and a normaliser that cannot fail makes an
//! article of the value.

mod card_json;
mod fields;
pub(crate) mod limits;

#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
mod dateline;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
mod desk;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
pub(crate) mod foreign;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
pub(crate) mod found;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
mod json_ld;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
mod markup;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
mod ninjs;
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
pub(crate) mod repair;

#[cfg(not(target_arch = "wasm32"))]
mod copied;
#[cfg(all(not(target_arch = "wasm32"), feature = "page"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod signature;

use crate::article::{Article, Link};
use crate::json::{self, Fault, Json};
use crate::report::{Code, Diagnostic, Report, Severity};
use serde::Serialize;
use std::ops::Range;

/// What is longer, in bytes, is no input of any format, so nobody has to hold more of it.
#[cfg(not(target_arch = "wasm32"))]
pub const LONGEST: usize = 16 * 1024 * 1024;

/// What the caller knows and wants to know beyond the article.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// Warn about fields of the card's own JSON that the card does not know, with the nearest name that it does. Native
    /// only: in a browser the reader of the page can do nothing about them.
    pub unknown_fields: bool,
    /// Where the input was published. Relative addresses of foreign formats lead from there, and of several articles that
    /// one is meant. A page that names its own address needs none.
    pub page: Option<Link>,
}

/// The format of an input, told by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The card's own JSON.
    Card,
    /// An article of schema.org as JSON-LD.
    JsonLd,
    /// An item of IPTC ninjs.
    Ninjs,
    /// An HTML page.
    Page,
    /// Text as people copy it out of an article's page.
    Text,
}

/// Where a field of the article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The article's field, such as `headline` or `image.caption`.
    pub field: &'static str,
    /// The place in the input: a JSON path, or what stands in a page, such as `meta[og:title]`.
    pub path: String,
    /// What was done to it that is no fault, such as "split from the caption"; empty if it was taken as it stood.
    pub done: &'static str,
}

/// One of the things in an input that are, or should be, an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// Its place in [`Reading::articles`]; `None` if it was refused.
    pub article: Option<usize>,
    /// Its part of the report's diagnostics.
    pub diagnostics: Range<usize>,
    /// Where its fields came from, in a foreign format; the fields of the card's own JSON came from those of the same names.
    pub origins: Vec<Origin>,
}

/// What was found in the input.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What the input is, if that could be told.
    pub format: Option<Format>,
    /// The articles that can be shown.
    pub articles: Vec<Article>,
    /// Everything that was repaired, left out or refused.
    pub report: Report,
    /// What was found, article or not, in the order of the input. At least one, unless there was nothing at all.
    pub finds: Vec<Find>,
}

impl Reading {
    /// Adds what was found of one article; it does not count as one if anything was refused.
    pub(crate) fn add(
        &mut self,
        article: Option<Article>,
        mut report: Report,
        origins: Vec<Origin>,
    ) {
        redact_refused(article.as_ref(), &mut report);
        let article = article.filter(|_| !report.is_refusal());
        let start = self.report.diagnostics.len();
        self.report.diagnostics.extend(report.diagnostics);
        self.finds.push(Find {
            article: article.is_some().then_some(self.articles.len()),
            diagnostics: start..self.report.diagnostics.len(),
            origins,
        });
        self.articles.extend(article);
    }
}

/// Takes the quotations out of what is told of an article that is refused, if it might be withheld at some time. An embargo
/// or a term that cannot be read counts as in force, and is quoted, because somebody has to mend it.
fn redact_refused(article: Option<&Article>, report: &mut Report) {
    let is_vital =
        |told: &Diagnostic| told.severity == Severity::Error && told.code == Code::BadDate;
    let is_restricted =
        article.is_some_and(Article::is_restricted) || report.diagnostics.iter().any(is_vital);
    if is_restricted && report.is_refusal() {
        let others = report.diagnostics.iter_mut().filter(|told| !is_vital(told));
        others.for_each(Diagnostic::redact);
    }
}

/// Reads one input of any format.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    #[cfg(feature = "page")]
    if page::is_page(bytes) {
        return page::read(bytes, options);
    }
    if bytes.len() > LONGEST {
        let fault = Fault {
            code: Code::TooLarge,
            reason: "the input is longer than 16 MiB",
            place: None,
        };
        return unknown(bytes, fault, options);
    }
    let mut reading = match json::parse(bytes) {
        Ok(value) => match foreign::format(&value) {
            Some(format) => foreign::read(&value, format, options),
            None => own(Ok(value), options),
        },
        Err(fault) => foreign::read_damaged(bytes, options)
            .or_else(|| copied::read(bytes, options))
            .unwrap_or_else(|| unknown(bytes, fault, options)),
    };
    reading.report.locate("$", bytes);
    reading
}

/// What cannot be read as anything. What begins like JSON was meant to be, so the fault in it is told; of all else that it
/// is nothing that is known.
#[cfg(not(target_arch = "wasm32"))]
fn unknown(bytes: &[u8], mut fault: Fault, options: &ReadOptions) -> Reading {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_json = matches!(text.trim_ascii_start().first(), Some(b'{' | b'['));
    if fault.code == Code::JsonSyntax {
        if str::from_utf8(text).is_err() {
            fault.code = Code::BadEncoding;
        }
        if text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff") {
            fault.reason = "this is UTF-16, and has to be UTF-8";
        } else if !is_json {
            fault.place = None;
            fault.reason =
                "this is neither JSON, nor an HTML page, nor text copied from an article";
        }
    }
    Reading {
        format: is_json.then_some(Format::Card),
        ..own(Err(fault), options)
    }
}

/// Reads the card's own JSON. In a browser other formats go through a module of their own first, so that a page which has
/// none does not download their readers.
#[cfg(target_arch = "wasm32")]
pub fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    own(json::parse(bytes), options)
}

/// Reads a value as the card's own JSON.
pub(crate) fn own(parsed: Result<Json<'_>, Fault>, options: &ReadOptions) -> Reading {
    let mut report = Report::default();
    let article = match parsed {
        Ok(value) => card_json::article(&value, options, &mut report),
        Err(fault) => {
            report.refuse(fault.code, "$", fault.reason, fault.place);
            None
        }
    };
    let mut reading = Reading {
        format: Some(Format::Card),
        ..Reading::default()
    };
    reading.add(article, report, Vec::new());
    reading
}
