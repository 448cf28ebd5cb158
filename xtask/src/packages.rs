//! The crates as they would be published: compiled from their packages alone, which hold no file of another crate.
//!
//! `cargo package` verifies, too, but it unpacks a crate for its siblings into cargo's home, where the next run takes what
//! an earlier one has left. So it only packs here; the packages are unpacked in `target/packages`, where they are each
//! other's only source, and checked by the compiler, which has their dependencies from the other checks.

use crate::{
    command::{cargo, command, run, run_compiler},
    files, project,
};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// Those that are published, all of one version.
const CRATES: [&str; 3] = ["article-card", "article-card-reader", "article-card-cli"];

/// Packs all crates but the chores, and compiles each from what was packed.
pub fn verify() -> Result<()> {
    let folder = project::target().join("packages");
    let sources = folder.join("sources");
    files::empty(&sources)?;
    // What is not committed yet is packed, too: it is checked before it is.
    let packages = pack(&folder, true)?;
    let version = project::version()?;
    for (name, package) in CRATES.into_iter().zip(packages) {
        // All files of a package are of one date, by which cargo would take a changed one for one that it has built.
        run(command("tar")
            .arg("-xmzf")
            .arg(&package)
            .arg("-C")
            .arg(&sources))?;
        let unpacked = sources.join(format!("{name}-{version}"));
        for file in ["Cargo.toml", "README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
            ensure!(
                unpacked.join(file).exists(),
                "the package of {name} has no {file}"
            );
        }
    }
    files::write(&sources.join("Cargo.toml"), manifest(&version))?;
    let lock = files::read(&project::root().join("Cargo.lock"))?;
    files::write(&sources.join("Cargo.lock"), lock)?;
    run_compiler(cargo("check --workspace --all-features").current_dir(&sources))
}

/// Packs them in this folder and says where each package is; unless changes may be uncommitted, cargo refuses them.
pub fn pack(folder: &Path, is_dirty_allowed: bool) -> Result<Vec<PathBuf>> {
    let call = "package --workspace --exclude xtask --exclude corpus --exclude article-card-toolkit --no-verify --quiet";
    let mut package = cargo(call);
    if is_dirty_allowed {
        package.arg("--allow-dirty");
    }
    run_compiler(package.arg("--target-dir").arg(folder))?;
    let version = project::version()?;
    let packed = CRATES.map(|name| folder.join(format!("package/{name}-{version}.crate")));
    Ok(packed.to_vec())
}

/// Packs the crates and unpacks one of them into this folder.
pub fn unpack(name: &str, folder: &Path) -> Result<()> {
    let packages = pack(&project::target().join("packages"), true)?;
    let packed = CRATES.into_iter().zip(packages);
    let found = packed.into_iter().find(|(known, _)| *known == name);
    let (_, package) = found.with_context(|| format!("there is no crate {name}"))?;
    files::empty(folder)?;
    let mut tar = command("tar");
    tar.arg("-xzf").arg(package).arg("-C").arg(folder);
    run(tar.args(["--strip-components", "1"]))
}

/// A workspace of the packages, in which each is what the others depend on.
fn manifest(version: &str) -> String {
    let mut members = String::new();
    let mut patches = String::new();
    for name in CRATES {
        members += &format!("\"{name}-{version}\", ");
        patches += &format!("{name} = {{ path = \"{name}-{version}\" }}\n");
    }
    let profile = "[profile.dev]\ndebug = false";
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{members}]\n\n{profile}\n\n[patch.crates-io]\n{patches}"
    )
}
