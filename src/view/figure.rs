//! The picture with its caption and credit.

use super::link::loading;
use super::surface::Surface;
use super::text::{self, isolated};
use crate::card::{Card, Picture, Story};
use crate::options::Layout;

const IMAGE: &[&str] = &[
    "class", "part", "decoding", "alt", "width", "height", "loading", "sizes", "srcset", "src",
];
const COVER: &[&str] = &[
    "class",
    "tabindex",
    "aria-hidden",
    "data-open",
    "rel",
    "target",
    "href",
];

pub(super) fn figure(on: &mut impl Surface, picture: &Picture, story: &Story, card: &Card) {
    on.open_part("figure", "figure");
    on.open_class("div", "frame");
    image(on, picture, card);
    // The link over the picture is for pointers only: others have the headline's, and need no second one.
    on.optional(&story.href, |on, href| {
        let values = &["cover", "-1", "true", "image", "noopener"];
        on.open("a", COVER, values);
        on.fixed(card.target);
        on.value(Some(href));
        on.close();
    });
    on.close();
    legend(on, picture, card);
    on.close();
}

fn image(on: &mut impl Surface, picture: &Picture, card: &Card) {
    let sizes = picture.srcset.is_some().then_some(match card.layout {
        Layout::Compact => "auto, 14rem",
        Layout::Standard | Layout::Hero => "auto, (max-width: 40rem) 100vw, 40rem",
    });
    on.open("img", IMAGE, &["image", "image", "async"]);
    on.value(Some(&picture.alt));
    on.number(picture.size.map(|(width, _)| width));
    on.number(picture.size.map(|(_, height)| height));
    on.fixed(loading(card));
    on.fixed(sizes);
    on.value(picture.srcset.as_ref());
    on.value(Some(&picture.src));
    on.close();
}

fn legend(on: &mut impl Surface, picture: &Picture, card: &Card) {
    if picture.caption.is_none() && picture.credit.is_none() {
        return on.absent();
    }
    on.open_class("figcaption", "legend");
    on.optional(&picture.caption, |on, caption| {
        text::part(on, "span", "caption", caption, card);
    });
    on.space();
    on.optional(&picture.credit, |on, credit| {
        on.open_part("span", "credit");
        isolated(on, credit);
        on.close();
    });
    on.close();
}
