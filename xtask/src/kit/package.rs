//! The kit as an npm package: what is made of the tables of the documents, of the schema and of the kit's files.
//!
//! Everything here is determined by the sources and the files of the kit: no time and no machine is in it.

mod cell;
pub mod check;
mod custom_elements;
mod declarations;
mod editors;
mod element;
pub mod embed;
mod frameworks;
pub mod manifest;
mod npm;
mod schema;
#[path = "../../../tests/util/tables.rs"]
mod tables;
mod told;

use super::File;
use crate::{files, project};
use anyhow::{Context, Result};
use element::Element;
use serde_json::Value;

/// What is packed as it stands in the project.
const COPIED: [(&str, &str); 4] = [
    ("article.schema.json", "src/article.schema.json"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("README.md", "xtask/src/kit/package/README.md"),
];

/// The files that make a package of the files of a kit and of the style that keeps a card's place.
pub fn files(kit: &[(String, Vec<u8>)], place: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let version = project::version()?;
    let element = Element::read()?;
    let mut all = texts(&element)?;
    let manifest = manifest::manifest(&version, kit, place);
    all.push((embed::NAME.to_owned(), embed::embed(&manifest)?));
    let mut values = vec![
        ("package.json", npm::package(&version)?),
        ("manifest.json", manifest),
        (
            "custom-elements.json",
            custom_elements::custom_elements(&element),
        ),
    ];
    values.extend(editors::files(&element, &version));
    for (name, value) in values {
        all.push((name.to_owned(), format!("{value:#}\n")));
    }
    Ok(all
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect())
}

/// The element as `custom-elements.json` declares it.
pub fn declaration() -> Result<Value> {
    let manifest = custom_elements::custom_elements(&Element::read()?);
    let declaration = manifest.pointer("/modules/0/declarations/0");
    declaration.cloned().context("the element is declared")
}

/// Scripts, types and documents.
fn texts(element: &Element) -> Result<Vec<File>> {
    let mut all = Vec::new();
    for (name, path) in COPIED {
        all.push((
            name.to_owned(),
            files::read_text(&project::root().join(path))?,
        ));
    }
    let schema = files::read_text(&project::root().join("src/article.schema.json"))?;
    let schema: Value = serde_json::from_str(&schema).context("src/article.schema.json is JSON")?;
    let article = declarations::article(element, &schema)?;
    let mut made = vec![
        ("index.js", npm::index()),
        ("server.js", npm::server()),
        ("element.d.ts", declarations::class(element, &article)?),
        (
            "toolkit/toolkit.d.ts",
            declarations::toolkit(element, &article)?,
        ),
        ("article.d.ts", article),
        ("index.d.ts", declarations::index()),
        ("article-card.d.ts", declarations::bundle()),
        ("article-card.css.d.ts", declarations::stylesheet()),
    ];
    made.extend(frameworks::files(element));
    all.extend(made.into_iter().map(|(name, text)| (name.to_owned(), text)));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Those of a kit that has nothing but the pinned loader, without which there is none.
    fn all() -> Vec<(String, Vec<u8>)> {
        let loader = format!("article-card-{}.js", project::version().unwrap());
        files(&[(loader, b"1".to_vec())], "").unwrap()
    }

    fn file(name: &str) -> String {
        let all = all();
        let (_, text) = all.into_iter().find(|(known, _)| known == name).unwrap();
        String::from_utf8(text).unwrap()
    }

    fn names(all: &[element::Named]) -> Vec<String> {
        all.iter().map(|named| named.name.clone()).collect()
    }

    /// What a file has to say, each as it stands there.
    #[track_caller]
    fn holds(file_name: &str, names: &[String], around: (&str, &str)) {
        let text = file(file_name);
        assert!(!names.is_empty(), "{file_name}");
        for name in names {
            let wanted = format!("{}{name}{}", around.0, around.1);
            assert!(text.contains(&wanted), "{file_name} has no {wanted}");
        }
    }

    #[test]
    fn every_file_holds_what_the_tables_hold() {
        let element = Element::read().unwrap();
        let attributes: Vec<_> = element
            .attributes
            .iter()
            .map(|attribute| attribute.name.clone())
            .collect();
        let reflected: Vec<_> = element
            .attributes
            .iter()
            .map(|attribute| attribute.property.clone())
            .collect();
        let events: Vec<_> = element
            .events
            .iter()
            .map(|event| event.name.clone())
            .collect();
        let custom: Vec<_> = element
            .custom
            .iter()
            .map(|custom| custom.name.clone())
            .collect();
        let words: Vec<_> = element
            .attributes
            .iter()
            .flat_map(|attribute| attribute.values.words().to_vec())
            .collect();
        let (parts, states) = (names(&element.parts), names(&element.states));
        let properties = names(&element.properties);
        let named = (r#""name": ""#, "\"");
        for file in ["custom-elements.json", "web-types.json"] {
            for all in [
                &attributes,
                &reflected,
                &events,
                &custom,
                &parts,
                &properties,
            ] {
                holds(file, all, named);
            }
            holds(file, &words, ("'", "'"));
        }
        holds("custom-elements.json", &states, named);
        holds("vscode.html-custom-data.json", &attributes, named);
        holds("vscode.html-custom-data.json", &words, named);
        holds("vscode.css-custom-data.json", &custom, named);
        holds(
            "vscode.css-custom-data.json",
            &parts,
            (r#""name": "::part("#, ")"),
        );
        holds(
            "vscode.css-custom-data.json",
            &states,
            (r#""name": ":state("#, ")"),
        );
        holds("element.d.ts", &attributes, ("  \"", "\"?: "));
        holds("article.d.ts", &words, ("\"", "\""));
        holds("element.d.ts", &events, ("  \"", "\": CustomEvent<"));
        holds("element.d.ts", &properties, ("  get ", "(): "));
        holds("article.d.ts", &names(&element.codes), ("| \"", "\""));
        for framework in ["react.d.ts", "preact.d.ts", "svelte.d.ts"] {
            holds(framework, &events, ("  \"on", "\"?: "));
        }
        holds("react.js", &events, ("\"", "\""));
    }

    #[test]
    fn the_component_is_thin() {
        assert!(file("react.js").lines().count() <= 30);
    }

    #[test]
    fn package_and_manifest_have_the_version_of_the_crates() {
        for name in ["package.json", "manifest.json", "web-types.json"] {
            let value: Value = serde_json::from_str(&file(name)).unwrap();
            assert_eq!(value["version"], project::version().unwrap(), "{name}");
        }
    }

    #[test]
    fn nothing_of_a_machine_is_in_it() {
        let root = project::root().to_string_lossy();
        for (name, text) in all() {
            assert!(!String::from_utf8(text).unwrap().contains(&*root), "{name}");
        }
    }
}
