//! What becomes of a panic: the loader is told which card was being drawn, since one panic stops Yew for all of them.

use super::ticker;
use crate::join::join;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

thread_local! {
    /// The card that is being drawn, to be named if drawing panics.
    static DRAWING: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Notes the card that is drawn from now on, or that none is.
pub(super) fn note(host: Option<HtmlElement>) {
    DRAWING.set(host);
}

/// Has `panicked(message, host)` called when a card panics.
pub(super) fn watch(panicked: js_sys::Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        ticker::stop();
        let host = DRAWING
            .try_with(|drawing| drawing.try_borrow().ok().and_then(|host| host.clone()))
            .ok()
            .flatten();
        let message = join(&[
            panic.payload_as_str().unwrap_or_default(),
            " at ",
            panic.location().map_or("", |location| location.file()),
        ]);
        let _ = panicked.call2(&JsValue::UNDEFINED, &message.into(), &host.into());
    }));
}
