//! Where it was filed, and how fresh it is.

use super::surface::Surface;
use super::text::{isolated, label_piece};
use crate::article::Text;
use crate::card::{Card, Story, Timestamp};

/// The line of both; each may be without the other.
pub(super) fn dateline(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.dateline.is_none() && story.timestamp.is_none() {
        return on.absent();
    }
    on.open_class("p", "filed");
    on.optional(&story.dateline, |on, place| {
        on.open_part("span", "dateline");
        isolated(on, place);
        on.close();
    });
    on.space();
    on.optional(&story.timestamp, |on, timestamp| {
        date(on, timestamp, Some("timestamp"), card);
    });
    on.close();
}

/// A date. What is told of it has an element of its own, so that the stylesheet can keep its place in one size whether it
/// is the full date or "2 hours ago".
pub(super) fn date(
    on: &mut impl Surface,
    timestamp: &Timestamp,
    part: Option<&'static str>,
    card: &Card,
) {
    on.open("span", &["class", "part"], &["timestamp"]);
    on.fixed(part);
    on.open_class("span", "told");
    match &timestamp.label {
        Some(label) => {
            let (before, after) = label.around();
            label_piece(on, &before, label);
            // Beside a label in another language a date says which is its own.
            time(on, timestamp, label.language.map(|_| &card.language));
            label_piece(on, after, label);
        }
        None => time(on, timestamp, None),
    }
    on.close();
    on.close();
}

fn time(on: &mut impl Surface, timestamp: &Timestamp, language: Option<&Text>) {
    on.open("time", &["datetime", "lang"], &[]);
    on.value(Some(&timestamp.datetime));
    on.value(language);
    on.text(&timestamp.text);
    on.close();
}
