//! One card of the page, from its JSON to what Yew draws.

use super::outcome::{Outcome, Stands};
use crate::card::Face;
use crate::card_json::read_value;
use crate::component::{ArticleCard, Props};
use crate::labels::fetched;
use crate::options::{Attribute, TimeZone};
use crate::platform::Browser;
use crate::report::{Diagnostic, Report};
use crate::{Article, Card, Options, ReadOptions, json};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// What a card is drawn from.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) article: Article,
    pub(super) card: Rc<Card>,
    pub(super) time_zone: TimeZone,
}

/// One card of the page. The loader owns it; freeing it takes the card off the page.
#[wasm_bindgen(js_name = Card)]
pub struct Handle {
    host: Element,
    signal: js_sys::Function,
    app: Option<AppHandle<ArticleCard>>,
    drawn: Option<Drawn>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Handle")
    }
}

#[wasm_bindgen(js_class = Card)]
impl Handle {
    /// `signal(isDrawn)` is called with false before Yew draws the card, and with true when it stands.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, signal: js_sys::Function) -> Self {
        Self {
            host,
            signal,
            app: None,
            drawn: None,
        }
    }

    /// Reads the article and has Yew draw it in the next microtask, at first into the empty element `mount`, and later again
    /// where it drew before; what was drawn stays if it cannot be.
    /// Returns an `Outcome`; a card that wants the labels of a language is to be drawn again once `labels` has them.
    pub fn draw(&mut self, mount: Element, json: &str, page_language: Option<String>) -> String {
        let mut diagnostics = Vec::new();
        let decided = self.decide(json, page_language.as_deref(), &mut diagnostics);
        // What is withheld goes at once, in English until the labels are there; of nothing there is nothing to say.
        let face = decided.as_ref().map(|decided| &decided.card.face);
        let (has_words, can_wait) = match face {
            Some(Face::Story(_)) => (true, true),
            Some(Face::Withdrawn(_)) => (true, false),
            Some(Face::Nothing) | None => (false, false),
        };
        let wants = decided.as_ref().filter(|_| has_words);
        let wants = wants.and_then(|decided| fetched::wanted(&decided.card.language));
        let decided = decided.filter(|_| wants.is_none() || !can_wait);
        if let Some(decided) = &decided {
            self.show(mount, decided);
        }
        self.outcome(decided, wants, diagnostics)
    }

    /// Reads the article of a prerendered card and compares the two: by its fingerprint, the number of its elements, and
    /// the bytes of its text. Returns the same as `draw`; if nothing is drawn the handle is to be freed.
    pub fn adopt(
        &mut self,
        json: &str,
        page_language: Option<String>,
        fingerprint: &str,
        elements: u32,
        text: u32,
    ) -> String {
        let mut diagnostics = Vec::new();
        let decided = self.decide(json, page_language.as_deref(), &mut diagnostics);
        let decided = decided.filter(|decided| {
            let value = |attribute: Attribute| self.host.get_attribute(attribute.as_str());
            let stands = (fingerprint, elements, text);
            super::adoption::may_stay(decided, &value, stands, &mut diagnostics)
        });
        self.outcome(decided, None, diagnostics)
    }

    /// The article as it was understood, in the card's own JSON; nothing of a withheld one.
    pub fn article(&self) -> Option<String> {
        let drawn = self.drawn.as_ref()?;
        drawn.card.story()?;
        Some(drawn.article.to_json())
    }
}

impl Handle {
    fn outcome(
        &mut self,
        decided: Option<Drawn>,
        wants: Option<&'static str>,
        diagnostics: Vec<Diagnostic>,
    ) -> String {
        let outcome = json::write(&Outcome {
            drawn: decided.as_ref().map(Stands::from),
            wants,
            diagnostics,
        });
        if decided.is_some() {
            self.drawn = decided;
        }
        outcome
    }

    fn decide(
        &self,
        json: &str,
        page_language: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Drawn> {
        let mut report = Report::default();
        let options = Options::from_attributes(
            &|attribute| self.host.get_attribute(attribute.as_str()),
            page_language,
            &mut report,
        );
        let mut reading = read_value(json::parse(json.as_bytes()), &ReadOptions::default());
        reading.report.locate(json.as_bytes());
        diagnostics.append(&mut reading.report.diagnostics);
        let article = reading.articles.pop();
        let card = article
            .as_ref()
            .map(|article| Card::new(article, &options, &Browser));
        if reading.is_restricted && card.as_ref().is_none_or(|card| card.story().is_none()) {
            // Whoever opens the console is a reader, too.
            diagnostics.iter_mut().for_each(Diagnostic::redact);
        }
        diagnostics.append(&mut report.diagnostics);
        let (article, mut card) = article.zip(card)?;
        diagnostics.append(&mut card.report.diagnostics);
        Some(Drawn {
            article,
            time_zone: options.time_zone,
            card: Rc::new(card),
        })
    }

    fn show(&mut self, mount: Element, decided: &Drawn) {
        let tell = |is_drawn: bool| {
            let signal = self.signal.clone();
            Callback::from(move |()| {
                let _ = signal.call1(&JsValue::UNDEFINED, &is_drawn.into());
            })
        };
        let props = Props {
            card: decided.card.clone(),
            before_draw: tell(false),
            after_draw: tell(true),
        };
        match &mut self.app {
            Some(app) => app.update(props),
            None => {
                self.app =
                    Some(Renderer::<ArticleCard>::with_root_and_props(mount, props).render());
            }
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
