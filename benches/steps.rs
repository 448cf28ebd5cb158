//! What each step costs of some of the gallery's articles: reading, deciding, prerendering; and below them what they spend
//! most of their time on. `cargo bench --package article-card --features prerender` prints it.

use article_card::article::Link;
use article_card::platform::Native;
use article_card::prerender::{Style, prerender};
use article_card::reading::{clean, json};
use article_card::{Article, Card, Options, ReadOptions, read};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::path::Path;
use std::{fs, io};

/// The smallest, one with stories beside it, one with everything, and one of another script.
const ARTICLES: [&str; 4] = ["minimal", "related", "everything", "arabic"];

/// 2024-05-01T12:00:00Z.
const NOW: i64 = 1_714_564_800_000;

fn main() -> io::Result<()> {
    for name in ARTICLES {
        text(name)?;
    }
    divan::main();
    Ok(())
}

fn text(name: &str) -> io::Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = fs::read_to_string(folder.join(name).with_extension("json"))?;
    Ok(text.replace("{origin}", "https://kit.example"))
}

fn article(name: &str) -> Option<Article> {
    let text = text(name).unwrap_or_default();
    let mut reading = read(text.as_bytes(), &ReadOptions::default());
    reading.articles.pop()
}

#[divan::bench(args = ARTICLES)]
fn step_1_read(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name).unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read(black_box(text.as_bytes()), &ReadOptions::default()));
}

#[divan::bench(args = ARTICLES)]
fn step_2_decide(bencher: Bencher<'_, '_>, name: &str) {
    let (options, native) = (Options::default(), Native::at(NOW));
    if let Some(article) = article(name) {
        bencher.bench(|| Card::new(black_box(&article), &options, &native));
    }
}

/// It decides, too.
#[divan::bench(args = ARTICLES)]
fn step_3_prerender(bencher: Bencher<'_, '_>, name: &str) {
    let (options, native, style) = (Options::default(), Native::at(NOW), Style::default());
    if let Some(article) = article(name) {
        bencher.bench(|| prerender(black_box(&article), &options, &native, &style));
    }
}

/// The JSON alone, without an article of it.
#[divan::bench(args = ARTICLES)]
fn part_json(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name).unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| json::parse(black_box(text.as_bytes())).is_ok());
}

/// A text that is clean as it comes, and one of which something is left out.
#[divan::bench(args = ["Forty blades a week leave the east quay", "Forty  blades a week leave the east quay"])]
fn part_clean_text(bencher: Bencher<'_, '_>, raw: &str) {
    bencher.bench(|| clean(black_box(raw), 500));
}

/// An address that is seen to be serialised, and one that the parser has to look at.
#[divan::bench(args = ["https://herald.example/long-reads/wind", "https://Herald.example/long-reads/wind"])]
fn part_link(bencher: Bencher<'_, '_>, raw: &str) {
    bencher.bench(|| Link::parse(black_box(raw)));
}
