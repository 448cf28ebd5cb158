//! Programs that come as packages of Debian, installed where that is one plain command.

use crate::command::{command, output, run};
use anyhow::Result;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Stdio,
};

/// A program of this name on the user's `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(name).with_extension(env::consts::EXE_EXTENSION))
        .find(|program| program.is_file())
}

/// Installs packages, and says so before; false where that cannot be done without asking the user.
pub fn install(packages: &[&str], about: &str) -> Result<bool> {
    if !is_debian_root() {
        return Ok(false);
    }
    println!("  installing {about}");
    apt_get(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt_get(&[&install, packages].concat())?;
    Ok(true)
}

/// Not on Ubuntu, whose packages of browsers are something else.
fn is_debian_root() -> bool {
    let is_debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    is_debian
        && on_path("apt-get").is_some()
        && output(command("id").arg("-u")).is_ok_and(|id| id == "0")
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let mut apt_get = command(Path::new("apt-get"));
    apt_get
        .arg("-qq")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null());
    run(&mut apt_get)
}
