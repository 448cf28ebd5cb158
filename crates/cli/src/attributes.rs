//! The attributes of the element as options of the call: strict, since whoever calls can put them right at once.

use article_card::Options;
use article_card::options::TimeZone;
use article_card::platform::{Native, Platform, Zone};
use article_card::report::Report;
use clap::Args;

/// A value for each attribute that is to be set.
#[derive(Args, Clone)]
#[command(next_help_heading = "Attributes of the element")]
pub(crate) struct Attributes {
    /// Structure of the card: standard, compact or hero
    #[arg(long, value_name = "WORD", value_parser = |text: &str| understood("layout", text))]
    layout: Option<String>,
    /// Colours: auto, which are the page's, light or dark
    #[arg(long, value_name = "WORD", value_parser = |text: &str| understood("theme", text))]
    theme: Option<String>,
    /// Level of the headline in the page's outline, 2 to 6; 3 if it is not said
    #[arg(long, value_name = "LEVEL", value_parser = |text: &str| understood("heading-level", text))]
    heading_level: Option<String>,
    /// Language of the card, such as en-GB, in the place of the article's
    #[arg(long, value_name = "TAG", value_parser = |text: &str| understood("lang", text))]
    lang: Option<String>,
    /// Direction of the card in the place of its language's: ltr, rtl or auto
    #[arg(long, value_name = "WORD", value_parser = |text: &str| understood("dir", text))]
    dir: Option<String>,
    /// Where links open: _self, _blank, _top or _parent
    #[arg(long, value_name = "WORD", value_parser = |text: &str| understood("target", text))]
    target: Option<String>,
    /// Clock of the dates: publisher, reader, which is UTC until the script comes, or a name such as Europe/London
    #[arg(long, value_name = "ZONE", value_parser = |text: &str| understood("time-zone", text))]
    time_zone: Option<String>,
    /// How long the script tells a time as "2 hours ago", such as P7D or PT0S
    #[arg(long, value_name = "DURATION", value_parser = |text: &str| understood("relative-until", text))]
    relative_until: Option<String>,
    /// Query string that is added to every story link, such as utm_source=partner
    #[arg(long, value_name = "QUERY", value_parser = |text: &str| understood("link-params", text))]
    link_params: Option<String>,
    /// When the picture is fetched: lazy or eager
    #[arg(long, value_name = "WORD", value_parser = |text: &str| understood("loading", text))]
    loading: Option<String>,
}

impl Attributes {
    /// All are understood, since no other value becomes an option.
    pub(crate) fn options(&self) -> Options {
        let value = |name: &str| match name {
            "layout" => self.layout.clone(),
            "theme" => self.theme.clone(),
            "heading-level" => self.heading_level.clone(),
            "lang" => self.lang.clone(),
            "dir" => self.dir.clone(),
            "target" => self.target.clone(),
            "time-zone" => self.time_zone.clone(),
            "relative-until" => self.relative_until.clone(),
            "link-params" => self.link_params.clone(),
            "loading" => self.loading.clone(),
            _ => None,
        };
        Options::from_attributes(&value, None, &mut Report::default())
    }
}

/// The value, if the element would understand it.
fn understood(name: &str, text: &str) -> Result<String, &'static str> {
    let mut report = Report::default();
    let value = |asked: &str| (asked == name).then(|| text.to_owned());
    let options = Options::from_attributes(&value, None, &mut report);
    let is_said = name == "link-params" || !text.trim().is_empty();
    if report.diagnostics.is_empty() && is_said && is_zone(&options) {
        return Ok(text.into());
    }
    Err(match name {
        "layout" => "expected standard, compact or hero",
        "theme" => "expected auto, light or dark",
        "heading-level" => "expected 2, 3, 4, 5 or 6",
        "lang" => "expected a language tag such as en or pt-BR",
        "dir" => "expected ltr, rtl or auto",
        "target" => "expected _self, _blank, _top or _parent",
        "time-zone" => "expected publisher, reader or an IANA name such as Europe/London",
        "relative-until" => "expected an ISO 8601 duration such as P7D, PT12H or PT0S",
        "loading" => "expected lazy or eager",
        _ => "expected a query string such as utm_source=partner",
    })
}

/// A name may look like a zone's and be none.
fn is_zone(options: &Options) -> bool {
    match &options.time_zone {
        TimeZone::Named(name) => Native::at(0).instant(0, Zone::Named(name), "en").is_some(),
        TimeZone::Publisher | TimeZone::Reader => true,
    }
}
