//! `cargo xtask kit`: what a publisher hosts, from the card's sources to `dist/kit`.
//!
//! cargo → wasm-bindgen → wasm-opt → esbuild, then the runtime is named after its content, so that it can be cached
//! for ever, and the loader is told that name. The kit is written when all of it is there, never in part.

use crate::{
    command::{cargo, command, output, run, run_compiler},
    project, slim, tools,
};
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The loader's line that names the runtime, as it stands in `src/element.js` for the preview.
const PREVIEW_RUNTIME: &str = r#"const RUNTIME = { glue: "./runtime/article-card.js", wasm: "./runtime/article-card_bg.wasm" };"#;

/// What Rust's compiler and wasm-bindgen may emit, and every browser that can show a card understands.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the loader calls of the glue; its own way of fetching the WebAssembly is left out.
const GLUE: &str = r#"export { Card, css, initSync, watch } from "./bound/runtime.js";"#;

/// Builds `dist/kit`.
pub fn kit() -> Result<()> {
    build("element", &project::kit())
}

/// Builds the kit with the test-only fault, `dist/kit-fault`.
pub fn faulty_kit() -> Result<()> {
    build("element,fault", &project::faulty_kit())
}

fn build(features: &str, kit: &Path) -> Result<()> {
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
    fs::create_dir_all(&work).with_context(|| format!("creating {}", work.display()))?;

    let slim = work.join("slim.wasm");
    write_file(&slim, slim::stub(&read(&compile(features)?)?)?)?;
    let bound = bind(&slim, &work)?;
    let (wasm, glue) = (bound.join("runtime_bg.wasm"), bound.join("runtime.js"));
    let (short_wasm, short_glue) = slim::shorten(&read(&wasm)?, &String::from_utf8(read(&glue)?)?)?;
    write_file(&wasm, short_wasm)?;
    write_file(&glue, short_glue)?;
    let wasm = optimise(&wasm, &work)?;
    let entry = work.join("glue.js");
    write_file(&entry, GLUE)?;
    let glue = minify(&entry, &work)?;
    let runtime = runtime_name(&glue, &wasm);
    let files = [
        ("article-card.js".to_owned(), loader(&runtime, &work)?),
        (
            "article-card.css".to_owned(),
            minify(&project::root().join("styles/place.css"), &work)?,
        ),
        (format!("{runtime}.js"), glue),
        (format!("{runtime}.wasm"), wasm),
    ];
    write(kit, &files)
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
fn bind(compiled: &Path, work: &Path) -> Result<PathBuf> {
    let folder = work.join("bound");
    let mut bindgen = command("wasm-bindgen");
    bindgen
        .args([
            "--target",
            "web",
            "--out-name",
            "runtime",
            "--no-typescript",
        ])
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
    let optimised = work.join("runtime.wasm");
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

/// The loader, which is told the runtime's name.
fn loader(runtime: &str, work: &Path) -> Result<Vec<u8>> {
    let source = project::root().join("src/element.js");
    let text =
        fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
    let named = work.join("article-card.js");
    fs::write(&named, name_runtime(&text, runtime)?)
        .with_context(|| format!("writing {}", named.display()))?;
    minify(&named, work)
}

/// The loader's text with the kit's runtime in the place of the preview's.
fn name_runtime(loader: &str, runtime: &str) -> Result<String> {
    let found = loader
        .lines()
        .filter(|line| *line == PREVIEW_RUNTIME)
        .count();
    ensure!(
        found == 1,
        "src/element.js must hold this line once, and holds it {found} times; change xtask/src/kit.rs with it:\n{PREVIEW_RUNTIME}"
    );
    let line =
        format!(r#"const RUNTIME = {{ glue: "./{runtime}.js", wasm: "./{runtime}.wasm" }};"#);
    Ok(loader.replace(PREVIEW_RUNTIME, &line))
}

/// A name that changes with the content, since hosts are told to let these files be cached for ever.
fn runtime_name(glue: &[u8], wasm: &[u8]) -> String {
    let hash = Sha256::new()
        .chain_update(glue)
        .chain_update(wasm)
        .finalize();
    let digits: String = hash
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("article-card-runtime-{digits}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_told_the_name_of_the_runtime() -> Result<()> {
        let loader = format!("// A loader.\n{PREVIEW_RUNTIME}\nstart(RUNTIME);\n");
        let named = name_runtime(&loader, "article-card-runtime-0a1b2c3d")?;
        assert!(named.contains(r#"glue: "./article-card-runtime-0a1b2c3d.js""#));
        assert!(named.contains(r#"wasm: "./article-card-runtime-0a1b2c3d.wasm""#));
        assert!(named.ends_with("start(RUNTIME);\n"));
        Ok(())
    }

    #[test]
    fn a_loader_that_names_its_runtime_otherwise_is_an_error() {
        assert!(
            name_runtime(
                "const RUNTIME = \"card\";\n",
                "article-card-runtime-0a1b2c3d"
            )
            .is_err()
        );
        let twice = format!("{PREVIEW_RUNTIME}\n{PREVIEW_RUNTIME}\n");
        assert!(name_runtime(&twice, "article-card-runtime-0a1b2c3d").is_err());
    }

    #[test]
    fn the_name_of_the_runtime_changes_with_either_of_its_files() {
        let name = runtime_name(b"glue", b"wasm");
        assert_eq!(name, runtime_name(b"glue", b"wasm"));
        assert_ne!(name, runtime_name(b"glue!", b"wasm"));
        assert_ne!(name, runtime_name(b"glue", b"wasm!"));
        assert_eq!(name.len(), "article-card-runtime-".len() + 8);
    }
}
