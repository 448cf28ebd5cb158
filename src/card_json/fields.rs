//! One JSON object, read field by field: each gives what was meant, or says why not.
//!
//! `null`, an empty text and an empty list say nothing and are passed over like an absent field, because that is
//! how content systems write "none". Everything else that cannot be used is told with its path.

use super::path::FieldPath;
use crate::article::Text;
use crate::article::text::clean;
use crate::json::{Json, Member, Placed};
use crate::report::{Code, Path, Reason, Report};
use std::cell::{Cell, RefCell};

/// What all objects of one reading share.
pub(super) struct Context {
    pub(super) report: RefCell<Report>,
    /// Whether fields are told that nobody asks for.
    #[cfg_attr(
        not(feature = "places"),
        expect(dead_code, reason = "only an editor can do something about them")
    )]
    pub(super) tells_unknown: bool,
    /// The items of lists that are no part of the article, by how many bytes stand before each.
    #[cfg(feature = "places")]
    pub(super) left_out: RefCell<Vec<usize>>,
}

/// The fields of one object.
pub(super) struct Fields<'a> {
    pub(super) members: &'a [Member<'a>],
    pub(super) path: FieldPath<'a>,
    pub(super) context: &'a Context,
    /// How many members are fields that were asked for.
    found: Cell<usize>,
    /// The fields that were asked for.
    #[cfg(feature = "places")]
    pub(super) known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Those of the whole input, which begins after so many bytes.
    pub(super) fn new(members: &'a [Member<'a>], at: Option<usize>, context: &'a Context) -> Self {
        let path = FieldPath {
            object: None,
            name: "$",
            index: None,
            at,
        };
        Self::at(path, members, context)
    }

    pub(super) fn at(path: FieldPath<'a>, members: &'a [Member<'a>], context: &'a Context) -> Self {
        Self {
            members,
            path,
            context,
            found: Cell::default(),
            #[cfg(feature = "places")]
            known: RefCell::default(),
        }
    }

    /// The value of the field; the last one where it stands more than once.
    pub(super) fn find(&self, name: &str) -> Option<&'a Placed<'a>> {
        let mut members = self.members.iter().rev();
        let found = members.find(|(member, _)| member == name);
        found.map(|(_, value)| value)
    }

    /// The path to the field; one that is not there stands where its object does.
    pub(super) fn field(&self, name: &'static str) -> FieldPath<'_> {
        FieldPath {
            object: Some(&self.path),
            name,
            index: None,
            at: self.find(name).map_or(self.path.at, Placed::at),
        }
    }

    /// Notes a problem with the field.
    pub(super) fn warn(&self, name: &'static str, code: Code, reason: Reason) {
        self.warn_at(self.field(name).write(), code, reason);
    }

    pub(super) fn warn_at(&self, path: Path, code: Code, reason: Reason) {
        self.context.report.borrow_mut().warn(code, path, reason);
    }

    /// Notes that the article cannot be shown because of the field.
    pub(super) fn refuse(&self, name: &'static str, code: Code, reason: Reason) {
        let path = self.field(name).write();
        self.context.report.borrow_mut().refuse(code, path, reason);
    }

    pub(super) fn wrong_type(
        &self,
        path: &FieldPath<'_>,
        expected: &'static str,
        found: &Json<'_>,
    ) {
        self.warn_at(path.write(), Code::WrongType, wrong_type(expected, found));
    }

    /// Notes that the field is one of a card's.
    #[cfg_attr(
        not(feature = "places"),
        allow(clippy::unused_self, reason = "nobody is told of others")
    )]
    pub(super) fn ask(&self, name: &'static str) {
        #[cfg(not(feature = "places"))]
        let _ = name;
        #[cfg(feature = "places")]
        if self.context.tells_unknown {
            self.known.borrow_mut().push(name);
        }
    }

    /// The field's value, of any type but null; the last one where it stands more than once.
    pub(super) fn value(&self, name: &'static str) -> Option<&'a Placed<'a>> {
        self.ask(name);
        let mut members = self.members.iter().rev();
        let (_, last) = members.find(|(member, _)| member == name)?;
        self.found.set(self.found.get() + 1);
        if members.any(|(member, _)| member == name) {
            self.warn(
                name,
                Code::DuplicateField,
                "the field stands more than once; the last one counts".into(),
            );
        }
        (**last != Json::Null).then_some(last)
    }

    pub(super) fn raw_text(&self, name: &'static str) -> Option<&'a str> {
        match &**self.value(name)? {
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
    pub(super) fn clean(&self, name: &'static str, raw: &str, limit: usize) -> Option<Text> {
        self.clean_at(&self.field(name), raw, limit)
    }

    fn clean_at(&self, path: &FieldPath<'_>, raw: &str, limit: usize) -> Option<Text> {
        let cleaned = clean(raw, limit);
        if cleaned.removed {
            let reason = "control or direction characters were left out";
            self.warn_at(path.write(), Code::BadText, reason.into());
        }
        if cleaned.truncated {
            let reason = "the text was cut because a card has no room for more";
            self.warn_at(path.write(), Code::Truncated, reason.into());
        }
        cleaned.text
    }

    /// A list of clean texts.
    pub(super) fn texts(&self, name: &'static str, most: usize, limit: usize) -> Vec<Text> {
        let mut texts = Vec::new();
        for (index, item) in self.list(name, most).iter().enumerate() {
            let path = self.item(name, index, item);
            let text = match &**item {
                Json::Text(text) => self.clean_at(&path, text, limit),
                Json::Null => None,
                other => {
                    self.wrong_type(&path, "text", other);
                    None
                }
            };
            self.note_item(item, text.is_some());
            texts.extend(text);
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
            let object = self
                .nested(self.item(name, index, item), item)
                .and_then(|fields| fields.read(read));
            self.note_item(item, object.is_some());
            objects.extend(object);
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

    /// Reads the object, refuses what restricts it by a field that nobody asked for, and tells of all such: so no list of names
    /// is kept beside the reading.
    pub(super) fn read<T>(&self, read: fn(&Fields<'_>) -> Option<T>) -> Option<T> {
        let read = read(self);
        // Where every member is a field of a card's, none is one that it does not know.
        if self.found.get() < self.members.len() {
            self.refuse_restrictions();
        }
        #[cfg(feature = "places")]
        if read.is_some() {
            self.tell_unknown();
        }
        read
    }

    fn list(&self, name: &'static str, most: usize) -> &'a [Placed<'a>] {
        match self.value(name).map(|value| &**value) {
            None => &[],
            Some(Json::List(list)) => list.get(..most).map_or(list, |shown| {
                if shown.len() < list.len() {
                    let reason = "the list was cut because a card has no room for more";
                    self.warn(name, Code::Truncated, reason.into());
                }
                shown
            }),
            Some(other) => {
                self.wrong_type(&self.field(name), "a list", other);
                &[]
            }
        }
    }

    fn item(&self, name: &'static str, index: usize, item: &Placed<'_>) -> FieldPath<'_> {
        FieldPath {
            index: Some(index),
            at: item.at(),
            ..self.field(name)
        }
    }

    /// Notes an item that is no part of the article, so that those after it are known by their places in both.
    #[cfg(feature = "places")]
    fn note_item(&self, item: &Placed<'_>, is_kept: bool) {
        if !is_kept {
            self.context.left_out.borrow_mut().extend(item.at());
        }
    }

    #[cfg(not(feature = "places"))]
    #[allow(clippy::unused_self, reason = "nobody asks")]
    const fn note_item(&self, _: &Placed<'_>, _: bool) {}

    fn nested<'s>(&self, path: FieldPath<'s>, value: &'s Placed<'s>) -> Option<Fields<'s>>
    where
        'a: 's,
    {
        match &**value {
            Json::Object(members) => Some(Fields::at(path, members, self.context)),
            Json::Null => None,
            other => {
                self.wrong_type(&path, "an object", other);
                None
            }
        }
    }
}

/// Why a value of another type cannot be used.
pub(super) fn wrong_type(expected: &'static str, found: &Json<'_>) -> Reason {
    let reason = Reason::from("expected ").and(expected);
    reason.and(", found ").and(found.kind())
}
