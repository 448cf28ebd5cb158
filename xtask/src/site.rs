//! `cargo xtask site`: the bench, the gallery and the reference of `docs/` as a static site in `dist/site`, with the API docs
//! of the crates beside it.
//!
//! All addresses are relative, so that the site stands under any path of any server. It is put together in memory, checked,
//! and written when all of it is there, never in part.

mod documents;
mod links;
mod markdown;
mod page;
mod picture;
mod policy;
mod tags;

use crate::{
    command::{cargo, output, run_compiler},
    files, preview, project,
};
use anyhow::{Context, Result, ensure};
use documents::Documents;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The site's files by their addresses, such as `docs/fields.html`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Where the API docs stand in the site.
const API: &str = "api";

/// The crates that they are of.
const CRATES: [&str; 2] = ["article-card", "article-card-reader"];

/// The pages of the workbench, beside those of the reference.
const PAGES: [&str; 4] = [
    "index.html",
    "gallery.html",
    "workbench/stage.html",
    "workbench/no-script.html",
];

/// Kinds of files that the preview has and no browser asks for.
const LEFT_OUT: [&str; 3] = [".d.ts", ".rs", ".md"];

/// Builds `dist/site`.
pub fn build() -> Result<()> {
    preview::build()?;
    let mut site = files::read_all(&project::preview())?;
    site.retain(|name, _| is_needed(name));
    for page in PAGES {
        let html = site
            .get_mut(page)
            .with_context(|| format!("the preview has no page {page}"))?;
        let text = str::from_utf8(html).with_context(|| format!("{page} is no UTF-8"))?;
        *html = policy::add(page, &without_trunk(text))?.into_bytes();
    }
    let api = api()?;
    links::check(&site, |name| {
        let below = name.strip_prefix(API);
        below.is_some_and(|below| api.join(below.trim_start_matches('/')).is_file())
    })?;

    let folder = project::site();
    files::empty(&folder)?;
    write(&site, &folder)?;
    files::copy(&api, &folder.join(API), &[".lock"])?;
    println!(
        "  {} has the site: serve it under any path",
        folder.display()
    );
    Ok(())
}

/// Without what Trunk was told, of which it leaves one line where it injects nothing.
fn without_trunk(html: &str) -> String {
    let lines = html.split_inclusive('\n');
    lines
        .filter(|line| !line.contains("<link data-trunk "))
        .collect()
}

/// Writes the reference into a folder that has the rest, such as that of the preview.
pub fn write_reference(folder: &Path) -> Result<()> {
    write(&reference()?, folder)
}

fn write(site: &Files, folder: &Path) -> Result<()> {
    for (name, content) in site {
        let path = folder.join(name);
        let above = path.parent().unwrap_or(folder);
        fs::create_dir_all(above).with_context(|| format!("creating {}", above.display()))?;
        files::write(&path, content)?;
    }
    Ok(())
}

fn is_needed(name: &str) -> bool {
    !LEFT_OUT.iter().any(|kind| name.ends_with(kind))
}

/// The reference: a page for each document, a page that lists them, and the pictures and licences that they lead to.
fn reference() -> Result<Files> {
    let root = project::root();
    let documents = Documents::read(root)?;
    let mut site = Files::new();
    let mut rendered = Vec::new();
    for document in documents.all() {
        let text = markdown::render(document, &documents)
            .with_context(|| format!("{} as a page", document.path))?;
        for picture in &text.pictures {
            site.insert(picture.address(), files::read(&root.join(&picture.path))?);
        }
        rendered.push(text);
    }
    for licence in documents::LICENCES {
        let text = files::read(&root.join(licence))?;
        site.insert(format!("{licence}.txt"), text);
    }
    let mut pages = page::documents(&documents, &rendered);
    pages.push(page::contents(&documents, &rendered));
    for (name, html) in pages {
        let name = format!("docs/{name}");
        let html = policy::add(&name, &html)?;
        let is_new = site.insert(name.clone(), html.into_bytes()).is_none();
        ensure!(is_new, "two documents would be {name}");
    }
    Ok(site)
}

/// Makes the crates' API docs as docs.rs would, in a folder of their own, and says in which.
///
/// They get none of our policy: rustdoc's pages have scripts of their own in them.
fn api() -> Result<PathBuf> {
    let folder = project::target().join("doc");
    // What other crates have there, and an earlier version of the crates had would stay.
    files::empty(&folder)?;
    let mut doc = cargo("doc --no-deps --lib");
    for (package, features) in features()? {
        doc.args(["--package", &package]);
        for feature in features {
            doc.args(["--features", &format!("{package}/{feature}")]);
        }
    }
    run_compiler(doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    Ok(folder)
}

/// The features with which docs.rs shows the crates.
fn features() -> Result<Vec<(String, Vec<String>)>> {
    let metadata = output(&mut cargo("metadata --no-deps --format-version 1"))?;
    let metadata: Value =
        serde_json::from_str(&metadata).context("what cargo says of the crates")?;
    let packages = metadata["packages"].as_array();
    let features = |name: &str| {
        let package = packages?.iter().find(|package| package["name"] == name)?;
        let features = package["metadata"]["docs"]["rs"]["features"].as_array()?;
        let features = features.iter().filter_map(Value::as_str);
        Some(features.map(str::to_owned).collect())
    };
    let named = CRATES.map(|name| {
        let features = features(name);
        let features = features
            .with_context(|| format!("{name} does not say with which features docs.rs shows it"))?;
        Ok((name.to_owned(), features))
    });
    named.into_iter().collect()
}

/// The folder of a path of the repository, with a slash at its end, or nothing.
fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |end| &path[..=end])
}

/// A path from a folder on, without `.` and `..`; none if it leads out.
fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reference, and what stands in for the rest of the site.
    fn site() -> Result<Files> {
        let mut site = reference()?;
        for page in PAGES {
            site.insert(page.to_owned(), Vec::new());
        }
        for style in ["workbench/page.css", "workbench/reference.css"] {
            site.insert(style.to_owned(), files::read(&project::root().join(style))?);
        }
        let icon = "fixtures/pictures/herald.svg";
        let source = project::root().join("tests").join(icon);
        site.insert(icon.to_owned(), files::read(&source)?);
        Ok(site)
    }

    fn is_api(name: &str) -> bool {
        CRATES
            .map(|name| format!("api/{}/index.html", name.replace('-', "_")))
            .contains(&name.to_owned())
    }

    #[test]
    fn every_link_of_the_reference_leads_somewhere() -> Result<()> {
        links::check(&site()?, is_api)
    }

    #[test]
    fn a_page_that_goes_is_missed() -> Result<()> {
        let mut site = site()?;
        site.remove("docs/fields.html");
        let lost = links::check(&site, is_api).map_err(|error| error.to_string());
        assert!(lost.is_err_and(|lost| lost.contains("docs/diagnostics.html: fields.html")));
        Ok(())
    }

    #[test]
    fn every_document_has_its_page() -> Result<()> {
        let site = reference()?;
        let mut seen = 0;
        for name in files::read_all(&project::root().join("docs"))?.keys() {
            let Some(name) = name.strip_suffix(".md") else {
                continue;
            };
            let html = site.get(&format!("docs/{name}.html"));
            let html = String::from_utf8_lossy(html.context("no page")?);
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            let contents = String::from_utf8_lossy(&site["docs/index.html"]);
            assert!(
                contents.contains(&format!("href=\"{name}.html\"")),
                "{name}"
            );
            seen += 1;
        }
        assert!(seen > 8, "{seen}");
        Ok(())
    }

    #[test]
    fn the_crates_have_features_for_their_docs() -> Result<()> {
        let features = features()?;
        assert_eq!(features.len(), CRATES.len());
        assert!(features[0].1.iter().any(|feature| feature == "prerender"));
        Ok(())
    }

    #[test]
    fn what_no_browser_asks_for_is_left_out() {
        for name in [
            "workbench/parts/codemirror.d.ts",
            "runtime/article-card.d.ts",
            "styles/compact.rs",
        ] {
            assert!(!is_needed(name), "{name}");
        }
        for name in ["index.html", "workbench/bench.js", "fixtures/live.json"] {
            assert!(is_needed(name), "{name}");
        }
    }

    #[test]
    fn paths_are_followed_upwards_and_never_out() {
        assert_eq!(
            resolve("docs/", "../README.md").as_deref(),
            Some("README.md")
        );
        assert_eq!(
            resolve("", "./docs//fields.md").as_deref(),
            Some("docs/fields.md")
        );
        assert_eq!(resolve("docs/", "../../README.md"), None);
        assert_eq!(folder_of("docs/fields.md"), "docs/");
        assert_eq!(folder_of("README.md"), "");
    }

    /// Writes the reference into the folder that `SITE_LOOK` names, for a person to look at.
    #[test]
    #[ignore = "writes files"]
    fn look() -> Result<()> {
        let folder = std::env::var_os("SITE_LOOK").context("SITE_LOOK names no folder")?;
        for (name, content) in site()? {
            let path = PathBuf::from(&folder).join(name);
            fs::create_dir_all(path.parent().context("no folder")?)?;
            files::write(&path, content)?;
        }
        Ok(())
    }
}
