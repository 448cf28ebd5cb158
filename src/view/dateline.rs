//! Where it was filed, how fresh it is, and what else is said in its line.

use super::attributes::{Class, Datetime, Lang, Part};
use super::media::{media, reading_time};
use super::surface::Surface;
use super::text::{isolated, label_piece};
use crate::card::{Story, Timestamp};

/// The line of all these; each may be without the others.
pub(super) fn dateline(on: &mut impl Surface, story: &Story) {
    if story.dateline.is_none()
        && story.timestamp.is_none()
        && story.reading_time.is_none()
        && story.media.is_none()
    {
        return on.absent();
    }
    on.class("p", "dateline-row", |on| {
        on.optional(&story.dateline, |on, place| {
            on.part("span", "dateline", |on| isolated(on, place));
        });
        on.space();
        on.optional(&story.timestamp, |on, timestamp| {
            date(on, timestamp, Some("timestamp"));
        });
        on.space();
        on.optional(&story.reading_time, reading_time);
        on.space();
        on.optional(&story.media, media);
    });
}

/// A date. What is told of it has an element of its own, so that the stylesheet can keep its place in one size whether it
/// is the full date or "2 hours ago".
pub(super) fn date(on: &mut impl Surface, timestamp: &Timestamp, part: Option<&'static str>) {
    on.element("span", (Class("timestamp"), Part(part)), |on| {
        on.class("span", "timestamp-text", |on| wording(on, timestamp));
    });
}

/// A time in words, with its label around it.
pub(super) fn wording(on: &mut impl Surface, timestamp: &Timestamp) {
    match &timestamp.label {
        Some(label) => {
            let (before, after) = label.around();
            label_piece(on, &before, label);
            time(on, timestamp);
            label_piece(on, after, label);
        }
        None => time(on, timestamp),
    }
}

fn time(on: &mut impl Surface, timestamp: &Timestamp) {
    let language = Lang(timestamp.language.as_ref());
    let attributes = (Datetime(&timestamp.datetime), language);
    on.element("time", attributes, |on| on.text(&timestamp.text));
}
