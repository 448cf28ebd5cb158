//! Texts in JSON: runs that mean themselves, escapes, and where it is borne the damage of content systems.

use super::parser::{Parsed, Parser, fault};
use super::scan::length_before;
use std::borrow::Cow;

const HALF: &str = "half a surrogate pair in a text";

impl<'t, const BEARS_DAMAGE: bool> Parser<'t, BEARS_DAMAGE> {
    /// Notes the first damage within a text; where none is borne, it is a fault.
    fn bear(&mut self, damage: &'static str) -> Parsed<()> {
        if !BEARS_DAMAGE {
            return fault(damage);
        }
        self.damage.get_or_insert((self.at, damage));
        Ok(())
    }

    pub(super) fn string(&mut self) -> Parsed<Cow<'t, str>> {
        self.at += 1;
        let run = self.run();
        if self.takes(b'"') {
            return Ok(Cow::Borrowed(run));
        }
        let mut string = String::from(run);
        while !self.takes(b'"') {
            match self.peek() {
                Some(b'\\') => string.push(self.escape()?),
                Some(control) => {
                    self.bear(
                        "a text holds a line break or other control character; write it as \\n or \\u",
                    )?;
                    string.push(char::from(control));
                    self.at += 1;
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
                    self.bear(HALF)?;
                    // It is left to be read by itself.
                    self.at = before;
                    return Ok(char::REPLACEMENT_CHARACTER);
                }
            }
            unit => unit,
        };
        match char::from_u32(point) {
            Some(character) => Ok(character),
            None => self.bear(HALF).map(|()| char::REPLACEMENT_CHARACTER),
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
}
