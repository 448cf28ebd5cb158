//! What became of one article, as programs read it.

use super::{CheckedArticle, Row};
use crate::Format;
use article_card::Article;
use article_card::report::Diagnostic;
use serde::Serialize;

/// A checked article as `article-card check --json` prints it, an object of JSON; the toolkit adds its rows where they are
/// asked for.
///
/// ```
/// use article_card_reader::check::CheckedArticle;
/// use article_card_reader::{ReadOptions, read};
///
/// let reading = read(br#"{"headline": "Harbour wall opens"}"#, &ReadOptions::default());
/// for checked in CheckedArticle::all(reading, 0) {
///     let line = checked.line(Some("wall.json"), 0);
///     assert!(line.ok && line.diagnostics.is_empty());
/// }
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct Line<'a> {
    /// The name of the input, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'a str>,
    /// Which of the input's articles it is, from 0 on.
    pub index: u32,
    /// Whether it gives a card.
    pub ok: bool,
    /// What the input is, if that could be told.
    pub format: Option<Format>,
    /// What may be shown of it.
    pub article: Option<&'a Article>,
    /// What was repaired, left out or refused.
    pub diagnostics: &'a [Diagnostic],
    /// What [`rows`](CheckedArticle::rows) says of its fields, if somebody wants it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<&'a [Row]>,
}

impl CheckedArticle {
    /// The article as programs read it, with the name of its input and its place there.
    #[must_use]
    pub fn line<'a>(&'a self, file: Option<&'a str>, index: u32) -> Line<'a> {
        Line {
            file,
            index,
            ok: self.article.is_some(),
            format: self.format,
            article: self.article.as_ref(),
            diagnostics: &self.diagnostics,
            rows: None,
        }
    }
}
