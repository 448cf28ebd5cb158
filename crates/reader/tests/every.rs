//! Where nothing says which of several articles is meant, every one of them is read for whoever asks.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::Link;
use article_card::report::Code;
use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, Reading, read};
use serde_json::{Value, json};
use util::*;

fn every(input: &str) -> Reading {
    let options = ReadOptions {
        every: true,
        ..ReadOptions::default()
    };
    read(input.as_bytes(), &options)
}

fn one(input: &str) -> Reading {
    read(input.as_bytes(), &ReadOptions::default())
}

fn headlines(reading: &Reading) -> Vec<&str> {
    let articles = reading.articles.iter();
    articles.map(|article| &*article.headline).collect()
}

fn codes(reading: &Reading) -> Vec<Code> {
    let told = reading.report.diagnostics.iter();
    told.map(|told| told.code).collect()
}

fn news(name: &str) -> Value {
    let address = format!("https://herald.example/{name}");
    json!({"@type": "NewsArticle", "headline": format!("The {name} opens again"), "url": address})
}

/// A front page with so many stories in a list of JSON-LD.
fn front_page(names: &[&str]) -> String {
    let entries = names.iter().zip(1..).map(
        |(name, position)| json!({"@type": "ListItem", "position": position, "item": news(name)}),
    );
    let list = json!({"@type": "ItemList", "itemListElement": entries.collect::<Vec<_>>()});
    format!(
        "<!doctype html>\n<title>The Saltmere Herald</title>\n<link rel=canonical href=https://herald.example/>
<script type=application/ld+json>\n{list}\n</script>\n<h1>The Saltmere Herald</h1>"
    )
}

fn card(article: &Value) -> String {
    format!("<article-card><script type=application/json>\n{article}\n</script></article-card>\n")
}

#[test]
fn a_list_of_json_ld_gives_each_of_its_articles() {
    let list = json!([news("pier"), news("quay"), news("lido")]).to_string();
    let first = one(&list);
    assert_eq!(headlines(&first), ["The pier opens again"]);
    assert_eq!(codes(&first), [Code::AmbiguousArticle]);
    let all = every(&list);
    assert_eq!(
        headlines(&all),
        [
            "The pier opens again",
            "The quay opens again",
            "The lido opens again"
        ]
    );
    assert_eq!((all.entries.len(), codes(&all).len()), (3, 0));
    let quay = all.articles[1].url.as_ref().map(Link::as_str);
    assert_eq!(quay, Some("https://herald.example/quay"));
}

#[test]
fn a_page_that_lists_ten_stories_gives_all_ten() {
    let names = [
        "pier", "quay", "lido", "mill", "fort", "zoo", "dock", "ferry", "park", "baths",
    ];
    let page = front_page(&names);
    let none = one(&page);
    assert_eq!(codes(&none), [Code::NoArticle]);
    assert!(none.report.diagnostics[0].reason.to_string().contains("10"));
    let all = every(&page);
    let expected = names.map(|name| format!("The {name} opens again"));
    assert_eq!(headlines(&all), expected);
    // Each knows where it stands.
    for (entry, name) in all.entries.iter().zip(names) {
        let mut from = entry.provenance.iter();
        let headline = from.find(|from| from.field == "headline").unwrap();
        let place = headline.path.place().unwrap();
        let line = page.lines().nth(place.line as usize - 1).unwrap();
        let there = line.get(place.column as usize - 1..).unwrap();
        let value = format!("\"The {name} opens again\"");
        assert!(there.starts_with(&value), "{place:?} {there}");
    }
}

#[test]
fn what_stands_in_a_list_with_it_is_not_related_to_an_article() {
    let mut pier = news("pier");
    let mill = json!({"@type": "WebPage", "name": "The mill opens again", "url": "https://herald.example/mill"});
    pier["relatedLink"] = mill;
    let list = json!({"@type": "ItemList", "itemListElement": [pier, news("quay"), news("lido")]});
    for input in [list.to_string(), front_page(&["pier", "quay", "lido"])] {
        let all = every(&input);
        assert_eq!(all.articles.len(), 3, "{input}");
        let related = all.articles.iter().flat_map(|article| &article.related);
        let related: Vec<&str> = related.map(|story| &*story.headline).collect();
        let own: &[&str] = match input.contains("mill") {
            true => &["The mill opens again"],
            false => &[],
        };
        assert_eq!(related, own, "{input}");
    }
}

#[test]
fn several_cards_of_a_page_are_each_read_unless_one_is_the_page_s() {
    let card = |name: &str| {
        card(
            &json!({"headline": format!("The {name} opens again"), "url": format!("https://herald.example/{name}")}),
        )
    };
    let cards = ["pier", "quay", "lido"].map(card).concat();
    let page = |head: &str| format!("<!doctype html>\n{head}<title>Herald</title>\n{cards}");
    assert_eq!(codes(&one(&page(""))), [Code::AmbiguousArticle]);
    assert_eq!(every(&page("")).articles.len(), 3);
    let of_quay = page("<link rel=canonical href=https://herald.example/quay>");
    assert_eq!(headlines(&every(&of_quay)), ["The quay opens again"]);
    // Where all lead elsewhere the first is taken as well, which is told.
    let of_front = page("<link rel=canonical href=https://herald.example/>");
    assert_eq!(codes(&one(&of_front)), [Code::AmbiguousArticle]);
    assert_eq!(every(&of_front).articles.len(), 3);
}

#[test]
fn an_article_among_others_that_it_leads_to_stays_alone() {
    let mut pier = news("pier");
    pier["mentions"] = json!([news("quay"), news("lido")]);
    for input in [
        pier.to_string(),
        json!([news("pier"), {"@type": "ItemList", "itemListElement": [news("quay"), news("lido")]}]).to_string(),
        front_page(&["pier"]),
        r#"{"headline": "The pier opens again"}"#.into(),
        "{".into(),
    ] {
        let (all, one) = (every(&input), one(&input));
        assert_eq!(all.articles, one.articles, "{input}");
        assert_eq!((all.report, all.entries), (one.report, one.entries), "{input}");
    }
}

#[test]
fn a_story_that_stands_twice_is_there_once_with_all_that_is_said_of_it() {
    let mut again = news("pier");
    again["datePublished"] = "2024-04-03".into();
    let all = every(&json!([news("pier"), news("quay"), again]).to_string());
    assert_eq!(all.articles.len(), 2);
    assert!(all.articles[0].published.is_some() && all.articles[1].published.is_none());
}

#[test]
fn what_was_repaired_is_told_with_the_first() {
    let list = json!([news("pier"), news("quay")])
        .to_string()
        .replace("The pier", "The\npier");
    let all = every(&list);
    assert_eq!(all.articles.len(), 2);
    assert!(!all.entries[0].diagnostics.is_empty());
    assert_eq!(all.entries[0].diagnostics.len(), codes(&all).len());
}

#[test]
fn one_that_is_withheld_says_no_word_and_the_others_are_there() {
    let secret = json!({"headline": "Osprey deal", "embargoedUntil": "2034-01-01", "byline": 7});
    let cards = [secret, json!({"headline": "The quay opens again"})].map(|each| card(&each));
    let reading = every(&format!(
        "<!doctype html><title>Herald</title>\n{}",
        cards.concat()
    ));
    let checked = CheckedArticle::all(reading, at("2026-03-14T12:00:00Z"));
    let [embargoed, quay] = &*checked else {
        panic!("{checked:?}")
    };
    assert!(embargoed.is_withheld && embargoed.article.is_none());
    assert!(!format!("{embargoed:?} {quay:?}").contains("Osprey"));
    assert_eq!(
        &*quay.article.as_ref().unwrap().headline,
        "The quay opens again"
    );

    let mut withdrawn = news("osprey");
    withdrawn["creativeWorkStatus"] = "Withdrawn".into();
    let reading = every(&json!([news("pier"), withdrawn]).to_string());
    let checked = CheckedArticle::all(reading, at("2026-03-14T12:00:00Z"));
    assert!(checked[0].article.is_some());
    assert!(!format!("{checked:?}").contains("osprey"), "{checked:?}");
}
