//! The picture, and which of its widths a browser may choose from.

use super::labels::CardLabels;
use super::origin::said;
use super::{Label, Media};
use crate::article::{Image, Link, Text};
use crate::join::{digits, join};

/// The picture with its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The address.
    pub src: Text,
    /// The other widths (HTML `srcset`).
    pub srcset: Option<Text>,
    /// What it shows; empty if nobody said.
    pub alt: Text,
    /// Width and height in pixels, where both are known: they keep its place.
    pub size: Option<(u32, u32)>,
    /// What the story is beside text, as a mark on the picture.
    pub media: Option<Media>,
    /// How it came to be, if that has to be said.
    pub origin: Option<Label>,
    /// The line below it.
    pub caption: Option<Text>,
    /// Who took it.
    pub credit: Option<Text>,
}

/// Its caption may be left out, but never whose it is or how it came to be.
pub(super) fn picture(
    image: &Image,
    has_caption: bool,
    labels: &CardLabels<'_>,
) -> Option<Picture> {
    let url = image.url.as_ref()?;
    Some(Picture {
        src: url.text().clone(),
        srcset: srcset(image, url),
        alt: image.alt.clone().unwrap_or_default(),
        size: image.width.zip(image.height),
        media: None,
        origin: image
            .origin
            .and_then(said)
            .map(|(_, picture)| labels.label(picture)),
        caption: image.caption.clone().filter(|_| has_caption),
        credit: image.credit.clone(),
    })
}

/// All widths in one list: every browser that runs WebAssembly with reference types reads these picture types.
fn srcset(image: &Image, url: &Link) -> Option<Text> {
    const TYPES: [&str; 5] = [
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/avif",
        "image/gif",
    ];
    let mut list = String::new();
    for source in &image.sources {
        let is_readable = source
            .media_type
            .as_ref()
            .is_none_or(|own| TYPES.contains(&&**own));
        if is_readable && Some(source.width) != image.width {
            candidate(&mut list, &source.url, source.width);
        }
    }
    if let (false, Some(width)) = (list.is_empty(), image.width) {
        candidate(&mut list, url, width);
    }
    (!list.is_empty()).then(|| list.into())
}

/// The list is separated by commas, and would take the last one of an address for its own.
fn candidate(list: &mut String, url: &Link, width: u32) {
    if url.as_str().ends_with(',') {
        return;
    }
    let separator = if list.is_empty() { "" } else { ", " };
    list.push_str(&join(&[
        separator,
        url.as_str(),
        " ",
        &digits(width.into()),
        "w",
    ]));
}
