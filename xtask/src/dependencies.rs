//! What the project is made of, held by cargo-deny against `deny.toml`: licences, duplicates, sources, and advisories where
//! their database can be reached.

use crate::{
    command::{command, run},
    tools,
};
use anyhow::{Context, Result};
use std::{
    io::Read,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long the database of advisories may take: git itself waits for minutes where nobody answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// Fails on a dependency that `deny.toml` does not allow, and on what `deny.toml` allows without need.
pub fn check() -> Result<()> {
    tools::cargo_deny()?;
    let mut tree = deny(&["check", "--hide-inclusion-graph"]);
    tree.args(["--deny", "unmatched-skip", "--deny", "unnecessary-skip"]);
    run(tree.args(["licenses", "bans", "sources"]))?;
    match fetch_advisories()? {
        None => run(&mut deny(&["--offline", "check", "advisories"])),
        Some(reason) => {
            println!("  advisories: not checked, since their database cannot be fetched: {reason}");
            Ok(())
        }
    }
}

/// Fetches the database of advisories, or says why it cannot be had.
fn fetch_advisories() -> Result<Option<String>> {
    println!("  fetching the database of advisories");
    let mut fetch = deny(&["fetch", "db"]);
    let mut fetch = fetch
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("cargo-deny cannot be started")?;
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = fetch.try_wait()? {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            fetch.kill().and_then(|()| fetch.wait())?;
            return Ok(Some(format!("no answer within {PATIENCE:?}")));
        }
        thread::sleep(Duration::from_millis(50));
    };
    if status.success() {
        return Ok(None);
    }
    let mut told = String::new();
    if let Some(mut stderr) = fetch.stderr.take() {
        stderr.read_to_string(&mut told)?;
    }
    // git has the last word, and the reason is in it.
    let last = told.lines().rfind(|line| !line.trim().is_empty());
    Ok(Some(
        last.unwrap_or("cargo-deny gives no reason").to_owned(),
    ))
}

fn deny(task: &[&str]) -> Command {
    let mut deny = command("cargo-deny");
    deny.args(["--workspace", "--locked"]).args(task);
    deny
}
