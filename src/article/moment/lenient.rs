//! The forms of dates that the web writes beside RFC 3339 and that have only one meaning.
//!
//! ISO 8601 in its looser and shorter forms, the dates of mail and HTTP, what Go, Java and JavaScript print, and counts since
//! 1970. What may be read in two ways, such as 01/02/2024 and unlike 01/31/2024, is refused, and so is what only looks like
//! a date.

mod shape;
mod time_of_day;

use super::rfc3339::{self, Rest, TimeOfDay};
use super::{Date, Moment, MomentError};

pub(super) fn parse(text: &str) -> Result<Moment, MomentError> {
    let text = text.trim_ascii();
    let text = text.as_bytes();
    // These are seconds and milliseconds from 2001 to 2286; more or fewer digits may be anything.
    if matches!(text.len(), 10 | 13) && text.iter().all(u8::is_ascii_digit) {
        return count(
            text.iter()
                .fold(0.0, |count, digit| count * 10.0 + f64::from(digit - b'0')),
        );
    }
    let (written, weekday) = match Rest(text).in_numbers() {
        Some(written) => (written, None),
        None => Rest(text).in_words().ok_or(MomentError::Malformed)?,
    };
    let mut date = written.date()?;
    // The first day of 1970 was a Thursday.
    if weekday.is_some_and(|weekday| (date.epoch_days() + 3).rem_euclid(7) != weekday) {
        return Err(MomentError::NoSuchDay);
    }
    let mut time = written.time;
    if let Some(TimeOfDay {
        hour: hour @ 24,
        minute: 0,
        second: None | Some(0),
        millisecond: 0,
        ..
    }) = &mut time
    {
        *hour = 0;
        date = Date::from_epoch_days(date.epoch_days() + 1);
    }
    rfc3339::moment(date, time)
}

/// Seconds or milliseconds since 1970, told apart by their size: each from 1973 on.
pub(super) fn count(count: f64) -> Result<Moment, MomentError> {
    let milliseconds = match count {
        1e8..1e10 => count * 1000.0,
        1e11..1e13 => count,
        _ => return Err(MomentError::Malformed),
    };
    Moment::at_instant(milliseconds as i64, 0)
}

#[cfg(test)]
mod tests {
    use super::{Moment, MomentError, count, parse};

    /// What is written, and the strict text that means the same.
    #[track_caller]
    fn same(pairs: &[(&str, &str)]) {
        for (text, strict) in pairs {
            assert_eq!(parse(text), Moment::parse(strict), "{text}");
            assert!(parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_the_strict_reader_reads_means_the_same() {
        same(&[
            (" 2024-04-03 ", "2024-04-03"),
            ("2024-04-03T10:00:00+01:00", "2024-04-03T10:00:00+01:00"),
            ("2024-04-03 10:00", "2024-04-03T10:00"),
        ]);
    }

    #[test]
    fn looser_and_shorter_forms_of_iso_8601() {
        same(&[
            ("2024-04-03T10:05Z", "2024-04-03T10:05:00Z"),
            ("2024-04-03T10:05+0100", "2024-04-03T10:05:00+01:00"),
            ("2024-04-03T10:05:06-03", "2024-04-03T10:05:06-03:00"),
            ("2024-04-03 10:05:06  +01:00", "2024-04-03T10:05:06+01:00"),
            (
                "2024-04-03T10:05:06\u{2212}05:30",
                "2024-04-03T10:05:06-05:30",
            ),
            ("2024-04-03T10:05:06,75Z", "2024-04-03T10:05:06.750Z"),
            ("20240403", "2024-04-03"),
            ("20240403T100506Z", "2024-04-03T10:05:06Z"),
            ("20240403T1005-0800", "2024-04-03T10:05:00-08:00"),
            ("20240403T10:05:06", "2024-04-03T10:05:06"),
            ("2024-04-03T10z", "2024-04-03T10:00:00Z"),
            ("2024-04-03T24:00:00Z", "2024-04-04T00:00:00Z"),
            ("2024-12-31T24:00", "2025-01-01T00:00"),
            ("2024-4-3 9:05:6", "2024-04-03T09:05:06"),
            ("2024-04-03T10:05:06[Asia/Tokyo]", "2024-04-03T10:05:06"),
            (
                "2024-04-03T10:05:06+09:00[Asia/Tokyo][u-ca=japanese]",
                "2024-04-03T10:05:06+09:00",
            ),
            ("2016-12-31T23:59:60 UTC", "2017-01-01T00:00:00Z"),
        ]);
    }

    #[test]
    fn zones_that_everybody_knows_by_one_name() {
        same(&[
            ("2024-04-03T10:05:06 UTC", "2024-04-03T10:05:06Z"),
            ("2024-04-03T10:05:06PDT", "2024-04-03T10:05:06-07:00"),
            ("2024-04-03 10:05 GMT+01:00", "2024-04-03T10:05:00+01:00"),
        ]);
    }

    #[test]
    fn what_go_prints() {
        let instant = "2024-04-03T10:05:06+02:00";
        same(&[
            ("2024-04-03 10:05:06 +0200 CEST", instant),
            ("2024-04-03 10:05:06 +0000 UTC", "2024-04-03T10:05:06Z"),
            (
                "2024-04-03 10:05:06.75 +0000 UTC",
                "2024-04-03T10:05:06.75Z",
            ),
            (
                "2024-04-03 10:05:06.123456789 +0200 CEST m=+0.000012345",
                "2024-04-03T10:05:06.123+02:00",
            ),
            ("2024-04-03 10:05:06 -0300 -03", "2024-04-03T10:05:06-03:00"),
            (
                "2024-04-03 10:05:06 +0545 +0545",
                "2024-04-03T10:05:06+05:45",
            ),
            ("2024-04-03 10:05:06 +0530 IST", "2024-04-03T10:05:06+05:30"),
        ]);
    }

    #[test]
    fn days_and_months_whose_order_does_not_matter() {
        same(&[
            ("Wed, 07/31/2024 - 17:57", "2024-07-31T17:57"),
            ("Wednesday 7/31/2024", "2024-07-31"),
            ("31/07/2024", "2024-07-31"),
            ("31.7.2024, 17:57:08", "2024-07-31T17:57:08"),
            ("07-31-2024 17:57 UTC", "2024-07-31T17:57:00Z"),
            ("04.04.2024", "2024-04-04"),
        ]);
    }

    #[test]
    fn dates_in_english_words() {
        let instant = "2024-04-03T10:05:06+02:00";
        same(&[
            ("Wed, 03 Apr 2024 10:05:06 +0200", instant),
            ("Wed, 3 Apr 2024 10:05:06 +0200 (CEST)", instant),
            ("Wed Apr 03 10:05:06 CEST 2024", instant),
            (
                "Wed Apr 03 2024 10:05:06 GMT+0200 (Central European Summer Time)",
                instant,
            ),
            ("Wednesday, April 3, 2024, 10:05:06 cest", instant),
            ("Wed, 03 Apr 2024 10:05:06 GMT", "2024-04-03T10:05:06Z"),
            ("03 Apr 2024 10:05 EST", "2024-04-03T10:05:00-05:00"),
            ("Wed Apr  3 10:05:06 2024", "2024-04-03T10:05:06"),
            ("3 April 2024", "2024-04-03"),
            ("Sept 3, 2024", "2024-09-03"),
        ]);
    }

    #[test]
    fn counts_are_told_apart_by_their_size() {
        same(&[
            ("1712138706", "2024-04-03T10:05:06Z"),
            ("1712138706750", "2024-04-03T10:05:06.750Z"),
        ]);
        assert_eq!(count(1_712_138_706.0), parse("1712138706"));
        assert_eq!(count(1_712_138_706_750.5), parse("1712138706750"));
        for neither in [
            0.0,
            -1.0,
            20_240_403.0,
            5e10,
            1e300,
            f64::NAN,
            f64::INFINITY,
        ] {
            assert_eq!(count(neither), Err(MomentError::Malformed), "{neither}");
        }
        assert_eq!(count(9_999_999_999.0), Err(MomentError::OutsideYears));
    }

    #[test]
    fn what_may_be_read_in_two_ways_or_none_is_refused() {
        let malformed = "|now|2024|2024-04|2024-W14-3|2024-094|2024-4-3|03/04/2024|03.04.2024|03-04-2024|\
            2024-04-03Z|2024-04-03+01:00|2024-04-03T10:05:06 01:00|2024-04-03T10:05:06ZZ|\
            2024-04-03T10:05:06+02:00CEST|2024-04-03T10:05:06 IST|2024-04-03T10:05:06 EST-0500|\
            2024-04-03CET10:05:06|2024-04-03T10:05:06:750Z|2024-04-03T10:05:06.Z|2024-04-03T10:5|\
            2024-04-03T4Z|2024-04-03T101|2024-04-03 1005|2024-04-03T10:05:06+1|2024-04-03T10:05:06+01:|\
            2024-04-03T10:05:06Z[|2024-04-03T10:05:06Z[]|2024-04-03T10:05:06Z[!u-ca=japanese]|\
            2024-04-03T10:05:06Z (|2024-04-03T10:05:06Z; and more|12024-04-03T10:05:06Z|171213870|\
            Apr 3|Apr 2024|3 Ap 2024|3 Aprils 2024|3Apr2024|03-Apr-24|Wed, Apr 3 2024 06:15 PM|\
            Wed, 03/04/2024|07/08/2024 - 17:57|31/07/24|31/07.2024|31 07 2024|x31/07/2024|Foo 31/07/2024|31/07/2024x|\
            31/07/2024 -|07/31/2024 5:57 PM|2024/31/07|2024-04-03 10:05:06 +0200 UTC|\
            2024-04-03 10:05:06 UTC UTC|\
            Wed Apr 03 10:05:06 IST 2024|\u{200e}2024-04-03T10:05Z|\u{662}\u{660}\u{662}\u{664}0403";
        let no_such_day = "20240230|2024-02-30T10Z|02/30/2024|31.31.2024|Tue, 07/31/2024|Wed, 31 Apr 2024 10:05:06 GMT|Tue, 03 Apr 2024 10:05:06 GMT";
        let no_such_time = "2024-04-03T24:00:01Z|2024-04-03T24:00:00.1Z|2024-04-03T25Z|\
            3 Apr 2024 10:60|20240403T100560Z|2024-04-03T10:05+2400|2024-04-03T10:05+0160";
        let outside_years =
            "00010101|Mon, 01 Jan 0001 00:00:00 GMT|2200-12-31T24:00:00Z|9999999999999";
        for (texts, error) in [
            (malformed, MomentError::Malformed),
            (no_such_day, MomentError::NoSuchDay),
            (no_such_time, MomentError::NoSuchTime),
            (outside_years, MomentError::OutsideYears),
        ] {
            for text in texts.split('|') {
                assert_eq!(parse(text), Err(error), "{text}");
            }
        }
    }
}
