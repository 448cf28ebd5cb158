//! `manifest.json`: each file of the kit with its size and its integrity, for whoever hosts, preloads or pins them, and the
//! style that keeps a card's place, for whoever writes it into a page.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

pub fn manifest(version: &str, files: &[(String, Vec<u8>)], place: &str) -> Value {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by_key(|(name, _)| name);
    let entries = files.into_iter().map(|(name, content)| {
        let hash = STANDARD.encode(Sha384::digest(content));
        let mut entry =
            json!({ "name": name, "size": content.len(), "integrity": format!("sha384-{hash}") });
        if let (Some(preload), Some(entry)) = (preload(name), entry.as_object_mut()) {
            entry.insert("preload".to_owned(), json!(preload));
        }
        entry
    });
    json!({
        "version": version,
        "place": { "style": place, "hash": style_hash(place) },
        "files": entries.collect::<Vec<_>>(),
    })
}

/// What a Content-Security-Policy says to allow a `<style>` of this text.
pub fn style_hash(style: &str) -> String {
    ["sha256-", &STANDARD.encode(Sha256::digest(style))].concat()
}

/// How a page preloads a file that its first card waits for; what only some cards need waits for them.
fn preload(name: &str) -> Option<&'static str> {
    let (_, ending) = name
        .strip_prefix("article-card-runtime-")?
        .rsplit_once('.')?;
    match ending {
        "js" => Some("modulepreload"),
        "wasm" => Some("fetch"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_every_file() {
        let names = [
            "article-card.js",
            "article-card-runtime-0a1b2c3d.js",
            "article-card-runtime-0a1b2c3d.wasm",
            "article-card-reader-0a1b2c3d.js",
            "article-card-reader-0a1b2c3d.wasm",
            "article-card-labels-0a1b2c3d-de.tsv",
        ];
        let files = names.map(|name| (name.to_owned(), b"abc".to_vec()));
        let manifest = manifest("1.2.3", &files, "abc");
        let entries = manifest["files"].as_array().unwrap();
        assert_eq!(entries.len(), names.len());
        assert_eq!(manifest["place"]["style"], "abc");
        // The examples of FIPS 180.
        assert_eq!(
            manifest["place"]["hash"],
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
        for name in names {
            let entry = entries.iter().find(|entry| entry["name"] == name).unwrap();
            assert_eq!(entry["size"], 3);
            assert_eq!(
                entry["integrity"],
                "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
            );
            let wanted = match name {
                "article-card-runtime-0a1b2c3d.js" => json!("modulepreload"),
                "article-card-runtime-0a1b2c3d.wasm" => json!("fetch"),
                _ => Value::Null,
            };
            assert_eq!(entry["preload"], wanted, "{name}");
        }
    }
}
