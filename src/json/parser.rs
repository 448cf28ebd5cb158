//! The grammar of JSON, within bounds of depth and of number.

use super::{DEEPEST, Json, MOST, Member, Placed};
use crate::report::Code;

pub(super) type Parsed<T> = Result<T, (Code, &'static str)>;

pub(super) fn fault<T>(reason: &'static str) -> Parsed<T> {
    Err((Code::JsonSyntax, reason))
}

/// A text on its way to values. Whether damage within texts is borne is a constant, because a page whose JSON is the card's
/// own has no use for that code.
pub(super) struct Parser<'t, const BEARS_DAMAGE: bool> {
    pub(super) text: &'t str,
    /// How many bytes have been read.
    pub(super) at: usize,
    values: usize,
    /// The first damage that was borne: after how many bytes, and what is wrong there.
    pub(super) damage: Option<(usize, &'static str)>,
}

impl<'t, const BEARS_DAMAGE: bool> Parser<'t, BEARS_DAMAGE> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            values: 0,
            damage: None,
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    pub(super) fn after_space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over the byte if it is the next.
    pub(super) fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn value(&mut self, depth: usize) -> Parsed<Placed<'t>> {
        self.values += 1;
        if self.values > MOST {
            return Err((Code::TooLarge, "the input has more than 50,000 values"));
        }
        let sign = self.after_space();
        let at = self.at;
        let value = match sign {
            Some(b'"') => Json::Text(self.string()?),
            Some(b'{' | b'[') if depth == DEEPEST => {
                let reason = "the input is nested more than 64 levels deep";
                return Err((Code::TooDeep, reason));
            }
            Some(b'{') => Json::Object(self.object(depth + 1)?),
            Some(b'[') => Json::List(self.list(depth + 1)?),
            Some(b'-' | b'0'..=b'9') => Json::Number(self.number()?),
            Some(b't') => self.word("true", Json::Bool(true))?,
            Some(b'f') => self.word("false", Json::Bool(false))?,
            Some(b'n') => self.word("null", Json::Null)?,
            Some(_) => return fault("expected a value"),
            None => return fault("the input ends too early"),
        };
        Ok(Placed::new(value, at))
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Parsed<Json<'t>> {
        if self
            .text
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word))
        {
            self.at += word.len();
            return Ok(value);
        }
        fault("expected a value")
    }

    fn list(&mut self, depth: usize) -> Parsed<Vec<Placed<'t>>> {
        let mut list = Vec::new();
        self.at += 1;
        if self.after_space() != Some(b']') {
            loop {
                list.push(self.value(depth)?);
                if !self.goes_on(b']', "expected a comma or ]")? {
                    return Ok(list);
                }
            }
        }
        self.at += 1;
        Ok(list)
    }

    fn object(&mut self, depth: usize) -> Parsed<Vec<Member<'t>>> {
        let mut object = Vec::new();
        self.at += 1;
        if self.after_space() != Some(b'}') {
            loop {
                if self.after_space() != Some(b'"') {
                    return self.expected("expected a name in double quotes");
                }
                let name = self.string()?;
                self.after_space();
                if !self.takes(b':') {
                    return self.expected("expected a colon");
                }
                object.push((name, self.value(depth)?));
                if !self.goes_on(b'}', "expected a comma or }")? {
                    return Ok(object);
                }
            }
        }
        self.at += 1;
        Ok(object)
    }

    /// Steps over the comma before another item, or over the end.
    fn goes_on(&mut self, end: u8, expected: &'static str) -> Parsed<bool> {
        self.after_space();
        if self.takes(b',') {
            return Ok(true);
        }
        if self.takes(end) {
            Ok(false)
        } else {
            self.expected(expected)
        }
    }

    pub(super) fn expected<T>(&self, expected: &'static str) -> Parsed<T> {
        fault(if self.peek().is_some() {
            expected
        } else {
            "the input ends too early"
        })
    }
}
