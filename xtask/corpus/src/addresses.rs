//! Hostile addresses, in every address field of every format: each has to be exactly what the URL Standard makes of it,
//! or absent.

use crate::drawn;
use crate::expected;
use crate::folder;
use crate::guard::{Guard, told};
use crate::table::{Mark, Table};
use crate::templates::{FORMATS, NOW, TEXT};
use anyhow::Result;
use article_card::Article;
use article_card::article::Link;
use article_card_reader::ReadOptions;
use serde::Deserialize;
use serde_json::Value;
use std::path::Path;

/// The longest address that a card takes, in bytes.
const LONGEST: usize = 8 * 1024;

/// An address and what the URL Standard makes of it.
#[derive(Deserialize)]
pub struct Address {
    id: String,
    pub input: String,
    pub base: String,
    #[serde(default)]
    whatwg_href: Option<String>,
    allow_http_https: bool,
    allow_absolute_only: bool,
}

/// The addresses of the folder, if there are any, and how many lines are none.
pub fn of(folder: &Path) -> Result<Option<(Vec<Address>, usize)>> {
    folder::lines(&folder.join("xss/url-expected.jsonl"))
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("Hostile addresses");
    match of(folder)? {
        Some((addresses, unreadable)) => {
            if unreadable > 0 {
                table.figure("lines that are no record", unreadable);
            }
            measure_addresses(&addresses, guard, table);
            measure_parsing(&addresses, table);
        }
        None => table.figure("xss/url-expected.jsonl", "not there"),
    }
    Ok(())
}

/// The options of a page published where the addresses of the folder lead from.
pub fn options(base: &str) -> ReadOptions {
    ReadOptions {
        page: Link::parse(base).ok().map(|(link, _)| link),
        ..ReadOptions::default()
    }
}

fn measure_addresses(addresses: &[Address], guard: &Guard, table: &mut Table) {
    let mut unsafe_links = Vec::new();
    let mut lost = Vec::new();
    for (format, template) in FORMATS {
        let (mut links, mut used, mut usable, mut left) = (0, 0, 0, 0);
        for address in addresses {
            let name = format!("{format} {} {:?}", address.id, address.input);
            let input = template(TEXT, &address.input).to_string();
            let Some(reading) = guard.read(&name, input.as_bytes(), &options(&address.base)) else {
                continue;
            };
            let is_relative_read = format != "card";
            let is_allowed = if is_relative_read {
                address.allow_http_https
            } else {
                address.allow_absolute_only
            };
            let href = address.whatwg_href.as_deref().filter(|_| is_allowed);
            let href = href.map(expected::without_credentials);
            usable += usize::from(href.is_some());
            let Some(article) = reading.articles.first() else {
                unsafe_links.push(format!("{name}: no article: {}", told(&reading)));
                continue;
            };
            let drawn = guard
                .call(&name, || drawn::html(article, NOW))
                .unwrap_or_default();
            let page = drawn::parsed(&drawn);
            let mut found: Vec<String> = links_of(article);
            if !is_relative_read && leads_from_its_base(&address.input) {
                left += 1;
            }
            let is_used = !found.is_empty() && found.iter().any(|link| Some(link) == href.as_ref());
            links += found.len();
            used += usize::from(is_used);
            if !is_used && href.is_some() {
                lost.push(format!("{name}: {}", href.clone().unwrap_or_default()));
            }
            for attribute in ["href", "src"] {
                found.extend(
                    drawn::attributes(&page, attribute)
                        .into_iter()
                        .map(str::to_owned),
                );
            }
            for srcset in drawn::attributes(&page, "srcset") {
                let candidates = srcset.split(", ").filter_map(|part| part.rsplit_once(' '));
                found.extend(candidates.map(|(link, _)| link.to_owned()));
            }
            for link in found {
                let is_page = is_relative_read && link == address.base;
                let is_as_expected = href.as_ref() == Some(&link);
                let is_left = !is_relative_read && leads_from_its_base(&address.input);
                if !is_page && !is_as_expected && !is_left {
                    unsafe_links.push(format!("{name}: {link}, expected {href:?} or none"));
                }
            }
        }
        let mut figure = format!("{used} of {usable} usable addresses used, in {links} links");
        if left > 0 {
            figure.push_str(&format!("; {left} are left to the browsers"));
        }
        table.figure(&format!("{format} ({} addresses)", addresses.len()), figure);
    }
    unsafe_links.dedup();
    let mark = Mark::hard(unsafe_links.is_empty());
    table.row(
        "links that are not as the URL Standard has them",
        unsafe_links.len(),
        "0",
        mark,
    );
    table.list(
        "Links that are not as the URL Standard has them",
        unsafe_links,
        true,
    );
    table.list("Addresses that could be used and are not", lost, false);
}

/// Natively most addresses pass the parser by, because they are seen to be as it would write them: every address of the
/// folder, and what else can be made of it, has to come out as the parser alone has it.
fn measure_parsing(addresses: &[Address], table: &mut Table) {
    let mut differences = Vec::new();
    let mut count = 0;
    for address in addresses {
        let Address { input, base, .. } = address;
        let variants = [
            input.clone(),
            base.clone(),
            address.whatwg_href.clone().unwrap_or_default(),
            format!("https://{input}"),
            format!("https://{input}/"),
            format!("https://a.example/{input}"),
            format!("https://a.example/b/../{input}"),
        ];
        for raw in variants {
            let href = Link::parse(&raw).ok().map(|(link, _)| link);
            let href = href.as_ref().map(Link::as_str);
            let parsed = url::Url::parse(&raw).ok();
            let is_used = |url: &url::Url| ["http", "https"].contains(&url.scheme());
            let parsed = parsed.filter(is_used).map(String::from);
            let parsed = parsed.as_deref().map(expected::without_credentials);
            count += 1;
            // A longer one is refused whatever it is.
            if href != parsed.as_deref() && raw.len() <= LONGEST {
                differences.push(format!(
                    "{} {raw:?}: {href:?}, parsed {parsed:?}",
                    address.id
                ));
            }
        }
    }
    table.row(
        &format!("addresses of {count} that are not as the parser has them"),
        differences.len(),
        "0",
        Mark::hard(differences.is_empty()),
    );
    table.list(
        "Addresses that are not as the parser has them",
        differences,
        true,
    );
}

/// `https:story` is relative to an address of its own scheme, and absolute where there is none: the folder says only what
/// it is beside one.
fn leads_from_its_base(input: &str) -> bool {
    let bare: String = input
        .trim_matches(|character: char| character <= ' ')
        .chars()
        .filter(|character| !matches!(character, '\t' | '\n' | '\r'))
        .collect();
    let scheme = bare
        .get(..6)
        .filter(|scheme| scheme.eq_ignore_ascii_case("https:"));
    let rest = scheme.and_then(|_| bare.get(6..));
    let slashes = |rest: &str| {
        let start = rest.chars().take(2);
        start.filter(|slash| matches!(slash, '/' | '\\')).count()
    };
    rest.is_some_and(|rest| slashes(rest) < 2)
}

fn links_of(article: &Article) -> Vec<String> {
    let value: Value = serde_json::from_str(&article.to_json()).unwrap_or_default();
    let mut found = Vec::new();
    gather_links("", &value, &mut found);
    found
}

fn gather_links(name: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if drawn::is_address(name, text) => found.push(text.clone()),
        Value::Array(items) => items
            .iter()
            .for_each(|item| gather_links(name, item, found)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| gather_links(name, value, found)),
        _ => {}
    }
}
