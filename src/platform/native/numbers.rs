//! Numbers, plurals and lengths of time, as ICU4X words them.

use super::cache::Cache;
use crate::platform::{Measure, Plural, Unit};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::experimental::dimension::units::categorized_formatter::CategorizedFormatter;
use icu::experimental::dimension::units::options::{UnitsFormatterOptions, Width};
use icu::experimental::measure::category::Duration;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};

type UnitFormatter = CategorizedFormatter<Duration>;

thread_local! {
    static RULES: Cache<String, PluralRules> = const { Cache::new() };
    static NUMERALS: Cache<String, DecimalFormatter> = const { Cache::new() };
    static UNITS: Cache<(String, Measure), UnitFormatter> = const { Cache::new() };
}

/// The number alone, or of a unit.
pub(super) fn number(number: u32, measure: Measure, language: &str) -> Option<String> {
    let decimal = Decimal::from(number);
    let (unit, width) = match measure {
        Measure::None => {
            let make =
                || DecimalFormatter::try_new(locale(language)?.into(), Default::default()).ok();
            let numerals = NUMERALS.with(|numerals| numerals.get(language, make))?;
            return Some(numerals.format(&decimal).to_string());
        }
        Measure::Brief(unit) => (unit, Width::Short),
        Measure::Full(unit) => (unit, Width::Long),
    };
    let make = || {
        let unit = match unit {
            Unit::Second => Duration::second(),
            Unit::Minute => Duration::minute(),
            Unit::Hour => Duration::hour(),
        };
        let options = UnitsFormatterOptions::from(width);
        UnitFormatter::try_new_core((&locale(language)?).into(), unit, options).ok()
    };
    let units = UNITS.with(|units| units.get(&(language.to_owned(), measure), make))?;
    Some(units.format_fixed_decimal(&decimal).to_string())
}

/// The plural class of the number.
pub(super) fn plural(number: u32, language: &str) -> Plural {
    let make = || PluralRules::try_new_cardinal(locale(language)?.into()).ok();
    let rules = RULES.with(|rules| rules.get(language, make));
    let class = rules.map(|rules| rules.category_for(number));
    match class {
        Some(PluralCategory::Zero) => Plural::Zero,
        Some(PluralCategory::One) => Plural::One,
        Some(PluralCategory::Two) => Plural::Two,
        Some(PluralCategory::Few) => Plural::Few,
        Some(PluralCategory::Many) => Plural::Many,
        Some(PluralCategory::Other) | None => Plural::Other,
    }
}

fn locale(language: &str) -> Option<Locale> {
    language.parse().ok()
}
