//! One card of the page, from its JSON to what stands in its host.

use super::behaviour::{Behaviour, Notify};
use super::{panic, ticker};
use crate::card::Face;
use crate::card_json::read_value;
use crate::component::{ArticleCard, Props};
use crate::fingerprint;
use crate::json;
use crate::labels::fetched;
use crate::options::TimeZone;
use crate::platform::Browser;
use crate::report::{Diagnostic, Report};
use crate::{Article, Card, Options, ReadOptions};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

#[derive(Serialize)]
struct Outcome {
    drawn: bool,
    /// The language whose labels have to be fetched before.
    wants: Option<&'static str>,
    diagnostics: Vec<Diagnostic>,
}

/// What identifies the story in every event.
#[derive(Serialize)]
struct Identity<'a> {
    id: Option<&'a str>,
    url: Option<&'a str>,
    headline: Option<&'a str>,
}

/// What a card is drawn from.
pub(super) struct Drawn {
    pub(super) article: Article,
    options: Options,
    pub(super) card: Rc<Card>,
    /// When the card has to be decided anew.
    changes_at: Option<i64>,
}

/// A card in its host.
pub(super) struct Mounted {
    this: Weak<Self>,
    pub(super) host: HtmlElement,
    /// The element that holds the card.
    pub(super) mount: RefCell<Element>,
    /// What takes the place of a prerendered card once it is drawn.
    next: RefCell<Option<Element>>,
    notify: Notify,
    behaviour: RefCell<Behaviour>,
    ticker: ticker::Subscription,
    app: RefCell<Option<AppHandle<ArticleCard>>>,
    drawn: RefCell<Option<Drawn>>,
}

impl std::fmt::Debug for Mounted {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Mounted")
    }
}

impl Mounted {
    pub(super) fn new(host: HtmlElement, mount: Element, notify: Notify) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| {
            let task = this.clone();
            Self {
                this: this.clone(),
                host,
                behaviour: RefCell::new(Behaviour::new(&mount, notify.clone())),
                mount: RefCell::new(mount),
                next: RefCell::default(),
                notify,
                app: RefCell::default(),
                drawn: RefCell::default(),
                ticker: ticker::Subscription::new(Rc::new(move |now| task.upgrade()?.tick(now))),
            }
        })
    }

    /// The article as it was understood, in the card's own JSON; nothing of a withheld one.
    pub(super) fn article(&self) -> Option<String> {
        let drawn = self.drawn.borrow();
        let drawn = drawn.as_ref()?;
        drawn.card.story()?;
        Some(drawn.article.to_json())
    }

    /// Reads the article, decides its card, and lets `accept` say whether that is what stands from now on.
    pub(super) fn outcome(
        &self,
        accept: fn(&Self, &Drawn, &mut Vec<Diagnostic>) -> bool,
        needs_labels: bool,
        json: &str,
        page_language: Option<String>,
    ) -> String {
        panic::note(Some(self.host.clone()));
        let mut diagnostics = Vec::new();
        let decided = self.decide(json, page_language.as_deref(), &mut diagnostics);
        // What is withheld goes at once, in English until the labels are there; of nothing there is nothing to say.
        let face = decided.as_ref().map(|decided| &decided.card.face);
        let (has_words, can_wait) = match face {
            Some(Face::Story(_)) => (true, true),
            Some(Face::Withdrawn(_)) => (true, false),
            Some(Face::Nothing) | None => (false, false),
        };
        let wants = decided.as_ref().filter(|_| needs_labels && has_words);
        let wants = wants.and_then(|decided| fetched::wanted(&decided.card.language));
        let decided = decided.filter(|_| wants.is_none() || !can_wait);
        let drawn = decided.is_some_and(|decided| {
            let is_accepted = accept(self, &decided, &mut diagnostics);
            if is_accepted {
                self.drawn.replace(Some(decided));
            }
            is_accepted
        });
        panic::note(None);
        json::write(&Outcome {
            drawn,
            wants,
            diagnostics,
        })
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
            options,
            changes_at: card.changes_at,
            card: Rc::new(card),
        })
    }

    /// Has Yew draw the card.
    pub(super) fn show(&self, decided: &Drawn, _: &mut Vec<Diagnostic>) -> bool {
        let (this, host) = (self.this.clone(), self.host.clone());
        let before_draw = Callback::from(move |()| panic::note(Some(host.clone())));
        let after_draw = Callback::from(move |()| {
            panic::note(None);
            if let Some(this) = this.upgrade() {
                this.after_draw();
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
                self.behaviour.borrow().stop();
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
    pub(super) fn after_draw(&self) {
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
                .start(drawn.card.relative_until, rewords);
            let article = drawn.card.story().map(|_| &drawn.article);
            json::write(&Identity {
                id: article.and_then(|article| article.id.as_deref()),
                url: article
                    .and_then(|article| article.url.as_ref())
                    .map(|url| url.as_str()),
                headline: article.map(|article| &*article.headline),
            })
        };
        self.ticker.ask();
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
