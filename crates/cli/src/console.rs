//! The two streams: what was asked for on standard output, what is wrong on standard error.
//!
//! Colours, progress and the width of the terminal are only there where a terminal is; `NO_COLOR` and its kin are heard.

use crate::terminal::{brief, printable};
use crate::{stderr, stdout};
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use article_card::report::{Diagnostic, Severity};
use article_card_reader::check::CheckedArticle;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default();

/// How many inputs are so many that somebody wants to see how far it is.
const MANY: usize = 40;
/// Columns where there is no terminal.
const COLUMNS: usize = 120;

/// The streams of one call.
pub(crate) struct Console {
    progress: Option<ProgressBar>,
}

impl Console {
    /// For a call with so many inputs.
    pub(crate) fn new(inputs: usize) -> Self {
        let is_shown = inputs > MANY && io::stderr().is_terminal();
        let progress = is_shown.then(|| {
            let bar = ProgressBar::new(inputs as u64);
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files, {eta} left");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar
        });
        Self { progress }
    }

    /// Columns of the terminal that reads standard output.
    pub(crate) fn columns(&self) -> usize {
        let size = terminal_size::terminal_size_of(io::stdout());
        size.map_or(COLUMNS, |(width, _)| usize::from(width.0))
    }

    /// Writes what was asked for, in colours where they are wanted.
    pub(crate) fn print(&self, text: &str) -> io::Result<()> {
        let choice = AutoStream::choice(&io::stdout());
        let mut coloured = AutoStream::new(Vec::new(), choice);
        coloured.write_all(text.as_bytes())?;
        self.hand_over(&coloured.into_inner())
    }

    /// Writes what was asked for as it is.
    pub(crate) fn hand_over(&self, lines: &[u8]) -> io::Result<()> {
        // Elsewhere than on a terminal it is not in the way of the progress.
        if io::stdout().is_terminal() {
            self.still(|| stdout::write(lines))
        } else {
            stdout::write(lines)
        }
    }

    /// Writes a line for each diagnostic.
    pub(crate) fn tell(&self, file: &str, diagnostics: &[Diagnostic]) -> io::Result<()> {
        let lines: String = diagnostics.iter().map(|one| line(file, one)).collect();
        if lines.is_empty() {
            return Ok(());
        }
        self.still(|| stderr::write(&lines))
    }

    /// Writes what an input was made into as it is, then what was noticed in it: one more input is done.
    pub(crate) fn answer(
        &self,
        name: &str,
        text: &str,
        articles: &[CheckedArticle],
    ) -> io::Result<()> {
        self.hand_over(text.as_bytes())?;
        for checked in articles {
            self.tell(name, &checked.diagnostics)?;
        }
        self.advance();
        Ok(())
    }

    /// One more input is done.
    pub(crate) fn advance(&self) {
        if let Some(bar) = &self.progress {
            bar.inc(1);
        }
    }

    /// Takes the progress off the terminal while something is written there.
    fn still<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.progress {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        if let Some(bar) = &self.progress {
            bar.finish_and_clear();
        }
    }
}

/// The colour of a severity.
pub(crate) const fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
    }
}

/// The public name of a code, severity or format.
pub(crate) fn name(of: impl Serialize) -> String {
    match serde_json::to_value(of) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn line(file: &str, diagnostic: &Diagnostic) -> String {
    let file = printable(file);
    let (line, column) = (diagnostic.line.unwrap_or(1), diagnostic.column.unwrap_or(1));
    let style = style(diagnostic.severity);
    let severity = name(diagnostic.severity);
    let code = name(diagnostic.code);
    let path = brief(&diagnostic.path);
    let message = brief(&diagnostic.message);
    format!(
        "{BOLD}{file}:{line}:{column}:{BOLD:#} {style}{severity}{style:#} {code} {path} {message}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::line;
    use article_card::report::{Code, Diagnostic, Severity};

    #[test]
    fn a_diagnostic_is_one_line_whatever_is_in_it() {
        let diagnostic = Diagnostic {
            severity: Severity::Warning,
            code: Code::BadUrl,
            path: "$.a\u{1b}[2J\nb".into(),
            message: "\u{9b}\r".repeat(300),
            line: Some(3),
            column: None,
        };
        let told = line("a\nb", &diagnostic);
        let plain = anstream::adapter::strip_str(&told).to_string();
        let start = "a\\nb:3:1: warning bad-url $.a\\u{1b}[2J\\nb \\u{9b}\\r";
        assert!(
            plain.starts_with(start) && plain.ends_with("…\n"),
            "{plain}"
        );
        assert!(
            plain.trim_end().chars().all(|one| !one.is_control()),
            "{plain}"
        );
        assert!(plain.len() < 3000, "{}", plain.len());
    }
}
