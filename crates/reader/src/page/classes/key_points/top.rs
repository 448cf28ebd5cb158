//! The top of a story: what stands between its headline and its text.

use super::items::{Point, listed};
use crate::page::classes::{Meaning, marks_of};
use crate::page::document::Element;
use crate::page::metadata::Page;
use crate::same_words::after;
use std::collections::HashSet;

/// Where the text of a story is not yet under way.
pub(super) struct Top<'p, 'd> {
    page: &'p Page<'d>,
    story: Element<'d>,
    heading: Option<Element<'d>>,
    /// The paragraphs that begin the story.
    paragraphs: Vec<Element<'d>>,
}

impl<'p, 'd> Top<'p, 'd> {
    pub(super) fn of(page: &'p Page<'d>, story: Element<'d>) -> Self {
        let is_heading = |element: &Element<'d>| element.name() == "h1";
        let heading = story.descendants().find(is_heading);
        let heading = heading.or_else(|| page.all("h1").next());
        let start = heading.map_or(0, Element::place);
        let paragraphs = story
            .descendants()
            .filter(|element| element.name() == "p" && element.place() > start)
            .filter(|element| page.scopes.is_of_story(*element))
            .filter(|element| is_long(&element.text()) && !is_listed(*element));
        Self {
            page,
            story,
            heading,
            paragraphs: paragraphs.take(3).collect(),
        }
    }

    /// Whether the element stands before the third paragraph: a standfirst and an opening may stand before key points.
    pub(super) fn holds(&self, element: Element<'d>) -> bool {
        let end = self.paragraphs.get(2).map(|paragraph| paragraph.place());
        end.is_none_or(|end| element.place() < end)
    }

    /// The points of a list that nothing marks but its place: after the headline, or after the standfirst, and before the
    /// first paragraph of the same text.
    pub(super) fn unmarked(&self) -> Option<(Vec<Point<'d>>, Element<'d>)> {
        const LISTS: usize = 20;
        let heading = self.heading?;
        let end = self.paragraphs.get(1)?.place();
        let lists = self.story.descendants().filter(|list| list.name() == "ul");
        let mut lists = lists
            .skip_while(|list| list.place() < heading.place())
            .take_while(|list| list.place() < end)
            .take(LISTS);
        lists.find_map(|list| {
            let is_own = self.page.scopes.is_of_story(list) && self.is_between(list);
            let points = is_own.then(|| self.statements(list))??;
            Some((points, list))
        })
    }

    /// Whether the text is about most of the points: each shares some words with it. Other lists stand at the top as well, of
    /// authors, of what subscribers get, of other news.
    pub(super) fn tells_of(&self, points: &[Point<'d>], list: Element<'d>) -> bool {
        const SHARED: usize = 2;
        let descriptions = self.descriptions().collect::<Vec<String>>().join(" ");
        let heading = self.heading.map(Element::text).unwrap_or_default();
        let text = self.story.text_without(&[list]);
        let known = [text, heading, descriptions]
            .iter()
            .flat_map(|text| stems(text))
            .collect::<HashSet<String>>();
        let is_told = |(point, _): &&Point<'_>| {
            let stems = stems(point).into_iter().collect::<HashSet<String>>();
            stems.intersection(&known).count() >= SHARED
        };
        // Of a page without a text nothing is known.
        self.paragraphs.is_empty() || 2 * points.iter().filter(is_told).count() > points.len()
    }

    fn descriptions(&self) -> impl Iterator<Item = String> {
        let names = ["og:description", "description"].into_iter();
        names
            .flat_map(|name| self.page.metas(name))
            .map(|saying| saying.text.to_string())
    }

    /// Whether the list stands between the headline or standfirst and a paragraph.
    fn is_between(&self, list: Element<'d>) -> bool {
        let text = list.text();
        let outer = list.ancestors().take(3);
        let outer = outer.take_while(|outer| outer.text().trim() == text.trim());
        let block = outer.last().unwrap_or(list);
        let nexts = std::iter::successors(block.next(), |next| next.next());
        let mut nexts = nexts.filter(|next| !next.text().trim().is_empty()).take(2);
        if !nexts.any(|next| self.paragraphs.contains(&next)) {
            return false;
        }
        let mut before = self.paragraphs.iter();
        let before = before.find(|paragraph| paragraph.place() < list.place());
        // What ends with a colon begins a sentence that the list goes on with.
        before.is_none_or(|paragraph| {
            let text = paragraph.text();
            !text.trim_end().ends_with(':') && self.is_standfirst(&text)
        })
    }

    fn is_standfirst(&self, text: &str) -> bool {
        self.descriptions()
            .any(|description| after(&description, text.trim()).is_some())
    }

    /// The items if all are statements: neither pictures nor links, nor dates or names, each about as long as a headline.
    fn statements(&self, list: Element<'d>) -> Option<Vec<Point<'d>>> {
        /// In bytes.
        const LONG: usize = 36;
        let items = listed(list)?;
        let is_other = |element: Element<'_>| {
            matches!(
                element.name(),
                "img" | "figure" | "time" | "input" | "button" | "ul" | "ol" | "iframe" | "svg"
            )
        };
        let is_statement = |(text, item): &Point<'_>| {
            let text = text.trim();
            let linked = item.descendants().filter(|element| element.name() == "a");
            let linked: usize = linked.map(|link| link.text().trim().len()).sum();
            let length = text.chars().count();
            (20..=250).contains(&length)
                && 2 * linked < text.len()
                && !text.ends_with([';', ',', ':', '?'])
        };
        let marked = list
            .ancestors()
            .take(2)
            .take_while(|outer| *outer != self.story);
        let marked = std::iter::once(list).chain(marked);
        let is_told_otherwise = marked
            .flat_map(marks_of)
            .any(|own| !matches!(own.meaning, Meaning::Body));
        // Ingredients and products are shorter, most of them.
        let long = items.iter().filter(|(text, _)| text.trim().len() >= LONG);
        let can_be = (2..=6).contains(&items.len())
            && 2 * long.count() > items.len()
            && items.iter().all(is_statement)
            && !is_told_otherwise
            && !list.descendants().any(is_other);
        can_be.then_some(items)
    }
}

/// The beginnings of the longer words, in small letters, since many languages inflect their ends; of Chinese and Japanese,
/// which have no spaces, each two signs.
fn stems(text: &str) -> Vec<String> {
    const LETTERS: usize = 5;
    let mut stems = Vec::new();
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        let signs: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        let size = match signs.iter().any(|sign| *sign >= '\u{2e80}') {
            true => 2,
            false => LETTERS,
        };
        let most = if size == 2 { signs.len() } else { 1 };
        stems.extend(signs.windows(size).take(most).map(String::from_iter));
    }
    stems
}

/// Whether it is a paragraph of a story, and no line beside it.
fn is_long(text: &str) -> bool {
    text.trim().chars().nth(60).is_some()
}

fn is_listed(paragraph: Element<'_>) -> bool {
    let mut outer = paragraph.ancestors();
    outer.any(|outer| matches!(outer.name(), "li" | "figure" | "blockquote"))
}
