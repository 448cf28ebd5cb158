//! Where it was filed, how fresh it is, and what else is said in its line.

use super::attributes::{Class, Part};
use super::media::{media, reading_time};
use super::surface::Surface;
use super::text::{isolated, wording};
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
