//! Normal form C by the browser's own `String.prototype.normalize`, asked in `src/platform/browser.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    /// The text in normal form C.
    pub(super) fn compose(text: &str) -> String;
}

/// None is seen to be composed: asking the browser takes less code than looking.
#[cfg(feature = "prerender")]
pub(super) const fn is_composed(_: &str) -> bool {
    false
}
