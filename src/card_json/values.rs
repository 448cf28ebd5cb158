//! Fields of one value: texts with their spaces, addresses, dates, numbers of pixels, words.

use super::fields::Fields;
use crate::article::limits::PIXELS;
use crate::article::{Link, LinkError, Moment, Text};
use crate::json::Json;
use crate::report::Code;
use crate::sentence::{join, quote};

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
                    self.warn(
                        name,
                        Code::BadUrl,
                        "the user name or password in the address was left out",
                    );
                }
                Some(link)
            }
            Err(error) => {
                let (code, reason) = match error {
                    LinkError::Unreadable => {
                        (Code::BadUrl, " is not an absolute http or https address")
                    }
                    LinkError::Scheme => (Code::BlockedUrl, " is not an http or https address"),
                    LinkError::Length => (Code::BadUrl, " is longer than 8 KiB"),
                };
                self.warn(name, code, &join(&[&quote(raw), reason]));
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
        self.moment(name, true)
    }

    fn moment(&self, name: &'static str, is_vital: bool) -> Option<Moment> {
        let reason = match self.value(name)? {
            Json::Text(raw) if raw.trim_ascii().is_empty() => return None,
            Json::Text(raw) => match Moment::parse(raw) {
                Ok(moment) => return Some(moment),
                Err(error) => join(&[&quote(raw), " ", error.reason()]),
            },
            other => join(&["expected text, found ", other.kind()]),
        };
        if is_vital {
            self.refuse(name, Code::BadDate, &reason);
        } else {
            self.warn(name, Code::BadDate, &reason);
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
        match self.value(name)? {
            Json::Number(number) => {
                let number = number.value();
                let is_side =
                    (1.0..=f64::from(PIXELS)).contains(&number) && number.trunc() == number;
                if !is_side {
                    let message = "expected a number of pixels from 1 to 65535";
                    self.warn(name, Code::BadValue, message);
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
    pub(super) fn word(&self, name: &'static str, words: &[&str]) -> Option<usize> {
        let raw = self.raw_text(name)?;
        let found = words.iter().position(|word| *word == raw);
        if found.is_none() && !raw.trim_ascii().is_empty() {
            let mut message = join(&[&quote(raw), " is none of"]);
            for word in words {
                message.push(' ');
                message.push_str(word);
            }
            self.warn(name, Code::BadValue, &message);
        }
        found
    }
}
