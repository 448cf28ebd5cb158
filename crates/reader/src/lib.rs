//! News articles as newsrooms have them, read for `article-card`: JSON-LD of schema.org, IPTC ninjs, whole HTML pages and
//! text copied out of a page, beside the card's own JSON.
//!
//! Any bytes give articles with diagnostics or diagnostics alone; nothing here panics. What was not written for a card is
//! read forgivingly by the rules of its format, in two steps: a parser makes a value of the text, and a reader that cannot
//! fail makes an article of the value. Every value of such a format goes through one `Cleaner`, which tells
//! what it repairs or leaves out.
//!
//! | feature | by default | what it adds |
//! |---|---|---|
//! | `page` | yes | whole HTML pages; brings `places` along |
//! | `copied` | yes | text as people copy it out of a page |
//! | `places` | yes | lines and columns, unknown fields, where each field came from |
//! | `module` | | what the custom element loads for JSON-LD and ninjs, in a browser only |

mod any_format;
mod byline;
mod caption;
mod card_json;
pub mod check;
mod clean;
mod dateline;
mod json_format;
mod json_ld;
mod key_points;
mod markup;
mod ninjs;
mod page_address;
mod picture_type;
mod pixels;
mod placeholder;
mod reading;
mod repair;
mod restriction;
mod same_words;
mod search;
mod source_value;

#[cfg(feature = "copied")]
mod copied;
#[cfg(feature = "page")]
mod page;

#[cfg(all(feature = "module", target_arch = "wasm32", target_os = "unknown"))]
mod module;

pub use any_format::read;
pub use reading::{Entry, Format, Identifiers, LONGEST, Provenance, ReadOptions, Reading};

/// Smaller than the standard library's, and it never leaves the one thread that a page's script has.
#[cfg(all(feature = "module", target_arch = "wasm32", target_os = "unknown"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
