//! `cargo xtask examples`: the kit as those have it who install the package, in projects as they set them up.
//!
//! Each folder of `examples/` is such a project, and `tests/examples/` has a test of its name. The project is copied to
//! `target/examples/`, where the packed kit lies beside it, so that nothing of the repository is in its reach; it is
//! installed and built there by its own commands, on Node.js 22. One without a `package.json` has its commands in its
//! README; the last of them serves it, and is its test's. Whatever takes too long is stopped.

use crate::{
    bounded::within,
    browsers::{self, Browsers},
    command::{command, in_words},
    command_line, files, kit, packages, project, test, tools,
};
use anyhow::{Context, Result, bail, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

/// What one example may take, and all of them with the kit.
const EACH: Duration = Duration::from_secs(8 * 60);
const ALL: Duration = Duration::from_secs(35 * 60);

/// The name under which the projects know the packed kit.
const PACKED: &str = "article-card.tgz";

/// Tries the examples of these names, or all of them, and fails at the end if one of them did.
pub fn examples(names: &[String]) -> Result<()> {
    let begun = Instant::now();
    let all = listed()?;
    if let Some(unknown) = names.iter().find(|name| !all.contains(name)) {
        bail!(
            "there is no example `{unknown}`; there are {}",
            all.join(", ")
        );
    }
    let chosen = all
        .iter()
        .filter(|name| names.is_empty() || names.contains(name));
    let chosen: Vec<&String> = chosen.collect();

    println!("\nthe kit, packed");
    kit::build(kit::Variant::Kit)?;
    let folder = project::target().join("npm");
    files::empty(&folder)?;
    let packed = kit::package::check::pack(&folder)?;
    let stage = Stage::new(&packed)?;

    println!("\nthe package, on the machine's Node.js and on 22");
    kit::package::check::run_on(&[Path::new("node"), &stage.node], &packed)?;

    let mut failed = Vec::new();
    for (index, name) in chosen.iter().enumerate() {
        println!("\n[{}/{}] {name}", index + 1, chosen.len());
        let left = ALL.saturating_sub(begun.elapsed());
        let example = Instant::now();
        match stage.example(name, EACH.min(left)) {
            Ok(()) => println!("  passed in {}", in_words(example.elapsed())),
            Err(error) => {
                println!("  failed: {error:#}");
                failed.push(name.as_str());
            }
        }
    }
    let passed = chosen.len() - failed.len();
    let took = in_words(begun.elapsed());
    println!(
        "\nexamples: {passed} passed, {} failed, in {took}",
        failed.len()
    );
    ensure!(failed.is_empty(), "{} failed", failed.join(", "));
    Ok(())
}

/// The folders of `examples/`, by their names.
fn listed() -> Result<Vec<String>> {
    let folder = project::root().join("examples");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("listing {}", folder.display()))? {
        let entry = entry?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// What all examples run on.
struct Stage {
    folder: PathBuf,
    node: PathBuf,
    browsers: Browsers,
    command_line: PathBuf,
}

impl Stage {
    fn new(packed: &Path) -> Result<Stage> {
        let node = tools::node_22()?;
        let browsers = browsers::install()?;
        // The tests of the examples start browsers as those of the element do.
        test::install_packages(&project::root().join("tests/e2e"))?;
        let folder = project::target().join("examples");
        fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
        files::write(&folder.join(PACKED), files::read(packed)?)?;
        kit::package::check::unpack(packed, &folder.join("article-card"))?;
        Ok(Stage {
            folder,
            node,
            browsers,
            command_line: command_line::build()?,
        })
    }

    /// What only some examples are built with.
    fn equip(&self, name: &str) -> Result<()> {
        match name {
            "hugo" => tools::hugo(),
            "yew-axum" => {
                tools::install_for_preview()?;
                let folder = self.folder.join("crates/article-card");
                packages::unpack("article-card", &folder)
            }
            _ => Ok(()),
        }
    }

    /// Installs, builds and looks at one example.
    fn example(&self, name: &str, span: Duration) -> Result<()> {
        let begun = Instant::now();
        let left = || span.saturating_sub(begun.elapsed());
        let folder = self.folder.join(name);
        files::empty(&folder)?;
        let source = project::root().join("examples").join(name);
        files::copy(&source, &folder, &["node_modules"])?;

        self.equip(name)?;
        for line in commands(&folder)? {
            println!("  {line}");
            let mut shell = self.equipped(command("sh"));
            shell.current_dir(&folder).args(["-c", &line]);
            within(&mut shell, left())?;
        }

        println!("  its page in Chromium and Firefox");
        let mut tests = self.equipped(command(&self.node));
        tests
            .args(["--test", "--test-reporter=spec"])
            .arg(format!("tests/examples/{name}.test.js"))
            .env("ARTICLE_CARD_EXAMPLE", &folder);
        within(self.browsers.name_to(&mut tests), left())
    }

    /// The command with Node.js 22 first on its `PATH`, then the project's tools and the command line.
    fn equipped(&self, mut command: Command) -> Command {
        let path = project::path();
        let folders = [&self.node, &self.command_line].map(|program| program.parent());
        let ours = folders.into_iter().flatten().map(Path::to_path_buf);
        let all = ours.chain(env::split_paths(&path));
        if let Ok(path) = env::join_paths(all) {
            command.env("PATH", path);
        }
        command
            .env("npm_config_audit", "false")
            .env("npm_config_fund", "false")
            .env("npm_config_loglevel", "error")
            // What is compiled stays for the next time, and nobody looks into it by a debugger.
            .env("CARGO_TARGET_DIR", project::target().join("examples-build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "0");
        command
    }
}

/// The commands that make the example of a folder ready to be served, line by line.
fn commands(folder: &Path) -> Result<Vec<String>> {
    if folder.join("package.json").exists() {
        return Ok(["npm ci", "npm run build --if-present"]
            .map(str::to_owned)
            .into());
    }
    let readme = files::read_text(&folder.join("README.md"))?;
    let block = readme.split("```sh\n").nth(1);
    let block = block.and_then(|rest| rest.split("```").next());
    let block = block.context("its README.md has no commands")?;
    let lines = block
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim());
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    // Which serves it.
    lines.pop();
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_example_is_whole_and_has_a_test() {
        let names = listed().unwrap();
        assert!(names.len() >= 4, "{names:?}");
        for name in names {
            let folder = project::root().join("examples").join(&name);
            let test = project::root().join(format!("tests/examples/{name}.test.js"));
            assert!(test.exists(), "{}", test.display());
            assert!(folder.join("README.md").exists(), "{name}");
            if !folder.join("package.json").exists() {
                assert!(!commands(&folder).unwrap().is_empty(), "{name}");
                continue;
            }
            let lock = files::read_text(&folder.join("package-lock.json")).unwrap();
            let resolved = lock.lines().filter(|line| line.contains("\"resolved\""));
            for line in resolved {
                assert!(
                    line.contains("\"file:../article-card.tgz\""),
                    "{name}: {line}"
                );
            }
            let packed = lock
                .split("\"node_modules/article-card\": {")
                .nth(1)
                .unwrap();
            let packed = packed.split('}').next().unwrap();
            // It changes with every kit.
            assert!(!packed.contains("integrity"), "{name}");
        }
    }

    #[test]
    fn what_is_not_there_is_told_with_what_is() {
        let error = examples(&["angular".to_owned()]).unwrap_err().to_string();
        assert!(
            error.contains("`angular`") && error.contains("vite-vue"),
            "{error}"
        );
    }
}
