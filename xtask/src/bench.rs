//! `cargo xtask bench`: what a card costs, in one table.

use crate::command::{cargo, run, run_compiler};
use anyhow::Result;

pub fn bench() -> Result<()> {
    let call = "bench --package article-card-cli --bench stream";
    run_compiler(cargo(call).arg("--no-run"))?;
    println!("The processor's time for a card of the gallery's articles, on one thread");
    run(cargo(call).arg("--quiet"))
}
