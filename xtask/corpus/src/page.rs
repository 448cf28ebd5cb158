//! A page as the folder describes it, and the page with the same blocks that is read in its place.

use crate::folder;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;
use std::{fs, path::Path};

/// A page, as the folder describes it.
#[derive(Deserialize)]
pub struct Page {
    pub page: String,
    #[serde(default)]
    pub synthetic: bool,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    canonical: Option<String>,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    og_title: Option<String>,
    #[serde(default)]
    h1: Option<Vec<String>>,
    #[serde(default)]
    pub article_published_time: Option<String>,
    #[serde(default)]
    pub gold: Value,
    blocks: Vec<Block>,
}

#[derive(Deserialize)]
struct Block {
    file: String,
    valid_json: bool,
    #[serde(default)]
    error_class: Option<String>,
    #[serde(default)]
    article_nodes: Vec<Value>,
}

/// One of the page's blocks with its text.
pub struct Script<'a> {
    pub file: &'a str,
    pub text: Vec<u8>,
}

impl Page {
    /// The blocks that are in the folder; those without an article are not.
    pub fn scripts(&self, folder: &Path) -> Result<Vec<Script<'_>>> {
        let files = self.blocks.iter().map(|block| &*block.file);
        let there = files.filter(|file| folder.join(file).is_file());
        there
            .map(|file| {
                let text =
                    fs::read(folder.join(file)).with_context(|| format!("reading {file}"))?;
                Ok(Script { file, text })
            })
            .collect()
    }

    /// Where it was published.
    pub fn address(&self) -> Option<&str> {
        self.canonical.as_deref().or(self.url.as_deref())
    }

    /// Whether a block that is JSON has an article.
    pub fn has_article(&self) -> bool {
        let mut blocks = self.blocks.iter();
        blocks.any(|block| block.valid_json && !block.article_nodes.is_empty())
    }

    /// Whether any of its articles says what a card cannot do without.
    pub fn has_headline(&self) -> bool {
        let nodes = self.blocks.iter().flat_map(|block| &block.article_nodes);
        let mut headlines = nodes.filter_map(|node| node.get("headline"));
        headlines.any(|headline| !headline.is_null())
    }

    /// Its titles, one of which should be the headline.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        let titles = [&self.og_title, &self.title].into_iter().flatten();
        titles.chain(self.h1.iter().flatten()).map(String::as_str)
    }

    /// What is wrong with its blocks.
    pub fn faults(&self) -> String {
        let blocks = self.blocks.iter();
        let faults = blocks.filter_map(|block| block.error_class.as_deref());
        faults.collect::<Vec<_>>().join(", ")
    }

    /// A page with the same blocks.
    pub fn html(&self, scripts: &[Script<'_>]) -> Vec<u8> {
        let language = escaped(self.lang.as_deref().unwrap_or_default());
        let mut html =
            format!("<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\n");
        if let Some(address) = self.address() {
            html.push_str(&format!(
                "<link rel=\"canonical\" href=\"{}\">\n",
                escaped(address)
            ));
        }
        let mut html = html.into_bytes();
        for script in scripts {
            html.extend_from_slice(b"<script type=\"application/ld+json\">");
            html.extend_from_slice(&script.text);
            html.extend_from_slice(b"</script>\n");
        }
        html.extend_from_slice(b"</head><body></body></html>\n");
        html
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// The pages of the folder, if there are any.
pub fn of(folder: &Path) -> Result<Option<(Vec<Page>, usize)>> {
    folder::lines(&folder.join("jsonld/oracle.jsonl"))
}
