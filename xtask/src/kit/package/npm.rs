//! What npm and bundlers read: `package.json`, and the scripts that it leads to.

use super::element::{ABOUT, CLASS, TAG};
use crate::{
    files,
    kit::toolkit::{FOLDER, TOOLKITS, Toolkit},
    project,
    tools::NODE,
};
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The frameworks whose types are in a file of their own.
const FRAMEWORKS: [&str; 3] = ["preact", "vue", "svelte"];

/// The files that are reached as they are.
const PLAIN: [&str; 4] = [
    "article.schema.json",
    "custom-elements.json",
    "manifest.json",
    "package.json",
];

/// Defines the element, unless it is there: a script that is replaced while the page stands defines it once more.
pub fn index() -> String {
    format!(
        "// Defines <{TAG}>, once.\nimport {{ {CLASS} }} from \"./element.js\";\n\n\
         if (!customElements.get(\"{TAG}\")) customElements.define(\"{TAG}\", {CLASS});\nexport {{ {CLASS} }};\n"
    )
}

/// What stands for it where pages are made and not shown.
pub fn server() -> String {
    format!(
        "// Where there is no browser, the class is only a name, and nothing is defined.\n\
         export class {CLASS} {{}}\n"
    )
}

pub fn package(version: &str) -> Result<Value> {
    let cargo = files::read_text(&project::root().join("Cargo.toml"))?;
    let license = quoted(&cargo, "license = ")?;
    // A server that makes pages imports what its pages import.
    let index =
        |types: &str| json!({ "types": types, "node": "./server.js", "default": "./index.js" });
    let mut exports = json!({
        ".": index("./index.d.ts"),
        "./element": { "types": "./element.d.ts", "default": "./element.js" },
        "./react": { "types": "./react.d.ts", "default": "./react.js" },
    });
    for Toolkit { name, .. } in &TOOLKITS {
        // What has files or compiles beforehand comes before what has to fetch.
        let entry = |entry: &str| format!("./{FOLDER}/{name}.{entry}.js");
        exports[format!("./{name}")] = json!({
            "types": format!("./{FOLDER}/toolkit.d.ts"),
            "workerd": entry("workerd"),
            "deno": entry("node"),
            "bun": entry("node"),
            "node": entry("node"),
            "browser": entry("web"),
            "default": entry("web"),
        });
    }
    for framework in FRAMEWORKS {
        exports[format!("./{framework}")] = index(&format!("./{framework}.d.ts"));
    }
    exports["./article-card.js"] =
        json!({ "types": "./article-card.d.ts", "default": "./article-card.js" });
    exports["./article-card.css"] =
        json!({ "types": "./article-card.css.d.ts", "default": "./article-card.css" });
    for file in PLAIN {
        exports[format!("./{file}")] = json!(format!("./{file}"));
    }
    Ok(json!({
        "name": TAG,
        "version": version,
        "description": format!("{ABOUT} A custom element for anybody's page, drawn by WebAssembly."),
        "keywords": ["news", "article", "card", "widget", "embed", "custom-element", "web-component", "webassembly"],
        "license": license,
        "type": "module",
        "exports": exports,
        "types": "./index.d.ts",
        "unpkg": "./article-card.js",
        "jsdelivr": "./article-card.js",
        "customElements": "custom-elements.json",
        "web-types": "web-types.json",
        "files": ["*.js", "*.wasm", "*.tsv", "*.css", "*.d.ts", "*.json", "*.html", FOLDER],
        // The class alone does nothing for a page that does not use it: its listeners serve its own cards.
        "sideEffects": ["./index.js", "./article-card.js", "*.css"],
        // Where pages are made; the oldest that the tests run on.
        "engines": { "node": format!(">={NODE}") },
        "peerDependencies": { "react": ">=19" },
        "peerDependenciesMeta": { "react": { "optional": true } },
    }))
}

/// The first value in quotation marks after this.
fn quoted<'text>(text: &'text str, start: &str) -> Result<&'text str> {
    let rest = text.split_once(start).map(|(_, rest)| rest);
    let value = rest.and_then(|rest| rest.split('"').nth(1));
    value.with_context(|| format!("Cargo.toml has no {start}"))
}
