//! The picture with its caption and credit.

use super::attributes::*;
use super::link::loading;
use super::media::media;
use super::surface::Surface;
use super::text::{self, isolated};
use crate::card::{Card, Picture, Story};
use crate::options::Layout;

pub(super) fn figure(on: &mut impl Surface, picture: &Picture, story: &Story, card: &Card) {
    on.part("figure", "figure", |on| {
        on.class("div", "frame", |on| {
            image(on, picture, card);
            // The link over the picture is for pointers only: others have the headline's, and need no second one.
            on.optional(&story.href, |on, href| {
                let cover = (
                    Class("cover"),
                    Tabindex("-1"),
                    AriaHidden("true"),
                    DataOpen("image"),
                    Rel("noopener"),
                    Target(card.target),
                    Href(href),
                );
                on.element("a", cover, |_| {});
            });
            on.optional(&picture.media, media);
        });
        legend(on, picture, card);
    });
}

fn image(on: &mut impl Surface, picture: &Picture, card: &Card) {
    let sizes = picture.srcset.is_some().then_some(match card.layout {
        Layout::Compact => "auto, 14rem",
        Layout::Standard | Layout::Hero => "auto, (max-width: 40rem) 100vw, 40rem",
    });
    let attributes = (
        Class("image"),
        Part("image"),
        Decoding("async"),
        Alt(&picture.alt),
        Width(picture.size.map(|(width, _)| width)),
        Height(picture.size.map(|(_, height)| height)),
        Loading(loading(card)),
        Sizes(sizes),
        Srcset(picture.srcset.as_ref()),
        Src(&picture.src),
    );
    on.void("img", attributes);
}

fn legend(on: &mut impl Surface, picture: &Picture, card: &Card) {
    if picture.origin.is_none() && picture.caption.is_none() && picture.credit.is_none() {
        return on.absent();
    }
    on.class("figcaption", "legend", |on| {
        on.optional(&picture.origin, |on, label| {
            let attributes = (Class("origin"), Part("origin"), Lang(label.language));
            on.element("span", attributes, |on| on.text(&label.text));
        });
        on.space();
        on.optional(&picture.caption, |on, caption| {
            text::part(on, "span", "caption", caption, card);
        });
        on.space();
        on.optional(&picture.credit, |on, credit| {
            on.part("span", "credit", |on| isolated(on, credit));
        });
    });
}
