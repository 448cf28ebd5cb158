//! One find of an input: an article as it may be passed on, or the reasons why there is none.

use article_card::card::{Withheld, withheld};
use article_card::report::{Code, Diagnostic, Report, Severity};
use article_card::source::Origin;
use article_card::{Article, Format, Reading};

/// An article that was found, or the place where one should be.
pub(crate) struct Find {
    pub(crate) format: Option<Format>,
    /// What may be shown now.
    pub(crate) article: Option<Article>,
    /// Every one with its line and column.
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) origins: Vec<Origin>,
}

impl Find {
    /// What became of an input that could not even be read.
    pub(crate) fn unreadable(reason: &str) -> Self {
        Self::refused(Code::Unreadable, reason)
    }

    /// What becomes of an input that is not asked for an article.
    pub(crate) fn refused(code: Code, reason: &str) -> Self {
        let diagnostic = error(code, "$", reason);
        Self {
            format: None,
            article: None,
            diagnostics: placed(vec![diagnostic]),
            origins: Vec::new(),
        }
    }

    /// All finds of a reading, at least one; `now` decides about embargoes.
    pub(crate) fn all(reading: Reading, bytes: &[u8], now: i64) -> Vec<Self> {
        let mut articles: Vec<_> = reading.articles.into_iter().map(Some).collect();
        let mut told = 0;
        let mut finds = Vec::new();
        for found in reading.finds {
            let place = found.article.and_then(|index| articles.get_mut(index));
            // What was told before a find, of the whole input, is told with it.
            let diagnostics = reading.report.diagnostics.get(told..found.diagnostics.end);
            told = found.diagnostics.end;
            finds.push(Self {
                format: reading.format,
                article: place.and_then(Option::take),
                diagnostics: diagnostics.unwrap_or_default().to_vec(),
                origins: found.origins,
            });
        }
        let rest = reading.report.diagnostics.get(told..).unwrap_or_default();
        match finds.last_mut() {
            Some(last) => last.diagnostics.extend_from_slice(rest),
            None => finds.push(Self {
                format: reading.format,
                article: None,
                diagnostics: rest.to_vec(),
                origins: Vec::new(),
            }),
        }
        for find in &mut finds {
            find.withhold(bytes, now);
            find.diagnostics = placed(std::mem::take(&mut find.diagnostics));
        }
        finds
    }

    /// Tells what was noticed while its card was decided; that it is withheld is told already.
    pub(crate) fn add(&mut self, report: Report, bytes: &[u8]) {
        let mut report = report;
        report
            .diagnostics
            .retain(|told| told.code != Code::Withheld);
        if report.diagnostics.is_empty() {
            return;
        }
        for diagnostic in &mut report.diagnostics {
            let field = diagnostic.path.trim_start_matches("$.");
            let origin = self.origins.iter().rfind(|origin| origin.field == field);
            if let Some(origin) = origin {
                diagnostic.path.clone_from(&origin.path);
            }
        }
        report.locate("$", bytes);
        self.diagnostics.append(&mut placed(report.diagnostics));
    }

    /// Leaves of a withheld article what may be passed on: of a withdrawn one that it is, of others nothing.
    fn withhold(&mut self, bytes: &[u8], now: i64) {
        let Some(article) = &self.article else {
            return;
        };
        let Some(why) = withheld(article, now) else {
            return;
        };
        let (path, message) = why.reason();
        let field = path.trim_start_matches("$.");
        let origin = self.origins.iter().rfind(|origin| origin.field == field);
        let mut diagnostic = error(
            Code::Withheld,
            origin.map_or(path, |origin| &origin.path),
            message,
        );
        self.article = match why {
            Withheld::Withdrawn => {
                diagnostic.severity = Severity::Warning;
                Some(article.notice())
            }
            Withheld::Embargo | Withheld::Expiry => None,
        };
        // A diagnostic may quote the article.
        self.diagnostics.iter_mut().for_each(Diagnostic::redact);
        let mut report = Report {
            diagnostics: vec![diagnostic],
        };
        report.locate("$", bytes);
        self.diagnostics.append(&mut report.diagnostics);
    }
}

fn error(code: Code, path: &str, message: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code,
        path: path.into(),
        message: message.into(),
        line: None,
        column: None,
    }
}

/// What stands nowhere in a text stands at its beginning, so that every line can be followed.
fn placed(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        diagnostic.line.get_or_insert(1);
        diagnostic.column.get_or_insert(1);
    }
    diagnostics
}
