//! What the command line is made of: no web framework, and no more crates than it has a use for.

use std::collections::BTreeSet;
use std::process::Command;

/// Every crate that is compiled into it or runs while it is compiled, by its name.
#[cfg(test)]
fn crates() -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args([
            "tree",
            "--package",
            "article-card-cli",
            "--edges",
            "normal,build",
        ])
        .args(["--prefix", "none", "--no-dedupe", "--locked", "--offline"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let tree = String::from_utf8(output.stdout).unwrap();
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

#[test]
fn the_command_line_builds_no_web_framework() {
    let crates = crates();
    for known in [
        "article-card",
        "article-card-cli",
        "article-card-reader",
        "clap",
    ] {
        assert!(crates.contains(known), "{known} is not in {crates:?}");
    }
    let browser = [
        "yew",
        "gloo",
        "futures",
        "tokio",
        "wasm-bindgen",
        "js-sys",
        "web-sys",
    ];
    let is_of_browser = |name: &&String| {
        browser
            .iter()
            .any(|part| name.split('-').next() == Some(*part) || name == part)
    };
    let found: Vec<&String> = crates.iter().filter(is_of_browser).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_command_line_has_no_more_than_150_crates() {
    let crates = crates();
    assert!(crates.len() <= 150, "{}: {crates:?}", crates.len());
}
