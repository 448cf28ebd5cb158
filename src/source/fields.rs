//! One JSON object, read field by field: each gives what was meant, or says why not.
//!
//! `null`, an empty text and an empty list say nothing and are passed over like an absent field, because that is
//! how content systems write "none". Everything else that cannot be used is told with its path.

use crate::article::{Link, LinkError, Moment, Text, clean};
use crate::json::Json;
use crate::report::{Code, Report, join, quote};
use std::cell::RefCell;

/// What all objects of one reading share.
pub(crate) struct Context<'r> {
    pub(crate) report: RefCell<&'r mut Report>,
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) unknown_fields: bool,
}

/// The fields of one object, with the path that leads to it.
pub(crate) struct Fields<'a> {
    members: &'a [(String, Json)],
    path: String,
    context: &'a Context<'a>,
    #[cfg(not(target_arch = "wasm32"))]
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(
        members: &'a [(String, Json)],
        path: String,
        context: &'a Context<'a>,
    ) -> Self {
        Self {
            members,
            path,
            context,
            #[cfg(not(target_arch = "wasm32"))]
            known: RefCell::default(),
        }
    }

    /// Notes a problem with the field.
    pub(crate) fn warn(&self, name: &str, code: Code, message: &str) {
        self.context
            .report
            .borrow_mut()
            .warn(code, &self.at(name), message);
    }

    /// Notes that the article cannot be shown because of the field.
    pub(crate) fn refuse(&self, name: &str, code: Code, message: &str) {
        self.context
            .report
            .borrow_mut()
            .refuse(code, &self.at(name), message, None);
    }

    fn at(&self, name: &str) -> String {
        join(&[&*self.path, ".", name])
    }

    fn wrong_type(&self, name: &str, expected: &str, found: &Json) {
        self.warn(
            name,
            Code::WrongType,
            &join(&["expected ", expected, ", found ", found.kind()]),
        );
    }

    /// The field's value, of any type but null; the last one where it stands more than once.
    pub(crate) fn value(&self, name: &'static str) -> Option<&'a Json> {
        #[cfg(not(target_arch = "wasm32"))]
        self.known.borrow_mut().push(name);
        let mut found = self
            .members
            .iter()
            .rev()
            .filter(|(member, _)| member == name)
            .map(|(_, value)| value);
        let last = found.next()?;
        if found.next().is_some() {
            self.warn(
                name,
                Code::DuplicateField,
                "the field stands more than once; the last one counts",
            );
        }
        (*last != Json::Null).then_some(last)
    }

    fn raw_text(&self, name: &'static str) -> Option<&'a str> {
        match self.value(name)? {
            Json::Text(text) => Some(text),
            other => {
                self.wrong_type(name, "text", other);
                None
            }
        }
    }

    /// Clean text of at most `limit` characters.
    pub(crate) fn text(&self, name: &'static str, limit: usize) -> Option<Text> {
        self.clean(name, self.raw_text(name)?, limit)
    }

    /// The text of a field that is known to be one, cleaned.
    pub(crate) fn clean(&self, name: &str, raw: &str, limit: usize) -> Option<Text> {
        let cleaned = clean(raw, limit);
        if cleaned.removed {
            self.warn(
                name,
                Code::BadText,
                "control or direction characters were left out",
            );
        }
        if cleaned.truncated {
            self.warn(
                name,
                Code::Truncated,
                "the text was cut because a card has no room for more",
            );
        }
        cleaned.text
    }

    /// A list of clean texts.
    pub(crate) fn texts(&self, name: &'static str, most: usize, limit: usize) -> Vec<Text> {
        let mut texts = Vec::new();
        for (index, item) in self.list(name, most).iter().enumerate() {
            let place = place(name, index);
            match item {
                Json::Text(text) => texts.extend(self.clean(&place, text, limit)),
                other => self.wrong_type(&place, "text", other),
            }
        }
        texts
    }

    /// A list of objects, each read by `read`.
    pub(crate) fn objects<T>(
        &self,
        name: &'static str,
        most: usize,
        read: fn(&Fields<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut objects = Vec::new();
        for (index, item) in self.list(name, most).iter().enumerate() {
            if let Some(fields) = self.nested(&place(name, index), item) {
                objects.extend(read(&fields));
            }
        }
        objects
    }

    fn list(&self, name: &'static str, most: usize) -> &'a [Json] {
        match self.value(name) {
            None => &[],
            Some(Json::List(list)) => list.get(..most).map_or(list, |shown| {
                if shown.len() < list.len() {
                    let message = "the list was cut because a card has no room for more";
                    self.warn(name, Code::Truncated, message);
                }
                shown
            }),
            Some(other) => {
                self.wrong_type(name, "a list", other);
                &[]
            }
        }
    }

    /// An object with fields of its own.
    pub(crate) fn object(&self, name: &'static str) -> Option<Fields<'a>> {
        self.nested(name, self.value(name)?)
    }

    fn nested(&self, place: &str, value: &'a Json) -> Option<Fields<'a>> {
        match value {
            Json::Object(members) => Some(Fields::new(members, self.at(place), self.context)),
            Json::Null => None,
            other => {
                self.wrong_type(place, "an object", other);
                None
            }
        }
    }

    /// An http or https address.
    pub(crate) fn link(&self, name: &'static str) -> Option<Link> {
        let raw = self.raw_text(name)?;
        if raw.trim().is_empty() {
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

    /// A calendar date or an instant; an unreadable one is `Err`, so that an embargo can fail safe.
    pub(crate) fn moment(&self, name: &'static str) -> Result<Option<Moment>, String> {
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        let Json::Text(raw) = value else {
            return Err(join(&["expected text, found ", value.kind()]));
        };
        if raw.trim().is_empty() {
            return Ok(None);
        }
        Moment::parse(raw)
            .map(Some)
            .map_err(|error| join(&[&quote(raw), " ", &error.to_string()]))
    }

    /// A calendar date or an instant, left out with a warning if it cannot be read.
    pub(crate) fn date(&self, name: &'static str) -> Option<Moment> {
        self.moment(name).unwrap_or_else(|reason| {
            self.warn(name, Code::BadDate, &reason);
            None
        })
    }

    /// A whole number of pixels above zero.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    pub(crate) fn pixels(&self, name: &'static str) -> Option<u32> {
        match self.value(name)? {
            Json::Number(number) if *number >= 1.0 && *number <= 65_535.0 => Some(*number as u32),
            Json::Number(_) => {
                self.warn(
                    name,
                    Code::BadValue,
                    "expected a number of pixels from 1 to 65535",
                );
                None
            }
            other => {
                self.wrong_type(name, "a number", other);
                None
            }
        }
    }

    /// One of the words that the field allows.
    pub(crate) fn word<T: Copy>(&self, name: &'static str, words: &[(&str, T)]) -> Option<T> {
        let raw = self.raw_text(name)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == raw)
            .map(|(_, value)| *value);
        if found.is_none() && !raw.trim().is_empty() {
            let mut message = quote(raw);
            message.push_str(" is none of ");
            for (index, (word, _)) in words.iter().enumerate() {
                message.push_str(if index == 0 { "" } else { ", " });
                message.push_str(word);
            }
            self.warn(name, Code::BadValue, &message);
        }
        found
    }
}

fn place(name: &str, index: usize) -> String {
    join(&[name, "[", &index.to_string(), "]"])
}

/// Whatever nobody asked for is unknown: so no list of names has to be kept beside the reading itself.
#[cfg(not(target_arch = "wasm32"))]
impl Drop for Fields<'_> {
    fn drop(&mut self) {
        if !self.context.unknown_fields {
            return;
        }
        let known = self.known.take();
        for (name, _) in self
            .members
            .iter()
            .filter(|(name, _)| !known.contains(&&**name))
        {
            let nearest = known.iter().max_by(|a, b| {
                strsim::jaro_winkler(name, a).total_cmp(&strsim::jaro_winkler(name, b))
            });
            let nearest = nearest.filter(|nearest| strsim::jaro_winkler(name, nearest) > 0.8);
            let hint = nearest.map_or_else(String::new, |nearest| {
                join(&["; did you mean ", nearest, "?"])
            });
            self.warn(
                name,
                Code::UnknownField,
                &join(&["a card has no such field", &hint]),
            );
        }
    }
}
