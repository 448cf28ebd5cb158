//! An article among those of a page, as far as the choice has to know it.

use super::HEADLINE;
use super::graph::{Candidate, Graph, Level, UNTYPED};
use super::node::{MOST_PARTS, Node};
#[cfg(feature = "page")]
use super::status::is_withdrawn;
use crate::clean::Cleaner;
use crate::markup;
#[cfg(feature = "page")]
use crate::page_address::is_front_page;
use crate::page_address::is_same_page;
use crate::same_words::are_same;
use article_card::article::Link;
#[cfg(feature = "page")]
use article_card::report::Path;

/// What speaks against a candidate, in the order in which it counts.
#[derive(Clone)]
pub(super) struct Doubts {
    pub(super) is_part: bool,
    pub(super) is_untyped: bool,
    /// Without a headline there is no card.
    pub(super) is_nameless: bool,
    pub(super) is_elsewhere: bool,
    /// No title of the page is its headline.
    pub(super) is_untitled: bool,
    pub(super) level: Level,
    pub(super) rank: u8,
}

impl Doubts {
    /// The less, the more likely it is meant.
    pub(super) fn weight(&self) -> u32 {
        let counts = [
            self.is_part,
            self.is_untyped,
            self.is_nameless,
            self.is_elsewhere,
            self.is_untitled,
        ];
        let weight = counts
            .into_iter()
            .fold(0, |sum, doubt| sum * 2 + u32::from(doubt));
        (weight * 16 + self.level as u32) * 16 + u32::from(self.rank)
    }
}

/// An article as far as the choice has to know it.
#[derive(Clone)]
pub(crate) struct Contender<'g> {
    /// All that is said of it.
    pub(super) node: Node<'g>,
    /// Without markup; empty if it has none.
    pub(crate) headline: String,
    pub(super) doubts: Doubts,
}

impl<'g> Contender<'g> {
    pub(super) fn of(
        candidate: &Candidate<'g>,
        graph: &'g Graph<'g>,
        cleaner: &Cleaner<'_>,
    ) -> Self {
        let node = Node::at(&candidate.found, graph);
        let mut headline = String::new();
        for name in HEADLINE {
            for value in node.peek(name) {
                if headline.is_empty() {
                    let text = markup::to_text(value.text().unwrap_or_default());
                    text.trim().clone_into(&mut headline);
                }
            }
        }
        let is_part = candidate.level == Level::Part;
        let doubts = Doubts {
            is_part,
            is_untyped: candidate.rank == UNTYPED,
            is_nameless: headline.is_empty(),
            is_elsewhere: is_part || !is_at(&node, cleaner.page.as_ref()),
            is_untitled: false,
            level: candidate.level,
            rank: candidate.rank,
        };
        Self {
            node,
            headline,
            doubts,
        }
    }

    /// Whether it might as well be meant as the other, as far as their places and types tell.
    pub(super) fn is_rival(&self, other: &Self) -> bool {
        let (own, other) = (&self.doubts, &other.doubts);
        own.level == other.level && own.is_untyped == other.is_untyped && !own.is_nameless
    }

    /// Whether both are called the same, so that they are one story.
    pub(super) fn is_named_like(&self, other: &Self) -> bool {
        are_same(&self.headline, &other.headline)
            || (self.node.id().is_some() && self.node.id() == other.node.id())
    }

    /// Adds what else is said of it, within bounds.
    pub(super) fn add(&mut self, mut node: Node<'g>) {
        if self.node.parts.len() < MOST_PARTS {
            self.node.parts.append(&mut node.parts);
        }
    }
}

#[cfg(feature = "page")]
impl Contender<'_> {
    /// Where it stands.
    pub(crate) fn path(&self) -> Path {
        self.node.path()
    }

    /// Whether it stands only where other stories do as well: in a list, or as what something leads to or is a part of.
    pub(crate) fn is_aside(&self) -> bool {
        self.doubts.level > Level::Nested
    }

    /// Whether it belongs to something else.
    pub(crate) fn is_within(&self) -> bool {
        self.doubts.level > Level::Main
    }

    /// Whether it is taken back.
    pub(crate) fn is_withdrawn(&self) -> bool {
        is_withdrawn(&self.node)
    }

    /// Whether one of its addresses is that of the page.
    pub(crate) fn is_here(&self, page: Option<&Link>) -> bool {
        !self.doubts.is_elsewhere || (self.doubts.is_part && is_at(&self.node, page))
    }

    /// Whether it has an address, and none of them is that of the page. Many articles name the front page in the place of
    /// their own, which says nothing.
    pub(crate) fn is_of_another_page(&self, page: &Link) -> bool {
        if self.is_here(Some(page)) {
            return false;
        }
        let pages = self.node.pages(None);
        pages.iter().any(|(address, _)| {
            let read = Link::parse_against(&markup::decode(address), Some(page));
            read.is_ok_and(|(link, _)| !is_front_page(&link))
        })
    }

    /// What it calls itself, each with its place, the best first.
    pub(super) fn titles(node: &Node<'_>) -> Vec<(String, Path)> {
        let values = HEADLINE
            .iter()
            .filter_map(|name| node.peek(name).into_iter().next());
        let titles = values.filter_map(|value| {
            let text = markup::to_text(value.text()?);
            Some((text.trim().to_owned(), value.path.clone()))
        });
        titles.collect()
    }
}

/// Whether one of its addresses is that of the page.
fn is_at(node: &Node<'_>, page: Option<&Link>) -> bool {
    let Some(page) = page else { return false };
    let pages = node.pages(None);
    pages.iter().any(|(address, _)| leads_to(address, page))
}

/// Whether an address, as it is written in the page, leads to the page itself.
pub(super) fn leads_to(address: &str, page: &Link) -> bool {
    let read = Link::parse_against(&markup::decode(address), Some(page));
    read.is_ok_and(|(address, _)| is_same_page(&address, page))
}

#[cfg(test)]
mod tests {
    use super::leads_to;
    use article_card::article::Link;

    #[test]
    fn an_address_leads_to_the_page_however_it_is_written() {
        let page = Link::parse("https://www.herald.example/news/wind?a=1")
            .unwrap()
            .0;
        for address in [
            "https://www.herald.example/news/wind?a=1",
            "http://herald.example/news/wind?a=1#top",
            "//herald.example/news/wind?a=1",
            "/news/wind?a=1",
            "wind?a=1",
            "https://HERALD.example:443/news/./wind?a=1",
            "https://herald.example/news/wind",
            "https://m.herald.example/news/wind?a=1",
        ] {
            assert!(leads_to(address, &page), "{address}");
        }
        for address in [
            "https://herald.example/news/wind?a=2",
            "https://herald.example/news",
            "javascript:alert(1)",
        ] {
            assert!(!leads_to(address, &page), "{address}");
        }
        let front = Link::parse("https://herald.example").unwrap().0;
        assert!(leads_to("https://www.herald.example/#x", &front));
    }
}
