//! The JSON Schema and the reader of the card's own JSON say the same of every field, or the table says why they do not.
//!
//! Everything is made of the schema's own properties, so that a new field is asked like all others.

#[cfg(test)]
mod util;

use article_card::{ReadOptions, Reading, SCHEMA, read};
use asked::*;
use std::collections::BTreeSet;
use util::*;

/// Who objects alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Alone {
    Schema,
    Reader,
}

/// What kind of value, in what kind of field, one of the two objects to alone, and why.
const DIFFERENCES: &[(&str, &str, Alone)] = &[
    // Where the schema is, is for editors alone: the reader passes it over, whatever it is.
    ("a number", "pointer", Alone::Schema),
    ("a truth", "pointer", Alone::Schema),
    ("an empty list", "pointer", Alone::Schema),
    ("a list of texts", "pointer", Alone::Schema),
    ("a list of lists", "pointer", Alone::Schema),
    ("a list of null", "pointer", Alone::Schema),
    ("an empty object", "pointer", Alone::Schema),
    ("an object of another field", "pointer", Alone::Schema),
    // An empty text says nothing to the reader, as content systems write it; whoever writes by hand wrote null, or nothing.
    ("an empty text", "address", Alone::Schema),
    ("an empty text", "date", Alone::Schema),
    ("an empty text", "language", Alone::Schema),
    ("an empty text", "word", Alone::Schema),
    ("a blank text", "language", Alone::Schema),
    ("a blank text", "time zone", Alone::Schema),
    // That nothing can be seen of a text that has to be there, only the cleaning shows.
    ("a blank text", "text", Alone::Reader),
    ("a blank text", "name", Alone::Reader),
    // The reader trims; an editor may as well.
    ("spaces around it", "address", Alone::Schema),
    ("spaces around it", "date", Alone::Schema),
    ("spaces around it", "language", Alone::Schema),
    ("spaces around it", "time zone", Alone::Schema),
    ("an empty text", "duration", Alone::Schema),
    ("spaces around it", "duration", Alone::Schema),
    // Of an origin the reader knows every name that is in use, whatever its case; an editor offers the short ones.
    ("spaces around it", "word", Alone::Schema),
    ("a word in capitals", "word", Alone::Schema),
    // Which characters are left out is a list that no pattern should repeat.
    ("a control character", "text", Alone::Reader),
    ("a control character", "name", Alone::Reader),
    ("a direction character", "text", Alone::Reader),
    ("a direction character", "name", Alone::Reader),
    // What is too long, a schema counts as it is written, and the reader as it is shown.
    ("too long until it is composed", "text", Alone::Schema),
    ("too long until it is composed", "name", Alone::Schema),
    ("too long until spaces collapse", "text", Alone::Schema),
    ("too long until spaces collapse", "name", Alone::Schema),
    // Which years are news, and which of two days is the later, a schema cannot say.
    ("a day outside the years of news", "date", Alone::Reader),
    (
        "a leap second before the publication",
        "date",
        Alone::Reader,
    ),
    // RFC 3339 allows a blank for the T, and the validators' date-time does not.
    ("a time with a blank", "date", Alone::Schema),
    // Browsers mend these addresses, and so does the reader; `uri` asks for them as they are sent.
    ("a control character", "address", Alone::Schema),
    ("an address of other letters", "address", Alone::Schema),
    ("an address with a blank", "address", Alone::Schema),
    ("an address with one slash", "address", Alone::Schema),
    // These are well-formed by RFC 3986, and no browser goes there, or none should be led.
    ("a port that does not exist", "address", Alone::Reader),
    ("an address with credentials", "address", Alone::Reader),
    // Without its address a picture is kept for whoever adds one, so the schema does not ask for it.
    ("absent", "address", Alone::Reader),
    ("null", "address", Alone::Reader),
    ("an empty object", "object", Alone::Reader),
];

/// Texts, each given to every field that is a text.
const TEXTS: &[(&str, &str)] = &[
    ("an empty text", ""),
    ("a blank text", " \u{a0}"),
    ("a word", "Word"),
    ("words", "Two words"),
    ("spaces around it", " {} "),
    ("a control character", "{}\u{7}"),
    ("a direction character", "\u{202e}{}"),
    ("a day that does not exist", "2024-02-30"),
    ("a time that does not exist", "2024-04-03T25:00:00Z"),
    ("a day in words", "3 April 2024"),
    ("a day outside the years of news", "0001-01-01"),
    ("a day", "2024-04-03"),
    ("a time without a zone", "2024-04-03T10:00"),
    ("a time with a blank", "2024-04-03 10:00:00Z"),
    ("a time of a fraction", "2024-04-03T10:00:00.25+01:00"),
    ("an offset without a colon", "2024-04-03T10:00:00+0100"),
    ("a zone without seconds", "2024-04-03T10:00Z"),
    (
        "a leap second before the publication",
        "2016-12-31T23:59:60Z",
    ),
    ("an offset of days", "2024-04-03T10:00:00+25:00"),
    ("an address", "https://news.example/a?b=1#c"),
    ("an address in capitals", "HTTPS://NEWS.EXAMPLE/"),
    ("a path", "/library"),
    ("an address without a scheme", "//news.example/"),
    ("a script", "javascript:alert(1)"),
    ("a scheme and no more", "https://"),
    ("an address with one slash", "https:/news.example/"),
    ("an address with a blank", "https://news.example/a b"),
    ("an address of other letters", "https://news.example/ü"),
    (
        "an address with credentials",
        "https://me:secret@news.example/",
    ),
    ("a port that does not exist", "https://news.example:99999/"),
    ("a language", "pt-BR"),
    ("a language with an underscore", "en_GB"),
    ("a language by its name", "English"),
    ("a language of one letter", "e"),
    ("a language that ends in a hyphen", "en-"),
    ("a language with a variant", "de-1996"),
    ("a language with a long subtag", "en-abcdefghi"),
    ("a time zone", "Europe/London"),
    ("a time zone by its offset", "+01:00"),
];

#[test]
fn both_say_the_same_of_every_value_or_it_is_known_why_not() {
    let schema = parsed(SCHEMA);
    let whole = sample(&schema);
    let judge = Judge::new(schema.clone());
    assert!(judge.accepts(&whole), "{whole}");
    assert_eq!(told(&reading(&whole.to_string()).report), "");
    let (mut found, mut lines) = (BTreeSet::new(), Vec::new());
    let mut asked = 0;
    ask(&schema, "", &whole, &mut |what, kind, article| {
        asked += 1;
        let told = told(&reading(&article.to_string()).report);
        let alone = match (judge.accepts(article), told.is_empty()) {
            (true, false) => Alone::Reader,
            (false, true) => Alone::Schema,
            _ => return,
        };
        lines.push(format!("{what} | {kind} | {alone:?} | {told}"));
        found.insert((what.to_owned(), kind, alone));
    });
    let known = DIFFERENCES.iter();
    let known: BTreeSet<_> = known
        .map(|(what, kind, alone)| ((*what).to_owned(), (*kind).to_owned(), *alone))
        .collect();
    let unknown: Vec<_> = found.difference(&known).collect();
    let stale: Vec<_> = known.difference(&found).collect();
    assert!(
        unknown.is_empty() && stale.is_empty(),
        "not in the table: {unknown:#?}\nno longer so: {stale:#?}\n{}",
        lines.join("\n")
    );
    assert!(asked > 1000, "{asked}");
}

/// What is asked, made of the schema.
#[cfg(test)]
mod asked {
    use super::TEXTS;
    use boon::{Compiler, SchemaIndex, Schemas};
    use serde_json::{Map, Value, json};

    /// What a field is, by what the schema says of it.
    pub fn kind(schema: &Value) -> String {
        let has = |name: &str| schema.get(name).is_some();
        let pattern = schema["pattern"].as_str().unwrap_or_default();
        match schema_type(schema) {
            "string" if schema["format"] == "uri" => "address".into(),
            "string" if has("anyOf") => "date".into(),
            "string" if pattern.contains("{2,3}") => "language".into(),
            "string" if pattern.contains('/') => "time zone".into(),
            "string" if pattern.starts_with("^P") => "duration".into(),
            "string" if has("pattern") => format!("text of {pattern}"),
            "string" if has("minLength") => "name".into(),
            "string" if has("maxLength") => "text".into(),
            "string" => "pointer".into(),
            other => other.into(),
        }
    }

    /// The type beside null; a choice of words is one of its own.
    fn schema_type(schema: &Value) -> &str {
        if schema.get("oneOf").is_some() || schema.get("enum").is_some() {
            return "word";
        }
        match &schema["type"] {
            Value::String(one) => one,
            Value::Array(types) => types.first().and_then(Value::as_str).unwrap_or_default(),
            _ => "",
        }
    }

    /// Judges by a schema of ours or by a part of it, and asks for the formats, too.
    pub struct Judge(Schemas, SchemaIndex);

    impl Judge {
        pub fn new(schema: Value) -> Self {
            let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
            compiler.enable_format_assertions();
            let address = "https://schema.example/article.schema.json";
            compiler.add_resource(address, schema).unwrap();
            let index = compiler.compile(address, &mut schemas).unwrap();
            Self(schemas, index)
        }

        pub fn accepts(&self, value: &Value) -> bool {
            self.0.validate(value, self.1).is_ok()
        }
    }

    /// A value that the schema accepts, with every property there is.
    pub fn sample(schema: &Value) -> Value {
        match schema_type(schema) {
            "object" => {
                let properties = schema["properties"].as_object().unwrap();
                let members = properties
                    .iter()
                    .map(|(name, of)| (name.clone(), sample(of)));
                members.collect::<Map<_, _>>().into()
            }
            "array" => json!([sample(&schema["items"])]),
            "word" => {
                let words = schema["oneOf"].as_array().or(schema["enum"].as_array());
                let first = &words.unwrap()[0];
                first.get("const").unwrap_or(first).clone()
            }
            "integer" | "number" => schema["minimum"].clone(),
            "boolean" => json!(true),
            "string" => {
                let judge = Judge::new(schema.clone());
                let own = schema["examples"].as_array().into_iter().flatten();
                let texts = ["Two words", "Word", "https://news.example/a", "2024-04-03"];
                let mut texts = own.cloned().chain(texts.map(Value::from));
                let accepted = texts.find(|text| judge.accepts(text));
                accepted.unwrap_or_else(|| panic!("no example is known of {schema}"))
            }
            other => panic!("{other} is not asked: {schema}"),
        }
    }

    /// Values for a field that has this sample, each with what kind of value it is.
    fn values(schema: &Value, sample: &Value) -> Vec<(String, Value)> {
        let mut values = vec![
            ("null".to_owned(), Value::Null),
            ("a number".into(), json!(7)),
            ("a truth".into(), json!(true)),
            ("an empty list".into(), json!([])),
            ("a list of texts".into(), json!(["Word"])),
            ("a list of lists".into(), json!([[]])),
            ("a list of null".into(), json!([null])),
            ("an empty object".into(), json!({})),
            (
                "an object of another field".into(),
                json!({"headlin": "Word"}),
            ),
            ("a text".into(), json!("Word")),
        ];
        match schema_type(schema) {
            "string" | "word" => {
                let own = sample.as_str().unwrap();
                let texts = TEXTS.iter();
                values.extend(
                    texts.map(|(what, text)| ((*what).into(), text.replace("{}", own).into())),
                );
                values.push(("a word in capitals".into(), own.to_uppercase().into()));
                if let Some(most) = schema["maxLength"].as_u64() {
                    let most = usize::try_from(most).unwrap();
                    let lengthened = |more: usize| {
                        let fill = most + more - own.chars().count();
                        format!("{own}{}", "x".repeat(fill))
                    };
                    values.push(("as long as can be".into(), lengthened(0).into()));
                    values.push(("too long".into(), lengthened(1).into()));
                    let marked = "e\u{301}".repeat(most);
                    values.push(("too long until it is composed".into(), marked.into()));
                    let spaced = format!("{own}{}{own}", " ".repeat(most));
                    values.push(("too long until spaces collapse".into(), spaced.into()));
                }
            }
            "integer" | "number" => {
                let most = schema["maximum"].as_f64().unwrap();
                for (what, number) in [
                    ("as large as can be", most),
                    ("too large", most + 1.0),
                    ("nothing", 0.0),
                    ("below nothing", -1.0),
                    ("a half", 640.5),
                    ("a whole number with a point", 640.0),
                ] {
                    values.push((what.into(), json!(number)));
                }
            }
            "array" => {
                let most = usize::try_from(schema["maxItems"].as_u64().unwrap()).unwrap();
                let item = &sample[0];
                values.push(("as many as can be".into(), json!(vec![item; most])));
                values.push(("too many".into(), json!(vec![item; most + 1])));
                values.push(("null among others".into(), json!([item, null])));
            }
            _ => {}
        }
        values
    }

    /// Asks both of an article with each of the values in the place of each field below it, and without the field.
    pub fn ask(
        schema: &Value,
        pointer: &str,
        whole: &Value,
        told: &mut dyn FnMut(&str, String, &Value),
    ) {
        let sample = whole.pointer(pointer).unwrap();
        let at = |value: Value| {
            let mut changed = whole.clone();
            *changed.pointer_mut(pointer).unwrap() = value;
            changed
        };
        if !pointer.is_empty() {
            for (what, value) in values(schema, sample) {
                told(&what, kind(schema), &at(value));
            }
        }
        if let Some(properties) = schema["properties"].as_object() {
            for (name, property) in properties {
                let mut without = sample.clone();
                without.as_object_mut().unwrap().remove(name);
                told("absent", kind(property), &at(without));
                ask(property, &format!("{pointer}/{name}"), whole, told);
            }
        }
        if let Some(items) = schema.get("items") {
            ask(items, &format!("{pointer}/0"), whole, told);
        }
    }
}
