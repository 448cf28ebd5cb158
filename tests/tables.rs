//! The tables of `docs/` and of the README against the code, row by row: none is missing, none too many, none renamed.
//!
//! The options of the command line are compared in `crates/cli/tests/documented.rs`, the sizes by `cargo xtask test kit`.

#[cfg(test)]
#[path = "util/tables.rs"]
mod tables;

use article_card::article::LabelKey;
use article_card::labels::Labels;
use article_card::options::Attribute;
use article_card::report::{Code, Report};
use article_card::{Options, ReadOptions, SCHEMA, read};
use known::*;
use serde_json::Value;
use tables::*;

const README: &str = include_str!("../README.md");
const ELEMENT: &str = include_str!("../docs/element.md");
const FIELDS: &str = include_str!("../docs/fields.md");
const LANGUAGES: &str = include_str!("../docs/languages.md");
const DIAGNOSTICS: &str = include_str!("../docs/diagnostics.md");
const LOOK: &str = include_str!("../docs/look.md");

const CARD: &str = include_str!("../styles/card.css");
const PLACE: &str = include_str!("../styles/place.css");

/// A card that nobody has seen yet is as high as the place that was kept for it.
#[test]
fn heights_of_what_was_never_seen() {
    let mut places = between(PLACE, "--article-card-kept, ", ")");
    places.extend(between(PLACE, "--article-card-kept: ", ";"));
    assert_eq!(places.len(), 3, "{places:?}");
    let heights = between(CARD, "contain-intrinsic-block-size: auto ", ";");
    assert_eq!(heights, places);
}

#[test]
fn attributes_and_their_properties() {
    let rows = rows(ELEMENT, "attribute");
    // What `for` leads to, only the loader looks up.
    let known = Attribute::ALL.map(Attribute::as_str);
    let known = known.into_iter().chain(["for"]);
    same("attributes", names(&rows), known);
    let loader = loader_attributes();
    let known = loader.iter().map(|(name, _)| name.as_str());
    // The browser has these two itself.
    same("the loader's", names(&rows), known.chain(["lang", "dir"]));
    for row in &rows {
        let [name] = code(row[0])[..] else {
            panic!("{row:?}");
        };
        let mut parts = name.split('-');
        let mut property = parts.next().unwrap().replace("for", "htmlFor");
        for part in parts {
            let (first, rest) = part.split_at(1);
            property += &first.to_uppercase();
            property += rest;
        }
        assert_eq!(code(row[1]), [property], "{name}");
    }
}

#[test]
fn values_of_attributes() {
    for row in rows(ELEMENT, "attribute") {
        let (name, documented) = (code(row[0])[0], words(row[2]));
        let loader = loader_attributes();
        let loader = loader.iter().find(|(known, _)| known == name);
        let loader = loader.map(|(_, words)| words.as_slice());
        match loader {
            Some([]) => assert!(!row[2].starts_with('`'), "{name} has no default"),
            Some([default]) => assert_eq!(documented.first(), Some(default), "{name}"),
            Some(all) => assert_eq!(documented, all, "{name}"),
            None => {}
        }
        // And the runtime understands them, or no others.
        let Some(attribute) = Attribute::of(name) else {
            continue;
        };
        let all = attribute.words();
        if !all.is_empty() {
            same(name, documented.iter().map(String::as_str), all);
        }
        for word in documented {
            let mut report = Report::default();
            let value = |asked| (asked == attribute).then(|| word.clone());
            Options::from_attributes(&value, None, &mut report);
            assert_eq!(report, Report::default(), "{name}");
        }
    }
}

#[test]
fn the_readme_has_the_same_attributes_and_events() {
    let in_short = |row: Vec<&'static str>, columns: [usize; 2]| columns.map(|column| row[column]);
    let all = rows(ELEMENT, "attribute").into_iter();
    let short = rows(README, "attribute").into_iter();
    let all: Vec<_> = all.map(|row| in_short(row, [0, 2])).collect();
    assert_eq!(
        short.map(|row| in_short(row, [0, 1])).collect::<Vec<_>>(),
        all
    );
    let all = rows(ELEMENT, "event").into_iter();
    let short = rows(README, "event").into_iter();
    let all: Vec<_> = all.map(|row| in_short(row, [0, 1])).collect();
    assert_eq!(
        short.map(|row| in_short(row, [0, 1])).collect::<Vec<_>>(),
        all
    );
}

#[test]
fn properties_and_states() {
    let element = include_str!("../src/element/loader/element.js");
    let getters = between(element, "\n  get ", "()");
    same("properties", names(&rows(ELEMENT, "property")), getters);
    let told = include_str!("../src/element/loader/diagnostics.js");
    let states = between(told, "\"delete\"](\"", "\")");
    same("states", names(&rows(ELEMENT, "state")), states);
}

#[test]
fn events_and_what_their_detail_holds() {
    let element = sources("src/element", ".js");
    let calls = ["#send(\"", ".send(\"", "tell(\""];
    let mut known: Vec<String> = calls
        .iter()
        .flat_map(|call| between(&element, call, "\""))
        // It asks the element for another drawing, and no page hears it.
        .filter(|name| *name != "stale")
        .map(|name| format!("article-card-{name}"))
        .collect();
    known.sort();
    known.dedup();
    let rows = rows(ELEMENT, "event");
    let documented = names(&rows).into_iter().map(str::to_owned);
    same("events", documented, known);

    let behaviour = include_str!("../src/element/loader/behaviour.js");
    let open = between(behaviour, "const detail = { ", " };");
    // Of an article that is refused everything is known.
    let reading = read(b"{", &ReadOptions::default());
    let error = serde_json::to_value(&reading.report.diagnostics[0]).unwrap();
    let error: Vec<&str> = error
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for row in &rows {
        // What stands in parentheses says more of a name.
        let held = row[2].split('(').map(|part| match part.split_once(')') {
            Some((_, rest)) => rest,
            None => part,
        });
        let held: String = held.collect();
        let held = code(&held);
        let name = code(row[0])[0];
        match name {
            "article-card-ready" => {
                assert!(element.contains("this.#send(\"ready\", { diagnostics: report })"));
                assert_eq!(held, ["diagnostics"]);
            }
            "article-card-open" => {
                let members = open[0].split(", ");
                let known = members.filter_map(|member| member.split(':').next());
                same(name, held, known);
            }
            "article-card-error" => {
                let known = error.iter().copied().filter(|field| *field != "severity");
                same(name, held, known);
            }
            _ => assert!(held.is_empty(), "{name}: {held:?}"),
        }
    }
}

#[test]
fn fields_of_the_json() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut known = Vec::new();
    schema_fields(&schema, "", &mut known);
    let mut documented = Vec::new();
    for row in rows(FIELDS, "field") {
        assert!(["", "yes"].contains(&row[1]), "{row:?}");
        let is_choice = known
            .iter()
            .any(|field| code(row[0]) == [&*field.path] && !field.words.is_empty());
        let mut words: Vec<String> = Vec::new();
        if is_choice {
            words.extend(code(row[2]).into_iter().map(str::to_owned));
            words.sort();
            words.dedup();
        }
        documented.extend(code(row[0]).into_iter().map(|path| Field {
            path: path.to_owned(),
            is_required: row[1] == "yes",
            limit: row[3].to_owned(),
            words: words.clone(),
        }));
    }
    same("fields", documented, known);
}

/// What the card says of each term, in English.
#[test]
#[cfg(feature = "prerender")]
fn terms_and_what_is_said_of_them() {
    use article_card::{Card, article::Origin, platform::Native};

    let known = Origin::ALL.map(|origin| {
        let json = format!(
            r#"{{"headline": "H", "origin": "{origin}", "image": {{"url": "https://a.example/", "origin": "{origin}"}}}}"#
        );
        let reading = read(json.as_bytes(), &ReadOptions::default());
        let card = Card::new(
            &reading.articles[0],
            &Options::default(),
            &Native::at(0),
        );
        let story = card.story().unwrap();
        let picture = story.picture.as_ref().unwrap();
        let said = [&story.origin, &picture.origin]
            .map(|label| label.as_ref().map_or("–", |label| &label.text).to_owned());
        (origin.as_str(), said)
    });
    let rows = rows(FIELDS, "term");
    let documented = rows
        .iter()
        .map(|row| (code(row[0])[0], [row[1], row[2]].map(str::to_owned)));
    same("terms", documented, known);
}

#[test]
fn labels_and_languages() {
    let rows_of_labels = rows(LANGUAGES, "field");
    let documented = rows_of_labels
        .iter()
        .map(|row| (code(row[0])[0], row[1].trim_matches('"')));
    let english = Labels::english();
    let known = LabelKey::ALL.map(|key| (key.as_str(), english.get(key)));
    same("labels", documented, known);
    let tags = Labels::all().map(|labels| labels.tag());
    same("languages", names(&rows(LANGUAGES, "tag")), tags);
}

#[test]
fn codes_of_diagnostics() {
    let mut known: Vec<String> = Code::ALL.map(|code| code.to_string()).into();
    let loader = sources("src/element/loader", ".js");
    for start in ["failure(\"", "#refuse(\""] {
        known.extend(between(&loader, start, "\"").into_iter().map(str::to_owned));
    }
    // Of the second definition no card exists that could tell it.
    known.extend(
        between(&loader, "console.warn(`${TAG}: ", ":")
            .into_iter()
            .map(str::to_owned),
    );
    let rows = rows(DIAGNOSTICS, "code");
    let documented = names(&rows).into_iter().map(str::to_owned);
    same("diagnostics", documented, known);
}

#[test]
fn parts() {
    let drawn = sources("tests/expected/prerendered", ".html");
    let drawn = between(&drawn, " part=\"", "\"");
    let mut known: Vec<&str> = drawn.into_iter().flat_map(str::split_whitespace).collect();
    // One that no expected card has is found here.
    let view = sources("src/view", ".rs");
    for start in ["on.part(\"", "text::part(on, \""] {
        let calls = between(&view, start, ")").into_iter();
        known.extend(calls.filter_map(|call| call.split('"').nth(2)));
    }
    known.extend(between(&view, "Part(\"", "\")"));
    same("parts", names(&rows(LOOK, "part")), known);
}

#[test]
fn custom_properties() {
    let css = [CARD, PLACE].concat();
    // These two are between our own stylesheets.
    let ours = ["--article-card-stands", "--article-card-kept"];
    let known = css.split("var(").skip(1);
    let known = known.filter_map(|rest| rest.split([',', ')']).next());
    let known = known.filter(|name| name.starts_with("--article-card-") && !ours.contains(name));
    same("custom properties", names(&rows(LOOK, "property")), known);
}

#[test]
fn defaults_of_custom_properties() {
    let mut colours = 0;
    for row in rows(LOOK, "property") {
        let name = code(row[0])[0];
        let (first, second) = (code(row[1]), code(row[2]));
        let css = default_of(CARD, name);
        if row.len() == 4 {
            // In a browser that knows no dark scheme, and in one that does.
            let (light, dark) = (first[0], second[0]);
            assert_eq!(css, Some(light), "{name}");
            let both = format!("var({name}, light-dark({light}, {dark}))");
            assert!(CARD.contains(&both), "{name}: {both}");
            colours += 1;
        } else if name == "--article-card-place" {
            let mut known = between(PLACE, "--article-card-kept: ", ";");
            known.splice(..0, default_of(PLACE, "--article-card-kept"));
            let is_length = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
            let documented: Vec<&str> = first.into_iter().filter(is_length).collect();
            assert_eq!(documented, known, "{name}");
        } else if name.ends_with("-font") {
            // A list of fonts is told in words.
            assert_eq!(first, [""; 0], "{name}");
        } else {
            assert_eq!(css, first.first().copied(), "{name}");
        }
    }
    assert_eq!(colours, CARD.matches("light-dark(#").count());
}

/// The article of the README's embed gives a card, and nothing is told of it.
#[test]
fn the_example_of_the_readme_is_an_article() {
    let json = between(README, "<script type=\"application/json\">", "</script>")[0];
    let unknown_fields = true;
    let reading = read(json.as_bytes(), &ReadOptions { unknown_fields });
    assert_eq!(
        (reading.articles.len(), reading.report),
        (1, Report::default())
    );
}

#[test]
fn the_policy_is_the_same_everywhere() {
    let policies = |text| between(text, "```\nscript-src", "```");
    let hosting = policies(include_str!("../docs/hosting.md"));
    assert_eq!(policies(README), hosting);
    assert_eq!(hosting.len(), 1);
}

/// What the code says, in the words of the tables.
#[cfg(test)]
mod known {
    use super::tables::code;
    use serde_json::Value;
    use std::fs;
    use std::path::Path;

    /// All files below a folder that end so, one after the other.
    pub fn sources(folder: &str, ending: &str) -> String {
        fn add(folder: &Path, ending: &str, text: &mut String) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    add(&path, ending, text);
                } else if path.to_string_lossy().ends_with(ending) {
                    text.push_str(&fs::read_to_string(path).unwrap());
                }
            }
        }
        let mut text = String::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        add(&root.join(folder), ending, &mut text);
        text
    }

    /// The words of a cell such as "`3`, `2` to `6`", each once.
    pub fn words(cell: &str) -> Vec<String> {
        let mut words = Vec::new();
        for part in cell.split(", ") {
            let part: Vec<String> = match (part.contains("` to `"), code(part).as_slice()) {
                (true, [first, last]) => {
                    let (first, last): (u8, u8) = (first.parse().unwrap(), last.parse().unwrap());
                    (first..=last).map(|number| number.to_string()).collect()
                }
                (_, words) => words.iter().map(|word| (*word).to_owned()).collect(),
            };
            for word in part {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        words
    }

    /// What the table says of one field.
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Field {
        pub path: String,
        pub is_required: bool,
        pub limit: String,
        pub words: Vec<String>,
    }

    /// The fields of an object of the schema, and of all objects in it.
    pub fn schema_fields(object: &Value, path: &str, fields: &mut Vec<Field>) {
        for (name, field) in object["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}{name}");
            let number = |value: &Value| value.as_u64().map(|number| number.to_string());
            let items = &field["items"];
            let mut limit = number(&field["maxLength"]).unwrap_or_default();
            if field["format"] == "uri" {
                // Said once for all addresses.
                limit.clear();
            }
            if let Some(most) = number(&field["maxItems"]) {
                limit = format!("{most} items");
                let each = number(&items["maxLength"]);
                limit += &each.map_or_else(String::new, |each| format!(" of {each}"));
            }
            if let Some(most) = number(&field["maximum"]) {
                limit = format!("{} to {most}", field["minimum"]);
            }
            if name == "labels" {
                // Each is a row of the table of labels.
                limit = format!("{} each", field["properties"]["by"]["maxLength"]);
            } else {
                schema_fields(field, &format!("{path}."), fields);
                schema_fields(items, &format!("{path}[]."), fields);
            }
            let required = object["required"].as_array();
            let choices = field["oneOf"].as_array().into_iter().flatten();
            let words = choices.filter_map(|choice| choice["const"].as_str());
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            words.sort();
            if name == "origin" {
                // Each is a row of the table of terms.
                words.clear();
            }
            fields.push(Field {
                is_required: required.is_some_and(|names| names.iter().any(|other| other == name)),
                path,
                limit,
                words,
            });
        }
    }

    /// The first default that a stylesheet gives a custom property.
    pub fn default_of<'css>(css: &'css str, name: &str) -> Option<&'css str> {
        let (_, rest) = css.split_once(&format!("var({name}, "))?;
        let mut depth = 0;
        let end = rest.find(|sign| {
            depth += i32::from(sign == '(') - i32::from(sign == ')');
            depth < 0
        })?;
        rest.get(..end)
    }
}
