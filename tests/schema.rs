//! The JSON Schema accepts every article of ours, and underlines what is wrong.

#[cfg(test)]
mod util;

use article_card::{ReadOptions, Reading, SCHEMA, read};
use judge::Judge;
use serde_json::{Value, json};
use util::*;

#[test]
fn the_schema_says_which_draft_it_follows() {
    assert_eq!(
        parsed(SCHEMA)["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
}

#[test]
fn every_article_of_ours_is_accepted() {
    let judge = Judge::new();
    let mut accepted = 0;
    for (name, json) in fixtures(at("2026-03-14T12:00:00Z")) {
        // One is broken on purpose.
        if let Ok(article) = serde_json::from_str(&json) {
            assert_eq!(judge.objections(&article), "", "{name}");
            // And so is what the card writes itself.
            let read = reading(&json).articles;
            assert_eq!(judge.objections(&parsed(&read[0].to_json())), "", "{name}");
            assert_eq!(judge.objections(&parsed(&read[0].notice().to_json())), "");
            accepted += 1;
        }
    }
    assert!(accepted > 20, "{accepted}");
    assert_eq!(judge.objections(&parsed(EVERYTHING)), "");
}

#[test]
fn serde_json_and_the_card_write_the_same() {
    let article = article(EVERYTHING);
    assert_eq!(
        serde_json::to_value(&article).unwrap(),
        parsed(&article.to_json())
    );
}

/// The reader passes null over wherever a field is not required, and so does the schema.
#[test]
fn null_is_accepted_where_the_reader_passes_it_over() {
    let judge = Judge::new();
    let everything = parsed(EVERYTHING);
    for pointer in pointers(&everything) {
        let nulled = with(&everything, &pointer, Value::Null);
        let told = told(&reading(&nulled).report);
        let is_accepted = judge.objections(&parsed(&nulled)).is_empty();
        // Without its address a picture is kept for whoever adds one, so the schema does not ask for it.
        assert_eq!(
            is_accepted,
            told.is_empty() || pointer == "/image/url",
            "{pointer}: {told}"
        );
    }
}

#[test]
fn a_field_of_another_name_is_underlined_everywhere() {
    let judge = Judge::new();
    let everything = parsed(EVERYTHING);
    let mut objects = 0;
    for pointer in pointers(&everything).iter().map(String::as_str).chain([""]) {
        let mut other = everything.clone();
        if let Some(Value::Object(members)) = other.pointer_mut(pointer) {
            members.insert("headlin".into(), json!("H"));
            assert_ne!(judge.objections(&other), "", "{pointer}");
            objects += 1;
        }
    }
    assert_eq!(objects, 14);
}

#[test]
fn what_is_wrong_is_underlined() {
    let judge = Judge::new();
    for wrong in [
        r#"{}"#,
        r#"[]"#,
        r#"{"headline": ""}"#,
        r#"{"headline": null}"#,
        r#"{"headline": 7}"#,
        r#"{"headline": "H", "url": "/library"}"#,
        r#"{"headline": "H", "url": "javascript:alert(1)"}"#,
        r#"{"headline": "H", "published": "3 April 2024"}"#,
        r#"{"headline": "H", "published": "2024-02-30"}"#,
        r#"{"headline": "H", "updated": "2024-04-03T25:00:00Z"}"#,
        r#"{"headline": "H", "bullets": "one"}"#,
        r#"{"headline": "H", "bullets": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]}"#,
        r#"{"headline": "H", "status": "brekaing"}"#,
        r#"{"headline": "H", "access": "Paid"}"#,
        r#"{"headline": "H", "language": "English"}"#,
        r#"{"headline": "H", "image": {"url": "https://a.example/", "width": 0}}"#,
        r#"{"headline": "H", "image": {"url": "https://a.example/", "width": 640.5}}"#,
        r#"{"headline": "H", "publisher": {"url": "https://a.example/"}}"#,
        r#"{"headline": "H", "publisher": {"name": "N", "timeZone": "London time"}}"#,
        r#"{"headline": "H", "labels": {"update": "Changed {time}"}}"#,
        r#"{"headline": "H", "related": [{"url": "https://a.example/"}]}"#,
    ] {
        assert_ne!(judge.objections(&parsed(wrong)), "", "{wrong}");
    }
    let long = json!({"headline": "é".repeat(301)});
    assert_ne!(judge.objections(&long), "");
    assert_eq!(judge.objections(&json!({"headline": "é".repeat(300)})), "");
    // Such a time counts as its day.
    let without_zone = json!({"headline": "H", "updated": "2024-04-03T10:00"});
    assert_eq!(judge.objections(&without_zone), "");
    let withdrawn = json!({"headline": "", "status": "withdrawn"});
    assert_eq!(judge.objections(&withdrawn), "");
}

/// A validator that asks for the formats, too.
#[cfg(test)]
mod judge {
    use super::{SCHEMA, parsed};
    use boon::{Compiler, SchemaIndex, Schemas};
    use serde_json::Value;

    pub struct Judge(Schemas, SchemaIndex);

    impl Judge {
        pub fn new() -> Self {
            let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
            compiler.enable_format_assertions();
            let address = "https://schema.example/article.schema.json";
            compiler.add_resource(address, parsed(SCHEMA)).unwrap();
            let index = compiler.compile(address, &mut schemas).unwrap();
            Self(schemas, index)
        }

        /// What it objects to; nothing if it accepts the article.
        pub fn objections(&self, article: &Value) -> String {
            match self.0.validate(article, self.1) {
                Ok(()) => String::new(),
                Err(error) => format!("{error:#}"),
            }
        }
    }
}
