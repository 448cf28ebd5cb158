//! Addresses by the browser's own `URL`, asked in `src/platform/browser.js`, where nothing throws.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser.js")]
extern "C" {
    /// As it was stated and without credentials, both serialised, with a line break between them.
    fn address(raw: &str, base: Option<&str>) -> Option<String>;
}

pub(super) fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(raw, None)
}

pub(super) fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(raw, Some(base))
}

/// None is seen to be serialised: asking the browser takes less code than looking.
pub(super) const fn is_serialised(_: &str) -> bool {
    false
}

fn without_credentials(raw: &str, base: Option<&str>) -> Option<(String, bool)> {
    let both = address(raw, base)?;
    let (stated, href) = both.split_once('\n')?;
    Some((href.into(), href != stated))
}
