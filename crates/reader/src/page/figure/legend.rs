//! What is printed at a picture: its caption, and who took it.

use super::super::classes::{Meaning, marks_of};
use super::super::document::Element;
use super::super::metadata::has_word;
use super::credit::{is_names, name, split};

/// What is printed at a picture, with the elements where it stands.
#[derive(Debug)]
pub(super) struct Legend<'d> {
    pub(super) caption: Option<(String, Element<'d>)>,
    pub(super) credit: Option<(String, Element<'d>)>,
    /// Whether both stand in one line.
    pub(super) is_one_line: bool,
}

/// What is printed at the picture: in the innermost element around it that has something, or right behind it.
pub(super) fn at(picture: Element<'_>) -> Option<Legend<'_>> {
    /// So far above a picture stands what holds both it and its caption.
    const HEIGHT: usize = 8;
    let mut above_figure = 0;
    let mut inner = picture;
    let mut credits = None;
    for around in picture.ancestors().take(HEIGHT) {
        if is_video(around) {
            return None;
        }
        let is_story = matches!(around.name(), "" | "article" | "main" | "body" | "html");
        let parts = match is_story || above_figure > 1 {
            true => None,
            false => parts(around, picture),
        };
        let is_end = parts.is_none();
        // The story is around it, too.
        let parts = parts.unwrap_or_else(|| behind(inner));
        let has_caption = parts.iter().any(|(_, kind)| *kind == Kind::Caption);
        if around.descendants().any(is_video) && !is_end {
            break;
        }
        if has_caption {
            return Some(legend(&parts));
        }
        // The caption may stand one element further out, most often in the figure.
        let found = (!parts.is_empty()).then_some(parts);
        if is_end || (credits.is_some() && above_figure > 0) {
            credits = credits.or(found);
            break;
        }
        credits = credits.or(found);
        above_figure += usize::from(above_figure > 0 || around.name() == "figure");
        inner = around;
    }
    credits.map(|parts| legend(&parts))
}

/// The lines that stand right behind the element that holds the picture.
fn behind(holder: Element<'_>) -> Vec<(Element<'_>, Kind)> {
    let mut elements = std::iter::successors(holder.next(), |element| element.next());
    let mut found: Vec<(Element<'_>, Kind)> = Vec::new();
    if holder.descendants().any(is_video) || !holder.text().trim().is_empty() {
        return found;
    }
    while let Some(element) = elements.find(|element| !element.text().trim().is_empty())
        && let Some(kind) = kind(element)
        && found.iter().all(|(_, own)| *own != kind)
    {
        found.push((element, kind));
    }
    found
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Caption,
    Credit,
}

/// The parts of a legend in the element; `None` if it holds more than one picture with its legend, or the story.
fn parts<'d>(around: Element<'d>, picture: Element<'d>) -> Option<Vec<(Element<'d>, Kind)>> {
    /// More than a picture and its legend have.
    const ELEMENTS: usize = 200;
    const LONG: usize = 200;
    let mut parts: Vec<(Element<'_>, Kind)> = Vec::new();
    // Some put one figure into another.
    let is_around = |figure: &Element<'_>| picture.ancestors().any(|outer| outer == *figure);
    let figures = around.descendants().filter(|e| e.name() == "figure");
    let others = figures.filter(|figure| !is_around(figure)).count();
    if others > usize::from(!is_in_figure(picture)) {
        return None;
    }
    for (index, element) in around.descendants().enumerate() {
        let is_within = |kind| {
            parts
                .iter()
                .any(|(outer, own)| *own == kind && element.ancestors().any(|a| a == *outer))
        };
        let is_heading = || {
            // Some lay it over the picture.
            element.name() == "h1" && around.name() != "figure"
        };
        if index == ELEMENTS || is_heading() {
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

/// Whether the element is a caption, by its name or a mark.
pub(super) fn is_caption(element: Element<'_>) -> bool {
    kind(element) == Some(Kind::Caption)
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

fn is_video(element: Element<'_>) -> bool {
    element.name() == "video"
        || marks_of(element)
            .iter()
            .any(|own| own.meaning == Meaning::Video)
}

/// Whether the heading and the standfirst of the story stand in what should be a caption.
fn holds_heading(element: Element<'_>) -> bool {
    let is_heading = |inner: Element<'_>| matches!(inner.name(), "h1" | "h2");
    element.descendants().any(is_heading)
}

fn kind(element: Element<'_>) -> Option<Kind> {
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

fn legend<'d>(parts: &[(Element<'d>, Kind)]) -> Legend<'d> {
    let of = |wanted| {
        parts
            .iter()
            .filter(move |(_, kind)| *kind == wanted)
            .map(|(element, _)| *element)
    };
    let credits: Vec<Element<'d>> = of(Kind::Credit).collect();
    let mut lines = of(Kind::Caption).map(|element| (element.text_without(&credits), element));
    let mut caption = lines.find(|(text, _)| !text.trim().is_empty());
    let mut credit: Option<(String, Element<'d>)> = None;
    for element in credits {
        let text = element.text();
        let (before, after) = split(&text);
        let (before, after) = match after {
            Some(after) => (before, Some(after)),
            // A whole caption stands in some of these.
            None if text.split_whitespace().count() > 12 => (text.trim(), None),
            None => ("", Some(name(&text))),
        };
        if caption.is_none() && !before.is_empty() {
            caption = Some((before.to_owned(), element));
        }
        let Some(after) = after.filter(|name| !name.is_empty()) else {
            continue;
        };
        match &mut credit {
            None => credit = Some((after.to_owned(), element)),
            // Who took it and who sells it stand in two elements.
            Some((whole, _))
                if !whole.contains(after)
                    && !after.contains(&**whole)
                    && whole.len() + after.len() < 80 =>
            {
                whole.push_str(" / ");
                whole.push_str(after);
            }
            Some(_) => {}
        }
    }
    let mut is_one_line = false;
    if let Some((text, element)) = caption {
        let mut text = text;
        if credit.is_none()
            && let Some(line) = last_line(element)
        {
            text = element.text_without(&[line]);
            credit = Some((name(&line.text()).to_owned(), line));
        }
        let (before, after) = split(&text);
        is_one_line = after.is_some() && credit.is_none();
        credit = credit.or_else(|| Some((after?.to_owned(), element)));
        caption = (!before.is_empty()).then(|| (before.to_owned(), element));
    }
    Legend {
        caption,
        credit,
        is_one_line,
    }
}

/// The last line of a caption if it stands in an element of its own behind whole sentences, and has a stroke between names.
fn last_line(caption: Element<'_>) -> Option<Element<'_>> {
    let lines = |element: &Element<'_>| {
        matches!(element.name(), "span" | "p" | "div" | "small" | "em" | "i")
            && !element.text().trim().is_empty()
    };
    let last = caption.descendants().filter(lines).last()?;
    let text = last.text();
    let before = caption.text_without(&[last]);
    let is_last = caption.text().trim_end().ends_with(text.trim());
    let is_credit = is_last && !before.trim().is_empty() && is_names(&text);
    is_credit.then_some(last)
}
