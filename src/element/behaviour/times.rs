//! The ticking `<time>`: "2 hours ago", with the full date on focus, on tap and for screen readers.

use super::each;
use crate::article::{Moment, When};
use crate::card::relative;
use crate::platform::{Browser, Platform, Zone};
use std::cell::RefCell;
use web_sys::{Element, Node};

/// Holds what was drawn, for as long as something else is told.
const PLACE: &str = "data-full";

/// The instants of one card.
#[derive(Default)]
pub(super) struct Times(RefCell<Vec<Instant>>);

struct Instant {
    /// The `<time>` element.
    element: Element,
    /// Its text node, which whatever drew it may want back.
    text: Node,
    /// The text as it was drawn, which it is again once they stop.
    drawn: String,
    /// The full date as this reader is told it.
    full: String,
    /// What keeps the size of the text as it was drawn.
    place: Option<Element>,
    epoch_ms: i64,
    limit: i64,
    /// When its wording changes next.
    until: Option<i64>,
    /// The full date beside the relative one.
    bubble: Option<Element>,
}

impl Times {
    /// Finds the instants in what has been drawn, and words them anew by the reader's clock where a server had to choose
    /// another. Calendar dates stay as they are.
    pub(super) fn start(&self, mount: &Element, limit: i64, rewords: bool) {
        // Two drawings may follow each other before the first was stopped.
        self.stop();
        let mut instants = self.0.borrow_mut();
        each(mount, "time[datetime]", |element| {
            let datetime = element.get_attribute("datetime").unwrap_or_default();
            if let Ok(When::Instant { epoch_ms, .. }) =
                Moment::parse(&datetime).map(|moment| moment.when())
                && let Some(text) = element.first_child()
            {
                let drawn = text.node_value().unwrap_or_default();
                let mut instant = Instant {
                    element,
                    text,
                    full: drawn.clone(),
                    drawn,
                    place: None,
                    epoch_ms,
                    limit,
                    until: Some(0),
                    bubble: None,
                };
                if rewords
                    && let Some(full) = Browser.instant(epoch_ms, Zone::Reader, &instant.language())
                {
                    instant.tell(&full);
                    instant.full = full;
                }
                instants.push(instant);
            }
        });
    }

    /// Rewords what is due; returns when the next is.
    pub(super) fn tick(&self, now: i64) -> Option<i64> {
        let mut instants = self.0.borrow_mut();
        instants
            .iter_mut()
            .filter_map(|instant| instant.tick(now))
            .min()
    }

    /// Puts back what was drawn.
    pub(super) fn stop(&self) {
        for mut instant in self.0.take() {
            instant.show_full();
            if let Some(place) = instant.place {
                let _ = place.remove_attribute(PLACE);
                instant.text.set_node_value(Some(&instant.drawn));
            }
        }
    }
}

impl Instant {
    fn tick(&mut self, now: i64) -> Option<i64> {
        // A clock that was set back shows in an age below that of the last time.
        if self.until.is_some_and(|until| until <= now)
            || self.until.is_none_or(|until| until - now > self.limit)
        {
            let told = relative::at(now, self.epoch_ms, self.limit);
            self.until = told.until;
            match told
                .age
                .and_then(|(count, unit)| Browser.relative(count, unit, &self.language()))
            {
                Some(words) => self.show_relative(&words),
                None => self.show_full(),
            }
        }
        self.until
    }

    fn language(&self) -> String {
        let speaker = self.element.closest("[lang]").ok().flatten();
        speaker
            .and_then(|element| element.get_attribute("lang"))
            .unwrap_or_default()
    }

    /// Changes the words; the stylesheet keeps the place of those that were drawn.
    fn tell(&mut self, words: &str) {
        if self.place.is_none()
            && let Ok(Some(place)) = self.element.closest(".timestamp")
        {
            let _ = place.set_attribute(PLACE, &place.text_content().unwrap_or_default());
            self.place = Some(place);
        }
        self.text.set_node_value(Some(words));
    }

    fn show_relative(&mut self, words: &str) {
        self.tell(words);
        if self.bubble.is_some() {
            return;
        }
        let _ = self.element.set_attribute("tabindex", "0");
        let bubble = self
            .element
            .owner_document()
            .and_then(|document| document.create_element("span").ok());
        if let Some(bubble) = &bubble {
            let _ = bubble.set_attribute("class", "full");
            bubble.set_text_content(Some(&self.full));
            let _ = self.element.append_child(bubble);
        }
        self.bubble = bubble;
    }

    fn show_full(&mut self) {
        if let Some(bubble) = self.bubble.take() {
            bubble.remove();
            let _ = self.element.remove_attribute("tabindex");
            self.text.set_node_value(Some(&self.full));
        }
    }
}
