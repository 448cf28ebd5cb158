//! The card's own JSON: strict, because whoever writes it writes it for the card.
//!
//! One field is required, the headline. A field of a wrong type is dropped alone and told; nothing is guessed, and any bytes
//! give an article with diagnostics or diagnostics alone.

mod article;
mod fields;
mod parts;
mod path;
mod restricting;
#[cfg(feature = "places")]
mod unknown;
mod values;

use crate::article::Article;
use crate::json::{self, Fault, Placed};
use crate::report::{Code, Diagnostic, Path, Report, Severity};

/// What the caller wants to know beyond the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// Warn about fields that the card does not know, with the nearest name that it does. Only with the feature `places`: in
    /// a browser the reader of the page can do nothing about them.
    pub unknown_fields: bool,
}

/// What was found in the input.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Reading {
    /// The article, if it can be shown.
    pub articles: Vec<Article>,
    /// Everything that was repaired, left out or refused.
    pub report: Report,
    /// Whether the article says of itself, in words that can be read or not, that not everybody may read it at any time.
    pub is_restricted: bool,
    /// Where those fields stand that a card decides by, such as `language` at `$.language`, for what there is to tell of them
    /// after the reading. Only with the feature `places`.
    pub deciding: Vec<(&'static str, Path)>,
    /// The items of lists that are no part of the article, by how many bytes stand before each.
    #[cfg(feature = "places")]
    pub left_out: Vec<usize>,
}

/// Reads an article in the card's own JSON.
///
/// ```
/// use article_card::report::Code;
/// use article_card::{ReadOptions, read};
///
/// let reading = read(br#"{"headline": "Ferries in spring", "url": "ferries"}"#, &ReadOptions::default());
/// assert_eq!(reading.articles.len(), 1);
/// assert_eq!(reading.report.diagnostics[0].code, Code::BadUrl);
/// ```
#[must_use]
pub fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    let mut reading = read_value(json::parse(bytes), options);
    redact_refused(reading.is_restricted, &mut reading.report);
    reading.report.locate(bytes);
    reading
}

impl Article {
    /// The article in the card's own JSON, as it was understood; `<` is escaped, so that it may stand in a page.
    pub fn to_json(&self) -> String {
        json::write(self)
    }
}

/// Reads an article of a value that has been parsed, or tells why it could not be. Lines and columns are not counted yet, and
/// nothing is redacted.
#[must_use]
pub fn read_value(parsed: Result<Placed<'_>, Fault>, options: &ReadOptions) -> Reading {
    let mut report = Report::default();
    let read = match parsed {
        Ok(value) => article::article(&value, *options, &mut report),
        Err(fault) => {
            fault.tell("$".into(), &mut report);
            None
        }
    };
    let (article, noted) = read.unzip();
    let noted = noted.unwrap_or_default();
    let is_restricted = article.as_ref().is_some_and(Article::is_restricted)
        || report.diagnostics.iter().any(is_of_restriction);
    let articles = article.filter(|_| !report.is_refusal());
    Reading {
        articles: articles.into_iter().collect(),
        report,
        is_restricted,
        deciding: noted.deciding,
        #[cfg(feature = "places")]
        left_out: noted.left_out,
    }
}

/// Whether it tells of an embargo, a term or a state that cannot be read, which counts as in force.
fn is_of_restriction(told: &Diagnostic) -> bool {
    let is_unread = matches!(
        told.code,
        Code::BadDate | Code::BadValue | Code::DuplicateField | Code::UnknownField
    );
    told.severity == Severity::Error && is_unread
}

/// Takes the quotations out of what is told of an article that is refused, if it might be withheld at some time. A
/// restriction that cannot be read is quoted, because somebody has to mend it.
pub fn redact_refused(is_restricted: bool, report: &mut Report) {
    if is_restricted && report.is_refusal() {
        let told = report.diagnostics.iter_mut();
        told.filter(|told| !is_of_restriction(told))
            .for_each(|told| told.reason.redact());
    }
}
