//! By what the loader calls for the reader, against what the reader takes for its own.

use article_card_reader::{Format, ReadOptions, read};

/// The names of members by which the loader tells a foreign format.
fn signs() -> Vec<String> {
    let source = include_str!("../../../src/element/loader/source.js");
    let (_, rest) = source.split_once("FOREIGN =").unwrap_or_default();
    let (_, rest) = rest.split_once("/\"(@(").unwrap_or_default();
    let (of_json_ld, rest) = rest.split_once(")|").unwrap_or_default();
    let (others, _) = rest.split_once(")\"").unwrap_or_default();
    let of_json_ld = of_json_ld.split('|').map(|name| format!("@{name}"));
    let others = others.split('|').map(|name| name.replace('\\', ""));
    of_json_ld.chain(others).collect()
}

fn format(json: &str) -> Option<Format> {
    read(json.as_bytes(), &ReadOptions::default()).format
}

#[test]
fn what_the_loader_takes_for_foreign_the_reader_does_too() {
    let signs = signs();
    assert!(signs.len() >= 5, "{signs:?}");
    for sign in signs {
        for name in [sign.to_uppercase(), sign] {
            // An identifier may be anybody's; that of an item stands beside a type.
            let json = format!(r#"{{"headline": "A pier", "type": "text", "{name}": "urn:pier"}}"#);
            let found = format(&json);
            let is_foreign = found.is_some() && found != Some(Format::Card);
            // Names of JSON-LD and identifiers are written in small letters.
            let is_exact = name.starts_with('@') || ["URI", "GUID"].contains(&&*name);
            assert!(is_foreign || is_exact, "{json}: {found:?}");
        }
    }
}

/// A format that the reader knows and the loader does not would never be read in a page.
#[test]
fn what_the_reader_takes_for_foreign_the_loader_does_too() {
    let signs = signs();
    let foreign = |name: &str| {
        let json = format!(r#"{{"headline": "A pier", "{name}": "urn:pier"}}"#);
        format(&json) != Some(Format::Card)
    };
    let own: serde_json::Value = serde_json::from_str(article_card::SCHEMA).unwrap();
    for name in own["properties"].as_object().unwrap().keys() {
        assert!(!foreign(name) && !signs.contains(name), "{name}");
    }
    // What items of ninjs have, one version or another.
    let members = "uri guid type title headlines versioncreated descriptions version standard places bodies eventDetails \
        associations renditions urgency $standard profile versionCreated by subjects pubstatus organisations rightsinfo \
        slugline events people firstcreated copyrightnotice usageterms place pubStatus ednote altids person genres \
        representationtype subject advices description_text infosources firstCreated copyrightholder contentcreated \
        infosource trustindicators embargoed mimetype representationType edNote infoSources linkedrights altIds @vocab \
        embargoedUntil contentCreated";
    let found: Vec<&str> = members
        .split_whitespace()
        .filter(|name| foreign(name))
        .collect();
    for name in &found {
        assert!(signs.contains(&name.to_lowercase()), "{name}");
    }
    assert!(found.len() >= 8, "{found:?}");
}
