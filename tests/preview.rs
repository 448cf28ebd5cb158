//! What `workbench/gallery.json` says of the gallery's states, against the fixtures and the element.

use article_card::labels::Labels;
use article_card::options::Part;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf};

/// The script types that the element reads.
const TYPES: [&str; 2] = ["application/json", "application/ld+json"];

fn groups() -> Vec<Value> {
    let gallery: Value =
        serde_json::from_str(include_str!("../workbench/gallery.json")).unwrap_or_default();
    list(&gallery, "groups")
}

fn states() -> Vec<Value> {
    let groups = groups().into_iter();
    groups.flat_map(|group| list(&group, "states")).collect()
}

fn list(value: &Value, name: &str) -> Vec<Value> {
    let list = value.get(name).and_then(Value::as_array);
    list.cloned().unwrap_or_default()
}

fn id(described: &Value) -> &str {
    let id = described.get("id").and_then(Value::as_str);
    id.unwrap_or("a state or group without an id")
}

/// The file of the state's article; none if a page of its own is shown.
fn fixture(state: &Value) -> Option<PathBuf> {
    let name = state.get("fixture").and_then(Value::as_str);
    let name = name.unwrap_or_else(|| id(state));
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    state
        .get("frame")
        .is_none()
        .then(|| folder.join(format!("{name}.json")))
}

#[test]
fn every_group_and_state_has_an_id_of_its_own_and_words() {
    let mut seen = BTreeSet::new();
    for described in groups().iter().chain(&states()) {
        let id = id(described);
        assert!(seen.insert(id.to_owned()), "{id} is there twice");
        assert!(
            described["title"]
                .as_str()
                .is_some_and(|title| !title.is_empty()),
            "{id}"
        );
    }
    for state in states() {
        assert!(
            state["about"]
                .as_str()
                .is_some_and(|about| about.ends_with('.')),
            "{}",
            id(&state)
        );
    }
    assert!(seen.len() > 40, "{}", seen.len());
}

#[test]
fn a_state_says_nothing_that_the_page_does_not_know() {
    let known = [
        "id", "title", "about", "fixture", "frame", "type", "hide", "fallback",
    ];
    for state in states() {
        for field in state.as_object().unwrap().keys() {
            assert!(known.contains(&&**field), "{}: {field}", id(&state));
        }
    }
}

#[test]
fn every_article_and_page_that_is_named_is_there() {
    for state in states() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let file = fixture(&state).unwrap_or_else(|| root.join(state["frame"].as_str().unwrap()));
        assert!(file.is_file(), "{}: {}", id(&state), file.display());
    }
}

#[test]
fn types_and_hidden_parts_are_those_of_the_element() {
    let mut seen = BTreeSet::new();
    for state in states() {
        if let Some(kind) = state["type"].as_str() {
            assert!(TYPES.contains(&kind), "{}: {kind}", id(&state));
            seen.insert("type");
        }
        for part in state["hide"]
            .as_str()
            .unwrap_or_default()
            .split_whitespace()
        {
            assert!(Part::WORDS.contains(&part), "{}: {part}", id(&state));
            seen.insert("hide");
        }
    }
    assert_eq!(seen.len(), 2);
}

#[test]
fn every_card_has_words_where_no_card_comes() {
    for state in states() {
        let Some(file) = fixture(&state) else {
            continue;
        };
        let fallback = &state["fallback"];
        if fallback.is_null() {
            let article: Value = serde_json::from_str(&fs::read_to_string(file).unwrap())
                .unwrap_or_else(|error| panic!("{}: {error}", id(&state)));
            assert!(article["headline"].is_string(), "{}", id(&state));
            assert_ne!(article["status"], "withdrawn", "{}", id(&state));
        } else {
            assert!(fallback["text"].is_string(), "{}", id(&state));
            let address = fallback["href"].as_str().unwrap_or_default();
            assert!(address.starts_with("https://"), "{}: {address}", id(&state));
            if let Some(language) = fallback["lang"].as_str() {
                assert!(
                    Labels::all().any(|labels| labels.tag() == language),
                    "{language}"
                );
            }
        }
    }
}
