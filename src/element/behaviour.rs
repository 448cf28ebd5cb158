//! What a drawn card does: its times tick, its buttons answer, its links tell the page, a lost picture tidies up.
//!
//! It works on the DOM alone, by delegation on the element that holds the card, so it enlivens whatever drew it.

mod copy;
mod times;

use crate::join::join;
use crate::json;
use gloo_events::{EventListener, EventListenerOptions};
use times::Times;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlImageElement};

#[wasm_bindgen]
extern "C" {
    type Promise;
    #[wasm_bindgen(method)]
    fn then(this: &Promise, done: &JsValue, failed: &JsValue);
}

/// Tells the page about the card; false if the page cancels what would follow.
pub(super) type Notify = std::rc::Rc<dyn Fn(&str, &str) -> bool>;

/// The behaviour of one card. Dropping it silences the card and leaves it as it was drawn.
pub(super) struct Behaviour {
    mount: Element,
    times: Times,
    _listeners: [EventListener; 2],
}

impl Behaviour {
    pub(super) fn new(mount: &Element, notify: Notify) -> Self {
        let click = EventListener::new_with_options(
            mount,
            "click",
            EventListenerOptions::enable_prevent_default(),
            move |event| pressed(event, &notify),
        );
        // Errors of pictures do not bubble, but they pass on their way down.
        let lost = EventListener::new_with_options(
            mount,
            "error",
            EventListenerOptions::run_in_capture_phase(),
            |event| {
                if let Some(picture) =
                    target(event).and_then(|target| target.dyn_into::<HtmlImageElement>().ok())
                {
                    tidy(&picture);
                }
            },
        );
        Self {
            mount: mount.clone(),
            times: Times::default(),
            _listeners: [click, lost],
        }
    }

    /// Puts back what was drawn, so that what draws next finds its own work.
    pub(super) fn stop(&self) {
        self.times.stop();
        if let Some(card) = self.mount.first_element_child() {
            mark(&card, LOST, false);
        }
        each(&self.mount, "img[hidden]", |picture| {
            let _ = picture.remove_attribute("hidden");
        });
    }

    /// Enlivens what has just been drawn.
    ///
    /// `rewords` has all instants told by the reader's clock: a server has written them, and knows no reader.
    pub(super) fn start(&self, relative_until: i64, rewords: bool) {
        self.times.start(&self.mount, relative_until, rewords);
        // A picture may have failed before anybody listened.
        each(&self.mount, "img", |picture| {
            if let Ok(picture) = picture.dyn_into::<HtmlImageElement>()
                && picture.complete()
                && picture.natural_width() == 0
            {
                tidy_if_lost(picture);
            }
        });
    }

    /// Rewords the times; returns when they have to be reworded next.
    pub(super) fn tick(&self, now: i64) -> Option<i64> {
        self.times.tick(now)
    }
}

impl Drop for Behaviour {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Calls `visit` for each element below `root` that the selector finds.
fn each(root: &Element, selector: &str, mut visit: impl FnMut(Element)) {
    let Ok(found) = root.query_selector_all(selector) else {
        return;
    };
    for index in 0..found.length() {
        if let Some(element) = found.item(index).and_then(|node| node.dyn_into().ok()) {
            visit(element);
        }
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// A drawing of SVG may have no size and be there all the same; only what is lost cannot be decoded. Nothing is fetched for
/// the question.
fn tidy_if_lost(picture: HtmlImageElement) {
    let decoded: Promise = picture.decode().unchecked_into();
    settled(
        &decoded,
        Box::new(move |is_there| {
            // It may have been given another address meanwhile.
            if !is_there && picture.complete() {
                tidy(&picture);
            }
        }),
    );
}

/// Tells once whether a promise of nothing was kept.
fn settled(promise: &Promise, tell: Box<dyn FnOnce(bool)>) {
    // One closure for either end: a second one would never be called, and so never be freed.
    let settled = Closure::once_into_js(move |refusal: JsValue| tell(refusal.is_undefined()));
    promise.then(&settled, &settled);
}

/// A main picture that is lost takes its whole figure along; a small one only itself.
fn tidy(picture: &Element) {
    match picture.closest(".figure") {
        Ok(Some(figure)) => {
            if let Some(card) = figure.parent_element() {
                mark(&card, LOST, true);
            }
        }
        _ => {
            let _ = picture.set_attribute("hidden", "");
        }
    }
}

/// Marks a card whose picture is lost.
const LOST: &str = " no-picture";

/// Adds a class to those that an element was drawn with, or takes it away.
fn mark(element: &Element, class: &str, is_on: bool) {
    let drawn = element.get_attribute("class").unwrap_or_default();
    let drawn = drawn.strip_suffix(class).unwrap_or(&drawn);
    let _ = element.set_attribute("class", &join(&[drawn, if is_on { class } else { "" }]));
}

fn pressed(event: &Event, notify: &Notify) {
    let Some(pressed) = target(event).and_then(|target| {
        target
            .closest("[data-open],[data-copy],[data-follow]")
            .ok()
            .flatten()
    }) else {
        return;
    };
    if let Some(kind) = pressed.get_attribute("data-open") {
        let href = pressed.get_attribute("href").unwrap_or_default();
        let index = pressed
            .get_attribute("data-index")
            .filter(|index| index.bytes().all(|digit| digit.is_ascii_digit()));
        let quoted = |text: &str| json::write(&text);
        let detail = join(&[
            r#"{"target":"#,
            &quoted(&kind),
            r#","index":"#,
            index.as_deref().unwrap_or("null"),
            r#","href":"#,
            &quoted(&href),
            "}",
        ]);
        if !notify("open", &detail) {
            event.prevent_default();
        }
    } else if let Some(address) = pressed.get_attribute("data-copy") {
        copy::copy(pressed, &address);
        notify("copy", "{}");
    } else {
        notify("follow", "{}");
    }
}
