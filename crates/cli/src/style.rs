//! `article-card style`: the stylesheet of rendered cards, for those who host it or allow it.

use crate::console::Console;
use article_card::prerender::{
    hash, page_hash, page_stylesheet, page_stylesheet_name, stylesheet, stylesheet_name,
};
use clap::Args;
use std::io;

/// Print the stylesheet of rendered cards, to be hosted, or what a Content-Security-Policy says to allow it
///
/// "render --style link" leads to it by the name that --name prints; every version has another name.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Style {
    /// Print the sources for style-src instead
    #[arg(long, conflicts_with = "name")]
    hash: bool,
    /// Print the name of the file instead
    #[arg(long)]
    name: bool,
    /// For a whole page: its own stylesheet, or the sources of both
    #[arg(long)]
    page: bool,
}

const EXAMPLES: &str = "\
Example:
  article-card style > \"$(article-card style --name)\"

A policy allows cards by: style-src $(article-card style --hash)";

impl Style {
    pub(crate) fn run(self) -> io::Result<bool> {
        let text = match (self.hash, self.name, self.page) {
            (true, _, false) => format!("'{}'", hash()),
            (true, _, true) => format!("'{}' '{}'", hash(), page_hash()),
            (_, true, false) => stylesheet_name(),
            (_, true, true) => page_stylesheet_name(),
            (_, _, false) => stylesheet().to_owned(),
            (_, _, true) => page_stylesheet().to_owned(),
        };
        Console::new(0).hand_over((text + "\n").as_bytes())?;
        Ok(true)
    }
}
