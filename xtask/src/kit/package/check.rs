//! The package as npm packs it, held against what reads packages: bundlers and Node.js by publint, TypeScript by attw and by
//! uses of its types, tools by the schema of Custom Elements Manifests.
//!
//! `tests/package/` has the judges, at the versions that it pins, and the uses. Nothing is published, and no registry is
//! asked for the package itself.

use crate::{
    bounded::within,
    command::{command, output, run},
    files::empty,
    project, test, tools,
};
use anyhow::{Context, Result};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// Packs `dist/kit`, unpacks it where the uses find it, and fails on the first objection.
pub fn check() -> Result<()> {
    tools::install_for_scripts()?;
    let judges = project::root().join("tests/package");
    test::install_packages(&judges)?;
    let folder = project::target().join("npm");
    empty(&folder)?;
    let packed = pack(&folder)?;
    unpack(&packed, &judges.join("node_modules/article-card"))?;
    script(&judges, "attw", Some(&packed)).context("attw objects")?;
    for project in ["tests/package", "tests/package/tsconfig.server.json"] {
        run(command("tsc").args(["--project", project])).context("types do not fit")?;
    }
    script(&judges, "test", None)
        .context("publint objects, or the package is not what its tests want")
}

/// Runs the package's tests on these programs of Node.js, one after the other.
pub fn run_on(nodes: &[&Path], packed: &Path) -> Result<()> {
    let judges = project::root().join("tests/package");
    test::install_packages(&judges)?;
    unpack(packed, &judges.join("node_modules/article-card"))?;
    for node in nodes {
        println!("  Node.js {}", output(command(node).arg("--version"))?);
        let mut tests = command(node);
        tests
            .current_dir(&judges)
            .args(["--test", "--test-reporter=spec", "package.test.js"]);
        within(&mut tests, Duration::from_secs(120))?;
    }
    Ok(())
}

/// Packs `dist/kit` into this folder and says where.
pub fn pack(folder: &Path) -> Result<PathBuf> {
    let mut npm = tools::npm();
    npm.current_dir(project::kit());
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"]);
    run(npm.arg(folder)).context("dist/kit cannot be packed")?;
    Ok(folder.join(format!("article-card-{}.tgz", project::version()?)))
}

/// Unpacks what npm has packed into this folder.
pub fn unpack(packed: &Path, folder: &Path) -> Result<()> {
    empty(folder)?;
    let mut tar = command("tar");
    tar.arg("-xzf").arg(packed).arg("-C").arg(folder);
    run(tar.args(["--strip-components", "1"]))
}

/// One of the scripts of `tests/package/package.json`.
fn script(folder: &Path, name: &str, packed: Option<&Path>) -> Result<()> {
    let mut npm = tools::npm();
    npm.current_dir(folder)
        .args(["run", "--silent", name, "--"]);
    run(npm.args(packed))
}
