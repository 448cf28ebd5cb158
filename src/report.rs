//! What became of the input, in words: every refusal, repair and omission with its place.
//!
//! Diagnostics are written for the editor who has to mend the article; nothing is ever dropped in silence.

use crate::sentence::join;
use serde::Serialize;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The article cannot be shown.
    Error,
    /// The article is shown without, or with less than, what was written.
    Warning,
}

/// What kind of thing happened. The kebab-case name is public: pages and scripts compare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The input is empty.
    NoData,
    /// The input is longer, or has more parts, than any article.
    TooLarge,
    /// The input is nested more deeply than any article.
    TooDeep,
    /// The input is not JSON (RFC 8259).
    JsonSyntax,
    /// JSON-LD was damaged in a way that has only one repair, and was repaired.
    JsonRepaired,
    /// The input is whole, but no article is in it.
    NoArticle,
    /// There are several articles, and which one is meant had to be chosen.
    AmbiguousArticle,
    /// The input is in no known encoding, or not wholly in the one that it names.
    BadEncoding,
    /// The input cannot be opened or read.
    Unreadable,
    /// A page says different things of itself in different places, and one of them had to be chosen.
    Contradiction,
    /// A field that has to be there is missing, null or empty.
    MissingField,
    /// A value has another JSON type than its field.
    WrongType,
    /// A field has a name that the card does not know.
    UnknownField,
    /// A field stands twice in one object; the last one counts.
    DuplicateField,
    /// An address cannot be read.
    BadUrl,
    /// An address is readable but may not be used, such as `javascript:`.
    BlockedUrl,
    /// A date cannot be read, does not exist or lies outside the years of news.
    BadDate,
    /// `updated` lies before `published`.
    DateOrder,
    /// A language tag is not one (BCP 47).
    BadLang,
    /// A text held control or direction characters that are not shown.
    BadText,
    /// A word or number is none of those that the field allows.
    BadValue,
    /// An attribute of the element was not understood; its default counts.
    BadAttribute,
    /// A text or list was longer than a card shows.
    Truncated,
    /// The card has no labels in the article's language and uses English ones.
    NoLabels,
    /// What stands prerendered in the page is not what was written there.
    HydrateMismatch,
    /// The article is withdrawn, under embargo or expired: none of it is shown.
    Withheld,
}

/// A place in the input's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: u32,
    /// Column in bytes, counted from 1.
    pub column: u32,
}

/// One thing that happened, with where and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What kind of thing it is.
    pub code: Code,
    /// The JSON path of the value (RFC 9535, dots and indices only), or `@name` for an attribute.
    pub path: String,
    /// One plain sentence.
    pub message: String,
    /// Line in the input, from 1. Without the feature `places` only for what is not JSON at all: there the path has to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in the input, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
}

impl Diagnostic {
    /// Leaves of its path what no name of the input can stand in, such as `$`, `$[2]` or `ld+json[0]`.
    pub fn redact_path(&mut self) {
        let root = self.path.split('.').next().unwrap_or_default();
        self.path = root.into();
    }

    /// Takes what it quotes out of its sentence, because nobody may read a word of the article.
    pub fn redact(&mut self) {
        // What is quoted may hold such marks itself, so the first and the last count.
        let (mut start, mut end) = (None, 0);
        for (at, character) in self.message.char_indices() {
            match character {
                '“' => start = start.or(Some(at)),
                '”' => end = at,
                _ => {}
            }
        }
        if let Some(start) = start
            && let (Some(before), Some(after)) =
                (self.message.get(..start), self.message.get(end..))
            && start < end
        {
            self.message = join(&[before, "“…", after]);
        }
    }
}

/// All diagnostics of one reading, in the order in which they were met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Report {
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Notes that something was left out or repaired.
    pub fn warn(&mut self, code: Code, path: &str, message: &str) {
        self.push(Severity::Warning, code, path, message, None);
    }

    /// Whether something of that kind was noted of that place already.
    pub fn has(&self, code: Code, path: &str) -> bool {
        let mut diagnostics = self.diagnostics.iter();
        diagnostics.any(|diagnostic| diagnostic.code == code && diagnostic.path == path)
    }

    /// Notes why the article cannot be shown.
    pub fn refuse(&mut self, code: Code, path: &str, message: &str, place: Option<Place>) {
        self.push(Severity::Error, code, path, message, place);
    }

    fn push(
        &mut self,
        severity: Severity,
        code: Code,
        path: &str,
        message: &str,
        place: Option<Place>,
    ) {
        self.diagnostics.push(Diagnostic {
            severity,
            code,
            path: path.into(),
            message: message.into(),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
        });
    }

    /// True when something stands in the way of a card.
    pub fn is_refusal(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Report};

    #[test]
    fn a_sentence_is_told_without_its_quotation() {
        for (message, without) in [
            ("“javascript:a” is not an address", "“…” is not an address"),
            ("“a” b “c” is neither", "“…” is neither"),
            ("expected text", "expected text"),
            ("” is “", "” is “"),
        ] {
            let mut report = Report::default();
            report.warn(Code::BadValue, "$", message);
            for told in &mut report.diagnostics {
                told.redact();
                assert_eq!(told.message, without);
            }
        }
    }
}
