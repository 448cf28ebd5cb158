//! `cargo xtask fuzz`: `tests/fuzz.rs` for as long as one likes, with another seed each time.

use crate::command::{cargo, run, run_compiler};
use anyhow::{Context, Result};
use std::{
    fs,
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

/// How long, and from what.
pub struct Options {
    pub minutes: f64,
    pub seed: Option<u64>,
    /// An input that has failed, to be read once more.
    pub input: Option<PathBuf>,
    /// A folder of the shape of the corpora, whose inputs are changed as well.
    pub folder: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            minutes: 5.0,
            seed: None,
            input: None,
            folder: None,
        }
    }
}

pub fn fuzz(options: &Options) -> Result<()> {
    let call = "test --release --package article-card-reader --test fuzz";
    run_compiler(cargo(call).arg("--no-run"))?;
    let mut fuzz = cargo(call);
    fuzz.args(["--quiet", "--", "--nocapture"]);
    for (variable, path) in [
        ("ARTICLE_CARD_CORPORA", &options.folder),
        ("ARTICLE_CARD_FUZZ_INPUT", &options.input),
    ] {
        if let Some(path) = path {
            let path =
                fs::canonicalize(path).with_context(|| format!("opening {}", path.display()))?;
            fuzz.env(variable, path);
        }
    }
    let clock = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let seed = options.seed.unwrap_or(clock.as_secs());
    if options.input.is_none() {
        println!("  seed {seed}, {} min", options.minutes);
    }
    fuzz.env("ARTICLE_CARD_FUZZ_SEED", seed.to_string())
        .env("ARTICLE_CARD_FUZZ_MINUTES", options.minutes.to_string());
    run(&mut fuzz)
}
