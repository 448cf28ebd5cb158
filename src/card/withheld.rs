//! Articles of which nothing may be shown: withdrawn, under embargo, expired.

use super::{Face, labels::CardLabels};
use crate::article::LabelKey;
use crate::article::{Article, Moment, Status, When};
use crate::join::join;
use crate::report::{Code, Report};

const DAY: i64 = 24 * 60 * 60 * 1000;
const HOUR: i64 = 60 * 60 * 1000;

/// Why nothing of an article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// It has been taken back: readers are told that, and not a word of it.
    Withdrawn,
    /// It does not exist yet: readers are told nothing.
    Embargo,
    /// It no longer exists: readers are told nothing.
    Expiry,
}

impl Withheld {
    /// The path of the field that says so, and a sentence.
    #[must_use]
    pub const fn reason(self) -> (&'static str, &'static str) {
        match self {
            Withheld::Withdrawn => ("$.status", "the article is withdrawn and not shown"),
            Withheld::Embargo => (
                "$.embargoedUntil",
                "the article is under embargo and not shown",
            ),
            Withheld::Expiry => ("$.expires", "the article has expired and is not shown"),
        }
    }
}

/// Why nothing of the article may be shown at that time, in milliseconds since 1970; `None` if it may be.
///
/// [`Card::new`](super::Card::new) asks by itself. This is for those who pass articles on.
#[must_use]
pub fn withheld(article: &Article, now: i64) -> Option<Withheld> {
    verdict(article, now).reason
}

/// Whether the article is withheld now, and when that has to be asked again.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) reason: Option<Withheld>,
    pub(super) changes_at: Option<i64>,
}

/// A bare date is read so that nothing is shown too early or too long anywhere on earth: an embargo ends when its
/// day has begun even at UTC−12, a term ends when its day is over at UTC+14.
pub(super) fn verdict(article: &Article, now: i64) -> Verdict {
    let starts = article
        .embargoed_until
        .as_ref()
        .map(|moment| instant(moment, true));
    let ends = article
        .expires
        .as_ref()
        .map(|moment| instant(moment, false));
    let (reason, changes_at) = match (starts, ends) {
        _ if article.status == Some(Status::Withdrawn) => (Some(Withheld::Withdrawn), None),
        (_, Some(ends)) if ends <= now => (Some(Withheld::Expiry), None),
        (Some(starts), _) if starts > now => (Some(Withheld::Embargo), Some(starts)),
        (_, ends) => (None, ends),
    };
    Verdict { reason, changes_at }
}

/// The instant that is safe for readers in every zone: `late` for the earliest moment at which an embargo may end,
/// else for the latest at which a term may.
fn instant(moment: &Moment, late: bool) -> i64 {
    let edge = if late { 12 * HOUR } else { -14 * HOUR };
    match moment.when() {
        When::Instant { epoch_ms, .. } => epoch_ms,
        When::Day(day) => {
            // A time without a zone is shown as its day, but here its time counts.
            let local = ["Z", ":00Z"].iter().find_map(|zone| {
                match Moment::parse(&join(&[moment.machine(), zone])).ok()?.when() {
                    When::Instant { epoch_ms, .. } => Some(epoch_ms),
                    When::Day(_) => None,
                }
            });
            let day_ends = if late { 0 } else { DAY };
            local.unwrap_or(day.epoch_days() * DAY + day_ends) + edge
        }
    }
}

pub(super) fn tell(reason: Withheld, report: &mut Report) {
    let (path, reason) = reason.reason();
    report.warn(Code::Withheld, path.into(), reason.into());
}

/// Only a withdrawal is told to readers: an embargoed story does not exist yet, an expired one no longer does.
pub(super) fn face(reason: Withheld, labels: &CardLabels<'_>) -> Face {
    match reason {
        Withheld::Withdrawn => Face::Withdrawn(labels.label(LabelKey::Withdrawn)),
        Withheld::Embargo | Withheld::Expiry => Face::Nothing,
    }
}
