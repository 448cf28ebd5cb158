//! A day of the calendar, and nothing about zones or clocks.

use std::fmt;

/// A day of the proleptic Gregorian calendar; it belongs to no time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, with 0 for 1 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it: `None` for 29 February 2023.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=last)
            .contains(&day)
            .then_some(Date { year, month, day })
    }

    /// Days since 1970-01-01, by Howard Hinnant's `days_from_civil`.
    #[must_use]
    pub fn epoch_days(self) -> i64 {
        // The year begins in March, so that the leap day is its last day.
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let year = year - i64::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
            - 719_468
    }

    /// The day that many days after 1970-01-01; a year that does not fit is clamped.
    #[must_use]
    pub fn from_epoch_days(days: i64) -> Date {
        let days = days.clamp(-700_000_000_000, 700_000_000_000) + 719_468;
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let year = days.div_euclid(146_097) * 400 + year_of_era + i64::from(month >= 10);
        Date {
            year: year as i32,
            month: ((month + 2) % 12 + 1) as u8,
            day: (of_year - (153 * month + 2) / 5 + 1) as u8,
        }
    }
}

/// As RFC 3339 writes it: `2024-04-03`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn knows_the_days_of_the_calendar() {
        for (year, month, day) in [(2024, 2, 29), (2000, 2, 29), (2023, 12, 31), (1600, 4, 30)] {
            assert!(
                Date::new(year, month, day).is_some(),
                "{year}-{month}-{day}"
            );
        }
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2024, 4, 31),
            (2024, 0, 1),
            (2024, 13, 1),
            (2024, 1, 0),
        ] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn counts_days_both_ways() {
        assert_eq!(Date::new(1970, 1, 1).map(Date::epoch_days), Some(0));
        assert_eq!(Date::new(2024, 4, 3).map(Date::epoch_days), Some(19_816));
        let mut before = Date::from_epoch_days(-140_000);
        for days in -139_999..100_000 {
            let date = Date::from_epoch_days(days);
            assert_eq!(Date::new(date.year, date.month, date.day), Some(date));
            assert_eq!(date.epoch_days(), days);
            assert!(before < date);
            before = date;
        }
    }

    #[test]
    fn no_count_of_days_panics() {
        for days in [i64::MIN, -1, i64::MAX] {
            let date = Date::from_epoch_days(days);
            assert!(Date::new(date.year, date.month, date.day).is_some());
        }
        let _ = Date {
            year: i32::MIN,
            month: 1,
            day: 1,
        }
        .epoch_days();
    }
}
