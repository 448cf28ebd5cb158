//! The combinations of a crate's features, each of which has to compile without a warning.

use crate::{
    at_once::both,
    command::{cargo, run_compiler},
    files, project,
};
use anyhow::{Context, Result};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The libraries of the workspace, by the folders that they are in.
const LIBRARIES: [(&str, &str); 3] = [
    ("article-card", ""),
    ("article-card-reader", "crates/reader"),
    ("article-card-toolkit", "crates/toolkit"),
];

/// The features whose code is compiled for a browser only; on this machine they are tried once, with all others.
const IN_A_BROWSER: [&str; 2] = ["element", "module"];

/// Lints every crate with every combination of its features, for this machine and for the browser.
///
/// Each call compiles one crate, on one core. So both targets have their turns at the same time, in a folder each, since cargo
/// builds into a folder once at a time.
pub fn lint() -> Result<()> {
    let (in_browser, natively) = both(lint_for_browser, || {
        lint_natively()?;
        by_themselves()
    });
    natively.and(in_browser)
}

/// The folder of what is compiled for a browser, and only looked at by the compiler.
pub fn for_browser() -> PathBuf {
    project::target().join("features-browser")
}

fn lint_for_browser() -> Result<()> {
    for (package, folder) in LIBRARIES {
        let all = combinations_of(folder)?;
        println!(
            "  {package}: {} combinations of features, for the browser",
            all.len()
        );
        let target = "--target wasm32-unknown-unknown";
        lint_all(package, &all, target, &for_browser())?;
    }
    Ok(())
}

fn lint_natively() -> Result<()> {
    for (package, folder) in LIBRARIES {
        let mut all = combinations_of(folder)?;
        let most = all.iter().map(BTreeSet::len).max();
        all.retain(|features| {
            let mut names = features.iter();
            Some(features.len()) == most || !names.any(|name| IN_A_BROWSER.contains(&&**name))
        });
        println!(
            "  {package}: {} combinations of features, natively",
            all.len()
        );
        lint_all(package, &all, "", &project::target())?;
    }
    Ok(())
}

fn lint_all(package: &str, all: &Combinations, target: &str, folder: &Path) -> Result<()> {
    for features in all {
        let features = features.iter().cloned().collect::<Vec<_>>().join(",");
        let call = format!(
            "clippy --quiet --package {package} --lib {target} --no-default-features -- --deny warnings"
        );
        let mut lint = cargo(&call);
        if !features.is_empty() {
            lint = cargo(&call.replace(" -- ", &format!(" --features {features} -- ")));
        }
        run_compiler(lint.env("CARGO_TARGET_DIR", folder))
            .with_context(|| format!("{package} with the features [{features}]"))?;
    }
    Ok(())
}

/// Those of the crate in that folder.
fn combinations_of(folder: &str) -> Result<Combinations> {
    let manifest = project::root().join(folder).join("Cargo.toml");
    Ok(combinations(&features(&files::read_text(&manifest)?)))
}

/// Each with its tests: in a workspace others switch features on.
fn by_themselves() -> Result<()> {
    for (package, _) in LIBRARIES {
        let call = format!("clippy --quiet --package {package} --all-targets -- --deny warnings");
        run_compiler(&mut cargo(&call)).with_context(|| format!("{package} by itself"))?;
    }
    Ok(())
}

/// Sets of features.
type Combinations = BTreeSet<BTreeSet<String>>;

/// A feature, and the others of the crate that it brings along.
type Feature = (String, Vec<String>);

/// The features of a manifest but `default`, each on a line of its own.
fn features(manifest: &str) -> Vec<Feature> {
    let table = manifest.split("[features]\n").nth(1).unwrap_or_default();
    let lines = table.split("\n[").next().unwrap_or_default().lines();
    let features = lines.filter_map(|line| {
        let (name, others) = line.split_once(" = [")?;
        let others = others.trim_end_matches(']').split(", ");
        let others = others.map(|other| other.trim_matches('"').to_owned());
        let own = others.filter(|other| !other.is_empty() && !other.contains([':', '/']));
        Some((name.to_owned(), own.collect()))
    });
    features
        .filter(|(name, _)| name != "default" && !name.starts_with('#'))
        .collect()
}

/// Every combination but those of the feature for tests, which the kit of the tests has, each with all that its features
/// bring along, and none twice.
fn combinations(features: &[Feature]) -> Combinations {
    let features = features.iter().filter(|(name, _)| name != "fault");
    let features: Vec<&Feature> = features.collect();
    (0..1_usize << features.len())
        .map(|bits| {
            let chosen = features.iter().enumerate();
            let chosen = chosen.filter(|(place, _)| bits >> place & 1 == 1);
            chosen
                .flat_map(|(_, (name, others))| others.iter().chain([name]).cloned())
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn no_library_of_the_workspace_is_left_out() -> Result<()> {
        for entry in fs::read_dir(project::root().join("crates"))? {
            let folder = entry?.path();
            if folder.join("src/lib.rs").exists() {
                let folder = folder.strip_prefix(project::root())?.to_string_lossy();
                let is_known = LIBRARIES.iter().any(|(_, known)| *known == folder);
                assert!(is_known, "{folder}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_combination_stands_once_with_what_its_features_bring_along() {
        let manifest = "[features]\ndefault = [\"a\"]\n# A comment = [\"x\"].\na = []\nb = [\"a\", \"dep:c\", \"d/e\"]\nfault = []\n\n[dependencies]\nf = [\"g\"]\n";
        let features = features(manifest);
        assert_eq!(
            features,
            [
                ("a".to_owned(), vec![]),
                ("b".to_owned(), vec!["a".to_owned()]),
                ("fault".to_owned(), vec![])
            ]
        );
        let combinations: Vec<Vec<String>> = combinations(&features)
            .into_iter()
            .map(|features| features.into_iter().collect())
            .collect();
        assert_eq!(combinations, [vec![], vec!["a"], vec!["a", "b"]]);
    }
}
