//! Files, read and written with their names in what goes wrong.

use anyhow::{Context, Result};
use std::{collections::BTreeMap, fs, path::Path};

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

/// Makes a folder with nothing in it.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))
}

/// The files of a folder and of those in it, with their content, by their names from there on, such as `toolkit/render.wasm`.
pub fn read_all(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("listing {}", folder.display()))? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        if path.is_dir() {
            let below = read_all(&path)?.into_iter();
            all.extend(below.map(|(below, content)| (format!("{name}/{below}"), content)));
        } else {
            all.insert(name.into_owned(), read(&path)?);
        }
    }
    Ok(all)
}

/// Copies a folder with all that is below it, but for files and folders of these names.
pub fn copy(from: &Path, to: &Path, but: &[&str]) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("listing {}", from.display()))? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        if but.iter().any(|but| name == *but) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name), but)?;
        } else {
            fs::copy(&path, to.join(name))
                .with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}
