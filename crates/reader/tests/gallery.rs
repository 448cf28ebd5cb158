//! What the preview's articles of other formats become; each has one sentence there about what to look at.

#[cfg(test)]
#[path = "../../../tests/util/drawn.rs"]
mod drawn;
#[cfg(test)]
#[path = "../../../tests/util/expected.rs"]
mod expected;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::Status;
use article_card_reader::{Format, ReadOptions, Reading, read};
use util::*;

/// The one article of a fixture, and what was told of it.
#[track_caller]
fn fixture(name: &str) -> (Option<Format>, article_card::Article, String) {
    let fixtures = foreign_fixtures(at("2026-03-14T12:00:00Z"));
    let found = fixtures.iter().find(|(found, _)| found == name);
    let text = found.map_or("", |(_, text)| text);
    let Reading {
        format,
        mut articles,
        report,
        ..
    } = read(text.as_bytes(), &ReadOptions::default());
    assert_eq!(articles.len(), 1, "{}", told(&report));
    (format, articles.remove(0), told(&report))
}

#[test]
fn a_graph_gives_one_article_with_what_it_refers_to() {
    let (format, article, told) = fixture("json-ld");
    assert_eq!((format, &*told), (Some(Format::JsonLd), ""));
    let expected = r#"{
        "headline": "Last coal ship leaves Saltmere, and the cranes ‘don’t know what to do with their hands’",
        "url": "https://herald.example/last-coal-ship",
        "standfirst": "For 140 years the harbour counted its days in coal. On Friday it loaded the last of it before breakfast.",
        "image": {"url": "https://preview.example/fixtures/pictures/harbour.webp", "width": 1280, "height": 720,
            "caption": "The Margit under the east quay’s cranes, a little before seven.", "credit": "Ines Calloway"},
        "dateline": "SALTMERE",
        "byline": [{"name": "Ines Calloway", "url": "https://herald.example/people/ines-calloway"}, {"name": "Tom Pascoe"}],
        "published": "2026-02-27T06:30:00Z", "updated": "2026-02-28T09:10:00Z",
        "publisher": {"name": "The Harbour Herald", "url": "https://herald.example/",
            "logo": "https://preview.example/fixtures/pictures/herald.svg"},
        "section": "Business", "language": "en-GB", "access": "paid"
    }"#;
    let mut given = parsed(&article.to_json());
    given.as_object_mut().unwrap().remove("id");
    assert_eq!(given, parsed(expected));
}

#[test]
fn damage_is_repaired_and_told() {
    let (format, article, told) = fixture("json-ld-damaged");
    assert_eq!(format, Some(Format::JsonLd));
    assert_eq!(
        &*article.headline,
        "القطار الليلي يعود إلى الساحل بعد عشرين عامًا"
    );
    let standfirst = "يغادر المحطة في التاسعة مساءً، ويصل مع شروق الشمس.";
    assert_eq!(article.standfirst.as_deref(), Some(standfirst));
    assert_eq!(
        told.matches("warning json-repaired $ ").count(),
        3,
        "{told}"
    );
    assert_eq!(told.lines().count(), 3, "{told}");
}

#[test]
fn an_item_of_an_agency_is_read_without_its_notes() {
    let (format, article, told) = fixture("ninjs");
    assert_eq!((format, &*told), (Some(Format::Ninjs), ""));
    let json = article.to_json();
    assert_eq!(
        &*article.headline,
        "Flooded reading room opens again, one shelf higher"
    );
    assert_eq!(
        (article.bullets.len(), article.byline.len()),
        (3, 1),
        "{json}"
    );
    assert!(article.image.is_some() && !json.contains("mayor"), "{json}");
}

#[test]
fn an_item_that_is_held_back_is_withdrawn() {
    let (format, article, _) = fixture("ninjs-withheld");
    assert_eq!(
        (format, article.status),
        (Some(Format::Ninjs), Some(Status::Withdrawn))
    );
}

#[test]
fn no_fixture_of_another_format_is_left_out() {
    let fixtures = foreign_fixtures(at("2026-03-14T12:00:00Z"));
    let names: Vec<&str> = fixtures.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        ["json-ld", "json-ld-damaged", "ninjs", "ninjs-withheld"]
    );
}

#[test]
fn every_fixture_is_written_as_a_person_has_reviewed_it() {
    let now = at("2026-03-14T12:00:00Z");
    for (name, text) in foreign_fixtures(now) {
        for article in read(text.as_bytes(), &ReadOptions::default()).articles {
            expected::is_as_expected(&name, &article, now);
        }
    }
}
