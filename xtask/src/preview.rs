//! `cargo xtask preview`: the gallery of cards, served by Trunk and rebuilt at every change.

use crate::{
    command::{cargo, command, run, run_compiler},
    tools,
};
use anyhow::{Context, Result};
use std::{net::TcpListener, process::Command};

/// How the preview is served.
pub struct Options {
    pub port: u16,
    pub opens_browser: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            port: 8080,
            opens_browser: true,
        }
    }
}

/// Installs what is missing and serves `index.html` until it is interrupted.
pub fn preview(options: &Options) -> Result<()> {
    let Options {
        port,
        opens_browser,
    } = options;
    // Said before anything is compiled; Trunk would say it after.
    TcpListener::bind(("127.0.0.1", *port)).with_context(|| {
        format!(
            "port {port} cannot be had: `cargo xtask preview --port {}` takes another",
            port.wrapping_add(1)
        )
    })?;
    tools::install_for_preview()?;
    fetch()?;
    println!("  http://localhost:{port} once it is compiled; Ctrl+C ends it");
    run(trunk("serve")
        .args(["--port", &port.to_string()])
        .args(["--open", &opens_browser.to_string()]))
}

/// Builds the preview as it would be published, into `dist/preview`.
pub fn build() -> Result<()> {
    tools::install_for_preview()?;
    fetch()?;
    run_compiler(trunk("build").arg("--release").arg("--quiet"))
}

/// Trunk, told to take the tools on the `PATH` and to download none.
fn trunk(chore: &str) -> Command {
    let mut trunk = command("trunk");
    // Trunk takes this variable for a flag and stops at the value that all others expect.
    trunk
        .env_remove("NO_COLOR")
        .args([chore, "--offline", "true"]);
    trunk
}

/// Fetches the card's dependencies, since Trunk's `offline` forbids cargo to do so.
fn fetch() -> Result<()> {
    run_compiler(&mut cargo("fetch --target wasm32-unknown-unknown"))
}
