//! What is wrong with an article is told once, on the whole way from a foreign format by the card's own JSON to the card.

use article_card::report::{Code, Diagnostic};
use article_card_reader::{ReadOptions, Reading, read};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Something of every kind that is repaired or left out.
fn json_ld() -> Value {
    json!({
        "@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "A pier\u{7} opens again", "url": "https://me:secret@herald.example/pier",
        "datePublished": "2024-04-03", "dateModified": "2024-04-02",
        "abstract": "It stood for ninety years. ".repeat(40),
        "author": [{"@type": "Person", "name": "Ines\u{202e} Calloway", "url": "javascript:alert(1)"}, {"@type": "Person"}],
        "publisher": {"@type": "Organization", "name": "The Harbour Herald", "logo": "logo.png"},
        "image": {"@type": "ImageObject", "url": "https://herald.example/pier.jpg", "width": -1, "caption": "A\u{7} pier"},
        "inLanguage": "not a language", "dateline": "[object Object]", "articleSection": "N/A"
    })
}

fn ninjs() -> Value {
    json!({
        "uri": "urn:newsml:agency.example:pier", "standard": {"name": "ninjs", "version": "3.0"}, "version": "2",
        "headlines": [{"role": "main", "value": "A pier\u{7} opens again"}],
        "descriptions": [{"role": "summary", "value": "It stood for ninety years. ".repeat(40)}],
        "firstCreated": "2024-04-03T08:00:00Z", "versionCreated": "2024-04-02T08:00:00Z",
        "by": "By Ines\u{202e} Calloway", "located": "{{place}}", "language": "not a language"
    })
}

#[track_caller]
fn told_once(input: &str, options: &ReadOptions) -> Vec<Diagnostic> {
    let Reading {
        articles, report, ..
    } = read(input.as_bytes(), options);
    let mut seen = BTreeSet::new();
    for told in &report.diagnostics {
        let place = format!("{} {} {}", told.code, told.path, told.reason);
        assert!(seen.insert(place), "{told:?} is told twice of {input}");
    }
    assert!(!articles.is_empty(), "{:?}", report.diagnostics);
    for article in articles {
        let again = read(article.to_json().as_bytes(), &ReadOptions::default());
        assert_eq!(again.report.diagnostics, [], "told again of {input}");
        assert_eq!(again.articles, [article]);
    }
    report.diagnostics
}

#[track_caller]
fn is_told_of_the_dates(input: &str) {
    let told = told_once(input, &ReadOptions::default());
    let of_dates = told.iter().filter(|told| told.code == Code::DateOrder);
    assert_eq!(of_dates.count(), 1, "{told:?}");
}

#[test]
fn by_the_reader_of_the_format_and_by_no_other() {
    is_told_of_the_dates(&json_ld().to_string());
    is_told_of_the_dates(&ninjs().to_string());
    is_told_of_the_dates(
        "A pier opens again\nUpdated 2 April 2024\nPublished 5 April 2024\nA pier opens again\n\nThe pier was opened on Tuesday.",
    );
}

#[test]
fn however_often_a_value_is_looked_at() {
    let mut article = json_ld();
    article["url"] = Value::Null;
    article["mainEntityOfPage"] = json!({"@id": "/pier"});
    let told = told_once(&article.to_string(), &ReadOptions::default());
    let of_address = told
        .iter()
        .filter(|told| told.path == "$.mainEntityOfPage.@id");
    assert_eq!(of_address.count(), 1, "{told:?}");
}

#[test]
fn by_a_block_or_by_the_page_around_it() {
    let page = |json_ld: &Value, metas: &str| {
        let page = format!(
            "<!DOCTYPE html><title>A pier opens again</title>{metas}<script type=application/ld+json>{json_ld}</script>"
        );
        is_told_of_the_dates(&page);
    };
    let published = "<meta property=article:published_time content=2024-04-03>";
    let updated = "<meta property=article:modified_time content=2024-04-02>";
    let both = [published, updated].concat();
    page(&json_ld(), "");
    page(&json_ld(), &both);
    for (missing, metas) in [
        ("datePublished", published),
        ("dateModified", updated),
        ("dateModified", &both),
    ] {
        let mut part = json_ld();
        part.as_object_mut().map(|members| members.remove(missing));
        page(&part, metas);
    }
}
