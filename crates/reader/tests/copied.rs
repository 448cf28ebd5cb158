//! What is read out of text that was copied from an article's page.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::Link;
use article_card::report::Place;
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::{Value, json};
use std::fs;
use util::*;

/// Two stories of Arab News, of 3 April 2024 and 22 December 2025, cut down to what a card shows of them.
const SEEDS: &str = "Meta accused of allowing Netflix to access Facebook users’ private messages

Facebook’s parent company is not new to such accusations. In 2018, The New York Times reported that Netflix and Spotify \
could access users’ private messages. (AFP/File)
Short Url
Updated 03 April 2024
Follow

Meta accused of allowing Netflix to access Facebook users’ private messages

  • Lawsuit filed last year claims streaming giant had ‘bespoke access’ to data
  • Meta dismisses allegations as ‘shockingly untrue’

LONDON: And so the story begins, of which a card shows nothing but the place.

Another paragraph. It ends like one, too.


Foreign press group welcomes Israel court deadline on Gaza access

Updated 22 December 2025
Follow

Foreign press group welcomes Israel court deadline on Gaza access

  • Supreme Court set deadline for responding to petition filed by the Foreign Press Association to Jan. 4
  • Since the start of the Gaza war in October 2023, Israeli authorities have prevented foreign journalists from \
independently entering the Strip

JERUSALEM: And so the other story begins.
Its second paragraph follows without a gap.";

fn reading_of(text: &str) -> Reading {
    read(text.as_bytes(), &ReadOptions::default())
}

/// The articles, and what was told of them.
#[track_caller]
fn copied(text: &str) -> (Vec<Value>, String) {
    let reading = reading_of(text);
    let told = told(&reading.report);
    assert_eq!(reading.format, Some(Format::Text), "{text}: {told}");
    let articles = reading.articles.iter();
    (
        articles.map(|article| parsed(&article.to_json())).collect(),
        told,
    )
}

#[track_caller]
fn one(text: &str) -> Value {
    let (mut articles, _) = copied(text);
    assert_eq!(articles.len(), 1, "{text}");
    articles.remove(0)
}

#[test]
fn two_stories_in_one_text_are_two_articles() {
    let (articles, told) = copied(SEEDS);
    let expected = [
        json!({
            "headline": "Meta accused of allowing Netflix to access Facebook users’ private messages",
            "image": {
                "caption": "Facebook’s parent company is not new to such accusations. In 2018, The New York Times reported \
                    that Netflix and Spotify could access users’ private messages.",
                "credit": "AFP/File"
            },
            "bullets": ["Lawsuit filed last year claims streaming giant had ‘bespoke access’ to data",
                "Meta dismisses allegations as ‘shockingly untrue’"],
            "dateline": "LONDON", "updated": "2024-04-03", "follow": {}
        }),
        json!({
            "headline": "Foreign press group welcomes Israel court deadline on Gaza access",
            "bullets": ["Supreme Court set deadline for responding to petition filed by the Foreign Press Association to Jan. 4",
                "Since the start of the Gaza war in October 2023, Israeli authorities have prevented foreign journalists from \
                independently entering the Strip"],
            "dateline": "JERUSALEM", "updated": "2025-12-22", "follow": {}
        }),
    ];
    assert_eq!(articles, expected);
    assert_eq!(
        told,
        "warning missing-field line[3] without an address the picture is not shown"
    );
    let reading = reading_of(SEEDS);
    let diagnostic = &reading.report.diagnostics[0];
    let place = Place { line: 3, column: 1 };
    assert_eq!(diagnostic.path.place(), Some(place));
    assert_eq!(reading.entries.len(), 2);
    let provenance = reading.entries[1].provenance.iter();
    let provenance: Vec<String> = provenance
        .map(|from| format!("{} {}", from.field, from.path))
        .collect();
    assert_eq!(
        provenance,
        [
            "headline line[18]",
            "updated line[20]",
            "follow line[21]",
            "bullets line[25]",
            "bullets line[26]",
            "dateline line[28]"
        ]
    );
}

#[test]
fn line_ends_and_spaces_do_not_matter() {
    let expected = copied(SEEDS);
    for text in [
        SEEDS.replace('\n', "\r\n"),
        format!("\u{feff}{SEEDS}"),
        SEEDS.replace("  • ", "\t•\u{a0}"),
        SEEDS.replace("Updated ", "Updated\u{a0}"),
        SEEDS.replace("\n\n", "\n \u{a0}\n"),
        SEEDS.replace("Follow", " Follow\t"),
    ] {
        assert_eq!(copied(&text), expected, "{text}");
    }
    let utf_16: Vec<u8> = format!("\u{feff}{SEEDS}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf_16, &ReadOptions::default()).articles.len(), 2);
}

#[test]
fn stories_are_told_apart_by_their_heads_and_not_by_gaps() {
    let text = SEEDS.replace("\n\n\n", "\n").replace("\n\n", "\n");
    assert_eq!(copied(&text).0, copied(SEEDS).0);
    let spread = SEEDS.replace('\n', "\n\n\n");
    assert_eq!(copied(&spread).0, copied(SEEDS).0);
}

#[test]
fn everything_over_a_story_has_its_field() {
    let article = one("A pier opens again after seven winters
Short Url: hrld.example/pier
Published on April 2, 2024
Last updated: Wednesday, 3rd April 2024 | 10:30
Door: Calloway
Von Ines Calloway
https://herald.example/pier
FOLLOW
A pier opens again after seven winters
It was shut for longer than anybody thought
‣ The funfair returns on Jan. 4
‣ Anglers were
  the first to come
SALTMERE, Kent — The pier was opened on Tuesday.");
    let expected = json!({
        "headline": "A pier opens again after seven winters", "url": "https://herald.example/pier",
        "standfirst": "It was shut for longer than anybody thought",
        "bullets": ["The funfair returns on Jan. 4", "Anglers were the first to come"],
        "dateline": "SALTMERE, Kent", "byline": [{"name": "Calloway"}, {"name": "Ines Calloway"}], "published": "2024-04-02", "updated": "2024-04-03",
        "shortUrl": "https://hrld.example/pier", "follow": {}
    });
    assert_eq!(article, expected);
}

#[test]
fn the_short_address_may_stand_in_the_next_line() {
    let article = one(
        "A pier opens again\nShort Url\n\nhttps://hrld.example/pier\nUpdated 3 Apr 2024\nHARBOUR HERALD\nA pier opens again\nThe pier was opened on Tuesday by the oldest of its anglers.",
    );
    let expected = json!({"headline": "A pier opens again", "shortUrl": "https://hrld.example/pier", "updated": "2024-04-03",
        "byline": [{"name": "HARBOUR HERALD"}]});
    assert_eq!(article, expected);
}

#[test]
fn labels_of_other_languages_are_known() {
    let article = one(
        "Die Seebrücke öffnet wieder\nAktualisiert: 2024-04-03\nFolgen\nDie Seebrücke öffnet wieder\n\nAm Dienstag hat der älteste der Angler die Seebrücke wieder geöffnet.",
    );
    assert_eq!(
        article,
        json!({"headline": "Die Seebrücke öffnet wieder", "updated": "2024-04-03", "follow": {}})
    );
    let article = one(
        "七年ぶりに桟橋が再開した\n2024年4月3日 更新\n七年ぶりに桟橋が再開した\n火曜日、最年長の釣り人が桟橋を開いた。七年の間、桟橋は閉まっていた。",
    );
    assert_eq!(
        article,
        json!({"headline": "七年ぶりに桟橋が再開した", "updated": "2024-04-03"})
    );
}

#[test]
fn a_headline_need_not_stand_twice() {
    let two = "A pier opens again\nUpdated 3 April 2024\n\nThe pier was opened on Tuesday by the oldest of its anglers.\n\nMore of it.\n\n\
        Who owns the quay?\nPublished 4 April 2024\n\nNobody in the town can say who owns the quay these days.";
    let (articles, told) = copied(two);
    assert_eq!(told, "");
    let expected = [
        json!({"headline": "A pier opens again", "updated": "2024-04-03"}),
        json!({"headline": "Who owns the quay?", "published": "2024-04-04"}),
    ];
    assert_eq!(articles, expected);
    let pointed = "A pier opens again\n• It was shut for seven winters\n• The funfair returns\nThe pier was opened on Tuesday by the oldest of its anglers.";
    assert_eq!(one(pointed)["bullets"].as_array().map(Vec::len), Some(2));
    let placed = "A pier opens again\n\nA pier opens again\n\nSALTMERE: The pier was opened on Tuesday by the oldest of its anglers.";
    assert_eq!(
        one(placed),
        json!({"headline": "A pier opens again", "dateline": "SALTMERE"})
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let (articles, told) = copied(
        "A pier opens again\nMEDIA\nUpdated 03/04/2024\nUpdated 2 April 2024\nPublished 5 April 2024\nA pier opens again\n\nThe pier was opened on Tuesday.",
    );
    assert_eq!(articles[0]["published"], "2024-04-05");
    assert_eq!(
        told,
        "warning unknown-field line[2] nothing says what this line over the story is; it was left out\n\
         warning bad-date line[3] “03/04/2024” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z\n\
         warning date-order line[3] the update lies before the publication and is not shown"
    );
}

#[test]
fn the_given_address_is_that_of_the_one_article() {
    let options = ReadOptions {
        page: Link::parse("https://herald.example/pier")
            .ok()
            .map(|(link, _)| link),
        ..ReadOptions::default()
    };
    let one = "A pier opens again\nUpdated 3 April 2024\nThe pier was opened on Tuesday by the oldest of its anglers.";
    let articles = read(one.as_bytes(), &options).articles;
    assert_eq!(articles[0].url, options.page);
    let two = read(SEEDS.as_bytes(), &options).articles;
    assert!(two.iter().all(|article| article.url.is_none()));
}

#[test]
fn other_texts_are_no_articles() {
    for text in [
        "",
        "A headline",
        "A headline\n\nA paragraph of some words that tells a story, and another sentence of it.",
        "Dear Ines,\n\nI have updated 3 April 2024 in the table.\n\n- one\n- two\n\nYours, Tom",
        "headline,updated\nA pier opens,Updated 3 April 2024\nA pier opens,Updated 3 April 2024",
        "fn main() {\n    // Updated 3 April 2024\n    println!(\"A pier\");\n}",
        "# Notes\n\n• One of them\n• Two of them\n\nA paragraph of some words that tells a story.",
        "Shopping for the week\n- milk and bread\n- eggs\n\nAnd do not forget to call the bank about the card.",
        "title: A pier opens\nupdated: soon\n",
        "A B\nA B\nA B\n",
        "A pier opens again\nFollow\nOne.\nTwo.\nThree.\nFour.\nFive.\nA pier opens again\nSix of them are words of one sentence.",
        "UNSUPPORTED: false\nUNSUPPORTED: false\n\nUNSUPPORTED: true",
        "Updated 3 April 2024\nUpdated 3 April 2024",
        "• One of some words\n• Two of some words",
    ] {
        let reading = reading_of(text);
        assert_ne!(reading.format, Some(Format::Text), "{text}");
        assert_eq!(reading.articles, [], "{text}");
    }
}

#[test]
fn no_file_of_this_project_is_an_article() {
    let root = workspace();
    let mut files = vec![
        root.join("README.md"),
        root.join("ARCHITECTURE.md"),
        root.join("Cargo.toml"),
    ];
    let mut folders = vec![
        root.join("docs"),
        root.join("src"),
        root.join("crates"),
        root.join("styles"),
    ];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else {
                files.push(path)
            }
        }
    }
    assert!(files.len() > 50, "{}", files.len());
    for file in files {
        let reading = read(&fs::read(&file).unwrap(), &ReadOptions::default());
        assert_ne!(reading.format, Some(Format::Text), "{}", file.display());
    }
}

#[test]
fn no_text_panics() {
    let mut chance = Chance(0xfeed_5eed_0000_0001);
    for _ in 0..2000 {
        let mut bytes = SEEDS.as_bytes().to_vec();
        chance.mutate(&mut bytes);
        let _ = read(&bytes, &ReadOptions::default());
    }
    for line in [
        "A B\n",
        "• x\n",
        "Updated 3 April 2024\n",
        "A headline here\nUpdated 3 April 2024\n",
    ] {
        let _ = reading_of(&line.repeat(10_000));
    }
}
