//! How the article stands: who may read it, whether it is still being written, and what was wrong with it.

use super::address::is_absolute;
use super::dates::moment;
use super::node::Node;
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::limits::PARAGRAPH;
use article_card::article::{Access, Correction, Moment, Status, When};
use article_card::reading::json::Json;
use article_card::report::Code;

/// What is not free in whole or in part is for those who pay. What says nothing of it may be either.
pub(super) fn access(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Access> {
    const NAME: &str = "isAccessibleForFree";
    let mut stated = node.values(NAME, cleaner);
    for part in node.nodes("hasPart", cleaner) {
        if !part.is_article() {
            stated.append(&mut part.values(NAME, cleaner));
        }
    }
    let mut access = None;
    for found in stated {
        let is_free = match found.value {
            Json::Bool(is_free) => Some(*is_free),
            Json::Text(text) => match node.graph.term(text.trim()) {
                term if term.eq_ignore_ascii_case("true") => Some(true),
                term if term.eq_ignore_ascii_case("false") => Some(false),
                _ => None,
            },
            _ => None,
        };
        let Some(is_free) = is_free else {
            cleaner.warn(&found.path, Code::BadValue, "expected true or false");
            continue;
        };
        if !is_free || access.is_none() {
            access = Some((is_free, found));
        }
        if !is_free {
            break;
        }
    }
    let (is_free, found) = access?;
    cleaner.note("access", &found.path, "");
    Some(if is_free { Access::Free } else { Access::Paid })
}

/// The state of that word: one of the card's own, or the other one for a story that was taken back.
fn of_word(text: &str) -> Option<Status> {
    /// Other words for a story that was taken back.
    const WITHDRAWN: [&str; 6] = [
        "retracted",
        "canceled",
        "cancelled",
        "deleted",
        "removed",
        "killed",
    ];
    let word = text.trim().to_ascii_lowercase();
    match WITHDRAWN.contains(&&*word) {
        true => Some(Status::Withdrawn),
        false => Status::of(&word),
    }
}

/// Whether any of its states is that it was taken back.
pub(super) fn is_withdrawn(node: &Node<'_>) -> bool {
    let states = node.peek("creativeWorkStatus");
    let mut texts = states.iter().filter_map(SourceValue::text);
    texts.any(|text| of_word(text) == Some(Status::Withdrawn))
}

/// The state that the article declares, or that it is a live blog which goes on; `latest` is when it was written last.
pub(super) fn status(
    node: &Node<'_>,
    latest: Option<&Moment>,
    cleaner: &Cleaner<'_>,
) -> Option<Status> {
    if let Some(found) = node.text("creativeWorkStatus", cleaner)
        && let Some(status) = found.text().and_then(of_word)
    {
        cleaner.note("status", &found.path, "");
        return Some(status);
    }
    let is_live = node.has_type("LiveBlogPosting") && goes_on(node, latest, cleaner);
    is_live.then_some(Status::Live)
}

/// Whether something says that the coverage goes on now: its end, or where none is stated that something was written within a
/// day. Many a live blog is never told to be over.
fn goes_on(node: &Node<'_>, latest: Option<&Moment>, cleaner: &Cleaner<'_>) -> bool {
    /// In milliseconds.
    const DAY: i64 = 86_400_000;
    let instant = |moment: &Moment| match moment.when() {
        When::Instant { epoch_ms, .. } => epoch_ms,
        When::Day(date) => date.epoch_days() * DAY,
    };
    let age = |moment: &Moment| Some(cleaner.now?.saturating_sub(instant(moment)));
    if let Some(end) = node.values("coverageEndTime", cleaner).first() {
        let end = cleaner.moment("status", end);
        return end.as_ref().and_then(age).is_some_and(|age| age < 0);
    }
    let goes_on = latest
        .and_then(age)
        .is_some_and(|age| age.saturating_abs() <= DAY);
    let path = node.path_of("@type");
    if goes_on {
        cleaner.note("status", &path, "it was written within a day");
    } else {
        let message = "nothing says that this live blog still goes on";
        cleaner.warn(&path, Code::BadValue, message);
    }
    goes_on
}

pub(super) fn correction(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Correction> {
    let mut corrections = node.nodes("correction", cleaner);
    cleaner.shorten(&mut corrections, 1, &node.path_of("correction"));
    let comment = corrections.first()?;
    let text = match comment.as_text() {
        Some(found) if found.text().is_some_and(is_absolute) => None,
        Some(found) => cleaner.text("correction", found.text()?, &found.path, PARAGRAPH),
        None => {
            let names = ["text", "description", "name"];
            comment.clean(&names, "correction", PARAGRAPH, cleaner)
        }
    };
    let Some(text) = text else {
        comment.tell_missing("words", cleaner);
        return None;
    };
    Some(Correction {
        text,
        date: moment(
            comment,
            "correction.date",
            &["datePublished", "dateCreated"],
            cleaner,
        ),
    })
}
