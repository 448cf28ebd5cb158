//! The other direction: serde's view of our types as JSON text.
//!
//! It writes what an article and a diagnostic are made of, and cannot fail, so that the compiler drops every path on
//! which it could.

mod items;

use super::scan::length_before;
use crate::join::digits;
use serde::Serialize;
use serde::ser::{Error, Impossible, Serializer};
use std::fmt::{self, Display};

/// The value as JSON; an empty text for what an article never holds, such as a floating-point number.
pub fn write(value: &impl Serialize) -> String {
    let mut text = String::new();
    match value.serialize(Writer(&mut text)) {
        Ok(()) => text,
        Err(Unsupported) => String::new(),
    }
}

struct Writer<'a>(&'a mut String);

/// A list or object under way.
struct Items<'a> {
    text: &'a mut String,
    close: char,
    is_first: bool,
}

/// A value that JSON of ours never holds.
#[derive(Debug)]
struct Unsupported;

impl Display for Unsupported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value that an article never holds")
    }
}

impl std::error::Error for Unsupported {}

impl Error for Unsupported {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// A text in quotes. `<` is escaped, so that JSON of ours may stand in a page's script whatever it says.
fn quote(text: &mut String, value: &str) {
    text.push('"');
    let mut rest = value;
    loop {
        // With 0xe2 begin U+2028, U+2029 and much punctuation.
        let length = length_before(rest.as_bytes(), [b'"', b'\\', b'<', 0xe2]);
        let (plain, other) = rest.split_at_checked(length).unwrap_or((rest, ""));
        text.push_str(plain);
        let mut other = other.chars();
        match other.next() {
            Some(sign @ ('"' | '\\')) => text.extend(['\\', sign]),
            Some(sign @ ('\0'..' ' | '<' | '\u{2028}' | '\u{2029}')) => {
                text.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    text.extend(char::from_digit(sign as u32 >> shift & 15, 16));
                }
            }
            Some(plain) => text.push(plain),
            None => break,
        }
        rest = other.as_str();
    }
    text.push('"');
}

impl<'a> Writer<'a> {
    fn open(self, open: char, close: char) -> Items<'a> {
        self.0.push(open);
        Items {
            text: self.0,
            close,
            is_first: true,
        }
    }
}

impl Items<'_> {
    fn next(&mut self) -> Writer<'_> {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
        Writer(self.text)
    }

    /// Not inlined, because it would be in every field of every type.
    #[inline(never)]
    fn member(&mut self, name: &'static str) -> Writer<'_> {
        let text = self.next().0;
        quote(text, name);
        text.push(':');
        Writer(self.text)
    }

    fn close(self) {
        self.text.push(self.close);
    }
}

type Written = Result<(), Unsupported>;

/// Refuses what an article never holds.
macro_rules! unsupported {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, _: $type) -> Written { Err(Unsupported) })*
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Items<'a>;
    type SerializeMap = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeTuple = Impossible<(), Unsupported>;
    type SerializeTupleStruct = Impossible<(), Unsupported>;
    type SerializeTupleVariant = Impossible<(), Unsupported>;
    type SerializeStructVariant = Impossible<(), Unsupported>;

    unsupported!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8, serialize_u16: u16,
        serialize_f32: f32, serialize_f64: f64, serialize_char: char, serialize_bytes: &[u8], serialize_unit_struct: &'static str
    );

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.0.push_str(&digits(value));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Written {
        quote(self.0, value);
        Ok(())
    }

    fn serialize_none(self) -> Written {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(Unsupported)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Unsupported> {
        Ok(self.open('[', ']'))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'a>, Unsupported> {
        Ok(self.open('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unsupported> {
        Ok(self.open('{', '}'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsupported> {
        Err(Unsupported)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsupported> {
        Err(Unsupported)
    }
}
