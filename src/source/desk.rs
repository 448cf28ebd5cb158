//! The copy desk: where the values of a foreign format are cleaned one by one before they go into the article.
//!
//! It is forgiving as the card's own JSON is not, for nobody wrote these values for a card. What it repairs or leaves out
//! it tells with the path, and natively it notes where each field of the article came from.

use super::found::Found;
use super::{Origin, limits, markup};
use crate::article::{Language, Link, LinkError, Moment, MomentError, Text, clean};
use crate::json::Json;
use crate::report::{Code, Report, join, quote};
use std::cell::{OnceCell, RefCell};

/// What all values of one reading share.
#[derive(Debug)]
pub(crate) struct Desk<'r> {
    report: RefCell<&'r mut Report>,
    /// Where the input was published.
    pub(crate) page: Option<Link>,
    /// Where relative addresses lead from: the page, unless it names another base.
    pub(crate) base: Option<Link>,
    /// The article's own address, from where they lead if nothing else is known.
    own: OnceCell<Link>,
    origins: RefCell<Vec<Origin>>,
}

impl<'r> Desk<'r> {
    pub(crate) fn new(report: &'r mut Report, page: Option<Link>) -> Self {
        Self {
            report: RefCell::new(report),
            base: page.clone(),
            page,
            own: OnceCell::new(),
            origins: RefCell::default(),
        }
    }

    /// Takes the article's own address for the place where it was published, unless that is known.
    pub(crate) fn settle(&self, article: &Link) {
        // A second one would be that of another article.
        let _ = self.own.set(article.clone());
    }

    /// Where the fields came from that were noted so far.
    pub(crate) fn origins(&self) -> Vec<Origin> {
        self.origins.take()
    }

    /// Notes that something was repaired or left out.
    pub(crate) fn warn(&self, path: &str, code: Code, message: &str) {
        self.report.borrow_mut().warn(code, path, message);
    }

    /// The same for a value that may be looked at more than once.
    pub(crate) fn warn_once(&self, path: &str, code: Code, message: &str) {
        let is_told = self.report.borrow().has(code, path);
        if !is_told {
            self.warn(path, code, message);
        }
    }

    /// Notes that the article cannot be shown.
    pub(crate) fn refuse(&self, path: &str, code: Code, message: &str) {
        self.report.borrow_mut().refuse(code, path, message, None);
    }

    /// Notes that the field of the article, such as `image.caption`, came from there; `done` says what was done to it that
    /// is no fault, such as "split from the caption".
    pub(crate) fn note(&self, field: &'static str, path: &str, done: &'static str) {
        // Only editors at a terminal ask.
        if cfg!(not(target_arch = "wasm32")) {
            self.origins.borrow_mut().push(Origin {
                field,
                path: path.into(),
                done,
            });
        }
    }

    /// Text in which markup and character references may stand, as plain text of at most `limit` characters.
    pub(crate) fn text(
        &self,
        field: &'static str,
        raw: &str,
        path: &str,
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
        path: &str,
        limit: usize,
    ) -> Option<Text> {
        self.cleaned(field, raw, path, limit, "")
    }

    /// The same, when something was done to it already.
    pub(crate) fn cleaned(
        &self,
        field: &'static str,
        text: &str,
        path: &str,
        limit: usize,
        done: &'static str,
    ) -> Option<Text> {
        let cleaned = clean(text, limit);
        if cleaned.removed {
            let message = "control or direction characters were left out";
            self.warn(path, Code::BadText, message);
        }
        if cleaned.truncated {
            let message = "the text was cut because a card has no room for more";
            self.warn(path, Code::Truncated, message);
        }
        if cleaned.text.is_some() {
            self.note(field, path, done);
        }
        cleaned.text
    }

    /// An http or https address, relative ones from where the input was published.
    pub(crate) fn link(&self, field: &'static str, raw: &str, path: &str) -> Option<Link> {
        if raw.trim().is_empty() {
            return None;
        }
        let raw = &*markup::decode(raw);
        let base = self.base.as_ref().or(self.own.get());
        let whole = base.and_then(|base| with_scheme(raw, base));
        let read = Link::parse_against(whole.as_deref().unwrap_or(raw), base);
        let (code, reason) = match read {
            Ok((link, had_credentials)) => {
                if had_credentials {
                    let message = "the user name or password in the address was left out";
                    self.warn(path, Code::BadUrl, message);
                }
                let done = if whole.is_some() {
                    "a scheme put before it"
                } else {
                    ""
                };
                self.note(field, path, done);
                return Some(link);
            }
            Err(LinkError::Unreadable) if base.is_none() => (
                Code::BadUrl,
                " is not an absolute address, and nothing says where the input was published",
            ),
            Err(LinkError::Unreadable) => (Code::BadUrl, " is not an address"),
            Err(LinkError::Scheme) => (Code::BlockedUrl, " is not an http or https address"),
            Err(LinkError::Length) => (Code::BadUrl, " is longer than 8 KiB"),
        };
        self.warn(path, code, &join(&[&quote(raw), reason]));
        None
    }

    /// A date in any of the forms that the web writes and that have only one meaning.
    pub(crate) fn moment(&self, field: &'static str, found: &Found<'_>) -> Option<Moment> {
        match date(found)? {
            Ok(moment) => {
                self.note(field, &found.path, "");
                Some(moment)
            }
            Err((code, message)) => {
                self.warn(&found.path, code, &message);
                None
            }
        }
    }

    /// A language tag.
    pub(crate) fn language(&self, field: &'static str, raw: &str, path: &str) -> Option<Language> {
        let language = Language::parse(raw.trim());
        if language.is_none() {
            let message = " is not a language tag, such as en or pt-BR";
            self.warn(path, Code::BadLang, &join(&[&quote(raw), message]));
        } else {
            self.note(field, path, "");
        }
        language
    }

    /// Cuts a list to what a card has room for.
    pub(crate) fn shorten<T>(&self, list: &mut Vec<T>, most: usize, path: &str) {
        if list.len() > most {
            list.truncate(most);
            let message = "the list was cut because a card has no room for more";
            self.warn(path, Code::Truncated, message);
        }
    }

    /// Splits the credit off a caption that ends in one, such as "A court in Berlin. (AFP/File)".
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn caption_and_credit(&self, raw: &str, path: &str) -> (Option<Text>, Option<Text>) {
        self.caption_beside(&markup::to_text(raw), path, None)
    }

    /// The same where a credit may be known already: then only that one is taken off the caption.
    pub(crate) fn caption_beside(
        &self,
        text: &str,
        path: &str,
        known: Option<Text>,
    ) -> (Option<Text>, Option<Text>) {
        let text = text.trim();
        let (mut caption, credit) = split_credit(text);
        if let Some(known) = known {
            if !credit.is_some_and(|credit| known.contains(credit) || credit.contains(&*known)) {
                caption = text;
            }
            let caption = self.plain("image.caption", caption, path, limits::PARAGRAPH);
            return (caption, Some(known));
        }
        let credit = credit.and_then(|credit| {
            let credit = clean(credit, limits::LABEL).text;
            if credit.is_some() {
                self.note("image.credit", path, "split from the caption");
            }
            credit
        });
        let caption = self.plain("image.caption", caption, path, limits::PARAGRAPH);
        (caption, credit)
    }
}

/// An address that lacks its scheme, if it begins with the name of the host where the input was published: that is no path
/// there.
fn with_scheme(raw: &str, base: &Link) -> Option<String> {
    let raw = raw.trim();
    let host = |address: &str| {
        address
            .split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let bare = raw.strip_prefix("www.").unwrap_or(raw);
    (!bare.is_empty() && host(bare) == host(base.spoken())).then(|| join(&["https://", raw]))
}

/// A date, or why it is none; nothing if it is blank.
pub(crate) fn date(found: &Found<'_>) -> Option<Result<Moment, (Code, String)>> {
    let (shown, read) = match found.value {
        Json::Text(text) if text.trim().is_empty() => return None,
        Json::Text(text) => {
            let text = markup::decode(text);
            (quote(&text), Moment::parse_lenient(&text))
        }
        Json::Number(number) => (
            String::from("the number"),
            Moment::from_count(number.value()),
        ),
        other => {
            let message = join(&["expected a date, found ", other.kind()]);
            return Some(Err((Code::WrongType, message)));
        }
    };
    let told = |error: MomentError| (Code::BadDate, join(&[&shown, " ", error.reason()]));
    Some(read.map_err(told))
}

/// The last words in brackets are a credit if they end the caption and are no sentence of it. Words in lower case, as in
/// "Ines Calloway (left)", are one only after a whole sentence: some agencies write themselves so.
fn split_credit(caption: &str) -> (&str, Option<&str>) {
    /// The longest credit that was seen has 38 characters.
    const LONGEST: usize = 40;
    let credit = || {
        let (before, credit) = caption.strip_suffix(')')?.rsplit_once('(')?;
        let is_credit = !before.trim().is_empty()
            && !credit.trim().is_empty()
            && !credit.contains(')')
            && credit.chars().count() <= LONGEST
            && (!credit.trim().starts_with(char::is_lowercase) || ends_sentence(before));
        is_credit.then(|| (before.trim_end(), Some(credit.trim())))
    };
    credit().unwrap_or((caption, None))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '’', '"', '»']);
    text.ends_with(['.', '!', '?', '…', '。', '؟', '।'])
}

#[cfg(test)]
mod tests {
    use super::split_credit;

    #[test]
    fn a_credit_ends_the_caption_in_brackets() {
        assert_eq!(
            split_credit("A pier. (AFP/File)"),
            ("A pier.", Some("AFP/File"))
        );
        assert_eq!(split_credit("A pier! (dpa)"), ("A pier!", Some("dpa")));
        for whole in [
            "A pier (left) at dusk",
            "Ines Calloway (left)",
            "(AFP)",
            "A pier ()",
            "A pier (seen from the other side of the bay at dusk in winter)",
            "A pier",
        ] {
            assert_eq!(split_credit(whole), (whole, None));
        }
    }
}
