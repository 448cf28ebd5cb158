//! One WebAssembly of the kit with its glue: cargo → wasm-bindgen → wasm-opt.

use super::{Variant, abridged, minify, names, strings};
use crate::{
    command::{cargo, command, output, run, run_compiler},
    files, project,
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
    /// The script of the loader's folder that comes with it, and has the glue bundled with it.
    script: &'static str,
}

pub const MODULES: [Module; 2] = [
    Module {
        name: "runtime",
        package: "article-card",
        feature: "element",
        script: "drawing.js",
    },
    Module {
        name: "reader",
        package: "article-card-reader",
        feature: "module",
        script: "reader.js",
    },
];

/// What Rust's compiler and wasm-bindgen may emit, and every browser that can show a card understands.
pub const WASM_FEATURES: [&str; 6] = [
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
    pub fn build(&self, variant: Variant, work: &Path) -> Result<(Vec<u8>, Vec<u8>)> {
        // Yew draws in the runtime alone.
        let variant = match variant {
            Variant::Whole if self.name != "runtime" => Variant::Kit,
            _ => variant,
        };
        let compiled = self.compile(variant)?;
        let folder = work.join(self.name);
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        bind(&compiled, self.package, &folder)?;
        let glue = folder.join(format!("{}.js", self.package));
        let wasm = folder.join(format!("{}_bg.wasm", self.package));
        let (short_wasm, short_glue) =
            names::shorten(&files::read(&wasm)?, &files::read_text(&glue)?)?;
        files::write(&wasm, names::with_places(&short_wasm)?)?;
        // In the place of what starts it in the preview.
        let loader = work.join("loader");
        let start = loader.join(format!("{}-module.js", self.name));
        let folder_of_glue = format!("../{}/", self.name);
        let glue = if variant == Variant::Whole {
            // A whole Yew takes off what it has drawn, and is told that it is no longer there.
            short_glue
        } else {
            strings::unguarded(&short_glue)?
        };
        let quick_glue = strings::keep(&glue, &strings::constants(&files::read(&compiled)?)?)?;
        files::write(&start, started_anew(&quick_glue, &folder_of_glue, &LATER)?)?;
        // Names stay in the work's folder, where `cargo xtask size` reads them.
        let wasm = names::without_names(&optimise(&wasm, &folder)?)?;
        Ok((minify(&loader.join(self.script), work)?, wasm))
    }

    fn compile(&self, variant: Variant) -> Result<PathBuf> {
        let Self {
            package, feature, ..
        } = self;
        let fault = if variant == Variant::Faulty {
            ",fault"
        } else {
            ""
        };
        println!("  compiling {package} with the features {feature}{fault}");
        // The library is also an rlib, and beside one rustc leaves link-time optimisation out: 19 KB more.
        let build = format!(
            "rustc --package {package} --lib --crate-type cdylib --target wasm32-unknown-unknown --profile wasm \
             --no-default-features --features {feature}{fault} {STANDARD_LIBRARY}"
        );
        let target = project::target().join("kit/build/modules");
        let mut cargo = cargo(&build);
        if variant != Variant::Whole {
            let yew = abridged::yew()?;
            cargo.args([
                "--config",
                &format!("paths=[{:?}]", yew.display().to_string()),
            ]);
        }
        cargo
            .args(["--config", "profile.wasm.panic=\"immediate-abort\""])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags()?);
        run_compiler(&mut cargo)?;
        let file = format!("{}.wasm", package.replace('-', "_"));
        Ok(target.join("wasm32-unknown-unknown/wasm").join(file))
    }
}

/// Writes the glue between JavaScript and a compiled WebAssembly, both under this name.
pub fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--out-name", name])
        .args(["--no-typescript", "--remove-producers-section"])
        // Whoever starts it says where the WebAssembly is: its name holds the hash of the glue too.
        .arg("--omit-default-module-path")
        .arg("--out-dir")
        .arg(folder)
        .arg(compiled);
    run(&mut bindgen)
}

/// The standard library is compiled with the card, so that it is made small too, and panics stop at once: 5 KB less than
/// what stable Rust ships, and another 3 with the flags below. All of it is unstable, so it stands here and nowhere in the
/// project that others compile.
const STANDARD_LIBRARY: &str =
    "-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size -Zpanic-immediate-abort";

/// What rustc is given: nothing that only messages of panics would say, and no folder of this machine, since a name by
/// content needs the same on every machine.
fn flags() -> Result<String> {
    let mut flags = short_paths()?;
    // What is unused in a Yew that is abridged is nobody's mistake; the linter looks at our own code.
    flags.extend(["-Zlocation-detail=none", "-Zfmt-debug=none", "-Awarnings"].map(str::to_owned));
    Ok(flags.join("\x1f"))
}

/// How an instance is made.
pub struct Instance {
    function: &'static str,
    made: &'static str,
    /// What is given back beside the exports.
    more: &'static str,
}

/// In a page, which must not wait for it.
const LATER: Instance = Instance {
    function: "async function",
    made: "(await WebAssembly.instantiate(module, __wbg_get_imports()))",
    more: "",
};

/// Where a call is answered at once.
pub const AT_ONCE: Instance = Instance {
    function: "function",
    made: "new WebAssembly.Instance(module, __wbg_get_imports())",
    more: ", memory: () => wasm.memory.buffer",
};

/// The glue as a function that makes a fresh instance of a compiled WebAssembly, since an instance that has broken is not
/// used again. It leaves out the glue's own ways of fetching the WebAssembly.
pub fn started_anew(glue: &str, folder: &str, instance: &Instance) -> Result<String> {
    let (calls, start) = glue
        .split_once("function __wbg_finalize_init(")
        .context("the glue begins its start otherwise than expected")?;
    ensure!(
        calls.contains("function __wbg_get_imports()")
            && start.contains("wasm.__wbindgen_start();"),
        "the glue starts the WebAssembly otherwise than the kit does"
    );
    let (imports, calls): (Vec<&str>, Vec<&str>) =
        calls.lines().partition(|line| line.starts_with("import "));
    let imports = imports
        .join("\n")
        .replace("from './", &format!("from '{folder}"));
    let exports: Vec<&str> = calls
        .iter()
        .filter_map(|line| line.strip_prefix("export "))
        .filter_map(|line| line.split([' ', '(']).nth(1))
        .collect();
    ensure!(!exports.is_empty(), "the glue exports nothing");
    let calls = calls.join("\n").replace("\nexport ", "\n");
    let Instance {
        function,
        made,
        more,
    } = instance;
    Ok(format!(
        "{imports}
export {function} start(module) {{
{calls}
    wasm = {made}.exports;
    wasm.__wbindgen_start();
    return {{ {}{more} }};
}}
",
        exports.join(", ")
    ))
}

/// No folder of this machine stays in what is compiled.
pub fn short_paths() -> Result<Vec<String>> {
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
    Ok(folders.iter().map(remap).collect())
}

/// The optimised WebAssembly of a module, with the names of its functions.
pub fn named(module: &str, work: &Path) -> PathBuf {
    work.join(module).join("optimised.wasm")
}

fn optimise(wasm: &Path, work: &Path) -> Result<Vec<u8>> {
    // Functions that are called once are left alone above 30 bytes: as themselves they compress better (0.4 KB). Loops and
    // branches are laid out anew between each two of three rounds (0.4 KB).
    // The lowest kilobyte is the far end of the stack, so nothing is addressed from there (0.2 KB).
    const OPTIONS: [&str; 12] = [
        "--low-memory-unused",
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "--converge",
        "-ocimfs",
        "30",
        "--debuginfo",
    ];
    super::optimise::optimise(wasm, &OPTIONS, &work.join("optimised.wasm"))
}
