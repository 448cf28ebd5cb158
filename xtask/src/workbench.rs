//! What the workbench has beside its own modules: Trunk calls `cargo xtask workbench` at the end of each of its builds.
//!
//! The editor's parts are bundled by esbuild, since no browser finds a package of npm by its name; the toolkit is compiled;
//! and what the workbench lists, it lists from the tables of the documents and the folder of fixtures.

use crate::{
    command::{command, run},
    files, kit, project, site, tools,
};
use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where Trunk collects what it builds; it names the folder in this variable.
const STAGING: &str = "TRUNK_STAGING_DIR";

/// What stands in the workbench's folder and is of no use to a browser.
const LEFT_OUT: [&str; 3] = ["codemirror.js", "package.json", "package-lock.json"];

/// Adds all of it to what Trunk has built.
pub fn add() -> Result<()> {
    let staging = env::var_os(STAGING).map(PathBuf::from);
    let staging = staging.with_context(|| {
        format!("`cargo xtask workbench` is called by Trunk, which says in {STAGING} where to")
    })?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let folder = staging.join("workbench");
    tools::install_for_kit()?;
    for name in LEFT_OUT {
        let path = folder.join(name);
        fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
    }
    // The gallery has an address beside that of the bench.
    let (from, to) = (folder.join("gallery.html"), staging.join("gallery.html"));
    fs::rename(&from, to).with_context(|| format!("moving {}", from.display()))?;
    let toolkit = project::target().join(if is_release {
        "workbench/toolkit"
    } else {
        "workbench/toolkit-soon"
    });
    fs::create_dir_all(&toolkit).with_context(|| format!("creating {}", toolkit.display()))?;
    kit::write_toolkit(is_release, &toolkit)?;
    files::copy(&toolkit, &folder.join("toolkit"), &[".made-of"])?;
    editor(&folder.join("parts/codemirror.js"))?;
    let tables = serde_json::json!({
        "element": kit::package::declaration()?,
        "languages": languages()?,
        "states": states()?,
        "kit": { "total": kit_size()? },
    });
    files::write(&folder.join("tables.json"), tables.to_string())?;
    site::write_reference(&staging)
}

/// The parts of CodeMirror that the editor uses, as one module.
fn editor(bundle: &Path) -> Result<()> {
    let packages = tools::codemirror()?;
    let mut esbuild = command("esbuild");
    esbuild
        .arg("workbench/codemirror.js")
        .args(["--bundle", "--format=esm", "--minify", "--target=es2022"])
        .args(["--legal-comments=eof", "--log-level=warning"])
        .arg(format!("--outfile={}", bundle.display()))
        .env("NODE_PATH", packages);
    run(&mut esbuild)
}

/// The languages that have labels, in the order of the table.
fn languages() -> Result<Vec<String>> {
    let table = files::read_text(&project::root().join("src/labels.tsv"))?;
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let tags = rows.filter_map(|row| row.split('\t').next());
    Ok(tags.map(str::to_owned).collect())
}

/// The fixtures by their names, all that there are.
fn states() -> Result<Vec<String>> {
    let folder = project::root().join("tests/fixtures");
    let names = files::read_all(&folder)?.into_keys();
    let names = names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()));
    Ok(names.filter(|name| !name.contains('/')).collect())
}

/// What a page downloads for its first card, in bytes, as docs/size.md has it.
fn kit_size() -> Result<u32> {
    let sizes = files::read_text(&project::root().join("docs/size.md"))?;
    let sum = sizes.split("| **every page, together** |").nth(1);
    let cell = sum.and_then(|rest| rest.split('|').nth(1));
    let digits = cell.context("docs/size.md has a sum")?.replace(',', "");
    digits.trim().parse().context("the sum in docs/size.md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kit_has_a_size() -> Result<()> {
        assert!((30_000..100_000).contains(&kit_size()?));
        Ok(())
    }

    #[test]
    fn english_is_a_language_and_a_file_a_state() -> Result<()> {
        let (languages, states) = (languages()?, states()?);
        assert!(languages.len() > 30 && languages.iter().any(|tag| tag == "en"));
        assert!(states.iter().any(|name| name == "everything"));
        assert!(states.iter().all(|name| !name.contains(['.', '/'])));
        Ok(())
    }
}
