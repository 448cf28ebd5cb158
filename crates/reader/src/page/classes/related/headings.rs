//! The headings over lists of links: they say what a list is, whatever its class says.

use crate::page::document::Element;
use crate::page::metadata::Page;
use crate::page::words::{NO_STORIES, OTHER_LISTS, RELATED};

/// More than any page has over its lists.
const MOST: usize = 200;

/// What a heading says of the links under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Related,
    Others,
    Nothing,
}

/// The headings of a page that are no headlines of teasers.
#[derive(Debug)]
pub(super) struct Headings<'d>(Vec<(Element<'d>, Says)>);

impl<'d> Headings<'d> {
    pub(super) fn of(page: &Page<'d>) -> Self {
        let is_link = |element: Element<'d>| element.name() == "a";
        let headings = page.elements.iter().filter(|element| is_heading(**element));
        let own = headings.take(MOST);
        let own = own.filter(|heading| !heading.ancestors().any(is_link));
        let site = page.meta(&["og:site_name"]);
        let site = site.map_or(String::new(), |site| site.text.trim().to_lowercase());
        let own = own.map(|heading| (*heading, says(&heading.text(), &site)));
        let is_of_list = |(heading, says): &(Element<'d>, Says)| {
            *says != Says::Nothing || !heading.descendants().any(is_link)
        };
        Self(own.filter(is_of_list).collect())
    }

    /// The headings that say that what stands under them is related to the story, and what that is.
    pub(super) fn lists(&self) -> impl Iterator<Item = (Element<'d>, Element<'d>)> {
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
            let below = beside.or_else(|| heading.ancestors().next()?.next().filter(has_links));
            Some((*heading, below?))
        })
    }

    /// What the nearest heading over the element says, in what is around it up to that box.
    pub(super) fn over(&self, element: Element<'d>, outermost: Option<Element<'d>>) -> Says {
        const HEIGHT: usize = 10;
        let mut is_out = false;
        let around = element.ancestors().take(HEIGHT).take_while(|around| {
            let was_out = is_out;
            is_out |= outermost == Some(*around);
            !was_out
        });
        let mut around = around.filter_map(|around| {
            let before = self.0.iter().rev();
            let mut before = before.filter(|(heading, _)| heading.place() < element.place());
            before
                .find(|(heading, _)| heading.ancestors().any(|outer| outer == around))
                .map(|(_, says)| *says)
        });
        around.next().unwrap_or(Says::Nothing)
    }
}

/// Whether the element is one of HTML's headings but the main one, or stands for one.
pub(super) fn is_heading(element: Element<'_>) -> bool {
    matches!(element.name(), "h2" | "h3" | "h4" | "h5" | "h6")
        || element.attribute("role") == Some("heading")
}

/// What the words of a heading say; in a sentence they are words of it.
pub(super) fn says(heading: &str, site: &str) -> Says {
    const LONGEST: usize = 80;
    /// More words than these around those of the table make another sentence of them.
    const AROUND: usize = 3;
    const AFTER: usize = 5;
    let text = heading.trim();
    if text.is_empty() || text.len() > LONGEST {
        return Says::Nothing;
    }
    let text = text.to_lowercase().replace('’', "'");
    let text = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let count = words.filter(|word| !word.is_empty()).count();
    let is_related = |words: &str| {
        let more = count.saturating_sub(words.split_whitespace().count());
        let most = if text.starts_with(words) {
            AFTER
        } else {
            AROUND
        };
        more <= most && has_words(text, words)
    };
    // There is more on the site than on the story.
    let is_of_site = site.chars().nth(3).is_some() && has_words(text, site);
    if RELATED.iter().any(is_related) {
        let last = text.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let last = last.rsplit(|sign: char| !sign.is_alphanumeric()).next();
        let is_no_story = last.is_some_and(|last| NO_STORIES.contains(last));
        return if is_of_site || is_no_story {
            Says::Others
        } else {
            Says::Related
        };
    }
    match OTHER_LISTS.iter().any(|words| has_words(text, words)) {
        true => Says::Others,
        false => Says::Nothing,
    }
}

/// Whether the words stand in the text as whole words; "heat-related" is another one.
fn has_words(text: &str, words: &str) -> bool {
    // Chinese and Japanese have no spaces between words.
    let is_joined = |sign: char| (sign.is_alphanumeric() && sign < '\u{2e80}') || sign == '-';
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|after| after.chars().next());
        !before.is_some_and(is_joined) && !after.is_some_and(is_joined)
    })
}
