//! Hostile texts, in every text field of every format: each has to be shown letter by letter, in the element tree of an
//! ordinary card.

use crate::addresses::options;
use crate::drawn;
use crate::expected;
use crate::folder;
use crate::guard::{Guard, told};
use crate::table::{Mark, Table, share};
use crate::templates::{ADDRESS, FORMATS, NOW};
use anyhow::Result;
use article_card::Article;
use serde_json::Value;
use std::path::Path;

/// The texts of the folder, if there are any.
pub fn of(folder: &Path) -> Result<Option<Vec<String>>> {
    folder::texts(&folder.join("xss/text-payloads.json"))
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("Hostile texts");
    match of(folder)? {
        Some(texts) => measure_texts(&texts, guard, table),
        None => table.figure("xss/text-payloads.json", "not there"),
    }
    Ok(())
}

fn measure_texts(texts: &[String], guard: &Guard, table: &mut Table) {
    let (mut changed, mut otherwise, mut unmarked) = (Vec::new(), Vec::new(), Vec::new());
    let (mut missing, mut made_up) = (Vec::new(), Vec::new());
    for (format, template) in FORMATS {
        let (mut shown, mut refused, mut fields, mut kept) = (0, 0, 0, 0);
        for text in texts {
            let name = format!("{format} {text:?}");
            let name: String = name.chars().take(150).collect();
            let input = template(text, ADDRESS).to_string();
            let Some(reading) = guard.read(&name, input.as_bytes(), &options(ADDRESS)) else {
                continue;
            };
            let Some(article) = reading.articles.first() else {
                refused += 1;
                if expected::shown(text).is_some() && format == "card" {
                    missing.push(format!("{name}: {}", told(&reading)));
                }
                continue;
            };
            shown += 1;
            for (field, found) in texts_of(article) {
                fields += 1;
                let is_of_template = found == "en" || found == "2";
                if !is_of_template && !expected::is_part(&found, text) {
                    made_up.push(format!("{name} in {field}: {found:?}"));
                }
                if is_expected(format, text, &found) {
                    kept += 1;
                } else if format == "card" {
                    otherwise.push(format!("{name} in {field}: {found:?}"));
                } else {
                    unmarked.push(format!("{name} in {field}: {found:?}"));
                }
            }
            let fault = guard.call(&name, || drawing_fault(article)).flatten();
            changed.extend(fault.map(|fault| format!("{name}: {fault}")));
        }
        let figure = format!(
            "{shown} shown, {refused} refused; {} of the fields as expected",
            share(kept, fields)
        );
        let is_met = format != "card" || (otherwise.is_empty() && missing.is_empty());
        table.row(
            &format!("{format} ({} texts)", texts.len()),
            figure,
            if format == "card" { "all fields" } else { "" },
            if format == "card" {
                Mark::hard(is_met)
            } else {
                Mark::None
            },
        );
    }
    let mark = Mark::hard(made_up.is_empty());
    table.row(
        "fields with what was not in the text",
        made_up.len(),
        "0",
        mark,
    );
    table.list("Fields with what was not in the text", made_up, true);
    let mark = Mark::hard(changed.is_empty());
    table.row(
        "drawn otherwise than the control card",
        changed.len(),
        "0",
        mark,
    );
    table.list(
        "Texts that are drawn otherwise than they should be",
        changed,
        true,
    );
    table.list("Texts that the card's own JSON should show", missing, true);
    table.list("Texts that came out otherwise", otherwise, true);
    let title = "Texts of foreign formats that are read otherwise than by an HTML parser";
    table.list(title, unmarked, false);
}

/// Texts of foreign formats may hold markup, which is taken out.
fn is_expected(format: &str, raw: &str, found: &str) -> bool {
    let is = |raw: &str| {
        let whole = expected::shown(raw);
        whole.is_some_and(|whole| {
            expected::is_shown(found, &whole)
                || (format != "card" && expected::is_alike(found, &whole))
        })
    };
    is(raw) || (format != "card" && (is(&expected::of_markup(raw)) || is(&expected::decoded(raw))))
}

/// Each text of the article that came from the template, with its name.
fn texts_of(article: &Article) -> Vec<(String, String)> {
    let value: Value = serde_json::from_str(&article.to_json()).unwrap_or_default();
    let mut found = Vec::new();
    gather("", &value, &mut found);
    found
}

fn gather(path: &str, value: &Value, found: &mut Vec<(String, String)>) {
    let name = path.rsplit('.').next().unwrap_or_default();
    let is_label = path.starts_with(".labels.");
    let is_text = is_label || drawn::is_text(name) || matches!(name, "type");
    match value {
        Value::String(text) if is_text && !drawn::is_address(name, text) => {
            found.push((path.to_owned(), text.clone()));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(path, item, found)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| gather(&format!("{path}.{name}"), value, found)),
        _ => {}
    }
}

/// How the drawn card differs from the one with plain words in the same fields.
fn drawing_fault(article: &Article) -> Option<String> {
    let Some(control) = drawn::control(article) else {
        return Some("its own JSON is not read again".to_owned());
    };
    let page = drawn::parsed(&drawn::html(article, NOW));
    let (ours, plain) = (
        drawn::tree(&page),
        drawn::tree(&drawn::parsed(&drawn::html(&control, NOW))),
    );
    if ours != plain {
        let differs = ours
            .lines()
            .zip(plain.lines())
            .find(|(one, other)| one != other);
        return Some(format!("another element tree: {differs:?}"));
    }
    let bullets = article.bullets.iter().map(|bullet| ("bullet", bullet));
    let single = [
        ("headline", Some(&article.headline)),
        ("standfirst", article.standfirst.as_ref()),
        ("dateline", article.dateline.as_ref()),
    ];
    let single = single
        .into_iter()
        .filter_map(|(part, text)| Some((part, text?)));
    for (part, text) in single.chain(bullets) {
        let texts = drawn::texts(&page, &format!("[part~={part}]"));
        if !texts.iter().any(|drawn| drawn.contains(&**text)) {
            return Some(format!("{part} is drawn as {texts:?}"));
        }
    }
    None
}
