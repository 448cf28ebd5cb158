//! Other stories to read.

use super::address::link;
use super::choice::{leads_to, same_words};
use super::graph::Level;
use super::node::Node;
use super::picture;
use super::story::moment;
use crate::article::{Language, Link, Related};
use crate::source::desk::Desk;
use crate::source::limits::{LINE, RELATED};
use crate::source::markup;

/// The stories that the article leads to, as far as they have a headline: an address alone is nothing to read. After them
/// those that the page lists.
pub(super) fn related(
    node: &Node<'_>,
    headline: &str,
    url: Option<&Link>,
    desk: &Desk<'_>,
) -> Vec<Related> {
    let mut stories = Vec::new();
    for name in ["relatedLink", "isRelatedTo", "citation", "isBasedOn"] {
        stories.extend(node.nodes(name, desk));
    }
    for page in node.nodes("mainEntityOfPage", desk) {
        stories.extend(page.nodes("relatedLink", desk));
    }
    let mut parts = node.nodes("hasPart", desk);
    parts.retain(Node::is_article);
    stories.append(&mut parts);
    for candidate in &node.graph.candidates {
        if candidate.level == Level::Listed {
            stories.push(node.node(&candidate.found));
        }
    }
    let mut related: Vec<Related> = Vec::new();
    for story in &stories {
        let mut names = story.peek("headline");
        names.append(&mut story.peek("name"));
        names.retain(|name| name.text().is_some());
        let Some(name) = names.first() else {
            continue;
        };
        let raw = name.text().unwrap_or_default();
        let text = markup::to_text(raw);
        let pages = story.pages(None);
        let is_own = |address: &str| url.is_some_and(|url| leads_to(address, url));
        let is_known = |known: &Related| same_words(&known.headline, &text);
        if same_words(&text, headline)
            || pages.iter().any(|(address, _)| is_own(address))
            || related.iter().any(is_known)
        {
            continue;
        }
        let Some(headline) = desk.text("related", raw, &name.path, LINE) else {
            continue;
        };
        let language = story.text("inLanguage", desk);
        let pictures = story.nodes("image", desk);
        related.push(Related {
            headline,
            url: link(&pages, "related.url", desk),
            published: moment(story, "related.published", &["datePublished"], desk),
            updated: moment(story, "related.updated", &["dateModified"], desk),
            language: language.and_then(|tag| Language::parse(tag.text()?.trim())),
            image: pictures
                .iter()
                .find_map(|picture| picture::address(picture, "related.image", desk)),
        });
    }
    desk.shorten(&mut related, RELATED, node.path());
    related
}
