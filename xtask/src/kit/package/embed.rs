//! `embed.html`: what stands in the head of a page that embeds cards of this kit, for whoever writes it anew with each kit.
//!
//! The documents have the lines of a page that is written once: the same style, and the loader whose name stays.

use anyhow::{Context, Result};
use serde_json::Value;

/// The file's name.
pub const NAME: &str = "embed.html";

/// Where the documents put the kit.
const FOLDER: &str = "/article-card/";

/// The lines, as a server makes them of `manifest.json`: the style that keeps a card's place, what the first card waits for,
/// and the pinned loader, since the names of the files before it are of this kit only.
pub fn embed(manifest: &Value) -> Result<String> {
    let style = text(&manifest["place"]["style"])?;
    let mut lines = format!("<style>{style}</style>\n");
    let files = manifest["files"].as_array().context("there are no files")?;
    for file in files {
        let (name, integrity) = (text(&file["name"])?, text(&file["integrity"])?);
        let line = match file["preload"].as_str() {
            Some("modulepreload") => {
                format!(
                    r#"<link rel="modulepreload" href="{FOLDER}{name}" integrity="{integrity}">"#
                )
            }
            // What `fetch` asks for without an integrity would not be found under one.
            Some("fetch") => format!(
                r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{FOLDER}{name}">"#
            ),
            _ => continue,
        };
        lines += &line;
        lines.push('\n');
    }
    let loader = format!("article-card-{}.js", text(&manifest["version"])?);
    let pinned = files.iter().find(|file| file["name"] == loader.as_str());
    let pinned = pinned.with_context(|| format!("there is no {loader}"))?;
    let integrity = text(&pinned["integrity"])?;
    lines += &format!(
        r#"<script type="module" src="{FOLDER}{loader}" integrity="{integrity}"></script>"#
    );
    lines.push('\n');
    Ok(lines)
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("the manifest is not whole")
}

#[cfg(test)]
mod tests {
    use super::super::manifest::{manifest, style_hash};
    use super::*;
    use crate::kit;

    #[test]
    fn it_preloads_what_the_pinned_loader_asks_for() {
        let names = [
            "article-card.js",
            "article-card-1.2.3.js",
            "article-card-reader-0a1b2c3d.wasm",
            "article-card-runtime-0a1b2c3d.js",
            "article-card-runtime-0a1b2c3d.wasm",
        ];
        let mut files = names
            .map(|name| (name.to_owned(), b"abc".to_vec()))
            .to_vec();
        let hash = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(
            embed(&manifest("1.2.3", &files, "a{}")).unwrap(),
            format!(
                "<style>a{{}}</style>\n\
                 <link rel=\"modulepreload\" href=\"/article-card/article-card-runtime-0a1b2c3d.js\" integrity=\"{hash}\">\n\
                 <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"/article-card/article-card-runtime-0a1b2c3d.wasm\">\n\
                 <script type=\"module\" src=\"/article-card/article-card-1.2.3.js\" integrity=\"{hash}\"></script>\n"
            )
        );
        files.retain(|(name, _)| name != "article-card-1.2.3.js");
        assert!(embed(&manifest("1.2.3", &files, "a{}")).is_err());
    }

    /// What is copied out of a document is what the kit has, to the byte: a policy allows nothing else by the hash.
    #[test]
    fn the_documents_have_the_style_and_its_hash() {
        let place = kit::place().unwrap();
        let line = format!("<style>{place}</style>");
        let readme = include_str!("../../../../README.md");
        let package = include_str!("README.md");
        let example = include_str!("../../../../examples/plain/index.html");
        for (document, text) in [
            ("README.md", readme),
            ("package", package),
            ("plain", example),
        ] {
            assert_eq!(text.matches(&line).count(), 1, "{document} has not\n{line}");
        }
        let hash = format!("style-src '{}'\n", style_hash(&place));
        let hosting = include_str!("../../../../docs/hosting.md");
        for (document, text) in [("README.md", readme), ("docs/hosting.md", hosting)] {
            assert_eq!(text.matches("'sha256-").count(), 1, "{document}");
            assert!(text.contains(&hash), "{document} has not\n{hash}");
        }
    }

    #[test]
    fn the_style_ends_neither_its_element_nor_the_line() {
        let place = kit::place().unwrap();
        assert!(!place.contains('<') && !place.contains('\n'), "{place}");
    }
}
