//! One JSON object, read field by field: each gives what was meant, or says why not.
//!
//! `null`, an empty text and an empty list say nothing and are passed over like an absent field, because that is
//! how content systems write "none". Everything else that cannot be used is told with its path.

use super::path::Path;
use crate::article::Text;
use crate::article::text::clean;
use crate::json::{Json, Member};
use crate::report::{Code, Report};
use crate::sentence::join;
use std::cell::RefCell;

/// What all objects of one reading share.
pub(super) struct Context {
    pub(super) report: RefCell<Report>,
    /// Whether fields are told that nobody asks for.
    #[cfg_attr(
        not(feature = "places"),
        expect(dead_code, reason = "only an editor can do something about them")
    )]
    pub(super) tells_unknown: bool,
}

/// The fields of one object.
pub(super) struct Fields<'a> {
    pub(super) members: &'a [Member<'a>],
    path: Path<'a>,
    pub(super) context: &'a Context,
    /// The fields that were asked for.
    #[cfg(feature = "places")]
    pub(super) known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Those of the whole input.
    pub(super) fn new(members: &'a [Member<'a>], context: &'a Context) -> Self {
        let path = Path {
            object: None,
            name: "$",
            index: None,
        };
        Self::at(path, members, context)
    }

    fn at(path: Path<'a>, members: &'a [Member<'a>], context: &'a Context) -> Self {
        Self {
            members,
            path,
            context,
            #[cfg(feature = "places")]
            known: RefCell::default(),
        }
    }

    pub(super) fn field<'s>(&'s self, name: &'s str) -> Path<'s> {
        Path {
            object: Some(&self.path),
            name,
            index: None,
        }
    }

    /// Notes a problem with the field.
    pub(super) fn warn(&self, name: &str, code: Code, message: &str) {
        self.warn_at(&self.field(name), code, message);
    }

    fn warn_at(&self, path: &Path<'_>, code: Code, message: &str) {
        let mut report = self.context.report.borrow_mut();
        report.warn(code, &path.write(), message);
    }

    /// Notes that the article cannot be shown because of the field.
    pub(super) fn refuse(&self, name: &str, code: Code, message: &str) {
        let mut report = self.context.report.borrow_mut();
        report.refuse(code, &self.field(name).write(), message, None);
    }

    pub(super) fn wrong_type(&self, path: &Path<'_>, expected: &str, found: &Json<'_>) {
        self.warn_at(
            path,
            Code::WrongType,
            &join(&["expected ", expected, ", found ", found.kind()]),
        );
    }

    /// The field's value, of any type but null; the last one where it stands more than once.
    pub(super) fn value(&self, name: &'static str) -> Option<&'a Json<'a>> {
        #[cfg(feature = "places")]
        if self.context.tells_unknown {
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

    pub(super) fn raw_text(&self, name: &'static str) -> Option<&'a str> {
        match self.value(name)? {
            Json::Text(text) => Some(text),
            other => {
                self.wrong_type(&self.field(name), "text", other);
                None
            }
        }
    }

    /// Clean text of at most `limit` characters.
    pub(super) fn text(&self, name: &'static str, limit: usize) -> Option<Text> {
        self.clean(name, self.raw_text(name)?, limit)
    }

    /// The text of a field that is known to be one, cleaned.
    pub(super) fn clean(&self, name: &str, raw: &str, limit: usize) -> Option<Text> {
        self.clean_at(&self.field(name), raw, limit)
    }

    fn clean_at(&self, path: &Path<'_>, raw: &str, limit: usize) -> Option<Text> {
        let cleaned = clean(raw, limit);
        if cleaned.removed {
            self.warn_at(
                path,
                Code::BadText,
                "control or direction characters were left out",
            );
        }
        if cleaned.truncated {
            self.warn_at(
                path,
                Code::Truncated,
                "the text was cut because a card has no room for more",
            );
        }
        cleaned.text
    }

    /// A list of clean texts.
    pub(super) fn texts(&self, name: &'static str, most: usize, limit: usize) -> Vec<Text> {
        let mut texts = Vec::new();
        for (index, item) in self.list(name, most).iter().enumerate() {
            let path = self.item(name, index);
            match item {
                Json::Text(text) => texts.extend(self.clean_at(&path, text, limit)),
                Json::Null => {}
                other => self.wrong_type(&path, "text", other),
            }
        }
        texts
    }

    /// A list of objects, each read by `read`.
    pub(super) fn objects<T>(
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
    pub(super) fn object<T>(
        &self,
        name: &'static str,
        read: fn(&Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        self.nested(self.field(name), self.value(name)?)?.read(read)
    }

    /// Reads the object, and tells of the fields that nobody asked for: so no list of names is kept beside the reading.
    pub(super) fn read<T>(&self, read: fn(&Fields<'_>) -> Option<T>) -> Option<T> {
        let read = read(self);
        #[cfg(feature = "places")]
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

    fn item<'s>(&'s self, name: &'s str, index: usize) -> Path<'s> {
        Path {
            index: Some(index),
            ..self.field(name)
        }
    }

    fn nested<'s>(&self, path: Path<'s>, value: &'s Json<'s>) -> Option<Fields<'s>>
    where
        'a: 's,
    {
        match value {
            Json::Object(members) => Some(Fields::at(path, members, self.context)),
            Json::Null => None,
            other => {
                self.wrong_type(&path, "an object", other);
                None
            }
        }
    }
}
