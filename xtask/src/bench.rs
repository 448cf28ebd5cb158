//! `cargo xtask bench`: what a card costs a server, and what it costs a page beside its peers. Both print their tables and
//! write them into the documents.

mod page;
mod server;

use anyhow::Result;
use std::num::NonZeroU32;

/// One of the two.
#[derive(Clone, Copy, PartialEq)]
pub enum Half {
    Server,
    Page,
}

pub struct Options {
    /// Both, if none is named.
    pub half: Option<Half>,
    /// How often everything is measured of a page.
    pub rounds: NonZeroU32,
    /// The contenders that a page is measured with, if not all, with commas between them.
    pub only: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(6);
        Options {
            half: None,
            rounds: ROUNDS,
            only: None,
        }
    }
}

pub fn bench(options: &Options) -> Result<()> {
    if options.half != Some(Half::Page) {
        server::measure()?;
    }
    if options.half != Some(Half::Server) {
        page::measure(options)?;
    }
    Ok(())
}
