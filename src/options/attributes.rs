//! The attributes of the element, read.

use super::{Layout, Options, Target, Theme, TimeZone};
use crate::article::{Direction, Language, is_zone_name, parse_duration};
use crate::report::{Code, Report};
use crate::sentence::{join, quote};

/// What each attribute that is understood does; false says that it is not.
type Attribute = fn(&mut Options, &str) -> bool;

/// A table and a loop, because ten calls written out are three times as long in WebAssembly.
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
        // What leads into a page is no query, and no link would get it.
        let is_query = !params.contains('#');
        if is_query {
            options.link_params = params.into();
        }
        is_query
    }),
    ("loading", |options, word| {
        options.is_eager = word == "eager";
        options.is_eager || word == "lazy"
    }),
];

impl Options {
    /// The names of all attributes that are understood.
    pub fn attribute_names() -> impl Iterator<Item = &'static str> {
        ATTRIBUTES.iter().map(|(name, _)| *name)
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
