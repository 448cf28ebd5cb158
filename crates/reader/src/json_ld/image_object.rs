//! The picture of the article.

use super::address::{Address, keep_whole, link, push_address};
use super::media;
use super::node::Node;
use super::sizes::{self, Picture};
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::{after, are_same};
use crate::search::{before, behind, has};
use crate::source_value::SourceValue;
use article_card::article::limits::{LABEL, PARAGRAPH, SOURCES};
use article_card::article::{Image, Link, Text};
use article_card::report::Code;

/// The first picture that can be used and is no logo.
pub(super) fn image(
    node: &Node<'_>,
    headline: &str,
    logo: Option<&Link>,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    let mut pictures = node.nodes("image", cleaner);
    let own = pictures.len();
    for page in ["mainEntityOfPage", "isPartOf"] {
        for page in node.nodes(page, cleaner) {
            pictures.append(&mut page.nodes("primaryImageOfPage", cleaner));
        }
    }
    pictures.append(&mut node.nodes("thumbnailUrl", cleaner));
    let raw = |node| addresses(node).first().map(|(address, _)| *address);
    let (index, picture, url) = pictures.iter().enumerate().find_map(|(index, picture)| {
        let url = address(picture, "image", cleaner)?;
        let others = pictures.get(index + 1..own).unwrap_or_default();
        let is_again = || others.iter().any(|other| raw(other) == raw(picture));
        if Some(&url) == logo || (is_named_logo(&url) && is_again()) {
            let message = "this is a logo, no picture of the article";
            cleaner.warn(&picture.path(), Code::BadValue, message);
            return None;
        }
        Some((index, picture, url))
    })?;
    let width = sizes::pixels(picture, "width", cleaner);
    let height = sizes::pixels(picture, "height", cleaner);
    let (caption, credit) = caption(picture, headline, cleaner);
    let alt = alt(picture, node, headline, caption.as_deref(), cleaner);
    let mut sources = Vec::new();
    if let Some((width, height)) = width.zip(height) {
        let main = Picture {
            address: url.as_str(),
            width,
            height,
        };
        for other in pictures.iter().skip(index + 1) {
            if let Some(place) = addresses(other).first() {
                sources.extend(sizes::source(other, place, &main, cleaner));
            }
        }
        cleaner.shorten(&mut sources, SOURCES, &node.path_of("image"));
    }
    Some(Image {
        url: Some(url),
        alt,
        caption,
        credit,
        width,
        height,
        origin: media::origin(picture, "image.origin", cleaner),
        sources,
    })
}

/// Where a picture is; the cleaner is told if that is said nowhere.
pub(super) fn address(
    picture: &Node<'_>,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Link> {
    let addresses = addresses(picture);
    if addresses.is_empty() {
        picture.tell_missing("an address", cleaner);
    }
    link(&addresses, field, cleaner)
}

fn addresses<'g>(picture: &Node<'g>) -> Vec<Address<'g>> {
    let mut addresses = Vec::new();
    if let Some(text) = picture.as_text() {
        push_address(Some(text), &mut addresses);
        return addresses;
    }
    addresses.append(&mut picture.addresses("url", None));
    addresses.append(&mut picture.addresses("contentUrl", None));
    let mut identifiers = picture.identifiers();
    keep_whole(&mut identifiers);
    addresses.append(&mut identifiers);
    addresses
}

/// Many pages without a picture give their logo in every shape instead.
fn is_named_logo(url: &Link) -> bool {
    is_named(url, &["logo"])
}

/// Whether the name of the file has one of these in it.
pub(super) fn is_named(url: &Link, marks: &[&str]) -> bool {
    let file = behind(before(url.as_str(), b"?#"), b"/").to_ascii_lowercase();
    marks.iter().any(|mark| has(&file, mark))
}

/// The caption that says more than the headline, and the credit, if need be from its end.
fn caption(
    picture: &Node<'_>,
    headline: &str,
    cleaner: &Cleaner<'_>,
) -> (Option<Text>, Option<Text>) {
    const CREDIT: [&str; 5] = [
        "creditText",
        "creator",
        "author",
        "copyrightHolder",
        "copyrightNotice",
    ];
    let credit = picture.clean(&CREDIT, "image.credit", LABEL, cleaner);
    let Some(found) = picture.text("caption", cleaner) else {
        return (None, credit);
    };
    let text = markup::to_text(found.text().unwrap_or_default());
    if are_same(&text, headline) {
        return (None, credit);
    }
    cleaner.caption_beside(&text, &found.path, credit)
}

/// What it shows, by its own description. One that repeats what stands beside the picture was not written for those who
/// cannot see it.
fn alt(
    picture: &Node<'_>,
    node: &Node<'_>,
    headline: &str,
    caption: Option<&str>,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let found = picture.text("description", cleaner)?;
    let raw = found.text()?;
    let text = markup::to_text(raw);
    let story = node.peek("description");
    let is_story = |found: &SourceValue<'_>| found.text() == Some(raw);
    // What follows the caption there is a credit, or a longer caption.
    let is_caption = |caption: &str| after(&text, caption).is_some();
    let repeats =
        are_same(headline, &text) || caption.is_some_and(is_caption) || story.iter().any(is_story);
    if repeats {
        return None;
    }
    cleaner.text("image.alt", raw, &found.path, PARAGRAPH)
}
