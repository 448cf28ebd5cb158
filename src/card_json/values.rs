//! Fields of one value: texts with their spaces, addresses, dates, numbers of pixels, words.

use super::fields::{Fields, wrong_type};
use crate::article::limits::COUNT;
use crate::article::{Duration, Link, Moment, Origin, Text};
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

    /// A whole number above zero, of pixels, pictures or minutes.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    pub(super) fn count(&self, name: &'static str) -> Option<u32> {
        match &**self.value(name)? {
            Json::Number(number) => {
                let number = number.value();
                let is_count =
                    (1.0..=f64::from(COUNT)).contains(&number) && number.trunc() == number;
                if !is_count {
                    let reason = "expected a whole number from 1 to 65535";
                    self.warn(name, Code::BadValue, reason.into());
                }
                is_count.then_some(number as u32)
            }
            other => {
                self.wrong_type(&self.field(name), "a number", other);
                None
            }
        }
    }

    /// What a text says that has to be understood: nothing if it is blank.
    fn understood<T>(
        &self,
        name: &'static str,
        read: fn(&str) -> Option<T>,
        reason: &'static str,
    ) -> Option<T> {
        let raw = self.raw_text(name)?;
        let read = read(raw);
        if read.is_none() && !raw.trim_ascii().is_empty() {
            self.warn(name, Code::BadValue, Reason::quoting(raw).and(reason));
        }
        read
    }

    /// A term of IPTC's digital source types.
    pub(super) fn origin(&self) -> Option<Origin> {
        let reason = " is no digital source type of IPTC's, such as trainedAlgorithmicMedia";
        self.understood("origin", Origin::parse, reason)
    }

    /// The length of a video or a recording.
    pub(super) fn duration(&self) -> Option<Duration> {
        let reason = " is no duration from PT1S to PT99H59M59S";
        self.understood("duration", Duration::parse, reason)
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
