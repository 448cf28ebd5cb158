//! JSONTestSuite: what is JSON and what is not, as its files' names say.

use crate::folder;
use crate::guard::Guard;
use crate::table::{Mark, Table};
use anyhow::{Context, Result};
use article_card::report::Code;
use article_card_reader::{Format, ReadOptions, Reading};
use std::{collections::BTreeMap, fs, path::Path};

/// Whether the text was taken for JSON, whatever it then was.
pub fn is_json(reading: &Reading) -> bool {
    if matches!(reading.format, Some(Format::Page | Format::Text)) {
        return false;
    }
    let diagnostics = &reading.report.diagnostics;
    let is_fault = diagnostics.iter().any(|told| {
        matches!(
            told.code,
            Code::NoData | Code::TooLarge | Code::TooDeep | Code::JsonSyntax | Code::BadEncoding
        )
    });
    !is_fault && !diagnostics.is_empty() || !reading.articles.is_empty()
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("JSONTestSuite");
    let suite = folder.join("jsonsuite");
    let files = folder::json_files(&suite)?;
    let serde = serde_verdicts(&suite);
    let (mut accepted, mut refused, mut either) = ([0, 0], [0, 0], [0, 0]);
    let (mut wrong, mut undecided) = (Vec::new(), Vec::new());
    for file in &files {
        let name = folder::name(file, &suite);
        let bytes = fs::read(file).with_context(|| format!("reading {name}"))?;
        let Some(reading) = guard.read(&name, &bytes, &ReadOptions::default()) else {
            continue;
        };
        let is_json = is_json(&reading);
        let told = crate::guard::told(&reading);
        let word = if is_json { "accepted" } else { "refused" };
        let line = format!("{name}: {word}: {told}");
        match name.get(..2) {
            Some("y_") => note(&mut accepted, is_json, line, &mut wrong),
            Some("n_") => note(&mut refused, !is_json, line, &mut wrong),
            Some("i_") => {
                either = [either[0] + usize::from(is_json), either[1] + 1];
                let theirs = serde.get(&name).map_or("unknown", String::as_str);
                undecided.push(format!("{line} (serde_json: {theirs})"));
            }
            _ => {}
        }
    }
    if files.is_empty() {
        table.figure("jsonsuite", "not there");
        return Ok(());
    }
    let of = |[met, all]: [usize; 2]| format!("{met}/{all}");
    let mark = |[met, all]: [usize; 2]| Mark::hard(met == all);
    table.row("y_ accepted", of(accepted), "all", mark(accepted));
    table.row("n_ refused", of(refused), "all", mark(refused));
    table.figure("i_ accepted", of(either));
    table.list("JSONTestSuite verdicts that are wrong", wrong, true);
    table.list(
        "JSONTestSuite verdicts that are left to a parser",
        undecided,
        false,
    );
    Ok(())
}

fn note([met, all]: &mut [usize; 2], is_met: bool, line: String, wrong: &mut Vec<String>) {
    *all += 1;
    *met += usize::from(is_met);
    if !is_met {
        wrong.push(line);
    }
}

fn serde_verdicts(suite: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(suite.join("serde_json_verdict.tsv")).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    lines
        .map(|(name, verdict)| (name.to_owned(), verdict.to_owned()))
        .collect()
}
