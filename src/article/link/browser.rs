//! Addresses by the browser's own `URL`, asked in `src/platform/browser.js`, where nothing throws.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    /// Serialised; where it has credentials, as it was stated and without them, with a line break between the two.
    fn address(raw: &str, base: Option<&str>) -> Option<String>;
}

pub(super) fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(raw, None)
}

pub(super) fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(raw, Some(base))
}

fn without_credentials(raw: &str, base: Option<&str>) -> Option<(String, bool)> {
    let stated = address(raw, base)?;
    let without = stated.split_once('\n').map(|(_, href)| href.to_owned());
    let had_some = without.is_some();
    Some((without.unwrap_or(stated), had_some))
}
