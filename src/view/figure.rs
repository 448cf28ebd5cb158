//! The picture with its caption and credit.

use super::element::Element;
use super::link::{isolated, loading};
use crate::card::{Card, Picture, Story};
use crate::options::Layout;
use yew::prelude::*;

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

pub(super) fn figure(picture: &Picture, story: &Story, card: &Card) -> Html {
    let sizes = picture.srcset.is_some().then_some(match card.layout {
        Layout::Compact => "auto, 14rem",
        Layout::Standard | Layout::Hero => "auto, (max-width: 40rem) 100vw, 40rem",
    });
    let image = Element::new("img", IMAGE, &["image", "image", "async"])
        .value(Some(&picture.alt))
        .number(picture.size.map(|(width, _)| width))
        .number(picture.size.map(|(_, height)| height))
        .fixed(loading(card))
        .fixed(sizes)
        .value(picture.srcset.as_ref())
        .value(Some(&picture.src))
        .draw();
    // The link over the picture is for pointers only: others have the headline's, and need no second one.
    let cover = story.href.as_ref().map(|href| {
        let values = &["cover", "-1", "true", "image", "noopener"];
        Element::new("a", COVER, values)
            .fixed(card.target)
            .value(Some(href))
            .draw()
    });
    let frame = Element::of_class("div", "frame")
        .child(image)
        .child(cover)
        .draw();
    Element::of_part("figure", "figure")
        .child(frame)
        .child(legend(picture, card))
        .draw()
}

fn legend(picture: &Picture, card: &Card) -> Option<Html> {
    let caption = picture
        .caption
        .as_ref()
        .map(|caption| Element::of_text("span", "caption", caption, card));
    let credit = picture.credit.as_ref().map(|credit| {
        Element::of_part("span", "credit")
            .child(isolated(credit))
            .draw()
    });
    let is_there = caption.is_some() || credit.is_some();
    is_there.then(|| {
        Element::of_class("figcaption", "legend")
            .child(caption)
            .space()
            .child(credit)
            .draw()
    })
}
