//! Those who wrote, published and paid for the article.

use super::address::{is_absolute, link};
use super::image_object;
use super::node::Node;
use crate::byline::without_by;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::are_same;
use crate::source_value::SourceValue;
use article_card::article::limits::{AUTHORS, LABEL};
use article_card::article::{Author, Language, Link, Publisher, Sponsor, Text};
use article_card::report::{Code, Path, Reason};

/// The names of those who wrote it, each once.
pub(super) fn byline(
    node: &Node<'_>,
    language: Option<&Language>,
    cleaner: &Cleaner<'_>,
) -> Vec<Author> {
    for property in ["author", "creator"] {
        let mut authors: Vec<Author> = Vec::new();
        for person in node.nodes(property, cleaner) {
            let names = names(&person, cleaner);
            for found in &names {
                let Some(name) = printed(found, language, cleaner) else {
                    continue;
                };
                let is_known = |author: &Author| are_same(&author.name, &name);
                if authors.iter().any(is_known) {
                    continue;
                }
                let is_page = names.len() == 1;
                let url = is_page
                    .then(|| page(&person, "byline.url", cleaner))
                    .flatten();
                authors.push(Author { name, url });
            }
        }
        if !authors.is_empty() {
            cleaner.shorten(&mut authors, AUTHORS, &node.path_of(property));
            return authors;
        }
    }
    Vec::new()
}

/// Who published it; the organisation that it came from where none is named.
pub(super) fn publisher(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Publisher> {
    let roles = [
        "publisher",
        "sourceOrganization",
        "provider",
        "copyrightHolder",
    ];
    let fields = ["publisher", "publisher.url", "publisher.logo"];
    let mut roles = roles.into_iter();
    let found = roles.find_map(|role| organisation(node, role, fields, cleaner));
    let (name, url, logo) = found.or_else(|| described(&site(node, cleaner)?, fields, cleaner))?;
    Some(Publisher {
        name,
        url,
        logo,
        time_zone: None,
    })
}

/// Who paid for it.
pub(super) fn sponsor(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Sponsor> {
    let fields = ["sponsor", "sponsor.url", "sponsor.logo"];
    let (name, url, logo) = organisation(node, "sponsor", fields, cleaner)?;
    Some(Sponsor { name, url, logo })
}

/// The web site that the article, or its page, is a part of.
fn site<'g>(node: &Node<'g>, cleaner: &Cleaner<'_>) -> Option<Node<'g>> {
    let mut wholes = node.nodes("isPartOf", cleaner);
    for page in wholes.clone() {
        wholes.append(&mut page.nodes("isPartOf", cleaner));
    }
    let is_site = |whole: &Node<'_>| whole.has_type("WebSite") && !whole.peek("name").is_empty();
    wholes.into_iter().find(is_site)
}

/// An organisation by its name, with its own page and picture.
type Organisation = (Text, Option<Link>, Option<Link>);

/// The first of that role that has a name.
fn organisation(
    node: &Node<'_>,
    role: &str,
    fields: [&'static str; 3],
    cleaner: &Cleaner<'_>,
) -> Option<Organisation> {
    let organisations = node.nodes(role, cleaner);
    let mut organisations = organisations.iter();
    organisations.find_map(|organisation| described(organisation, fields, cleaner))
}

fn described(
    organisation: &Node<'_>,
    [name, url, logo]: [&'static str; 3],
    cleaner: &Cleaner<'_>,
) -> Option<Organisation> {
    let names = names(organisation, cleaner);
    let name = names.iter().find_map(|found| {
        let raw = found.text()?;
        if is_absolute(raw) {
            tell_address(raw, &found.path, cleaner);
            return None;
        }
        cleaner.text(name, raw, &found.path, LABEL)
    })?;
    let logos = organisation.nodes("logo", cleaner);
    let mut logos = logos.iter();
    let logo = logos.find_map(|picture| image_object::address(picture, logo, cleaner));
    Some((name, page(organisation, url, cleaner), logo))
}

/// Everything that names a person or organisation; the cleaner is told where there is nothing.
fn names<'g>(node: &Node<'g>, cleaner: &Cleaner<'_>) -> Vec<SourceValue<'g>> {
    if let Some(text) = node.as_text() {
        return vec![text];
    }
    let mut members = ["name", "legalName", "alternateName"].into_iter();
    let names = members.find_map(|member| {
        let names = node.texts(member, cleaner);
        (!names.is_empty()).then_some(names)
    });
    names.unwrap_or_else(|| {
        node.tell_missing("a name", cleaner);
        Vec::new()
    })
}

/// The page of a person or organisation. An address that says who it is counts where it is only one: more are profiles
/// elsewhere.
fn page(node: &Node<'_>, field: &'static str, cleaner: &Cleaner<'_>) -> Option<Link> {
    let mut addresses = node.addresses("url", Some(cleaner));
    if addresses.is_empty() {
        addresses = node.addresses("sameAs", None);
        addresses.retain(|(address, _)| is_absolute(address));
        if addresses.len() > 1 {
            addresses.clear();
        }
        // With a fragment it is the page's name for somebody.
        let mut identifiers = node.identifiers();
        identifiers.retain(|(address, _)| !address.contains('#'));
        addresses.append(&mut identifiers);
    }
    link(&addresses, field, cleaner)
}

/// The name as it is printed: without "By", and without addresses of the web or of mail.
fn printed(
    found: &SourceValue<'_>,
    language: Option<&Language>,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let raw = markup::to_text(found.text()?);
    let raw = raw.trim();
    let is_address = |word: &str| {
        let is_mail = !word.starts_with('@') && word.contains('@') && word.contains('.');
        is_mail || is_absolute(word) || word.starts_with("www.")
    };
    let mut name = String::new();
    for word in raw.split_whitespace().filter(|word| !is_address(word)) {
        name.push_str(if name.is_empty() { "" } else { " " });
        name.push_str(word);
    }
    if raw.split_whitespace().any(is_address) {
        tell_address(raw, &found.path, cleaner);
        // What stood around it, as in "desk@herald.example (Ines Calloway)".
        name = name
            .trim_matches(['(', ')', '<', '>', ',', '|', ' '])
            .to_owned();
    }
    let without = without_by(&name, language);
    let done = if without == name {
        ""
    } else {
        "“By” taken off"
    };
    cleaner.cleaned("byline", without, &found.path, LABEL, done)
}

fn tell_address(raw: &str, path: &Path, cleaner: &Cleaner<'_>) {
    let reason = Reason::quoting(raw).and(" is or has an address, which is no name");
    cleaner.warn(path, Code::BadValue, reason);
}
