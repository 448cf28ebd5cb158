//! `cargo xtask kit`: what a publisher hosts, from the card's sources to `dist/kit`.
//!
//! The runtime and the reader of foreign formats are built as the preview has them, each in a folder beside that of the
//! loader, and then bundled: each is named after its content, so that it can be cached for ever, and the loader is told the
//! names. The stylesheets of prerendered cards come from the command line, which is compiled for this machine. The kit is
//! written when all of it is there, never in part.

mod abridged;
#[path = "../../styles/compact.rs"]
mod compact;
mod module;
mod names;
mod optimise;
pub mod package;
mod strings;
mod toolkit;

use crate::{
    at_once::both,
    command::{command, run},
    command_line, files, project, tools,
};
use anyhow::{Context, Error, Result, ensure};
use module::MODULES;
pub use module::WASM_FEATURES;
pub use names::without_names;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};
use toolkit::TOOLKITS;
pub use toolkit::write_for_browser as write_toolkit;

/// What is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// What a publisher hosts.
    Kit,
    /// The same with the test-only fault.
    Faulty,
    /// The same with a Yew that is not abridged, which the tests hold the abridged one against.
    Whole,
}

impl Variant {
    /// Where it is put.
    fn folder(self) -> PathBuf {
        match self {
            Self::Kit => project::kit(),
            Self::Faulty => project::faulty_kit(),
            Self::Whole => project::whole_kit(),
        }
    }
}

/// The WebAssembly of the kit's modules, each by its name, as it was before the names of its functions were taken away.
pub fn named_modules() -> Result<Vec<(&'static str, Vec<u8>)>> {
    let work = project::target().join("kit/kit");
    let read = |module: &module::Module| {
        let named = files::read(&module::named(module.name, &work))?;
        Ok((module.name, named))
    };
    MODULES.iter().map(read).collect()
}

/// Builds a kit.
pub fn build(variant: Variant) -> Result<()> {
    let kit = &variant.folder();
    tools::install_for_kit()?;
    // Two chores at a time would write into each other's work.
    let turn = project::target().join("kit.lock");
    let turn = fs::File::create(&turn).with_context(|| format!("creating {}", turn.display()))?;
    turn.lock()
        .context("waiting for another chore that builds a kit")?;

    let name = kit.file_name().context("a kit has a folder")?;
    let work = project::target().join("kit").join(name);
    files::empty(&work)?;
    let loader = work.join("loader");
    files::copy(&project::root().join("src/element/loader"), &loader, &[])?;
    let (modules, toolkits) = compile(variant, &work)?;
    let mut all = Vec::new();
    let mut names = String::new();
    for (module, (glue, wasm)) in MODULES.iter().zip(modules) {
        let hashed = hashed_name(module.name, &glue, &wasm);
        names += &line(module.name, &hashed);
        all.push((format!("{hashed}.js"), glue));
        all.push((format!("{hashed}.wasm"), wasm));
    }
    let labels = labels()?;
    let listed = loader.join("files.js");
    let preview = files::read_text(&listed)?;
    let [hosted, bundled] = [&labels.by_name, &labels.by_table].map(|line| names.clone() + line);
    for names in [&hosted, &bundled] {
        ensure!(
            exports(&preview) == exports(names),
            "src/element/loader/files.js exports other names than the kit would put there:\n{preview}\n{names}"
        );
    }
    for (name, text) in labels.files {
        all.push((name, text.into_bytes()));
    }
    files::write(&listed, hosted)?;
    let entry = minify(&loader.join("article-card.js"), &work)?;
    // For hosts that pin a version, whose files they may have cached for ever, or its hash.
    let version = project::version()?;
    all.push((format!("article-card-{version}.js"), entry.clone()));
    all.push(("article-card.js".to_owned(), entry));
    // The class alone, for those who define it themselves, and for bundlers, which make it small by their own ways.
    files::write(&listed, bundled)?;
    let class = bundle(&loader.join("element.js"), &work, &[])?;
    all.push(("element.js".to_owned(), class));
    let place = place()?;
    all.push(("article-card.css".to_owned(), place.clone().into_bytes()));
    all.extend(command_line::stylesheets()?);
    all.extend(package::files(&all, &place)?);
    all.extend(toolkits);
    write(kit, &all)
}

/// The glue and the WebAssembly of a module.
type Built = (Vec<u8>, Vec<u8>);

/// Glue and WebAssembly of each module, and the files of the toolkits.
///
/// Link-time optimisation runs on one core, and the large toolkit takes as long as all else. So that is compiled at the same
/// time, in a folder of its own, since cargo builds into a folder once at a time.
fn compile(variant: Variant, work: &Path) -> Result<(Vec<Built>, Vec<toolkit::File>)> {
    let [large, small] = &TOOLKITS;
    let (large, others) = both(
        || large.files(variant, work),
        || {
            let modules = MODULES.iter().map(|module| module.build(variant, work));
            let modules: Result<Vec<Built>> = modules.collect();
            Ok::<_, Error>((modules?, small.files(variant, work)?))
        },
    );
    let (modules, small) = others?;
    Ok((modules, [large?, small].concat()))
}

/// Builds `dist/kit`, and says what stands in the head of a page that embeds it.
pub fn build_and_tell() -> Result<()> {
    build(Variant::Kit)?;
    let embed = files::read_text(&project::kit().join(package::embed::NAME))?;
    let hash = package::manifest::style_hash(&place()?);
    println!("\n{embed}\nContent-Security-Policy: style-src '{hash}'");
    Ok(())
}

/// The style that keeps a card's place, which a page has in a `<style>` or as a file: the same bytes, so that one hash allows
/// it.
fn place() -> Result<String> {
    let source = files::read_text(&project::root().join("styles/place.css"))?;
    Ok(compact::compact(&source))
}

/// A file and its text.
type File = (String, String);

/// The labels of each language but English, a file each, and what the loader's list of files says of them. All have the hash
/// of all in their names, so that the loader need not hold one for each.
struct Labels {
    files: Vec<File>,
    /// Where a host has all files in one folder, the name is made of the tag.
    by_name: String,
    /// Bundlers carry along what stands whole in `new URL`; of a name that is made, Vite's server loses the file.
    by_table: String,
}

fn labels() -> Result<Labels> {
    let table = files::read_text(&project::root().join("src/labels.tsv"))?;
    // Of no weight for a reader are the lines for translators and the row that names the columns, and the runtime has English.
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(2)
        .collect();
    let hash = digits(&Sha256::digest(rows.join("\n")));
    let mut files = Vec::new();
    let mut cells = String::new();
    for row in rows {
        let tag = row.split('\t').next().unwrap_or_default();
        let name = format!("article-card-labels-{hash}-{tag}.tsv");
        // Vite would write a small file into the script, for every reader, and as an address that policies refuse.
        cells += &format!(r#""{tag}": new URL("./{name}?no-inline", import.meta.url), "#);
        files.push((name, format!("{row}\n")));
    }
    Ok(Labels {
        files,
        by_name: format!(
            "export const LABELS = tag => new URL(`./article-card-labels-{hash}-${{tag}}.tsv`, import.meta.url);\n"
        ),
        by_table: format!("export const LABELS = tag => ({{ {cells}}})[tag];\n"),
    })
}

/// The line of the loader's list of files for a module of the kit.
fn line(module: &str, hashed: &str) -> String {
    let name = module.to_ascii_uppercase();
    format!(
        r#"export const {name} = {{ script: () => import("./{hashed}.js"), wasm: new URL("./{hashed}.wasm", import.meta.url), broken: 0 }};"#
    ) + "\n"
}

/// What a list of files exports, without where that is.
fn exports(list: &str) -> Vec<&str> {
    let lines = list.lines().filter(|line| line.starts_with("export"));
    lines
        .map(|line| line.split('=').next().unwrap_or_default())
        .collect()
}

fn minify(source: &Path, work: &Path) -> Result<Vec<u8>> {
    bundle(source, work, &["--minify"])
}

fn bundle(source: &Path, work: &Path, options: &[&str]) -> Result<Vec<u8>> {
    let name = source.file_name().context("a source has a name")?;
    let bundled = work.join("bundled").join(name);
    let outfile = format!("--outfile={}", bundled.display());
    // As a module its own names are its own, and can be short; to a stylesheet the format means nothing.
    let mut esbuild = command("esbuild");
    esbuild.args([
        "--bundle",
        "--format=esm",
        "--charset=utf8",
        // Those that have names of their own, and are told apart from this bundle.
        "--external:./article-card-*",
        // Every card is freed by the loader; without this the glue would wait for the garbage collector, too.
        "--define:FinalizationRegistry=undefined",
        "--log-level=warning",
    ]);
    // Comments that tell of a machine's folders are in no file.
    esbuild.current_dir(work).args(options);
    run(esbuild.arg(source).arg(outfile))?;
    files::read(&bundled)
}

/// A name that changes with the content, since hosts are told to let these files be cached for ever.
fn hashed_name(part: &str, glue: &[u8], wasm: &[u8]) -> String {
    let hash = Sha256::new()
        .chain_update(glue)
        .chain_update(wasm)
        .finalize();
    format!("article-card-{part}-{}", digits(&hash))
}

/// The first digits of a hash.
fn digits(hash: &[u8]) -> String {
    let digits = hash.iter().take(4);
    digits.map(|byte| format!("{byte:02x}")).collect()
}

/// Puts the kit in the place of an older one.
fn write(kit: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    files::empty(kit)?;
    for (name, content) in files {
        let path = kit.join(name);
        let folder = path.parent().context("a file has a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
        files::write(&path, content)?;
    }
    let shown = kit.strip_prefix(project::root()).unwrap_or(kit);
    println!("  {} holds {} files", shown.display(), files.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_told_the_names_of_all_modules() {
        let names: String = MODULES
            .iter()
            .map(|module| {
                line(
                    module.name,
                    &format!("article-card-{}-0a1b2c3d", module.name),
                )
            })
            .collect();
        assert_eq!(
            names,
            "export const RUNTIME = { script: () => import(\"./article-card-runtime-0a1b2c3d.js\"), wasm: new URL(\"./article-card-runtime-0a1b2c3d.wasm\", import.meta.url), broken: 0 };\n\
             export const READER = { script: () => import(\"./article-card-reader-0a1b2c3d.js\"), wasm: new URL(\"./article-card-reader-0a1b2c3d.wasm\", import.meta.url), broken: 0 };\n"
        );
        let Labels {
            by_name, by_table, ..
        } = labels().unwrap();
        let preview = include_str!("../../src/element/loader/files.js");
        assert_eq!(exports(preview), exports(&(names.clone() + &by_table)));
        let names = names + &by_name;
        assert_eq!(exports(preview), exports(&names));
        for other in ["export const CARD = {};", &names.repeat(2), ""] {
            assert_ne!(exports(other), exports(&names), "{other}");
        }
    }

    #[test]
    fn each_language_but_english_has_a_file() {
        let Labels {
            files,
            by_name: line,
            by_table,
        } = labels().unwrap();
        let table = include_str!("../../src/labels.tsv");
        let notes = table.lines().take_while(|line| line.starts_with('#'));
        // The row that names the columns, and that of English.
        let rows = table.lines().skip(notes.count() + 2);
        assert_eq!(files.len(), rows.count(), "{line}");
        for (name, row) in &files {
            let (tag, _) = row.split_once('\t').unwrap();
            let address = line.split('`').nth(1).unwrap();
            assert_eq!(
                *name,
                address.trim_start_matches("./").replace("${tag}", tag)
            );
            let cell = format!(r#""{tag}": new URL("./{name}?no-inline", import.meta.url)"#);
            assert!(by_table.contains(&cell), "{cell}\n{by_table}");
            assert_eq!(row.lines().count(), 1, "{name}");
            assert!(
                !row.starts_with("en\t") && !row.starts_with("key\t"),
                "{row}"
            );
            // What translators are told is not downloaded.
            assert!(!row.contains('#') && !row.contains("unsure"), "{row}");
        }
    }

    #[test]
    fn the_name_of_a_module_changes_with_either_of_its_files() {
        let name = hashed_name("runtime", b"glue", b"wasm");
        assert_eq!(name, hashed_name("runtime", b"glue", b"wasm"));
        assert_ne!(name, hashed_name("runtime", b"glue!", b"wasm"));
        assert_ne!(name, hashed_name("runtime", b"glue", b"wasm!"));
        assert_eq!(name.len(), "article-card-runtime-".len() + 8);
    }
}
