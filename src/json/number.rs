//! Numbers in JSON: checked as they are read, worth something when somebody asks.
//!
//! An exponent can be as large as its author likes, so a value takes no more multiplications than a double has powers of ten.

use super::parser::{Parsed, Parser, fault};
use std::borrow::Cow;
use std::fmt;

/// Beyond so many powers of ten a double is infinite or nothing, whatever the digits are.
const FARTHEST: u32 = 400;
/// By this a value is smaller while it is worked out, which changes none of its digits.
const ROOM: f64 = 1.0 / 1024.0;
/// The largest double, smaller by that, but for what the multiplications may be off.
const LARGEST: f64 = f64::MAX * ROOM * (1.0 + 32.0 * f64::EPSILON);

/// The text of a number that a double can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number<'t>(Cow<'t, str>);

impl<'t> Number<'t> {
    /// The same without the input.
    pub(super) fn into_owned(self) -> Number<'static> {
        Number(self.0.into_owned().into())
    }

    /// A number that is known to be one.
    #[cfg(test)]
    pub fn of(text: &'t str) -> Self {
        Self(text.into())
    }

    /// The nearest double, or close to it: the first 17 digits count. Infinite if it is too large for one.
    pub fn value(&self) -> f64 {
        let mut value = 0.0;
        let (mut power, mut exponent) = (0_i32, 0_i32);
        let (mut is_fraction, mut is_exponent) = (false, false);
        let (mut sign, mut direction) = (1.0, 1);
        for byte in self.0.bytes() {
            match byte {
                b'.' => is_fraction = true,
                b'e' | b'E' => is_exponent = true,
                b'-' if is_exponent => direction = -1,
                b'-' => sign = -1.0,
                // As much as an input has digits that it could make up for.
                b'0'..=b'9' if is_exponent && exponent < 100_000_000 => {
                    exponent = exponent * 10 + i32::from(byte - b'0');
                }
                b'0'..=b'9' if !is_exponent => {
                    if value < 1e17 {
                        value = value * 10.0 + f64::from(byte - b'0');
                    } else {
                        power += 1;
                    }
                    power -= i32::from(is_fraction);
                }
                _ => {}
            }
        }
        power += direction * exponent;
        // With room above it, what is too large is told from what only the multiplications make so.
        value *= ROOM;
        let mut rest = power.unsigned_abs().min(FARTHEST);
        for (factor, powers) in [(1e10, 10), (10.0, 1)] {
            while rest >= powers {
                rest -= powers;
                value = if power > 0 {
                    value * factor
                } else {
                    value / factor
                };
            }
        }
        value = if value <= LARGEST {
            (value / ROOM).min(f64::MAX)
        } else {
            f64::INFINITY
        };
        sign * value
    }
}

/// As it was written.
impl fmt::Display for Number<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<'t, const BEARS_DAMAGE: bool> Parser<'t, BEARS_DAMAGE> {
    pub(super) fn number(&mut self) -> Parsed<Number<'t>> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            if !self.takes(b'-') {
                self.takes(b'+');
            }
            self.digits()?;
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let number = Number(text.into());
        if number.value().is_infinite() {
            self.at = start + usize::from(text.starts_with('-'));
            return fault("the number is too large");
        }
        Ok(number)
    }

    /// Steps over at least one digit.
    fn digits(&mut self) -> Parsed<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            self.expected("expected a digit")
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_value_is_that_of_the_standard_library_or_next_to_it() {
        let zeros = "0".repeat(400);
        for text in [
            "0",
            "-0.0",
            "1",
            "-1.5e2",
            "0.25",
            "1280",
            "65535.0",
            "1.28e3",
            "1712142000000",
            "123456789012345678901234567890",
            "0.1",
            "3.141592653589793",
            "1e308",
            "1.7976931348623157e308",
            "-1.7976931348623157E+308",
            "2.2250738585072014e-308",
            "5e-324",
            "1e-400",
            "1e-9999",
            "1e-99999999999999999999",
            "0e99999999999999999999",
            &format!("0.{zeros}1e400"),
            &format!("1{zeros}e-390"),
        ] {
            let number = Number::of(text);
            let (value, exact) = (number.value(), text.parse::<f64>().unwrap());
            let difference = (value - exact).abs();
            // Each of up to 49 divisions is off by half a digit.
            let off = exact.abs() * (25.0 * f64::EPSILON);
            assert!(
                difference <= off.max(1e-320),
                "{text}: {value}, not {exact}"
            );
        }
        for text in [
            "1e309",
            "-1e400",
            "1.8e308",
            "17976931348624e295",
            "1e99999999999999999999",
            &format!("1{zeros}"),
        ] {
            assert!(Number::of(text).value().is_infinite(), "{text}");
        }
    }
}
