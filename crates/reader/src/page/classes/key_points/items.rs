//! The points that an element holds.

use crate::page::document::Element;

/// A point, and where it stands.
pub(super) type Point<'d> = (String, Element<'d>);

/// More than any list of key points has.
const MOST: usize = 30;

/// The points, if the element consists of them; what is marked may hold paragraphs instead of a list.
pub(super) fn of(element: Element<'_>, is_marked: bool) -> Option<Vec<Point<'_>>> {
    let is_aside = |outer: Element<'_>| matches!(outer.name(), "nav" | "footer");
    if is_aside(element) || element.ancestors().any(is_aside) {
        return None;
    }
    match list_in(element) {
        Some(list) => is_most(list, element, is_marked).then(|| listed(list))?,
        None if is_marked => paragraphs(element),
        None => None,
    }
}

fn list_in(element: Element<'_>) -> Option<Element<'_>> {
    let is_list = |element: &Element<'_>| matches!(element.name(), "ul" | "ol");
    Some(element)
        .filter(is_list)
        .or_else(|| element.descendants().find(is_list))
}

/// Whether the element is little more than the list: under a heading may stand the story with a list somewhere in it.
fn is_most(list: Element<'_>, element: Element<'_>, is_marked: bool) -> bool {
    is_marked || list == element || 2 * list.text().len() >= element.text().len()
}

/// The items, if they can be key points: at least two, each of some words, and not a list of links.
pub(super) fn listed(list: Element<'_>) -> Option<Vec<Point<'_>>> {
    let mut items = Vec::new();
    let mut links = 0;
    for item in list.descendants().filter(|element| element.name() == "li") {
        let text = item.text();
        links += usize::from(is_link(item, &text));
        if !is_point(&text) || items.len() == MOST {
            return None;
        }
        items.push((text, item));
    }
    let facts = items.iter().filter(|(text, _)| is_fact(text)).count();
    let is_most = |count: usize| 2 * count > items.len();
    (items.len() >= 2 && !is_most(links) && !is_most(facts)).then_some(items)
}

/// Whether it is a word or two with a value, such as a time, an amount or a score, and no statement: "Opening: 9 to 18".
fn is_fact(text: &str) -> bool {
    const WORDS: usize = 3;
    const LONGEST: usize = 60;
    let text = text.trim();
    let is_named = text.split_once([':', '：']).is_some_and(|(name, value)| {
        name.split_whitespace().count() <= WORDS && !value.trim().is_empty()
    });
    let is_amount = text.starts_with(|sign: char| sign.is_ascii_digit());
    text.len() <= LONGEST && (is_named || is_amount)
}

/// The paragraphs in place of a list, without those that only lead elsewhere.
fn paragraphs(element: Element<'_>) -> Option<Vec<Point<'_>>> {
    /// The longest point that is written as a paragraph, in characters.
    const LONGEST: usize = 300;
    let is_paragraph = |own: &Element<'_>| matches!(own.name(), "p" | "h2" | "h3" | "h4" | "li");
    let mut items = Vec::new();
    for item in element.descendants().filter(is_paragraph) {
        let text = item.text();
        let is_left_out =
            text.trim().is_empty() || is_link(item, &text) || super::heading(item).is_some();
        if is_left_out {
            continue;
        }
        if !is_point(&text) || text.chars().count() > LONGEST || items.len() == MOST {
            return None;
        }
        items.push((text, item));
    }
    (items.len() >= 2).then_some(items)
}

/// Whether it is little more than a link, or leads to a part of the same page, as a table of contents does.
fn is_link(item: Element<'_>, text: &str) -> bool {
    let links = || item.descendants().filter(|element| element.name() == "a");
    let is_part = |link: &Element<'_>| {
        let href = link.attribute("href").unwrap_or_default();
        href.trim().starts_with('#')
    };
    let linked: usize = links().map(|link| link.text().trim().len()).sum();
    2 * linked > text.trim().len() || links().take(1).any(|link| is_part(&link))
}

fn is_point(text: &str) -> bool {
    let text = text.trim();
    // A few letters of Chinese say as much as a few words.
    let has_words = text.split_whitespace().count() >= 3 || text.len() >= 24;
    // Points with the time of day before them are news of their own.
    let mut signs = text.chars().skip_while(char::is_ascii_digit);
    let is_clock = text.starts_with(|sign: char| sign.is_ascii_digit())
        && matches!(signs.next(), Some(':' | '.' | 'h'))
        && signs.next().is_some_and(|sign| sign.is_ascii_digit());
    has_words && !is_clock
}
