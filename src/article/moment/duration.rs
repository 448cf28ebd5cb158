//! Lengths of time that are the same on every day of the year.

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
    let mut rest = text.trim_ascii().as_bytes().strip_prefix(b"P")?;
    let mut units = UNITS.as_slice();
    let mut total = 0_i64;
    let mut needs_more = true;
    while !rest.is_empty() {
        let mut number = None;
        while let Some((digit @ b'0'..=b'9', after)) = rest.split_first() {
            number = Some(
                number
                    .unwrap_or(0_i64)
                    .checked_mul(10)?
                    .checked_add(i64::from(digit - b'0'))?,
            );
            rest = after;
        }
        let (designator, after) = rest.split_first()?;
        rest = after;
        let place = units.iter().position(|(unit, _)| unit == designator)?;
        let (skipped, from) = units.split_at_checked(place)?;
        let ((_, length), remaining) = from.split_first()?;
        units = remaining;
        let is_time_mark = *length == 0;
        // A number belongs to a unit, and a unit of the time stands after the `T`.
        if is_time_mark != number.is_none() || skipped.iter().any(|(unit, _)| *unit == b'T') {
            return None;
        }
        total = total.checked_add(number.unwrap_or(0).checked_mul(*length)?)?;
        needs_more = is_time_mark;
    }
    (!needs_more).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::parse_duration;

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
