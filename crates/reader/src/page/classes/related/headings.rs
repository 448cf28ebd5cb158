//! The headings over lists of links: they say what a list is, whatever its class says.

use crate::page::document::Element;
use crate::page::metadata::Page;
use crate::page::words::{OTHER_LISTS, RELATED};

/// More than any page has over its lists.
const MOST: usize = 200;

/// What a heading says of the links under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Related,
    Others,
    Nothing,
}

/// The headings of a page that are no headlines of teasers.
pub(super) struct Headings<'d>(Vec<(Element<'d>, Says)>);

impl<'d> Headings<'d> {
    pub(super) fn of(page: &Page<'d>) -> Self {
        let is_heading = |element: &&Element<'d>| {
            matches!(element.name(), "h2" | "h3" | "h4" | "h5" | "h6")
                || element.attribute("role") == Some("heading")
        };
        let is_link = |element: Element<'d>| element.name() == "a";
        let headings = page.elements.iter().filter(is_heading).take(MOST);
        let own = headings.filter(|heading| !heading.ancestors().any(is_link));
        let site = page.meta(&["og:site_name"]);
        let site = site.map_or(String::new(), |site| site.text.trim().to_lowercase());
        let own = own.map(|heading| (*heading, says(&heading.text(), &site)));
        let is_of_list = |(heading, says): &(Element<'d>, Says)| {
            *says != Says::Nothing || !heading.descendants().any(is_link)
        };
        Self(own.filter(is_of_list).collect())
    }

    /// What stands under a heading that says that it is related to the story.
    pub(super) fn lists(&self) -> impl Iterator<Item = Element<'d>> {
        let related = self.0.iter().filter(|(_, says)| *says == Says::Related);
        related.filter_map(|(heading, _)| {
            let has_links = |element: &Element<'d>| {
                matches!(
                    element.name(),
                    "ul" | "ol" | "div" | "section" | "p" | "a" | "article"
                ) && (element.name() == "a"
                    || element.descendants().any(|inner| inner.name() == "a"))
            };
            let beside = heading.next().filter(has_links);
            // Many a heading stands in an element of its own.
            beside.or_else(|| heading.ancestors().next()?.next().filter(has_links))
        })
    }

    /// Whether the nearest heading over the link allows that it is related to the story.
    pub(super) fn are_for(&self, link: Element<'d>) -> bool {
        const HEIGHT: usize = 10;
        let over = link.ancestors().take(HEIGHT).find_map(|around| {
            let before = self
                .0
                .iter()
                .rev()
                .filter(|(heading, _)| heading.place() < link.place());
            before
                .filter(|(heading, _)| heading.ancestors().any(|outer| outer == around))
                .map(|(_, says)| *says)
                .next()
        });
        over != Some(Says::Others)
    }
}

fn says(heading: &str, site: &str) -> Says {
    const LONGEST: usize = 80;
    let text = heading.trim();
    if text.len() > LONGEST {
        return Says::Nothing;
    }
    let text = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|words| has_words(&text, words));
    // There is more on the site than on the story.
    let is_of_site = site.chars().nth(3).is_some() && has_words(&text, site);
    if is_of_site && has(RELATED) {
        Says::Others
    } else if has(RELATED) {
        Says::Related
    } else if has(OTHER_LISTS) {
        Says::Others
    } else {
        Says::Nothing
    }
}

/// Whether the words stand in the text as whole words.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|after| after.chars().next());
        let is_edge = |sign: Option<char>| !sign.is_some_and(|sign| sign.is_ascii_alphanumeric());
        is_edge(before) && is_edge(after)
    })
}
