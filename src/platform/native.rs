//! The clock and the dates of a native process: ICU4X words them, jiff knows the time zones.
//!
//! Both carry their data with them, CLDR and the IANA Time Zone Database, so nothing that is written depends on the
//! machine: not on its language, not on its zone, not on its `tzdata`.

mod cache;
mod numbers;

use super::{Measure, Platform, Plural, Zone};
use crate::article::Date;
use cache::Cache;
use icu::datetime::fieldsets::{Combo, M, YMD, YMDT, zone::SpecificShort};
use icu::datetime::input::{Date as Day, DateTime, TimeZone, UtcOffset, ZonedDateTime};
use icu::datetime::{DateTimeFormatter, FixedCalendarDateTimeFormatter};
use icu::locale::{Locale, LocaleCanonicalizer};
use jiff::{Timestamp, tz::TimeZoneDatabase};
use std::fmt::Display;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

/// April in CLDR's root, which speaks no language.
const ROOT_MONTH: &str = "M04";

thread_local! {
    static WORDINGS: Cache<String, Option<Wording>> = const { Cache::new() };
    static NAMED_ZONES: Cache<String, NamedZone> = const { Cache::new() };
}

/// How dates are written in a language.
struct Wording {
    date: DateTimeFormatter<YMD>,
    instant: DateTimeFormatter<Combo<YMDT, SpecificShort>>,
    /// What was written last: related stories stand on many cards.
    dates: Cache<Date, String>,
    instants: Cache<(i64, TimeZone, i32), String>,
}

/// A zone by its IANA name.
struct NamedZone {
    rules: jiff::tz::TimeZone,
    name: TimeZone,
}

/// A native process, with what it takes for the present time.
#[derive(Clone, Debug)]
pub struct Native {
    now: i64,
    zones: TimeZoneDatabase,
}

impl Native {
    /// At that time, in milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn at(now: i64) -> Native {
        let zones = TimeZoneDatabase::bundled();
        Native { now, zones }
    }

    /// At the time of the system's clock; it does not go on.
    #[must_use]
    pub fn system() -> Native {
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Native::at(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
    }
}

impl Platform for Native {
    fn now(&self) -> i64 {
        self.now
    }

    /// In the calendar and the numerals of the language and its region, as `Intl` writes `dateStyle: "long"`.
    fn date(&self, date: Date, language: &str) -> Option<String> {
        let day = Day::try_new_iso(date.year, date.month, date.day).ok()?;
        let wording = Wording::of(language)?;
        let wording = wording.as_ref().as_ref()?;
        let write = || Some(as_browsers_write(wording.date.format(&day)));
        wording.dates.get(&date, write).map(|text| text.to_string())
    }

    /// With the zone's short name where the language has one ("BST" in British English), else its offset ("GMT+1").
    fn instant(&self, epoch_ms: i64, zone: Zone<'_>, language: &str) -> Option<String> {
        let (name, seconds) = match zone {
            Zone::Reader | Zone::Offset(0) => (TimeZone::from_iana_id("UTC"), 0),
            Zone::Offset(minutes) => (TimeZone::UNKNOWN, i32::from(minutes) * 60),
            Zone::Named(name) => {
                let zone = self.zone(name)?;
                let instant = Timestamp::from_millisecond(epoch_ms).ok()?;
                (zone.name, zone.rules.to_offset(instant).seconds())
            }
        };
        let offset = UtcOffset::try_from_seconds(seconds).ok()?;
        let ZonedDateTime { date, time, .. } =
            ZonedDateTime::from_epoch_milliseconds_and_utc_offset(epoch_ms, offset);
        let zone = name
            .with_offset(Some(offset))
            .at_date_time(DateTime { date, time });
        let wording = Wording::of(language)?;
        let wording = wording.as_ref().as_ref()?;
        let write = || {
            let text = wording.instant.format(&ZonedDateTime { date, time, zone });
            Some(as_browsers_write(text))
        };
        let text = wording.instants.get(&(epoch_ms, name, seconds), write)?;
        Some(text.to_string())
    }

    fn number(&self, number: u32, measure: Measure, language: &str) -> Option<String> {
        numbers::number(number, measure, language)
    }

    fn plural(&self, number: u32, language: &str) -> Plural {
        numbers::plural(number, language)
    }

    fn knows(&self, zone: Zone<'_>) -> bool {
        match zone {
            Zone::Named(name) => self.zone(name).is_some(),
            Zone::Reader | Zone::Offset(_) => true,
        }
    }
}

impl Native {
    fn zone(&self, name: &str) -> Option<Rc<NamedZone>> {
        let find = || {
            let rules = self.zones.get(name).ok()?;
            // The database also has zones that are no place, such as `Factory`; `Intl` refuses them.
            let name = Some(TimeZone::from_iana_id(name)).filter(|zone| !zone.is_unknown())?;
            Some(NamedZone { rules, name })
        };
        NAMED_ZONES.with(|zones| zones.get(name, find))
    }
}

impl Wording {
    /// Cached, because making one takes longer than drawing a card, and finding none as long.
    fn of(language: &str) -> Option<Rc<Option<Wording>>> {
        let make = || {
            let locale = &spoken(language)?;
            let fields = YMD::long().with_time_hm().with_zone(SpecificShort);
            Some(Wording {
                date: DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?,
                instant: DateTimeFormatter::try_new(locale.into(), fields).ok()?,
                dates: Cache::new(),
                instants: Cache::new(),
            })
        };
        WORDINGS.with(|wordings| wordings.get(language, || Some(make())))
    }
}

/// The language as CLDR names it, if CLDR has months for it: in all others it would write in its root's numbers.
fn spoken(language: &str) -> Option<Locale> {
    let mut locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    // `iw` is `he`, and more of that kind, as `Intl` replaces them.
    LocaleCanonicalizer::new_common().canonicalize(&mut locale);
    month(&locale)
        .is_some_and(|month| month != ROOT_MONTH)
        .then_some(locale)
}

fn month(locale: &Locale) -> Option<String> {
    let april = Day::try_new_gregorian(2024, 4, 1).ok()?;
    let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), M::long()).ok()?;
    Some(formatter.format(&april).to_string())
}

/// Browsers write a space for CLDR's narrow no-break space, which broke too many pages that parsed their dates.
fn as_browsers_write(formatted: impl Display) -> String {
    formatted.to_string().replace('\u{202F}', " ")
}

#[cfg(test)]
mod tests {
    use super::{Date, Native, Platform, Zone};

    /// 2024-01-03T22:30:00Z, and half a year later.
    const WINTER: i64 = 1_704_321_000_000;
    const SUMMER: i64 = WINTER + 182 * 86_400_000;

    #[track_caller]
    fn instant(epoch_ms: i64, zone: Zone<'_>, language: &str, expected: &str) {
        let text = Native::at(0).instant(epoch_ms, zone, language);
        assert_eq!(text.as_deref(), Some(expected));
    }

    #[test]
    fn a_zone_has_its_summer_and_its_name_where_the_language_knows_one() {
        let (london, kolkata) = (Zone::Named("Europe/London"), Zone::Named("asia/kolkata"));
        instant(WINTER, london, "en-GB", "3 January 2024 at 22:30 GMT");
        instant(SUMMER, london, "en-GB", "3 July 2024 at 23:30 BST");
        instant(SUMMER, london, "en", "July 3, 2024 at 11:30 PM GMT+1");
        instant(SUMMER, london, "de", "3. Juli 2024 um 23:30 GMT+1");
        instant(WINTER, kolkata, "en-GB", "4 January 2024 at 04:00 GMT+5:30");
        instant(WINTER, kolkata, "ja", "2024年1月4日 4:00 GMT+5:30");
    }

    #[test]
    fn an_offset_says_itself() {
        let offset = Zone::Offset;
        instant(
            WINTER,
            offset(180),
            "en-GB",
            "4 January 2024 at 01:30 GMT+3",
        );
        instant(
            WINTER,
            offset(-570),
            "en-GB",
            "3 January 2024 at 13:00 GMT-9:30",
        );
        instant(WINTER, offset(60), "fr", "3 janvier 2024 à 23:30 UTC+1");
        for utc in [offset(0), Zone::Reader, Zone::Named("UTC")] {
            instant(WINTER, utc, "en-GB", "3 January 2024 at 22:30 UTC");
        }
    }

    #[test]
    fn an_unknown_zone_is_none() {
        for name in [
            "Europe/Atlantis",
            "",
            "Factory",
            "+01:00",
            "../etc/passwd",
            "Etc/Unknown",
        ] {
            assert_eq!(
                Native::at(0).instant(WINTER, Zone::Named(name), "en"),
                None,
                "{name}"
            );
        }
    }

    #[track_caller]
    fn date(year: i32, month: u8, day: u8, language: &str) -> String {
        let date = Date::new(year, month, day).unwrap();
        Native::at(0).date(date, language).unwrap()
    }

    #[test]
    fn a_date_is_in_the_calendar_and_numerals_of_its_language() {
        for (language, expected) in [
            ("en", "April 3, 2024"),
            ("en-GB", "3 April 2024"),
            ("ar", "3 أبريل 2024"),
            ("ar-EG", "٣ أبريل ٢٠٢٤"),
            ("fa", "۱۵ فروردین ۱۴۰۳"),
            ("he", "3 באפריל 2024"),
            ("iw", "3 באפריל 2024"),
            ("th", "3 เมษายน 2567"),
            ("ru", "3 апреля 2024 г."),
            ("zh-Hant-TW", "2024年4月3日"),
        ] {
            assert_eq!(date(2024, 4, 3, language), expected);
        }
    }

    #[test]
    fn there_are_no_words_in_a_language_without_months() {
        let (native, day) = (Native::at(0), Date::new(2024, 4, 3).unwrap());
        for language in ["und", "xx", "dv", "kr", "", "no tag"] {
            assert_eq!(native.date(day, language), None, "{language}");
            assert_eq!(native.instant(WINTER, Zone::Reader, language), None);
        }
    }

    #[test]
    fn a_date_stays_that_day_in_every_year() {
        for year in 1600..=2200 {
            assert_eq!(date(year, 1, 1, "de"), format!("1. Januar {year}"));
            assert_eq!(date(year, 12, 31, "de"), format!("31. Dezember {year}"));
        }
    }

    #[test]
    fn a_language_reads_the_same_after_many_others() {
        for _ in 0..2 {
            for first in 'a'..='z' {
                for last in 'a'..='z' {
                    let day = Date::new(2024, 4, 3).unwrap();
                    Native::at(0).date(day, &String::from_iter([first, last]));
                }
            }
            assert_eq!(date(2024, 4, 3, "de"), "3. April 2024");
            assert_eq!(date(2024, 4, 3, "de-AT"), "3. April 2024");
            assert_eq!(date(2024, 4, 3, "fr"), "3 avril 2024");
        }
    }

    #[test]
    fn nothing_far_away_panics() {
        let native = Native::at(0);
        for epoch_ms in [i64::MIN, i64::MAX, -11_676_096_000_000] {
            for zone in [
                Zone::Reader,
                Zone::Offset(i16::MIN),
                Zone::Named("Europe/London"),
            ] {
                let _ = native.instant(epoch_ms, zone, "fa");
            }
        }
        assert_eq!(
            native.date(
                Date {
                    year: 2024,
                    month: 2,
                    day: 30
                },
                "en"
            ),
            None
        );
        assert!(Native::system().now() > SUMMER);
    }
}
