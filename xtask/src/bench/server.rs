//! What a card costs a server, natively and in JavaScript, in two tables, which are also written into `docs/speed.md`.

use crate::{
    command::{cargo, command, output, run, run_compiler},
    kit::{self, Variant},
    passage::Passage,
    project, tools,
};
use anyhow::Result;

const COSTS: Passage = Passage {
    document: "docs/speed.md",
    name: "costs",
};

const JAVASCRIPT: Passage = Passage {
    document: "docs/speed.md",
    name: "javascript",
};

pub fn measure() -> Result<()> {
    natively()?;
    in_javascript()
}

/// The toolkit beside React, on Node.js 22.
fn in_javascript() -> Result<()> {
    kit::build(Variant::Kit)?;
    let node = tools::node_22()?;
    let bundle = project::target().join("bench/server/run.mjs");
    let mut esbuild = command("esbuild");
    esbuild
        .args(["--bundle", "--platform=node", "--format=esm"])
        .args(["--log-level=warning", "benches/server/run.js"])
        .arg("--define:process.env.NODE_ENV=\"production\"")
        // React's server asks for Node.js's own modules as CommonJS does.
        .arg("--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);")
        .arg(format!("--outfile={}", bundle.display()))
        .env("NODE_PATH", tools::react()?);
    run(&mut esbuild)?;
    let table = output(command(&node).arg(&bundle).env("BENCH_KIT", project::kit()))? + "\n";
    println!("{table}");
    JAVASCRIPT.write(&table)
}

fn natively() -> Result<()> {
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
        let written = JAVASCRIPT.read()?;
        let rows = written.lines().filter(|line| line.starts_with("| "));
        assert_eq!(rows.count(), 5, "{written}");
        Ok(())
    }
}
