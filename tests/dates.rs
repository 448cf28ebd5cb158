//! Which date a card shows, how it reads and by whose clock, and when the whole article is withheld.
#![cfg(feature = "prerender")]

#[cfg(test)]
#[path = "util/cards.rs"]
mod cards;
#[cfg(test)]
mod util;

use article_card::Options;
use article_card::card::Face;
use article_card::options::TimeZone;
use article_card::{ReadOptions, Reading, read};
use cards::*;
use serde_json::Value;
use util::*;

fn zone(time_zone: &str) -> Options {
    let time_zone = match time_zone {
        "publisher" => TimeZone::Publisher,
        "reader" => TimeZone::Reader,
        name => TimeZone::Named(name.into()),
    };
    Options {
        time_zone,
        ..Options::default()
    }
}

#[test]
fn updated_is_said_only_of_what_came_later() {
    let british = language("en-GB");
    each(
        r#"
        "published": "2024-04-02", "updated": "2024-04-03" => 2024-04-03 Updated 3 April 2024
        "published": "2024-04-03", "updated": "2024-04-03" => 2024-04-03 Published 3 April 2024
        "published": "2024-04-03", "updated": "2024-04-01" => 2024-04-03 Published 3 April 2024
        "published": "2024-04-03" => 2024-04-03 Published 3 April 2024
        "updated": "2024-04-03" => 2024-04-03 Updated 3 April 2024
        "published": "2024-04-03T09:00:00Z", "updated": "2024-04-03T10:00:00+01:00" => 2024-04-03T09:00:00Z Published 3 April 2024 at 09:00 UTC
        "published": "2024-04-03T09:00:00Z", "updated": "2024-04-03T10:00:01+01:00" => 2024-04-03T10:00:01+01:00 Updated 3 April 2024 at 10:00 GMT+1
        "published": "2024-04-03", "updated": "2024-04-03T23:00:00Z" => 2024-04-03 Published 3 April 2024
        "published": "2024-04-03T23:00:00-05:00", "updated": "2024-04-03" => 2024-04-03T23:00:00-05:00 Published 3 April 2024 at 23:00 GMT-5
        "published": "2024-04-02T23:00:00-05:00", "updated": "2024-04-03" => 2024-04-03 Updated 3 April 2024
    "#,
        |members| dated(&story_with(members, &british).timestamp.unwrap()),
    );
    assert_eq!(story_with(r#""section": "S""#, &british).timestamp, None);
}

#[test]
fn a_date_is_the_same_day_everywhere() {
    for own in ["Pacific/Kiritimati", "Pacific/Honolulu"] {
        for option in [
            "publisher",
            "reader",
            "Asia/Kathmandu",
            "America/St_Johns",
            "Etc/GMT+12",
        ] {
            for text in ["2024-04-03", "2024-04-03T00:00", "2024-04-03T23:59:59"] {
                let members = format!(
                    r#""updated": "{text}", "correction": {{"text": "T", "date": "{text}"}}, "language": "en-GB",
                    "publisher": {{"name": "N", "timeZone": "{own}"}}, "related": [{{"headline": "R", "published": "{text}"}}]"#
                );
                let story = story_with(&members, &zone(option));
                let dates = [
                    story.correction.unwrap().timestamp,
                    story.related.unwrap().stories[0].timestamp.clone(),
                ];
                for date in dates {
                    assert_eq!(
                        dated(&date.unwrap()),
                        format!("{text} 3 April 2024"),
                        "{own} {option}"
                    );
                }
                assert_eq!(
                    dated(&story.timestamp.unwrap()),
                    format!("{text} Updated 3 April 2024")
                );
            }
        }
    }
}

#[test]
fn an_instant_is_written_by_one_clock_and_says_which() {
    each(
        r#"
        publisher Asia/Riyadh => 3 April 2024 at 12:00 GMT+3
        publisher Europe/London => 3 April 2024 at 10:00 BST
        publisher - => 3 April 2024 at 14:30 GMT+5:30
        reader Asia/Riyadh => 3 April 2024 at 09:00 UTC
        America/Los_Angeles Asia/Riyadh => 3 April 2024 at 02:00 GMT-7
        Pacific/Kiritimati - => 3 April 2024 at 23:00 GMT+14
        Mars/Olympus Asia/Riyadh => 3 April 2024 at 12:00 GMT+3 | warning bad-attribute @time-zone “Mars/Olympus” is not a time zone that is known here
        publisher Mars/Olympus => 3 April 2024 at 14:30 GMT+5:30 | warning bad-value $.publisher.timeZone “Mars/Olympus” is not a time zone that is known here
        Factory - => 3 April 2024 at 14:30 GMT+5:30 | warning bad-attribute @time-zone “Factory” is not a time zone that is known here
    "#,
        |zones| {
            let (option, own) = zones.split_once(' ').unwrap();
            let own = if own == "-" {
                "null".to_owned()
            } else {
                format!("\"{own}\"")
            };
            let members = format!(
                r#""updated": "2024-04-03T14:30:00+05:30", "language": "en-GB", "publisher": {{"name": "N", "timeZone": {own}}}"#
            );
            let card = card_with(&members, &zone(option));
            let text = card
                .story()
                .unwrap()
                .timestamp
                .as_ref()
                .unwrap()
                .text
                .to_string();
            let told = told(&card.report);
            if told.is_empty() {
                text
            } else {
                format!("{text} | {told}")
            }
        },
    );
}

/// What the card shows at a time: story, notice or nothing, with what is told and when it changes.
#[track_caller]
fn shown(members: &str, now: &str) -> String {
    let mut article = parsed(EVERYTHING);
    if let Value::Object(members) = parsed(&format!("{{{members}}}")) {
        for (name, value) in members {
            article = parsed(&with(&article, &format!("/{name}"), value));
        }
    }
    let card = card(&article.to_string(), &Options::default(), now);
    let face = match &card.face {
        Face::Story(_) => "story".to_owned(),
        Face::Withdrawn(notice) => label(notice),
        Face::Nothing => "nothing".to_owned(),
    };
    if card.story().is_none() {
        let shown = format!("{card:?}");
        for pointer in pointers(&article) {
            let is_text = !matches!(&*pointer, "/id" | "/language" | "/status");
            if let Some(text) = article
                .pointer(&pointer)
                .and_then(Value::as_str)
                .filter(|_| is_text)
            {
                assert!(!shown.contains(text), "{text} is in {shown}");
            }
        }
    }
    let changes = card.changes_at.map_or_else(String::new, |changes| {
        format!(" until {}", changes / 60_000 - at(NOW) / 60_000)
    });
    let told = told(&card.report).replace("warning withheld ", ", ");
    format!("{face}{changes}{told}")
}

#[test]
fn a_withheld_article_leaves_no_word_of_its_own() {
    each(
        r#"
        "status": "withdrawn" => This article has been withdrawn., $.status the article is withdrawn and not shown
        "status": "withdrawn", "expires": "2024-04-03T10:00:00Z" => This article has been withdrawn., $.status the article is withdrawn and not shown
        "embargoedUntil": "2024-04-03T11:01:00Z" => nothing until 1, $.embargoedUntil the article is under embargo and not shown
        "embargoedUntil": "2024-04-03T11:00:00Z", "expires": null => story
        "embargoedUntil": "2024-04-03T11:00:00Z", "expires": "2024-04-03T13:00:00Z" => story until 120
        "embargoedUntil": null, "expires": "2024-04-03T11:00:00Z" => nothing, $.expires the article has expired and is not shown
        "embargoedUntil": "2024-04-05", "expires": "2024-04-01" => nothing, $.expires the article has expired and is not shown
        "embargoedUntil": "2024-04-03" => nothing until 60, $.embargoedUntil the article is under embargo and not shown
        "embargoedUntil": null, "expires": "2024-04-03" => nothing, $.expires the article has expired and is not shown
        "embargoedUntil": null, "expires": "2024-04-04" => story until 1380
    "#,
        |members| shown(members, NOW),
    );
}

#[test]
fn a_time_of_an_unknown_zone_is_neither_too_early_nor_too_late_anywhere() {
    let face = |members, now| {
        shown(members, now)
            .split([' ', ','])
            .next()
            .map(str::to_owned)
    };
    for (now, expected) in [
        ("2024-04-03T17:59:00Z", "nothing"),
        ("2024-04-04T05:59:00Z", "nothing"),
        ("2024-04-04T06:00:00Z", "story"),
    ] {
        let embargo = r#""embargoedUntil": "2024-04-03T18:00", "expires": null"#;
        assert_eq!(
            face(embargo, now).as_deref(),
            Some(expected),
            "embargo at {now}"
        );
    }
    for (now, expected) in [
        ("2024-04-03T03:59:00Z", "story"),
        ("2024-04-03T04:00:00Z", "nothing"),
    ] {
        let term = r#""embargoedUntil": null, "expires": "2024-04-03T18:00""#;
        assert_eq!(face(term, now).as_deref(), Some(expected), "term at {now}");
    }
}
