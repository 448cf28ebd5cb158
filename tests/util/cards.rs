//! Cards of articles, and what is read on them.

#![allow(dead_code, reason = "no file of tests needs everything of this one")]

use super::util::{at, repaired};
use article_card::article::Language;
use article_card::card::{Label, Story, Timestamp};
use article_card::platform::Native;
use article_card::{Card, Options};

/// Noon in London, which keeps summer time then.
pub const NOW: &str = "2024-04-03T11:00:00Z";

/// The card of an article at that time.
#[track_caller]
pub fn card(json: &str, options: &Options, now: &str) -> Card {
    Card::new(&repaired(json).0, options, &Native::at(at(now)))
}

/// The card of an article with a headline and these members.
#[track_caller]
pub fn card_with(members: &str, options: &Options) -> Card {
    card(&format!("{{\"headline\": \"H\", {members}}}"), options, NOW)
}

/// The story on it.
#[track_caller]
pub fn story_with(members: &str, options: &Options) -> Story {
    card_with(members, options).story().unwrap().clone()
}

/// The options of an element that states its language.
pub fn language(tag: &str) -> Options {
    Options {
        language: Language::parse(tag),
        ..Options::default()
    }
}

/// A label as one text, its language before it where it is another than the card's.
pub fn label(label: &Label) -> String {
    label
        .language
        .map_or_else(String::new, |language| format!("[{language}] "))
        + &label.text
}

/// A date as one text: its machine form, and what is read.
pub fn dated(timestamp: &Timestamp) -> String {
    let (before, after) = timestamp
        .label
        .as_ref()
        .map(Label::around)
        .unwrap_or_default();
    format!("{} {before}{}{after}", timestamp.datetime, timestamp.text)
}
