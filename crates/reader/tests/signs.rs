//! By what the loader calls for the reader, against what the reader takes for its own.

use article_card_reader::{Format, ReadOptions, read};

/// The names of members by which the loader tells a foreign format.
fn signs() -> Vec<String> {
    let source = include_str!("../../../src/element/loader/source.js");
    let (_, rest) = source.split_once("FOREIGN = /\"(@(").unwrap_or_default();
    let (of_json_ld, rest) = rest.split_once(")|").unwrap_or_default();
    let (others, _) = rest.split_once(")\"").unwrap_or_default();
    let of_json_ld = of_json_ld.split('|').map(|name| format!("@{name}"));
    of_json_ld
        .chain(others.split('|').map(str::to_owned))
        .collect()
}

fn format(json: &str) -> Option<Format> {
    read(json.as_bytes(), &ReadOptions::default()).format
}

#[test]
fn what_the_loader_takes_for_foreign_the_reader_does_too() {
    let signs = signs();
    assert!(signs.len() >= 5, "{signs:?}");
    for sign in signs {
        let json = format!(r#"{{"headline": "A pier", "{sign}": "urn:pier"}}"#);
        let found = format(&json);
        assert!(
            found.is_some() && found != Some(Format::Card),
            "{json}: {found:?}"
        );
    }
}

/// A format that the reader knows and the loader does not would never be read in a page.
#[test]
fn what_the_reader_takes_for_foreign_the_loader_does_too() {
    let signs = signs();
    let own: serde_json::Value = serde_json::from_str(article_card::SCHEMA).unwrap();
    let own = own["properties"].as_object().unwrap().keys().cloned();
    let others = [
        "@context",
        "@type",
        "@graph",
        "@id",
        "@vocab",
        "uri",
        "type",
        "guid",
        "pubstatus",
        "versioncreated",
        "headlines",
        "embargoed",
        "standard",
        "$standard",
    ];
    for name in own.chain(others.map(str::to_owned)) {
        let json = format!(r#"{{"headline": "A pier", "{name}": "urn:pier"}}"#);
        let is_foreign = format(&json) != Some(Format::Card);
        assert_eq!(is_foreign, signs.contains(&name), "{json}");
    }
}
