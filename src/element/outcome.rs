//! What the loader is told of a drawing, as JSON.

use super::card::Decided;
use crate::Article;
use crate::options::TimeZone;
use crate::report::Diagnostic;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Outcome<'a> {
    /// What is drawn from now on.
    pub(super) drawn: Option<Stands<'a>>,
    /// The language whose labels have to be fetched before.
    pub(super) wants: Option<&'static str>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What the loader has to know of a card that stands.
#[derive(Serialize)]
pub(super) struct Stands<'a> {
    story: Identity<'a>,
    /// How long an instant is told relatively, in milliseconds.
    #[serde(rename = "relativeUntil")]
    relative_until: u64,
    /// When it has to be decided anew, in milliseconds since 1970.
    #[serde(rename = "changesAt")]
    changes_at: Option<u64>,
    /// Whether instants are told by the reader's clock, which no server knows.
    #[serde(rename = "byReader")]
    by_reader: bool,
}

/// What identifies the story in every event; nothing of a withheld one.
#[derive(Serialize)]
struct Identity<'a> {
    id: Option<&'a str>,
    url: Option<&'a str>,
    headline: Option<&'a str>,
}

impl<'a> From<&'a Decided> for Stands<'a> {
    fn from(decided: &'a Decided) -> Self {
        let Decided {
            article,
            card,
            time_zone,
        } = decided;
        let story = card.story().map(|_| article);
        let url = |article: &'a Article| article.url.as_ref().map(|url| url.as_str());
        Self {
            story: Identity {
                id: story.and_then(|article| article.id.as_deref()),
                url: story.and_then(url),
                headline: story.map(|article| &*article.headline),
            },
            relative_until: card.relative_until.unsigned_abs(),
            changes_at: card.changes_at.map(i64::unsigned_abs),
            by_reader: *time_zone == TimeZone::Reader,
        }
    }
}
