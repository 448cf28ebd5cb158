//! What a story is beside text, and how long it takes to read.

use super::attributes::{AriaHidden, Class, Part};
use super::surface::Surface;
use super::text::{label, wording};
use crate::article::MediaKind;
use crate::card::{Media, Timestamp};

/// The mark: a sign of what it is, with its length or number.
pub(super) fn media(on: &mut impl Surface, media: &Media) {
    let class = match media.kind {
        MediaKind::Video => "media video",
        MediaKind::Audio => "media audio",
        MediaKind::Gallery => "media gallery",
    };
    on.element("span", (Class(class), Part("media")), |on| {
        on.optional(&media.label, |on, words| label(on, "media-label", words));
        on.optional(&media.length, |on, length| {
            on.element("span", (AriaHidden("true"),), |on| on.text(&length.clock));
        });
        on.optional(&media.length, |on, length| {
            on.class("span", "spoken", |on| wording(on, &length.spoken));
        });
    });
}

pub(super) fn reading_time(on: &mut impl Surface, time: &Timestamp) {
    on.part("span", "reading-time", |on| wording(on, time));
}
