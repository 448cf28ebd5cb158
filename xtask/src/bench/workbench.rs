//! What the workbench costs who types into it, in a table that is also written into `docs/speed.md`.

use crate::{
    bounded::within, browsers, command::command, passage::Passage, project, site, test, tools,
};
use anyhow::{Context, Result};
use std::{fs, time::Duration};

const WORKBENCH: Passage = Passage {
    document: "docs/speed.md",
    name: "workbench",
};

/// What it may take on a busy machine; it takes less than a minute.
const SPAN: Duration = Duration::from_secs(5 * 60);

pub fn measure() -> Result<()> {
    site::build()?;
    tools::node()?;
    let browsers = browsers::install()?;
    // What leads the browser stands there.
    test::install_packages(&project::root().join("tests/e2e"))?;
    let written = project::target().join("bench/workbench.md");
    let file = fs::File::create(&written);
    let file = file.with_context(|| format!("creating {}", written.display()))?;
    let mut run = command("node");
    run.arg("benches/workbench/run.js")
        .env("ARTICLE_CARD_SITE", project::site())
        .stdout(file);
    within(browsers.name_to(&mut run), SPAN)?;
    let table = crate::files::read_text(&written)?;
    println!("\n{table}");
    WORKBENCH.write(&table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_has_a_place_for_the_workbench() -> Result<()> {
        let written = WORKBENCH.read()?;
        let rows = written.lines().filter(|line| line.starts_with("| "));
        // With the head.
        assert_eq!(rows.count(), 7, "{written}");
        Ok(())
    }
}
