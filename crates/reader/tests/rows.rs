//! A row says where its field stands: at that line and column of the input is what it was made of.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::reading::clean;
use article_card::report::Place;
use article_card_reader::check::{CheckedArticle, Row};
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::{Value, json};
use util::*;

/// Before the embargoes and after the live blogs of the fixtures.
const NOW: &str = "2026-03-14T12:00:00Z";

const PAGE: &str = "<!doctype html>\n<html lang=en-GB>\n<title>A pier opens again</title>\n<link rel=canonical href=https://h.example/pier>
<meta property=og:image content=https://h.example/pier.webp>\n<script type=application/ld+json>
{\"@type\": \"NewsArticle\", \"headline\": \"A pier opens again\",\n \"author\": [{\"name\": \"Ines Calloway\"}], \"datePublished\": \"2024-04-03\"}
</script>\n<article><h1>A pier opens again</h1><p>SALTMERE — It stood for ninety years.</p></article>";
const COPIED: &str = "A pier opens again\nUpdated 3 April 2024\n\nA pier opens again\n\n• It was shut for seven winters\n• The funfair returns\n
SALTMERE: The pier was opened on Tuesday by the oldest of its anglers.";

fn checked(input: &str) -> Vec<CheckedArticle> {
    let options = ReadOptions {
        unknown_fields: true,
        fields: true,
        ..ReadOptions::default()
    };
    CheckedArticle::all(read(input.as_bytes(), &options), at(NOW))
}

fn rows(input: &str) -> Vec<Row> {
    checked(input).remove(0).rows()
}

/// What stands there, from that byte on; empty if the place is none of the input's, or within a character.
fn text_at(input: &str, Place { line, column }: Place) -> &str {
    let input = input.trim_start_matches('\u{feff}');
    let lines = input.split_inclusive('\n').map(str::len);
    let before: usize = lines.take(line as usize - 1).sum();
    input
        .get(before + column as usize - 1..)
        .unwrap_or_default()
}

/// The JSON value that begins there.
fn value_at(input: &str, place: Place) -> Option<Value> {
    let mut values = serde_json::Deserializer::from_str(text_at(input, place)).into_iter();
    values.next()?.ok()
}

/// Whether the value is what the row says, as the card's own JSON is read: texts are cleaned, dates and addresses written anew.
fn is_source(value: &Value, row: &Row) -> bool {
    match value {
        Value::String(text) => {
            let again = json!({"headline": "H", "url": text, "updated": text, "media": {"kind": "video", "duration": text}, "origin": text});
            let article = read(again.to_string().as_bytes(), &ReadOptions::default())
                .articles
                .remove(0);
            let article = parsed(&article.to_json());
            let written = ["/url", "/updated", "/media/duration", "/origin"];
            let cleaned = clean(text, row.value.chars().count()).text;
            text.trim() == row.value.trim()
                || cleaned.is_some_and(|cleaned| *cleaned == *row.value)
                || written
                    .iter()
                    .any(|at| article.pointer(at) == Some(&json!(row.value)))
        }
        Value::Number(number) => number.as_f64() == row.value.parse().ok(),
        Value::Bool(is_true) => is_true.to_string() == row.value,
        _ => false,
    }
}

/// Every field has the place of the value that it was read from; how many there are.
#[track_caller]
fn is_exact(input: &str) -> usize {
    let mut seen = 0;
    for row in checked(input).iter().flat_map(CheckedArticle::rows) {
        assert!(row.place.is_some(), "{row:?} has no place in {input}");
        if !row.value.is_empty() {
            let value = row.place.and_then(|place| value_at(input, place));
            let is_there = value.as_ref().is_some_and(|value| is_source(value, &row));
            assert!(is_there, "{row:?}\n{value:?}\n{input}");
            seen += 1;
        }
    }
    seen
}

#[test]
fn every_field_of_the_cards_own_json_stands_where_its_row_says() {
    let mut seen = is_exact(EVERYTHING);
    assert!(seen > 50, "{seen}");
    for (_, json) in fixtures(at(NOW)) {
        seen += is_exact(&json);
    }
    assert!(seen > 600, "{seen}");
    is_exact("\u{feff}{\"headline\": \"Über\", \"kicker\": \"é\",\r\n\"section\" :\t\"S\"}");
}

#[test]
fn what_was_left_out_moves_nothing() {
    let json = r#"{"headline": "A", "headline": "H", "bullets": [null, "One", 5, "", "Two"],
        "byline": [{"url": "https://a.example/"}, {"name": "N", "image": "x"}, null, {"name": "M", "url": "https://m.example/"}],
        "image": {"url": "https://a.example/1.webp", "sources": [{"url": "x"}, {"url": "https://a.example/2.webp", "width": 2}]}}"#;
    is_exact(json);
    let told = rows(json)
        .into_iter()
        .map(|row| format!("{} {} {}", row.field, row.from, row.value));
    let told: Vec<String> = told.filter(|told| !told.ends_with(' ')).collect();
    assert_eq!(
        told,
        [
            "headline $.headline H",
            "bullets[0] $.bullets[1] One",
            "bullets[1] $.bullets[4] Two",
            "image.url $.image.url https://a.example/1.webp",
            "image.sources[0].url $.image.sources[1].url https://a.example/2.webp",
            "image.sources[0].width $.image.sources[1].width 2",
            "byline[0].name $.byline[1].name N",
            "byline[1].name $.byline[3].name M",
            "byline[1].url $.byline[3].url https://m.example/",
        ]
    );
}

#[test]
fn whatever_is_damaged() {
    let mut chance = Chance(0x0dd5_eed5_0000_0007);
    let mut seen = 0;
    for _ in 0..3000 {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        chance.mutate(&mut bytes);
        if let Ok(input) = String::from_utf8(bytes)
            && checked(&input)[0].format == Some(Format::Card)
        {
            seen += is_exact(&input);
        }
    }
    assert!(seen > 1000, "{seen}");
}

/// What stands there of a foreign input: a JSON value, an element of a page, or a line of text.
fn stands(input: &str, place: Place, row: &Row) -> bool {
    let text = text_at(input, place);
    let is_member = row.from.starts_with("$.") || row.from.starts_with("ld+json[");
    if is_member {
        // Damaged JSON-LD has line breaks in its texts.
        value_at(input, place).is_some() || text.starts_with('"')
    } else if row.from.starts_with("line[") {
        place.column == 1 && !text.starts_with('\n')
    } else {
        text.starts_with('<')
    }
}

/// The beginnings of what a reader writes anew, so that only the source's member can be looked for.
const WRITTEN_ANEW: [&str; 9] = [
    "published",
    "updated",
    "url",
    "short",
    "media",
    "access",
    "origin",
    "status",
    "language",
];

#[test]
fn fields_of_other_formats_stand_where_their_rows_say() {
    let mut inputs = foreign_fixtures(at(NOW));
    inputs.push(("page".into(), PAGE.into()));
    inputs.push(("copied".into(), COPIED.into()));
    let mut seen = 0;
    for (name, input) in inputs {
        for row in checked(&input).iter().flat_map(CheckedArticle::rows) {
            let place = row
                .place
                .unwrap_or_else(|| panic!("{row:?} has no place in {name}"));
            if row.value.is_empty() {
                continue;
            }
            assert!(
                stands(&input, place, &row),
                "{name} {row:?} {}",
                text_at(&input, place)
            );
            if row.notes.is_empty()
                && !WRITTEN_ANEW
                    .iter()
                    .any(|field| row.field.starts_with(field))
            {
                let near: String = text_at(&input, place).chars().take(200).collect();
                let word = row.value.split_whitespace().next().unwrap_or_default();
                assert!(near.contains(word), "{name} {row:?} {near}");
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn each_of_several_has_a_place_of_its_own() {
    let ninjs = r#"{"uri": "urn:x", "headline": "H", "renditions": {"a": {"href": "https://a.example/1.jpg", "mimetype": "image/jpeg", "width": 900}},
        "type": "picture"}"#;
    let json_ld = r#"{"@type": "NewsArticle", "headline": "H", "author": [{"name": "Ines Calloway"}, {"name": "Tom Pascoe", "url": "https://a.example/t"}]}"#;
    let from = |input: &str| -> Vec<String> {
        let rows = rows(input).into_iter().filter(|row| !row.value.is_empty());
        rows.map(|row| format!("{} {}", row.field, row.from))
            .collect()
    };
    assert_eq!(
        from(json_ld),
        [
            "headline $.headline",
            "byline[0].name $.author[0].name",
            "byline[1].name $.author[1].name",
            "byline[1].url $.author[1].url"
        ]
    );
    let picture = from(ninjs);
    for expected in [
        "image.url $.renditions.a.href",
        "image.width $.renditions.a.href",
    ] {
        assert!(picture.iter().any(|row| row == expected), "{picture:?}");
    }
}

#[test]
fn a_card_in_a_page_is_read_like_one_that_stands_alone() {
    let page = format!(
        "<!doctype html>\n<p>é</p><article-card>\n<script type=application/json>{EVERYTHING}</script></article-card>"
    );
    let mut seen = 0;
    for row in rows(&page) {
        let place = row.place.unwrap_or_else(|| panic!("{row:?} has no place"));
        assert!(row.from.starts_with("article-card[0]."), "{row:?}");
        let value = value_at(&page, place);
        assert!(
            value.is_some_and(|value| is_source(&value, &row)),
            "{row:?}"
        );
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn a_row_of_what_is_wrong_stands_where_that_does() {
    let json = "{\"headline\": \"H\",\n \"url\": \"x\",\n \"bulets\": []}";
    let places: Vec<_> = rows(json)
        .into_iter()
        .map(|row| (row.field, row.place))
        .collect();
    let at = |line, column| Some(Place { line, column });
    let expected = [
        ("headline", at(1, 14)),
        ("bulets", at(3, 12)),
        ("url", at(2, 9)),
    ];
    for (field, place) in expected {
        assert!(
            places.contains(&(field.into(), place)),
            "{field} {places:?}"
        );
    }
    for refused in ["", "{\"headline\": \"Half", "[1]", "words"] {
        for row in rows(refused) {
            assert!(row.place.is_some(), "{refused} {row:?}");
        }
    }
}

#[test]
fn as_json() {
    let json = "{\"@type\": \"NewsArticle\", \"headline\": \"A <b>pier</b> opens\",\n \"url\": \"mailto:a@b.example\"}";
    let rows: Value = serde_json::to_value(rows(json)).unwrap();
    assert_eq!(rows[0]["field"], "headline", "{rows}");
    assert_eq!(rows[0]["line"], 1, "{rows}");
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(keys(&rows[0]), "field value from line column notes");
    let wrong = &rows[1];
    assert_eq!(
        wrong,
        &json!({"field": "–", "value": "", "from": "$.url", "line": 2, "column": 9,
            "notes": [{"severity": "warning", "code": "blocked-url", "text": wrong["notes"][0]["text"]}]})
    );
    let unknown = serde_json::to_value(Row {
        place: None,
        ..self::rows(json).remove(0)
    })
    .unwrap();
    assert_eq!(keys(&unknown), "field value from notes");
}

#[test]
fn of_a_withdrawn_article_there_are_rows_of_its_notice_alone() {
    let json = "{\"headline\": \"Minister resigns\", \"url\": \"https://h.example/minister\",\n \"id\": \"urn:x\", \"byline\": [{\"name\": \"Minister\"}],\n \"status\": \"withdrawn\"}";
    let mut checked = checked(json).remove(0);
    let told: Vec<_> = checked
        .rows()
        .into_iter()
        .map(|row| (row.field, row.place))
        .collect();
    let at = |line, column| Some(Place { line, column });
    assert_eq!(
        told,
        [("id".into(), at(2, 8)), ("status".into(), at(3, 12))]
    );
    checked.diagnostics.clear();
    let said = format!("{checked:?}").to_lowercase();
    assert!(!said.contains("minister"), "{said}");
}
