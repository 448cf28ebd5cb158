//! What is printed at a picture: its caption, and who took it.

use super::super::classes::{Meaning, marks_of};
use super::super::document::Element;
use super::credit::{behind_sentences, name, split};
use super::names::is_names;
use super::parts::{Kind, is_small, kind, parts};

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
        let has_video = || around.descendants().any(is_video);
        if !is_end && !parts.is_empty() && has_video() {
            break;
        }
        let has_caption = parts.iter().any(|(_, kind)| *kind == Kind::Caption);
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
    /// Empty ones stand between.
    const SIBLINGS: usize = 4;
    let mut found: Vec<(Element<'_>, Kind)> = Vec::new();
    let is_blank = |element: &Element<'_>| is_small(*element) && element.text().trim().is_empty();
    if !is_blank(&holder) || holder.descendants().any(is_video) {
        return found;
    }
    let after = std::iter::successors(holder.next(), |element| element.next());
    for element in after.take(SIBLINGS).filter(|element| !is_blank(element)) {
        let kind = kind(element).filter(|_| is_small(element));
        let Some(kind) = kind.filter(|kind| found.iter().all(|(_, own)| own != kind)) else {
            break;
        };
        found.push((element, kind));
    }
    found
}

fn is_video(element: Element<'_>) -> bool {
    element.name() == "video"
        || marks_of(element)
            .iter()
            .any(|own| own.meaning == Meaning::Video)
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
    for element in credits.iter().copied() {
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
        // The address of mail stands behind the name of the one whose it is.
        let has_mail = credit.is_none() && credits.iter().any(|line| line.text().contains('@'));
        let signed = (after.is_none() && has_mail)
            .then(|| behind_sentences(&text))
            .flatten();
        let (before, after) = signed.map_or((before, after), |(before, name)| (before, Some(name)));
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
