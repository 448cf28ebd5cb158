//! The fields of the article itself.

use super::address::link;
use super::choice::leads_to;
use super::graph::identifier;
use super::node::Node;
use super::{HEADLINE, dateline, people, picture, related, standing, summary};
use crate::article::{Article, Language, Link, Moment, Text};
use crate::json::Json;
use crate::report::Code;
use crate::source::desk::Desk;
use crate::source::found::Found;
use crate::source::limits::{LABEL, LINE};
use crate::source::markup;

/// Makes the article; the desk is told why there is none.
pub(super) fn article(mut node: Node<'_>, desk: &Desk<'_>) -> Option<Article> {
    let language = language(&mut node, desk);
    let Some(headline) = node.clean(&HEADLINE, "headline", LINE, desk) else {
        let message = "an article needs a headline";
        desk.refuse(&node.path_of("headline"), Code::MissingField, message);
        return None;
    };
    let url = url(&node, desk);
    if let Some(url) = &url {
        desk.settle(url);
    }
    let bullets = summary::bullets(&node, desk);
    let standfirst = summary::standfirst(&node, &headline, !bullets.is_empty(), desk);
    let publisher = people::publisher(&node, desk);
    let logo = publisher
        .as_ref()
        .and_then(|publisher| publisher.logo.clone());
    let image = picture::image(&node, &headline, logo.as_ref(), desk);
    let published = moment(
        &node,
        "published",
        &["datePublished", "dateCreated", "uploadDate"],
        desk,
    );
    let updated = moment(&node, "updated", &["dateModified"], desk);
    if let (Some(published), Some(updated)) = (&published, &updated)
        && published.is_later_than(updated) == Some(true)
    {
        let message = "the update lies before the publication and is not shown";
        desk.warn(&node.path_of("dateModified"), Code::DateOrder, message);
    }
    for expiry in node.values("expires", desk) {
        // "No longer useful or available" is what schema.org says of it, and an article that is still there may be either.
        let message =
            "this may mean no more than that the news is old, so nothing is withheld after it";
        desk.warn(&expiry.path, Code::BadValue, message);
    }
    let related = related::related(&node, &headline, url.as_ref(), desk);
    Some(Article {
        id: id(&node, url.as_ref(), desk),
        dateline: dateline::dateline(&node, desk),
        byline: people::byline(&node, language.as_ref(), desk),
        section: section(&node, desk),
        access: standing::access(&node, desk),
        sponsor: people::sponsor(&node, desk),
        status: standing::status(&node, desk),
        correction: standing::correction(&node, desk),
        headline,
        url,
        standfirst,
        bullets,
        image,
        published,
        updated,
        publisher,
        language,
        related,
        ..Article::default()
    })
}

/// The language of the article, in which its texts are wanted from here on.
fn language(node: &mut Node<'_>, desk: &Desk<'_>) -> Option<Language> {
    let mut stated = Vec::new();
    for language in node.nodes("inLanguage", desk) {
        stated.extend(language.as_text());
        stated.extend(language.peek("alternateName"));
        stated.extend(language.peek("name"));
    }
    stated.extend(node.language_of("headline"));
    stated.extend(node.graph.language.clone());
    let is_tag = |found: &&Found<'_>| {
        found
            .text()
            .and_then(|text| Language::parse(text.trim()))
            .is_some()
    };
    let best = stated.iter().find(is_tag).or_else(|| stated.first())?;
    node.language = best.text().or(node.language);
    desk.language("language", best.text()?, &best.path)
}

/// The first address that is one of an article: many name the front page in its stead.
fn url(node: &Node<'_>, desk: &Desk<'_>) -> Option<Link> {
    let mut own = node.pages(Some(desk));
    let front = own.iter().position(|(address, _)| is_front(address));
    let front = front.and_then(|place| own.get(place).cloned());
    own.retain(|(address, _)| !is_front(address));
    link(&own, "url", desk).or_else(|| {
        let (address, path) = front?;
        let is_page = |page| leads_to(address, page);
        if desk.page.as_ref().is_none_or(is_page) {
            return desk.link("url", address, &path);
        }
        let message = "this is the address of the front page, not of the article";
        desk.warn(&path, Code::BadUrl, message);
        None
    })
}

fn is_front(address: &str) -> bool {
    let address = address.trim();
    let Some((_, rest)) = address.split_once("//") else {
        return address == "/";
    };
    let (_, path) = rest.split_once('/').unwrap_or_default();
    path.is_empty()
}

/// The first of the members that is a date.
pub(super) fn moment(
    node: &Node<'_>,
    field: &'static str,
    names: &[&str],
    desk: &Desk<'_>,
) -> Option<Moment> {
    names.iter().find_map(|name| {
        let values = node.values(name, desk);
        values.iter().find_map(|found| desk.moment(field, found))
    })
}

fn section(node: &Node<'_>, desk: &Desk<'_>) -> Option<Text> {
    /// Above every real one that was seen; longer ones are sentences or lists of keywords.
    const LONGEST: usize = 60;
    let found = node.text("articleSection", desk)?;
    let text = markup::to_text(found.text()?);
    let sections = text.split(',');
    // A name may have a comma in it, but not three, nor one without a space after it.
    let is_list =
        sections.clone().count() > 3 || sections.clone().skip(1).any(|rest| !rest.starts_with(' '));
    let first = sections.map(str::trim).find(|name| !name.is_empty())?;
    let (name, done) = if is_list {
        (first, "the first of a list")
    } else {
        (&*text, "")
    };
    if name.chars().count() > LONGEST {
        desk.warn(
            &found.path,
            Code::BadValue,
            "this is too long for the name of a section",
        );
        return None;
    }
    desk.cleaned("section", name, &found.path, LABEL, done)
}

/// An identifier of the publisher's; an address that is the article's own is none.
fn id(node: &Node<'_>, url: Option<&Link>, desk: &Desk<'_>) -> Option<Text> {
    let mut found = Vec::new();
    for value in node.values("identifier", desk) {
        if value.members().is_empty() {
            found.push(value);
        } else {
            found.append(&mut node.node(&value).values("value", desk));
        }
    }
    found.extend(node.parts.iter().filter_map(identifier));
    // One that begins so is a name within the page.
    let is_own =
        |text: &str| text.starts_with(['#', '_']) || url.is_some_and(|url| leads_to(text, url));
    found.iter().find_map(|found| match found.value {
        Json::Text(text) if !is_own(text) => desk.plain("id", text, &found.path, LINE),
        Json::Number(number) => {
            desk.plain("id", &whole(number.value())?.to_string(), &found.path, LINE)
        }
        _ => None,
    })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked before"
)]
fn whole(number: f64) -> Option<u64> {
    (number.trunc() == number && (0.0..9e15).contains(&number)).then_some(number as u64)
}
