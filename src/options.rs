//! How a card is to be drawn: the element's attributes, understood.
//!
//! Attributes are forgiving: what is not understood becomes the default, with a warning and never an error.

use crate::article::{Direction, Language, Text, is_zone_name, parse_duration};
use crate::report::{Code, Report, join, quote};

/// The structure of the card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Picture, text and related stories in the order of a page.
    #[default]
    Standard,
    /// A strip for lists and sidebars: picture, headline and time.
    Compact,
    /// The top of a front page: a large picture, everything else beside or below it.
    Hero,
}

/// Which colours the card takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page around it (CSS `color-scheme`).
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where a link opens (HTML `target`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// In the place of the page.
    #[default]
    Itself,
    /// In a new tab, which readers are told.
    Blank,
    /// In the outermost frame.
    Top,
    /// In the frame around the page.
    Parent,
}

/// Which clock instants are written by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TimeZone {
    /// The publisher's zone, else the offset that the instant states.
    #[default]
    Publisher,
    /// The reader's own zone.
    Reader,
    /// An IANA name.
    Named(Text),
}

/// How a card is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The structure of the card.
    pub layout: Layout,
    /// Which colours the card takes; the stylesheet reads them from the element itself.
    pub theme: Theme,
    /// The level of the headline in the page's outline, 2 to 6.
    pub heading_level: u8,
    /// The language that the element itself states; it wins over the article's.
    pub language: Option<Language>,
    /// The language of the page around the element; it counts where the article states none.
    pub page_language: Option<Language>,
    /// The direction that the element itself states; it wins over the language's.
    pub direction: Option<Direction>,
    /// Where story links open.
    pub target: Target,
    /// Which clock instants are written by.
    pub time_zone: TimeZone,
    /// How long an instant is told as "2 hours ago", in milliseconds; 0 for never.
    pub relative_until: i64,
    /// What is added to the query string of every story link.
    pub link_params: Text,
    /// Pictures are fetched at once and not only near the screen.
    pub is_eager: bool,
}

/// A week, `P7D`.
const RELATIVE_UNTIL: i64 = 7 * 24 * 60 * 60 * 1000;

impl Default for Options {
    fn default() -> Self {
        Self {
            layout: Layout::default(),
            theme: Theme::default(),
            heading_level: 3,
            language: None,
            page_language: None,
            direction: None,
            target: Target::default(),
            time_zone: TimeZone::default(),
            relative_until: RELATIVE_UNTIL,
            link_params: "".into(),
            is_eager: false,
        }
    }
}

/// What each attribute that is understood does; false says that it is not.
type Attribute = fn(&mut Options, &str) -> bool;

/// A table and a loop, because nine calls written out are three times as long in WebAssembly.
const ATTRIBUTES: [(&str, Attribute); 10] = [
    ("layout", layout),
    ("theme", theme),
    ("heading-level", heading_level),
    ("lang", |options, tag| {
        options.language = Language::parse(tag);
        options.language.is_some()
    }),
    ("dir", direction),
    ("target", target),
    ("time-zone", time_zone),
    ("relative-until", relative_until),
    ("link-params", |options, params| {
        options.link_params = params.into();
        true
    }),
    ("loading", |options, word| {
        options.is_eager = word == "eager";
        options.is_eager || word == "lazy"
    }),
];

/// Attributes that a card's markup does not show: only the stylesheet and the clock read them.
#[cfg(any(feature = "element", feature = "prerender"))]
const UNSEEN: [&str; 2] = ["theme", "relative-until"];

impl Options {
    /// The attributes that decide about a card's markup, each with its value, for a [fingerprint](crate::fingerprint).
    #[cfg(any(feature = "element", feature = "prerender"))]
    pub(crate) fn seen(
        value: &dyn Fn(&str) -> Option<String>,
    ) -> impl Iterator<Item = (&'static str, String)> {
        let names = ATTRIBUTES.iter().map(|(name, _)| *name);
        let seen = names.filter(|name| !UNSEEN.contains(name));
        seen.map(|name| (name, value(name).unwrap_or_default()))
    }

    /// The attributes of an element that is to be drawn with these options; none for what is the default anyway.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let default = Self::default();
        let mut attributes = Vec::new();
        let mut add = |name, is_other: bool, value: &str| {
            if is_other {
                attributes.push((name, value.to_owned()));
            }
        };
        let layout = match self.layout {
            Layout::Standard => "standard",
            Layout::Compact => "compact",
            Layout::Hero => "hero",
        };
        add("layout", self.layout != default.layout, layout);
        let theme = match self.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        add("theme", self.theme != default.theme, theme);
        let level = self.heading_level.to_string();
        add(
            "heading-level",
            self.heading_level != default.heading_level,
            &level,
        );
        let language = self
            .language
            .as_ref()
            .map_or("", |language| language.as_str());
        add("lang", self.language.is_some(), language);
        let direction = self.direction.map_or("", Direction::as_str);
        add("dir", self.direction.is_some(), direction);
        let target = match self.target {
            Target::Itself => "_self",
            Target::Blank => "_blank",
            Target::Top => "_top",
            Target::Parent => "_parent",
        };
        add("target", self.target != default.target, target);
        let zone = match &self.time_zone {
            TimeZone::Publisher => "publisher",
            TimeZone::Reader => "reader",
            TimeZone::Named(name) => name,
        };
        add("time-zone", self.time_zone != default.time_zone, zone);
        let until = ["PT", &(self.relative_until / 1000).to_string(), "S"].concat();
        add(
            "relative-until",
            self.relative_until != default.relative_until,
            &until,
        );
        add(
            "link-params",
            self.link_params != default.link_params,
            &self.link_params,
        );
        add("loading", self.is_eager, "eager");
        attributes
    }

    /// Reads the attributes of an element, given the value of each by name; `page_language` is the closest ancestor's.
    pub fn from_attributes(
        value: &dyn Fn(&str) -> Option<String>,
        page_language: Option<&str>,
        report: &mut Report,
    ) -> Self {
        let mut options = Self {
            page_language: page_language.and_then(Language::parse),
            ..Self::default()
        };
        for (name, attribute) in ATTRIBUTES {
            let value = value(name).unwrap_or_default();
            let value = value.trim_ascii();
            if !value.is_empty() && !attribute(&mut options, value) {
                let message = join(&[&quote(value), " is not understood, so the default counts"]);
                report.warn(Code::BadAttribute, &join(&["@", name]), &message);
            }
        }
        options
    }
}

fn layout(options: &mut Options, word: &str) -> bool {
    options.layout = match word {
        "compact" => Layout::Compact,
        "hero" => Layout::Hero,
        _ => return word == "standard",
    };
    true
}

fn theme(options: &mut Options, word: &str) -> bool {
    options.theme = match word {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => return word == "auto",
    };
    true
}

fn heading_level(options: &mut Options, digit: &str) -> bool {
    if let [level @ b'2'..=b'6'] = digit.as_bytes() {
        options.heading_level = level - b'0';
        return true;
    }
    false
}

/// `auto` is understood, and leaves the choice to the language.
fn direction(options: &mut Options, word: &str) -> bool {
    options.direction = match word {
        "ltr" => Some(Direction::LeftToRight),
        "rtl" => Some(Direction::RightToLeft),
        _ => return word == "auto",
    };
    true
}

fn target(options: &mut Options, word: &str) -> bool {
    options.target = match word {
        "_blank" => Target::Blank,
        "_top" => Target::Top,
        "_parent" => Target::Parent,
        _ => return word == "_self",
    };
    true
}

fn time_zone(options: &mut Options, word: &str) -> bool {
    options.time_zone = match word {
        "publisher" => TimeZone::Publisher,
        "reader" => TimeZone::Reader,
        name if is_zone_name(name) => TimeZone::Named(name.into()),
        _ => return false,
    };
    true
}

fn relative_until(options: &mut Options, duration: &str) -> bool {
    let duration = parse_duration(duration);
    options.relative_until = duration.unwrap_or(options.relative_until);
    duration.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
        let mut report = Report::default();
        let value = |name: &str| {
            attributes
                .iter()
                .find(|(attribute, _)| *attribute == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let options = Options::from_attributes(&value, None, &mut report);
        (
            options,
            report
                .diagnostics
                .into_iter()
                .map(|diagnostic| [diagnostic.path, diagnostic.message].join(" "))
                .collect(),
        )
    }

    #[test]
    fn attributes_are_understood() {
        let (options, warnings) = read(&[
            ("layout", "hero"),
            ("theme", "dark"),
            ("heading-level", "2"),
            ("lang", "pt_br"),
            ("dir", "rtl"),
            ("target", "_blank"),
            ("time-zone", "Asia/Riyadh"),
            ("relative-until", "PT2H"),
            ("link-params", "utm_source=partner"),
            ("loading", "eager"),
        ]);
        assert!(warnings.is_empty(), "{warnings:?}");
        assert_eq!(
            options,
            Options {
                layout: Layout::Hero,
                theme: Theme::Dark,
                heading_level: 2,
                language: Language::parse("pt-BR"),
                page_language: None,
                direction: Some(Direction::RightToLeft),
                target: Target::Blank,
                time_zone: TimeZone::Named("Asia/Riyadh".into()),
                relative_until: 2 * 60 * 60 * 1000,
                link_params: "utm_source=partner".into(),
                is_eager: true,
            }
        );
    }

    #[test]
    fn options_become_the_attributes_that_give_them() {
        let cases: [&[(&str, &str)]; 4] = [
            &[],
            &[
                ("layout", "hero"),
                ("theme", "light"),
                ("lang", "pt-BR"),
                ("dir", "rtl"),
                ("target", "_top"),
            ],
            &[
                ("layout", "compact"),
                ("theme", "dark"),
                ("heading-level", "6"),
                ("target", "_parent"),
                ("loading", "eager"),
            ],
            &[
                ("target", "_blank"),
                ("time-zone", "reader"),
                ("relative-until", "PT7200S"),
                ("link-params", "a=b&c"),
            ],
        ];
        for attributes in cases {
            let written = read(attributes).0.attributes();
            let written: Vec<_> = written
                .iter()
                .map(|(name, value)| (*name, &**value))
                .collect();
            assert_eq!(written, attributes);
        }
    }

    #[test]
    fn nonsense_becomes_the_default_with_a_warning() {
        let nonsense = [
            "layout",
            "theme",
            "heading-level",
            "lang",
            "dir",
            "target",
            "time-zone",
            "relative-until",
            "loading",
        ];
        let attributes = nonsense.map(|name| (name, "17 monkeys"));
        let (options, warnings) = read(&attributes);
        assert_eq!(options, Options::default());
        assert_eq!(warnings.len(), nonsense.len(), "{warnings:?}");
        assert!(
            warnings.contains(
                &"@layout “17 monkeys” is not understood, so the default counts".to_owned()
            ),
            "{warnings:?}"
        );
    }

    #[test]
    fn an_absent_or_empty_attribute_says_nothing() {
        assert_eq!(
            read(&[("layout", ""), ("lang", " ")]),
            (Options::default(), Vec::new())
        );
    }
}
