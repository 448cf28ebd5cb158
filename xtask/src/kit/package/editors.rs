//! What editors read: the custom data of Visual Studio Code, and web-types of JetBrains' editors.

use super::{
    custom_elements::{property_type, type_text},
    element::{ABOUT, Attribute, Custom, Element, FALLBACK, Named, TAG},
    told::detail,
};
use serde_json::{Value, json};

/// The files for editors.
pub fn files(element: &Element, version: &str) -> [(&'static str, Value); 3] {
    [
        ("vscode.html-custom-data.json", html_data(element)),
        ("vscode.css-custom-data.json", css_data(element)),
        ("web-types.json", web_types(element, version)),
    ]
}

fn html_data(element: &Element) -> Value {
    let attributes = element.attributes.iter().map(|attribute| {
        json!({ "name": attribute.name, "description": attribute.about, "values": words(attribute) })
    });
    json!({
        "version": 1.1,
        "tags": [{
            "name": TAG,
            "description": ABOUT,
            "attributes": attributes.collect::<Vec<_>>(),
        }],
    })
}

fn css_data(element: &Element) -> Value {
    let named = |all: &[Named], start: &str| -> Vec<Value> {
        let entries = all.iter().map(|named| {
            json!({ "name": format!("{start}({})", named.name), "description": with_tag(&named.about) })
        });
        entries.collect()
    };
    let properties = element
        .custom
        .iter()
        .map(|custom| json!({ "name": custom.name, "description": with_default(custom) }));
    json!({
        "version": 1.1,
        "properties": properties.collect::<Vec<_>>(),
        "pseudoClasses": named(&element.states, ":state"),
        "pseudoElements": named(&element.parts, "::part"),
    })
}

fn web_types(element: &Element, version: &str) -> Value {
    let named = |all: &[Named]| -> Vec<Value> {
        let entries = all
            .iter()
            .map(|named| json!({ "name": named.name, "description": named.about }));
        entries.collect()
    };
    let attributes = element.attributes.iter().map(|attribute| {
        json!({
            "name": attribute.name,
            "description": attribute.about,
            "required": false,
            "default": attribute.default,
            "value": { "type": type_text(&attribute.values) },
        })
    });
    let reflected = element.attributes.iter().map(|attribute| {
        json!({ "name": attribute.property, "description": attribute.about, "type": type_text(&attribute.values) })
    });
    let others = element.properties.iter().map(|property| {
        json!({ "name": property.name, "description": property.about, "type": property_type(property) })
    });
    let events = element.events.iter().map(|event| {
        json!({ "name": event.name, "description": event.about, "type": format!("CustomEvent<{}>", detail(event)) })
    });
    let custom = element
        .custom
        .iter()
        .map(|custom| json!({ "name": custom.name, "description": with_default(custom) }));
    without_nulls(json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": TAG,
        "version": version,
        "js-types-syntax": "typescript",
        "description-markup": "markdown",
        "contributions": { "html": { "elements": [{
            "name": TAG,
            "description": ABOUT,
            "attributes": attributes.collect::<Vec<_>>(),
            "slots": [{ "name": "", "description": FALLBACK }],
            "js": {
                "properties": others.chain(reflected).collect::<Vec<_>>(),
                "events": events.collect::<Vec<_>>(),
            },
            "css": {
                "properties": custom.collect::<Vec<_>>(),
                "parts": named(&element.parts),
            },
        }] } },
    }))
}

/// The words that an editor offers.
fn words(attribute: &Attribute) -> Vec<Value> {
    let words = attribute.values.words();
    words.iter().map(|word| json!({ "name": word })).collect()
}

fn with_tag(about: &str) -> String {
    format!("`<{TAG}>`: {about}")
        .trim_end_matches([':', ' '])
        .to_owned()
}

fn with_default(custom: &Custom) -> String {
    match &custom.default {
        Some(default) if !custom.about.contains(default.as_str()) => {
            format!("{}\n\nBy default `{default}`.", custom.about)
        }
        _ => custom.about.clone(),
    }
}

/// What has no default says nothing of one.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().filter(|(_, field)| !field.is_null());
            kept.map(|(name, field)| (name, without_nulls(field)))
                .collect()
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}
