//! Those who wrote, published and paid for the article.

use super::address::{is_absolute, link};
use super::node::Node;
use super::picture;
use crate::article::{Author, Language, Link, Publisher, Sponsor, Text};
use crate::report::{Code, join, quote};
use crate::source::desk::Desk;
use crate::source::found::Found;
use crate::source::limits::{AUTHORS, LABEL};
use crate::source::markup;
use crate::source::ninjs::byline::without_by;

/// The names of those who wrote it, each once.
pub(super) fn byline(node: &Node<'_>, language: Option<&Language>, desk: &Desk<'_>) -> Vec<Author> {
    for property in ["author", "creator"] {
        let mut authors: Vec<Author> = Vec::new();
        for person in node.nodes(property, desk) {
            let names = names(&person, desk);
            for found in &names {
                let Some(name) = printed(found, language, desk) else {
                    continue;
                };
                let is_known = |author: &Author| author.name.eq_ignore_ascii_case(&name);
                if authors.iter().any(is_known) {
                    continue;
                }
                let is_page = names.len() == 1;
                let url = is_page.then(|| page(&person, "byline.url", desk)).flatten();
                authors.push(Author { name, url });
            }
        }
        if !authors.is_empty() {
            desk.shorten(&mut authors, AUTHORS, &node.path_of(property));
            return authors;
        }
    }
    Vec::new()
}

/// Who published it; the organisation that it came from where none is named.
pub(super) fn publisher(node: &Node<'_>, desk: &Desk<'_>) -> Option<Publisher> {
    let roles = [
        "publisher",
        "sourceOrganization",
        "provider",
        "copyrightHolder",
    ];
    let fields = ["publisher", "publisher.url", "publisher.logo"];
    let mut roles = roles.into_iter();
    let found = roles.find_map(|role| organisation(node, role, fields, desk));
    let (name, url, logo) = found.or_else(|| described(&site(node, desk)?, fields, desk))?;
    Some(Publisher {
        name,
        url,
        logo,
        time_zone: None,
    })
}

/// Who paid for it.
pub(super) fn sponsor(node: &Node<'_>, desk: &Desk<'_>) -> Option<Sponsor> {
    let fields = ["sponsor", "sponsor.url", "sponsor.logo"];
    let (name, url, logo) = organisation(node, "sponsor", fields, desk)?;
    Some(Sponsor { name, url, logo })
}

/// The web site that the article, or its page, is a part of.
fn site<'g>(node: &Node<'g>, desk: &Desk<'_>) -> Option<Node<'g>> {
    let mut wholes = node.nodes("isPartOf", desk);
    for page in wholes.clone() {
        wholes.append(&mut page.nodes("isPartOf", desk));
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
    desk: &Desk<'_>,
) -> Option<Organisation> {
    let organisations = node.nodes(role, desk);
    let mut organisations = organisations.iter();
    organisations.find_map(|organisation| described(organisation, fields, desk))
}

fn described(
    organisation: &Node<'_>,
    [name, url, logo]: [&'static str; 3],
    desk: &Desk<'_>,
) -> Option<Organisation> {
    let names = names(organisation, desk);
    let name = names.iter().find_map(|found| {
        let raw = found.text()?;
        if is_absolute(raw) {
            tell_address(raw, &found.path, desk);
            return None;
        }
        desk.text(name, raw, &found.path, LABEL)
    })?;
    let logos = organisation.nodes("logo", desk);
    let mut logos = logos.iter();
    let logo = logos.find_map(|picture| picture::address(picture, logo, desk));
    Some((name, page(organisation, url, desk), logo))
}

/// Everything that names a person or organisation; the desk is told where there is nothing.
fn names<'g>(node: &Node<'g>, desk: &Desk<'_>) -> Vec<Found<'g>> {
    if let Some(text) = node.as_text() {
        return vec![text];
    }
    let mut members = ["name", "legalName", "alternateName"].into_iter();
    let names = members.find_map(|member| {
        let names = node.texts(member, desk);
        (!names.is_empty()).then_some(names)
    });
    names.unwrap_or_else(|| {
        node.tell_missing("a name", desk);
        Vec::new()
    })
}

/// The page of a person or organisation. An address that says who it is counts where it is only one: more are profiles
/// elsewhere.
fn page(node: &Node<'_>, field: &'static str, desk: &Desk<'_>) -> Option<Link> {
    let mut addresses = node.addresses("url", Some(desk));
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
    link(&addresses, field, desk)
}

/// The name as it is printed: without "By", and without addresses of the web or of mail.
fn printed(found: &Found<'_>, language: Option<&Language>, desk: &Desk<'_>) -> Option<Text> {
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
        tell_address(raw, &found.path, desk);
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
    desk.cleaned("byline", without, &found.path, LABEL, done)
}

fn tell_address(raw: &str, path: &str, desk: &Desk<'_>) {
    let message = join(&[&quote(raw), " is or has an address, which is no name"]);
    desk.warn(path, Code::BadValue, &message);
}
