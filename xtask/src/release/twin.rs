//! A release built once more, from the same sources in another folder, and compared byte by byte.

use crate::{
    command::{command, run},
    files, project,
};
use anyhow::{Context, Result, ensure};
use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

/// What is made of the sources, and is not copied with them.
const MADE: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// Builds what is in `dist/release` in another folder, and fails where a byte differs.
pub fn compare() -> Result<()> {
    // Longer than the root, and deeper.
    let folder = project::target().join("release-twice/another-folder");
    let twin = copy_of_sources(&folder)?;
    println!("  building it again in {}", twin.display());
    let program = env::current_exe().context("finding xtask")?;
    let mut release = command(program);
    release.args(["release", "--allow-dirty"]);
    run(release.env(project::ANOTHER_ROOT, &twin))?;
    let (one, other) = (project::release(), twin.join("dist/release"));
    let differing = differing(&files::read_all(&one)?, &files::read_all(&other)?);
    ensure!(
        differing.is_empty(),
        "two builds differ in {}; compare {} with {}",
        differing.join(", "),
        one.display(),
        other.display()
    );
    println!("  both builds are the same, byte by byte");
    fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))
}

/// The names of the files that only one has, or that are not the same.
fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names = one
        .keys()
        .chain(other.keys().filter(|name| !one.contains_key(*name)));
    let names = names.filter(|name| one.get(*name) != other.get(*name));
    names.cloned().collect()
}

/// The sources as they stand, with the history to which cargo says that a package belongs.
fn copy_of_sources(folder: &Path) -> Result<PathBuf> {
    files::empty(folder)?;
    let twin = folder.join("article-card");
    let root = project::root();
    if root.join(".git").exists() {
        let mut clone = command("git");
        clone.args(["clone", "--quiet", "--shared", "--no-checkout"]);
        run(clone.arg(root).arg(&twin))?;
        run(command("git")
            .arg("-C")
            .arg(&twin)
            .args(["reset", "--quiet"]))?;
    }
    files::copy(root, &twin, &MADE)?;
    // Which the chores take for granted, since cargo makes it where it compiles them.
    files::empty(&twin.join("target"))?;
    Ok(twin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_and_one_file_make_a_difference() {
        let files = |all: &[(&str, &str)]| -> BTreeMap<String, Vec<u8>> {
            let all = all.iter();
            all.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect()
        };
        let one = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = files(&[("a", "1"), ("b", "3"), ("d", "3")]);
        assert!(differing(&one, &one).is_empty());
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
    }
}
