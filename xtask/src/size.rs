//! `cargo xtask size`: what the kit weighs, written into the documents, and the budgets that a check holds it to; and of the
//! WebAssembly, what each crate and each large function weigh, of which the check lets none grow unseen.
//!
//! Sizes of files are what a host sends with brotli at its highest quality, 11; a KB is 1000 bytes.

mod documents;
mod figures;
mod functions;

use crate::{
    kit::{self, Variant},
    project,
};
use anyhow::{Context, Result, ensure};
use brotli::enc::{BrotliCompress, BrotliEncoderParams};
use std::fs;

/// Files that are downloaded together, and the most that they may weigh, compressed.
struct Download {
    about: &'static str,
    has: fn(&str) -> bool,
    budget: usize,
}

const DOWNLOADS: [Download; 2] = [
    Download {
        about: "every page: loader, runtime",
        has: |name| name == "article-card.js" || name.starts_with("article-card-runtime-"),
        budget: 61_000,
    },
    Download {
        about: "JSON-LD or ninjs: the reader, too",
        has: |name| name.starts_with("article-card-reader-"),
        budget: 54_000,
    },
];

/// What no page downloads: the WebAssembly of a server, or of a tool.
const TOOLKITS: [Download; 2] = [
    Download {
        about: "article-card/toolkit, all formats",
        has: |name| name == "toolkit/toolkit.wasm",
        budget: 700_000,
    },
    Download {
        about: "article-card/render, fewer formats",
        has: |name| name == "toolkit/render.wasm",
        budget: 150_000,
    },
];

/// The most that the loader may weigh, which every page downloads whatever comes of it.
const LOADER: usize = 2_900;

/// A file of the kit.
struct File {
    name: String,
    raw: usize,
    compressed: usize,
}

/// Builds the kit, prints what it weighs, and writes it into the documents.
pub fn size() -> Result<()> {
    kit::build(Variant::Kit)?;
    let files = weigh()?;
    println!(
        "\n{:<40} {:>9} {:>9} {:>9}",
        "file", "raw", "brotli 11", "budget"
    );
    let mut rest: Vec<&File> = files.iter().collect();
    for download in DOWNLOADS.iter().chain(&TOOLKITS) {
        let (of_it, others) = rest
            .into_iter()
            .partition(|file| (download.has)(&file.name));
        rest = others;
        print_files(&of_it);
        let (raw, compressed) = sum(&of_it);
        let Download { about, budget, .. } = download;
        println!("{about:<40} {raw:>9} {compressed:>9} {budget:>9}\n");
    }
    print_files(&rest);
    let modules = functions::modules()?;
    for module in &modules {
        module.print();
    }
    figures::write(&modules)?;
    documents::write(&files)
}

fn print_files(files: &[&File]) {
    for File {
        name,
        raw,
        compressed,
    } in files
    {
        println!("{name:<40} {raw:>9} {compressed:>9}");
    }
}

/// Fails when something in `dist/kit` is over its budget, or weighs something else than the documents say.
pub fn check() -> Result<()> {
    let files = weigh()?;
    for Download { about, has, budget } in DOWNLOADS.iter().chain(&TOOLKITS) {
        let of_it: Vec<&File> = files.iter().filter(|file| has(&file.name)).collect();
        let (_, compressed) = sum(&of_it);
        ensure!(
            compressed <= *budget,
            "{about}: {compressed} bytes (brotli 11), and the budget is {budget}; `cargo xtask size` prints the files"
        );
        println!("  {about}: {compressed} bytes, brotli 11; the budget is {budget}");
    }
    figures::check(&functions::modules()?)?;
    let loader = files.iter().find(|file| file.name == "article-card.js");
    let loader = loader.context("the kit has a loader")?.compressed;
    ensure!(
        loader <= LOADER,
        "the loader: {loader} bytes (brotli 11), and the budget is {LOADER}"
    );
    println!("  the loader: {loader} bytes, brotli 11; the budget is {LOADER}");
    documents::check(&files)
}

/// All files of the kit, those of the toolkit with its folder before their names.
fn weigh() -> Result<Vec<File>> {
    let mut files = Vec::new();
    for folder in ["", "toolkit/"] {
        let path = project::kit().join(folder);
        for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                continue;
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            files.push(File {
                name: format!("{folder}{name}"),
                raw: content.len(),
                compressed: compressed_length(&content)?,
            });
        }
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

fn sum(files: &[&File]) -> (usize, usize) {
    let raw = files.iter().map(|file| file.raw).sum();
    (raw, files.iter().map(|file| file.compressed).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_the_cards_own_json_downloads_no_reader() {
        let [own, foreign] = &DOWNLOADS;
        for (name, is_own, is_foreign) in [
            ("article-card.js", true, false),
            ("article-card-runtime-0a1b2c3d.js", true, false),
            ("article-card-runtime-0a1b2c3d.wasm", true, false),
            ("article-card-reader-0a1b2c3d.js", false, true),
            ("article-card-reader-0a1b2c3d.wasm", false, true),
            ("article-card.css", false, false),
        ] {
            assert_eq!(((own.has)(name), (foreign.has)(name)), (is_own, is_foreign));
        }
    }

    #[test]
    fn what_repeats_itself_weighs_little() -> Result<()> {
        assert!(compressed_length(&[b'a'; 10_000])? < 50);
        Ok(())
    }
}
