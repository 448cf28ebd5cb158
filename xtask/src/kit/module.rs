//! One WebAssembly of the kit with its glue: cargo → wasm-bindgen → wasm-opt.

use super::minify;
use crate::{
    command::{cargo, command, output, run, run_compiler},
    files, project,
    slim::{self, Stub, Table},
};
use anyhow::{Context, Result, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// A WebAssembly of the kit.
pub struct Module {
    pub name: &'static str,
    package: &'static str,
    feature: &'static str,
    /// The script that is bundled with its glue: one of the loader's folder, or these lines.
    script: Script,
    /// What cannot be reached in it, though the linker has to keep it.
    stubs: &'static [Stub],
    /// What only these have read.
    tables: &'static [Table],
}

enum Script {
    InLoader(&'static str),
    Lines(&'static str),
}

pub const MODULES: [Module; 2] = [
    Module {
        name: "runtime",
        package: "article-card",
        feature: "element",
        // What the loader calls.
        script: Script::Lines(
            r#"export { Card, css, default, labels, watch } from "../runtime/article-card.js";"#,
        ),
        stubs: &slim::RUNTIME,
        tables: &slim::RUNTIME_TABLES,
    },
    Module {
        name: "reader",
        package: "article-card-reader",
        feature: "module",
        script: Script::InLoader("reader.js"),
        stubs: &slim::READER,
        tables: &[],
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

impl Module {
    /// Its glue and its WebAssembly. `work` has the loader's folder in it, and gets this module's beside it, as the preview
    /// has them.
    pub fn build(&self, is_faulty: bool, work: &Path) -> Result<(Vec<u8>, Vec<u8>)> {
        let compiled = files::read(&self.compile(is_faulty)?)?;
        let folder = work.join(self.name);
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        let slim = folder.join("slim.wasm");
        files::write(&slim, slim::stub(&compiled, self.stubs)?)?;
        self.bind(&slim, &folder)?;
        let glue = folder.join(format!("{}.js", self.package));
        let wasm = folder.join(format!("{}_bg.wasm", self.package));
        let (short_wasm, short_glue) =
            slim::shorten(&files::read(&wasm)?, &files::read_text(&glue)?)?;
        files::write(&wasm, short_wasm)?;
        files::write(&glue, started_by_loader(&short_glue)?)?;
        let wasm = slim::blank(&optimise(&wasm, &folder)?, self.tables)?;
        let loader = work.join("loader");
        let entry = match self.script {
            Script::InLoader(name) => loader.join(name),
            Script::Lines(lines) => {
                let entry = loader.join(format!("{}-glue.js", self.name));
                files::write(&entry, lines)?;
                entry
            }
        };
        Ok((minify(&entry, work)?, wasm))
    }

    fn compile(&self, is_faulty: bool) -> Result<PathBuf> {
        let Self {
            package, feature, ..
        } = self;
        let fault = if is_faulty { ",fault" } else { "" };
        println!("  compiling {package} with the features {feature}{fault}");
        // The library is also an rlib, and beside one rustc leaves link-time optimisation out: 19 KB more.
        let build = format!(
            "rustc --package {package} --lib --crate-type cdylib --target wasm32-unknown-unknown --profile wasm \
             --no-default-features --features {feature}{fault}"
        );
        run_compiler(cargo(&build).env("CARGO_ENCODED_RUSTFLAGS", short_paths()?))?;
        let file = format!("{}.wasm", package.replace('-', "_"));
        Ok(project::target()
            .join("wasm32-unknown-unknown/wasm")
            .join(file))
    }

    /// Writes the glue between JavaScript and the WebAssembly.
    fn bind(&self, compiled: &Path, folder: &Path) -> Result<()> {
        let mut bindgen = command("wasm-bindgen");
        bindgen
            .args(["--target", "web", "--out-name", self.package])
            .args(["--no-typescript", "--remove-name-section"])
            .arg("--remove-producers-section")
            // The loader says where the WebAssembly is: its name holds the hash of the glue too.
            .arg("--omit-default-module-path")
            .arg("--out-dir")
            .arg(folder)
            .arg(compiled);
        run(&mut bindgen)?;
        ensure!(
            !folder.join("snippets").exists(),
            "a dependency brings JavaScript snippets, which the kit has no place for: {}",
            folder.join("snippets").display()
        );
        Ok(())
    }
}

/// The glue without its own ways of fetching the WebAssembly: the loader hands it over compiled, once for each copy of the
/// glue, by the call that the preview's glue understands too.
fn started_by_loader(glue: &str) -> Result<String> {
    let (calls, start) = glue
        .split_once("function __wbg_finalize_init(")
        .context("the glue begins its start otherwise than expected")?;
    ensure!(
        calls.contains("function __wbg_get_imports()")
            && start.contains("wasm.__wbindgen_start();")
            && start.contains("({module_or_path} = module_or_path)"),
        "the glue starts the WebAssembly otherwise than the kit does"
    );
    Ok(format!(
        "{calls}export default async ({{ module_or_path }}) => {{
    wasm = (await WebAssembly.instantiate(module_or_path, __wbg_get_imports())).exports;
    wasm.__wbindgen_start();
}};
"
    ))
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

fn optimise(wasm: &Path, work: &Path) -> Result<Vec<u8>> {
    println!("  optimising the WebAssembly");
    let optimised = work.join("optimised.wasm");
    let mut wasm_opt = command("wasm-opt");
    // Functions that are called once are left alone above 30 bytes: as themselves they compress better (0.4 KB). Loops and
    // branches are laid out anew between each two of three rounds (0.4 KB).
    wasm_opt
        .args(["-Oz", "--flatten", "--rereloop"])
        .args(["-Oz", "--flatten", "--rereloop"])
        .args(["-Oz", "--converge", "-ocimfs", "30"])
        .args(WASM_FEATURES);
    run(wasm_opt.arg(wasm).arg("--output").arg(&optimised))?;
    files::read(&optimised)
}
