//! The elements at a picture in which its caption and its credit stand.

use super::super::classes::{Meaning, marks_of};
use super::super::document::Element;
use super::super::metadata::has_word;
use super::credit::split;

/// Whether the element has no more in it than a picture and its legend.
pub(super) fn is_small(element: Element<'_>) -> bool {
    const ELEMENTS: usize = 200;
    element.descendants().nth(ELEMENTS).is_none()
}

/// Which of both a part of a legend is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Caption,
    Credit,
}

/// The parts of a legend in the element; `None` if it holds more than one picture with its legend, or the story.
pub(super) fn parts<'d>(
    around: Element<'d>,
    picture: Element<'d>,
) -> Option<Vec<(Element<'d>, Kind)>> {
    const LONG: usize = 200;
    if !is_small(around) {
        return None;
    }
    let mut parts: Vec<(Element<'_>, Kind)> = Vec::new();
    // Some put one figure into another.
    let is_around = |figure: &Element<'_>| picture.ancestors().any(|outer| outer == *figure);
    let figures = around.descendants().filter(|e| e.name() == "figure");
    let others = figures.filter(|figure| !is_around(figure)).count();
    if others > usize::from(!is_in_figure(picture)) {
        return None;
    }
    for element in around.descendants() {
        let is_within = |kind| {
            parts
                .iter()
                .any(|(outer, own)| *own == kind && element.ancestors().any(|a| a == *outer))
        };
        let is_heading = || {
            // Some lay it over the picture.
            element.name() == "h1" && around.name() != "figure"
        };
        if is_heading() {
            return None;
        }
        let is_line = || {
            matches!(
                element.name(),
                "span" | "small" | "p" | "div" | "em" | "i" | "strong"
            )
        };
        let kind = kind(element).or_else(|| {
            let is_possible = is_line() && (is_within(Kind::Caption) || is_in_figure(element));
            (is_possible && is_credit(&element.text())).then_some(Kind::Credit)
        });
        match kind {
            Some(kind) if !is_within(kind) && !is_within(Kind::Credit) => {
                parts.push((element, kind))
            }
            None if element.name() == "p"
                && !is_within(Kind::Caption)
                && element.text().len() > LONG =>
            {
                return None;
            }
            _ => {}
        }
    }
    parts.retain(|(element, _)| !element.text().trim().is_empty());
    if around.name() == "figure" && parts.iter().all(|(_, kind)| *kind == Kind::Credit) {
        parts.extend(rest(around, &parts));
    }
    Some(parts)
}

/// Whether the element is a caption and nothing more, by its name or a mark.
pub(super) fn is_caption(element: Element<'_>) -> bool {
    kind(element) == Some(Kind::Caption) && is_small(element)
}

fn is_in_figure(element: Element<'_>) -> bool {
    element.ancestors().any(|outer| outer.name() == "figure")
}

/// What else a figure says, if that is a sentence and leads nowhere: many mark the credit alone.
fn rest<'d>(figure: Element<'d>, credits: &[(Element<'d>, Kind)]) -> Option<(Element<'d>, Kind)> {
    const WORDS: std::ops::Range<usize> = 4..100;
    let credits: Vec<Element<'d>> = credits.iter().map(|(element, _)| *element).collect();
    let is_other = |inner: Element<'_>| {
        matches!(
            inner.name(),
            "h1" | "h2" | "h3" | "li" | "table" | "blockquote"
        ) || (inner.name() == "a" && !inner.text().trim().is_empty())
    };
    let text = figure.text_without(&credits);
    let is_caption = WORDS.contains(&text.split_whitespace().count())
        && !figure.descendants().any(is_other)
        && !credits.is_empty();
    is_caption.then_some((figure, Kind::Caption))
}

/// Whether the line is a credit and nothing else, by the word before it or its brackets.
fn is_credit(line: &str) -> bool {
    let (before, credit) = split(line);
    before.is_empty() && credit.is_some()
}

/// Whether the heading and the standfirst of the story stand in what should be a caption.
fn holds_heading(element: Element<'_>) -> bool {
    /// It comes first.
    const ELEMENTS: usize = 20;
    let mut inner = element.descendants().take(ELEMENTS);
    inner.any(|inner| matches!(inner.name(), "h1" | "h2"))
}

/// What the element is by its name or a mark.
pub(super) fn kind(element: Element<'_>) -> Option<Kind> {
    let items = ["creditText", "copyrightHolder", "author", "creator"];
    let mut items = items.into_iter();
    let is_marked = |meaning| marks_of(element).iter().any(|own| own.meaning == meaning);
    if element.name() == "figcaption" {
        return (!holds_heading(element)).then_some(Kind::Caption);
    }
    if matches!(
        element.name(),
        "img" | "picture" | "source" | "button" | "a" | "figure"
    ) {
        return None;
    }
    if is_marked(Meaning::Credit) || items.any(|name| has_word(element.attribute("itemprop"), name))
    {
        return Some(Kind::Credit);
    }
    let mut outer = element.ancestors();
    let mut is_title = || outer.any(|outer| outer.name() == "figcaption" && holds_heading(outer));
    (is_marked(Meaning::Caption) && !is_title()).then_some(Kind::Caption)
}
