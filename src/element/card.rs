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
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

/// What a card is drawn from.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) article: Article,
    pub(super) card: Rc<Card>,
    pub(super) time_zone: TimeZone,
}

thread_local! {
    /// Yew's app of the card that was drawn last. A card that stands is the loader's: what Yew would keep of a thousand of
    /// them is 17 MB.
    static APP: RefCell<Option<AppHandle<ArticleCard>>> = const { RefCell::new(None) };
}

/// Reads an article and has Yew draw its card into the empty element `mount`. `stands` is called once it is drawn; what was
/// drawn is the loader's to take, before it calls `release` and before anything else is drawn.
/// The picture of a card far from the screen waits, also where the host is to be eager.
/// Returns an `Outcome`; a card that wants the labels of a language is to be drawn again once `labels` has them.
#[wasm_bindgen]
pub fn draw(
    host: &Element,
    mount: Element,
    json: &str,
    page_language: Option<String>,
    is_near: bool,
    stands: js_sys::Function,
) -> String {
    let mut diagnostics = Vec::new();
    let value = |attribute: Attribute| {
        let has_value = is_near || attribute != Attribute::Loading;
        has_value.then(|| host.get_attribute(attribute.as_str()))?
    };
    let decided = decide(&value, json, page_language.as_deref(), &mut diagnostics);
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
        let props = Props {
            card: decided.card.clone(),
            after_draw: Callback::from(move |()| {
                let _ = stands.call0(&JsValue::UNDEFINED);
            }),
        };
        let app = Renderer::<ArticleCard>::with_root_and_props(mount, props).render();
        APP.set(Some(app));
    }
    outcome(decided.as_ref(), wants, diagnostics)
}

/// Forgets what was drawn last. The loader has taken it, so Yew finds nothing to take off the page.
#[wasm_bindgen]
pub fn release() {
    if let Some(app) = APP.take() {
        app.destroy();
    }
}

/// Reads the article of a prerendered card and compares the two: by its fingerprint, the number of its elements, and the
/// bytes of its text. Returns the same as `draw`.
#[wasm_bindgen]
pub fn adopt(
    host: &Element,
    json: &str,
    page_language: Option<String>,
    fingerprint: &str,
    elements: u32,
    text: u32,
) -> String {
    let mut diagnostics = Vec::new();
    let value = |attribute: Attribute| host.get_attribute(attribute.as_str());
    let decided = decide(&value, json, page_language.as_deref(), &mut diagnostics);
    let decided = decided.filter(|decided| {
        let stands = (fingerprint, elements, text);
        super::adoption::may_stay(decided, &value, stands, &mut diagnostics)
    });
    outcome(decided.as_ref(), None, diagnostics)
}

/// An article as it is understood, in the card's own JSON.
#[wasm_bindgen]
pub fn article(json: &str) -> Option<String> {
    let mut reading = read_value(json::parse(json.as_bytes()), &ReadOptions::default());
    Some(reading.articles.pop()?.to_json())
}

fn outcome(
    decided: Option<&Decided>,
    wants: Option<&'static str>,
    diagnostics: Vec<Diagnostic>,
) -> String {
    json::write(&Outcome {
        drawn: decided.map(Stands::from),
        wants,
        diagnostics,
    })
}

fn decide(
    value: &dyn Fn(Attribute) -> Option<String>,
    json: &str,
    page_language: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Decided> {
    let mut report = Report::default();
    let options = Options::from_attributes(value, page_language, &mut report);
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
    Some(Decided {
        article,
        time_zone: options.time_zone,
        card: Rc::new(card),
    })
}
