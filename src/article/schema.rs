//! The JSON Schema of the card's own JSON, for editors that underline what is wrong while it is written.
//!
//! It is made of the types of the article and the limits of the reader. What a schema cannot say, such as which days exist,
//! is left to the reader.

use super::{Article, Duration, Language, Link, Moment, Text, language, link};
use crate::article::LabelKey;
use crate::article::limits::LABEL;
use crate::labels::Labels;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

impl Article {
    /// The JSON Schema (draft 2020-12) of the card's own JSON, as indented JSON.
    fn schema() -> String {
        let settings = SchemaSettings::draft2020_12()
            .for_serialize()
            // Written out in place each description is that of its field, and no editor loses it.
            .with(|settings| settings.inline_subschemas = true)
            .with_transform(NullSaysNothing);
        let schema = settings.into_generator().into_root_schema_for::<Article>();
        // What it is stands first.
        let mut ordered = Map::new();
        for name in ["$schema", "title", "description"] {
            ordered.extend(schema.get(name).map(|value| (name.into(), value.clone())));
        }
        ordered.extend(schema.as_object().cloned().unwrap_or_default());
        format!("{:#}\n", Value::Object(ordered))
    }
}

/// Adds what the reader knows of the article and its type does not say.
pub(super) fn article(schema: &mut Schema) {
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let about = "Where this schema is, for editors; a card passes it over.";
        let pointer = json!({"description": about, "type": "string"});
        properties.insert("$schema".into(), pointer);
    }
    let withdrawn =
        json!({"required": ["status"], "properties": {"status": {"const": "withdrawn"}}});
    schema.insert("if".into(), json!({ "not": withdrawn }));
    let not_empty = json!({"properties": {"headline": {"minLength": 1}}});
    schema.insert("then".into(), not_empty);
}

/// Every label, with what it says in English.
pub(super) fn labels(generator: &mut SchemaGenerator) -> Schema {
    let properties = LabelKey::ALL.map(|key| {
        let mut label = generator.subschema_for::<Text>();
        let english = Labels::english().get(key);
        label.insert("maxLength".into(), LABEL.into());
        label.insert(
            "description".into(),
            format!("In English “{english}”.").into(),
        );
        (key.as_str().to_owned(), Value::from(label))
    });
    json_schema!({
        "type": "object",
        "properties": Value::Object(properties.into_iter().collect()),
        "additionalProperties": false,
    })
}

/// An absolute http or https address.
impl JsonSchema for Link {
    fn schema_name() -> Cow<'static, str> {
        "Link".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "uri",
            "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]",
            "maxLength": link::LONGEST,
        })
    }
}

/// A calendar date, an instant, or a time of an unknown zone.
impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Formats are only asked for by some editors, so the shapes are written out beside them.
        const DAY: &str = r"\d{4}-\d\d-\d\d";
        const CLOCK: &str = r"[Tt ]\d\d:\d\d";
        const SECOND: &str = r":\d\d(\.\d+)?";
        const ZONE: &str = r"([Zz]|[+-]\d\d:\d\d)";
        json_schema!({
            "type": "string",
            "anyOf": [
                {"format": "date", "pattern": format!("^{DAY}$")},
                {"format": "date-time", "pattern": format!("^{DAY}{CLOCK}{SECOND}{ZONE}$")},
                {"pattern": format!("^{DAY}{CLOCK}({SECOND})?$")},
            ],
            "examples": ["2024-04-03", "2024-04-03T10:00:00+01:00"],
        })
    }
}

/// The length of a video or a recording.
impl JsonSchema for Duration {
    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$",
            "examples": ["PT3M20S"],
        })
    }
}

/// A BCP 47 tag.
impl JsonSchema for Language {
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$",
            "maxLength": language::LONGEST,
            "examples": ["en", "pt-BR", "zh-Hant"],
        })
    }
}

/// Allows null in the place of every optional field and of every item, since the reader passes it over; asks for a
/// character of each text without which its object says nothing; and sets each description in one line.
#[derive(Clone, Debug)]
struct NullSaysNothing;

impl Transform for NullSaysNothing {
    fn transform(&mut self, schema: &mut Schema) {
        let required = schema.get("required").cloned().unwrap_or_default();
        // The article itself asks for its headline by its state.
        let is_part = schema.get("if").is_none();
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            for (name, property) in properties {
                let is_name = |required: &Value| required == name;
                if !required
                    .as_array()
                    .is_some_and(|names| names.iter().any(is_name))
                {
                    allow_null(property);
                } else if is_part {
                    ask_for_characters(property);
                }
            }
        }
        if let Some(items) = schema.get_mut("items") {
            allow_null(items);
        }
        if let Some(Value::String(description)) = schema.get_mut("description") {
            *description = description.replace('\n', " ");
        }
        // The size of Rust's number is nobody's business; the range is there.
        if schema
            .get("format")
            .is_some_and(|format| format == "uint32")
        {
            schema.remove("format");
        }
        transform_subschemas(self, schema);
    }
}

/// Refuses an empty text; an address is none as it is.
fn ask_for_characters(schema: &mut Value) {
    if let Value::Object(members) = schema
        && members.get("type").is_some_and(|own| own == "string")
        && !members.contains_key("pattern")
    {
        members.insert("minLength".into(), 1.into());
    }
}

/// Adds null to the types, or to the words, of a schema; what schemars writes for an optional type of a hand-written schema
/// is made as plain, because editors tell of one type what they only guess of several schemas.
fn allow_null(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    let null = json!({"type": "null"});
    let choice = members.get("anyOf").and_then(Value::as_array).cloned();
    if let Some([Value::Object(some), none]) = choice.as_deref()
        && *none == null
    {
        members.remove("anyOf");
        for (name, value) in some {
            members.entry(name).or_insert_with(|| value.clone());
        }
    }
    if let Some(Value::String(one)) = members.get("type") {
        let both = json!([one, "null"]);
        members.insert("type".into(), both);
    } else if let Some(Value::Array(words)) = members.get_mut("oneOf") {
        words.push(null);
    }
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    let made = Article::schema();
    if std::env::var_os("ARTICLE_CARD_WRITE_EXPECTED").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/article.schema.json");
        std::fs::write(path, &made).unwrap();
    }
    assert_eq!(
        made,
        crate::SCHEMA,
        "with ARTICLE_CARD_WRITE_EXPECTED set this test writes src/article.schema.json anew"
    );
}
