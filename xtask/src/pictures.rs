//! `cargo xtask pictures`: every fixture's card as Chromium draws it, beside the reference pictures in
//! `tests/expected/pictures`.
//!
//! The kit is the one in `dist/kit`, so that what a reader sees is what is compared; how, `tests/pictures` says.

use crate::{
    bounded::within,
    browsers,
    command::command,
    kit::{self, Variant},
    project, test, tools,
};
use anyhow::{Context, Result};
use std::time::Duration;

/// On two cores it takes a fourth of it.
const LIMIT: Duration = Duration::from_secs(180);

/// Builds the kit and compares its pictures, or makes the references from them.
pub fn pictures(is_accepting: bool) -> Result<()> {
    kit::build(Variant::Kit)?;
    draw(is_accepting)
}

/// Compares the pictures of the kit that is there.
pub fn check() -> Result<()> {
    draw(false).context(
        "target/pictures shows what differs; `cargo xtask pictures --accept` makes the references anew",
    )
}

fn draw(is_accepting: bool) -> Result<()> {
    tools::node()?;
    let browsers = browsers::install()?;
    let folder = project::root().join("tests/pictures");
    test::install_packages(&folder)?;
    let mut node = command("node");
    node.arg("tests/pictures/pictures.js")
        .env("ARTICLE_CARD_KIT", project::kit());
    if is_accepting {
        node.arg("--accept");
    }
    within(browsers.name_to(&mut node), LIMIT)
}
