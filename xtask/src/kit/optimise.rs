//! wasm-opt, which takes half a minute for each WebAssembly. What it made of the same bytes before is kept in
//! `target/kit/optimised`: each of the checks that build a kit would do it again.

use super::{digits, module::WASM_FEATURES};
use crate::{
    command::{command, run},
    files, project,
};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// Optimises a WebAssembly by these options into a file, and gives it.
pub fn optimise(wasm: &Path, options: &[&str], optimised: &Path) -> Result<Vec<u8>> {
    let made = made(wasm, options)?;
    files::write(optimised, &made)?;
    Ok(made)
}

fn made(wasm: &Path, options: &[&str]) -> Result<Vec<u8>> {
    // The lock file has the version of wasm-opt.
    let lock = files::read(&project::root().join("xtask/package-lock.json"))?;
    let mut of = Sha256::new_with_prefix(files::read(wasm)?);
    for part in options.iter().chain(&WASM_FEATURES) {
        of.update(part);
        of.update("\0");
    }
    let name = digits(&of.chain_update(lock).finalize());
    let folder = project::target().join("kit/optimised");
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let known = folder.join(name).with_extension("wasm");
    if known.exists() {
        return files::read(&known);
    }
    println!("  optimising the WebAssembly");
    // Whole or not there, even where it is stopped.
    let begun = known.with_extension("begun");
    let mut wasm_opt = command("wasm-opt");
    wasm_opt.args(options).args(WASM_FEATURES);
    run(wasm_opt.arg(wasm).arg("--output").arg(&begun))?;
    fs::rename(&begun, &known).with_context(|| format!("renaming {}", begun.display()))?;
    files::read(&known)
}
