//! A whole page as the folder has it, and whether it calls itself an article.

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use scraper::{ElementRef, Html};
use serde::Deserialize;
use serde_json::Value;
use std::{fs::File, io::Read, path::Path};

/// A line of `pages.jsonl`.
#[derive(Deserialize)]
pub struct Page {
    pub file: String,
    pub publisher: String,
    #[serde(default)]
    pub article_published_time: Option<String>,
}

impl Page {
    /// The page's bytes; `None` if it is not in the folder.
    pub fn html(&self, folder: &Path) -> Result<Option<Vec<u8>>> {
        let path = folder.join(format!("{}.gz", self.file));
        if !path.is_file() {
            return Ok(None);
        }
        let reading = || format!("reading {}", path.display());
        let mut html = Vec::new();
        let packed = File::open(&path).with_context(reading)?;
        GzDecoder::new(packed)
            .read_to_end(&mut html)
            .with_context(reading)?;
        Ok(Some(html))
    }
}

/// Whether the page calls itself an article: by an `og:type` of article, by `article:published_time`, or by a block of
/// JSON-LD that has an article at its root, in its list or in its graph.
pub fn calls_itself_article(html: &[u8]) -> bool {
    let page = Html::parse_document(&String::from_utf8_lossy(html));
    let elements = page.root_element().descendants();
    let mut elements = elements.filter_map(ElementRef::wrap);
    elements.any(|element| match element.value().name() {
        "meta" => is_of_article(element),
        "script" => has_article(element),
        _ => false,
    })
}

fn is_of_article(meta: ElementRef<'_>) -> bool {
    let meta = meta.value();
    let content = meta.attr("content").unwrap_or_default().trim();
    match meta.attr("property").or(meta.attr("name")) {
        Some("og:type") => content.eq_ignore_ascii_case("article"),
        Some("article:published_time") => !content.is_empty(),
        _ => false,
    }
}

fn has_article(script: ElementRef<'_>) -> bool {
    let kind = script.value().attr("type").unwrap_or_default();
    if !kind.eq_ignore_ascii_case("application/ld+json") {
        return false;
    }
    let text: String = script.text().collect();
    serde_json::from_str(&text).is_ok_and(|root: Value| is_article(&root))
}

fn is_article(node: &Value) -> bool {
    let types = match node.get("@type") {
        Some(Value::Array(types)) => types.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let graph = node.get("@graph").unwrap_or(node).as_array();
    let is_named = |name: &str| name.ends_with("Article") || name.ends_with("BlogPosting");
    types.iter().filter_map(Value::as_str).any(is_named)
        || graph.into_iter().flatten().any(is_article)
}

#[cfg(test)]
mod tests {
    use super::calls_itself_article;

    #[test]
    fn a_page_calls_itself_an_article_in_any_of_three_ways() {
        for html in [
            r#"<meta property="og:type" content="article">"#,
            r#"<meta name="article:published_time" content="2024-04-03">"#,
            r#"<script type="application/ld+json">{"@type": "NewsArticle"}</script>"#,
            r#"<script type="application/ld+json">[{"@type": ["Thing", "Article"]}]</script>"#,
            r#"<script type="application/ld+json">{"@graph": [{"@type": "BlogPosting"}]}</script>"#,
        ] {
            assert!(calls_itself_article(html.as_bytes()), "{html}");
        }
        for html in [
            r#"<article>Article</article>"#,
            r#"<meta property="og:type" content="website">"#,
            r#"<script type="application/ld+json">{"@type": "WebPage"}</script>"#,
            r#"<script>{"@type": "NewsArticle"}</script>"#,
        ] {
            assert!(!calls_itself_article(html.as_bytes()), "{html}");
        }
    }
}
