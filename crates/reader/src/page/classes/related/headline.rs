//! The headline in a link to a story, without what stands around it.

use crate::page::classes::words;
use crate::page::document::Element;

/// What the link calls the story: its heading, what is marked as its title, else all but dates and sections.
pub(super) fn of(link: Element<'_>) -> String {
    const INNER: usize = 60;
    let inner = || link.descendants().take(INNER);
    let heading = || inner().find(|e| matches!(e.name(), "h2" | "h3" | "h4" | "h5"));
    let titled =
        || inner().find(|e| has_class(*e, &["title", "headline"]) && !e.text().trim().is_empty());
    let element = heading().or_else(titled).unwrap_or(link);
    let is_beside = |e: &Element<'_>| {
        e.name() == "time"
            || has_class(
                *e,
                &[
                    "date", "time", "section", "category", "kicker", "label", "badge", "author",
                    "duration", "tag", "count",
                ],
            )
    };
    let beside: Vec<Element<'_>> = element
        .descendants()
        .take(INNER)
        .filter(is_beside)
        .collect();
    let text = element.text_without(&beside);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether one of its classes ends in one of these words.
pub(super) fn has_class(element: Element<'_>, names: &[&str]) -> bool {
    let class = element.attribute("class").unwrap_or_default();
    class
        .split_ascii_whitespace()
        .take(10)
        .filter_map(|class| words(class).last())
        .any(|last| names.iter().any(|name| last.eq_ignore_ascii_case(name)))
}

/// Whether it can be a headline: the names of topics, sections and people are short, and so are their addresses.
pub(super) fn is_one(text: &str, href: &str) -> bool {
    /// The longest headline, in characters.
    const LONGEST: usize = 160;
    let count = text.split_whitespace().count();
    // A few letters of Chinese say as much as a few words.
    let is_short = count < 3 && text.len() < 24;
    let mut words = text.split_whitespace();
    let is_name = count <= 3 && words.all(|word| word.starts_with(char::is_uppercase));
    // A teaser's text may be a link, too, and what ends with a colon is the beginning of something.
    let is_cut = count <= 5 && (text.ends_with('…') || text.ends_with("..."));
    let is_other = text.chars().nth(LONGEST).is_some() || text.ends_with(':') || is_cut;
    let path = href
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let digits = |run: &str| run.len() >= 4;
    let has_number = href.split(|sign: char| !sign.is_ascii_digit()).any(digits);
    let is_story = has_number || last.split(['-', '_']).count() >= 4;
    !is_short && !is_name && !is_other && (is_story || count > 5 || !text.is_ascii() && count < 2)
}
