//! `cargo xtask bench`: what a card costs a server, what it costs a page beside its peers, and what the workbench costs who
//! types. Each part prints its tables and writes them into the documents.

mod page;
mod server;
mod workbench;

use anyhow::Result;
use std::num::NonZeroU32;

/// What is measured.
#[derive(Clone, Copy, PartialEq)]
pub enum Part {
    Server,
    Page,
    Workbench,
}

pub struct Options {
    /// All, if none is named.
    pub part: Option<Part>,
    /// How often everything is measured of a page.
    pub rounds: NonZeroU32,
    /// The contenders that a page is measured with, if not all, with commas between them.
    pub only: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(6);
        Options {
            part: None,
            rounds: ROUNDS,
            only: None,
        }
    }
}

pub fn bench(options: &Options) -> Result<()> {
    let is_wanted = |part| options.part.is_none_or(|only| only == part);
    if is_wanted(Part::Server) {
        server::measure()?;
    }
    if is_wanted(Part::Page) {
        page::measure(options)?;
    }
    if is_wanted(Part::Workbench) {
        workbench::measure()?;
    }
    Ok(())
}
