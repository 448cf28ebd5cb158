//! Reads the folder: what is not there is left out, and a line that cannot be read is counted.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The records of a file with one on each line, and how many lines are none.
pub fn lines<T: DeserializeOwned>(path: &Path) -> Result<Option<(Vec<T>, usize)>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut unreadable = 0;
    let mut records = Vec::new();
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(record) => records.push(record),
            Err(_) => unreadable += 1,
        }
    }
    Ok(Some((records, unreadable)))
}

/// Every JSON file of the folder and the folders in it, sorted by name.
pub fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    gather(folder, &mut found)?;
    found.sort();
    Ok(found)
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let entries = fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, found)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            found.push(path);
        }
    }
    Ok(())
}

/// The path within the folder, as the lists print it.
pub fn name(path: &Path, folder: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    path.to_string_lossy().into_owned()
}

/// A list of texts.
pub fn texts(path: &Path) -> Result<Option<Vec<String>>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    let texts = serde_json::from_slice(&text);
    Ok(Some(texts.with_context(|| {
        format!("{} is no list of texts", path.display())
    })?))
}
