//! The texts of RFC 3339, read byte by byte: first their shape, then whether there is such a time.

use super::{DAY, Date, MINUTE, Moment, MomentError};

pub(super) fn parse(text: &str) -> Result<Moment, MomentError> {
    let written = written(text.as_bytes()).ok_or(MomentError::Malformed)?;
    moment(written.date()?, written.time)
}

/// The moment of a time on a day, if there is such a time.
pub(super) fn moment(date: Date, time: Option<TimeOfDay>) -> Result<Moment, MomentError> {
    let Some(time) = time else {
        return Moment::on_day(date);
    };
    let offset = time.offset.map(Offset::east).transpose()?;
    let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
    let second = time.second.unwrap_or(0);
    let is_leap = |offset: i64| second == 60 && (minutes - offset).rem_euclid(1440) == 1439;
    if time.hour > 23 || time.minute > 59 || (second > 59 && !offset.is_some_and(is_leap)) {
        return Err(MomentError::NoSuchTime);
    }
    let of_day = minutes * MINUTE + i64::from(second) * 1000 + i64::from(time.millisecond);
    match offset {
        None => Moment::without_zone(date, of_day, time.second.is_some()),
        Some(offset) => Moment::at_instant(
            date.epoch_days() * DAY + of_day - offset * MINUTE,
            offset as i16,
        ),
    }
}

/// The parts of a written moment; a number of two digits is 0 to 99 here.
pub(super) struct Written {
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) time: Option<TimeOfDay>,
}

impl Written {
    pub(super) fn date(&self) -> Result<Date, MomentError> {
        let date = Date::new(i32::from(self.year), self.month, self.day);
        date.ok_or(MomentError::NoSuchDay)
    }
}

/// The part after the `T`.
pub(super) struct TimeOfDay {
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// In RFC 3339 only a time without an offset may leave it out.
    pub(super) second: Option<u8>,
    pub(super) millisecond: u16,
    pub(super) offset: Option<Offset>,
}

pub(super) struct Offset {
    pub(super) is_west: bool,
    pub(super) hours: u8,
    pub(super) minutes: u8,
}

impl Offset {
    /// Minutes east of UTC.
    fn east(self) -> Result<i64, MomentError> {
        let minutes = i64::from(self.hours) * 60 + i64::from(self.minutes);
        match self {
            Offset { hours: 24.., .. } | Offset { minutes: 60.., .. } => {
                Err(MomentError::NoSuchTime)
            }
            Offset { is_west: true, .. } => Ok(-minutes),
            Offset { is_west: false, .. } => Ok(minutes),
        }
    }
}

/// Reads `full-date` or `date-time` of RFC 3339 section 5.6, the latter with `T`, `t` or a space, and with or without an
/// offset. `None` for every other shape.
fn written(text: &[u8]) -> Option<Written> {
    let mut rest = Rest(text);
    let year = rest.year()?;
    rest.one_of(b"-")?;
    let month = rest.pair()?;
    rest.one_of(b"-")?;
    let day = rest.pair()?;
    let time = if rest.0.is_empty() {
        None
    } else {
        Some(rest.time()?)
    };
    Some(Written {
        year,
        month,
        day,
        time,
    })
}

/// What is not read yet.
pub(super) struct Rest<'a>(pub(super) &'a [u8]);

impl Rest<'_> {
    fn time(&mut self) -> Option<TimeOfDay> {
        self.one_of(b"Tt ")?;
        let hour = self.pair()?;
        self.one_of(b":")?;
        let minute = self.pair()?;
        let (mut second, mut millisecond) = (None, 0);
        if self.one_of(b":").is_some() {
            second = Some(self.pair()?);
            if self.one_of(b".").is_some() {
                millisecond = self.fraction()?;
            }
        }
        let offset = self.offset()?;
        let is_whole = self.0.is_empty() && (second.is_some() || offset.is_none());
        is_whole.then_some(TimeOfDay {
            hour,
            minute,
            second,
            millisecond,
            offset,
        })
    }

    /// `Some(None)` where there is none.
    fn offset(&mut self) -> Option<Option<Offset>> {
        let (hours, minutes, sign) = match self.one_of(b"Zz+-") {
            None => return Some(None),
            Some(sign @ (b'+' | b'-')) => {
                let hours = self.pair()?;
                self.one_of(b":")?;
                (hours, self.pair()?, sign)
            }
            Some(zulu) => (0, 0, zulu),
        };
        Some(Some(Offset {
            is_west: sign == b'-',
            hours,
            minutes,
        }))
    }

    pub(super) fn year(&mut self) -> Option<u16> {
        Some(u16::from(self.pair()?) * 100 + u16::from(self.pair()?))
    }

    /// The milliseconds of a fraction of any length.
    pub(super) fn fraction(&mut self) -> Option<u16> {
        let mut millisecond = u16::from(self.digit()?) * 100;
        for weight in [10, 1] {
            millisecond += self.digit().map_or(0, |digit| u16::from(digit) * weight);
        }
        while self.digit().is_some() {}
        Some(millisecond)
    }

    pub(super) fn pair(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }

    pub(super) fn digit(&mut self) -> Option<u8> {
        Some(self.one_of(b"0123456789")? - b'0')
    }

    pub(super) fn one_of(&mut self, wanted: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        wanted.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::When;
    use super::{Date, MomentError, parse};

    /// Reads a text, also once more from the machine text that came of it.
    #[track_caller]
    fn same(text: &str, machine: &str) {
        let moment = parse(text).unwrap();
        assert_eq!(&**moment.machine(), machine);
        assert_eq!(parse(machine), Ok(moment));
    }

    #[test]
    fn instants_keep_their_offset() {
        same("2024-04-03T10:00:00+01:00", "2024-04-03T10:00:00+01:00");
        same("2024-04-03T10:00:00.5Z", "2024-04-03T10:00:00.500Z");
        same("2024-04-03t10:00:00.0009z", "2024-04-03T10:00:00Z");
        same("2024-04-03 10:00:00-00:00", "2024-04-03T10:00:00Z");
        same(
            "2024-04-03T10:00:00.12399999999999999999Z",
            "2024-04-03T10:00:00.123Z",
        );
        same("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z");
        same("2016-12-31T15:59:60-08:00", "2016-12-31T16:00:00-08:00");
        for (text, epoch_ms, offset_minutes) in [
            ("2024-04-03T10:00:00+01:00", 1_712_134_800_000, 60),
            ("2024-04-03T10:00:00.123-05:30", 1_712_158_200_123, -330),
            ("1969-12-31T23:59:59.999Z", -1, 0),
        ] {
            let instant = When::Instant {
                epoch_ms,
                offset_minutes,
            };
            assert_eq!(parse(text).unwrap().when(), instant);
        }
    }

    #[test]
    fn without_a_zone_only_the_day_is_certain() {
        same("2024-04-03 23:59", "2024-04-03T23:59");
        same("2024-04-03T00:00:00.5000", "2024-04-03T00:00:00.500");
        let day = When::Day(Date::new(2024, 4, 3).unwrap());
        for text in ["2024-04-03", "2024-04-03T00:00", "2024-04-03T23:59:59.999"] {
            assert_eq!(parse(text).unwrap().when(), day);
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let malformed = "|now|2024|2024-04|20240403|2024-4-3|+2024-04-03|2024-04-03Z|2024-04-03T|\
            2024-04-03T10|2024-04-03T10:00Z|2024-04-03T10:00:00.Z|2024-04-03T10:00:00+0100|\
            2024-04-03T10:00:00 Z|2024-04-03T10:00:00ZZ|\u{662}\u{660}\u{662}\u{664}-04-03";
        let no_such_day = "2024-02-30|0000-00-00|2023-02-29T10:00:00Z";
        let no_such_time = "2024-04-03T24:00:00Z|2024-04-03T10:60|2024-04-03T10:00:00+24:00|\
            2024-04-03T10:00:00-01:60|2024-04-03T10:00:60Z|2016-12-31T23:59:60|\
            2016-12-31T23:59:60+01:00|2016-12-31T23:59:61Z";
        let outside_years = "0001-01-01|1599-12-31T23:59:59Z|2201-01-01|2200-12-31T23:59:60Z";
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
