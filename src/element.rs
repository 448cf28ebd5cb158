//! The runtime behind the custom element: what the loader, `element.js`, calls.
//!
//! Texts cross the border as JSON and little else does, so the glue stays small. Nothing here throws; a call that the
//! loader makes never comes back to it before it returns.

use crate::behaviour::{Behaviour, Notify, clock};
use crate::json;
use crate::platform::Browser;
use crate::report::{Diagnostic, Report, join};
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
    /// `mount` is an empty element in the host's shadow root; `notify(name, detail)` fires an event and returns
    /// whether it was not canceled.
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
                behaviour: Behaviour::new(&mount, notify.clone()),
                mount,
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
        DRAWING.set(Some(self.0.host.clone()));
        let outcome = self.0.draw(json, page_language.as_deref());
        DRAWING.take();
        json::write(&outcome)
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
    card: Rc<Card>,
    /// When the card has to be decided anew.
    changes_at: Option<i64>,
}

struct Mounted {
    this: Weak<Self>,
    host: HtmlElement,
    mount: Element,
    notify: Notify,
    behaviour: Behaviour,
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
    fn draw(&self, json: &str, page_language: Option<&str>) -> Outcome {
        let mut report = Report::default();
        let attribute = |name: &str| self.host.get_attribute(name);
        let options = Options::from_attributes(&attribute, page_language, &mut report);
        let mut reading = read(json.as_bytes(), &ReadOptions::default());
        reading.report.diagnostics.append(&mut report.diagnostics);
        let mut diagnostics = reading.report.diagnostics;
        let Some(article) = reading.articles.pop() else {
            return Outcome {
                drawn: false,
                diagnostics,
            };
        };
        let mut card = Card::new(&article, &options, &Browser);
        diagnostics.append(&mut card.report.diagnostics);
        let card = Rc::new(card);
        self.show(&card);
        let changes_at = card.changes_at;
        self.drawn.replace(Some(Drawn {
            article,
            card,
            changes_at,
        }));
        Outcome {
            drawn: true,
            diagnostics,
        }
    }

    fn show(&self, card: &Rc<Card>) {
        self.behaviour.rest();
        let (this, host) = (self.this.clone(), self.host.clone());
        let before_draw = Callback::from(move |()| DRAWING.set(Some(host.clone())));
        let after_draw = Callback::from(move |()| {
            DRAWING.take();
            if let Some(this) = this.upgrade() {
                this.stands();
            }
        });
        let props = Props {
            card: card.clone(),
            before_draw,
            after_draw,
        };
        let mut app = self.app.borrow_mut();
        match app.as_mut() {
            Some(app) => app.update(props),
            None => {
                *app = Some(
                    Renderer::<ArticleCard>::with_root_and_props(self.mount.clone(), props)
                        .render(),
                )
            }
        }
    }

    /// The card stands in the document, before it is painted for the first time.
    fn stands(&self) {
        let detail = {
            let drawn = self.drawn.borrow();
            let Some(drawn) = drawn.as_ref() else { return };
            self.behaviour.wake(drawn.card.relative_until);
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
        let times = self.behaviour.tick(now);
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
