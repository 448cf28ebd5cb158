//! What the command line can do, for JavaScript: `article-card/toolkit`, and `article-card/render` with fewer formats.
//!
//! Each is a WebAssembly, what is done with it (`crates/toolkit/js/toolkit.js` with the glue of wasm-bindgen), and a file for
//! each kind of host that says how the WebAssembly comes (`crates/toolkit/js/entries/`). They are compiled to be quick.

use super::{
    Variant, bundle,
    module::{AT_ONCE, WASM_FEATURES, bind, short_paths, started_anew},
    names,
};
use crate::{
    command::{cargo, command, run, run_compiler},
    files, project,
};
use anyhow::{Context, Result};
use std::{fs, path::Path, path::PathBuf};

/// A toolkit.
pub struct Toolkit {
    /// What it is imported by, after the package's name; its profile in `Cargo.toml` is of the same name.
    pub name: &'static str,
    features: &'static str,
    /// What rustc is told beside its features.
    flags: &'static [&'static str],
}

pub const TOOLKITS: [Toolkit; 2] = [
    Toolkit {
        name: "toolkit",
        features: "every-format",
        flags: &[SIMD, INLINE],
    },
    Toolkit {
        name: "render",
        features: "",
        flags: &[SIMD],
    },
];

/// Every host that has modules with a top-level `await` has these instructions: 3 % of a card's time.
const SIMD: &str = "-Ctarget-feature=+simd128";
/// Functions of this weight are inlined: 6 % of a card's time for 66 KB, which only a server downloads.
const INLINE: &str = "-Cllvm-args=-inline-threshold=700";

/// The folder of the package that they are in.
pub const FOLDER: &str = "toolkit";

/// The kinds of hosts, each with its file.
pub const ENTRIES: [&str; 3] = ["node", "workerd", "web"];

/// A file with its content.
type File = (String, Vec<u8>);

/// All files of both.
pub fn files(variant: Variant, work: &Path) -> Result<Vec<File>> {
    let source = project::root().join("crates/toolkit/js");
    let mut all = Vec::new();
    // Of the faulty ones one is enough: what follows a fault is the same in both.
    let is_wanted = |toolkit: &&Toolkit| variant == Variant::Kit || toolkit.name == "render";
    for toolkit in TOOLKITS.iter().filter(is_wanted) {
        let Toolkit { name, .. } = toolkit;
        let folder = work.join(FOLDER).join(name);
        files::copy(&source, &folder, &[])?;
        let compiled = toolkit.compile(variant)?;
        let bound = folder.join("glue");
        bind(&compiled, name, &bound)?;
        let glue = files::read_text(&bound.join(format!("{name}.js")))?;
        let glue = started_anew(&glue, "./glue/", &AT_ONCE)?;
        files::write(&folder.join("module.js"), glue)?;
        let core = bundle(&folder.join("toolkit.js"), work, &[])?;
        let wasm = optimise(&bound.join(format!("{name}_bg.wasm")))?;
        all.push((
            format!("{FOLDER}/{name}.wasm"),
            names::without_names(&wasm)?,
        ));
        all.push((format!("{FOLDER}/{name}.core.js"), core));
        for entry in ENTRIES {
            let text = files::read_text(&source.join(format!("entries/{entry}.js")))?;
            let text = text.replace("NAME", name);
            all.push((format!("{FOLDER}/{name}.{entry}.js"), text.into_bytes()));
        }
    }
    Ok(all)
}

impl Toolkit {
    fn compile(&self, variant: Variant) -> Result<PathBuf> {
        let mut features = vec![self.features];
        if variant == Variant::Faulty {
            features.push("fault");
        }
        println!("  compiling article-card/{}", self.name);
        let build = "rustc --package article-card-toolkit --lib --crate-type cdylib --target wasm32-unknown-unknown \
                     --no-default-features";
        let mut flags = short_paths()?;
        flags.extend(self.flags.iter().map(|flag| (*flag).to_owned()));
        let target = project::target().join("kit/build");
        let mut cargo = cargo(build);
        cargo
            .args(["--features", &features.join(",")])
            .args(["--profile", self.name])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        run_compiler(&mut cargo)?;
        let profile = target.join("wasm32-unknown-unknown").join(self.name);
        Ok(profile.join("article_card_toolkit.wasm"))
    }
}

fn optimise(wasm: &Path) -> Result<Vec<u8>> {
    let optimised = wasm.with_extension("optimised.wasm");
    let mut wasm_opt = command("wasm-opt");
    wasm_opt.args(["-O3", "--enable-simd"]).args(WASM_FEATURES);
    run(wasm_opt.arg(wasm).arg("--output").arg(&optimised))?;
    fs::read(&optimised).with_context(|| format!("reading {}", optimised.display()))
}
