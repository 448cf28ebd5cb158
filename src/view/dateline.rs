//! Where it was filed, and how fresh it is.

use super::attributes::{Class, Datetime, Lang, Part};
use super::surface::Surface;
use super::text::{isolated, label_piece};
use crate::article::Text;
use crate::card::{Card, Story, Timestamp};

/// The line of both; each may be without the other.
pub(super) fn dateline(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.dateline.is_none() && story.timestamp.is_none() {
        return on.absent();
    }
    on.class("p", "dateline-row", |on| {
        on.optional(&story.dateline, |on, place| {
            on.part("span", "dateline", |on| isolated(on, place));
        });
        on.space();
        on.optional(&story.timestamp, |on, timestamp| {
            date(on, timestamp, Some("timestamp"), card);
        });
    });
}

/// A date. What is told of it has an element of its own, so that the stylesheet can keep its place in one size whether it
/// is the full date or "2 hours ago".
pub(super) fn date(
    on: &mut impl Surface,
    timestamp: &Timestamp,
    part: Option<&'static str>,
    card: &Card,
) {
    on.element("span", (Class("timestamp"), Part(part)), |on| {
        on.class("span", "timestamp-text", |on| match &timestamp.label {
            Some(label) => {
                let (before, after) = label.around();
                label_piece(on, &before, label);
                // Beside a label in another language a date says which is its own.
                time(on, timestamp, label.language.map(|_| &card.language));
                label_piece(on, after, label);
            }
            None => time(on, timestamp, None),
        });
    });
}

fn time(on: &mut impl Surface, timestamp: &Timestamp, language: Option<&Text>) {
    let attributes = (Datetime(&timestamp.datetime), Lang(language));
    on.element("time", attributes, |on| on.text(&timestamp.text));
}
