//! `article-card check`: what was understood of each input, and what was not.

use crate::console::{BOLD, Console};
use crate::input::{Input, Inputs};
use crate::table::table;
use crate::terminal::{json, printable};
use article_card::platform::Native;
use article_card::report::{Code, Severity};
use article_card_reader::Format;
use article_card_reader::check::CheckedArticle;
use clap::Args;
use std::io;

/// Report what was understood, repaired and left out, and whether it gives a card
///
/// Of each article a table shows the fields: what they say, where they came from, and what was done to them. What is wrong
/// is told on standard error as well, a line each: "file:line:column: severity code path message".
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Print a JSON object for each article, one a line, instead of tables
    #[arg(long)]
    json: bool,
    /// Let warnings count as failures
    #[arg(long)]
    deny_warnings: bool,
}

const EXAMPLES: &str = "\
Example:
  article-card check --deny-warnings article.json

Exit status: 0 if all inputs give a card, 1 if some do not, 2 if the call is wrong.";

#[derive(Default)]
struct Totals {
    files: usize,
    articles: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl Check {
    /// True if everything gives a card.
    pub(crate) fn run(self) -> io::Result<bool> {
        let console = Console::new(self.inputs.count());
        let mut totals = Totals::default();
        let native = Native::at(self.inputs.now());
        let mut is_good = true;
        for Input { name, mut articles } in self.inputs.read(!self.json) {
            articles
                .iter_mut()
                .for_each(|checked| checked.decide(&native));
            let mut text = String::new();
            for (index, checked) in (0..).zip(&articles) {
                is_good &= checked.article.is_some();
                totals.add(checked);
                if self.json {
                    text += &json(&checked.line(Some(&name), index));
                    text.push('\n');
                } else {
                    text += &heading(&name, checked, index, articles.len());
                    text += &table(&checked.rows(), console.columns());
                    text.push('\n');
                }
            }
            totals.files += 1;
            console.print(&text)?;
            for checked in &articles {
                console.tell(&name, &checked.diagnostics)?;
            }
            console.advance();
        }
        if !self.json {
            console.print(&totals.line())?;
        }
        Ok(is_good && (totals.warnings == 0 || !self.deny_warnings))
    }
}

fn heading(name: &str, checked: &CheckedArticle, index: u32, count: usize) -> String {
    let mut codes = checked.diagnostics.iter().map(|diagnostic| diagnostic.code);
    let is_unreadable = codes.any(|code| code == Code::Unreadable);
    let format = match checked.format {
        Some(Format::Card) => "the card's own JSON",
        Some(Format::JsonLd) => "JSON-LD",
        Some(Format::Ninjs) => "ninjs",
        Some(Format::Page) => "an HTML page",
        Some(Format::Text) => "text copied from an article",
        None if is_unreadable => "not read",
        None => "of no known format",
    };
    let place = match count {
        1 => String::new(),
        _ => format!(", article {} of {count}", index + 1),
    };
    format!("{BOLD}{}{BOLD:#}: {format}{place}\n", printable(name))
}

impl Totals {
    fn add(&mut self, checked: &CheckedArticle) {
        self.articles += usize::from(checked.article.is_some());
        for diagnostic in &checked.diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Info => self.infos += 1,
                _ => self.warnings += 1,
            }
        }
    }

    fn line(&self) -> String {
        let of = |count: usize, noun: &str| match count {
            1 => format!("1 {noun}"),
            _ => format!("{count} {noun}s"),
        };
        let totals = [
            of(self.files, "file"),
            of(self.articles, "article"),
            of(self.errors, "error"),
            of(self.warnings, "warning"),
        ];
        let doubts = of(self.infos, "value") + " in doubt";
        let doubts = (self.infos > 0).then_some(doubts);
        let totals: Vec<_> = totals.into_iter().chain(doubts).collect();
        totals.join(", ") + "\n"
    }
}
