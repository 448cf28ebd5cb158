//! The toolkit as those have it who install the package: on Node.js, Deno, Bun and workerd, beside the command line.
//!
//! The packed kit is unpacked in `target/toolkit`, with the tests of `tests/toolkit/` beside it, so that nothing of the
//! repository is in their reach. The hosts are packages of npm, at the versions that the folder pins.

use crate::{
    bounded::within,
    command::{command, output},
    command_line, files,
    kit::package::check,
    project, tools,
};
use anyhow::Result;
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// What the tests may take on one Node.js; they take less than a minute.
const SPAN: Duration = Duration::from_secs(5 * 60);

/// Those that need no other host.
const OF_NODE: [&str; 3] = ["calls.test.js", "input.test.js", "readme.test.js"];

/// The package where its tests find it, with what they run on.
pub struct Stage {
    folder: PathBuf,
    hosts: PathBuf,
    node: PathBuf,
    command_line: PathBuf,
}

/// Packs `dist/kit` and tests its toolkit: on Node.js 22 all, on the machine's what needs no other host.
pub fn check() -> Result<()> {
    let stage = Stage::new()?;
    for (node, tests) in [(&*stage.node, &[][..]), (Path::new("node"), &OF_NODE)] {
        println!("  on Node.js {}", output(command(node).arg("--version"))?);
        within(stage.tests(node).args(tests), SPAN)?;
    }
    Ok(())
}

impl Stage {
    pub fn new() -> Result<Self> {
        tools::install_for_scripts()?;
        let node = tools::node_22()?;
        let hosts = tools::hosts()?;
        let command_line = command_line::build()?;
        let folder = project::target().join("toolkit");
        files::empty(&folder)?;
        files::copy(&project::root().join("tests/toolkit"), &folder, &[])?;
        check::unpack(
            &check::pack(&folder)?,
            &folder.join("node_modules/article-card"),
        )?;
        Ok(Self {
            folder,
            hosts,
            node,
            command_line,
        })
    }

    /// The tests on this Node.js, all or those of the files that follow.
    pub fn tests(&self, node: &Path) -> Command {
        let mut tests = command(node);
        tests
            .current_dir(&self.folder)
            .args(["--test", "--test-reporter=spec"])
            .env(
                "ARTICLE_CARD_FIXTURES",
                project::root().join("tests/fixtures"),
            )
            .env("ARTICLE_CARD_README", project::root().join("README.md"))
            .env("ARTICLE_CARD_HOSTS", &self.hosts)
            .env("ARTICLE_CARD_CLI", &self.command_line);
        tests
    }

    /// Holds the toolkit against the command line on a folder of real and hostile inputs.
    pub fn compare(&self, corpora: &Path) -> Result<()> {
        const SPAN: Duration = Duration::from_secs(20 * 60);
        let mut tests = self.tests(&self.node);
        tests
            .arg("command-line.test.js")
            .env("ARTICLE_CARD_CORPORA", corpora);
        within(&mut tests, SPAN)
    }
}
