//! One table: what was measured, the figure, its target and whether it is met; then the lists for whoever judges them.

use std::fmt::Display;

/// Whether a target is met.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// There is no target.
    None,
    /// It is met.
    Met,
    /// It is not, which a person may judge.
    Short,
    /// It is not, which nothing excuses.
    Missed,
}

impl Mark {
    pub const fn soft(is_met: bool) -> Self {
        if is_met { Mark::Met } else { Mark::Short }
    }

    pub const fn hard(is_met: bool) -> Self {
        if is_met { Mark::Met } else { Mark::Missed }
    }

    const fn sign(self) -> &'static str {
        match self {
            Mark::None => "",
            Mark::Met => "met",
            Mark::Short => "SHORT",
            Mark::Missed => "MISSED",
        }
    }
}

enum Line {
    Section(String),
    Row([String; 3], Mark),
}

struct List {
    title: String,
    lines: Vec<String>,
    always: bool,
}

/// The table and its lists.
#[derive(Default)]
pub struct Table {
    lines: Vec<Line>,
    lists: Vec<List>,
}

impl Table {
    pub fn section(&mut self, title: &str) {
        self.lines.push(Line::Section(title.to_owned()));
    }

    pub fn row(&mut self, what: &str, figure: impl Display, target: &str, mark: Mark) {
        let cells = [what.to_owned(), figure.to_string(), target.to_owned()];
        self.lines.push(Line::Row(cells, mark));
    }

    /// A figure without a target.
    pub fn figure(&mut self, what: &str, figure: impl Display) {
        self.row(what, figure, "", Mark::None);
    }

    /// Lines below the table: `always`, or only if all lists are asked for.
    pub fn list(&mut self, title: &str, lines: Vec<String>, always: bool) {
        if !lines.is_empty() {
            self.lists.push(List {
                title: title.to_owned(),
                lines,
                always,
            });
        }
    }

    /// Whether a target is missed that must not be.
    pub fn is_missed(&self) -> bool {
        let is_missed = |line: &Line| matches!(line, Line::Row(_, Mark::Missed));
        self.lines.iter().any(is_missed)
    }

    pub fn print(&self, lists_all: bool) {
        let mut widths = [0; 3];
        for line in &self.lines {
            if let Line::Row(cells, _) = line {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = (*width).max(cell.chars().count());
                }
            }
        }
        let [what_width, figure_width, target_width] = widths;
        for line in &self.lines {
            match line {
                Line::Section(title) => println!("\n{title}"),
                Line::Row([what, figure, target], mark) => {
                    let row = format!(
                        "  {what:<what_width$}  {figure:<figure_width$}  {target:<target_width$}  {}",
                        mark.sign()
                    );
                    println!("{}", row.trim_end());
                }
            }
        }
        let mut left_out = 0;
        for list in &self.lists {
            if !(list.always || lists_all) {
                left_out += list.lines.len();
                continue;
            }
            println!("\n{} ({})", list.title, list.lines.len());
            for line in &list.lines {
                println!("  {line}");
            }
        }
        if left_out > 0 {
            println!("\n{left_out} more lines are printed with --list");
        }
        println!();
    }
}

/// "7 of 9 (77.8 %)".
pub fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return String::from("none");
    }
    format!("{part} of {whole} ({:.1} %)", percent(part, whole))
}

/// None of nothing.
#[allow(clippy::cast_precision_loss, reason = "these are counts of files")]
pub fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 * 100.0 / whole as f64
    }
}
