//! A news article as a card on anybody's page.
//!
//! The data flows one way: [`read`] makes an [`Article`] of bytes, and a [`Report`](report::Report) of what is wrong with
//! them; [`Card::new`] decides everything that is shown and worded; `ArticleCard` draws it by Yew, and `prerender` as HTML.
//! See `ARCHITECTURE.md` for the map.
//!
//! | feature | by default | what it adds |
//! |---|---|---|
//! | `component` | yes | the Yew component |
//! | `places` | yes | lines and columns in diagnostics, and warnings about unknown fields |
//! | `prerender` | | the card as HTML; natively the clock and the wording of dates, `platform::Native` |
//! | `element` | | the custom element's runtime, in a browser only |
//!
//! The crate never fetches anything, never stores anything, and never parses a string of the input as HTML. It reads the
//! card's own JSON; the crate `article-card-reader` reads other formats.
//!
//! ```
//! use article_card::{Options, ReadOptions, read};
//!
//! let reading = read(br#"{"headline": "Harbour wall opens"}"#, &ReadOptions::default());
//! assert_eq!(&*reading.articles[0].headline, "Harbour wall opens");
//! ```

pub mod article;
pub mod card;
pub mod labels;
pub mod options;
pub mod platform;
pub mod report;

#[cfg(feature = "component")]
pub mod component;
#[cfg(feature = "prerender")]
pub mod prerender;

mod card_json;
mod characters;
mod join;
mod json;
mod words;

#[cfg(any(feature = "component", feature = "prerender"))]
mod view;

#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
mod element;
#[cfg(any(
    feature = "prerender",
    all(feature = "element", target_arch = "wasm32", target_os = "unknown")
))]
mod fingerprint;

pub use article::Article;
pub use card::Card;
pub use card_json::{ReadOptions, Reading, read};
#[cfg(feature = "component")]
pub use component::ArticleCard;
pub use options::Options;
pub use words::UnknownWord;

/// The stylesheet of the card's shadow root.
pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/card.css"));

/// The JSON Schema of the card's own JSON, made of the types.
pub const SCHEMA: &str = include_str!("article.schema.json");

/// What `article-card-reader` needs to read other formats into articles. It is nobody else's business, and changes without
/// notice.
#[doc(hidden)]
pub mod reading {
    pub use crate::article::text::{Cleaned, clean};
    pub use crate::card_json::{read_value, redact_refused};
    pub use crate::join::{digits, join};

    pub mod json {
        //! JSON as values.
        pub use crate::json::{
            Fault, Json, Member, Number, Placed, parse, parse_damaged, text, write,
        };
    }
}

/// Smaller than the standard library's, and it never leaves the one thread that a page's script has.
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
