//! The map in ARCHITECTURE.md is the tree: every module stands on it, and those of the widget stand in the order in which
//! they depend on each other.

use std::{
    fs,
    path::{Path, PathBuf},
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn map() -> String {
    fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap_or_default()
}

/// The files below a folder that end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

#[test]
fn every_module_stands_on_the_map() {
    let map = map();
    let mut seen = 0;
    for folder in ["src", "crates/reader/src", "crates/cli/src"] {
        for file in files(&Path::new(ROOT).join(folder), ".rs") {
            let path = file.strip_prefix(ROOT).unwrap_or(&file);
            let named = |path: &Path| map.contains(&format!("`{}`", path.display()));
            let folders = path.ancestors().skip(1);
            // A folder stands on the map with a slash; the source folders themselves say nothing of what is in them.
            let mut folders = folders.take_while(|folder| !folder.ends_with("src"));
            let is_in_folder =
                folders.any(|folder| map.contains(&format!("`{}/`", folder.display())));
            assert!(
                named(path) || is_in_folder,
                "{} is not on the map",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn nothing_in_the_widget_depends_on_what_stands_below_it() {
    let map = map();
    let rows = map.lines().filter(|line| line.starts_with("| `src/"));
    let names = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    let order: Vec<&str> = names
        .filter_map(|path| path.strip_prefix("src/")?.strip_suffix(".rs"))
        .filter(|name| !name.contains('/') && *name != "lib")
        .collect();
    let place = |name: &str| order.iter().position(|known| *known == name);
    for file in files(&Path::new(ROOT).join("src"), ".rs") {
        let path = file
            .strip_prefix(Path::new(ROOT).join("src"))
            .unwrap_or(&file);
        // The schema is made by a test, with an example of each label.
        if path == Path::new("lib.rs") || path == Path::new("article/schema.rs") {
            continue;
        }
        let own = path.iter().next().unwrap_or_default().to_string_lossy();
        let own = own.trim_end_matches(".rs");
        let text = fs::read_to_string(&file).unwrap_or_default();
        let code = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default();
        for used in code.split("crate::").skip(1) {
            let name: String = used
                .chars()
                .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
                .collect();
            // What begins with a capital, or with a brace, comes by way of the public door.
            if let Some(other) = place(&name) {
                assert!(
                    Some(other) <= place(own),
                    "{} uses `{name}`, which stands below it on the map",
                    path.display()
                );
            }
        }
        assert!(place(own).is_some(), "{own} is not on the map");
    }
    assert!(order.len() >= 15, "{order:?}");
}
