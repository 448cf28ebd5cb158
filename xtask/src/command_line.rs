//! The command line that was built from this tree: it writes the kit's stylesheet for prerendered cards, and the cards of
//! the browser tests.

use crate::{
    command::{cargo, command, output, run_compiler},
    project,
};
use anyhow::Result;
use std::{env, path::PathBuf};

/// Builds it and says where it is.
pub fn build() -> Result<PathBuf> {
    println!("  compiling the command line");
    // A test that needs it, and not it alone: so it has the features of the check `unit`, which has compiled all of it.
    let call = "test --workspace --features cli --no-run --test command_line";
    run_compiler(cargo(call).arg("--quiet"))?;
    Ok(project::target()
        .join("debug/article-card")
        .with_extension(env::consts::EXE_EXTENSION))
}

/// The stylesheet of prerendered cards that link to it: its name and its content.
pub fn stylesheet() -> Result<(String, Vec<u8>)> {
    let program = build()?;
    let name = output(command(&program).args(["style", "--name"]))?;
    let content = output(command(&program).arg("style"))?;
    Ok((name, content.into_bytes()))
}
