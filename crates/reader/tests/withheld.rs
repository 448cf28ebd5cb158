//! Nothing is told of an article that may be withheld, whatever is wrong with it and wherever its words stand.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, Reading, read};
use util::told;

/// Noon in London on 3 April 2024.
const NOW: i64 = 1_712_142_000_000;

/// Inputs in which "Minister resigns" may be read by nobody: refused ones, and ones that are shown as another article or as
/// a notice.
const INPUTS: &[&str] = &[
    // Refused without a headline, with a restriction that can be read.
    r#"{"uri": "urn:x", "embargoed": "2099-01-01T00:00:00Z", "language": "Minister resigns"}"#,
    r#"{"uri": "urn:x", "expires": "2099-01-01T00:00:00Z", "language": "Minister resigns"}"#,
    r#"{"@type": "NewsArticle", "creativeWorkStatus": "withdrawn", "inLanguage": "Minister resigns"}"#,
    r#"{"@type": "NewsArticle", "schema:creativeWorkStatus": ["Retracted"], "inLanguage": "Minister resigns"}"#,
    r#"{"headline": 1, "embargoedUntil": "2034-01-01", "url": "minister:resigns"}"#,
    // With one that cannot be read.
    r#"{"uri": "urn:x", "headline": "H", "embargoed": true, "language": "Minister resigns"}"#,
    r#"{"uri": "urn:x", "headline": "H", "pubstatus": "canceld", "language": "Minister resigns"}"#,
    r#"{"uri": "urn:x", "pubstatus": "held: Minister resigns", "language": "Minister resigns"}"#,
    // In fields that a card does not know.
    r#"{"headline": "Minister resigns", "embargo": "2034-01-01"}"#,
    r#"{"headline": "Minister resigns", "expires_at": "2034-01-01"}"#,
    r#"{"headline": "Minister resigns", "Canceled": true}"#,
    r#"{"headline": "Minister resigns", "embargo for Minister resigns": 1}"#,
    r#"{"headline": "H", "related": [{"headline": "Minister resigns", "embargo_until": "2034-01-01"}]}"#,
    r#"{"headline": "Minister resigns", "image": {"url": "https://a.example/1.jpg", "embargoed": "2034-01-01"}}"#,
    r#"{"headline": "Minister resigns", "status": "Withdrawn"}"#,
    r#"{"headline": "Minister resigns", "status": "withdrawn", "status": "live"}"#,
    r#"{"headline": "Minister resigns", "embargoedUntil": "2034-01-01", "embargoedUntil": null}"#,
    // Items without an address, as several agencies write them.
    r#"{"guid": "urn:x", "type": "text", "pubstatus": "canceled", "headline": "Minister resigns"}"#,
    r#"{"guid": "urn:x", "versioncreated": "2022-04-08T07:00:11+0000", "headline": "Minister resigns",
        "embargoed": "2199-04-08T12:00:00+0000"}"#,
    r#"{"items": [{"guid": "urn:x", "type": "text", "headline": "Minister resigns", "pubStatus": "withheld"}]}"#,
    // In the names of members.
    r#"{"uri": "urn:x", "headline": "H", "embargoed": "2099-01-01T00:00:00Z",
        "associations": {"Minister resigns": {"type": "picture"}}, "headline_Minister resigns": 5}"#,
    r#"{"@context": "https://schema.org", "Minister resigns": {"@type": "NewsArticle", "headline": "H",
        "creativeWorkStatus": "withdrawn", "dateModified": "bad"}}"#,
    r#"{"headline": "H", "Minister resigns": 1, "embargoedUntil": "2034-01-01"}"#,
    // Beside an article that anybody may read.
    r#"{"@graph": [{"@type": "NewsArticle", "headline": "Public"},
        {"@type": "NewsArticle", "headline": "Minister resigns", "creativeWorkStatus": "withdrawn"}]}"#,
    r#"{"uri": "urn:x", "headline": "H", "associations": [{"type": "picture", "pubstatus": "held: Minister resigns"}]}"#,
    r#"<!doctype html><title>Public</title><meta property=og:type content=article>
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Public"}</script>
        <article-card><script type="application/json">{"headline": "Minister resigns", "updated": "Minister resigns",
        "url": "https://a.example/other", "embargoedUntil": "2034-01-01"}</script></article-card>"#,
];

#[test]
fn the_command_line_is_told_no_word_of_it() {
    for input in INPUTS {
        let options = ReadOptions {
            unknown_fields: true,
            fields: true,
            ..ReadOptions::default()
        };
        for checked in CheckedArticle::all(read(input.as_bytes(), &options), NOW) {
            let said = format!("{checked:?} {:?}", checked.rows());
            assert!(!said.to_lowercase().contains("minister"), "{input}\n{said}");
        }
    }
}

#[test]
fn an_entry_says_that_it_is_restricted() {
    for input in INPUTS {
        let reading = read(input.as_bytes(), &ReadOptions::default());
        assert!(
            reading.entries.iter().all(|entry| entry.is_restricted),
            "{input}\n{}",
            told(&reading.report)
        );
    }
    for open in [
        r#"{"headline": "H", "status": "live"}"#,
        r#"{"headline": "H", "status": "final", "usageterms": "none", "embargo": null, "canceled": false}"#,
        r#"{"uri": "urn:x", "headline": "H", "pubstatus": "usable", "embargoed": null}"#,
        r#"{"@type": "NewsArticle", "headline": "H", "creativeWorkStatus": "Published", "expires": "2024-05-03"}"#,
    ] {
        let reading = read(open.as_bytes(), &ReadOptions::default());
        assert!(
            reading.entries.iter().all(|entry| !entry.is_restricted),
            "{open}"
        );
    }
}

#[test]
fn nothing_of_it_is_shown_either() {
    for (input, message) in [
        (
            r#"{"headline": "Minister resigns", "expires_at": "2034-01-01"}"#,
            "error unknown-field $ a field named expir… may restrict the article, which a card knows by its embargoedUntil, expires \
             and status",
        ),
        (
            r#"{"headline": "Minister resigns", "status": "Withdrawn"}"#,
            "error bad-value $.status “Withdrawn” is none of live breaking developing withdrawn",
        ),
        (
            r#"{"headline": "Minister resigns", "embargoedUntil": "2034-01-01", "embargoedUntil": null}"#,
            "error duplicate-field $.embargoedUntil what restricts an article may stand only once",
        ),
        (
            r#"{"headline": "Minister resigns", "status": ["withdrawn"]}"#,
            "error wrong-type $.status expected text, found a list",
        ),
        (
            r#"{"headline": "Public", "image": {"url": "https://a.example/minister.jpg", "embargoedUntil": "2034-01-01"}}"#,
            "error unknown-field $.image a field named embargo… may restrict the article, which a card knows by its \
             embargoedUntil, expires and status",
        ),
        (
            r#"{"headline": "Public", "related": [{"headline": "Minister resigns", "status": "withdrawn"}]}"#,
            "error unknown-field $.related[0] a field named status… may restrict the article, which a card knows by its \
             embargoedUntil, expires and status",
        ),
        (
            r#"{"headline": "Minister resigns", "publisher": {"name": "P", "isEmbargoed": true}}"#,
            "error unknown-field $.publisher a field named embargo… may restrict the article, which a card knows by its \
             embargoedUntil, expires and status",
        ),
        (
            r#"{"uri": "urn:x", "headline": "Minister resigns", "embargo": "2099-01-01T00:00:00Z"}"#,
            "error withheld $.embargo the article is under embargo and not shown",
        ),
        (
            r#"{"@type": "NewsArticle", "headline": "Minister resigns", "creativeWorkStatus": "Canceled"}"#,
            "warning withheld $.creativeWorkStatus the article is withdrawn and not shown",
        ),
        (
            r#"{"guid": "urn:x", "type": "text", "pubstatus": "canceled", "headline": "Minister resigns"}"#,
            "warning withheld $.pubstatus the article is withdrawn and not shown",
        ),
        (
            r#"{"item": [{"guid": "urn:x", "versioncreated": "2022-04-08T07:00:11+0000", "headline": "Minister resigns",
                "embargoed": "2199-04-08T12:00:00+0000"}]}"#,
            "error withheld $.….embargoed the article is under embargo and not shown",
        ),
        (
            r#"{"@type": "NewsArticle", "headline": "Public", "hasPart":
                {"@type": "NewsArticle", "headline": "Minister resigns", "creativeWorkStatus": "Withdrawn"}}"#,
            "warning withheld $ it is withdrawn, and left out",
        ),
        (
            r#"{"uri": "urn:x", "url": "https://a.example/x", "headline": "Minister resigns", "embargoed": "2099-01-01T00:00:00Z"}"#,
            "error withheld $.embargoed the article is under embargo and not shown",
        ),
    ] {
        let all = CheckedArticle::all(read(input.as_bytes(), &ReadOptions::default()), NOW);
        let report = article_card::report::Report {
            diagnostics: all[0].diagnostics.clone(),
        };
        // That and nothing else.
        let told = told(&report);
        let said = told.rsplit_once(" (").map_or(&*told, |(said, _place)| said);
        assert_eq!(said, message, "{told}");
        let shown = all[0].article.as_ref().map(article_card::Article::to_json);
        assert!(!shown.unwrap_or_default().contains("Minister"), "{input}");
    }
}

/// What everybody may read is quoted, for whoever mends it.
#[test]
fn an_article_that_was_under_embargo_is_quoted() {
    let input = br#"{"headline": "H", "embargoedUntil": "2024-04-01", "updated": "noon"}"#;
    let reading = read(input, &ReadOptions::default());
    let checked = CheckedArticle::all(reading, NOW);
    assert!(checked[0].article.is_some() && !checked[0].is_withheld);
    assert!(
        checked[0].diagnostics[0]
            .reason
            .to_string()
            .contains("“noon”")
    );
}
