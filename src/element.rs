//! The runtime behind the custom element: what the loader, `element.js`, calls.
//!
//! Texts cross the border as JSON and little else does, so the glue stays small. Nothing here throws; a call that the
//! loader makes never comes back to it before it returns.

use crate::behaviour::{Behaviour, Notify, clock};
use crate::card::Face;
use crate::fingerprint::{self, Fingerprint};
use crate::json;
use crate::options::TimeZone;
use crate::platform::Browser;
use crate::report::{Code, Diagnostic, Report, join};
use crate::view::{ArticleCard, Props};
use crate::{Article, Card, Options, ReadOptions, read};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

thread_local! {
    /// The card that is being drawn, to be named if drawing panics.
    static DRAWING: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// The stylesheet of the shadow root.
#[wasm_bindgen]
pub fn css() -> String {
    crate::CSS.into()
}

/// Has `panicked(message, host)` called when a card panics. After that, this instance must not be called again.
#[wasm_bindgen]
pub fn watch(panicked: js_sys::Function) {
    yew::set_custom_panic_hook(Box::new(move |panic| {
        clock::stop();
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
        Self(Rc::new_cyclic(|this: &Weak<Mounted>| {
            let task = this.clone();
            Mounted {
                this: this.clone(),
                host,
                behaviour: RefCell::new(Behaviour::new(&mount, notify.clone())),
                mount: RefCell::new(mount),
                next: RefCell::default(),
                notify,
                app: RefCell::default(),
                drawn: RefCell::default(),
                clock: clock::Subscription::new(Rc::new(move |now| task.upgrade()?.tick(now))),
            }
        }))
    }

    /// Reads the article and draws it in the next microtask; what was drawn before stays if it cannot be.
    /// Returns `{"drawn": bool, "diagnostics": […]}`.
    pub fn draw(&self, json: &str, page_language: Option<String>) -> String {
        self.0.outcome(Mounted::show, json, page_language)
    }

    /// Reads the article of the prerendered card in `mount` and compares the two. Returns the same as `draw`; if the card
    /// may stay, `enliven` is to be called, else the handle is to be freed.
    pub fn adopt(&self, json: &str, page_language: Option<String>) -> String {
        self.0.outcome(Mounted::fits, json, page_language)
    }

    /// Takes an adopted card over as it stands.
    pub fn enliven(&self) {
        self.0.stands();
    }

    /// The article as it was understood, in the card's own JSON; nothing of a withheld one.
    pub fn article(&self) -> Option<String> {
        let drawn = self.0.drawn.borrow();
        let drawn = drawn.as_ref()?;
        drawn.card.story()?;
        Some(drawn.article.to_json())
    }
}

#[derive(Serialize)]
struct Outcome {
    drawn: bool,
    diagnostics: Vec<Diagnostic>,
}

/// What identifies the story in every event.
#[derive(Serialize)]
struct Identity<'a> {
    id: Option<&'a str>,
    url: Option<&'a str>,
    headline: Option<&'a str>,
}

struct Drawn {
    article: Article,
    options: Options,
    card: Rc<Card>,
    /// When the card has to be decided anew.
    changes_at: Option<i64>,
}

struct Mounted {
    this: Weak<Self>,
    host: HtmlElement,
    mount: RefCell<Element>,
    /// What takes the place of a prerendered card once it is drawn.
    next: RefCell<Option<Element>>,
    notify: Notify,
    behaviour: RefCell<Behaviour>,
    clock: clock::Subscription,
    app: RefCell<Option<AppHandle<ArticleCard>>>,
    drawn: RefCell<Option<Drawn>>,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mounted")
    }
}

impl Mounted {
    /// Reads the article, decides its card, and lets `accept` say whether that is what stands from now on.
    fn outcome(
        &self,
        accept: impl FnOnce(&Self, &Drawn, &mut Vec<Diagnostic>) -> bool,
        json: &str,
        page_language: Option<String>,
    ) -> String {
        DRAWING.set(Some(self.host.clone()));
        let mut diagnostics = Vec::new();
        let decided = self.decide(json, page_language.as_deref(), &mut diagnostics);
        let drawn = decided.is_some_and(|decided| {
            let is_accepted = accept(self, &decided, &mut diagnostics);
            if is_accepted {
                self.drawn.replace(Some(decided));
            }
            is_accepted
        });
        DRAWING.take();
        json::write(&Outcome { drawn, diagnostics })
    }

    fn decide(
        &self,
        json: &str,
        page_language: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Drawn> {
        let mut report = Report::default();
        let options = Options::from_attributes(
            &|name| self.host.get_attribute(name),
            page_language,
            &mut report,
        );
        let mut reading = read(json.as_bytes(), &ReadOptions::default());
        diagnostics.append(&mut reading.report.diagnostics);
        let Some(article) = reading.articles.pop() else {
            diagnostics.append(&mut report.diagnostics);
            return None;
        };
        let mut card = Card::new(&article, &options, &Browser);
        if card.story().is_none() {
            // Whoever opens the console is a reader, too.
            diagnostics.iter_mut().for_each(Diagnostic::redact);
        }
        diagnostics.append(&mut report.diagnostics);
        diagnostics.append(&mut card.report.diagnostics);
        Some(Drawn {
            article,
            options,
            changes_at: card.changes_at,
            card: Rc::new(card),
        })
    }

    /// Whether the prerendered card is that of the article and may stay; what others have added to it stays too.
    fn fits(&self, decided: &Drawn, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let mount = self.mount.borrow();
        let found = mount.get_attribute(fingerprint::ATTRIBUTE);
        let found = found.as_deref().and_then(Fingerprint::parse);
        let origin = || {
            let attribute = |name: &str| self.host.get_attribute(name);
            fingerprint::origin(&decided.article.to_json(), Options::seen(&attribute))
        };
        let elements = mount
            .query_selector_all("*")
            .map_or(0, |elements| elements.length());
        let text = mount.text_content().unwrap_or_default().len();
        let (fits, message) = match found {
            Some(found) if found.origin != origin() => (
                false,
                "was made from another article or other attributes, so it is drawn afresh",
            ),
            Some(found) if elements < found.elements => {
                (false, "has lost something, so it is drawn afresh")
            }
            // An embargo or a term may have come between; that is nobody's fault.
            Some(_) if decided.card.face == Face::Nothing => (false, ""),
            Some(found) if elements == found.elements && text == found.text as usize => (true, ""),
            Some(_) => (true, "has been changed by others and is left as it is"),
            None => (
                false,
                "is of another version of article-card, so it is drawn afresh",
            ),
        };
        if !fits {
            // The drawing tells the rest.
            diagnostics.clear();
        }
        if !message.is_empty() {
            let mut report = Report::default();
            report.warn(
                Code::HydrateMismatch,
                "$",
                &join(&["the prerendered card ", message]),
            );
            diagnostics.append(&mut report.diagnostics);
        }
        fits
    }

    fn show(&self, decided: &Drawn, _: &mut Vec<Diagnostic>) -> bool {
        let (this, host) = (self.this.clone(), self.host.clone());
        let before_draw = Callback::from(move |()| DRAWING.set(Some(host.clone())));
        let after_draw = Callback::from(move |()| {
            DRAWING.take();
            if let Some(this) = this.upgrade() {
                this.stands();
            }
        });
        let props = Props {
            card: decided.card.clone(),
            before_draw,
            after_draw,
        };
        let mut app = self.app.borrow_mut();
        match app.as_mut() {
            Some(app) => {
                self.behaviour.borrow().rest();
                app.update(props);
            }
            None => {
                let root = self.root();
                *app = Some(Renderer::<ArticleCard>::with_root_and_props(root, props).render());
            }
        }
        true
    }

    /// Where Yew draws: never over a prerendered card, which stays until the new one can take its place.
    fn root(&self) -> Element {
        let mount = self.mount.borrow();
        if mount.has_attribute(fingerprint::ATTRIBUTE)
            && let Some(Ok(next)) = mount
                .owner_document()
                .map(|document| document.create_element("div"))
        {
            self.next.replace(Some(next.clone()));
            return next;
        }
        mount.clone()
    }

    /// The card stands in the document, before it is painted for the first time.
    fn stands(&self) {
        if let Some(next) = self.next.take() {
            let _ = self.mount.borrow().replace_with_with_node_1(&next);
            self.behaviour
                .replace(Behaviour::new(&next, self.notify.clone()));
            self.mount.replace(next);
        }
        let detail = {
            let drawn = self.drawn.borrow();
            let Some(drawn) = drawn.as_ref() else { return };
            // A server has written the times of an adopted card, and knows no reader.
            let rewords =
                self.app.borrow().is_none() && drawn.options.time_zone == TimeZone::Reader;
            self.behaviour
                .borrow()
                .wake(drawn.card.relative_until, rewords);
            let article = drawn.card.story().map(|_| &drawn.article);
            json::write(&Identity {
                id: article.and_then(|article| article.id.as_deref()),
                url: article
                    .and_then(|article| article.url.as_ref())
                    .map(|url| url.as_str()),
                headline: article.map(|article| &*article.headline),
            })
        };
        self.clock.ask();
        (self.notify)("ready", &detail);
    }

    /// Rewords the times; asks to be drawn anew when an embargo or a term has ended.
    fn tick(&self, now: i64) -> Option<i64> {
        let times = self.behaviour.borrow().tick(now);
        let mut drawn = self.drawn.borrow_mut();
        let changes_at = &mut drawn.as_mut()?.changes_at;
        if changes_at
            .take_if(|changes_at| *changes_at <= now)
            .is_some()
        {
            (self.notify)("stale", "null");
        }
        times.into_iter().chain(*changes_at).min()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
