//! From bytes to an article: strict about what is read, total about what can arrive.
//!
//! Any bytes give either an article with diagnostics or diagnostics alone; nothing here panics or guesses.

mod card_json;
mod fields;

use crate::article::Article;
use crate::json;
use crate::report::Report;

/// What the caller wants to know beyond the article.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// Warn about fields that the card does not know, with the nearest name that it does. Native only: in a
    /// browser the reader of the page can do nothing about them.
    pub unknown_fields: bool,
}

/// What was found in the input.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The articles; none if the report has an error.
    pub articles: Vec<Article>,
    /// Everything that was repaired, left out or refused.
    pub report: Report,
}

/// Reads the card's own JSON.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    let mut report = Report::default();
    let article = match json::parse(bytes) {
        Ok(value) => card_json::article(&value, options, &mut report),
        Err(fault) => {
            report.refuse(fault.code, "$", fault.reason, fault.place);
            None
        }
    };
    Reading {
        articles: article.into_iter().collect(),
        report,
    }
}
