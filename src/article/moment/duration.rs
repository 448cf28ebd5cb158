//! Lengths of time that are the same on every day of the year.

use crate::join::digits;
use serde::{Serialize, Serializer};
use std::fmt::{self, Display, Formatter};

/// The designators in the order in which a duration has to have them, and their milliseconds; the `T` measures nothing.
const UNITS: [(u8, i64); 6] = [
    (b'W', 604_800_000),
    (b'D', 86_400_000),
    (b'T', 0),
    (b'H', 3_600_000),
    (b'M', 60_000),
    (b'S', 1000),
];

/// Reads an ISO 8601 duration, such as `P7D` or `PT1H30M`, into milliseconds.
///
/// Weeks, days, hours, minutes and seconds, each a whole number; `PT0S` is 0.
/// `None` for all else: a year and a month have no fixed length, signs and fractions have no use here, and what does not
/// fit is no duration.
#[must_use]
pub fn parse_duration(text: &str) -> Option<i64> {
    let text = text.trim_ascii().as_bytes().strip_prefix(b"P")?;
    let mut units = UNITS.iter();
    let mut number = None;
    let mut total = 0_i64;
    let mut needs_more = true;
    for byte in text {
        if let b'0'..=b'9' = byte {
            let tens = number.unwrap_or(0_u32).checked_mul(10)?;
            number = Some(tens.checked_add(u32::from(byte - b'0'))?);
            continue;
        }
        // A unit of the time stands after the `T`, and a number belongs to a unit.
        let (unit, length) = units.find(|(unit, _)| unit == byte || *unit == b'T')?;
        needs_more = *unit == b'T';
        if unit != byte || needs_more != number.is_none() {
            return None;
        }
        // So many of all units fit.
        total += i64::from(number.take().unwrap_or(0)) * length;
    }
    (!needs_more && number.is_none()).then_some(total)
}

/// The length of a video or a recording, in whole seconds and never none.
///
/// ```
/// use article_card::article::Duration;
///
/// let length = Duration::parse("PT200S").unwrap();
/// assert_eq!(length.to_string(), "PT3M20S");
/// assert_eq!(length.clock(), "3:20");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    seconds: u32,
}

impl Duration {
    /// Reads what [`parse_duration`] reads, if it is at least a second and less than a hundred hours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let seconds = u32::try_from(parse_duration(text)? / 1000).ok()?;
        Self::of_seconds(seconds)
    }

    /// So many seconds, if there are any and less than a hundred hours of them.
    #[must_use]
    pub const fn of_seconds(seconds: u32) -> Option<Self> {
        match seconds {
            1..360_000 => Some(Self { seconds }),
            _ => None,
        }
    }

    /// Hours, minutes and seconds.
    #[must_use]
    pub const fn parts(self) -> [u32; 3] {
        let minutes = self.seconds / 60;
        [minutes / 60, minutes % 60, self.seconds % 60]
    }

    /// In ISO 8601. A formatter would weigh more.
    pub(crate) fn iso(self) -> String {
        let mut iso = String::from("PT");
        for (number, unit) in self.parts().into_iter().zip(["H", "M", "S"]) {
            if number > 0 {
                iso.push_str(&digits(number.into()));
                iso.push_str(unit);
            }
        }
        iso
    }

    /// As players show it: `3:20`, `1:02:05`.
    #[must_use]
    pub fn clock(self) -> String {
        let [hours, minutes, seconds] = self.parts();
        let mut clock = String::new();
        for (place, number) in [hours, minutes, seconds].into_iter().enumerate() {
            if place > 0 || number > 0 {
                // Only what is below something larger has two digits.
                let has_before = !clock.is_empty();
                clock.push_str(if place == 2 || has_before { ":" } else { "" });
                clock.push_str(if has_before && number < 10 { "0" } else { "" });
                clock.push_str(&digits(number.into()));
            }
        }
        clock
    }
}

/// In ISO 8601, such as `PT3M20S`.
impl Display for Duration {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.iso())
    }
}

impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, parse_duration};

    #[test]
    fn a_length_is_written_as_it_is_read() {
        for (text, clock, iso) in [
            ("PT1S", "0:01", "PT1S"),
            ("PT90S", "1:30", "PT1M30S"),
            ("PT60M", "1:00:00", "PT1H"),
            ("P1DT2M5S", "24:02:05", "PT24H2M5S"),
            ("PT99H59M59S", "99:59:59", "PT99H59M59S"),
        ] {
            let length = Duration::parse(text).unwrap();
            assert_eq!((&*length.clock(), &*length.to_string()), (clock, iso));
            assert_eq!(Duration::parse(iso), Some(length));
        }
        for none in ["PT0S", "PT100H", "PT0.5S", "3:20", ""] {
            assert_eq!(Duration::parse(none), None, "{none}");
        }
    }

    #[test]
    fn reads_what_has_a_fixed_length() {
        for (text, milliseconds) in [
            ("P7D", 604_800_000),
            (" P1W ", 604_800_000),
            ("PT0S", 0),
            ("P0D", 0),
            ("PT36H", 129_600_000),
            ("P1DT2H3M4S", 93_784_000),
            ("P1W2D", 777_600_000),
            ("PT007M", 420_000),
        ] {
            assert_eq!(parse_duration(text), Some(milliseconds), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "7D",
            "P7",
            "PD",
            "P1Y",
            "P1M",
            "P1H",
            "PT1D",
            "PT1S1M",
            "P1D1D",
            "P1DTT1H",
            "PT1HT1M",
            "P-1D",
            "-P1D",
            "+P1D",
            "PT1.5H",
            "p7d",
            "P 7D",
            "P7D x",
            "P９D",
            "P9223372036854775807S",
            "PT9223372036854775807S",
            "PT99999999999999999999S",
            "P9223372036854775D",
        ] {
            assert_eq!(parse_duration(text), None, "{text}");
        }
    }
}
