//! What became of the input, in words: every refusal, repair and omission with its place.
//!
//! Diagnostics are written for the editor who has to mend the article; nothing is ever dropped in silence.
//!
//! ```
//! use article_card::report::{Code, Place, Severity};
//! use article_card::{ReadOptions, read};
//!
//! let json = b"{\"headline\": \"Ferries\",\n \"url\": \"ferries\"}";
//! let report = read(json, &ReadOptions::default()).report;
//! let told = &report.diagnostics[0];
//! assert_eq!((told.severity, told.code), (Severity::Warning, Code::BadUrl));
//! assert_eq!(told.path, "$.url");
//! assert_eq!(told.path.place(), Some(Place { line: 2, column: 9 }));
//! assert_eq!(told.reason.to_string(), "“ferries” is not an absolute http or https address");
//! ```

mod path;
mod place;
mod reason;

pub use path::Path;
pub use place::{Lines, Place};
pub use reason::Reason;
#[cfg(feature = "places")]
pub(crate) use reason::shown;

use crate::words::words;
use serde::ser::{Serialize, SerializeStruct, Serializer};

words! {
    /// How much a diagnostic weighs.
    #[non_exhaustive]
    pub enum Severity {
        /// The article cannot be shown.
        Error = "error",
        /// The article is shown without, or with less than, what was written.
        Warning = "warning",
        /// The article is as it should be, but a value that it might have had was in doubt and stays out. Told to editors only.
        Info = "info",
    }
}

words! {
    /// What kind of thing happened. The kebab-case name is public: pages and scripts compare it.
    #[non_exhaustive]
    pub enum Code {
        /// The input is empty.
        NoData = "no-data",
        /// The input is longer, or has more parts, than any article.
        TooLarge = "too-large",
        /// The input is nested more deeply than any article.
        TooDeep = "too-deep",
        /// The input is not JSON (RFC 8259).
        JsonSyntax = "json-syntax",
        /// JSON-LD was damaged in a way that has only one repair, and was repaired.
        JsonRepaired = "json-repaired",
        /// The input is whole, but no article is in it.
        NoArticle = "no-article",
        /// There are several articles, and which one is meant had to be chosen.
        AmbiguousArticle = "ambiguous-article",
        /// The input is in no known encoding, or not wholly in the one that it names.
        BadEncoding = "bad-encoding",
        /// The input cannot be opened or read.
        Unreadable = "unreadable",
        /// A page says different things of itself in different places, and one of them had to be chosen.
        Contradiction = "contradiction",
        /// A value was found, but nothing says with certainty that it is the article's; it was left out.
        InDoubt = "in-doubt",
        /// A field that has to be there is missing, null or empty.
        MissingField = "missing-field",
        /// A value has another JSON type than its field.
        WrongType = "wrong-type",
        /// A field has a name that the card does not know.
        UnknownField = "unknown-field",
        /// A field stands twice in one object; the last one counts, but of those that restrict an article none.
        DuplicateField = "duplicate-field",
        /// An address cannot be read.
        BadUrl = "bad-url",
        /// An address is readable but may not be used, such as `javascript:`.
        BlockedUrl = "blocked-url",
        /// A date cannot be read, does not exist or lies outside the years of news.
        BadDate = "bad-date",
        /// `updated` lies before `published`.
        DateOrder = "date-order",
        /// A language tag is not one (BCP 47).
        BadLang = "bad-lang",
        /// A text held control or direction characters that are not shown.
        BadText = "bad-text",
        /// A word or number is none of those that the field allows.
        BadValue = "bad-value",
        /// An attribute of the element was not understood; its default counts.
        BadAttribute = "bad-attribute",
        /// A text or list was longer than a card shows.
        Truncated = "truncated",
        /// The card has no labels in the article's language and uses English ones.
        NoLabels = "no-labels",
        /// What stands prerendered in the page is not what was written there.
        HydrateMismatch = "hydrate-mismatch",
        /// The article is withdrawn, under embargo or expired: none of it is shown.
        Withheld = "withheld",
    }
}

/// One thing that happened, with where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// What kind of thing it is.
    pub code: Code,
    /// The value that it happened to. Without the feature `places` its line and column are known only of what is not JSON at
    /// all: there the path has to do.
    pub path: Path,
    /// Why, in one plain sentence.
    pub reason: Reason,
}

impl Diagnostic {
    /// That something was left out or repaired.
    #[must_use]
    pub const fn warning(code: Code, path: Path, reason: Reason) -> Self {
        let severity = Severity::Warning;
        Self {
            severity,
            code,
            path,
            reason,
        }
    }

    /// What was in doubt and stays out.
    #[must_use]
    pub const fn doubt(path: Path, reason: Reason) -> Self {
        Self {
            severity: Severity::Info,
            code: Code::InDoubt,
            path,
            reason,
        }
    }

    /// Why the article cannot be shown.
    #[must_use]
    pub const fn error(code: Code, path: Path, reason: Reason) -> Self {
        let severity = Severity::Error;
        Self {
            severity,
            code,
            path,
            reason,
        }
    }

    /// Takes the words of the input out of it, because nobody may read a word of the article; its place stays.
    pub fn redact(&mut self) {
        self.path.redact();
        self.reason.redact();
    }
}

/// `{"severity", "code", "path", "message"}`, and `line` and `column` if they are known.
impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.path.place();
        let length = if place.is_some() { 6 } else { 4 };
        let mut fields = serializer.serialize_struct("Diagnostic", length)?;
        fields.serialize_field("severity", &self.severity)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("path", self.path.as_str())?;
        fields.serialize_field("message", &self.reason)?;
        if let Some(Place { line, column }) = place {
            fields.serialize_field("line", &line)?;
            fields.serialize_field("column", &column)?;
        }
        fields.end()
    }
}

/// All diagnostics of one reading, in the order in which they were met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Notes that something was left out or repaired.
    pub fn warn(&mut self, code: Code, path: Path, reason: Reason) {
        let warning = Diagnostic::warning(code, path, reason);
        self.diagnostics.push(warning);
    }

    /// Notes why the article cannot be shown.
    pub fn refuse(&mut self, code: Code, path: Path, reason: Reason) {
        let error = Diagnostic::error(code, path, reason);
        self.diagnostics.push(error);
    }

    /// Whether something of that kind was noted of that place already.
    pub fn has(&self, code: Code, path: &Path) -> bool {
        let mut diagnostics = self.diagnostics.iter();
        diagnostics.any(|diagnostic| diagnostic.code == code && diagnostic.path == *path)
    }

    /// True when something stands in the way of a card.
    pub fn is_refusal(&self) -> bool {
        let mut diagnostics = self.diagnostics.iter();
        diagnostics.any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Counts line and column of all values of that text.
    pub fn locate(&mut self, text: &[u8]) {
        if self.diagnostics.is_empty() {
            return;
        }
        let lines = Lines::of(text);
        for diagnostic in &mut self.diagnostics {
            diagnostic.path.locate(&lines);
        }
    }
}
