//! JSON (RFC 8259), read and written with no more code than a card needs.
//!
//! Our own, because it is downloaded: with serde_json in its place the kit has 7 KB more (brotli), of which a table for
//! exact decimal fractions is 2.4 KB, and a card counts nothing but pixels. A test holds it against serde_json.
//! A number stays the text that it is until somebody wants its value; nothing is lenient.

mod number;
mod parser;
mod placed;
mod scan;
mod text;
#[cfg(feature = "prerender")]
mod wide;
mod writer;

pub use number::Number;
pub use placed::Placed;
pub use writer::write;

use crate::report::{Code, Path, Report};
use parser::{Parser, fault};
use std::borrow::Cow;

/// The longest input, in bytes; the largest real one seen has 841 KB.
const LONGEST: usize = 2 * 1024 * 1024;
/// The deepest nesting; the deepest real one seen is 8.
const DEEPEST: usize = 64;
/// The most values; a card has a few hundred.
const MOST: usize = 50_000;

/// A JSON value; its texts are those of the input, wherever they stand there as they are.
/// An object keeps every member in order, because a field that stands twice has to be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number that a double can hold.
    Number(Number<'t>),
    /// A text without its escapes.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Placed<'t>>),
    /// An object.
    Object(Vec<Member<'t>>),
}

/// A name and what stands under it.
pub type Member<'t> = (Cow<'t, str>, Placed<'t>);

impl Json<'_> {
    /// The same without the input.
    pub fn into_owned(self) -> Json<'static> {
        match self {
            Self::Null => Json::Null,
            Self::Bool(is_true) => Json::Bool(is_true),
            Self::Number(number) => Json::Number(number.into_owned()),
            Self::Text(text) => Json::Text(text.into_owned().into()),
            Self::List(list) => Json::List(list.into_iter().map(Placed::into_owned).collect()),
            Self::Object(members) => {
                let owned =
                    |(name, value): Member<'_>| (name.into_owned().into(), value.into_owned());
                Json::Object(members.into_iter().map(owned).collect())
            }
        }
    }

    /// Whether it is how content systems write "none": null, false, or without anything in it.
    pub fn says_nothing(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) => true,
            Self::Text(text) => text.trim_ascii().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Object(members) => members.is_empty(),
            Self::Bool(true) | Self::Number(_) => false,
        }
    }

    /// The type in words, for a sentence.
    pub const fn kind(&self) -> &'static str {
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
pub struct Fault {
    /// What kind of fault it is.
    pub code: Code,
    /// What is wrong, in words.
    pub reason: &'static str,
    /// After how many bytes it is wrong, unless all of it is.
    pub at: Option<usize>,
}

impl Fault {
    /// Tells it of the input with that root.
    pub fn tell(self, root: Path, report: &mut Report) {
        report.refuse(self.code, root.at(self.at), self.reason.into());
    }
}

/// Reads one value and nothing after it.
///
/// # Errors
/// If it is no JSON, or more of it than any article has.
pub fn parse(bytes: &[u8]) -> Result<Placed<'_>, Fault> {
    read::<false>(text(bytes)?).map(|(json, _)| json)
}

/// The same, but inside a text control characters count as themselves, and half a surrogate pair as U+FFFD; the flag
/// tells whether there were any.
///
/// # Errors
/// As for [`parse`], which reads nothing beyond such damage: where it is not all that is wrong, it is what is told.
pub fn parse_damaged(text: &str) -> Result<(Placed<'_>, bool), Fault> {
    check_length(text.len())?;
    read::<true>(text)
}

/// The text that the bytes are, without a byte order mark.
///
/// # Errors
/// If they are not UTF-8, or more than any article has.
pub fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    check_length(bytes.len())?;
    str::from_utf8(bytes).map_err(|error| Fault {
        code: Code::JsonSyntax,
        reason: "this is not UTF-8",
        at: Some(error.valid_up_to()),
    })
}

const fn check_length(length: usize) -> Result<(), Fault> {
    if length > LONGEST {
        return Err(Fault {
            code: Code::TooLarge,
            reason: "the input is longer than 2 MiB",
            at: None,
        });
    }
    Ok(())
}

fn read<const BEARS_DAMAGE: bool>(text: &str) -> Result<(Placed<'_>, bool), Fault> {
    let mut parser = Parser::<BEARS_DAMAGE>::new(text);
    let value = parser
        .value(0)
        .and_then(|value| match parser.after_space() {
            None => Ok(value),
            Some(_) => fault("nothing may follow the value"),
        });
    match (value, parser.damage) {
        (Ok(value), damage) => Ok((value, damage.is_some())),
        (Err(_), _) if text.trim_ascii().is_empty() => Err(Fault {
            code: Code::NoData,
            reason: "the input is empty",
            at: None,
        }),
        (Err(_), Some((at, reason))) => Err(Fault {
            code: Code::JsonSyntax,
            reason,
            at: Some(at),
        }),
        (Err((code, reason)), None) => Err(Fault {
            code,
            reason,
            at: Some(parser.at),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Lines, Place};

    #[track_caller]
    fn refused(text: &str, reason: &str, line: u32, column: u32) {
        let fault = parse(text.as_bytes()).unwrap_err();
        let place = fault.at.map(|at| Lines::of(text.as_bytes()).place(at));
        let expected = (reason, Some(Place { line, column }));
        assert_eq!((fault.reason, place), expected, "{text}");
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
    fn damage_is_told_where_it_is_not_all_that_is_wrong() {
        for (text, reason, at) in [
            (
                "[\"a\nb\", 1",
                "a text holds a line break or other control character; write it as \\n or \\u",
                3,
            ),
            (
                "[\"\\ud800\\u0041\", \"\n\", x]",
                "half a surrogate pair in a text",
                14,
            ),
            ("[1, x, \"a\nb\"]", "expected a value", 4),
        ] {
            let fault = parse_damaged(text).unwrap_err();
            assert_eq!((fault.reason, fault.at), (reason, Some(at)), "{text}");
            assert_eq!(parse(text.as_bytes()).unwrap_err(), fault, "{text}");
        }
        let whole = "[\"\\ud800\\u0041\n\"]";
        let (value, is_damaged) = parse_damaged(whole).unwrap();
        let expected = [Placed::from(Json::Text("\u{fffd}A\n".into()))];
        assert_eq!((&*value, is_damaged), (&Json::List(expected.into()), true));
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
        let empty = parse(b"\xef\xbb\xbf{}").unwrap();
        assert_eq!(*empty, Json::Object(Vec::new()));
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(nested(DEEPEST).as_bytes()).is_ok());
        assert_eq!(code(nested(DEEPEST + 1).as_bytes()), Code::TooDeep);
    }

    #[test]
    fn values_are_read() {
        let text = r#" {"a":[true,false,null,-1.5e2,0.25,"\u00e9\ud83d\ude80\n\"\/"],"a":{}} "#;
        let list = [
            Json::Bool(true),
            Json::Bool(false),
            Json::Null,
            Json::Number(Number::of("-1.5e2")),
            Json::Number(Number::of("0.25")),
            Json::Text("é🚀\n\"/".into()),
        ];
        let list = list.map(Placed::from).into();
        let object = vec![
            ("a".into(), Json::List(list).into()),
            ("a".into(), Json::Object(Vec::new()).into()),
        ];
        assert_eq!(*parse(text.as_bytes()).unwrap(), Json::Object(object));
    }
}
