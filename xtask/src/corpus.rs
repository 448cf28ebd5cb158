//! `cargo xtask corpus DIR`: the readers held against a folder of real and hostile inputs, natively and in browsers.

use crate::{
    browsers,
    command::{cargo, command, run, run_compiler},
    command_line,
    kit::{self, Variant},
    project, site,
    test::install_packages,
    toolkit, tools,
};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// What is to be measured.
#[derive(Default)]
pub struct Options {
    pub folder: Option<PathBuf>,
    pub lists_all: bool,
    pub without_browsers: bool,
    /// Judged bullets to be added to the project's own; then nothing is measured.
    pub judgements: Option<PathBuf>,
}

pub fn corpus(options: &Options) -> Result<()> {
    if let Some(file) = &options.judgements {
        return judge(file);
    }
    let folder = options.folder.as_ref().context("corpus needs a folder")?;
    let folder =
        fs::canonicalize(folder).with_context(|| format!("opening {}", folder.display()))?;
    run_compiler(&mut cargo("build --release --package corpus"))?;
    let corpus = project::target()
        .join("release/corpus")
        .with_extension(env::consts::EXE_EXTENSION);
    let mut measure = command(&corpus);
    measure.arg(&folder);
    if options.lists_all {
        measure.arg("--list");
    }
    let natively = run(&mut measure);
    if options.without_browsers {
        return natively.context("a target is missed");
    }
    tools::node()?;
    let browsers = browsers::install()?;
    install_packages(&project::root().join("tests/e2e"))?;
    kit::build(Variant::Kit)?;
    let mut compare = command("node");
    compare
        .arg(project::root().join("tests/e2e/corpus.js"))
        .args([&corpus, &folder])
        .args(options.lists_all.then_some("--list"))
        .env("ARTICLE_CARD_KIT", project::kit());
    let in_browsers = run(browsers.name_to(&mut compare)).and_then(|()| {
        println!("Hostile texts and addresses, drawn in each browser: about a minute each");
        let command_line = command_line::build()?;
        let mut hostile = command("node");
        hostile
            .args(["--test", "--test-reporter=spec"])
            .arg(project::root().join("tests/e2e/hostile.test.js"))
            .arg(project::root().join("tests/e2e/hostile-prerendered.test.js"))
            .env("ARTICLE_CARD_CORPORA", &folder)
            .env("ARTICLE_CARD_KIT", project::kit())
            .env("ARTICLE_CARD_CLI", command_line);
        run(browsers.name_to(&mut hostile))?;
        println!("The seeds on the workbench: a minute, once the site is built");
        site::build()?;
        let mut seeds = command("node");
        seeds
            .args(["--test", "--test-reporter=spec"])
            .arg("--test-name-pattern=folder of seeds")
            .arg(project::root().join("tests/e2e/workbench.test.js"))
            .env("ARTICLE_CARD_CORPORA", &folder)
            .env("ARTICLE_CARD_KIT", project::kit())
            .env("ARTICLE_CARD_SITE", project::site());
        run(browsers.name_to(&mut seeds))?;
        println!("The toolkit beside the command line: about two minutes");
        toolkit::Stage::new()?.compare(&folder)
    });
    match (natively, in_browsers) {
        (Ok(()), Ok(())) => Ok(()),
        (Err(error), Ok(())) => Err(error.context("a target is missed natively")),
        (Ok(()), Err(error)) => Err(error.context("a target is missed in a browser")),
        (Err(_), Err(_)) => bail!("targets are missed natively and in a browser"),
    }
}

/// Adds what a person judged to what the project has, as hashes.
fn judge(file: &Path) -> Result<()> {
    let file = fs::canonicalize(file).with_context(|| format!("opening {}", file.display()))?;
    let bullets = project::root().join("xtask/corpus/src/whole_pages/bullets.tsv");
    let mut judge = cargo("run --quiet --package corpus -- --judge");
    run(judge.arg(file).arg(bullets))
}
