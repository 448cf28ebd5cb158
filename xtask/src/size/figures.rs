//! The committed figures of crates and functions, in `xtask/src/size/figures.tsv`, and what has grown against them.

use super::functions::Module;
use crate::{files, project};
use anyhow::{Context, Result, bail};
use std::{cmp::Reverse, collections::BTreeMap, path::PathBuf};

/// The least that a function weighs to have a row: those below are many, and change with everything.
const LEAST: usize = 300;
/// How many functions are named when something has grown.
const NAMED: usize = 10;
const PART: &str = "part";
const FUNCTION: &str = "function";

/// Bytes by module, kind and name.
type Figures = BTreeMap<[String; 3], usize>;

/// Writes the figures of these modules.
pub fn write(modules: &[Module]) -> Result<()> {
    files::write(&path(), written(&figures(modules)))
}

/// Fails when a part or the whole of one of these modules has grown.
pub fn check(modules: &[Module]) -> Result<()> {
    let committed = read(&files::read_text(&path())?)?;
    for line in compare(&committed, &figures(modules))? {
        println!("  {line}");
    }
    Ok(())
}

fn path() -> PathBuf {
    project::root().join("xtask/src/size/figures.tsv")
}

fn figures(modules: &[Module]) -> Figures {
    let mut figures = Figures::new();
    for module in modules {
        let key = |kind: &str, name: &str| [module.name, kind, name].map(str::to_owned);
        for (part, length) in module.parts() {
            figures.insert(key(PART, part), length);
        }
        figures.insert(key(PART, "sum"), module.sum());
        for (name, length) in &module.functions {
            if *length >= LEAST {
                figures.insert(key(FUNCTION, name), *length);
            }
        }
    }
    figures
}

fn written(figures: &Figures) -> String {
    let row = |([module, kind, name], length): (&[String; 3], &usize)| {
        format!("{module}\t{kind}\t{name}\t{length}\n")
    };
    figures.iter().map(row).collect()
}

fn read(text: &str) -> Result<Figures> {
    let row = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let key = [cells.next()?, cells.next()?, cells.next()?];
        let length = cells.next()?.parse().ok()?;
        cells.next().is_none().then_some((key, length))
    };
    text.lines()
        .map(|line| {
            row(line).with_context(|| format!("xtask/src/size/figures.tsv: not a row: {line}"))
        })
        .collect()
}

/// Fails when a part has grown by more than half a percent, which the folder of the compiler may make of it; says which have
/// become smaller by as much.
fn compare(committed: &Figures, fresh: &Figures) -> Result<Vec<String>> {
    let (mut grown, mut shrunk) = (Vec::new(), Vec::new());
    for (key, length) in fresh.iter().filter(|([_, kind, _], _)| kind == PART) {
        let [module, _, part] = key;
        let before = committed.get(key).copied().unwrap_or_default();
        let line = format!("{module}, {part}: {length} bytes, and {before} before");
        if length.abs_diff(before) * 200 <= before {
            continue;
        }
        match *length > before {
            true => grown.push(line),
            false => shrunk.push(format!("{line}; `cargo xtask size` writes it down")),
        }
    }
    if grown.is_empty() {
        return Ok(shrunk);
    }
    bail!(
        "the WebAssembly has grown:\n  {}\nof its functions mostly\n  {}\nif it is meant, call `cargo xtask size` and \
         commit xtask/src/size/figures.tsv",
        grown.join("\n  "),
        grown_functions(committed, fresh).join("\n  ")
    )
}

fn grown_functions(committed: &Figures, fresh: &Figures) -> Vec<String> {
    let functions = fresh.iter().filter(|([_, kind, _], _)| kind == FUNCTION);
    let mut grown: Vec<_> = functions
        .map(|(key, length)| (key, *length, committed.get(key).copied()))
        .filter(|(_, length, before)| *length > before.unwrap_or_default())
        .collect();
    grown.sort_by_key(|(_, length, before)| Reverse(length - before.unwrap_or_default()));
    let grown = grown.into_iter().take(NAMED);
    let line = |([module, _, name], length, before): (&[String; 3], usize, Option<usize>)| {
        let before = before.map_or_else(|| format!("none of {LEAST} or more"), |b| b.to_string());
        format!("{module}, {name}: {length} bytes, and {before} before")
    };
    grown.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMITTED: &str = "runtime\tfunction\tarticle_card::card::decide\t400\n\
                             runtime\tfunction\tarticle_card::view::draw\t1000\n\
                             runtime\tpart\tarticle_card\t2000\n\
                             runtime\tpart\tsum\t9000\n\
                             runtime\tpart\tyew\t0\n";

    fn with(row: &str, other: &str) -> Figures {
        assert!(COMMITTED.contains(row), "{row}");
        read(&COMMITTED.replace(row, other)).unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(written(&read(COMMITTED).unwrap()), COMMITTED);
        for line in [
            "runtime\tpart\tsum",
            "runtime\tpart\tsum\tmany",
            "1\t2\t3\t4\t5",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }

    #[test]
    fn the_committed_figures_are_rows() {
        let committed = read(&files::read_text(&path()).unwrap()).unwrap();
        for module in ["runtime", "reader"] {
            let sum = [module, PART, "sum"].map(str::to_owned);
            let is_part = |key: &[String; 3]| key[0] == module && key[1] == PART && *key != sum;
            let parts = committed.iter().filter(|(key, _)| is_part(key));
            let parts: usize = parts.map(|(_, length)| length).sum();
            assert_eq!(committed.get(&sum), Some(&parts), "{module}");
        }
    }

    #[test]
    fn equal_and_smaller_figures_pass() {
        let committed = read(COMMITTED).unwrap();
        assert!(compare(&committed, &committed).unwrap().is_empty());
        let near = with("sum\t9000", "sum\t9045");
        assert!(compare(&committed, &near).unwrap().is_empty());
        let smaller = with("sum\t9000", "sum\t8000");
        let told = compare(&committed, &smaller).unwrap().join("\n");
        assert!(
            told.contains("runtime, sum: 8000 bytes, and 9000 before"),
            "{told}"
        );
    }

    #[test]
    fn a_part_that_grows_fails_and_names_its_functions() {
        let committed = read(COMMITTED).unwrap();
        for (row, other) in [
            ("sum\t9000", "sum\t9046"),
            ("article_card\t2000", "article_card\t2011"),
            ("yew\t0", "yew\t1"),
        ] {
            assert!(compare(&committed, &with(row, other)).is_err(), "{other}");
        }
        let grown = COMMITTED
            .replace("draw\t1000", "draw\t1700")
            .replace("sum\t9000", "sum\t10000")
            + "runtime\tfunction\tarticle_card::view::time\t300\n";
        let error = compare(&committed, &read(&grown).unwrap()).unwrap_err();
        let told = error.to_string();
        let draw = told.find("article_card::view::draw: 1700 bytes, and 1000 before");
        let time = told.find("article_card::view::time: 300 bytes, and none of 300 or more before");
        assert!(draw.is_some() && draw < time, "{told}");
        assert!(
            told.contains("runtime, sum: 10000 bytes, and 9000 before"),
            "{told}"
        );
        assert!(!told.contains("decide"), "{told}");
    }
}
