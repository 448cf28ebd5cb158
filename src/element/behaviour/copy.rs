//! The copy button: it says that it has copied only when it has.

use super::{Promise, mark, settled};
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, window};

/// Marks the button while it says so.
const COPIED: &str = " copied";
/// How long the button says so, in milliseconds.
const SHOWN: u32 = 2000;

#[wasm_bindgen]
extern "C" {
    /// Absent where the page is not a secure context, refused where its permissions say so.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Copies the address. Where the browser refuses, it selects the address, so that a reader can copy it by hand.
pub(super) fn copy(button: Element, address: &str) {
    let Ok(promise) = write_text(address) else {
        select(&button);
        return;
    };
    settled(
        &promise,
        Box::new(move |is_copied| {
            if is_copied {
                confirm(button)
            } else {
                select(&button)
            }
        }),
    );
}

/// The two labels share one place, so nothing moves; a screen reader hears the status.
fn confirm(button: Element) {
    let label = button
        .last_element_child()
        .and_then(|label| label.text_content());
    let status = button
        .closest(".actions")
        .ok()
        .flatten()
        .and_then(|actions| actions.query_selector("[role=status]").ok().flatten());
    let say = move |text: Option<&str>| {
        if let Some(status) = &status {
            status.set_text_content(text);
        }
    };
    mark(&button, COPIED, true);
    say(label.as_deref());
    Timeout::new(SHOWN, move || {
        mark(&button, COPIED, false);
        say(None);
    })
    .forget();
}

fn select(button: &Element) {
    if let (Some(address), Some(Ok(Some(selection)))) = (
        button.previous_element_sibling(),
        window().map(|window| window.get_selection()),
    ) {
        let _ = selection.select_all_children(&address);
    }
}
