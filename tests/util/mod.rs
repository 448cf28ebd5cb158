//! What the native tests of all crates share: an article with every field, and readings told in one line a diagnostic.
//!
//! The file of tests that includes it says by its imports whose `read` is tested: the card's own or that of all formats.

#![allow(
    dead_code,
    unused_imports,
    reason = "no file of tests needs everything of this one"
)]

use super::{ReadOptions, Reading, read};
use article_card::Article;
use article_card::article::{Date, Moment, When};
use article_card::report::{Diagnostic, Place, Report};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Every field there is, written as the card itself writes it; each list has two items.
pub const EVERYTHING: &str = r#"{
    "id": "urn:newsml:herald.example:20240403:wind", "headline": "A town learned to load the wind",
    "url": "https://herald.example/wind?a=1#top", "kicker": "The long read", "standfirst": "It shipped coal once.",
    "bullets": ["Forty blades a week", "The bakery opens at night"],
    "image": {"url": "https://herald.example/wind.webp", "alt": "A crane", "caption": "The east quay.",
        "credit": "Ines Calloway", "width": 1280, "height": 720, "origin": "compositeSynthetic", "sources": [
            {"url": "https://herald.example/wind-640.webp", "width": 640, "type": "image/webp"},
            {"url": "https://herald.example/wind-2560.avif", "width": 2560, "type": "image/avif"}]},
    "origin": "trainedAlgorithmicMedia", "media": {"kind": "video", "duration": "PT3M20S"}, "readingTime": 5,
    "dateline": "SALTMERE",
    "byline": [{"name": "Marguerite Adeyemi", "url": "https://herald.example/marguerite",
            "image": "https://herald.example/marguerite.webp", "jobTitle": "Energy editor"}, {"name": "Tom Pascoe"}],
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
#[allow(
    clippy::needless_update,
    reason = "the card's own reader has no other option"
)]
pub fn reading(json: &str) -> Reading {
    let unknown_fields = true;
    read(
        json.as_bytes(),
        &ReadOptions {
            unknown_fields,
            ..ReadOptions::default()
        },
    )
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
    let Reading {
        articles, report, ..
    } = reading(json);
    let told = told(&report);
    let article = articles.into_iter().next();
    (article.unwrap_or_else(|| panic!("{told}")), told)
}

/// Why there is no article.
#[track_caller]
pub fn article_err(json: &str) -> String {
    let Reading {
        articles, report, ..
    } = reading(json);
    assert_eq!(articles, [], "{json}");
    assert!(report.is_refusal(), "{json}");
    told(&report)
}

/// A line for each diagnostic: severity, code, path and message; the place only where the path does not lead to it.
pub fn told(report: &Report) -> String {
    let lines = report.diagnostics.iter().map(|diagnostic| {
        let place = match diagnostic.path.place() {
            Some(Place { line, column }) if diagnostic.path == "$" && (line, column) != (1, 1) => {
                format!(" ({line}:{column})")
            }
            _ => String::new(),
        };
        let Diagnostic {
            severity,
            code,
            path,
            reason,
            ..
        } = diagnostic;
        format!("{severity} {code} {path} {reason}{place}")
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

/// The preview's articles in the card's own JSON by name, with their placeholders filled as the preview does it.
pub fn fixtures(now: i64) -> Vec<(String, String)> {
    let mut fixtures = all_fixtures(now);
    fixtures.retain(|(name, _)| !is_foreign(name));
    fixtures
}

/// Those in other formats.
pub fn foreign_fixtures(now: i64) -> Vec<(String, String)> {
    let mut fixtures = all_fixtures(now);
    fixtures.retain(|(name, _)| is_foreign(name));
    fixtures
}

fn is_foreign(name: &str) -> bool {
    name.starts_with("json-ld") || name.starts_with("ninjs")
}

/// The project's root, whatever crate is tested.
pub fn workspace() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders
        .find(|folder| folder.join("tests/fixtures").is_dir())
        .unwrap()
}

fn all_fixtures(now: i64) -> Vec<(String, String)> {
    let folder = workspace().join("tests/fixtures");
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

/// What is told of an article with a headline and these members.
#[track_caller]
pub fn told_of(members: &str) -> String {
    repaired(&format!("{{\"headline\": \"H\", {members}}}")).1
}

/// A line for each case: the text before an arrow, and what has to come of it.
#[track_caller]
pub fn each(cases: &str, becomes: impl Fn(&str) -> String) {
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (given, expected) = case.split_once(" =>").unwrap();
        assert_eq!(becomes(given), expected.trim_start(), "{given}");
    }
}

/// Members of an article, and what is told of them; a bar stands between two lines.
#[track_caller]
pub fn tells(cases: &str) {
    each(cases, |members| told_of(members).replace('\n', " | "));
}

/// A member of an article, and the member as the card writes it.
#[track_caller]
pub fn gives(cases: &str) {
    each(cases, |member| {
        let json = article(&format!("{{\"headline\": \"H\", {member}}}")).to_json();
        let rest = json.strip_prefix("{\"headline\":\"H\"").unwrap();
        rest.trim_start_matches(',')
            .strip_suffix('}')
            .unwrap()
            .to_owned()
    });
}

/// The path in the words of a diagnostic.
pub fn path(pointer: &str) -> String {
    let parts = pointer
        .split('/')
        .skip(1)
        .map(|part| match part.parse::<usize>() {
            Ok(index) => format!("[{index}]"),
            Err(_) => format!(".{part}"),
        });
    std::iter::once("$".to_owned()).chain(parts).collect()
}

/// The value without what the pointer leads to.
pub fn without(value: &Value, pointer: &str) -> Value {
    let mut rest = value.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match rest.pointer_mut(parent).unwrap() {
        Value::Array(items) => drop(items.remove(name.parse().unwrap())),
        parent => drop(parent.as_object_mut().unwrap().remove(name)),
    }
    rest
}

/// The value with something else at the pointer, as JSON.
pub fn with(value: &Value, pointer: &str, part: Value) -> String {
    let mut other = value.clone();
    *other.pointer_mut(pointer).unwrap() = part;
    other.to_string()
}

/// The articles of the preview, and the one with every field.
pub fn originals() -> Vec<Vec<u8>> {
    let fixtures = fixtures(at("2026-03-14T12:00:00Z"));
    let texts = fixtures
        .into_iter()
        .map(|(_, json)| json)
        .chain([EVERYTHING.to_owned()]);
    texts.map(String::into_bytes).collect()
}

/// What is put into texts at random: the marks of JSON, its faults, and values that are not as they should be.
const PIECES: &str = "{|}|[|]|,|:|\"|\\|\n| |\t|\u{c}|\u{a0}|\u{feff}|\0|\u{1b}|é|🚀|null|true|false|nul|NaN|-|+|.|0|00\
    |1|-0|0.5|12e3|1E-2|1e|1e400|-1e-400|123456789012345678901234567890|\\n|\\u0000|\\u202e|\\u2067|\\u2069|\\u009b\
    |\\ud83d|\\ud83d\\ue000|\\ude80|\\u12|\\x|\\/|//|/*|'|<script>|javascript:|data:|https://|https://a:b@c.example/|\"headline\":\
    |\"url\":|\"image\":{|\"related\":[{|\"\"|0001-01-01|2024-04-03T10:00:00Z";
const NUMBERS: &str = "0|-0|7|-12.5|1e3|2E+2|0.1e-7|1e308|1e-999|1e-99999999999";
const WORDS: &str = "headline|url|é|\\u00e9|\\ud83d\\ude80|🚀|\\\"|\\\\|\\n|/|\u{2028}|\u{7f}| ";

/// Marsaglia's xorshift: the same numbers everywhere and every time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }

    fn one_of(&mut self, list: &'static str) -> &'static str {
        let count = list.split('|').count();
        list.split('|').nth(self.below(count)).unwrap_or_default()
    }

    /// Appends a value by the grammar of JSON.
    pub fn value(&mut self, depth: usize, json: &mut String) {
        match self.below(if depth == 0 { 6 } else { 10 }) {
            0 => json.push_str(self.one_of("null|true|false")),
            1 => json.push_str(self.one_of(NUMBERS)),
            2..=5 => self.text(json),
            6 | 7 => self.items(depth - 1, json, ('[', ']')),
            _ => self.items(depth - 1, json, ('{', '}')),
        }
    }

    fn items(&mut self, depth: usize, json: &mut String, (open, close): (char, char)) {
        json.push(open);
        for index in 0..self.below(5) {
            json.push_str(if index == 0 { "" } else { "," });
            if open == '{' {
                self.text(json);
                json.push_str(self.one_of(":| : |\n:\t"));
            }
            self.value(depth, json);
        }
        json.push(close);
    }

    fn text(&mut self, json: &mut String) {
        json.push('"');
        for _ in 0..self.below(4) {
            json.push_str(self.one_of(WORDS));
        }
        json.push('"');
    }

    /// Damages the bytes in one to four places.
    pub fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let from = self.below(bytes.len() + 1);
            let to = (from + self.below(12)).min(bytes.len());
            let (to, new) = match self.below(7) {
                0 => (to, Vec::new()),
                1 => (bytes.len(), Vec::new()),
                2 => (from, vec![self.below(256) as u8]),
                3 => (from, bytes[from..to].repeat(self.below(40))),
                4 => (to, self.one_of(PIECES).into()),
                _ => (from, self.one_of(PIECES).into()),
            };
            bytes.splice(from..to, new);
        }
    }
}
