//! The JavaScript, which no compiler reads on the way to a browser: its types by tsc, and all else by oxlint. What of the
//! benches, of the workbench and of the reference pictures can be tested without a browser is tested here, too.

use crate::{
    command::{command, run},
    project, test, tools,
};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Where types are checked: what a browser runs, what the browser tests stand on, and what compares and measures there.
const TYPED: [&str; 5] = [
    ".",
    "tests/e2e",
    "tests/pictures",
    "benches/page",
    "benches/workbench",
];

/// What the linter reads.
const LINTED: [&str; 13] = [
    "benches/page",
    "benches/server",
    "benches/workbench",
    "crates/toolkit/js",
    "examples",
    "src/element/loader",
    "tests/e2e",
    "tests/examples",
    "tests/package",
    "tests/pictures",
    "tests/toolkit",
    "tests/workbench",
    "workbench",
];

/// Folders with tests that need nothing but Node.js.
const TESTED: [&str; 3] = ["benches/page", "tests/pictures", "tests/workbench"];

/// Fails on a type that does not fit, on what the linter objects to, and on a test.
pub fn check() -> Result<()> {
    tools::install_for_scripts()?;
    tools::codemirror()?;
    // The types of what the harness imports come with it.
    for folder in ["tests/e2e", "tests/pictures"] {
        test::install_packages(&project::root().join(folder))?;
    }
    let mut linter = command("oxlint");
    linter.args(["--deny-warnings", "--report-unused-disable-directives"]);
    run(linter.args(LINTED)).context("the linter objects")?;
    for project in TYPED {
        run(command("tsc").args(["--project", project])).context("types do not fit")?;
    }
    run(command("node").arg("--test").args(tests()?)).context("a test of the scripts fails")
}

/// The tests of those folders, each by its name: what `node --test` makes of a folder depends on its version.
fn tests() -> Result<Vec<PathBuf>> {
    let mut tests = Vec::new();
    for folder in TESTED {
        let folder = project::root().join(folder);
        let entries =
            fs::read_dir(&folder).with_context(|| format!("listing {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".test.js") {
                tests.push(path);
            }
        }
    }
    Ok(tests)
}
