//! Other stories to read.

use super::address::link;
use super::contender::leads_to;
use super::dates::moment;
use super::graph::Level;
use super::image_object;
use super::node::Node;
use super::status;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::are_same;
use crate::source_value::SourceValue;
use article_card::article::limits::{LINE, RELATED};
use article_card::article::{Language, Link, Related};
use article_card::report::Code;

/// The stories that the article leads to, as far as they have a headline: an address alone is nothing to read. After them
/// those that the page lists.
pub(super) fn related(
    node: &Node<'_>,
    headline: &str,
    url: Option<&Link>,
    cleaner: &Cleaner<'_>,
) -> Vec<Related> {
    let mut stories = Vec::new();
    for name in ["relatedLink", "isRelatedTo", "citation", "isBasedOn"] {
        stories.append(&mut node.nodes(name, cleaner));
    }
    for page in node.nodes("mainEntityOfPage", cleaner) {
        stories.append(&mut page.nodes("relatedLink", cleaner));
    }
    for part in node.nodes("hasPart", cleaner) {
        if part.is_article() {
            stories.push(part);
        }
    }
    for candidate in &node.graph.candidates {
        if candidate.level == Level::Listed && cleaner.takes_lists() {
            stories.push(node.node(&candidate.found));
        }
    }
    let mut related: Vec<Related> = Vec::new();
    for story in &stories {
        if status::is_withdrawn(story) {
            let message = "it is withdrawn, and left out";
            cleaner.warn(&story.path(), Code::Withheld, message);
            continue;
        }
        let mut names = story.peek("headline");
        names.append(&mut story.peek("name"));
        let text_of = |name| Some((SourceValue::text(name)?, &name.path));
        let Some((raw, path)) = names.iter().find_map(text_of) else {
            continue;
        };
        let text = markup::to_text(raw);
        let pages = story.pages(None);
        let is_own = |address: &str| url.is_some_and(|url| leads_to(address, url));
        let is_known = |known: &Related| are_same(&known.headline, &text);
        if are_same(&text, headline)
            || pages.iter().any(|(address, _)| is_own(address))
            || related.iter().any(is_known)
        {
            continue;
        }
        let Some(headline) = cleaner.text("related", raw, path, LINE) else {
            continue;
        };
        let language = story.text("inLanguage", cleaner);
        let pictures = story.nodes("image", cleaner);
        related.push(Related {
            headline,
            url: link(&pages, "related.url", cleaner),
            published: moment(story, "related.published", &["datePublished"], cleaner),
            updated: moment(story, "related.updated", &["dateModified"], cleaner),
            language: language.and_then(|tag| Language::parse(tag.text()?.trim())),
            image: pictures
                .iter()
                .find_map(|picture| image_object::address(picture, "related.image", cleaner)),
        });
    }
    cleaner.shorten(&mut related, RELATED, &node.path());
    related
}
