//! How cards are to look and what is around them, told option by option: strictly, since whoever calls can put them right at
//! once.

use crate::host::Host;
use article_card::article::Link;
use article_card::options::Attribute;
use article_card::prerender::{NonceFault, Style, StyleKind, check_kit, check_nonce};
use article_card::report::Report;
use article_card::{Options, UnknownWord};

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
    kind: Option<StyleKind>,
}

/// The options that are texts, by the names that they would have as attributes.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let own = ["style", "nonce", "kit", "url"];
    Attribute::WORDS.into_iter().chain(own)
}

impl Settings {
    /// Sets an option that is a text; an error says what was expected.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            "style" => {
                let kind: Result<StyleKind, UnknownWord> = value.parse();
                self.kind = Some(kind.map_err(|unknown| unknown.to_string())?);
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
        let kind = self.kind.unwrap_or(StyleKind::Inline);
        let style = Style::new(kind, self.nonce.as_deref(), &self.kit, self.is_page);
        self.style = style.map_err(|fault| match fault {
            NonceFault::Missing => "the style \"nonce\" needs the option nonce",
            NonceFault::Useless => {
                "a nonce is of no use here; did you mean it with style: \"nonce\"?"
            }
        })?;
        let value = |asked| {
            let mut told = self.attributes.iter();
            let found = told.find(|(attribute, _)| *attribute == asked);
            found.map(|(_, value)| value.clone())
        };
        self.options = Options::from_attributes(&value, None, &mut Report::default());
        Ok(())
    }
}
