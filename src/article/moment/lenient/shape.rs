//! The shapes of dates: in numbers, and in English words.

use super::super::rfc3339::{Rest, Written};

const MONTHS: &str =
    "january february march april may june july august september october november december";
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

impl<'a> Rest<'a> {
    /// RFC 3339 and ISO 8601: `2024-04-03`, `20240403`, `2024-04-03T10Z`, `20240403T100000+0100`; also with numbers that are
    /// not padded.
    pub(super) fn in_numbers(&mut self) -> Option<Written> {
        let is_padded = self.0.len() == "2024-04-03".len();
        let year = self.year()?;
        let is_basic = self.one_of(b"-").is_none();
        let (month, day) = if is_basic {
            (self.pair()?, self.pair()?)
        } else {
            let month = self.short()?;
            self.one_of(b"-")?;
            (month, self.short()?)
        };
        let time = if self.0.is_empty() {
            // `2024-4-3` may be the number of an issue. With a time after it, it is a date.
            (is_basic || is_padded).then_some(None)
        } else {
            let is_iso = self.one_of(b"Tt").is_some();
            if !is_iso {
                self.one_of(b" ")?;
            }
            let time = self.loose_time(is_iso)?;
            self.ends().then_some(Some(time))
        }?;
        Some(Written {
            year,
            month,
            day,
            time,
        })
    }

    /// English words in the order of a mail, `Wed, 03 Apr 2024 10:00:00 GMT`, of JavaScript, `Wed Apr 03 2024 10:00:00
    /// GMT+0100 (…)`, or of Java, `Wed Apr 03 10:00:00 CEST 2024`; or numbers before the year, `Wed, 07/31/2024 - 17:57`, whose
    /// order does not matter. With the day of the week, from Monday, if it is there.
    pub(super) fn in_words(&mut self) -> Option<(Written, Option<i64>)> {
        let mut word = self.word();
        let weekday = place_in(WEEKDAYS, word);
        if weekday.is_some() {
            self.gap()?;
            word = self.word();
        }
        let (month, day) = if word.is_empty() {
            let first = self.short()?;
            if let Some(sign) = self.one_of(b"/.-") {
                let second = self.short()?;
                self.one_of(&[sign])?;
                let (month, day) = (first.min(second), first.max(second));
                // One of the two is no month, or both are the same.
                (day > 12 || day == month).then_some((month, day))?
            } else {
                self.gap()?;
                let month = place_in(MONTHS, self.word())?;
                self.gap()?;
                (month as u8 + 1, first)
            }
        } else {
            self.gap()?;
            let date = (place_in(MONTHS, word)? as u8 + 1, self.short()?);
            self.gap()?;
            date
        };
        let (year, time) = if matches!(self.0, [_, b':', ..] | [_, _, b':', ..]) {
            let time = self.loose_time(false)?;
            self.gap()?;
            (self.year()?, Some(time))
        } else {
            let year = self.year()?;
            let time = match self.gap() {
                Some(()) => {
                    if self.one_of(b"-").is_some() {
                        self.gap()?;
                    }
                    Some(self.loose_time(false)?)
                }
                None => None,
            };
            (year, time)
        };
        let written = Written {
            year,
            month,
            day,
            time,
        };
        self.ends().then_some((written, weekday))
    }
}

/// The place of a name, or of its three first letters or more, in a list.
fn place_in(names: &str, name: &[u8]) -> Option<i64> {
    let mut places = 0..;
    names.split(' ').find_map(|whole| {
        let place = places.next()?;
        let start = whole.as_bytes().get(..name.len())?;
        (name.len() >= 3 && start.eq_ignore_ascii_case(name)).then_some(place)
    })
}
