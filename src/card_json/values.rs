//! Fields of one value: texts with their spaces, addresses, dates, numbers of pixels, words.

use super::fields::{Fields, wrong_type};
use crate::article::limits::PIXELS;
use crate::article::{Link, Moment, Text};
use crate::join::join;
use crate::json::Json;
use crate::report::{Code, Reason};

impl Fields<'_> {
    /// Clean text that keeps a space at either end.
    pub(super) fn spaced_text(&self, name: &'static str, limit: usize) -> Option<Text> {
        let raw = self.raw_text(name)?;
        let text = self.clean(name, raw, limit)?;
        let space = |is_there| if is_there { " " } else { "" };
        Some(
            join(&[
                space(raw.starts_with(' ')),
                &text,
                space(raw.ends_with(' ')),
            ])
            .into(),
        )
    }

    /// An http or https address.
    pub(super) fn link(&self, name: &'static str) -> Option<Link> {
        let raw = self.raw_text(name)?;
        if raw.trim_ascii().is_empty() {
            return None;
        }
        match Link::parse(raw) {
            Ok((link, had_credentials)) => {
                if had_credentials {
                    let reason = "the user name or password in the address was left out";
                    self.warn(name, Code::BadUrl, reason.into());
                }
                Some(link)
            }
            Err(error) => {
                let reason = Reason::quoting(raw).and(" ").and(error.reason());
                self.warn(name, error.code(), reason);
                None
            }
        }
    }

    /// A calendar date or an instant, left out with a warning if it cannot be read.
    pub(super) fn date(&self, name: &'static str) -> Option<Moment> {
        self.moment(name, false)
    }

    /// The same, but one that cannot be read keeps the article from being shown.
    pub(super) fn vital_date(&self, name: &'static str) -> Option<Moment> {
        self.stands_once(name)
            .then(|| self.moment(name, true))
            .flatten()
    }

    fn moment(&self, name: &'static str, is_vital: bool) -> Option<Moment> {
        let reason = match &**self.value(name)? {
            Json::Text(raw) if raw.trim_ascii().is_empty() => return None,
            Json::Text(raw) => match Moment::parse(raw) {
                Ok(moment) => return Some(moment),
                Err(error) => Reason::quoting(raw).and(" ").and(error.reason()),
            },
            other => wrong_type("text", other),
        };
        if is_vital {
            self.refuse(name, Code::BadDate, reason);
        } else {
            self.warn(name, Code::BadDate, reason);
        }
        None
    }

    /// A whole number of pixels above zero.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    pub(super) fn pixels(&self, name: &'static str) -> Option<u32> {
        match &**self.value(name)? {
            Json::Number(number) => {
                let number = number.value();
                let is_side =
                    (1.0..=f64::from(PIXELS)).contains(&number) && number.trunc() == number;
                if !is_side {
                    let reason = "expected a number of pixels from 1 to 65535";
                    self.warn(name, Code::BadValue, reason.into());
                }
                is_side.then_some(number as u32)
            }
            other => {
                self.wrong_type(&self.field(name), "a number", other);
                None
            }
        }
    }

    /// One of the words that the field allows, by its place among them.
    pub(super) fn word(&self, name: &'static str, words: &[&'static str]) -> Option<usize> {
        let raw = self.raw_text(name)?;
        let found = words.iter().position(|word| *word == raw);
        if found.is_none() && !raw.trim_ascii().is_empty() {
            self.warn(name, Code::BadValue, none_of(raw, words));
        }
        found
    }
}

/// Why a word cannot be used.
pub(super) fn none_of(raw: &str, words: &[&'static str]) -> Reason {
    let reason = Reason::quoting(raw).and(" is none of");
    words
        .iter()
        .fold(reason, |reason, word| reason.and(" ").and(word))
}
