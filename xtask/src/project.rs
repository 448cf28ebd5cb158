//! Where things are in the project, and the versions that stand in `Cargo.lock`.

use anyhow::{Context, Result};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// Names another folder with the same sources, for the chores to work in; the check `release` sets it.
pub const ANOTHER_ROOT: &str = "ARTICLE_CARD_ROOT";

static ROOT: LazyLock<PathBuf> =
    LazyLock::new(|| env::var_os(ANOTHER_ROOT).map_or_else(|| home().to_owned(), PathBuf::from));

/// The folder that xtask was compiled in.
fn home() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The project's root, with `Cargo.toml` and `index.html` in it.
pub fn root() -> &'static Path {
    &ROOT
}

/// Cargo's target folder: always the project's own, whatever the user's settings say, so that chores find what they built.
pub fn target() -> PathBuf {
    root().join("target")
}

/// The tools that chores install, once for all roots.
pub fn tools() -> PathBuf {
    home().join("target/tools")
}

/// Those of them that run on Node.js.
pub fn node_tools() -> PathBuf {
    tools().join("npm/node_modules")
}

/// The `PATH` on which they come first.
pub fn path() -> OsString {
    let user = env::var_os("PATH").unwrap_or_default();
    let ours = [tools().join("bin"), node_tools().join(".bin")];
    let all = ours.into_iter().chain(env::split_paths(&user));
    env::join_paths(all).unwrap_or(user)
}

/// The kit, as a publisher hosts it.
pub fn kit() -> PathBuf {
    root().join("dist/kit")
}

/// The kit with the test-only fault built in, for the browser tests.
pub fn faulty_kit() -> PathBuf {
    root().join("dist/kit-fault")
}

/// The kit with a Yew that is not abridged, for the same tests.
pub fn whole_kit() -> PathBuf {
    root().join("dist/kit-whole")
}

/// What a release would hold.
pub fn release() -> PathBuf {
    root().join("dist/release")
}

/// The preview, as Trunk writes it.
pub fn preview() -> PathBuf {
    root().join("dist/preview")
}

/// The workbench and the reference as a static site.
pub fn site() -> PathBuf {
    root().join("dist/site")
}

/// The version of wasm-bindgen that the card is compiled with; its command line tool must be of the same version.
pub fn wasm_bindgen_version() -> Result<String> {
    version_of("wasm-bindgen")
}

/// The version of the crates of the project.
pub fn version() -> Result<String> {
    version_of("article-card")
}

fn version_of(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    locked_version(&lock, package)
        .map(str::to_owned)
        .with_context(|| {
            format!("Cargo.lock names no {package}: restore it with `git checkout Cargo.lock`")
        })
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_and_not_of_its_namesakes() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
