//! What is asked of the reader, and what it has to say.

use article_card::Article;
use article_card::article::Link;
use article_card::reading::json::Json;
use article_card::reading::redact_refused;
use article_card::report::{Lines, Path, Report};
use serde::Serialize;
use std::borrow::Cow;
use std::ops::Range;

/// What is longer, in bytes, is no input of any format, so nobody has to hold more of it.
pub const LONGEST: usize = 16 * 1024 * 1024;

/// What the caller knows and wants to know beyond the article.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// Warn about fields of the card's own JSON that the card does not know, with the nearest name that it does. Only
    /// with the feature `places`.
    pub unknown_fields: bool,
    /// Where the input was published. Relative addresses of foreign formats lead from there, and of several articles that
    /// one is meant. A page that names its own address needs none.
    pub page: Option<Link>,
    /// The time of the reading, in milliseconds since 1970: by it a live blog of JSON-LD is live or no more. Without it none
    /// is, unless its `creativeWorkStatus` says so.
    pub now: Option<i64>,
    /// The bytes are those of a text that somebody has decoded already: they are UTF-8, whatever a page says of its encoding.
    pub is_decoded: bool,
    /// Note where every field of the card's own JSON stands, for [`rows`](crate::check::CheckedArticle::rows); of other formats
    /// that is always noted. Only with the feature `places`.
    pub fields: bool,
    /// Read every article where nothing says which of several in JSON-LD or a page is meant, in the place of the first one or
    /// of none, for whoever lets a person choose. Only with the feature `places`.
    pub every: bool,
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
#[non_exhaustive]
pub struct Provenance {
    /// The article's field, such as `headline` or `image.caption`.
    pub field: &'static str,
    /// The place in the input: a JSON path, or what stands in a page, such as `meta[og:title]`.
    pub path: Path,
    /// What was done to it that is no fault, such as "split from the caption"; empty if it was taken as it stood.
    pub done: &'static str,
}

/// One of the things in an input that are, or should be, an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Its place in [`Reading::articles`]; `None` if it was refused.
    pub article: Option<usize>,
    /// Its part of the report's diagnostics.
    pub diagnostics: Range<usize>,
    /// Where its fields came from. Those of the card's own JSON came from the fields of the same names, so only those are noted
    /// that a card decides by. Noted only with the feature `places`.
    pub provenance: Vec<Provenance>,
    /// Whether it, or anything in it, says of itself, in words that can be read or not, that not everybody may read it at
    /// any time. What is told of it then quotes nothing if it was refused.
    pub is_restricted: bool,
    /// Where the fields of an article in the card's own JSON stand, by their names, such as `byline[0].name`, if it was asked.
    #[cfg(feature = "places")]
    pub(crate) fields: Vec<(String, Path)>,
}

/// What the object that an input is calls itself, word for word and whatever becomes of it: programs find their own by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifiers {
    /// Its `id`, else its `uri`.
    pub id: Option<String>,
    /// Its `url`, which may be no address.
    pub url: Option<String>,
}

/// What was found in the input.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Reading {
    /// What the input is, if that could be told.
    pub format: Option<Format>,
    /// The articles that can be shown.
    pub articles: Vec<Article>,
    /// Everything that was repaired, left out or refused.
    pub report: Report,
    /// What was found, article or not, in the order of the input. At least one, unless there was nothing at all.
    pub entries: Vec<Entry>,
    /// What the input calls itself; `None` if it is not JSON as it stands, or calls itself by a number.
    pub identifiers: Option<Identifiers>,
}

impl Identifiers {
    /// Those of a value; of a name that stands twice the last counts.
    pub(crate) fn of(value: &Json<'_>) -> Option<Self> {
        let Json::Object(members) = value else {
            return Some(Self::default());
        };
        let (mut id, mut uri, mut url) = (None, None, None);
        for (name, value) in members {
            let place = match &**name {
                "id" => &mut id,
                "uri" => &mut uri,
                "url" => &mut url,
                _ => continue,
            };
            *place = match &**value {
                Json::Text(text) => Some(text).filter(|text| !text.trim().is_empty()),
                // How it would be written is not for us to say.
                Json::Number(_) => return None,
                _ => None,
            };
        }
        let text = |text: &Cow<'_, str>| text.clone().into_owned();
        Some(Self {
            id: id.or(uri).map(text),
            url: url.map(text),
        })
    }
}

impl Reading {
    /// Counts the lines and columns of all that was told and noted of that text.
    pub(crate) fn locate(&mut self, text: &[u8]) {
        let is_noted = |entry: &Entry| {
            #[cfg(feature = "places")]
            if !entry.fields.is_empty() {
                return true;
            }
            !entry.provenance.is_empty()
        };
        if self.report.diagnostics.is_empty() && !self.entries.iter().any(is_noted) {
            return;
        }
        let lines = Lines::of(text);
        for told in &mut self.report.diagnostics {
            told.path.locate(&lines);
        }
        for entry in &mut self.entries {
            for from in &mut entry.provenance {
                from.path.locate(&lines);
            }
            #[cfg(feature = "places")]
            for (_, path) in &mut entry.fields {
                path.locate(&lines);
            }
        }
    }

    /// Adds what was found of one article; it does not count as one if anything was refused.
    ///
    /// An update before the publication, which its reader has told, stays out of an article of a foreign format: nobody
    /// mends it there, and whoever reads what is handed on would tell it again.
    pub(crate) fn add(
        &mut self,
        article: Option<Article>,
        mut report: Report,
        provenance: Vec<Provenance>,
        is_restricted: bool,
    ) {
        let is_restricted = is_restricted || article.as_ref().is_some_and(Article::is_restricted);
        redact_refused(is_restricted, &mut report);
        let mut article = article.filter(|_| !report.is_refusal());
        if self.format != Some(Format::Card)
            && let Some(article) = &mut article
            && article.is_updated_too_early()
        {
            article.updated = None;
        }
        let start = self.report.diagnostics.len();
        self.report.diagnostics.append(&mut report.diagnostics);
        self.entries.push(Entry {
            article: article.is_some().then_some(self.articles.len()),
            diagnostics: start..self.report.diagnostics.len(),
            provenance,
            is_restricted,
            #[cfg(feature = "places")]
            fields: Vec::new(),
        });
        self.articles.extend(article);
    }
}

#[cfg(test)]
mod tests {
    use super::{Identifiers, ReadOptions};
    use crate::read;

    #[test]
    fn an_input_is_called_what_it_says_word_for_word() {
        for (json, id, url) in [
            (
                r#"{"id": " a  b ", "url": "/x"}"#,
                Some(" a  b "),
                Some("/x"),
            ),
            (r#"{"uri": "urn:x:2", "id": null}"#, Some("urn:x:2"), None),
            (
                r#"{"id": "a", "id": "b", "c": {"id": "d"}}"#,
                Some("b"),
                None,
            ),
            (r#"{"id": " ", "uri": ["a"]}"#, None, None),
            (r#"[{"id": "a"}]"#, None, None),
        ] {
            let identifiers = Identifiers {
                id: id.map(str::to_owned),
                url: url.map(str::to_owned),
            };
            let reading = read(json.as_bytes(), &ReadOptions::default());
            assert_eq!(reading.identifiers, Some(identifiers), "{json}");
        }
        for json in [r#"{"id": 42}"#, r#"{"id": "a""#, "<html>"] {
            let reading = read(json.as_bytes(), &ReadOptions::default());
            assert_eq!(reading.identifiers, None, "{json}");
        }
    }
}
