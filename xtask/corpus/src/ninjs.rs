//! The test suite and examples of IPTC ninjs.

use crate::folder;
use crate::guard::Guard;
use crate::guard::told;
use crate::table::{Mark, Table, share};
use anyhow::{Context, Result};
use article_card::report::{Code, Severity};
use article_card_reader::{Format, ReadOptions, Reading};
use std::{fs, path::Path};

/// An item is read if it is known for one and refused for nothing but what a card cannot do without.
fn is_read(reading: &Reading) -> bool {
    let errors = reading.report.diagnostics.iter();
    let mut errors = errors.filter(|told| told.severity == Severity::Error);
    reading.format == Some(Format::Ninjs)
        && errors.all(|told| matches!(told.code, Code::MissingField | Code::NoArticle))
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("ninjs");
    let ninjs = folder.join("ninjs");
    let (mut passing, mut failing, mut examples) =
        (Count::default(), Count::default(), Count::default());
    for file in folder::json_files(&ninjs)? {
        let name = folder::name(&file, &ninjs);
        let count = if name.contains("/should_pass/") {
            &mut passing
        } else if name.contains("/should_fail/") || name.contains("/not-valid/") {
            &mut failing
        } else if name.starts_with("examples/") || name.starts_with("doc-examples/") {
            &mut examples
        } else {
            continue;
        };
        let bytes = fs::read(&file).with_context(|| format!("reading {name}"))?;
        if let Some(reading) = guard.read(&name, &bytes, &ReadOptions::default()) {
            count.add(&name, &reading);
        }
    }
    if passing.files == 0 {
        table.figure("ninjs/test_suite", "not there");
        return Ok(());
    }
    let mark = Mark::hard(passing.read == passing.files);
    table.row(
        "should_pass: read",
        share(passing.read, passing.files),
        "all",
        mark,
    );
    table.figure("should_pass: article", passing.articles);
    table.figure(
        "should_pass: no headline, so no card",
        passing.read - passing.articles.min(passing.read),
    );
    table.figure(
        "should_fail: an article all the same",
        share(failing.articles, failing.files),
    );
    table.figure(
        "should_fail: refused or something told",
        share(failing.told, failing.files),
    );
    table.figure(
        "examples: article",
        share(examples.articles, examples.files),
    );
    table.list("ninjs should_pass that is not read", passing.unread, true);
    table.list("ninjs should_fail, and what is told", failing.lines, false);
    table.list("ninjs examples, and what is told", examples.lines, false);
    table.list("ninjs should_pass, and what is told", passing.lines, false);
    Ok(())
}

#[derive(Default)]
struct Count {
    files: usize,
    read: usize,
    articles: usize,
    told: usize,
    unread: Vec<String>,
    lines: Vec<String>,
}

impl Count {
    fn add(&mut self, name: &str, reading: &Reading) {
        self.files += 1;
        self.articles += reading.articles.len().min(1);
        self.told += usize::from(!reading.report.diagnostics.is_empty());
        let word = if reading.articles.is_empty() {
            "none"
        } else {
            "card"
        };
        let line = format!("{name}: {word}: {}", told(reading));
        if is_read(reading) {
            self.read += 1;
        } else {
            self.unread.push(line.clone());
        }
        self.lines.push(line);
    }
}
