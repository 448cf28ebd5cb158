//! How cards are to look and what is around them, told option by option: strictly, since whoever calls can put them right at
//! once.

use crate::host::Host;
use article_card::Options;
use article_card::article::Link;
use article_card::options::Attribute;
use article_card::prerender::{Style, check_kit, check_nonce};
use article_card::report::Report;

/// What a call of `render` asks for.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) options: Options,
    pub(crate) style: Style,
    pub(crate) nonce: Option<String>,
    pub(crate) kit: String,
    pub(crate) is_page: bool,
    pub(crate) url: Option<Link>,
    attributes: Vec<(Attribute, String)>,
    way: Way,
}

/// The options that are texts, by the names that they would have as attributes.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let own = ["style", "nonce", "kit", "url"];
    Attribute::WORDS.into_iter().chain(own)
}

/// How the stylesheet comes.
#[derive(Clone, Copy, Debug, Default)]
enum Way {
    #[default]
    Inline,
    Nonce,
    Link,
}

impl Settings {
    /// Sets an option that is a text; an error says what was expected.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "style" => {
                self.way = match value {
                    "inline" => Way::Inline,
                    "nonce" => Way::Nonce,
                    "link" => Way::Link,
                    _ => return Err("expected inline, nonce or link".into()),
                }
            }
            "nonce" => {
                check_nonce(value)?;
                self.nonce = Some(value.into());
            }
            "kit" => {
                check_kit(value)?;
                self.kit = value.into();
            }
            "url" => match Link::parse(value) {
                Ok((link, _)) => self.url = Some(link),
                Err(_) => return Err("expected an absolute http or https address".into()),
            },
            name => {
                let mut attributes = Attribute::ALL.into_iter();
                let attribute = attributes.find(|attribute| attribute.as_str() == name);
                let attribute = attribute.ok_or("there is no such option")?;
                attribute.check(value, &Host::at(0.0))?;
                self.attributes.push((attribute, value.into()));
            }
        }
        Ok(())
    }

    /// Looks whether all that was told fits together, and makes of it what is asked for.
    pub(crate) fn settle(&mut self) -> Result<(), &'static str> {
        self.style = match (self.way, &self.nonce) {
            (Way::Nonce, Some(nonce)) => Style::with_nonce(nonce)?,
            (Way::Nonce, None) => return Err("the style \"nonce\" needs the option nonce"),
            (Way::Inline | Way::Link, Some(_)) if !self.is_page => {
                return Err("a nonce is of no use here; did you mean it with style: \"nonce\"?");
            }
            (Way::Inline, _) => Style::default(),
            (Way::Link, _) => Style::in_kit(&self.kit),
        };
        let value = |asked| {
            let mut told = self.attributes.iter();
            let found = told.find(|(attribute, _)| *attribute == asked);
            found.map(|(_, value)| value.clone())
        };
        self.options = Options::from_attributes(&value, None, &mut Report::default());
        Ok(())
    }
}
