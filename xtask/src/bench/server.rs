//! What a card costs a server, in one table, which is also written into `docs/speed.md`.

use crate::command::{cargo, output, run_compiler};
use crate::passage::Passage;
use anyhow::Result;

const COSTS: Passage = Passage {
    document: "docs/speed.md",
    name: "costs",
};

pub fn measure() -> Result<()> {
    let call = "bench --package article-card-cli --bench stream";
    run_compiler(cargo(call).arg("--no-run"))?;
    println!("The processor's time for a card of the gallery's articles, on one thread:\n");
    let table = output(cargo(call).arg("--quiet"))? + "\n";
    println!("{table}");
    COSTS.write(&table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_has_a_place_for_the_costs() -> Result<()> {
        let written = COSTS.read()?;
        let rows = written.lines().filter(|line| line.starts_with("| "));
        // With the head.
        assert_eq!(rows.count(), 7, "{written}");
        Ok(())
    }
}
