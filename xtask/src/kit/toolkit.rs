//! What the command line can do, for JavaScript: `article-card/toolkit`, and `article-card/render` with fewer formats.
//!
//! Each is a WebAssembly, what is done with it (`crates/toolkit/js/toolkit.js` with the glue of wasm-bindgen), and a file for
//! each kind of host that says how the WebAssembly comes (`crates/toolkit/js/entries/`). They are compiled to be quick.

use super::{
    Variant, bundle, digits,
    module::{AT_ONCE, bind, short_paths, started_anew},
    names,
    optimise::optimise,
};
use crate::{
    command::{cargo, run_compiler},
    files, project,
};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

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
pub type File = (String, Vec<u8>);

/// The profile of `Cargo.toml` that is soon compiled, for who changes the reader and looks at the preview.
const SOON: &str = "preview";

/// The files by which a browser has all formats, written into a folder unless they are there. For a release they are those of
/// the kit, else of a build that is soon done.
pub fn write_for_browser(is_release: bool, folder: &Path) -> Result<()> {
    let [toolkit, _] = &TOOLKITS;
    let profile = if is_release { toolkit.name } else { SOON };
    let compiled = toolkit.compile(Variant::Kit, profile)?;
    let work = project::target().join("workbench/build");
    let mut made_of = Sha256::new_with_prefix(files::read(&compiled)?);
    for (name, content) in files::read_all(&sources())? {
        made_of.update(name);
        made_of.update(content);
    }
    let made_of = digits(&made_of.finalize());
    let stamp = folder.join(".made-of");
    if files::read_text(&stamp).is_ok_and(|known| known == made_of) {
        return Ok(());
    }
    files::empty(&work)?;
    files::empty(folder)?;
    let [core, wasm] = toolkit.bundle(&compiled, &work, is_release)?;
    for (name, content) in [core, wasm, toolkit.entry("web")?] {
        files::write(&folder.join(name), content)?;
    }
    files::write(&stamp, made_of)
}

/// Where what is done with the WebAssembly stands.
fn sources() -> PathBuf {
    project::root().join("crates/toolkit/js")
}

impl Toolkit {
    /// All its files, if the kit of this variant has it.
    pub fn files(&self, variant: Variant, work: &Path) -> Result<Vec<File>> {
        let is_wanted = match variant {
            Variant::Kit => true,
            // One is enough: what follows a fault is the same in both.
            Variant::Faulty => self.name == "render",
            // Without a Yew that draws.
            Variant::Whole => false,
        };
        if !is_wanted {
            return Ok(Vec::new());
        }
        let compiled = self.compile(variant, self.name)?;
        let mut all = Vec::from(self.bundle(&compiled, work, true)?);
        for entry in ENTRIES {
            all.push(self.entry(entry)?);
        }
        let in_folder = |(name, content)| (format!("{FOLDER}/{name}"), content);
        Ok(all.into_iter().map(in_folder).collect())
    }

    fn compile(&self, variant: Variant, profile: &str) -> Result<PathBuf> {
        let mut features = vec![self.features];
        if variant == Variant::Faulty {
            features.push("fault");
        }
        println!("  compiling article-card/{}", self.name);
        let build = "rustc --package article-card-toolkit --lib --crate-type cdylib --target wasm32-unknown-unknown \
                     --no-default-features";
        let mut flags = short_paths()?;
        flags.extend(self.flags.iter().map(|flag| (*flag).to_owned()));
        // A folder each, so that both can be compiled at the same time.
        let target = project::target().join("kit/build").join(self.name);
        let mut cargo = cargo(build);
        cargo
            .args(["--features", &features.join(",")])
            .args(["--profile", profile])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
        run_compiler(&mut cargo)?;
        let profile = target.join("wasm32-unknown-unknown").join(profile);
        Ok(profile.join("article_card_toolkit.wasm"))
    }

    /// What is done with the WebAssembly, and the WebAssembly itself.
    fn bundle(&self, compiled: &Path, work: &Path, is_optimised: bool) -> Result<[File; 2]> {
        let Self { name, .. } = self;
        let folder = work.join(FOLDER).join(name);
        files::copy(&sources(), &folder, &[])?;
        let bound = folder.join("glue");
        bind(compiled, name, &bound)?;
        let glue = files::read_text(&bound.join(format!("{name}.js")))?;
        let glue = started_anew(&glue, "./glue/", &AT_ONCE)?;
        files::write(&folder.join("module.js"), glue)?;
        let core = bundle(&folder.join("toolkit.js"), work, &[])?;
        let wasm = bound.join(format!("{name}_bg.wasm"));
        let wasm = if is_optimised {
            let optimised = wasm.with_extension("optimised.wasm");
            optimise(&wasm, &["-O3", "--enable-simd"], &optimised)?
        } else {
            files::read(&wasm)?
        };
        let wasm = names::without_names(&wasm)?;
        Ok([
            (format!("{name}.core.js"), core),
            (format!("{name}.wasm"), wasm),
        ])
    }

    /// The file for a kind of host.
    fn entry(&self, host: &str) -> Result<File> {
        let text = files::read_text(&sources().join(format!("entries/{host}.js")))?;
        let text = text.replace("NAME", self.name);
        Ok((format!("{}.{host}.js", self.name), text.into_bytes()))
    }
}
