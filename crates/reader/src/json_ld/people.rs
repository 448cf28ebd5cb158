//! Those who wrote, published and paid for the article.

use super::address::{is_absolute, keep, keep_whole, link};
use super::image_object;
use super::names::{Name, names};
use super::node::Node;
use super::person::Shown;
use crate::byline::{apart, is_joined_of, without_by};
use crate::clean::Cleaner;
use crate::markup;
use crate::page_address::is_whole;
use crate::same_words::are_same;
use crate::search::trim;
use article_card::article::limits::{AUTHORS, LABEL};
use article_card::article::{Author, Language, Link, Publisher, Sponsor, Text};
use article_card::report::{Code, Path, Reason};

/// A name as it is printed, where it stands, and who alone has it.
struct Signature<'n> {
    name: String,
    is_without_by: bool,
    is_joined: bool,
    path: Path,
    person: Option<&'n Node<'n>>,
}

/// The names of those who wrote it, each once.
pub(super) fn byline(
    node: &Node<'_>,
    language: Option<&Language>,
    shown: Shown<'_>,
    cleaner: &Cleaner<'_>,
) -> Vec<Author> {
    for property in ["author", "creator"] {
        let persons = node.nodes(property, cleaner);
        let mut signatures = Vec::new();
        for person in &persons {
            let names = names(person, cleaner);
            let person = (names.len() == 1).then_some(person);
            for name in names {
                sign(&name, person, language, &mut signatures, cleaner);
            }
        }
        let mut authors = authors(&signatures, shown, cleaner);
        if !authors.is_empty() {
            cleaner.shorten(&mut authors, AUTHORS, &node.path_of(property));
            return authors;
        }
    }
    Vec::new()
}

/// Those who signed; a name that stands alone counts before one that is joined with others.
fn authors(signatures: &[Signature<'_>], shown: Shown<'_>, cleaner: &Cleaner<'_>) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    let names = signatures.iter().map(|signature| &*signature.name);
    for signature in signatures {
        let (name, path) = (&*signature.name, &signature.path);
        let is_alone = |other: &Signature<'_>| !other.is_joined && are_same(&other.name, name);
        if authors.len() > AUTHORS
            || authors.iter().any(|known| are_same(&known.name, name))
            || (signature.is_joined && signatures.iter().any(is_alone))
            || is_joined_of(name, names.clone())
        {
            continue;
        }
        let done = match (signature.is_joined, signature.is_without_by) {
            (true, _) => "parted at the semicolons",
            (false, true) => "“By” taken off",
            (false, false) => "",
        };
        if let Some(name) = cleaner.cleaned("byline", name, path, LABEL, done) {
            let person = signature.person.filter(|_| !signature.is_joined);
            let url = person.and_then(|person| page(person, "byline.url", cleaner));
            let person = person.filter(|person| shown.is_person(person, &name));
            authors.push(Author {
                url,
                image: person.and_then(|person| shown.portrait(person, cleaner)),
                job_title: person.and_then(|person| shown.job_title(person, &name, cleaner)),
                name,
            });
        }
    }
    authors
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
    let mut outer = Vec::new();
    for page in &wholes {
        outer.append(&mut page.nodes("isPartOf", cleaner));
    }
    wholes.append(&mut outer);
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
    let name = names.iter().find_map(|(raw, path)| {
        if is_absolute(raw) {
            tell_address(raw, path, cleaner);
            return None;
        }
        cleaner.text(name, raw, path, LABEL)
    })?;
    let logos = organisation.nodes("logo", cleaner);
    let mut logos = logos.iter();
    let logo = logos.find_map(|picture| image_object::address(picture, logo, cleaner));
    Some((name, page(organisation, url, cleaner), logo))
}

/// The page of a person or organisation. An address that says who it is counts where it is only one: more are profiles
/// elsewhere.
fn page(node: &Node<'_>, field: &'static str, cleaner: &Cleaner<'_>) -> Option<Link> {
    let mut addresses = node.addresses("url", Some(cleaner));
    if addresses.is_empty() {
        addresses = node.addresses("sameAs", None);
        keep(&mut addresses, &is_absolute);
        if addresses.len() > 1 {
            addresses.clear();
        }
        let mut identifiers = node.identifiers();
        keep_whole(&mut identifiers);
        addresses.append(&mut identifiers);
    }
    link(&addresses, field, cleaner)
}

/// Adds the name as it is printed, without "By", and without addresses of the web or of mail; of what is joined by semicolons
/// each name.
fn sign<'n>(
    (raw, path): &Name,
    person: Option<&'n Node<'n>>,
    language: Option<&Language>,
    signatures: &mut Vec<Signature<'n>>,
    cleaner: &Cleaner<'_>,
) {
    /// No article has more, and each is compared with all others.
    const MOST: usize = 100;
    let raw = markup::to_text(raw);
    let raw = raw.trim();
    let is_address = |word: &str| {
        let is_mail = !word.starts_with('@') && word.contains('@') && word.contains('.');
        is_mail || is_whole(word)
    };
    let mut name = String::new();
    let mut has_address = false;
    for word in raw.split_whitespace() {
        if is_address(word) {
            has_address = true;
        } else {
            name.push_str(if name.is_empty() { "" } else { " " });
            name.push_str(word);
        }
    }
    if has_address {
        tell_address(raw, path, cleaner);
        // What stood around it, as in "desk@herald.example (Ines Calloway)".
        let is_around = |sign| matches!(sign, '(' | ')' | '<' | '>' | ',' | '|' | ' ');
        name = trim(&name, &is_around).to_owned();
    }
    let without = without_by(&name, language);
    let is_joined = apart(without).nth(1).is_some();
    for one in apart(without) {
        if signatures.len() < MOST {
            signatures.push(Signature {
                name: one.trim().to_owned(),
                is_without_by: without != name,
                is_joined,
                path: path.clone(),
                person,
            });
        }
    }
}

fn tell_address(raw: &str, path: &Path, cleaner: &Cleaner<'_>) {
    let reason = Reason::quoting(raw).and(" is or has an address, which is no name");
    cleaner.warn(path, Code::BadValue, reason);
}
