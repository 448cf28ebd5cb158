//! The fields of the article itself.

use super::address::link;
use super::contender::leads_to;
use super::dates::moment;
use super::graph::identifier;
use super::node::Node;
use super::person::Shown;
use super::{HEADLINE, dateline, image_object, media, people, related, status, summary};
use crate::clean::Cleaner;
use crate::markup;
use crate::page_address::is_front_page;
use crate::placeholder::is_placeholder;
use crate::same_words::completes;
use crate::source_value::SourceValue;
use article_card::article::limits::{LABEL, LINE};
use article_card::article::{Article, Language, Link, Text};
use article_card::reading::digits;
use article_card::reading::json::Json;
use article_card::report::Code;

/// Makes the article; the cleaner is told why there is none.
pub(super) fn article(mut node: Node<'_>, cleaner: &Cleaner<'_>) -> Option<Article> {
    let language = language(&mut node, cleaner);
    let Some(headline) = headline(&node, cleaner) else {
        let message = "an article needs a headline";
        cleaner.refuse(&node.path_of("headline"), Code::MissingField, message);
        return None;
    };
    let url = url(&node, cleaner);
    if let Some(url) = &url {
        cleaner.settle(url);
    }
    let bullets = summary::bullets(&node, cleaner);
    let standfirst = summary::standfirst(&node, &headline, !bullets.is_empty(), cleaner);
    let publisher = people::publisher(&node, cleaner);
    let logo = publisher
        .as_ref()
        .and_then(|publisher| publisher.logo.clone());
    let image = image_object::image(&node, &headline, logo.as_ref(), cleaner);
    let published = moment(
        &node,
        "published",
        &["datePublished", "dateCreated", "uploadDate"],
        cleaner,
    );
    let updated = moment(&node, "updated", &["dateModified"], cleaner);
    let path = node.path_of("dateModified");
    cleaner.check_order(published.as_ref(), updated.as_ref(), &path);
    for expiry in node.values("expires", cleaner) {
        // "No longer useful or available" is what schema.org says of it, and an article that is still there may be either.
        let message =
            "this may mean no more than that the news is old, so nothing is withheld after it";
        cleaner.warn(&expiry.path, Code::BadValue, message);
    }
    let related = related::related(&node, &headline, url.as_ref(), cleaner);
    let shown = Shown {
        publisher: publisher.as_ref(),
        picture: image.as_ref().and_then(|image| image.url.as_ref()),
    };
    Some(Article {
        id: id(&node, url.as_ref(), cleaner),
        origin: media::origin(&node, "origin", cleaner),
        media: media::media(&node, cleaner),
        reading_time: media::reading_time(&node, cleaner),
        dateline: dateline::dateline(&node, cleaner),
        byline: people::byline(&node, language.as_ref(), shown, cleaner),
        section: section(&node, cleaner),
        access: status::access(&node, cleaner),
        sponsor: people::sponsor(&node, cleaner),
        status: status::status(&node, updated.as_ref().or(published.as_ref()), cleaner),
        correction: status::correction(&node, cleaner),
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
        // schema.org has nothing for these four, and its `expires` says less than a term.
        kicker: None,
        short_url: None,
        follow: None,
        embargoed_until: None,
        expires: None,
        labels: Vec::new(),
    })
}

/// The best title; one that is cut is completed by another that goes on.
fn headline(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let headline = node.clean(&HEADLINE, "headline", LINE, cleaner)?;
    for name in HEADLINE {
        for other in node.peek(name) {
            let text = markup::to_text(other.text().unwrap_or_default());
            if completes(&text, &headline) && !is_placeholder(&text) {
                let message = "this completes the headline, which is cut";
                cleaner.warn(&other.path, Code::Truncated, message);
                cleaner.take_back_note();
                return cleaner.cleaned("headline", &text, &other.path, LINE, "");
            }
        }
    }
    Some(headline)
}

/// The language of the article, in which its texts are wanted from here on.
fn language(node: &mut Node<'_>, cleaner: &Cleaner<'_>) -> Option<Language> {
    let mut stated = Vec::new();
    for language in node.nodes("inLanguage", cleaner) {
        stated.extend(language.as_text());
        stated.append(&mut language.peek("alternateName"));
        stated.append(&mut language.peek("name"));
    }
    stated.extend(node.language_of("headline"));
    stated.extend(node.graph.language.clone());
    let is_tag = |found: &&SourceValue<'_>| {
        found
            .text()
            .and_then(|text| Language::parse(text.trim()))
            .is_some()
    };
    let best = stated.iter().find(is_tag).or_else(|| stated.first())?;
    node.language = best.text().or(node.language);
    cleaner.language("language", best.text()?, &best.path)
}

/// The first address that is one of an article: many name the front page in its stead.
fn url(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Link> {
    let mut own = Vec::new();
    let mut front = None;
    for (address, path) in node.pages(Some(cleaner)) {
        let read = Link::parse_against(&markup::decode(address), cleaner.base.as_ref());
        if !read.is_ok_and(|(link, _)| is_front_page(&link)) {
            own.push((address, path));
        } else if front.is_none() {
            front = Some((address, path));
        }
    }
    link(&own, "url", cleaner).or_else(|| {
        let (address, path) = front?;
        let is_page = |page| leads_to(address, page);
        if cleaner.page.as_ref().is_none_or(is_page) {
            return cleaner.link("url", address, &path);
        }
        let message = "this is the address of the front page, not of the article";
        cleaner.warn(&path, Code::BadUrl, message);
        None
    })
}

fn section(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    /// Above every real one that was seen; longer ones are sentences or lists of keywords.
    const LONGEST: usize = 60;
    let found = node.text("articleSection", cleaner)?;
    let text = markup::to_text(found.text()?);
    let mut first = "";
    let (mut commas, mut is_list) = (0, false);
    for (index, name) in text.split(',').enumerate() {
        is_list |= index > 0 && !name.starts_with(' ');
        commas = index;
        if first.is_empty() {
            first = name.trim();
        }
    }
    if first.is_empty() {
        return None;
    }
    // A name may have a comma in it, but not three, nor one without a space after it.
    let (name, done) = if is_list || commas > 2 {
        (first, "the first of a list")
    } else {
        (&*text, "")
    };
    if name.chars().count() > LONGEST {
        cleaner.warn(
            &found.path,
            Code::BadValue,
            "this is too long for the name of a section",
        );
        return None;
    }
    cleaner.cleaned("section", name, &found.path, LABEL, done)
}

/// An identifier of the publisher's; an address that is the article's own is none.
fn id(node: &Node<'_>, url: Option<&Link>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let mut found = Vec::new();
    for value in node.values("identifier", cleaner) {
        if value.members().is_empty() {
            found.push(value);
        } else {
            found.append(&mut node.node(&value).values("value", cleaner));
        }
    }
    for part in &node.parts {
        found.extend(identifier(part));
    }
    // One that begins so is a name within the page.
    let is_own =
        |text: &str| text.starts_with(['#', '_']) || url.is_some_and(|url| leads_to(text, url));
    found.iter().find_map(|found| match found.value {
        Json::Text(text) if !is_own(text) => cleaner.plain("id", text, &found.path, LINE),
        Json::Number(number) => {
            cleaner.plain("id", &digits(whole(number.value())?), &found.path, LINE)
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
