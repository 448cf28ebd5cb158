//! The card's own words, in the article's language or in English marked as such.

use crate::article::LabelKey;
use crate::article::{Language, Text};
use crate::join::join;
use crate::labels::Labels;
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
use crate::labels::fetched;
use crate::report::{Code, Reason, Report};
use std::borrow::Cow;

/// Some words of the card's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The words, such as "Follow" or "Updated {time}".
    pub text: Text,
    /// The language of the label where it is not the card's.
    pub language: Option<&'static str>,
}

/// The labels of one card.
pub(crate) struct CardLabels<'a> {
    /// The language of the card.
    pub language: Text,
    labels: Labels,
    own: &'a [(LabelKey, Text)],
    substitute: Option<&'static str>,
}

impl Label {
    /// What stands before and after what the label is about: "Updated {time}" is "Updated " and "". A publisher's
    /// label that does not say where stands before it.
    pub fn around(&self) -> (Cow<'_, str>, &str) {
        match self.text.split_once('{') {
            Some((before, rest)) => (
                before.into(),
                rest.split_once('}').map_or("", |(_, after)| after),
            ),
            None => (join(&[&self.text, " "]).into(), ""),
        }
    }
}

/// Whether the labels of a language are on their way.
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
fn are_awaited(tag: &str) -> bool {
    fetched::wanted(tag).is_some()
}

#[cfg(not(all(feature = "element", target_arch = "wasm32", target_os = "unknown")))]
const fn are_awaited(_: &str) -> bool {
    false
}

impl<'a> CardLabels<'a> {
    pub(crate) fn new(
        language: Option<&Language>,
        own: &'a [(LabelKey, Text)],
        report: &mut Report,
    ) -> Self {
        let tag: Text = language.map_or_else(|| "en".into(), |language| language.as_str().into());
        let labels = Labels::of(&tag);
        let speaks = labels.is_some();
        if !speaks && !are_awaited(&tag) {
            let before = match Labels::language(&tag) {
                Some(_) => "nobody could fetch the labels in ",
                None => "there are no labels in ",
            };
            let reason = Reason::from(before).and_quoting(&tag);
            let reason = reason.and(", so they are English");
            report.warn(Code::NoLabels, "$.language".into(), reason);
        }
        Self {
            language: tag,
            labels: labels.unwrap_or_else(Labels::english),
            own,
            substitute: (!speaks).then_some("en"),
        }
    }

    fn find(&self, key: LabelKey) -> Option<&Text> {
        self.own
            .iter()
            .find(|(own, _)| *own == key)
            .map(|(_, text)| text)
    }

    /// The label; the publisher's own words are in the card's language.
    pub(crate) fn label(&self, key: LabelKey) -> Label {
        match self.find(key) {
            Some(own) => Label {
                text: own.clone(),
                language: None,
            },
            None => Label {
                text: self.labels.get(key).into(),
                language: self.substitute,
            },
        }
    }

    /// The language that the labels are in.
    pub(crate) fn spoken(&self) -> &str {
        self.substitute.unwrap_or(&self.language)
    }

    /// The label of a plural class; where there is none, that of all others. The publisher's own goes before the table's.
    pub(crate) fn plural(&self, class: LabelKey, other: LabelKey) -> Label {
        let has_class = self.find(class).is_some()
            || self.find(other).is_none() && !self.labels.get(class).is_empty();
        self.label(if has_class { class } else { other })
    }

    /// What stands between two names of a list.
    pub(crate) fn separator(&self, is_last: bool) -> Text {
        let key = if is_last {
            LabelKey::LastSeparator
        } else {
            LabelKey::Separator
        };
        self.find(key)
            .cloned()
            .unwrap_or_else(|| self.labels.get(key).into())
    }
}
