//! A news article as a card on anybody's page.
//!
//! The data flows one way: bytes are read into an [`Article`] and a [`Report`](report::Report);
//! [`Card::new`] decides everything that is shown and worded; [`ArticleCard`]
//! draws it. See `ARCHITECTURE.md` for the map.
//!
//! The crate never fetches anything, never stores anything, and never parses a string of the input as HTML.

pub mod article;
pub mod card;
pub mod options;
pub mod platform;
pub mod report;
pub mod source;
pub mod view;
pub mod words;

#[cfg(all(not(target_arch = "wasm32"), feature = "prerender"))]
pub mod prerender;

#[cfg(any(feature = "element", feature = "prerender"))]
mod fingerprint;
mod json;

#[cfg(all(target_arch = "wasm32", feature = "element"))]
mod behaviour;
#[cfg(all(target_arch = "wasm32", feature = "element"))]
mod element;
#[cfg(all(target_arch = "wasm32", feature = "reader"))]
mod reader;

pub use article::Article;
pub use card::Card;
pub use options::Options;
pub use source::{Format, ReadOptions, Reading, read};
pub use view::ArticleCard;

/// The stylesheet of the card's shadow root.
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/card.css"));

/// Smaller than the standard library's, and it never leaves the one thread that a page's script has.
#[cfg(all(target_arch = "wasm32", any(feature = "element", feature = "reader")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
