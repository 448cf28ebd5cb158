//! The ticking `<time>`: "2 hours ago", with the full date on focus, on tap and for screen readers.

use super::each;
use crate::article::{Moment, When};
use crate::card::relative;
use crate::platform::Browser;
use std::cell::RefCell;
use web_sys::{Element, Node};

/// The instants of one card.
#[derive(Default)]
pub(super) struct Times(RefCell<Vec<Instant>>);

struct Instant {
    /// The `<time>` element.
    element: Element,
    /// Its text node, which whatever drew it may want back.
    text: Node,
    /// The text as it was drawn: the full date.
    full: String,
    epoch_ms: i64,
    limit: i64,
    /// When its wording changes next.
    until: Option<i64>,
    /// The full date beside the relative one.
    bubble: Option<Element>,
}

impl Times {
    /// Finds the instants in what has been drawn. Calendar dates stay as they are.
    pub(super) fn wake(&self, mount: &Element, limit: i64) {
        // Two drawings may follow each other before the first has come to rest.
        self.rest();
        let mut instants = self.0.borrow_mut();
        each(mount, "time[datetime]", |element| {
            let datetime = element.get_attribute("datetime").unwrap_or_default();
            if let Ok(When::Instant { epoch_ms, .. }) =
                Moment::parse(&datetime).map(|moment| moment.when())
                && let Some(text) = element.first_child()
            {
                let full = text.node_value().unwrap_or_default();
                instants.push(Instant {
                    element,
                    text,
                    full,
                    epoch_ms,
                    limit,
                    until: Some(0),
                    bubble: None,
                });
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

    /// Puts the full dates back.
    pub(super) fn rest(&self) {
        for mut instant in self.0.take() {
            instant.show_full();
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

    fn show_relative(&mut self, words: &str) {
        self.text.set_node_value(Some(words));
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
