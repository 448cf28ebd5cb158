//! The copy button: it says that it has copied only when it has.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, window};

/// How long the button says so, in milliseconds.
const SHOWN: u32 = 2000;

#[wasm_bindgen]
extern "C" {
    /// Absent where the page is not a secure context, refused where its permissions say so.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
}

/// Copies the address. Where the browser refuses, it selects the address, so that a reader can copy it by hand.
pub(super) fn copy(button: Element, address: String) {
    spawn_local(async move {
        let copied = match write_text(&address) {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        if copied {
            confirm(button)
        } else {
            select(&button)
        }
    });
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
    let _ = button.class_list().add_1("copied");
    say(label.as_deref());
    Timeout::new(SHOWN, move || {
        let _ = button.class_list().remove_1("copied");
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
