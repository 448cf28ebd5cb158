//! Measures the card's readers on a folder of real and hostile inputs, and prints one table.
//!
//! `cargo xtask corpus DIR` calls it. It decides nothing about the readers: it holds what they say against what the
//! folder says, lists where the two differ, and fails where no difference can be right.

mod addresses;
mod agreement;
mod cases;
mod dates;
mod days;
#[path = "../../../tests/util/drawn.rs"]
mod drawn;
mod expected;
mod folder;
mod gold;
mod guard;
mod json_suite;
mod ninjs;
mod page;
mod pages;
mod table;
mod templates;
mod texts;
mod timing;
mod whole_pages;

use anyhow::{Context, Result, bail};
use guard::Guard;
use std::{env, path::PathBuf, process::ExitCode};
use table::{Mark, Table};

const USAGE: &str =
    "corpus DIR [--list]\ncorpus DIR --cases ADDRESS\ncorpus --judge JUDGEMENTS BULLETS";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let mut arguments = env::args().skip(1);
    let first = arguments.next().context(USAGE)?;
    if first == "--judge" {
        let judgements = arguments.next().context(USAGE)?;
        let bullets = arguments.next().context(USAGE)?;
        return whole_pages::enlarge(bullets.as_ref(), judgements.as_ref()).map(|()| true);
    }
    let folder = PathBuf::from(first);
    if !folder.is_dir() {
        bail!("{} is no folder", folder.display());
    }
    match (arguments.next().as_deref(), arguments.next()) {
        (None, _) => measure(&folder, false),
        (Some("--list"), None) => measure(&folder, true),
        (Some("--cases"), Some(page)) => cases::print(&folder, &page).map(|()| true),
        _ => bail!(USAGE),
    }
}

/// Prints the table; true if nothing is missed that must not be.
fn measure(folder: &std::path::Path, lists_all: bool) -> Result<bool> {
    let guard = Guard::new();
    let mut table = Table::default();
    pages::measure(folder, &guard, &mut table)?;
    whole_pages::measure(folder, &guard, &mut table)?;
    ninjs::measure(folder, &guard, &mut table)?;
    json_suite::measure(folder, &guard, &mut table)?;
    dates::measure(folder, &guard, &mut table)?;
    texts::measure(folder, &guard, &mut table)?;
    addresses::measure(folder, &guard, &mut table)?;
    let panics = guard.panics();
    table.section("All of it");
    table.row("panics", panics.len(), "0", Mark::hard(panics.is_empty()));
    table.list("Panics", panics, true);
    table.print(lists_all);
    Ok(!table.is_missed())
}
