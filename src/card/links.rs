//! Links, and the people and houses that are named with one.

use super::{Label, labels::CardLabels};
use crate::article::LabelKey;
use crate::article::{self, Link, Text};
use crate::options::Options;

/// A name, linked if it has an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: Text,
    /// Where it leads.
    pub href: Option<Text>,
}

/// Who wrote the article: "By " and the names, each with what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// "By {names}".
    pub label: Label,
    /// The names.
    pub names: Vec<AuthorName>,
}

/// One of those who wrote the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorName {
    /// What stands before it; empty for the first.
    pub separator: Text,
    /// The address of a portrait.
    pub portrait: Option<Text>,
    /// The name.
    pub name: Name,
    /// What the author is.
    pub job_title: Option<Text>,
}

/// Who published the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Its name.
    pub name: Name,
    /// The address of its logo.
    pub logo: Option<Text>,
}

/// Who paid for the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sponsor {
    /// "Paid for by {name}".
    pub label: Label,
    /// Its name.
    pub name: Name,
    /// The address of its logo.
    pub logo: Option<Text>,
}

/// What every part of a card is decided from.
pub(super) struct Context<'a> {
    pub(super) options: &'a Options,
    pub(super) labels: &'a CardLabels<'a>,
}

impl Context<'_> {
    /// The address of a story, with the partner's parameters.
    pub(super) fn story_link(&self, link: &Link) -> Text {
        link.with_query(&self.options.link_params).text().clone()
    }

    pub(super) fn byline(&self, authors: &[article::Author]) -> Option<Byline> {
        let mut names = Vec::new();
        for (index, author) in authors.iter().enumerate() {
            let separator = match index {
                0 => Text::default(),
                _ => self.labels.separator(index + 1 == authors.len()),
            };
            names.push(AuthorName {
                separator,
                portrait: href(author.image.as_ref()),
                name: name(&author.name, author.url.as_ref()),
                job_title: author.job_title.clone(),
            });
        }
        (!names.is_empty()).then(|| Byline {
            label: self.labels.label(LabelKey::By),
            names,
        })
    }

    pub(super) fn publisher(&self, publisher: &article::Publisher) -> Publisher {
        Publisher {
            name: name(&publisher.name, publisher.url.as_ref()),
            logo: href(publisher.logo.as_ref()),
        }
    }

    pub(super) fn sponsor(&self, sponsor: &article::Sponsor) -> Sponsor {
        let name = name(&sponsor.name, sponsor.url.as_ref());
        Sponsor {
            label: self.labels.label(LabelKey::Sponsored),
            name,
            logo: href(sponsor.logo.as_ref()),
        }
    }
}

fn name(text: &Text, url: Option<&Link>) -> Name {
    Name {
        text: text.clone(),
        href: href(url),
    }
}

/// The address, to be written down.
pub(super) fn href(link: Option<&Link>) -> Option<Text> {
    link.map(|link| link.text().clone())
}
