//! What is printed at a picture: its caption, and who took it.

use super::super::classes::{Meaning, marks_of};
use super::super::document::Element;
use super::super::metadata::has_word;
use super::credit::{name, split};

/// What is printed at a picture, with the elements where it stands.
#[derive(Debug)]
pub(super) struct Legend<'d> {
    pub(super) caption: Option<(String, Element<'d>)>,
    pub(super) credit: Option<(String, Element<'d>)>,
    /// Whether both stand in one line.
    pub(super) is_one_line: bool,
}

/// What is printed at the picture: in the innermost element around it that has something.
pub(super) fn at(picture: Element<'_>) -> Option<Legend<'_>> {
    /// So far above a picture stands what holds both it and its caption.
    const HEIGHT: usize = 8;
    let mut above_figure = 0;
    for around in picture.ancestors().take(HEIGHT) {
        if matches!(around.name(), "" | "article" | "main" | "body" | "html") || above_figure > 1 {
            return None;
        }
        if is_video(around) {
            return None;
        }
        let parts = parts(around)?;
        if !parts.is_empty() {
            return (!around.descendants().any(is_video)).then(|| legend(&parts));
        }
        above_figure += usize::from(above_figure > 0 || around.name() == "figure");
    }
    None
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Caption,
    Credit,
}

/// The parts of a legend in the element; `None` if it holds more than one picture with its legend.
fn parts(around: Element<'_>) -> Option<Vec<(Element<'_>, Kind)>> {
    /// More than a picture and its legend have.
    const ELEMENTS: usize = 200;
    const LONG: usize = 200;
    let mut parts: Vec<(Element<'_>, Kind)> = Vec::new();
    let mut figures = 0;
    for (index, element) in around.descendants().enumerate() {
        figures += usize::from(element.name() == "figure");
        let is_within = |kind| {
            parts
                .iter()
                .any(|(outer, own)| *own == kind && element.ancestors().any(|a| a == *outer))
        };
        if index == ELEMENTS || figures > 1 || element.name() == "h1" {
            return None;
        }
        let kind = kind(element).or_else(|| {
            let is_line = matches!(
                element.name(),
                "span" | "small" | "p" | "div" | "em" | "i" | "strong"
            );
            let is_credit =
                is_line && is_within(Kind::Caption) && split(&element.text()).0.is_empty();
            is_credit.then_some(Kind::Credit)
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
    Some(parts)
}

fn is_video(element: Element<'_>) -> bool {
    element.name() == "video"
        || marks_of(element)
            .iter()
            .any(|own| own.meaning == Meaning::Video)
}

fn kind(element: Element<'_>) -> Option<Kind> {
    let items = ["creditText", "copyrightHolder", "author", "creator"];
    let mut items = items.into_iter();
    let is_marked = |meaning| marks_of(element).iter().any(|own| own.meaning == meaning);
    if element.name() == "figcaption" {
        return Some(Kind::Caption);
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
    is_marked(Meaning::Caption).then_some(Kind::Caption)
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
