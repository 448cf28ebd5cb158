//! What is told only after the reading stands where its value does, too, whatever the format.

use article_card::options::Options;
use article_card::platform::Native;
use article_card::prerender::{Style, prerender};
use article_card::report::{Code, Place};
use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, read};

/// 2024-05-01T00:00:00Z.
const NOW: i64 = 1_714_521_600_000;

/// The place of the diagnostic of that code, after the card was decided.
#[track_caller]
fn place(input: &str, code: Code) -> (u32, u32) {
    let reading = read(input.as_bytes(), &ReadOptions::default());
    let mut checked = CheckedArticle::all(reading, NOW).remove(0);
    if let Some(article) = &checked.article {
        let native = Native::at(NOW);
        let card = prerender(article, &Options::default(), &native, &Style::default());
        checked.add(card.report);
    }
    let told = checked.diagnostics.iter().find(|told| told.code == code);
    let place = told.and_then(|told| told.path.place());
    let Place { line, column } = place.unwrap_or(Place { line: 0, column: 0 });
    (line, column)
}

#[test]
fn a_language_without_labels() {
    let own = "{\"headline\": \"H\",\n \"language\": \"tlh\"}";
    assert_eq!(place(own, Code::NoLabels), (2, 14));
    let json_ld =
        "[{\"@type\": \"NewsArticle\",\n  \"headline\": \"H\",\n  \"inLanguage\": \"tlh\"}]";
    assert_eq!(place(json_ld, Code::NoLabels), (3, 17));
    let page = "<!doctype html>\n<html lang=tlh>\n<script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"H\"}</script>";
    assert_eq!(place(page, Code::NoLabels), (2, 1));
}

#[test]
fn a_zone_that_nobody_knows() {
    let own =
        "{\"headline\": \"H\", \"publisher\":\n {\"name\": \"P\", \"timeZone\": \"Mars/Olympus\"}}";
    assert_eq!(place(own, Code::BadValue), (2, 28));
}

#[test]
fn a_state_that_withholds() {
    let own = "{\"headline\": \"H\",\n \"status\": \"withdrawn\"}";
    assert_eq!(place(own, Code::Withheld), (2, 12));
    let ninjs =
        "{\"uri\": \"urn:x\", \"headline\": \"H\",\n \"embargoed\": \"2034-01-01T00:00:00Z\"}";
    assert_eq!(place(ninjs, Code::Withheld), (2, 15));
    let page = "<!doctype html>\n<script type=application/ld+json>\n{\"@type\": \"Article\", \"headline\": \"H\",\n \"creativeWorkStatus\": \"withdrawn\"}</script>";
    assert_eq!(place(page, Code::Withheld), (4, 24));
}

/// A byte order mark and other alphabets move nothing: columns are bytes.
#[test]
fn what_stands_before_it_counts() {
    let own = "\u{feff}{\"headline\": \"Über\", \"url\": \"x\"}";
    assert_eq!(place(own, Code::BadUrl), (1, 30));
    let page = "\u{feff}<!doctype html><p>é</p><script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"H\", \"url\": \"mailto:a@b.example\"}</script>";
    let column = page
        .trim_start_matches('\u{feff}')
        .find("\"mailto")
        .unwrap_or_default()
        + 1;
    assert_eq!(place(page, Code::BlockedUrl), (1, column as u32));
}
