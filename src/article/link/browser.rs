//! Addresses by the browser's own `URL`.
//!
//! The bindings are our own, because its constructor throws, and an exception that nobody catches would stop every card of
//! the page.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Url;
    #[wasm_bindgen(constructor, catch, js_class = URL)]
    fn new(raw: &str) -> Result<Url, JsValue>;
    #[wasm_bindgen(constructor, catch, js_class = URL)]
    fn against(raw: &str, base: &str) -> Result<Url, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn href(this: &Url) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_username(this: &Url, to: &str);
    #[wasm_bindgen(method, setter)]
    fn set_password(this: &Url, to: &str);
}

pub(super) fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(&Url::new(raw).ok()?)
}

pub(super) fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(&Url::against(raw, base).ok()?)
}

/// None is seen to be serialised: asking the browser takes less code than looking.
pub(super) const fn is_serialised(_: &str) -> bool {
    false
}

fn without_credentials(url: &Url) -> Option<(String, bool)> {
    let stated = url.href();
    url.set_username("");
    url.set_password("");
    let href = url.href();
    let had_credentials = href != stated;
    Some((href, had_credentials))
}
