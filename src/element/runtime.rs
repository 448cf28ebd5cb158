//! What the loader calls.

use super::behaviour::Notify;
use super::mounted::Mounted;
use super::panic;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

/// The stylesheet of the shadow root.
#[wasm_bindgen]
pub fn css() -> String {
    crate::CSS.into()
}

/// Has `panicked(message, host)` called when a card panics. After that, this instance must not be called again.
#[wasm_bindgen]
pub fn watch(panicked: js_sys::Function) {
    panic::watch(panicked);
}

/// Takes the labels of a language that a card wanted: its row of the table, or nothing if that cannot be had.
#[wasm_bindgen]
pub fn labels(language: &str, text: &str) {
    crate::labels::fetched::add(language, text);
}

/// One card of the page. The loader owns it; freeing it takes the card off the page.
#[wasm_bindgen(js_name = Card)]
#[derive(Debug)]
pub struct Handle(Rc<Mounted>);

#[wasm_bindgen(js_class = Card)]
impl Handle {
    /// `mount` is an empty element for the host's shadow root, or the one that holds a prerendered card there;
    /// `notify(name, detail)` fires an event and returns whether it was not canceled.
    #[wasm_bindgen(constructor)]
    pub fn new(host: HtmlElement, mount: Element, notify: js_sys::Function) -> Self {
        let notify: Notify = Rc::new(move |name, detail| {
            notify
                .call2(&JsValue::UNDEFINED, &name.into(), &detail.into())
                .map_or(true, |go_on| go_on.is_truthy())
        });
        Self(Mounted::new(host, mount, notify))
    }

    /// Reads the article and draws it in the next microtask; what was drawn before stays if it cannot be.
    /// Returns `{"drawn": bool, "wants": language, "diagnostics": […]}`; a card that wants the labels of a language is to be
    /// drawn again once `labels` has them.
    pub fn draw(&self, json: &str, page_language: Option<String>) -> String {
        self.0.outcome(Mounted::show, true, json, page_language)
    }

    /// Reads the article of the prerendered card in `mount` and compares the two. Returns the same as `draw`; if the card
    /// may stay, `enliven` is to be called, else the handle is to be freed.
    pub fn adopt(&self, json: &str, page_language: Option<String>) -> String {
        self.0
            .outcome(Mounted::may_stay, false, json, page_language)
    }

    /// Takes an adopted card over as it stands.
    pub fn enliven(&self) {
        self.0.after_draw();
    }

    /// The article as it was understood, in the card's own JSON; nothing of a withheld one.
    pub fn article(&self) -> Option<String> {
        self.0.article()
    }
}
