//! How long it takes to read inputs of 2 MiB, or of as many values as are read, that are made to take long, beside an
//! ordinary article of each format. An input of 2 MiB has to be read within 0.2 s on a quiet machine.

use article_card_reader::{ReadOptions, read};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const ORDINARY: [(&str, &str); 4] = [
    (
        "card",
        r#"{"headline": "A town learned to load the wind", "url": "https://herald.example/wind",
        "bullets": ["Forty blades a week", "The bakery opens at night"], "published": "2024-04-02",
        "image": {"url": "https://herald.example/wind.webp", "caption": "The east quay.", "width": 1280, "height": 720}}"#,
    ),
    (
        "JSON-LD",
        r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A town learned to load the wind",
        "url": "https://herald.example/wind", "author": {"@type": "Person", "name": "Tom Pascoe"},
        "datePublished": "2024-04-02T10:00:00+01:00", "image": "https://herald.example/wind.webp"}"#,
    ),
    (
        "ninjs",
        r#"{"uri": "urn:newsml:herald.example:20240403:wind", "type": "text", "headline": "A town learned to load the wind",
        "byline": "By Tom Pascoe", "versioncreated": "2024-04-03T10:00:00Z", "located": "Saltmere"}"#,
    ),
    (
        "page",
        "<!doctype html><html lang=en><title>A town learned to load the wind</title>
        <meta property=og:type content=article><meta property=og:title content=\"A town learned to load the wind\">
        <link rel=canonical href=https://herald.example/wind><h1>A town learned to load the wind</h1><p>It shipped coal once.",
    ),
];

/// What stands before a piece that is repeated, the piece, and what stands after it.
const MADE_TO_TAKE_LONG: [(&str, [&str; 3]); 9] = [
    (
        "exponents",
        [r#"{"headline": "x", "z": ["#, "1e-9999,", "1]}"],
    ),
    (
        "exponents in JSON-LD",
        [
            r#"{"@type": "NewsArticle", "headline": "x", "image": ["#,
            "1e-9999,",
            "1]}",
        ],
    ),
    (
        "one long number",
        [
            r#"{"headline": "x", "image": {"url": "https://a.example/", "width": 1e-"#,
            "99999999",
            "}}",
        ],
    ),
    ("one long text", [r#"{"headline": ""#, "\\u0000x", "\"}"]),
    (
        "the same field",
        ["{", r#""headline": 1,"#, r#""headline": "x"}"#],
    ),
    (
        "wrong values",
        [
            r#"{"headline": "x", "related": ["#,
            r#"{"url": 1},"#,
            "{}]}",
        ],
    ),
    (
        "nameless authors",
        [
            r#"{"@type": "NewsArticle", "headline": "x", "author": ["#,
            r#"{"name": 1},"#,
            "1]}",
        ],
    ),
    (
        "links",
        [
            "<!doctype html><title>x</title>",
            "<p><a href=\"javascript:a\">b</a>",
            "",
        ],
    ),
    (
        "elements within elements",
        ["<!doctype html><title>x</title>", "<div><b>", "x"],
    ),
];

fn filled([before, piece, after]: [&str; 3]) -> String {
    const LONGEST: usize = 2 * 1024 * 1024;
    // One fewer than JSON may have values.
    const MOST: usize = 49_000;
    let room = (LONGEST - before.len() - after.len()) / piece.len();
    let most = if before.starts_with('<') || piece.len() < 8 {
        room
    } else {
        room.min(MOST)
    };
    [before, &piece.repeat(most), after].concat()
}

fn main() {
    divan::main();
}

#[divan::bench(args = ORDINARY.map(|(name, _)| name))]
fn ordinary(bencher: Bencher<'_, '_>, name: &str) {
    let found = ORDINARY.iter().find(|(known, _)| *known == name);
    measure(bencher, found.map(|(_, input)| (*input).to_owned()));
}

#[divan::bench(args = MADE_TO_TAKE_LONG.map(|(name, _)| name), sample_count = 10, sample_size = 1)]
fn made_to_take_long(bencher: Bencher<'_, '_>, name: &str) {
    let found = MADE_TO_TAKE_LONG.iter().find(|(known, _)| *known == name);
    measure(bencher, found.map(|(_, parts)| filled(*parts)));
}

fn measure(bencher: Bencher<'_, '_>, input: Option<String>) {
    let input = input.unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&input))
        .bench(|| read(black_box(input.as_bytes()), &ReadOptions::default()));
}
