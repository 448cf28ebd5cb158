//! What a card costs a page, beside the same card in plain JavaScript, React and plain Yew: this builds all of them, and
//! `benches/page/run.js` measures them in Chromium.

use super::Options;
use crate::{
    bounded::within,
    browsers,
    command::{cargo, command, run, run_compiler},
    command_line, files,
    kit::{self, Variant, WASM_FEATURES},
    passage::Passage,
    project, test, tools,
};
use anyhow::{Context, Result};
use std::{env, fs, path::Path, process, time::Duration};

/// What everybody wants to know.
const SPEED: Passage = Passage {
    document: "README.md",
    name: "speed",
};

/// All that was measured.
const PAGE: Passage = Passage {
    document: "docs/speed.md",
    name: "page",
};

/// What one round may take on a busy machine.
const ROUND: Duration = Duration::from_secs(15 * 60);

pub fn measure(options: &Options) -> Result<()> {
    let folder = project::target().join("bench/page");
    files::empty(&folder)?;
    kit::build(Variant::Kit)?;
    println!("  building its peers");
    peers(&folder)?;
    let command_line = command_line::build()?;
    let browsers = browsers::install()?;
    // What leads the browser stands there.
    test::install_packages(&project::root().join("tests/e2e"))?;
    let mut run = command("node");
    run.arg("benches/page/run.js")
        .args(["--rounds", &options.rounds.to_string()])
        .env("BENCH_BUILT", &folder)
        .env("ARTICLE_CARD_KIT", project::kit())
        .env("ARTICLE_CARD_CLI", command_line);
    if let Some(only) = &options.only {
        run.args(["--only", only]);
    }
    // What the browser leaves there goes with it, even where it was stopped.
    let temporary = env::temp_dir().join(format!("article-card-bench-{}", process::id()));
    files::empty(&temporary)?;
    run.env("TMPDIR", &temporary);
    let outcome = within(browsers.name_to(&mut run), ROUND * options.rounds.get());
    fs::remove_dir_all(&temporary).with_context(|| format!("removing {}", temporary.display()))?;
    outcome?;
    for (passage, file) in [(&SPEED, "readme.md"), (&PAGE, "tables.md")] {
        let written = files::read_text(&folder.join(file))?;
        println!("\n{written}");
        if options.only.is_none() {
            passage.write(&written)?;
        }
    }
    Ok(())
}

/// Builds the peers, each into a folder of its name.
fn peers(folder: &Path) -> Result<()> {
    tools::install_for_kit()?;
    let react = tools::react()?;
    for name in ["vanilla", "react"] {
        let script = format!("benches/page/cards/{name}.js");
        bundle(Path::new(&script), &folder.join(name), &react)?;
    }
    yew(&folder.join("yew"), &react)
}

/// One script, minified as for readers.
fn bundle(script: &Path, folder: &Path, packages: &Path) -> Result<()> {
    let mut esbuild = command("esbuild");
    esbuild
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
        .args(["--log-level=warning", "--legal-comments=none"])
        .arg("--define:process.env.NODE_ENV=\"production\"")
        .arg(format!("--outfile={}", folder.join("card.js").display()))
        .env("NODE_PATH", packages);
    run(esbuild.arg(script))
}

/// The card in Yew, as a usual project builds it: optimised for size by stable Rust and wasm-opt.
///
/// It is a workspace of its own, so that no check of the project's grows by it, with the versions of the project's lock file.
fn yew(folder: &Path, packages: &Path) -> Result<()> {
    let work = project::target().join("bench/yew");
    files::empty(&work)?;
    let pages = project::root().join("benches/page");
    files::copy(&pages.join("yew"), &work, &["target"])?;
    let lock = files::read(&project::root().join("Cargo.lock"))?;
    files::write(&work.join("Cargo.lock"), lock)?;
    let call = "build --release --target wasm32-unknown-unknown";
    run_compiler(cargo(call).current_dir(&work)).context("the card in Yew")?;

    let compiled = project::target().join("wasm32-unknown-unknown/release/yew_card.wasm");
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run(bindgen.arg(&work).arg(compiled))?;
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let wasm = "yew_card_bg.wasm";
    let mut wasm_opt = command("wasm-opt");
    wasm_opt.arg("-Oz").args(WASM_FEATURES);
    wasm_opt.arg(work.join(wasm)).arg("--output");
    run(wasm_opt.arg(folder.join(wasm)))?;

    for name in ["yew.js", "look.js", "words.js"] {
        files::write(
            &work.join(name),
            files::read(&pages.join("cards").join(name))?,
        )?;
    }
    bundle(&work.join("yew.js"), folder, packages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_has_a_place_for_the_speed_with_its_date() -> Result<()> {
        let written = SPEED.read()?;
        for contender in [
            "plain JavaScript",
            "React 19",
            "plain Yew",
            "**article-card**",
        ] {
            let rows = written.lines().filter(|line| line.starts_with('|'));
            assert!(
                rows.filter(|row| row.contains(contender)).count() >= 1,
                "{contender}"
            );
        }
        assert!(written.contains("Measured on 20"), "{written}");
        Ok(())
    }

    #[test]
    fn the_document_has_a_place_for_all_tables_of_a_page() -> Result<()> {
        let written = PAGE.read()?;
        let heads = written
            .lines()
            .filter(|line| line.starts_with("|--") || line.starts_with("|-"));
        assert!(heads.count() >= 5, "{written}");
        Ok(())
    }

    #[test]
    fn the_lock_file_of_react_names_no_registry() -> Result<()> {
        let lock = project::root().join("benches/page/package-lock.json");
        assert!(!files::read_text(&lock)?.contains("\"resolved\""));
        Ok(())
    }
}
