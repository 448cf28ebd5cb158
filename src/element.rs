//! The runtime behind the custom element: what the loader in `element/loader/` calls.
//!
//! It reads, decides and has Yew draw; what a drawn card does is the loader's `behaviour.js`. Texts cross the border as JSON
//! and little else does, so the glue stays small. Nothing here throws.

mod adoption;
mod card;
mod outcome;

use crate::labels::fetched;
use crate::platform::{Browser, Platform, Zone};
use wasm_bindgen::prelude::*;

/// The stylesheet of the shadow root.
#[wasm_bindgen]
pub fn css() -> String {
    crate::CSS.into()
}

/// Takes the labels of a language that a card wanted: its row of the table, or nothing if that cannot be had.
#[wasm_bindgen]
pub fn labels(language: &str, text: &str) {
    fetched::add(language, text);
}

/// An instant in full by the reader's clock, for what a server has written, which knows no reader.
#[wasm_bindgen(js_name = inFull)]
pub fn in_full(epoch_ms: f64, language: &str) -> Option<String> {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 fit until the year 287396"
    )]
    let epoch_ms = epoch_ms as i64;
    Browser.instant(epoch_ms, Zone::Reader, language)
}
