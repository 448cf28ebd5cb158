//! `cargo xtask test`: every check of the project, in the order in which they are quick to fail.

use crate::kit::Variant;
use crate::{
    browsers,
    command::{cargo, in_words, run, run_compiler},
    command_line, dependencies, example, features, kit, packages, pictures, project, release,
    scripts, site, size, toolkit, tools,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

/// A check: its name on the command line, the checks whose work it needs, what it is about, and itself.
struct Check {
    name: &'static str,
    needs: &'static [&'static str],
    about: &'static str,
    run: fn() -> Result<()>,
}

const CHECKS: [Check; 16] = [
    Check {
        name: "format",
        needs: &[],
        about: "is the code formatted?",
        run: format,
    },
    Check {
        name: "dependencies",
        needs: &[],
        about: "is every dependency one that deny.toml allows, and none known to be vulnerable?",
        run: dependencies::check,
    },
    Check {
        name: "scripts",
        needs: &[],
        about: "do the types of the JavaScript fit, does its linter object to anything, and does the bench reckon right?",
        run: scripts::check,
    },
    Check {
        name: "clippy",
        needs: &[],
        about: "does the linter object to anything?",
        run: clippy,
    },
    Check {
        name: "features",
        needs: &[],
        about: "does every combination of features compile without a warning, here and for the browser?",
        run: every_combination,
    },
    Check {
        name: "unit",
        needs: &[],
        about: "the tests that need no browser",
        run: unit,
    },
    Check {
        name: "docs",
        needs: &[],
        about: "do the links of the documentation lead somewhere, and does its example compile?",
        run: docs,
    },
    Check {
        name: "packages",
        needs: &[],
        about: "are the crates whole as they would be published?",
        run: packages::verify,
    },
    Check {
        name: "kit",
        needs: &[],
        about: "is what a publisher hosts built, within its budgets, and as large as the documents and the figures say?",
        run: kit_in_budget,
    },
    Check {
        name: "npm",
        needs: &["kit"],
        about: "is the kit a package of npm that bundlers, editors and TypeScript understand?",
        run: kit::package::check::check,
    },
    Check {
        name: "toolkit",
        needs: &["kit"],
        about: "does the packed toolkit give the same bytes on Node.js, Deno, Bun and workerd as the command line?",
        run: toolkit::check,
    },
    Check {
        name: "release",
        needs: &["kit"],
        about: "is a release packed of the kit and the crates, with the checksums of all?",
        run: release::check,
    },
    Check {
        name: "site",
        needs: &[],
        about: "are workbench, gallery and reference built as a site, of which every link leads somewhere?",
        run: site::build,
    },
    Check {
        name: "pictures",
        needs: &["kit"],
        about: "does every fixture's card look as its reference picture does?",
        run: pictures::check,
    },
    Check {
        name: "browsers",
        needs: &["kit", "site"],
        about: "the element in Chromium, Firefox and WebKit",
        run: in_browsers,
    },
    Check {
        name: "whole",
        needs: &[],
        about: "do the tests of what Yew draws pass in Chromium with one that is not abridged?",
        run: on_whole_yew,
    },
];

/// Runs the checks of these names with those that they need, or all of them, up to the first that fails.
pub fn test(names: &[String]) -> Result<()> {
    let mut wanted: Vec<&str> = Vec::new();
    for name in names {
        let Some(check) = CHECKS.iter().find(|check| check.name == name) else {
            let known = CHECKS.map(|check| check.name).join(", ");
            bail!("there is no check `{name}`; there are {known}");
        };
        wanted.push(check.name);
        wanted.extend(check.needs);
    }
    let chosen: Vec<&Check> = CHECKS
        .iter()
        .filter(|check| wanted.is_empty() || wanted.contains(&check.name))
        .collect();
    let mut took: Vec<(&str, Duration)> = Vec::new();
    for (passed, check) in chosen.iter().enumerate() {
        let Check { name, about, .. } = check;
        println!("\n[{}/{}] {name}: {about}", passed + 1, chosen.len());
        let begun = Instant::now();
        let outcome = (check.run)();
        let span = begun.elapsed();
        took.push((name, span));
        if let Err(error) = outcome {
            println!("\n{}", durations(&took));
            println!("checks: {passed} passed, 1 failed");
            return Err(error.context(format!(
                "the check `{name}` failed; `cargo xtask test {name}` repeats it"
            )));
        }
        println!("  passed in {}", in_words(span));
    }
    println!("\n{}", durations(&took));
    println!("checks: {} passed, 0 failed", chosen.len());
    Ok(())
}

/// A table of what each check took, with the sum.
fn durations(took: &[(&str, Duration)]) -> String {
    let sum = ("sum", took.iter().map(|(_, span)| *span).sum());
    let rows = took.iter().chain([&sum]);
    rows.map(|(name, span)| format!("  {name:12}  {:>11}\n", in_words(*span)))
        .collect()
}

fn format() -> Result<()> {
    run(&mut cargo("fmt --all --check")).context("`cargo fmt --all` formats it")
}

fn clippy() -> Result<()> {
    let call = "clippy --workspace --all-targets -- --deny warnings";
    run_compiler(&mut cargo(call))
}

/// One call for each, since in one call features would switch on each other's.
fn every_combination() -> Result<()> {
    tools::wasm_target()?;
    features::lint()
}

fn unit() -> Result<()> {
    let call = "test --workspace --no-fail-fast";
    run_compiler(cargo(call).arg("--no-run"))?;
    run(cargo(call).arg("--quiet"))
}

fn docs() -> Result<()> {
    let mut doc = cargo("doc --workspace --no-deps");
    run_compiler(doc.env("RUSTDOCFLAGS", "--deny warnings"))?;
    tools::wasm_target()?;
    example::check()
}

fn kit_in_budget() -> Result<()> {
    kit::build(Variant::Kit)?;
    size::check()
}

fn in_browsers() -> Result<()> {
    in_browsers_on(&project::kit(), None, &[])
}

/// What is left out of Yew must not be missed, and must not be what makes a test pass.
fn on_whole_yew() -> Result<()> {
    kit::build(Variant::Whole)?;
    in_browsers_on(&project::whole_kit(), Some("chromium"), &DRAWN)
}

/// The tests of what Yew has a part in: how a card is drawn, changed, moved and taken away again.
const DRAWN: [&str; 13] = [
    "adoption",
    "changed-by-others",
    "changes",
    "embed",
    "fault",
    "fields",
    "lifecycle",
    "many",
    "memory",
    "redraw",
    "same-dom",
    "scripted",
    "thousand",
];

/// Runs these browser tests or all on a kit, in all browsers or in one.
fn in_browsers_on(kit: &Path, only: Option<&str>, names: &[&str]) -> Result<()> {
    tools::node()?;
    let browsers = browsers::install()?;
    let folder = project::root().join("tests/e2e");
    install_packages(&folder)?;
    kit::build(Variant::Faulty)?;
    let command_line = command_line::build()?;
    let mut tests = tools::npm();
    tests
        .current_dir(folder)
        .args(["test", "--silent", "--"])
        .args(names.iter().map(|name| format!("{name}.test.js")))
        .env("ARTICLE_CARD_KIT", kit)
        .env("ARTICLE_CARD_KIT_FAULT", project::faulty_kit())
        .env("ARTICLE_CARD_SITE", project::site())
        .env("ARTICLE_CARD_CLI", command_line);
    if let Some(only) = only {
        tests.env("ARTICLE_CARD_BROWSER", only);
    }
    run(browsers.name_to(&mut tests))
}

/// Installs the packages of a folder of browser tests when their lock file has changed since.
pub fn install_packages(folder: &Path) -> Result<()> {
    let changed = |name: &str| fs::metadata(folder.join(name)).and_then(|file| file.modified());
    let wanted = changed("package-lock.json")
        .with_context(|| format!("{}/package-lock.json is missing", folder.display()))?;
    if changed("node_modules/.package-lock.json").is_ok_and(|installed| installed >= wanted) {
        return Ok(());
    }
    println!("  installing what the browser tests need: less than a minute");
    tools::install_packages(tools::npm().current_dir(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_with_the_sum() {
        let took = [
            ("format", Duration::from_millis(1_400)),
            ("dependencies", Duration::from_millis(73_700)),
        ];
        assert_eq!(
            durations(&took),
            "  format                1 s\n  dependencies   1 min 13 s\n  sum            1 min 15 s\n"
        );
    }

    #[test]
    fn every_test_of_what_yew_draws_is_there() {
        for name in DRAWN {
            let file = project::root().join(format!("tests/e2e/{name}.test.js"));
            assert!(file.exists(), "{name}");
        }
    }

    #[test]
    fn each_name_fits_into_the_table() {
        assert!(CHECKS.iter().all(|check| check.name.len() <= 12));
    }
}
