//! Files, read and written with their names in what goes wrong.

use anyhow::{Context, Result};
use std::{fs, path::Path};

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("listing {}", from.display()))? {
        let path = entry?.path();
        let copied = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            write(&copied, read(&path)?)?;
        }
    }
    Ok(())
}

/// Copies a folder with all that is below it, but for the folders of that name.
pub fn copy_all(from: &Path, to: &Path, but: &str) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("listing {}", from.display()))? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        match path.is_dir() {
            true if name == but => (),
            true => copy_all(&path, &to.join(name), but)?,
            false => write(&to.join(name), read(&path)?)?,
        }
    }
    Ok(())
}
