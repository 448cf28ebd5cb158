//! What became of an input: each article as it may be passed on, or the reasons why there is none, and for editors a row
//! for each of its fields.

mod line;
mod rows;

pub use line::Line;
pub use rows::{Note, Row};

use crate::{Format, Provenance, Reading};
use article_card::card::{Withheld, withheld};
use article_card::platform::Platform;
use article_card::report::{Code, Diagnostic, Path, Place, Reason, Report, Severity};
use article_card::{Article, Card, Options};

/// An article as it may be passed on, or why there is none.
///
/// ```
/// use article_card_reader::check::CheckedArticle;
/// use article_card_reader::{ReadOptions, read};
///
/// let bytes = br#"{"headline": "Minister resigns", "embargoedUntil": "2034-01-01"}"#;
/// let noon = 1_712_142_000_000;
/// for checked in CheckedArticle::all(read(bytes, &ReadOptions::default()), noon) {
///     assert!(checked.article.is_none());
///     assert_eq!(checked.rows()[0].from, "$.embargoedUntil");
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CheckedArticle {
    /// What the input is, if that could be told.
    pub format: Option<Format>,
    /// What may be shown now.
    pub article: Option<Article>,
    /// Every one with its line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// Where its fields came from, in a foreign format.
    pub provenance: Vec<Provenance>,
    /// Whether nothing that it says may be passed on: it is withheld, or refused and might be withheld at some time.
    pub is_withheld: bool,
    /// Where its fields stand, in the card's own JSON.
    fields: Vec<(String, Path)>,
}

impl CheckedArticle {
    /// What became of an input that could not even be read.
    pub fn unreadable(reason: Reason) -> Self {
        Self::refused(Code::Unreadable, reason)
    }

    /// What becomes of an input that is not asked for an article.
    pub fn refused(code: Code, reason: Reason) -> Self {
        let diagnostic = Diagnostic::error(code, "$".into(), reason);
        Self {
            format: None,
            article: None,
            diagnostics: placed(vec![diagnostic]),
            provenance: Vec::new(),
            is_withheld: false,
            fields: Vec::new(),
        }
    }

    /// All that a reading has found, at least one. `now`, in milliseconds since 1970, decides about embargoes.
    pub fn all(reading: Reading, now: i64) -> Vec<Self> {
        let Reading {
            format,
            articles,
            report: Report { diagnostics },
            entries,
            ..
        } = reading;
        if entries.is_empty() {
            return vec![Self {
                format,
                article: None,
                diagnostics: placed(diagnostics),
                provenance: Vec::new(),
                is_withheld: false,
                fields: Vec::new(),
            }];
        }
        let mut articles: Vec<_> = articles.into_iter().map(Some).collect();
        let last = entries.len() - 1;
        let mut told = 0;
        let all = entries.into_iter().enumerate().map(|(index, entry)| {
            // What was told before it, of the whole input, is told with it, and what was told after the last with that.
            let end = if index == last {
                diagnostics.len()
            } else {
                entry.diagnostics.end
            };
            let own = diagnostics.get(told..end).unwrap_or_default().to_vec();
            told = end;
            let place = entry.article.and_then(|index| articles.get_mut(index));
            let mut checked = Self {
                format,
                article: place.and_then(Option::take),
                diagnostics: own,
                provenance: entry.provenance,
                is_withheld: entry.is_restricted && entry.article.is_none(),
                #[cfg(feature = "places")]
                fields: entry.fields,
                #[cfg(not(feature = "places"))]
                fields: Vec::new(),
            };
            checked.withhold(now, entry.is_restricted);
            checked.diagnostics = placed(checked.diagnostics);
            checked
        });
        all.collect()
    }

    /// The one that a page shows; several of an input are refused, since nothing says which of them it would be.
    #[must_use]
    pub fn for_page(articles: Vec<Self>) -> Vec<Self> {
        if articles.len() < 2 {
            return articles;
        }
        let reason = Reason::from("there are ").and_words(articles.len().to_string());
        let reason = reason.and(" articles in it, and a page shows one");
        vec![Self::refused(Code::AmbiguousArticle, reason)]
    }

    /// Tells what only its card notices, such as a language that has no labels.
    pub fn decide(&mut self, platform: &impl Platform) {
        if let Some(article) = &self.article {
            let card = Card::new(article, &Options::default(), platform);
            self.add(card.report);
        }
    }

    /// Tells what was noticed while its card was decided; that it is withheld is told already.
    pub fn add(&mut self, report: Report) {
        let told = report.diagnostics.into_iter();
        let told = told.filter(|told| told.code != Code::Withheld);
        let told = told.map(|mut told| {
            told.path = self.origin(&told.path);
            told
        });
        let mut told = placed(told.collect());
        self.diagnostics.append(&mut told);
    }

    /// Where the field came from that a card calls by that path, such as `$.language`.
    fn origin(&self, path: &Path) -> Path {
        let field = path.as_str().trim_start_matches("$.");
        let known = self.provenance.iter().rfind(|known| known.field == field);
        known.map_or_else(|| path.clone(), |known| known.path.clone())
    }

    /// Leaves of a withheld article what may be passed on: of a withdrawn one that it is, of others nothing.
    fn withhold(&mut self, now: i64, is_restricted: bool) {
        let article = self.article.as_ref();
        let why = article.and_then(|article| withheld(article, now));
        // What is not said of the article itself is said of another, which may be quoted beside it.
        let is_of_another =
            is_restricted && article.is_some_and(|article| !article.is_restricted());
        self.is_withheld |= why.is_some();
        if self.is_withheld || is_of_another {
            self.redact();
        }
        let Some(why) = why else { return };
        let (path, reason) = why.reason();
        let path = without_names(&self.origin(&path.into()));
        let (tell, article): (fn(_, _, _) -> _, _) = match (why, self.article.take()) {
            (Withheld::Withdrawn, Some(article)) => (Diagnostic::warning, Some(article.notice())),
            _ => (Diagnostic::error, None),
        };
        self.article = article;
        let withheld = tell(Code::Withheld, path, reason.into());
        self.diagnostics.push(withheld);
        let is_passed_on = |field: &str| ["id", "language", "status"].contains(&field);
        self.provenance.retain(|from| is_passed_on(from.field));
        self.fields.retain(|(field, _)| is_passed_on(field));
        for from in &mut self.provenance {
            from.path = without_names(&from.path);
        }
    }

    /// Takes the words of the input out of what is told; the line and the column still lead to them. A restriction that
    /// cannot be read keeps its own.
    fn redact(&mut self) {
        for diagnostic in &mut self.diagnostics {
            match diagnostic.severity {
                Severity::Error => diagnostic.path.redact(),
                _ => diagnostic.redact(),
            }
        }
    }
}

/// The path to a member of a name that is known, without the names on the way to it, which may be any.
fn without_names(path: &Path) -> Path {
    let short = match path.as_str().split_once('.') {
        Some((root, rest)) => match rest.rsplit_once(['.', ':']) {
            Some((_, last)) => format!("{root}.….{last}"),
            None => return path.clone(),
        },
        None => return path.clone(),
    };
    match path.place() {
        Some(place) => Path::root(short).placed(place),
        None => Path::root(short),
    }
}

/// What stands nowhere in a text stands at its beginning, so that every line can be followed.
fn placed(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    const FIRST: Place = Place { line: 1, column: 1 };
    for diagnostic in &mut diagnostics {
        if diagnostic.path.place().is_none() {
            diagnostic.path = diagnostic.path.clone().placed(FIRST);
        }
    }
    diagnostics
}
