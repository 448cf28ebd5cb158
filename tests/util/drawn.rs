//! A prerendered card, and what a browser's parser makes of that.

#![allow(dead_code, reason = "no user of it needs everything")]

use article_card::platform::Native;
use article_card::prerender::{Style, prerender};
use article_card::{Article, Options, ReadOptions, read};
use scraper::{Html, Selector, node::Node};
use serde_json::Value;

/// The card's embed at that time, in milliseconds since 1970.
pub fn html(article: &Article, now: i64) -> String {
    embed(article, &Options::default(), now)
}

/// The same with other options.
pub fn embed(article: &Article, options: &Options, now: i64) -> String {
    let native = Native::at(now);
    prerender(article, options, &native, &Style::default()).html
}

/// The page with the card in it as a parser reads it.
pub fn parsed(html: &str) -> Html {
    let page = format!("<!doctype html><html><body><main>{html}</main><p id=\"after\">After</p>");
    Html::parse_document(&page)
}

/// The elements with the names of their attributes, in their order and depth, without a word of their texts.
pub fn tree(page: &Html) -> String {
    let mut tree = String::new();
    for node in page.root_element().descendants() {
        match node.value() {
            Node::Element(element) => {
                let mut names: Vec<&str> = element.attrs().map(|(name, _)| name).collect();
                names.sort_unstable();
                let depth = node.ancestors().count();
                tree.push_str(&format!("{depth} {} {}\n", element.name(), names.join(" ")));
            }
            Node::Text(_) => {}
            other => tree.push_str(&format!("{other:?}\n")),
        }
    }
    tree
}

/// The texts of all elements that a selector finds.
pub fn texts(page: &Html, selector: &str) -> Vec<String> {
    let Ok(selector) = Selector::parse(selector) else {
        return Vec::new();
    };
    page.select(&selector)
        .map(|element| element.text().collect())
        .collect()
}

/// The values of all attributes of that name.
pub fn attributes<'page>(page: &'page Html, name: &str) -> Vec<&'page str> {
    let elements = page
        .root_element()
        .descendants()
        .filter_map(|node| node.value().as_element());
    elements.filter_map(|element| element.attr(name)).collect()
}

/// The same article with a plain word for each of its texts and a plain address for each of its addresses; what was
/// equal stays equal.
pub fn control(article: &Article) -> Option<Article> {
    let mut value: Value = serde_json::from_str(&article.to_json()).ok()?;
    calm("", &mut value, &mut Vec::new());
    let reading = read(value.to_string().as_bytes(), &ReadOptions::default());
    reading.articles.into_iter().next()
}

fn calm(name: &str, value: &mut Value, met: &mut Vec<String>) {
    match value {
        Value::String(text) if is_address(name, text) || is_text(name) => {
            let known = met.iter().position(|other| other == text);
            let number = known.unwrap_or(met.len());
            if known.is_none() {
                met.push(text.clone());
            }
            *text = if is_address(name, text) {
                format!("https://control.example/{number}")
            } else {
                format!("Control {number}")
            };
        }
        Value::Array(items) => items.iter_mut().for_each(|item| calm(name, item, met)),
        Value::Object(labels) if name == "labels" => {
            let labels = labels.values_mut();
            labels.for_each(|label| *label = calm_label(label.as_str().unwrap_or_default()).into());
        }
        Value::Object(members) => members
            .iter_mut()
            .for_each(|(name, value)| calm(name, value, met)),
        _ => {}
    }
}

/// A label keeps its placeholder, and what stands on either side of it is a plain word.
fn calm_label(label: &str) -> String {
    let placeholders = ["{time}", "{names}", "{name}", "{count}"];
    let Some(placeholder) = placeholders.into_iter().find(|part| label.contains(part)) else {
        return "Control".to_owned();
    };
    let word = |part: &str| {
        if part.trim().is_empty() {
            part.to_owned()
        } else {
            "Control".to_owned()
        }
    };
    let parts: Vec<String> = label.split(placeholder).map(word).collect();
    parts.join(placeholder)
}

/// Whether a member of the card's own JSON is an address.
pub fn is_address(name: &str, text: &str) -> bool {
    matches!(name, "url" | "shortUrl" | "logo") || (name == "image" && !text.is_empty())
}

/// Whether a member of the card's own JSON is a text that people read.
pub fn is_text(name: &str) -> bool {
    !matches!(
        name,
        "id" | "published"
            | "updated"
            | "date"
            | "embargoedUntil"
            | "expires"
            | "timeZone"
            | "language"
            | "access"
            | "status"
            | "origin"
            | "kind"
            | "duration"
            | "type"
            | "url"
            | "shortUrl"
            | "logo"
    )
}
