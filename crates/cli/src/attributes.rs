//! The attributes of the element as options of the call, a flag each: strict, since whoever calls can put them right at once.

use article_card::Options;
use article_card::options::Attribute;
use article_card::platform::Native;
use article_card::report::Report;
use clap::error::Error;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};

/// The attributes that are to be set, with their values.
#[derive(Clone)]
pub(crate) struct Attributes(Vec<(Attribute, String)>);

impl Attributes {
    /// All are understood, since no other value becomes an option.
    pub(crate) fn options(&self) -> Options {
        let value = |asked| {
            let mut values = self.0.iter();
            let found = values.find(|(attribute, _)| *attribute == asked);
            found.map(|(_, value)| value.clone())
        };
        Options::from_attributes(&value, None, &mut Report::default())
    }
}

impl Args for Attributes {
    fn augment_args(command: Command) -> Command {
        let flag = |attribute: Attribute| {
            let (value, help) = flag(attribute);
            Arg::new(attribute.as_str())
                .long(attribute.as_str())
                .help(help)
                .value_name(value)
                .value_parser(move |text: &str| understood(attribute, text))
                .help_heading("Attributes of the element")
        };
        command.args(Attribute::ALL.map(flag))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Attributes {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let value = |attribute: Attribute| {
            let value = matches.get_one::<String>(attribute.as_str());
            value.map(|value| (attribute, value.clone()))
        };
        let values = Attribute::ALL.into_iter().filter_map(value);
        Ok(Self(values.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// What the help calls a flag's value, and what it says of the flag.
const fn flag(attribute: Attribute) -> (&'static str, &'static str) {
    match attribute {
        Attribute::Layout => ("WORD", "Structure of the card: standard, compact or hero"),
        Attribute::Theme => ("WORD", "Colours: auto, which are the page's, light or dark"),
        Attribute::HeadingLevel => (
            "LEVEL",
            "Level of the headline in the page's outline, 2 to 6; 3 if it is not said",
        ),
        Attribute::Lang => (
            "TAG",
            "Language of the card, such as en-GB, in the place of the article's",
        ),
        Attribute::Dir => (
            "WORD",
            "Direction of the card in the place of its language's: ltr, rtl or auto",
        ),
        Attribute::Target => ("WORD", "Where links open: _self, _blank, _top or _parent"),
        Attribute::TimeZone => (
            "ZONE",
            "Clock of the dates: publisher, reader, which is UTC until the script comes, or a name such as Europe/London",
        ),
        Attribute::RelativeUntil => (
            "DURATION",
            "How long the script tells a time as \"2 hours ago\", such as P7D or PT0S",
        ),
        Attribute::LinkParams => (
            "QUERY",
            "Query string that is added to every story link, such as utm_source=partner",
        ),
        Attribute::Loading => ("WORD", "When the picture is fetched: lazy or eager"),
        Attribute::Hide => (
            "PARTS",
            "Parts of the card that are left out, such as \"byline related\"",
        ),
    }
}

/// The value, if the element would understand it.
fn understood(attribute: Attribute, text: &str) -> Result<String, String> {
    attribute.check(text, &Native::at(0)).map(|()| text.into())
}
