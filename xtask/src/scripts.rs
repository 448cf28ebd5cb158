//! The JavaScript, which no compiler reads on the way to a browser: its types by tsc, and all else by oxlint.

use crate::{
    command::{command, run},
    project, test, tools,
};
use anyhow::{Context, Result};

/// Where types are checked: what a browser runs, and what the browser tests stand on.
const TYPED: [&str; 2] = [".", "tests/e2e"];

/// What the linter reads.
const LINTED: [&str; 6] = [
    "examples",
    "src/element/loader",
    "styles",
    "tests/e2e",
    "tests/examples",
    "tests/package",
];

/// Fails on a type that does not fit, and on what the linter objects to.
pub fn check() -> Result<()> {
    tools::install_for_scripts()?;
    // The types of what the harness imports come with it.
    test::install_packages(&project::root().join("tests/e2e"))?;
    let mut linter = command("oxlint");
    linter.args(["--deny-warnings", "--report-unused-disable-directives"]);
    run(linter.args(LINTED)).context("the linter objects")?;
    for project in TYPED {
        run(command("tsc").args(["--project", project])).context("types do not fit")?;
    }
    Ok(())
}
