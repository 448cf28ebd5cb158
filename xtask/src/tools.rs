//! The tools of the chores, each at the version that the project pins, installed under `target/tools` and kept there.
//!
//! The versions of Trunk and cargo-deny stand here, wasm-bindgen's in `Cargo.lock`, those of the tools on Node.js in
//! `xtask/package.json`.

use crate::{
    command::{cargo, command, output, run, run_compiler},
    debian, files, project,
};
use anyhow::{Context, Result, ensure};
use std::{
    env, fs,
    path::PathBuf,
    process::{Command, Stdio},
};

const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";

/// The oldest Node.js with the test runner that the browser tests use.
pub const NODE: u32 = 20;

/// What the kit is built with.
pub fn install_for_kit() -> Result<()> {
    wasm_target()?;
    rust_sources()?;
    wasm_bindgen()?;
    npm_tools()
}

/// What the preview is built and served with.
pub fn install_for_preview() -> Result<()> {
    install_for_kit()?;
    trunk()
}

/// What the scripts are checked with.
pub fn install_for_scripts() -> Result<()> {
    npm_tools()
}

/// Node.js, which only its own installer can bring.
pub fn node() -> Result<()> {
    let advice = "install Node.js 20 or newer with npm, from https://nodejs.org or your package manager: \
                  the tools for the scripts and the browser tests run on it";
    let version = output(command("node").arg("--version")).context(advice)?;
    let major = version.trim_start_matches('v').split('.').next();
    let major: Option<u32> = major.and_then(|major| major.parse().ok());
    ensure!(
        major >= Some(NODE),
        "Node.js {version} is too old: {advice}"
    );
    output(npm().arg("--version")).context(advice)?;
    Ok(())
}

/// npm, which is a script with another name on Windows.
pub fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Rust's standard library for WebAssembly.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let print = ["--print", "target-libdir", "--target", TARGET];
    let library = output(command("rustc").args(print))?;
    if PathBuf::from(library).exists() {
        return Ok(());
    }
    println!("  installing Rust's target {TARGET}");
    run(command("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("Rust's target {TARGET} is missing: `rustup target add {TARGET}`, or your distribution's package of it")
    })
}

/// The sources of Rust's standard library, which the kit compiles for itself. rustup brings them for `rust-toolchain.toml`
/// by itself, unless it is told not to.
fn rust_sources() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if PathBuf::from(sysroot)
        .join("lib/rustlib/src/rust/library")
        .exists()
    {
        return Ok(());
    }
    println!("  installing the sources of Rust's standard library");
    run(command("rustup").args(["component", "add", "rust-src"])).context(
        "the sources of Rust's standard library are missing: `rustup component add rust-src`",
    )
}

/// A tool that is installed from its sources.
struct CargoTool {
    name: &'static str,
    version: String,
    /// What `cargo install` is asked for.
    package: &'static [&'static str],
    /// How far its own compilation is optimised: compiling a tool must not cost more than it ever saves.
    optimisation: &'static str,
    minutes: u32,
}

fn wasm_bindgen() -> Result<()> {
    install(&CargoTool {
        name: "wasm-bindgen",
        version: project::wasm_bindgen_version()?,
        // Not `--locked`: its lock file can name versions that a registry has withdrawn.
        package: &["wasm-bindgen-cli", "--bin", "wasm-bindgen"],
        optimisation: "1",
        minutes: 2,
    })
}

fn trunk() -> Result<()> {
    install(&CargoTool {
        name: "trunk",
        version: TRUNK.to_owned(),
        package: &["trunk", "--locked"],
        optimisation: "0",
        minutes: 3,
    })
}

/// What judges the dependencies.
pub fn cargo_deny() -> Result<()> {
    install(&CargoTool {
        name: "cargo-deny",
        version: CARGO_DENY.to_owned(),
        package: &["cargo-deny", "--locked"],
        optimisation: "0",
        minutes: 2,
    })
}

/// Installs a tool, unless it is there.
///
/// It is compiled in a folder that stays until it is done, so that an installation that broke off goes on where it was.
fn install(tool: &CargoTool) -> Result<()> {
    let CargoTool {
        name,
        version,
        package,
        optimisation,
        minutes,
    } = tool;
    let tools = project::tools();
    let program = tools
        .join("bin")
        .join(name)
        .with_extension(env::consts::EXE_EXTENSION);
    let wanted = format!("{name} {version}");
    // A program that does not run, such as one of another machine, is as good as none.
    if program.exists()
        && output(command(&program).arg("--version")).is_ok_and(|found| found == wanted)
    {
        return Ok(());
    }
    println!("  installing {wanted} into target/tools, once: about {minutes} min on two cores");
    let build = tools.join("build").join(name);
    let mut install = cargo("install --force --no-default-features");
    install
        .args(*package)
        .args(["--version", version])
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&build)
        // What they are shipped with takes three times as long to compile.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", optimisation)
        .env_remove("RUSTFLAGS");
    run_compiler(&mut install).with_context(|| format!("{wanted} cannot be installed"))?;
    fs::remove_dir_all(&build).with_context(|| format!("removing {}", build.display()))
}

/// wasm-opt, esbuild, oxlint and tsc, of the versions in `xtask/package-lock.json`.
fn npm_tools() -> Result<()> {
    node()?;
    npm_folder("xtask", "npm", "wasm-opt, esbuild, oxlint and tsc")
}

/// Node.js 22, of the version in `tests/examples/package-lock.json`: some frameworks want more than the project does.
///
/// npm has it as a package for each kind of machine; where it has none, the user's own has to be as new.
pub fn node_22() -> Result<PathBuf> {
    node()?;
    npm_folder("tests/examples", "node22", "Node.js 22")?;
    let bin = project::tools().join("node22/node_modules/.bin");
    let ours = bin.join(if cfg!(windows) { "node.cmd" } else { "node" });
    let node = if ours.exists() { ours } else { "node".into() };
    let version = output(command(&node).arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next();
    let major: Option<u32> = major.and_then(|major| major.parse().ok());
    ensure!(
        major >= Some(22),
        "the examples need Node.js 22, which npm does not have for this machine: {version} is too old"
    );
    Ok(node)
}

/// Deno, Bun and workerd, which the toolkit is tested on, of the versions in `tests/toolkit/package-lock.json`; it says in
/// which folder. npm has each as a package for each kind of machine.
pub fn hosts() -> Result<PathBuf> {
    npm_folder("tests/toolkit", "hosts", "Deno, Bun and workerd")?;
    Ok(project::tools().join("hosts"))
}

/// Hugo, which one of the examples is built with.
pub fn hugo() -> Result<()> {
    let is_there = debian::on_path("hugo").is_some()
        || debian::install(&["hugo"], "Hugo, once: less than a minute")?;
    ensure!(
        is_there,
        "the example `hugo` needs Hugo 0.111 or newer: `sudo apt-get install hugo` on Debian, else see https://gohugo.io/installation"
    );
    Ok(())
}

/// React, which the bench measures as a peer, of the version in `benches/page/package-lock.json`; it says in which folder.
pub fn react() -> Result<PathBuf> {
    npm_folder("benches/page", "react", "React")?;
    Ok(project::tools().join("react/node_modules"))
}

/// CodeMirror, of the versions in `workbench/package-lock.json`; it says in which folder.
pub fn codemirror() -> Result<PathBuf> {
    npm_folder("workbench", "workbench", "CodeMirror")?;
    Ok(project::tools().join("workbench/node_modules"))
}

/// Installs what a folder of the project pins into a folder of `target/tools`, unless it is there.
fn npm_folder(source: &str, name: &str, what: &str) -> Result<()> {
    let folder = project::tools().join(name);
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let mut is_current = folder.join("node_modules/.package-lock.json").exists();
    for name in ["package.json", "package-lock.json"] {
        let wanted = files::read(&project::root().join(source).join(name))?;
        let path = folder.join(name);
        if fs::read(&path).ok().as_ref() != Some(&wanted) {
            is_current = false;
            files::write(&path, wanted)?;
        }
    }
    if is_current {
        return Ok(());
    }
    println!("  installing {what} into target/tools, once: less than a minute");
    install_packages(npm().current_dir(&folder))
        .with_context(|| format!("{what} cannot be installed"))
}

/// `npm ci` without the packages' own install scripts, of which nothing here has need.
pub fn install_packages(npm: &mut Command) -> Result<()> {
    npm.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ])
    .stdout(Stdio::null());
    run(npm)
}
