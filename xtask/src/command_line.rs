//! The command line that was built from this tree: it writes the kit's stylesheets for prerendered cards, and the cards of
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
    let call = "test --workspace --no-run --test command_line";
    run_compiler(cargo(call).arg("--quiet"))?;
    Ok(project::target()
        .join("debug/article-card")
        .with_extension(env::consts::EXE_EXTENSION))
}

/// The stylesheets that prerendered cards and whole pages may link to, each with its name.
pub fn stylesheets() -> Result<Vec<(String, Vec<u8>)>> {
    let program = build()?;
    let style = |more: &[&str]| output(command(&program).arg("style").args(more));
    let sheet = |more: &[&str]| -> Result<_> {
        let name = style(&[more, &["--name"]].concat())?;
        Ok((name, style(more)?.into_bytes()))
    };
    Ok(vec![sheet(&[])?, sheet(&["--page"])?])
}
