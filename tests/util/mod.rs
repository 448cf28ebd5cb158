//! What the native tests share: an article with every field, and readings told in one line a diagnostic.

#![allow(dead_code, reason = "no file of tests needs everything of this one")]

use article_card::article::{Date, Moment, When};
use article_card::report::Report;
use article_card::{Article, ReadOptions, Reading, read};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Every field there is, written as the card itself writes it; each list has two items.
pub const EVERYTHING: &str = r#"{
    "id": "urn:newsml:herald.example:20240403:wind", "headline": "A town learned to load the wind",
    "url": "https://herald.example/wind?a=1#top", "kicker": "The long read", "standfirst": "It shipped coal once.",
    "bullets": ["Forty blades a week", "The bakery opens at night"],
    "image": {"url": "https://herald.example/wind.webp", "alt": "A crane", "caption": "The east quay.",
        "credit": "Ines Calloway", "width": 1280, "height": 720, "sources": [
            {"url": "https://herald.example/wind-640.webp", "width": 640, "type": "image/webp"},
            {"url": "https://herald.example/wind-2560.avif", "width": 2560, "type": "image/avif"}]},
    "dateline": "SALTMERE",
    "byline": [{"name": "Marguerite Adeyemi", "url": "https://herald.example/marguerite"}, {"name": "Tom Pascoe"}],
    "published": "2024-04-02", "updated": "2024-04-03T10:00:00+01:00", "shortUrl": "https://hrld.example/wind",
    "follow": {"label": "Follow the port", "url": "https://herald.example/port"},
    "publisher": {"name": "The Harbour Herald", "url": "https://herald.example/",
        "logo": "https://herald.example/logo.svg", "timeZone": "Europe/London"},
    "section": "Business", "language": "en-GB",
    "related": [{"headline": "Who owns the quay?", "url": "https://herald.example/quay", "published": "2024-02-27",
            "updated": "2024-03-01", "language": "fr", "image": "https://herald.example/quay.webp"},
        {"headline": "Ferries in spring"}],
    "access": "paid",
    "sponsor": {"name": "Northern Lines", "url": "https://rail.example/", "logo": "https://rail.example/logo.svg"},
    "status": "developing", "correction": {"text": "A blade is 108 metres long.", "date": "2024-04-03"},
    "embargoedUntil": "2024-04-01T05:00:00Z", "expires": "2034-01-01",
    "labels": {"updated": "Changed {time}", "separator": "; "}
}"#;

/// Reads the JSON, and tells of unknown fields too.
pub fn reading(json: &str) -> Reading {
    let unknown_fields = true;
    read(json.as_bytes(), &ReadOptions { unknown_fields })
}

/// The article, of which nothing may have to be told.
#[track_caller]
pub fn article(json: &str) -> Article {
    let (article, told) = repaired(json);
    assert_eq!(told, "", "{json}");
    article
}

/// The article, and what was told of it.
#[track_caller]
pub fn repaired(json: &str) -> (Article, String) {
    let Reading { articles, report } = reading(json);
    let told = told(&report);
    let article = articles.into_iter().next();
    (article.unwrap_or_else(|| panic!("{told}")), told)
}

/// Why there is no article.
#[track_caller]
pub fn article_err(json: &str) -> String {
    let Reading { articles, report } = reading(json);
    assert_eq!(articles, [], "{json}");
    assert!(report.is_refusal(), "{json}");
    told(&report)
}

/// A line for each diagnostic: severity, code, path, message, and the place where it has one.
pub fn told(report: &Report) -> String {
    let lines = report.diagnostics.iter().map(|diagnostic| {
        let word = |value: Value| value.as_str().unwrap_or_default().to_owned();
        let place = match (diagnostic.line, diagnostic.column) {
            (Some(line), Some(column)) => format!(" ({line}:{column})"),
            _ => String::new(),
        };
        let severity = word(serde_json::json!(diagnostic.severity));
        let code = word(serde_json::json!(diagnostic.code));
        let (path, message) = (&diagnostic.path, &diagnostic.message);
        format!("{severity} {code} {path} {message}{place}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The instant in milliseconds.
#[track_caller]
pub fn at(text: &str) -> i64 {
    match Moment::parse(text).map(|moment| moment.when()) {
        Ok(When::Instant { epoch_ms, .. }) => epoch_ms,
        other => panic!("{text} is {other:?}"),
    }
}

/// The JSON as serde reads it.
#[track_caller]
pub fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// A JSON pointer (RFC 6901) to everything in the value, parts after their whole.
pub fn pointers(value: &Value) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(items) => (0..).map(|i: u32| i.to_string()).zip(items).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (name, part) in parts {
        found.push(format!("/{name}"));
        found.extend(pointers(part).iter().map(|rest| format!("/{name}{rest}")));
    }
    found
}

/// The preview's articles by name, with their placeholders filled as the preview does it.
pub fn fixtures(now: i64) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((name, filled(&fs::read_to_string(&path).unwrap(), now)));
        }
    }
    found.sort();
    found
}

fn filled(text: &str, now: i64) -> String {
    let text = text.replace("{origin}", "https://preview.example");
    let mut parts = text.split("{minutes-ago:");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (minutes, rest) = part.split_once('}').unwrap();
        let instant = now / 60_000 - minutes.parse::<i64>().unwrap();
        let (day, of_day) = (
            Date::from_epoch_days(instant.div_euclid(1440)),
            instant.rem_euclid(1440),
        );
        filled.push_str(&format!(
            "{day}T{:02}:{:02}:00Z{rest}",
            of_day / 60,
            of_day % 60
        ));
    }
    filled
}
