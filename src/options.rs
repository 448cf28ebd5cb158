//! How a card is to be drawn: the element's attributes, understood.
//!
//! Attributes are forgiving: what is not understood becomes the default, with a warning and never an error.
//!
//! ```
//! use article_card::Options;
//! use article_card::options::{Attribute, Layout};
//! use article_card::report::Report;
//!
//! let value = |attribute| (attribute == Attribute::Layout).then(|| "hero".to_owned());
//! let mut report = Report::default();
//! let options = Options::from_attributes(&value, None, &mut report);
//! assert_eq!(options.layout, Layout::Hero);
//! assert_eq!("compact".parse(), Ok(Layout::Compact));
//! assert_eq!(Attribute::Layout.expected(), "expected standard, compact or hero");
//! ```

mod attributes;
mod parts;

pub use attributes::Attribute;
pub use parts::{Part, Parts};

use crate::article::{Direction, Language, Text};
use crate::words::words;

words! {
    /// The structure of the card.
    #[derive(Default)]
    pub enum Layout {
        /// Picture, text and related stories in the order of a page.
        #[default]
        Standard = "standard",
        /// A strip for lists and sidebars: picture, headline and time.
        Compact = "compact",
        /// The top of a front page: a large picture, everything else beside or below it.
        Hero = "hero",
    }
}

words! {
    /// Which colours the card takes.
    #[derive(Default)]
    pub enum Theme {
        /// Those of the page around it (CSS `color-scheme`).
        #[default]
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

words! {
    /// Where a link opens (HTML `target`).
    #[derive(Default)]
    pub enum Target {
        /// In the place of the page.
        #[default]
        Itself = "_self",
        /// In a new tab, which readers are told.
        Blank = "_blank",
        /// In the outermost frame.
        Top = "_top",
        /// In the frame around the page.
        Parent = "_parent",
    }
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
    /// What is left out of the card.
    pub hide: Parts,
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
            hide: Parts::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Report;

    fn read(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
        let mut report = Report::default();
        let value = |attribute: Attribute| {
            attributes
                .iter()
                .find(|(name, _)| *name == attribute.as_str())
                .map(|(_, value)| (*value).to_owned())
        };
        let options = Options::from_attributes(&value, None, &mut report);
        (
            options,
            report
                .diagnostics
                .into_iter()
                .map(|diagnostic| format!("{} {}", diagnostic.path, diagnostic.reason))
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
            ("hide", " related  byline "),
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
                hide: Parts::of(&[Part::Byline, Part::Related]),
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
                ("hide", "figure reading-time related"),
            ],
        ];
        for attributes in cases {
            let written = read(attributes).0.attributes();
            let written: Vec<_> = written
                .iter()
                .map(|(attribute, value)| (attribute.as_str(), &**value))
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
    fn of_parts_that_are_hidden_each_counts_by_itself() {
        let (options, warnings) = read(&[("hide", "byline\theadline\n Related")]);
        assert_eq!(options.hide, Parts::of(&[Part::Byline]));
        let told = |name| format!("@hide “{name}” is not understood, so the default counts");
        assert_eq!(warnings, [told("headline"), told("Related")]);
        assert_eq!(read(&[("hide", " ")]), (Options::default(), Vec::new()));
    }

    #[test]
    fn parameters_that_lead_into_a_page_are_none() {
        let (options, warnings) = read(&[("link-params", "a=b#c")]);
        assert_eq!(options, Options::default());
        assert_eq!(
            warnings,
            ["@link-params “a=b#c” is not understood, so the default counts"]
        );
    }

    #[test]
    fn what_has_to_be_said_is_not_hidden() {
        let (options, warnings) = read(&[("hide", "notice byline headline origin credit")]);
        assert_eq!(options.hide, Parts::of(&[Part::Byline]));
        let not = |name| format!("@hide “{name}” is not understood, so the default counts");
        assert_eq!(
            warnings,
            ["notice", "headline", "origin", "credit"].map(not)
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
