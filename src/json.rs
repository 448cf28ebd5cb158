//! JSON (RFC 8259), read and written with no more code than a card needs.
//!
//! Our own, because it is downloaded: with serde_json in its place the kit has 7 KB more (brotli), of which a table for
//! exact decimal fractions is 2.4 KB, and a card counts nothing but pixels. A test holds it against serde_json.
//! Every number is the nearest double or close to it; nothing else is approximate, and nothing is lenient.

#[cfg(not(target_arch = "wasm32"))]
mod locate;
#[cfg(not(target_arch = "wasm32"))]
mod wide;
mod writer;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use locate::locate;
pub(crate) use writer::write;

use crate::report::{Code, Place};
use std::borrow::Cow;

/// The longest input, in bytes; the largest real one seen has 841 KB.
const LONGEST: usize = 2 * 1024 * 1024;
/// The deepest nesting; the deepest real one seen is 8.
const DEEPEST: usize = 64;
/// The most values; a card has a few hundred.
const MOST: usize = 50_000;
/// The largest power of ten that a double holds.
const LARGEST_POWER: i32 = 308;

/// A JSON value; its texts are those of the input, wherever they stand there as they are.
/// An object keeps every member in order, because a field that stands twice has to be told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json<'t> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Object(Vec<Member<'t>>),
}

/// A name and what stands under it.
pub(crate) type Member<'t> = (Cow<'t, str>, Json<'t>);

impl Json<'_> {
    /// The same without the input.
    #[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
    pub(crate) fn into_owned(self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(is_true) => Json::Bool(is_true),
            Self::Number(number) => Json::Number(number),
            Self::Text(text) => Json::Text(text.into_owned().into()),
            Self::List(list) => Json::List(list.into_iter().map(Self::into_owned).collect()),
            Self::Object(members) => {
                let owned =
                    |(name, value): Member<'_>| (name.into_owned().into(), value.into_owned());
                Json::Object(members.into_iter().map(owned).collect())
            }
        }
    }

    /// The type in words, for a sentence.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Why the input is not read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) reason: &'static str,
    pub(crate) place: Option<Place>,
}

/// Reads one value and nothing after it.
pub(crate) fn parse(bytes: &[u8]) -> Result<Json<'_>, Fault> {
    read(bytes, false).map(|(json, _)| json)
}

/// The same, but inside a text control characters count as themselves, and half a surrogate pair as U+FFFD; the flag
/// tells whether there were any.
#[cfg(any(feature = "reader", not(target_arch = "wasm32")))]
pub(crate) fn parse_damaged(bytes: &[u8]) -> Result<(Json<'_>, bool), Fault> {
    read(bytes, true)
}

fn read(bytes: &[u8], is_lenient: bool) -> Result<(Json<'_>, bool), Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > LONGEST {
        return Err(Fault {
            code: Code::TooLarge,
            reason: "the input is longer than 2 MiB",
            place: None,
        });
    }
    let text = str::from_utf8(bytes).map_err(|error| Fault {
        code: Code::JsonSyntax,
        reason: "this is not UTF-8",
        place: Some(place(bytes, error.valid_up_to())),
    })?;
    let mut parser = Parser {
        text,
        at: 0,
        values: 0,
        is_lenient,
        is_damaged: false,
    };
    let value = parser
        .value(0)
        .and_then(|value| match parser.after_space() {
            None => Ok(value),
            Some(_) => fault("nothing may follow the value"),
        });
    let is_damaged = parser.is_damaged;
    value
        .map(|value| (value, is_damaged))
        .map_err(|(code, reason)| match text.trim_ascii() {
            "" => Fault {
                code: Code::NoData,
                reason: "the input is empty",
                place: None,
            },
            _ => Fault {
                code,
                reason,
                place: Some(place(bytes, parser.at)),
            },
        })
}

/// How many bytes there are before the first control character or one of these signs, or in all.
fn length_before<const N: usize>(bytes: &[u8], signs: [u8; N]) -> usize {
    #[allow(unused_mut, reason = "a browser looks at one byte after the other")]
    let mut rest = bytes;
    #[cfg(not(target_arch = "wasm32"))]
    while let Some((eight, after)) = rest.split_first_chunk() {
        let found = wide::find(*eight, signs);
        if found < eight.len() {
            return bytes.len() - rest.len() + found;
        }
        rest = after;
    }
    let is_meant = |byte: &u8| *byte < b' ' || signs.iter().any(|sign| sign == byte);
    let found = rest.iter().position(is_meant);
    found.map_or(bytes.len(), |at| bytes.len() - rest.len() + at)
}

fn place(bytes: &[u8], at: usize) -> Place {
    let mut place = Place { line: 1, column: 1 };
    for byte in bytes.iter().take(at) {
        place.column += 1;
        if *byte == b'\n' {
            place = Place {
                line: place.line + 1,
                column: 1,
            };
        }
    }
    place
}

type Parsed<T> = Result<T, (Code, &'static str)>;

fn fault<T>(reason: &'static str) -> Parsed<T> {
    Err((Code::JsonSyntax, reason))
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    values: usize,
    is_lenient: bool,
    is_damaged: bool,
}

impl<'t> Parser<'t> {
    /// Notes damage within a text; false where that is not borne. Constant in the card's own runtime, which has no use
    /// for it.
    fn bears_damage(&mut self) -> bool {
        let bears = cfg!(any(feature = "reader", not(target_arch = "wasm32"))) && self.is_lenient;
        self.is_damaged |= bears;
        bears
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is not white space.
    fn after_space(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Steps over the byte if it is the next.
    fn takes(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Parsed<Json<'t>> {
        self.values += 1;
        if self.values > MOST {
            return Err((Code::TooLarge, "the input has more than 50,000 values"));
        }
        match self.after_space() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'{' | b'[') if depth == DEEPEST => Err((
                Code::TooDeep,
                "the input is nested more than 64 levels deep",
            )),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            Some(_) => fault("expected a value"),
            None => fault("the input ends too early"),
        }
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

    fn list(&mut self, depth: usize) -> Parsed<Json<'t>> {
        let mut list = Vec::new();
        self.at += 1;
        if self.after_space() != Some(b']') {
            loop {
                list.push(self.value(depth)?);
                if !self.goes_on(b']', "expected a comma or ]")? {
                    return Ok(Json::List(list));
                }
            }
        }
        self.at += 1;
        Ok(Json::List(list))
    }

    fn object(&mut self, depth: usize) -> Parsed<Json<'t>> {
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
                    return Ok(Json::Object(object));
                }
            }
        }
        self.at += 1;
        Ok(Json::Object(object))
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

    fn expected<T>(&self, expected: &'static str) -> Parsed<T> {
        fault(if self.peek().is_some() {
            expected
        } else {
            "the input ends too early"
        })
    }

    fn string(&mut self) -> Parsed<Cow<'t, str>> {
        self.at += 1;
        let run = self.run();
        if self.takes(b'"') {
            return Ok(Cow::Borrowed(run));
        }
        let mut string = String::from(run);
        while !self.takes(b'"') {
            match self.peek() {
                Some(b'\\') => string.push(self.escape()?),
                Some(control) if self.bears_damage() => {
                    string.push(char::from(control));
                    self.at += 1;
                }
                Some(_) => {
                    return fault(
                        "a text holds a line break or other control character; write it as \\n or \\u",
                    );
                }
                None => return fault("the input ends within a text"),
            }
            string.push_str(self.run());
        }
        Ok(Cow::Owned(string))
    }

    /// Steps over what means itself within a text.
    fn run(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = length_before(rest.as_bytes(), [b'"', b'\\']);
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn escape(&mut self) -> Parsed<char> {
        self.at += 1;
        let sign = self.peek();
        self.at += 1;
        Ok(match sign {
            Some(sign @ (b'"' | b'\\' | b'/')) => sign as char,
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => {
                self.at -= 1;
                return self.expected("no such escape in a text");
            }
        })
    }

    /// One UTF-16 unit, or the two that make one character; half a pair is no text.
    fn code_point(&mut self) -> Parsed<char> {
        let unit = self.unit()?;
        let point = match unit {
            0xd800..0xdc00 if self.is_unit_next() => {
                let before = self.at;
                self.at += 2;
                let low = self.unit()?.wrapping_sub(0xdc00);
                // A second half out of range makes a number that is no character.
                if low < 0x400 {
                    0x1_0000 + ((unit - 0xd800) << 10 | low)
                } else {
                    // It is left to be read by itself.
                    if self.is_lenient {
                        self.at = before;
                    }
                    unit
                }
            }
            unit => unit,
        };
        match char::from_u32(point) {
            Some(character) => Ok(character),
            None if self.bears_damage() => Ok(char::REPLACEMENT_CHARACTER),
            None => fault("half a surrogate pair in a text"),
        }
    }

    fn is_unit_next(&self) -> bool {
        let rest = self.text.as_bytes().get(self.at..);
        rest.is_some_and(|rest| rest.starts_with(b"\\u"))
    }

    fn unit(&mut self) -> Parsed<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| (byte as char).to_digit(16)) else {
                return self.expected("expected four hexadecimal digits");
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Parsed<Json<'t>> {
        let is_negative = self.takes(b'-');
        let start = self.at;
        let (mut number, mut power) = (0.0, 0_i32);
        if !self.takes(b'0') {
            power += self.digits(&mut number)?.1;
        }
        if self.takes(b'.') {
            let (count, left_out) = self.digits(&mut number)?;
            power += left_out - count;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let is_small = self.takes(b'-');
            if !is_small {
                self.takes(b'+');
            }
            let mut exponent = 0.0;
            self.digits(&mut exponent)?;
            // More than any double has, and still a whole number of 32 bits.
            #[allow(clippy::cast_possible_truncation, reason = "cut to four digits before")]
            let exponent = exponent.min(9999.0) as i32;
            power += if is_small { -exponent } else { exponent };
        }
        if number != 0.0 {
            for _ in 0..power.unsigned_abs().min(9999) {
                number = if power > 0 {
                    number * 10.0
                } else {
                    number / 10.0
                };
            }
        }
        if !number.is_finite() || (number > 0.0 && power > LARGEST_POWER) {
            self.at = start;
            return fault("the number is too large");
        }
        Ok(Json::Number(if is_negative { -number } else { number }))
    }

    /// Appends at least one digit to the number; returns how many there were, and how many of them only count as powers,
    /// because the number has more digits than a double already.
    fn digits(&mut self, number: &mut f64) -> Parsed<(i32, i32)> {
        let (mut count, mut left_out) = (0, 0);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if *number < 1e300 {
                *number = *number * 10.0 + f64::from(digit - b'0');
            } else {
                left_out += 1;
            }
            self.at += 1;
            count += 1;
        }
        if count == 0 {
            self.expected("expected a digit")
        } else {
            Ok((count, left_out))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, reason: &str, line: u32, column: u32) {
        let fault = parse(text.as_bytes()).unwrap_err();
        assert_eq!(
            (fault.reason, fault.place),
            (reason, Some(Place { line, column })),
            "{text}"
        );
    }

    #[test]
    fn faults_name_reason_and_place() {
        refused("{\"a\": 1,\n  }", "expected a name in double quotes", 2, 3);
        refused("{\"a\" 1}", "expected a colon", 1, 6);
        refused("[1 2]", "expected a comma or ]", 1, 4);
        refused(
            "{\"headline\": \"Cut in h",
            "the input ends within a text",
            1,
            23,
        );
        refused("{\"headline\": \"Cut\"", "the input ends too early", 1, 19);
        refused(
            "\"a\nb\"",
            "a text holds a line break or other control character; write it as \\n or \\u",
            1,
            3,
        );
        refused("\"\\x\"", "no such escape in a text", 1, 3);
        refused("\"\\ud800\"", "half a surrogate pair in a text", 1, 8);
        refused("[1] 2", "nothing may follow the value", 1, 5);
        refused("1e400", "the number is too large", 1, 1);
        refused("nul", "expected a value", 1, 1);
    }

    #[test]
    fn bounds_are_kept() {
        let code = |text: &[u8]| parse(text).unwrap_err().code;
        assert_eq!(code(b" \n"), Code::NoData);
        assert_eq!(code(&[b'['; 100_000]), Code::TooDeep);
        assert_eq!(
            code(format!("[{}1]", "1,".repeat(MOST)).as_bytes()),
            Code::TooLarge
        );
        assert_eq!(code(&vec![b' '; LONGEST + 1]), Code::TooLarge);
        assert_eq!(parse(b"\"a\xff\"").unwrap_err().reason, "this is not UTF-8");
        assert_eq!(parse(b"\xef\xbb\xbf{}"), Ok(Json::Object(Vec::new())));
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(nested(DEEPEST).as_bytes()).is_ok());
        assert_eq!(code(nested(DEEPEST + 1).as_bytes()), Code::TooDeep);
    }

    #[test]
    fn values_are_read() {
        let text = r#" {"a":[true,false,null,-1.5e2,0.25,"\u00e9\ud83d\ude80\n\"\/"],"a":{}} "#;
        let list = vec![
            Json::Bool(true),
            Json::Bool(false),
            Json::Null,
            Json::Number(-150.0),
            Json::Number(0.25),
            Json::Text("é🚀\n\"/".into()),
        ];
        let object = vec![
            ("a".into(), Json::List(list)),
            ("a".into(), Json::Object(Vec::new())),
        ];
        assert_eq!(parse(text.as_bytes()), Ok(Json::Object(object)));
    }
}
