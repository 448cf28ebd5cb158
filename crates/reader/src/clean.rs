//! Cleans the values of a foreign format one by one, before they go into the article.
//!
//! It is forgiving as the card's own JSON is not, for nobody wrote these values for a card. What it repairs or leaves out
//! it tells with the path, and with the feature `places` it notes where each field of the article came from.

use super::source_value::SourceValue;
use crate::page_address::{host, is_whole};
use crate::placeholder::{is_epoch, is_placeholder};
use crate::same_words::are_same;
use crate::{Provenance, markup};
use article_card::article::{
    Language, LanguageError, Link, LinkError, Moment, MomentError, Origin, Text,
};
use article_card::reading::json::Json;
use article_card::reading::{clean, join};
#[cfg(feature = "page")]
use article_card::report::Diagnostic;
use article_card::report::{Code, Path, Reason, Report};
use std::cell::{OnceCell, RefCell};

/// What all values of one reading share.
#[derive(Debug)]
pub(crate) struct Cleaner<'r> {
    report: RefCell<&'r mut Report>,
    /// Where the input was published.
    pub(crate) page: Option<Link>,
    /// Where relative addresses lead from: the page, unless it names another base.
    pub(crate) base: Option<Link>,
    /// The time of the reading, if that is known.
    pub(crate) now: Option<i64>,
    /// Whether the article is one of several, so that those that stand in a list with it are not related to it.
    #[cfg(feature = "places")]
    is_one_of_several: bool,
    /// The article's own address, from where they lead if nothing else is known.
    own: OnceCell<Link>,
    headline: RefCell<String>,
    provenance: RefCell<Vec<Provenance>>,
}

impl<'r> Cleaner<'r> {
    pub(crate) fn new(report: &'r mut Report, page: Option<Link>) -> Self {
        Self {
            report: RefCell::new(report),
            base: page.clone(),
            page,
            now: None,
            #[cfg(feature = "places")]
            is_one_of_several: false,
            own: OnceCell::new(),
            headline: RefCell::default(),
            provenance: RefCell::default(),
        }
    }

    /// One for each of several articles of the same input.
    #[cfg(feature = "places")]
    pub(crate) fn of_one<'n>(&self, report: &'n mut Report) -> Cleaner<'n> {
        let mut cleaner = Cleaner::new(report, self.page.clone());
        cleaner.base.clone_from(&self.base);
        cleaner.now = self.now;
        cleaner.is_one_of_several = true;
        cleaner
    }

    /// Whether what the page lists is related to the article.
    pub(crate) const fn takes_lists(&self) -> bool {
        #[cfg(feature = "places")]
        if self.is_one_of_several {
            return false;
        }
        true
    }

    /// Takes the article's own address for the place where it was published, unless that is known.
    pub(crate) fn settle(&self, article: &Link) {
        // A second one would be that of another article.
        let _ = self.own.set(article.clone());
    }

    /// Takes the headline for what no publisher is called.
    pub(crate) fn settle_headline(&self, headline: &str) {
        self.headline.replace(headline.to_owned());
    }

    /// Where the fields came from that were noted so far.
    pub(crate) fn provenance(&self) -> Vec<Provenance> {
        self.provenance.take()
    }

    /// Notes that something was repaired or left out.
    pub(crate) fn warn(&self, path: &Path, code: Code, reason: impl Into<Reason>) {
        let mut report = self.report.borrow_mut();
        report.warn(code, path.clone(), reason.into());
    }

    /// The same for a value that may be looked at more than once.
    pub(crate) fn warn_once(&self, path: &Path, code: Code, reason: impl Into<Reason>) {
        let is_told = self.report.borrow().has(code, path);
        if !is_told {
            self.warn(path, code, reason);
        }
    }

    /// Notes that a value might be the article's and stays out, since nothing says so with certainty.
    #[cfg(feature = "page")]
    pub(crate) fn doubt(&self, path: &Path, reason: impl Into<Reason>) {
        let mut report = self.report.borrow_mut();
        let doubt = Diagnostic::doubt(path.clone(), reason.into());
        report.diagnostics.push(doubt);
    }

    /// Notes that the article cannot be shown.
    pub(crate) fn refuse(&self, path: &Path, code: Code, reason: impl Into<Reason>) {
        let mut report = self.report.borrow_mut();
        report.refuse(code, path.clone(), reason.into());
    }

    /// Notes that the field of the article, such as `image.caption`, came from there; `done` says what was done to it that
    /// is no fault, such as "split from the caption".
    pub(crate) fn note(&self, field: &'static str, path: &Path, done: &'static str) {
        // Only editors ask.
        if cfg!(feature = "places") {
            self.provenance.borrow_mut().push(Provenance {
                field,
                path: path.clone(),
                done,
            });
        }
    }

    /// Takes back the last note, for better is found.
    pub(crate) fn take_back_note(&self) {
        self.provenance.borrow_mut().pop();
    }

    /// Text in which markup and character references may stand, as plain text of at most `limit` characters.
    pub(crate) fn text(
        &self,
        field: &'static str,
        raw: &str,
        path: &Path,
        limit: usize,
    ) -> Option<Text> {
        let text = markup::to_text(raw);
        let done = if text == raw { "" } else { "markup taken out" };
        self.cleaned(field, &text, path, limit, done)
    }

    /// Text that is text and nothing else.
    pub(crate) fn plain(
        &self,
        field: &'static str,
        raw: &str,
        path: &Path,
        limit: usize,
    ) -> Option<Text> {
        self.cleaned(field, raw, path, limit, "")
    }

    /// The same, when something was done to it already.
    pub(crate) fn cleaned(
        &self,
        field: &'static str,
        text: &str,
        path: &Path,
        limit: usize,
        done: &'static str,
    ) -> Option<Text> {
        if self.is_placeholder(text, path) {
            return None;
        }
        // Some identifiers are addresses.
        let fault = if is_whole(text) && field != "id" {
            "this is an address, which is no text"
        } else if field.starts_with("publisher") && are_same(text, &self.headline.borrow()) {
            "this is the headline, and no publisher's name"
        } else {
            ""
        };
        if !fault.is_empty() {
            self.warn(path, Code::BadValue, fault);
            return None;
        }
        let cleaned = clean(text, limit);
        if cleaned.removed {
            let message = "control or direction characters were left out";
            self.warn(path, Code::BadText, message);
        }
        if cleaned.truncated {
            let message = "the text was cut because a card has no room for more";
            self.warn(path, Code::Truncated, message);
        }
        if let Some(text) = &cleaned.text {
            self.note(field, path, done);
            if field == "headline" {
                self.settle_headline(text);
            }
        }
        cleaned.text
    }

    /// Whether nothing was filled in there, which is told.
    pub(crate) fn is_placeholder(&self, text: &str, path: &Path) -> bool {
        let is_placeholder = is_placeholder(text);
        if is_placeholder {
            let reason = Reason::quoting(text).and(" stands where nothing was filled in");
            self.warn_once(path, Code::BadValue, reason);
        }
        is_placeholder
    }

    /// An http or https address, relative ones from where the input was published. The page that an article is the main
    /// entity of is looked at for more than one field, so it is told once.
    pub(crate) fn link(&self, field: &'static str, raw: &str, path: &Path) -> Option<Link> {
        if raw.trim().is_empty() {
            return None;
        }
        let raw = &*markup::decode(raw);
        if self.is_placeholder(raw, path) {
            return None;
        }
        let base = self.base.as_ref().or(self.own.get());
        let whole = base.and_then(|base| with_scheme(raw, base));
        let read = Link::parse_against(whole.as_deref().unwrap_or(raw), base);
        let error = match read {
            Ok((link, had_credentials)) => {
                if had_credentials {
                    let message = "the user name or password in the address was left out";
                    self.warn_once(path, Code::BadUrl, message);
                }
                let done = if whole.is_some() {
                    "a scheme put before it"
                } else {
                    ""
                };
                self.note(field, path, done);
                return Some(link);
            }
            Err(error) => error,
        };
        let reason = match error {
            LinkError::Unreadable if base.is_none() => {
                "is not an absolute address, and nothing says where the input was published"
            }
            LinkError::Unreadable => "is not an address",
            error => error.reason(),
        };
        let reason = Reason::quoting(raw).and(" ").and(reason);
        self.warn_once(path, error.code(), reason);
        None
    }

    /// A date in any of the forms that the web writes and that have only one meaning.
    pub(crate) fn moment(&self, field: &'static str, found: &SourceValue<'_>) -> Option<Moment> {
        match date(found)? {
            Ok(moment) if is_epoch(&moment) => {
                let message = "this is where computers begin to count, and no date";
                self.warn(&found.path, Code::BadDate, message);
                None
            }
            Ok(moment) => {
                self.note(field, &found.path, "");
                Some(moment)
            }
            Err((code, reason)) => {
                self.warn(&found.path, code, reason);
                None
            }
        }
    }

    /// Tells of an update, which stands at that path, that lies before the publication.
    pub(crate) fn check_order(
        &self,
        published: Option<&Moment>,
        updated: Option<&Moment>,
        path: &Path,
    ) {
        if Moment::is_update_too_early(published, updated) {
            let message = "the update lies before the publication and is not shown";
            self.warn(path, Code::DateOrder, message);
        }
    }

    /// A term of IPTC's digital source types.
    pub(crate) fn origin(&self, field: &'static str, raw: &str, path: &Path) -> Option<Origin> {
        let origin = Origin::parse(raw);
        if origin.is_some() {
            self.note(field, path, "");
        } else {
            let reason = Reason::quoting(raw).and(" is no digital source type of IPTC's");
            self.warn(path, Code::BadValue, reason);
        }
        origin
    }

    /// A language tag.
    pub(crate) fn language(&self, field: &'static str, raw: &str, path: &Path) -> Option<Language> {
        if self.is_placeholder(raw, path) {
            return None;
        }
        let language = Language::parse(raw.trim());
        if language.is_none() {
            let reason = Reason::quoting(raw).and(" ").and(LanguageError::REASON);
            self.warn(path, Code::BadLang, reason);
        } else {
            self.note(field, path, "");
        }
        language
    }

    /// Cuts a list to what a card has room for.
    pub(crate) fn shorten<T>(&self, list: &mut Vec<T>, most: usize, path: &Path) {
        if list.len() > most {
            list.truncate(most);
            let message = "the list was cut because a card has no room for more";
            self.warn(path, Code::Truncated, message);
        }
    }

    /// Tells that there is no article in an input, and what it is instead.
    pub(crate) fn refuse_no_article(&self, path: &Path, what: Reason) {
        self.refuse(path, Code::NoArticle, what.and(", but no article in it"));
    }
}

/// An address that lacks its scheme, if it begins with the name of the host where the input was published: that is no path
/// there.
fn with_scheme(raw: &str, base: &Link) -> Option<String> {
    let raw = raw.trim();
    let own = host(raw);
    (!own.is_empty() && own == host(base.spoken())).then(|| join(&["https://", raw]))
}

/// A date, or why it is none; nothing if it is blank.
pub(crate) fn date(found: &SourceValue<'_>) -> Option<Result<Moment, (Code, Reason)>> {
    let (shown, read) = match found.value {
        Json::Text(text) if text.trim().is_empty() => return None,
        Json::Text(text) => {
            let text = markup::decode(text);
            (Reason::quoting(&text), Moment::parse_lenient(&text))
        }
        Json::Number(number) => (
            Reason::from("the number"),
            Moment::from_count(number.value()),
        ),
        other => {
            let reason = Reason::from("expected a date, found ").and(other.kind());
            return Some(Err((Code::WrongType, reason)));
        }
    };
    let told = |error: MomentError| (Code::BadDate, shown.and(" ").and(error.reason()));
    Some(read.map_err(told))
}
