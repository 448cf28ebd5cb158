//! Which of the articles of a page is the one that the page is.

use super::graph::{Candidate, Graph, Level, UNTYPED};
use super::node::{MOST_PARTS, Node};
use crate::clean::Cleaner;
use crate::markup;
#[cfg(feature = "page")]
use crate::page_address::is_front_page;
use crate::page_address::is_same_page;
use crate::same_words::are_same;
use article_card::article::Link;
use article_card::reading::digits;
use article_card::report::{Code, Path, Reason};
use std::ptr;

/// What speaks against a candidate, in the order in which it counts.
struct Doubts {
    is_part: bool,
    is_untyped: bool,
    /// Without a headline there is no card.
    is_nameless: bool,
    is_elsewhere: bool,
    /// No title of the page is its headline.
    is_untitled: bool,
    level: Level,
    rank: u8,
}

/// Whether an article is that of the page around it.
#[cfg_attr(
    not(feature = "page"),
    expect(dead_code, reason = "only a page knows more than the blocks")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Own,
    /// Nothing speaks against it, and nothing but its being there for it.
    Perhaps,
    /// It is another page's.
    Other,
}

impl Doubts {
    fn weight(&self) -> u32 {
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

/// The article, together with everything else that describes the same story; the cleaner is told if there is none, or if
/// which one is meant had to be guessed. What is known around the blocks may say of each whose it is.
pub(super) fn choose<'g>(
    graph: &'g Graph<'g>,
    root: &Path,
    cleaner: &Cleaner<'_>,
    mut standing: impl FnMut(&Contender<'g>) -> Standing,
) -> Option<Node<'g>> {
    let mut contenders: Vec<Contender<'g>> = Vec::new();
    for candidate in &graph.candidates {
        let mut contender = Contender::of(candidate, graph, cleaner);
        match standing(&contender) {
            Standing::Own => {}
            Standing::Perhaps => contender.doubts.is_untitled = true,
            Standing::Other => continue,
        }
        contenders.push(contender);
    }
    let mut best: Option<&Contender<'g>> = None;
    for contender in &contenders {
        // Of equals the first.
        if best.is_none_or(|best| contender.doubts.weight() < best.doubts.weight()) {
            best = Some(contender);
        }
    }
    let Some(chosen) = best else {
        cleaner.refuse_no_article(root, what_is_there(graph));
        return None;
    };
    let (claim, headline) = (&chosen.doubts, &chosen.headline);
    let mut node = chosen.node.clone();
    let mut others: Vec<&str> = Vec::new();
    for contender in contenders
        .iter()
        .filter(|contender| !ptr::eq(*contender, chosen))
    {
        let other = &contender.doubts;
        if other.level != claim.level || other.is_untyped != claim.is_untyped || other.is_nameless {
            continue;
        }
        let is_same = are_same(&contender.headline, headline)
            || (!claim.is_elsewhere && !other.is_elsewhere)
            || (node.id().is_some() && contender.node.id() == node.id());
        if is_same {
            if node.parts.len() < MOST_PARTS {
                node.parts.append(&mut contender.node.parts.clone());
            }
        } else if claim.is_elsewhere
            && other.is_untitled == claim.is_untitled
            && !others.contains(&&*contender.headline)
        {
            others.push(&contender.headline);
        }
    }
    if !others.is_empty() {
        let reason = Reason::from("nothing says which of several articles is meant; this is ");
        let mut reason = reason.and_quoting(headline).and(", not ");
        for (index, other) in others.iter().take(3).enumerate() {
            let before = if index == 0 { "" } else { ", " };
            reason = reason.and(before).and_quoting(other);
        }
        if others.len() > 3 {
            let more = digits(others.len() as u64 - 3);
            reason = reason.and(" or ").and_words(more).and(" more");
        }
        cleaner.warn(&node.path(), Code::AmbiguousArticle, reason);
    }
    Some(node)
}

/// An article as far as the choice has to know it.
pub(crate) struct Contender<'g> {
    node: Node<'g>,
    /// Without markup; empty if it has none.
    pub(crate) headline: String,
    doubts: Doubts,
}

impl<'g> Contender<'g> {
    fn of(candidate: &Candidate<'g>, graph: &'g Graph<'g>, cleaner: &Cleaner<'_>) -> Self {
        let node = Node::at(&candidate.found, graph);
        let mut headline = String::new();
        for name in super::HEADLINE {
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
        super::status::is_withdrawn(&self.node)
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
        let values = super::HEADLINE
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

fn what_is_there(graph: &Graph<'_>) -> Reason {
    let mut what = Reason::from("this is JSON-LD");
    for (index, kind) in graph.types.iter().take(5).enumerate() {
        let before = if index == 0 { " of " } else { ", " };
        what = what.and(before).and_quoting(kind);
    }
    what
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
