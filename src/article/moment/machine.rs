//! The text for the `datetime` attribute of HTML's `<time>`.
//!
//! Written digit by digit, because the formatting of the standard library would weigh more in the WebAssembly than all that
//! is known here about time. Years have four digits; what is beyond them is refused by the caller.

use super::{Date, MINUTE};

/// A [valid date string](https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#valid-date-string).
pub(super) fn day(date: Date) -> String {
    let mut text = String::with_capacity(32);
    digits(&mut text, date.year.into(), 4);
    text.push('-');
    digits(&mut text, date.month.into(), 2);
    text.push('-');
    digits(&mut text, date.day.into(), 2);
    text
}

/// A valid local date and time string, from milliseconds of the day; those below a second only if there are some.
pub(super) fn local(date: Date, of_day: i64, with_seconds: bool) -> String {
    let mut text = day(date);
    text.push('T');
    time(&mut text, of_day / MINUTE);
    if with_seconds {
        text.push(':');
        digits(&mut text, of_day / 1000 % 60, 2);
    }
    if of_day % 1000 != 0 {
        text.push('.');
        digits(&mut text, of_day % 1000, 3);
    }
    text
}

/// A valid global date and time string, from the day and the milliseconds of the day at that offset from UTC.
///
/// HTML has no `-00:00`, by which RFC 3339 says that the local offset is unknown: it is `Z`.
pub(super) fn global(date: Date, of_day: i64, offset_minutes: i16) -> String {
    let mut text = local(date, of_day, true);
    if offset_minutes == 0 {
        text.push('Z');
    } else {
        text.push(if offset_minutes < 0 { '-' } else { '+' });
        time(&mut text, offset_minutes.unsigned_abs().into());
    }
    text
}

fn time(text: &mut String, minutes: i64) {
    digits(text, minutes / 60, 2);
    text.push(':');
    digits(text, minutes % 60, 2);
}

fn digits(text: &mut String, number: i64, count: u32) {
    for place in (0..count).rev() {
        let digit = (number / 10_i64.pow(place)).rem_euclid(10);
        text.push(char::from(b'0' + digit as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, day, global, local};

    #[test]
    fn writes_what_html_calls_valid() {
        let date = Date::new(1600, 1, 9).unwrap();
        assert_eq!(day(date), "1600-01-09");
        assert_eq!(local(date, 0, false), "1600-01-09T00:00");
        assert_eq!(local(date, 86_399_000, true), "1600-01-09T23:59:59");
        assert_eq!(global(date, 1, 0), "1600-01-09T00:00:00.001Z");
        assert_eq!(global(date, 61_000, 345), "1600-01-09T00:01:01+05:45");
        assert_eq!(global(date, 61_000, -1439), "1600-01-09T00:01:01-23:59");
    }

    #[test]
    fn no_year_panics() {
        for year in [i32::MIN, -1, i32::MAX] {
            let _ = day(Date {
                year,
                month: 1,
                day: 1,
            });
        }
    }
}
