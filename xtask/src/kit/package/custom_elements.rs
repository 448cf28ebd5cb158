//! `custom-elements.json`: the element for tools, as a Custom Elements Manifest (schema 2.1).

use super::{
    element::{ABOUT, CLASS, Custom, Element, FALLBACK, Named, TAG, Values},
    told::detail,
};
use serde_json::{Map, Value, json};

pub fn custom_elements(element: &Element) -> Value {
    let class = json!({ "name": CLASS, "module": "element.js" });
    let exported = json!({ "kind": "js", "name": CLASS, "declaration": class });
    let defined = json!({ "kind": "custom-element-definition", "name": TAG, "declaration": class });
    let module = |path: &str, declarations: &[Value], exports: &[&Value]| json!({ "kind": "javascript-module", "path": path, "declarations": declarations, "exports": exports });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [
            module("element.js", &[declaration(element)], &[&exported]),
            module("index.js", &[], &[&exported, &defined]),
            module("article-card.js", &[], &[&defined]),
        ],
    })
}

fn declaration(element: &Element) -> Value {
    let attributes = element.attributes.iter().map(|attribute| {
        let mut entry = described(&attribute.name, &attribute.about);
        entry.insert(
            "type".into(),
            json!({ "text": type_text(&attribute.values) }),
        );
        put_default(&mut entry, attribute.default.as_deref());
        entry.insert("fieldName".into(), json!(attribute.property));
        Value::Object(entry)
    });
    let reflected = element.attributes.iter().map(|attribute| {
        let mut entry = described(&attribute.property, &attribute.about);
        entry.insert("kind".into(), json!("field"));
        entry.insert(
            "type".into(),
            json!({ "text": type_text(&attribute.values) }),
        );
        put_default(
            &mut entry,
            attribute
                .default
                .as_ref()
                .map(|word| format!("\"{word}\""))
                .as_deref(),
        );
        entry.insert("attribute".into(), json!(attribute.name));
        entry.insert("reflects".into(), json!(true));
        Value::Object(entry)
    });
    let others = element.properties.iter().map(|property| {
        let mut entry = described(&property.name, &property.about);
        entry.insert("kind".into(), json!("field"));
        entry.insert("type".into(), json!({ "text": property_type(property) }));
        if property.name == "report" {
            entry.insert("readonly".into(), json!(true));
        }
        Value::Object(entry)
    });
    let events = element.events.iter().map(|event| {
        let mut entry = described(&event.name, &event.about);
        entry.insert(
            "type".into(),
            json!({ "text": format!("CustomEvent<{}>", detail(event)) }),
        );
        Value::Object(entry)
    });
    let names = |all: &[Named]| -> Vec<Value> {
        let entries = all
            .iter()
            .map(|named| Value::Object(described(&named.name, &named.about)));
        entries.collect()
    };
    json!({
        "kind": "class",
        "customElement": true,
        "name": CLASS,
        "tagName": TAG,
        "superclass": { "name": "HTMLElement" },
        "description": ABOUT,
        "attributes": attributes.collect::<Vec<_>>(),
        "members": others.chain(reflected).collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "slots": [described("", FALLBACK)],
        "cssParts": names(&element.parts),
        "cssProperties": element.custom.iter().map(custom).collect::<Vec<_>>(),
        "cssStates": names(&element.states),
    })
}

/// The type of a property that reflects nothing.
pub fn property_type(property: &Named) -> &'static str {
    match property.name.as_str() {
        "report" => "readonly Diagnostic[]",
        _ => "Article | null",
    }
}

fn custom(custom: &Custom) -> Value {
    let mut entry = described(&custom.name, &custom.about);
    put_default(&mut entry, custom.default.as_deref());
    if custom.is_colour {
        entry.insert("syntax".into(), json!("<color>"));
    }
    Value::Object(entry)
}

fn described(name: &str, about: &str) -> Map<String, Value> {
    let mut entry = Map::new();
    entry.insert("name".into(), json!(name));
    if !about.is_empty() {
        entry.insert("description".into(), json!(about));
    }
    entry
}

fn put_default(entry: &mut Map<String, Value>, default: Option<&str>) {
    if let Some(default) = default {
        entry.insert("default".into(), json!(default));
    }
}

/// What an attribute takes, as a type; what takes more than words ends with `string`.
pub fn type_text(values: &Values) -> String {
    let quoted = values.words().iter().map(|word| format!("'{word}'"));
    let more = (!matches!(values, Values::Words(_))).then(|| "string".to_owned());
    quoted.chain(more).collect::<Vec<_>>().join(" | ")
}
