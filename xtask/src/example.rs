//! The example of `docs/rust.md`, compiled for a browser as a stranger would: as a crate of its own, with what its manifest
//! says there.

use crate::{
    command::{cargo, run_compiler},
    features, files, project,
};
use anyhow::{Context, Result};
use std::fs;

const PAGE: &str = "docs/rust.md";

/// Compiles it in `target/example`.
pub fn check() -> Result<()> {
    let page = files::read_text(&project::root().join(PAGE))?;
    let dependencies = block(&page, "toml")?.replace("\"../article-card\"", "\"../..\"");
    let manifest = format!(
        "[package]\nname = \"example\"\nedition = \"2024\"\n\n{dependencies}\n[workspace]\n"
    );
    let folder = project::target().join("example");
    let source = folder.join("src");
    fs::create_dir_all(&source).with_context(|| format!("creating {}", source.display()))?;
    files::write(&folder.join("Cargo.toml"), manifest)?;
    let lock = files::read(&project::root().join("Cargo.lock"))?;
    files::write(&folder.join("Cargo.lock"), lock)?;
    files::write(&source.join("lib.rs"), block(&page, "rust")?)?;
    let call = "check --quiet --target wasm32-unknown-unknown";
    let mut check = cargo(call);
    // Where the most of what it depends on was compiled for a browser before.
    check.env("CARGO_TARGET_DIR", features::for_browser());
    run_compiler(check.current_dir(&folder)).with_context(|| format!("the example of {PAGE}"))
}

/// The first block of code in that language.
fn block<'page>(page: &'page str, language: &str) -> Result<&'page str> {
    let start = format!("```{language}\n");
    let block = page
        .split_once(&start)
        .and_then(|(_, rest)| rest.split_once("```\n"));
    let (block, _) = block.with_context(|| format!("{PAGE} has no example in {language}"))?;
    Ok(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_what_stands_between_its_fences() -> Result<()> {
        let page = "Text\n\n```toml\na = 1\n```\n\n```rust\nfn f() {}\n```\n";
        assert_eq!(block(page, "toml")?, "a = 1\n");
        assert_eq!(block(page, "rust")?, "fn f() {}\n");
        assert!(block(page, "js").is_err());
        Ok(())
    }
}
