//! `article-card convert`: any input as the card's own JSON.

use crate::console::Console;
use crate::input::{Input, Inputs};
use crate::terminal::{harmless_json, json};
use article_card::Article;
use clap::Args;
use serde_json::Value;
use std::io;

/// Print every article as the card's own JSON, one a line
///
/// The JSON may be pasted into a page as it is: every "<" in it is escaped. Of a withdrawn article it says only that it is
/// withdrawn; one that is under embargo or expired is not printed.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Indent the JSON, for people
    #[arg(long)]
    pretty: bool,
}

const EXAMPLES: &str = "\
Examples:
  article-card convert --pretty page.html
  curl https://news.example/story | article-card convert --url https://news.example/story -

Exit status: 0 if all inputs give a card, 1 if some do not, 2 if the call is wrong.";

impl Convert {
    /// True if everything gives a card.
    pub(crate) fn run(self) -> io::Result<bool> {
        let console = Console::new(self.inputs.count());
        let mut is_good = true;
        for Input { name, articles, .. } in self.inputs.read(false) {
            let mut text = String::new();
            for checked in &articles {
                is_good &= checked.article.is_some();
                if let Some(article) = &checked.article {
                    text += &if self.pretty {
                        indented(article)?
                    } else {
                        json(article)
                    };
                    text.push('\n');
                }
            }
            console.answer(&name, &text, &articles)?;
        }
        Ok(is_good)
    }
}

/// The same JSON for people.
fn indented(article: &Article) -> io::Result<String> {
    let value: Value = serde_json::from_str(&article.to_json())?;
    Ok(harmless_json(&serde_json::to_string_pretty(&value)?))
}
