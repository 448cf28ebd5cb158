//! The types of an article, made of its JSON Schema.
//!
//! It knows of JSON Schema what ours says, and refuses the rest: a type that says less than the schema would be no help.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value};

/// The interfaces of a schema, that of the whole last, and those of what stands in it under names that begin like it.
pub fn interfaces(schema: &Value) -> Result<String> {
    let title = schema["title"].as_str().context("a schema has a title")?;
    let mut types = Types::default();
    if let Some(definitions) = schema["$defs"].as_object() {
        for (name, definition) in definitions {
            types.declare(name, definition)?;
        }
    }
    types.declare(title, schema)?;
    Ok(types.text)
}

#[derive(Default)]
struct Types {
    text: String,
}

impl Types {
    /// Declares a type of that name.
    fn declare(&mut self, name: &str, node: &Value) -> Result<()> {
        let text = match node["properties"].as_object() {
            Some(fields) => {
                let body = self.fields(name, node, fields)?;
                format!(
                    "{}export interface {name} {{\n{body}}}\n\n",
                    comment(&about(node), "")
                )
            }
            None => {
                let written = self.type_of(name, node)?;
                format!(
                    "{}export type {name} = {written};\n\n",
                    comment(&about(node), "")
                )
            }
        };
        self.text += &text;
        Ok(())
    }

    fn fields(&mut self, name: &str, node: &Value, fields: &Map<String, Value>) -> Result<String> {
        ensure!(
            node["additionalProperties"] == Value::Bool(false),
            "{name} may hold fields that it does not name"
        );
        let required = node["required"].as_array();
        let is_required =
            |field: &str| required.is_some_and(|names| names.iter().any(|name| name == field));
        let mut body = String::new();
        for (field, node) in fields {
            let written = self.type_of(&format!("{name}{}", capital(field)), node)?;
            // What is undefined, `JSON.stringify` leaves out.
            let (mark, or) = if is_required(field) {
                ("", "")
            } else {
                ("?", " | undefined")
            };
            body += &format!(
                "{}  {field}{mark}: {written}{or};\n",
                comment(&about(node), "  ")
            );
        }
        Ok(body)
    }

    /// What stands for a node; an object gets an interface of that name.
    fn type_of(&mut self, name: &str, node: &Value) -> Result<String> {
        if let Some(path) = node["$ref"].as_str() {
            let target = path.strip_prefix("#/$defs/");
            return target
                .map(str::to_owned)
                .with_context(|| format!("{name}: {path} is elsewhere"));
        }
        if let Some(value) = node.get("const") {
            return Ok(value.to_string());
        }
        if let Some(values) = node["enum"].as_array() {
            return Ok(values
                .iter()
                .map(Value::to_string)
                .collect::<Vec<_>>()
                .join(" | "));
        }
        if let Some(choices) = node["oneOf"].as_array() {
            let choices: Result<Vec<_>> = choices
                .iter()
                .map(|choice| self.type_of(name, choice))
                .collect();
            return Ok(choices?.join(" | "));
        }
        let kinds = match &node["type"] {
            Value::Array(kinds) => kinds.as_slice(),
            kind => std::slice::from_ref(kind),
        };
        let mut written = Vec::new();
        for kind in kinds {
            written.push(match kind.as_str() {
                Some("null") => "null".to_owned(),
                Some("string") => "string".to_owned(),
                Some("boolean") => "boolean".to_owned(),
                Some("integer" | "number") => "number".to_owned(),
                Some("array") => {
                    let item =
                        self.type_of(name.strip_suffix('s').unwrap_or(name), &node["items"])?;
                    format!("readonly ({item})[]")
                }
                Some("object") => {
                    self.declare(name, node)?;
                    name.to_owned()
                }
                _ => bail!("{name}: the schema says {kind}, for which there is no type"),
            });
        }
        Ok(written.join(" | "))
    }
}

/// What a node is, with its words and what each means, its examples and its limit.
fn about(node: &Value) -> String {
    let mut text = node["description"].as_str().unwrap_or_default().to_owned();
    for choice in node["oneOf"].as_array().into_iter().flatten() {
        if let (Some(word), Some(about)) =
            (choice["const"].as_str(), choice["description"].as_str())
        {
            text += &format!("\n- `{word}`: {about}");
        }
    }
    for example in node["examples"].as_array().into_iter().flatten() {
        text += &format!("\n@example {example}");
    }
    text
}

/// A comment for an editor, on lines of its own.
pub fn comment(text: &str, indent: &str) -> String {
    // A comment would end where the text says so.
    let text = text.trim().replace("*/", "*\\/");
    let mut lines = text.lines();
    match (lines.next(), text.contains('\n')) {
        (None, _) => String::new(),
        (Some(line), false) => format!("{indent}/** {line} */\n"),
        (Some(_), true) => {
            let lines = text
                .lines()
                .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}

/// A name with a capital: `short-link` is `ShortLink`.
pub fn capital(name: &str) -> String {
    let parts = name.split('-').map(|part| {
        let mut signs = part.chars();
        let first = signs.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(signs).collect::<String>()
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_object_is_an_interface() {
        let schema = json!({
            "title": "Story",
            "additionalProperties": false,
            "required": ["name"],
            "$defs": { "Tone": { "enum": ["light", "dark"] } },
            "properties": {
                "name": { "type": "string", "description": "Ends */ here." },
                "tone": { "$ref": "#/$defs/Tone" },
                "count": { "type": ["integer", "null"] },
                "state": { "description": "Its state.", "oneOf": [{ "const": "live", "description": "Now." }, { "type": "null" }] },
                "authors": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string" } } } },
            },
        });
        assert_eq!(
            interfaces(&schema).unwrap(),
            "export type Tone = \"light\" | \"dark\";\n\n\
             export interface StoryAuthor {\n  url?: string | undefined;\n}\n\n\
             export interface Story {\n  /** Ends *\\/ here. */\n  name: string;\n  tone?: Tone | undefined;\n  \
             count?: number | null | undefined;\n  /**\n   * Its state.\n   * - `live`: Now.\n   */\n  \
             state?: \"live\" | null | undefined;\n  authors?: readonly (StoryAuthor)[] | undefined;\n}\n\n"
        );
    }

    #[test]
    fn what_it_does_not_know_it_refuses() {
        for node in [
            json!({}),
            json!({ "type": "any" }),
            json!({ "$ref": "other.json" }),
        ] {
            let schema = json!({ "title": "T", "additionalProperties": false, "properties": { "field": node } });
            assert!(interfaces(&schema).is_err(), "{schema}");
        }
        let open = json!({ "title": "T", "properties": { "a": { "type": "string" } } });
        assert!(interfaces(&open).is_err());
    }

    #[test]
    fn every_field_of_the_schema_has_a_type() {
        let schema: Value =
            serde_json::from_str(include_str!("../../../../src/article.schema.json")).unwrap();
        let text = interfaces(&schema).unwrap();
        let mut seen = 0;
        let mut nodes = vec![&schema];
        while let Some(node) = nodes.pop() {
            for (field, inner) in node["properties"].as_object().into_iter().flatten() {
                assert!(text.contains(&format!("\n  {field}")), "{field}");
                nodes.push(inner);
                seen += 1;
            }
            nodes.extend(node.get("items"));
        }
        assert!(seen > 80, "{seen}");
    }
}
