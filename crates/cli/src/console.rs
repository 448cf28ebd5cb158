//! The two streams: what was asked for on standard output, what is wrong on standard error.
//!
//! Colours, progress and the width of the terminal are only there where a terminal is; `NO_COLOR` and its kin are heard.

use crate::terminal::{brief, printable};
use crate::{stderr, stdout};
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use article_card::report::{Diagnostic, Place, Severity};
use article_card_reader::check::CheckedArticle;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal, Write};

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default();
const INFO: Style = AnsiColor::Blue.on_default();

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
            // What was in doubt is asked of `check`.
            let mut noticed = checked.diagnostics.clone();
            noticed.retain(|told| told.severity != Severity::Info);
            self.tell(name, &noticed)?;
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
        Severity::Info => INFO,
        _ => WARNING,
    }
}

fn line(file: &str, diagnostic: &Diagnostic) -> String {
    let file = printable(file);
    let first = Place { line: 1, column: 1 };
    let Place { line, column } = diagnostic.path.place().unwrap_or(first);
    let Diagnostic { severity, code, .. } = diagnostic;
    let style = style(*severity);
    let path = brief(diagnostic.path.as_str());
    let reason = brief(&diagnostic.reason.to_string());
    format!(
        "{BOLD}{file}:{line}:{column}:{BOLD:#} {style}{severity}{style:#} {code} {path} {reason}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::line;
    use article_card::report::{Code, Diagnostic, Path, Place, Reason};

    #[test]
    fn a_diagnostic_is_one_line_whatever_is_in_it() {
        let reason = Reason::default().and_words("\u{9b}\r".repeat(300));
        let place = Place { line: 3, column: 1 };
        let path = Path::root("$.a\u{1b}[2J\nb").placed(place);
        let diagnostic = Diagnostic::warning(Code::BadUrl, path, reason);
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
