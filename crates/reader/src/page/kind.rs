//! Whether a page is an article itself, and what it says that it is.

use super::blocks::Blocks;
use super::document::Element;
use super::metadata::{Page, has_word};
use crate::page_address::is_front_page;
use crate::source_value::SourceValue;
use article_card::report::Reason;

/// The most types of JSON-LD that a sentence names.
const TYPES: usize = 5;

/// Whether the document itself is an article: because its metadata says so, or because it has exactly one `article` with a
/// main heading, and a date or an author.
pub(super) fn is_article(page: &Page<'_>) -> bool {
    // No article stands at the front door of a site, whatever is said there.
    if page.address.as_ref().is_some_and(is_front_page) {
        return false;
    }
    // A page that says it is something else is believed, unless it has an article's own metadata.
    if says_article(page) || page.meta(&["og:type"]).is_some() {
        return says_article(page);
    }
    let has = |article: Element<'_>, is_meant: fn(Element<'_>) -> bool| {
        article.descendants().any(is_meant)
    };
    let is_heading = |element: Element<'_>| element.name() == "h1";
    let mut articles = page
        .all("article")
        .filter(|article| has(*article, is_heading));
    let (Some(article), None) = (articles.next(), articles.next()) else {
        return false;
    };
    let is_signed = |element: Element<'_>| {
        (element.name() == "time" && element.attribute("datetime").is_some())
            || has_word(element.attribute("rel"), "author")
            || has_word(element.attribute("itemprop"), "author")
    };
    has(article, is_signed) || page.meta(&["author", "date"]).is_some()
}

/// Whether its metadata says so.
pub(super) fn says_article(page: &Page<'_>) -> bool {
    let is_article = page.meta(&["og:type"]).is_some_and(|kind| {
        let kind = kind.text.trim().to_ascii_lowercase();
        kind.contains("article") || matches!(&*kind, "news" | "story" | "blog")
    });
    is_article || page.meta(&["article:published_time"]).is_some()
}

/// What the page has in the place of an article.
pub(super) fn nothing(page: &Page<'_>, blocks: &Blocks) -> Reason {
    let mut reason = Reason::from("this is an HTML page");
    let mut types = Vec::new();
    for block in &blocks.json_ld {
        gather_types(&block.value(), &mut types);
    }
    for (index, name) in types.iter().enumerate() {
        let before = match index {
            0 => " with JSON-LD of the type ",
            _ => ", ",
        };
        reason = reason.and(before).and_quoting(name);
    }
    if let Some(kind) = page.meta(&["og:type"]) {
        let says = " that says it is of the kind ";
        reason = reason.and(says).and_quoting(&kind.text);
    }
    reason.and(", but no article in it")
}

/// The types of the values at the top of a block, without their vocabulary.
fn gather_types<'v>(block: &SourceValue<'v>, types: &mut Vec<&'v str>) {
    for top in block.items() {
        let graph = top.get("@graph").map(|graph| graph.items());
        for value in std::iter::once(top).chain(graph.unwrap_or_default()) {
            let kind = value.get("@type");
            let Some(name) = kind.as_ref().and_then(SourceValue::text) else {
                continue;
            };
            let name = name.rsplit(['/', '#']).next().unwrap_or_default();
            if !types.contains(&name) && types.len() < TYPES {
                types.push(name);
            }
        }
    }
}
