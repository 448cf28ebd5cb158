//! Normal form C by the browser's own `String.prototype.normalize`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The text in normal form C.
    #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = call)]
    pub(super) fn compose(text: &str) -> String;
}

/// None is seen to be composed: asking the browser takes less code than looking.
#[cfg(feature = "prerender")]
pub(super) const fn is_composed(_: &str) -> bool {
    false
}
