//! One JSON object, read field by field: each gives what was meant, or says why not.
//!
//! `null`, an empty text and an empty list say nothing and are passed over like an absent field, because that is
//! how content systems write "none". Everything else that cannot be used is told with its path.

use super::limits::PIXELS;
use crate::article::{Link, LinkError, Moment, Text, clean};
use crate::json::{Json, Member};
use crate::report::{Code, Report, join, quote};
use std::cell::RefCell;

/// What all objects of one reading share.
pub(crate) struct Context {
    pub(crate) report: RefCell<Report>,
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) unknown_fields: bool,
}

/// A place in the input. Its path is written out only when something has to be told of it.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The object that it is in; the whole input is in none.
    object: Option<&'a Place<'a>>,
    name: &'a str,
    /// Of an item of the list of that name.
    index: Option<usize>,
}

impl Place<'_> {
    fn path(&self) -> String {
        let mut path = match self.object {
            Some(object) => join(&[&object.path(), ".", self.name]),
            None => self.name.into(),
        };
        if let Some(index) = self.index {
            path.push_str(&join(&["[", &index.to_string(), "]"]));
        }
        path
    }
}

/// The fields of one object.
pub(crate) struct Fields<'a> {
    members: &'a [Member<'a>],
    place: Place<'a>,
    context: &'a Context,
    #[cfg(not(target_arch = "wasm32"))]
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Those of the whole input.
    pub(crate) fn new(members: &'a [Member<'a>], context: &'a Context) -> Self {
        let place = Place {
            object: None,
            name: "$",
            index: None,
        };
        Self::at(place, members, context)
    }

    fn at(place: Place<'a>, members: &'a [Member<'a>], context: &'a Context) -> Self {
        Self {
            members,
            place,
            context,
            #[cfg(not(target_arch = "wasm32"))]
            known: RefCell::default(),
        }
    }

    fn field<'s>(&'s self, name: &'s str) -> Place<'s> {
        Place {
            object: Some(&self.place),
            name,
            index: None,
        }
    }

    /// Notes a problem with the field.
    pub(crate) fn warn(&self, name: &str, code: Code, message: &str) {
        self.warn_at(&self.field(name), code, message);
    }

    fn warn_at(&self, place: &Place<'_>, code: Code, message: &str) {
        let mut report = self.context.report.borrow_mut();
        report.warn(code, &place.path(), message);
    }

    /// Notes that the article cannot be shown because of the field.
    pub(crate) fn refuse(&self, name: &str, code: Code, message: &str) {
        let mut report = self.context.report.borrow_mut();
        report.refuse(code, &self.field(name).path(), message, None);
    }

    fn wrong_type(&self, place: &Place<'_>, expected: &str, found: &Json<'_>) {
        self.warn_at(
            place,
            Code::WrongType,
            &join(&["expected ", expected, ", found ", found.kind()]),
        );
    }

    /// The field's value, of any type but null; the last one where it stands more than once.
    pub(crate) fn value(&self, name: &'static str) -> Option<&'a Json<'a>> {
        #[cfg(not(target_arch = "wasm32"))]
        if self.context.unknown_fields {
            self.known.borrow_mut().push(name);
        }
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
        match last {
            Json::Null => None,
            value => Some(value),
        }
    }

    fn raw_text(&self, name: &'static str) -> Option<&'a str> {
        match self.value(name)? {
            Json::Text(text) => Some(text),
            other => {
                self.wrong_type(&self.field(name), "text", other);
                None
            }
        }
    }

    /// Clean text of at most `limit` characters.
    pub(crate) fn text(&self, name: &'static str, limit: usize) -> Option<Text> {
        self.clean(name, self.raw_text(name)?, limit)
    }

    /// Clean text that keeps a space at either end.
    pub(crate) fn spaced_text(&self, name: &'static str, limit: usize) -> Option<Text> {
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

    /// The text of a field that is known to be one, cleaned.
    pub(crate) fn clean(&self, name: &str, raw: &str, limit: usize) -> Option<Text> {
        self.clean_at(&self.field(name), raw, limit)
    }

    fn clean_at(&self, place: &Place<'_>, raw: &str, limit: usize) -> Option<Text> {
        let cleaned = clean(raw, limit);
        if cleaned.removed {
            self.warn_at(
                place,
                Code::BadText,
                "control or direction characters were left out",
            );
        }
        if cleaned.truncated {
            self.warn_at(
                place,
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
            let place = self.item(name, index);
            match item {
                Json::Text(text) => texts.extend(self.clean_at(&place, text, limit)),
                Json::Null => {}
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
        read: fn(&Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut objects = Vec::new();
        for (index, item) in self.list(name, most).iter().enumerate() {
            objects.extend(
                self.nested(self.item(name, index), item)
                    .and_then(|fields| fields.read(read)),
            );
        }
        objects
    }

    /// An object with fields of its own, read by `read`.
    pub(crate) fn object<T>(
        &self,
        name: &'static str,
        read: fn(&Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        self.nested(self.field(name), self.value(name)?)?.read(read)
    }

    /// Reads the object, and tells of the fields that nobody asked for: so no list of names is kept beside the reading.
    pub(crate) fn read<T>(&self, read: fn(&Fields<'_>) -> Option<T>) -> Option<T> {
        let read = read(self);
        #[cfg(not(target_arch = "wasm32"))]
        if read.is_some() {
            self.tell_unknown();
        }
        read
    }

    fn list(&self, name: &'static str, most: usize) -> &'a [Json<'a>] {
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
                self.wrong_type(&self.field(name), "a list", other);
                &[]
            }
        }
    }

    fn item<'s>(&'s self, name: &'s str, index: usize) -> Place<'s> {
        Place {
            index: Some(index),
            ..self.field(name)
        }
    }

    fn nested<'s>(&self, place: Place<'s>, value: &'s Json<'s>) -> Option<Fields<'s>>
    where
        'a: 's,
    {
        match value {
            Json::Object(members) => Some(Fields::at(place, members, self.context)),
            Json::Null => None,
            other => {
                self.wrong_type(&place, "an object", other);
                None
            }
        }
    }

    /// An http or https address.
    pub(crate) fn link(&self, name: &'static str) -> Option<Link> {
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
    pub(crate) fn date(&self, name: &'static str) -> Option<Moment> {
        self.moment(name, false)
    }

    /// The same, but one that cannot be read keeps the article from being shown.
    pub(crate) fn vital_date(&self, name: &'static str) -> Option<Moment> {
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
    pub(crate) fn pixels(&self, name: &'static str) -> Option<u32> {
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
    pub(crate) fn word(&self, name: &'static str, words: &[&str]) -> Option<usize> {
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

#[cfg(not(target_arch = "wasm32"))]
impl Fields<'_> {
    fn tell_unknown(&self) {
        if !self.context.unknown_fields {
            return;
        }
        let known = self.known.take();
        for (name, _) in self
            .members
            .iter()
            .filter(|(name, _)| !known.contains(&&**name))
        {
            // A name of the input, which may hold anything, as a message shows it.
            let shown = quote(name);
            let shown = shown.trim_matches(['“', '”']);
            let likeness = |known: &str| strsim::jaro_winkler(shown, known);
            let nearest = known
                .iter()
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            let hint = match nearest.filter(|nearest| likeness(nearest) > 0.8) {
                Some(nearest) => join(&["; did you mean ", nearest, "?"]),
                None => String::new(),
            };
            self.warn(
                shown,
                Code::UnknownField,
                &join(&["a card has no such field", &hint]),
            );
        }
    }
}
