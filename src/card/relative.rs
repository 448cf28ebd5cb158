//! "2 hours ago": when an instant is told relatively, in which unit, and until when that stays true.
//!
//! The words are Intl's; this module only counts. It rounds down, so that nothing is older than it says.

use crate::platform::Unit;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// How far a clock may run ahead before an instant is told absolutely.
const SKEW: i64 = 5 * MINUTE;

/// An instant, seen from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relative {
    /// How many units ago, never negative; 0 seconds is "now". `None` where the full date is to be shown.
    pub age: Option<(i64, Unit)>,
    /// When this has to be asked again, in milliseconds since 1970; `None` if it stays as it is.
    pub until: Option<i64>,
}

/// How an instant is told now; all in milliseconds, `limit` is the age from which the full date is shown.
pub const fn at(now: i64, instant: i64, limit: i64) -> Relative {
    let age = now - instant;
    if limit <= 0 || age >= limit {
        return Relative {
            age: None,
            until: None,
        };
    }
    if age < -SKEW {
        return Relative {
            age: None,
            until: Some(instant - SKEW),
        };
    }
    let (unit, length) = match age {
        ..MINUTE => (Unit::Second, MINUTE),
        MINUTE..HOUR => (Unit::Minute, MINUTE),
        HOUR..DAY => (Unit::Hour, HOUR),
        _ => (Unit::Day, DAY),
    };
    let count = if age < MINUTE { 0 } else { age / length };
    let next = (count + 1) * length;
    Relative {
        age: Some((count, unit)),
        until: Some(instant + if next < limit { next } else { limit }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn told(age: i64, expected: Option<(i64, Unit)>, until_age: Option<i64>) {
        const INSTANT: i64 = 1_700_000_000_000;
        let expected = Relative {
            age: expected,
            until: until_age.map(|age| INSTANT + age),
        };
        assert_eq!(at(INSTANT + age, INSTANT, 7 * DAY), expected);
    }

    #[test]
    fn the_unit_grows_with_the_age() {
        told(0, Some((0, Unit::Second)), Some(MINUTE));
        told(MINUTE - 1, Some((0, Unit::Second)), Some(MINUTE));
        told(MINUTE, Some((1, Unit::Minute)), Some(2 * MINUTE));
        told(HOUR - 1, Some((59, Unit::Minute)), Some(HOUR));
        told(HOUR, Some((1, Unit::Hour)), Some(2 * HOUR));
        told(DAY - 1, Some((23, Unit::Hour)), Some(DAY));
        told(DAY, Some((1, Unit::Day)), Some(2 * DAY));
        told(7 * DAY - 1, Some((6, Unit::Day)), Some(7 * DAY));
    }

    #[test]
    fn the_full_date_is_shown_when_it_is_old_or_in_the_future() {
        told(7 * DAY, None, None);
        told(-5 * MINUTE, Some((0, Unit::Second)), Some(MINUTE));
        told(-5 * MINUTE - 1, None, Some(-5 * MINUTE));
    }

    #[test]
    fn the_limit_cuts_a_unit_short_and_zero_means_never() {
        assert_eq!(
            at(0, -HOUR, 90 * MINUTE),
            Relative {
                age: Some((1, Unit::Hour)),
                until: Some(30 * MINUTE)
            }
        );
        assert_eq!(
            at(0, 0, 0),
            Relative {
                age: None,
                until: None
            }
        );
    }
}
