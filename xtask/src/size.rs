//! `cargo xtask size`: what the kit weighs, and the budget that a check holds it to.
//!
//! Sizes are what a host sends with brotli at its highest quality, 11; a KB is 1000 bytes.

use crate::{kit, project};
use anyhow::{Context, Result, ensure};
use brotli::enc::{BrotliCompress, BrotliEncoderParams};
use std::fs;

/// The most that loader, glue and WebAssembly may weigh together, compressed.
const BUDGET: usize = 75_000;

/// A file of the kit.
struct File {
    name: String,
    raw: usize,
    compressed: usize,
}

/// Builds the kit and prints what it weighs.
pub fn size() -> Result<()> {
    kit::kit()?;
    let files = weigh()?;
    println!("\n{:<40} {:>9} {:>9}", "file", "raw", "brotli 11");
    for File {
        name,
        raw,
        compressed,
    } in &files
    {
        println!("{name:<40} {raw:>9} {compressed:>9}");
    }
    let raw: usize = downloads(&files).map(|file| file.raw).sum();
    println!(
        "{:<40} {raw:>9} {:>9}",
        "loader + glue + WebAssembly",
        download(&files)
    );
    println!("{:<40} {:>9} {BUDGET:>9}", "budget", "");
    Ok(())
}

/// Fails when the kit in `dist/kit` is over the budget.
pub fn check() -> Result<()> {
    let download = download(&weigh()?);
    ensure!(
        download < BUDGET,
        "a card downloads {download} bytes (loader, glue and WebAssembly, brotli 11), the budget is {BUDGET}: \
         `cargo xtask size` prints the files"
    );
    println!("  a card downloads {download} bytes, brotli 11; the budget is {BUDGET}");
    Ok(())
}

fn weigh() -> Result<Vec<File>> {
    let kit = project::kit();
    let mut files = Vec::new();
    for entry in fs::read_dir(&kit).with_context(|| format!("reading {}", kit.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let compressed = compressed_length(&content)?;
        files.push(File {
            name,
            raw: content.len(),
            compressed,
        });
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

fn compressed_length(content: &[u8]) -> Result<usize> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    BrotliCompress(&mut &*content, &mut compressed, &parameters).context("compressing")?;
    Ok(compressed.len())
}

/// The files that a card needs to be drawn: all but the stylesheet, which a page may do without.
fn downloads(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| !file.name.ends_with(".css"))
}

fn download(files: &[File]) -> usize {
    downloads(files).map(|file| file.compressed).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_download_is_everything_but_the_stylesheet() {
        let file = |name: &str, compressed| File {
            name: name.to_owned(),
            raw: 0,
            compressed,
        };
        let files = [file("a.js", 2), file("a.css", 100), file("b.wasm", 3)];
        assert_eq!(download(&files), 5);
    }

    #[test]
    fn what_repeats_itself_weighs_little() -> Result<()> {
        assert!(compressed_length(&[b'a'; 10_000])? < 50);
        Ok(())
    }
}
