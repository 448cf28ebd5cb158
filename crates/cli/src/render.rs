//! `article-card render`: any input as a card that is complete before any script.

use crate::console::Console;
use crate::input::{self, Input};
use crate::jsonl;
use crate::renderer::{HtmlArguments, Renderer};
use article_card_reader::check::CheckedArticle;
use clap::Args;
use std::ffi::OsString;
use std::io;
use std::num::NonZeroUsize;

/// Print every article as HTML that is complete before any script, one a line
///
/// It is put into a page as it is: an <article-card> that browsers draw at once, with the article as JSON from which the
/// script goes on, and with headline and bullets for whatever does not draw it. The same input gives the same bytes. Of a
/// withdrawn article it says only that it is withdrawn; one that is under embargo or expired is not printed.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Render {
    /// Files to read; "-" is standard input
    #[arg(
        required_unless_present = "jsonl",
        conflicts_with = "jsonl",
        value_name = "FILE"
    )]
    files: Vec<OsString>,
    /// Read articles from standard input, one a line, and answer each with a line of JSON, in the same order:
    /// {"id", "html", "diagnostics"}, or {"id", "error", "diagnostics"} where there is no card
    #[arg(long)]
    jsonl: bool,
    /// How many threads work on the lines; as many as the machine has if it is not said
    #[arg(long, value_name = "COUNT", value_parser = threads)]
    threads: Option<NonZeroUsize>,
    #[command(flatten)]
    html: HtmlArguments,
}

const EXAMPLES: &str = "\
Examples:
  article-card render --layout hero article.json
  article-card render --page --kit https://cdn.example/card page.html > card.html
  article-card convert feed/*.html | article-card render --jsonl --style link > cards.jsonl

Exit status: 0 if all inputs give a card, 1 if some do not, 2 if the call is wrong.";

fn threads(text: &str) -> Result<NonZeroUsize, &'static str> {
    /// More than any machine that this will run on.
    const MOST: usize = 1024;
    let count = text
        .parse()
        .ok()
        .filter(|count: &NonZeroUsize| count.get() <= MOST);
    count.ok_or("expected a number from 1 to 1024")
}

impl Render {
    /// What the parser cannot ask by itself.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        input::check(&self.files)?;
        if self.threads.is_some() && !self.jsonl {
            return Err("--threads is for --jsonl");
        }
        if self.html.page && self.files.len() > 1 {
            return Err("a page shows one article: give --page one FILE");
        }
        self.html.check()
    }

    /// True if everything gives a card.
    pub(crate) fn run(self) -> io::Result<bool> {
        if self.jsonl {
            return jsonl::run(self.html, self.threads);
        }
        let console = Console::new(self.files.len());
        let renderer = Renderer::new(&self.html);
        let mut is_good = true;
        for file in self.files {
            let Input { name, mut articles } =
                Input::read(&file, renderer.read_options(), renderer.now());
            if self.html.page {
                articles = CheckedArticle::for_page(articles);
            }
            let mut text = String::new();
            for checked in &mut articles {
                let html = renderer.print(checked);
                is_good &= html.is_some();
                if let Some(html) = html {
                    text += &html;
                    text.push('\n');
                }
            }
            console.answer(&name, &text, &articles)?;
        }
        Ok(is_good)
    }
}
