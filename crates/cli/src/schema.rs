//! `article-card schema`: the JSON Schema of the card's own JSON.

use crate::console::Console;
use article_card::SCHEMA;
use clap::Args;
use std::io;

/// Print the JSON Schema of the card's own JSON
///
/// With it an editor completes fields and underlines what is wrong, and other programs check articles.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Schema;

const EXAMPLES: &str = "\
Example:
  article-card schema > article.schema.json

An editor uses it for files that begin with {\"$schema\": \"article.schema.json\".";

impl Schema {
    pub(crate) fn run(self) -> io::Result<bool> {
        Console::new(0).hand_over(SCHEMA.as_bytes())?;
        Ok(true)
    }
}
