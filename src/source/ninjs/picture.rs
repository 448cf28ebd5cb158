//! The picture of an item: one of its associations, or what the item itself is.

use super::super::desk::Desk;
use super::super::found::Found;
use super::super::limits::{LABEL, PARAGRAPH};
use super::super::markup;
use super::standing::Standing;
use super::wording::{self, Wording};
use super::{byline, item, rendition};
use crate::article::{Image, Text};
use crate::report::Code;
use std::borrow::Cow;

/// Whether the item says that it is a picture; a graphic beside a story is often no more than a logo.
pub(super) fn is_picture(item: &Found<'_>) -> bool {
    kind(item) == "picture"
}

fn kind(item: &Found<'_>) -> String {
    let kind = item::member(item, "type");
    kind.as_ref()
        .and_then(Found::text)
        .map(item::word)
        .unwrap_or_default()
}

pub(super) fn image(
    item: &Found<'_>,
    descriptions: &[Wording<'_>],
    associations: &[(&str, Found<'_>)],
    standing: &Standing,
    desk: &Desk<'_>,
) -> Option<Image> {
    if is_picture(item) || kind(item) == "graphic" {
        return of(item, descriptions, true, desk);
    }
    for main_ones in [true, false] {
        for (name, found) in associations {
            let is_certain = is_picture(found);
            let may_be = is_certain || kind(found).is_empty();
            if !may_be || is_main(name, found) != main_ones || !standing.covers(found, desk) {
                continue;
            }
            let descriptions = wording::all(found, "description", "descriptions", "", desk);
            let image = of(found, &descriptions, is_certain, desk);
            if image.is_some() {
                return image;
            }
            if is_certain {
                let message = "no rendition of this picture can be shown, so it is left out";
                desk.warn(&found.path, Code::MissingField, message);
            }
        }
    }
    // The item's own lines tell of the story, not of its picture.
    rendition::image(item, false, desk)
}

fn is_main(name: &str, found: &Found<'_>) -> bool {
    let relation = item::member(found, "rel");
    let relation = relation.as_ref().and_then(Found::text).unwrap_or_default();
    [name, relation]
        .iter()
        .any(|text| item::word(text).starts_with("main"))
}

/// The picture that an item is, with its lines.
fn of(
    item: &Found<'_>,
    descriptions: &[Wording<'_>],
    is_certain: bool,
    desk: &Desk<'_>,
) -> Option<Image> {
    const CAPTIONS: &[&str] = &["caption", "", "summary"];
    let mut image = rendition::image(item, is_certain, desk)?;
    image.alt = alt(item, descriptions, desk);
    image.credit = credit(item, descriptions, desk);
    if let Some(caption) = wording::ranked(descriptions, CAPTIONS).next() {
        let text = if caption.is_markup {
            Cow::Owned(markup::to_text(caption.raw))
        } else {
            Cow::Borrowed(caption.raw)
        };
        (image.caption, image.credit) = desk.caption_beside(&text, &caption.path, image.credit);
    }
    image.credit = image.credit.or_else(|| notice(item, desk));
    Some(image)
}

fn alt(item: &Found<'_>, descriptions: &[Wording<'_>], desk: &Desk<'_>) -> Option<Text> {
    const ROLES: &[&str] = &["alt", "alttext", "alternativetext", "accessibility"];
    wording::pick(descriptions, ROLES, "image.alt", PARAGRAPH, desk)
        .or_else(|| item::plain(item, "alttext", "image.alt", PARAGRAPH, desk))
}

/// Who took it, by name before by agency.
fn credit(item: &Found<'_>, descriptions: &[Wording<'_>], desk: &Desk<'_>) -> Option<Text> {
    let name = item::text_of(item, &["byline", "by", "creditline"], desk);
    name.and_then(|(raw, path)| {
        desk.plain("image.credit", byline::without_by(raw, None), &path, LABEL)
    })
    .or_else(|| {
        wording::pick(
            descriptions,
            &["creditline", "credit"],
            "image.credit",
            LABEL,
            desk,
        )
    })
}

/// What is left to say where nobody is named.
fn notice(item: &Found<'_>, desk: &Desk<'_>) -> Option<Text> {
    ["copyrightholder", "copyrightnotice"]
        .iter()
        .find_map(|name| item::plain(item, name, "image.credit", LABEL, desk))
}
