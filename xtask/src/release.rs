//! `cargo xtask release`: what a release would hold, in `dist/release`.
//!
//! That is the kit as a package of npm and as a zip, the packages of the crates, and the checksums of all. Nothing of it
//! depends on the time or on the folder that it is built in, so that whoever builds the same commit can compare; it can be
//! built twice to show that. Nothing is published.

mod twin;

use crate::{files, kit, packages, project};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{Cursor, Write},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// What may be asked of a release.
#[derive(Default)]
pub struct Options {
    /// Whether it may hold what is not committed.
    pub is_dirty_allowed: bool,
    /// Whether it is built once more in another folder, and refused where a byte differs.
    pub is_twice: bool,
}

/// Builds the kit, and `dist/release` of it.
pub fn release(options: &Options) -> Result<()> {
    kit::build(kit::Variant::Kit)?;
    pack(options)?;
    if options.is_twice {
        twin::compare()?;
    }
    Ok(())
}

/// Packs the kit that is built, and fails where something of a release is missing.
pub fn check() -> Result<()> {
    pack(&Options {
        is_dirty_allowed: true,
        ..Options::default()
    })?;
    let names: Vec<String> = files::read_all(&project::release())?.into_keys().collect();
    for (kind, wanted) in [(".crate", 3), (".tgz", 1), (".zip", 1), ("SHA256SUMS", 1)] {
        let count = names.iter().filter(|name| name.ends_with(kind)).count();
        ensure!(count == wanted, "{count} files {kind} in {names:?}");
    }
    Ok(())
}

/// Packs `dist/kit` and the crates.
fn pack(options: &Options) -> Result<()> {
    let folder = project::release();
    files::empty(&folder)?;
    // First, since cargo says what is not committed.
    let work = project::target().join("packages");
    for package in packages::pack(&work, options.is_dirty_allowed)? {
        let name = package.file_name().context("a package has a name")?;
        files::write(&folder.join(name), files::read(&package)?)?;
    }
    kit::package::check::pack(&folder)?;
    let version = project::version()?;
    let kit = files::read_all(&project::kit())?;
    let zipped = zipped(&format!("article-card-{version}"), &kit)?;
    files::write(
        &folder.join(format!("article-card-kit-{version}.zip")),
        zipped,
    )?;
    let all = files::read_all(&folder)?;
    files::write(&folder.join("SHA256SUMS"), checksums(&all))?;
    println!("  dist/release holds");
    for (name, content) in &all {
        println!("  {name:<34} {:>9} bytes", content.len());
    }
    Ok(())
}

/// The files in a folder of this name, always of the same date and in the order of their names.
fn zipped(folder: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in files {
        zip.start_file(format!("{folder}/{name}"), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A line for each file, as `sha256sum --check` reads it.
fn checksums(files: &BTreeMap<String, Vec<u8>>) -> String {
    let line = |(name, content): (&String, &Vec<u8>)| {
        let hash: String = Sha256::digest(content)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("{hash}  {name}\n")
    };
    files.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn two_files() -> BTreeMap<String, Vec<u8>> {
        let files = [("b.js", "abc".repeat(99)), ("a.wasm", "abc".to_owned())];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        files.into()
    }

    #[test]
    fn a_zip_holds_every_file_in_one_folder_with_no_date() {
        let zipped = zipped("article-card-1.2.3", &two_files()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(zipped)).unwrap();
        let mut seen = Vec::new();
        for place in 0..archive.len() {
            let mut file = archive.by_index(place).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            assert_eq!(file.last_modified(), Some(DateTime::default()));
            seen.push((file.name().unwrap().into_owned(), content.len()));
        }
        let wanted = [
            ("article-card-1.2.3/a.wasm".to_owned(), 3),
            ("article-card-1.2.3/b.js".to_owned(), 297),
        ];
        assert_eq!(seen, wanted);
    }

    #[test]
    fn a_checksum_is_that_of_the_file() {
        let sums = checksums(&two_files());
        // The example of FIPS 180.
        let first = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.wasm";
        assert_eq!(sums.lines().next(), Some(first));
        assert!(sums.ends_with("  b.js\n"), "{sums}");
    }
}
