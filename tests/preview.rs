//! The gallery's page against the element and the fixtures: what stands there a second time says the same.

use article_card::Options;
use article_card::labels::Labels;
use article_card::options::Attribute;
use article_card::report::Report;
use serde_json::Value;
use std::{fs, path::Path};

const PAGE: &str = include_str!("../index.html");

/// What stands between the two, each time that both are there.
fn between<'page>(page: &'page str, start: &str, end: &str) -> Vec<&'page str> {
    let found = page.split(start).skip(1);
    found.filter_map(|rest| rest.split(end).next()).collect()
}

/// The tags of the controls of that name.
fn controls(name: &str) -> Vec<&'static str> {
    let tags = between(PAGE, r#"<input type="radio" "#, ">").into_iter();
    tags.filter(|tag| tag.starts_with(&format!("name=\"{name}\"")))
        .collect()
}

fn value(tag: &str) -> &str {
    let values = between(tag, "value=\"", "\"");
    values.first().copied().unwrap_or_default()
}

#[test]
fn the_choices_are_the_words_of_the_attribute_and_begin_with_its_default() {
    let mut seen = 0;
    for attribute in Attribute::ALL {
        let controls = controls(attribute.as_str());
        if controls.is_empty() {
            continue;
        }
        seen += 1;
        let mut values: Vec<&str> = controls.iter().map(|tag| value(tag)).collect();
        let mut words = attribute.words();
        values.sort_unstable();
        words.sort_unstable();
        assert_eq!(values, words, "{attribute}");
        let chosen = controls.iter().filter(|tag| tag.ends_with(" checked"));
        let chosen: Vec<&str> = chosen.map(|tag| value(tag)).collect();
        let [chosen] = chosen[..] else {
            panic!("{attribute}: {chosen:?}");
        };
        let mut report = Report::default();
        let given = |other| (other == attribute).then(|| chosen.to_owned());
        let options = Options::from_attributes(&given, None, &mut report);
        assert_eq!(options, Options::default(), "{attribute}={chosen}");
    }
    assert_eq!(seen, 3);
}

#[test]
fn the_languages_are_those_that_have_labels() {
    let [languages] = between(PAGE, "<select name=\"lang\">", "</select>")[..] else {
        panic!("there is one choice of languages");
    };
    let mut offered: Vec<&str> = between(languages, "<option ", ">")
        .into_iter()
        .map(value)
        .collect();
    assert_eq!(offered.remove(0), "auto");
    offered.sort_unstable();
    let mut known: Vec<&str> = Labels::all().map(|labels| labels.tag()).collect();
    known.sort_unstable();
    assert_eq!(offered, known);
}

#[test]
fn the_articles_in_the_page_are_fixtures_too() {
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let states = between(PAGE, "<section class=\"state\" id=\"seed-", "</section>");
    assert_eq!(states.len(), 2);
    for state in states {
        let name = format!("seed-{}.json", state.split('"').next().unwrap());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
        let fixture = fs::read_to_string(folder.join(&name)).unwrap();
        let in_page = between(state, r#"<script type="application/json">"#, "</script>")[0];
        assert_eq!(json(in_page), json(&fixture), "{name}");
    }
}
