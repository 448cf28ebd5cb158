//! The picture of an item: one of its associations, or what the item itself is.

use super::restrictions::Restrictions;
use super::wording::{self, Wording};
use super::{item, media, rendition};
use crate::byline::without_by;
use crate::clean::Cleaner;
use crate::markup;
use crate::source_value::SourceValue;
use article_card::article::limits::{LABEL, PARAGRAPH};
use article_card::article::{Image, Text};
use article_card::report::Code;
use std::borrow::Cow;

/// Whether the item says that it is a picture; a graphic beside a story is often no more than a logo.
pub(super) fn is_picture(item: &SourceValue<'_>) -> bool {
    kind(item) == "picture"
}

/// Whether the item itself is what is shown as the picture.
pub(super) fn is_visual(item: &SourceValue<'_>) -> bool {
    matches!(&*kind(item), "picture" | "graphic")
}

fn kind(item: &SourceValue<'_>) -> String {
    let kind = item::member(item, "type");
    kind.as_ref()
        .and_then(SourceValue::text)
        .map(item::word)
        .unwrap_or_default()
}

pub(super) fn image(
    item: &SourceValue<'_>,
    descriptions: &[Wording<'_>],
    associations: &[(&str, SourceValue<'_>)],
    restrictions: &Restrictions,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    if is_visual(item) {
        return of(item, descriptions, true, cleaner);
    }
    for main_ones in [true, false] {
        for (name, found) in associations {
            let is_certain = is_picture(found);
            let may_be = is_certain || kind(found).is_empty();
            if !may_be || is_main(name, found) != main_ones || !restrictions.covers(found, cleaner)
            {
                continue;
            }
            let descriptions = wording::all(found, "description", "descriptions", "", cleaner);
            let image = of(found, &descriptions, is_certain, cleaner);
            if image.is_some() {
                return image;
            }
            if is_certain {
                let message = "no rendition of this picture can be shown, so it is left out";
                cleaner.warn(&found.path, Code::MissingField, message);
            }
        }
    }
    // The item's own lines tell of the story, not of its picture.
    rendition::image(item, false, cleaner)
}

fn is_main(name: &str, found: &SourceValue<'_>) -> bool {
    let relation = item::member(found, "rel");
    let relation = relation
        .as_ref()
        .and_then(SourceValue::text)
        .unwrap_or_default();
    [name, relation]
        .iter()
        .any(|text| item::word(text).starts_with("main"))
}

/// The picture that an item is, with its lines.
fn of(
    item: &SourceValue<'_>,
    descriptions: &[Wording<'_>],
    is_certain: bool,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    const CAPTIONS: &[&str] = &["caption", "", "summary"];
    let mut image = rendition::image(item, is_certain, cleaner)?;
    image.alt = alt(item, descriptions, cleaner);
    image.origin = media::origin(item, "image.origin", cleaner);
    image.credit = credit(item, descriptions, cleaner);
    if let Some(caption) = wording::ranked(descriptions, CAPTIONS).first() {
        let text = if caption.is_markup {
            Cow::Owned(markup::to_text(caption.raw))
        } else {
            Cow::Borrowed(caption.raw)
        };
        (image.caption, image.credit) = cleaner.caption_beside(&text, &caption.path, image.credit);
    }
    image.credit = image.credit.or_else(|| notice(item, cleaner));
    Some(image)
}

fn alt(
    item: &SourceValue<'_>,
    descriptions: &[Wording<'_>],
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    const ROLES: &[&str] = &["alt", "alttext", "alternativetext", "accessibility"];
    wording::pick(descriptions, ROLES, "image.alt", PARAGRAPH, cleaner)
        .or_else(|| item::plain(item, "alttext", "image.alt", PARAGRAPH, cleaner))
}

/// Who took it, by name before by agency.
fn credit(
    item: &SourceValue<'_>,
    descriptions: &[Wording<'_>],
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let name = item::text_of(item, &["byline", "by", "creditline"], cleaner);
    name.and_then(|(raw, path)| cleaner.plain("image.credit", without_by(raw, None), &path, LABEL))
        .or_else(|| {
            wording::pick(
                descriptions,
                &["creditline", "credit"],
                "image.credit",
                LABEL,
                cleaner,
            )
        })
}

/// What is left to say where nobody is named.
fn notice(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    ["copyrightholder", "copyrightnotice"]
        .iter()
        .find_map(|name| item::plain(item, name, "image.credit", LABEL, cleaner))
}
