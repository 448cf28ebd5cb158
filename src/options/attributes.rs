//! The attributes of the element, each in one table: its name, what it sets, what is written for it, what it takes.

use super::{Layout, Options, Part, Target, Theme, TimeZone};
use crate::article::{Direction, Language, is_zone_name, parse_duration};
use crate::join::join;
use crate::platform::{Platform, Zone};
use crate::report::{Code, Path, Reason, Report};
use crate::words::{expected, words};
use std::borrow::Cow;

words! {
    /// An attribute of the element that says how its card is drawn.
    pub enum Attribute {
        /// [`Options::layout`].
        Layout = "layout",
        /// [`Options::theme`].
        Theme = "theme",
        /// [`Options::heading_level`].
        HeadingLevel = "heading-level",
        /// [`Options::language`].
        Lang = "lang",
        /// [`Options::direction`].
        Dir = "dir",
        /// [`Options::target`].
        Target = "target",
        /// [`Options::time_zone`].
        TimeZone = "time-zone",
        /// [`Options::relative_until`].
        RelativeUntil = "relative-until",
        /// [`Options::link_params`].
        LinkParams = "link-params",
        /// [`Options::is_eager`].
        Loading = "loading",
        /// [`Options::hide`].
        Hide = "hide",
    }
}

/// The levels that a headline may have, from 2 on.
const LEVELS: [&str; 5] = ["2", "3", "4", "5", "6"];
/// When pictures are fetched, the default first.
const LOADING: [&str; 2] = ["lazy", "eager"];
/// The clocks that have no name of a zone, the default first.
const ZONES: [&str; 2] = ["publisher", "reader"];

impl Attribute {
    /// Sets what the value says; false if it is not understood.
    pub(crate) fn set(self, options: &mut Options, value: &str) -> bool {
        match self {
            Self::Layout => put(&mut options.layout, Layout::of(value)),
            Self::Theme => put(&mut options.theme, Theme::of(value)),
            Self::HeadingLevel => {
                let level = (2..).zip(LEVELS).find(|(_, digit)| *digit == value);
                put(&mut options.heading_level, level.map(|(level, _)| level))
            }
            Self::Lang => {
                options.language = Language::parse(value);
                options.language.is_some()
            }
            Self::Dir => {
                options.direction = Direction::of(value);
                // Which leaves the choice to the language.
                options.direction.is_some() || value == "auto"
            }
            Self::Target => put(&mut options.target, Target::of(value)),
            Self::TimeZone => {
                let zone = match value {
                    "publisher" => Some(TimeZone::Publisher),
                    "reader" => Some(TimeZone::Reader),
                    name => is_zone_name(name).then(|| TimeZone::Named(name.into())),
                };
                put(&mut options.time_zone, zone)
            }
            Self::RelativeUntil => put(&mut options.relative_until, parse_duration(value)),
            Self::LinkParams => {
                // What leads into a page is no query, and no link would get it.
                let is_query = !value.contains('#');
                put(&mut options.link_params, is_query.then(|| value.into()))
            }
            Self::Loading => {
                let is_eager = LOADING.iter().position(|word| *word == value);
                put(&mut options.is_eager, is_eager.map(|index| index == 1))
            }
            // One name at a time.
            Self::Hide => {
                // A search in the table weighs less than a comparison with each word.
                let place = Part::WORDS.iter().position(|word| *word == value);
                let part = place.and_then(|place| Part::ALL.get(place));
                let with = part.map(|part| options.hide.with(*part));
                put(&mut options.hide, with)
            }
        }
    }

    /// The value that says what the options hold; empty where nothing has to be said.
    fn value(self, options: &Options) -> Cow<'_, str> {
        match self {
            Self::Layout => options.layout.as_str().into(),
            Self::Theme => options.theme.as_str().into(),
            Self::HeadingLevel => options.heading_level.to_string().into(),
            Self::Lang => match &options.language {
                Some(language) => language.as_str().into(),
                None => "".into(),
            },
            Self::Dir => options.direction.map_or("", Direction::as_str).into(),
            Self::Target => options.target.as_str().into(),
            Self::TimeZone => match &options.time_zone {
                TimeZone::Publisher => "publisher".into(),
                TimeZone::Reader => "reader".into(),
                TimeZone::Named(name) => (&**name).into(),
            },
            Self::RelativeUntil => {
                let seconds = (options.relative_until / 1000).to_string();
                join(&["PT", &seconds, "S"]).into()
            }
            Self::LinkParams => (&*options.link_params).into(),
            Self::Loading => LOADING
                .get(usize::from(options.is_eager))
                .copied()
                .unwrap_or_default()
                .into(),
            Self::Hide => {
                let names: Vec<&str> = options.hide.iter().map(Part::as_str).collect();
                names.join(" ").into()
            }
        }
    }

    /// The words that it takes, the default first; none if it takes more than words.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Layout => Layout::WORDS.to_vec(),
            Self::Theme => Theme::WORDS.to_vec(),
            Self::HeadingLevel => LEVELS.to_vec(),
            Self::Dir => {
                let words = Direction::WORDS.into_iter();
                words.chain(["auto"]).collect()
            }
            Self::Target => Target::WORDS.to_vec(),
            Self::Loading => LOADING.to_vec(),
            Self::Hide => Part::WORDS.to_vec(),
            Self::Lang | Self::TimeZone | Self::RelativeUntil | Self::LinkParams => Vec::new(),
        }
    }

    /// Whether the element would understand the value, and every word of it; for those who write attributes and can put them
    /// right at once. Of an attribute whose default is not nothing an empty value is no value.
    ///
    /// # Errors
    ///
    /// What it takes: [`Attribute::expected`].
    ///
    /// ```
    /// # #[cfg(feature = "prerender")] {
    /// use article_card::options::Attribute;
    /// use article_card::platform::Native;
    ///
    /// assert!(Attribute::Layout.check("hero", &Native::at(0)).is_ok());
    /// let wrong = Attribute::TimeZone.check("Europe/Atlantis", &Native::at(0));
    /// assert!(wrong.is_err_and(|expected| expected.contains("Europe/London")));
    /// # }
    /// ```
    pub fn check(self, value: &str, platform: &impl Platform) -> Result<(), String> {
        let mut report = Report::default();
        let own = |asked| (asked == self).then(|| value.to_owned());
        let options = Options::from_attributes(&own, None, &mut report);
        let may_be_empty = matches!(self, Self::LinkParams | Self::Hide);
        let is_said = may_be_empty || !value.trim().is_empty();
        // A name may look like a zone's and be none.
        let is_zone = match &options.time_zone {
            TimeZone::Named(name) => platform.knows(Zone::Named(name)),
            TimeZone::Publisher | TimeZone::Reader => true,
        };
        if report.diagnostics.is_empty() && is_said && is_zone {
            Ok(())
        } else {
            Err(self.expected())
        }
    }

    /// What it takes, for those who wrote something else: "expected lazy or eager".
    #[must_use]
    pub fn expected(self) -> String {
        match self {
            Self::Lang => "expected a language tag such as en or pt-BR".into(),
            Self::TimeZone => {
                let words = ZONES.join(", ");
                format!("expected {words} or an IANA name such as Europe/London")
            }
            Self::RelativeUntil => {
                "expected an ISO 8601 duration such as P7D, PT12H or PT0S".into()
            }
            Self::LinkParams => "expected a query string such as utm_source=partner".into(),
            _ => expected(&self.words()),
        }
    }
}

/// Sets it, if there is something to set.
fn put<T>(place: &mut T, value: Option<T>) -> bool {
    let is_understood = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_understood
}

impl Options {
    /// Reads the attributes of an element, given the value of each by name; `page_language` is the closest ancestor's.
    pub fn from_attributes(
        value: &dyn Fn(Attribute) -> Option<String>,
        page_language: Option<&str>,
        report: &mut Report,
    ) -> Self {
        let mut options = Self {
            page_language: page_language.and_then(Language::parse),
            ..Self::default()
        };
        for attribute in Attribute::ALL {
            let value = value(attribute).unwrap_or_default();
            // Of several names each is a value by itself.
            let is_end = |sign: char| attribute == Attribute::Hide && sign.is_ascii_whitespace();
            for value in value.split(is_end).map(str::trim_ascii) {
                if !value.is_empty() && !attribute.set(&mut options, value) {
                    let reason =
                        Reason::quoting(value).and(" is not understood, so the default counts");
                    let path = Path::root(join(&["@", attribute.as_str()]));
                    report.warn(Code::BadAttribute, path, reason);
                }
            }
        }
        options
    }

    /// The attributes of an element that is to be drawn with these options; none for what is the default anyway.
    #[must_use]
    pub fn attributes(&self) -> Vec<(Attribute, String)> {
        let default = Self::default();
        let all = Attribute::ALL.into_iter().filter_map(|attribute| {
            let value = attribute.value(self);
            let is_default = value == attribute.value(&default);
            (!is_default).then(|| (attribute, value.into_owned()))
        });
        all.collect()
    }
}
