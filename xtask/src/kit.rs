//! `cargo xtask kit`: what a publisher hosts, from the card's sources to `dist/kit`.
//!
//! cargo → wasm-bindgen → wasm-opt → esbuild, for the runtime and for the reader of foreign formats; then each is named
//! after its content, so that it can be cached for ever, and the loader is told the names. The stylesheets of prerendered
//! cards come from the command line, which is compiled for this machine. The kit is written when all of it is there,
//! never in part.

use crate::{
    command::{cargo, command, output, run, run_compiler},
    command_line, project,
    slim::{self, Stub, Table},
    tools,
};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// A WebAssembly of the kit with its glue.
struct Part {
    name: &'static str,
    /// The line of `src/element.js` that names its files in the preview.
    preview: &'static str,
    /// The constant in that line.
    constant: &'static str,
    features: &'static str,
    /// What cannot be reached in it, though the linker has to keep it.
    stubs: &'static [Stub],
    /// What only these have read.
    tables: &'static [Table],
}

const PARTS: [Part; 2] = [
    Part {
        name: "runtime",
        preview: r#"const RUNTIME = { glue: "./runtime/article-card.js", wasm: "./runtime/article-card_bg.wasm" };"#,
        constant: "RUNTIME",
        features: "element",
        stubs: &slim::RUNTIME,
        tables: &slim::RUNTIME_TABLES,
    },
    Part {
        name: "reader",
        preview: r#"const READER = { glue: "./reader.js", wasm: "./runtime/article-card_bg.wasm" };"#,
        constant: "READER",
        features: "reader",
        stubs: &slim::READER,
        tables: &slim::READER_TABLES,
    },
];

/// What Rust's compiler and wasm-bindgen may emit, and every browser that can show a card understands.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the loader calls of the runtime's glue; its own way of fetching the WebAssembly is left out.
const RUNTIME_GLUE: &str = r#"export { Card, css, initSync, watch } from "./bound/runtime.js";"#;

/// Where `src/reader.js` finds its glue in the preview, and where in the kit.
const READER_GLUE: [&str; 2] = [
    r#"from "./runtime/article-card.js?reader";"#,
    r#"from "./bound/reader.js";"#,
];

/// Builds `dist/kit`.
pub fn kit() -> Result<()> {
    build("", &project::kit())
}

/// Builds the kit with the test-only fault, `dist/kit-fault`.
pub fn faulty_kit() -> Result<()> {
    build(",fault", &project::faulty_kit())
}

fn build(more_features: &str, kit: &Path) -> Result<()> {
    tools::install_for_kit()?;
    // Two chores at a time would write into each other's work.
    let turn = project::target().join("kit.lock");
    let turn = fs::File::create(&turn).with_context(|| format!("creating {}", turn.display()))?;
    turn.lock()
        .context("waiting for another chore that builds a kit")?;

    let name = kit.file_name().context("a kit has a folder")?;
    let work = project::target().join("kit").join(name);
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| format!("emptying {}", work.display()))?;
    }
    let mut loader = read_text(&project::root().join("src/element.js"))?;
    let mut files = Vec::new();
    for part in &PARTS {
        let work = work.join(part.name);
        fs::create_dir_all(&work).with_context(|| format!("creating {}", work.display()))?;
        let (glue, wasm) = part.build(more_features, &work)?;
        let hashed = hashed_name(part.name, &glue, &wasm);
        loader = part.named(&loader, &hashed)?;
        files.push((format!("{hashed}.js"), glue));
        files.push((format!("{hashed}.wasm"), wasm));
    }
    let named = work.join("article-card.js");
    write_file(&named, loader)?;
    files.push(("article-card.js".to_owned(), minify(&named, &work)?));
    let css = minify(&project::root().join("styles/place.css"), &work)?;
    files.push(("article-card.css".to_owned(), css));
    files.extend(command_line::stylesheets()?);
    write(kit, &files)
}

impl Part {
    /// Its glue and its WebAssembly.
    fn build(&self, more_features: &str, work: &Path) -> Result<(Vec<u8>, Vec<u8>)> {
        let compiled = read(&compile(&[self.features, more_features].concat())?)?;
        let slim = work.join("slim.wasm");
        write_file(&slim, slim::stub(&compiled, self.stubs)?)?;
        let bound = bind(&slim, self.name, work)?;
        let wasm = bound.join(format!("{}_bg.wasm", self.name));
        let glue = bound.join(format!("{}.js", self.name));
        let (short_wasm, short_glue) = slim::shorten(&read(&wasm)?, &read_text(&glue)?)?;
        write_file(&wasm, short_wasm)?;
        write_file(&glue, short_glue)?;
        let wasm = slim::blank(&optimise(&wasm, work)?, self.tables)?;
        let entry = work.join("glue.js");
        write_file(&entry, self.glue()?)?;
        Ok((minify(&entry, work)?, wasm))
    }

    /// What its script is bundled from.
    fn glue(&self) -> Result<String> {
        if self.name == "runtime" {
            return Ok(RUNTIME_GLUE.to_owned());
        }
        let [preview, kit] = READER_GLUE;
        let script = read_text(&project::root().join("src/reader.js"))?;
        ensure!(
            script.matches(preview).count() == 1,
            "src/reader.js must import its glue once {preview} change xtask/src/kit.rs with it"
        );
        Ok(script.replace(preview, kit))
    }

    /// The loader's text with the kit's files in the place of the preview's.
    fn named(&self, loader: &str, hashed: &str) -> Result<String> {
        let Part {
            preview, constant, ..
        } = self;
        let found = loader.lines().filter(|line| line == preview).count();
        ensure!(
            found == 1,
            "src/element.js must hold this line once, and holds it {found} times; change xtask/src/kit.rs with it:\n{preview}"
        );
        let line =
            format!(r#"const {constant} = {{ glue: "./{hashed}.js", wasm: "./{hashed}.wasm" }};"#);
        Ok(loader.replace(preview, &line))
    }
}

/// Compiles the card's library for the browser.
fn compile(features: &str) -> Result<PathBuf> {
    println!("  compiling the card with the features {features}");
    // The library is also an rlib, and beside one rustc leaves link-time optimisation out: 19 KB more.
    let build = "rustc --package article-card --lib --crate-type cdylib --target wasm32-unknown-unknown --profile wasm --no-default-features";
    let flags = "CARGO_ENCODED_RUSTFLAGS";
    run_compiler(
        cargo(build)
            .args(["--features", features])
            .env(flags, short_paths()?),
    )?;
    Ok(project::target().join("wasm32-unknown-unknown/wasm/article_card.wasm"))
}

/// Panic messages name source files: without the folders of this machine they are the same on every machine, which a
/// name by content needs, and 2 KB shorter.
fn short_paths() -> Result<String> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("cargo has a home")?;
    let sources = cargo_home.join("registry/src");
    let registries =
        fs::read_dir(&sources).with_context(|| format!("listing {}", sources.display()))?;
    let mut folders = vec![
        project::root().to_owned(),
        Path::new(&sysroot).join("lib/rustlib/src/rust/library"),
    ];
    for registry in registries {
        folders.push(registry?.path());
    }
    let remap = |folder: &PathBuf| format!("--remap-path-prefix={}=", folder.display());
    Ok(folders.iter().map(remap).collect::<Vec<_>>().join("\x1f"))
}

/// Writes the glue between JavaScript and the WebAssembly.
fn bind(compiled: &Path, name: &str, work: &Path) -> Result<PathBuf> {
    let folder = work.join("bound");
    let mut bindgen = command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--out-name", name, "--no-typescript"])
        .args(["--remove-name-section", "--remove-producers-section"])
        // The loader says where the WebAssembly is: its name holds the hash of the glue too.
        .arg("--omit-default-module-path")
        .arg("--out-dir")
        .arg(&folder)
        .arg(compiled);
    run(&mut bindgen)?;
    ensure!(
        !folder.join("snippets").exists(),
        "a dependency brings JavaScript snippets, which the kit has no place for: {}",
        folder.join("snippets").display()
    );
    Ok(folder)
}

fn optimise(wasm: &Path, work: &Path) -> Result<Vec<u8>> {
    println!("  optimising the WebAssembly");
    let optimised = work.join("optimised.wasm");
    let mut wasm_opt = command("wasm-opt");
    // Functions that are called once are left alone above 25 bytes: as themselves they compress better (0.4 KB).
    wasm_opt
        .args(["-Oz", "--converge", "-ocimfs", "25"])
        .args(WASM_FEATURES);
    run(wasm_opt.arg(wasm).arg("--output").arg(&optimised))?;
    read(&optimised)
}

fn write_file(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

fn minify(source: &Path, work: &Path) -> Result<Vec<u8>> {
    let name = source.file_name().context("a source has a name")?;
    let minified = work.join("minified").join(name);
    let outfile = format!("--outfile={}", minified.display());
    // As a module its own names are its own, and can be short; to a stylesheet the format means nothing.
    let mut esbuild = command("esbuild");
    esbuild.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    run(esbuild.arg(source).arg(outfile))?;
    read(&minified)
}

/// A name that changes with the content, since hosts are told to let these files be cached for ever.
fn hashed_name(part: &str, glue: &[u8], wasm: &[u8]) -> String {
    let hash = Sha256::new()
        .chain_update(glue)
        .chain_update(wasm)
        .finalize();
    let digits: String = hash
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("article-card-{part}-{digits}")
}

/// Puts the kit in the place of an older one.
fn write(kit: &Path, files: &[(String, Vec<u8>)]) -> Result<()> {
    if kit.exists() {
        fs::remove_dir_all(kit).with_context(|| format!("emptying {}", kit.display()))?;
    }
    fs::create_dir_all(kit).with_context(|| format!("creating {}", kit.display()))?;
    for (name, content) in files {
        fs::write(kit.join(name), content).with_context(|| format!("writing {name}"))?;
    }
    let shown = kit.strip_prefix(project::root()).unwrap_or(kit);
    println!("  {} holds {} files", shown.display(), files.len());
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_told_the_names_of_both_parts() -> Result<()> {
        let [runtime, reader] = &PARTS;
        let loader = format!(
            "// A loader.\n{}\n{}\nstart(RUNTIME);\n",
            runtime.preview, reader.preview
        );
        let named = runtime.named(&loader, "article-card-runtime-0a1b2c3d")?;
        let named = reader.named(&named, "article-card-reader-1a2b3c4d")?;
        assert_eq!(
            named,
            "// A loader.\n\
             const RUNTIME = { glue: \"./article-card-runtime-0a1b2c3d.js\", wasm: \"./article-card-runtime-0a1b2c3d.wasm\" };\n\
             const READER = { glue: \"./article-card-reader-1a2b3c4d.js\", wasm: \"./article-card-reader-1a2b3c4d.wasm\" };\n\
             start(RUNTIME);\n"
        );
        Ok(())
    }

    #[test]
    fn a_loader_that_names_its_parts_otherwise_is_an_error() {
        for part in &PARTS {
            let once = part.preview;
            assert!(part.named(once, "article-card-part-0a1b2c3d").is_ok());
            for loader in ["const RUNTIME = \"card\";\n", &format!("{once}\n{once}\n")] {
                assert!(part.named(loader, "article-card-part-0a1b2c3d").is_err());
            }
        }
    }

    #[test]
    fn the_reader_is_bundled_with_its_own_glue() -> Result<()> {
        let [_, reader] = &PARTS;
        let script = reader.glue()?;
        assert!(script.contains("./bound/reader.js") && !script.contains("./runtime/"));
        Ok(())
    }

    #[test]
    fn the_name_of_a_part_changes_with_either_of_its_files() {
        let name = hashed_name("runtime", b"glue", b"wasm");
        assert_eq!(name, hashed_name("runtime", b"glue", b"wasm"));
        assert_ne!(name, hashed_name("runtime", b"glue!", b"wasm"));
        assert_ne!(name, hashed_name("runtime", b"glue", b"wasm!"));
        assert_eq!(name.len(), "article-card-runtime-".len() + 8);
    }
}
