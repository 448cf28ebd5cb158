//! The card's own words, in the article's language or in English marked as such.

use crate::article::{Language, Text};
use crate::report::{Code, Report, join};
use crate::words::{Word, Words};
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
pub(crate) struct Labels<'a> {
    /// The language of the card.
    pub language: Text,
    words: Words,
    own: &'a [(Word, Text)],
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

impl<'a> Labels<'a> {
    pub(crate) fn new(
        language: Option<&Language>,
        own: &'a [(Word, Text)],
        report: &mut Report,
    ) -> Self {
        let tag: Text = language.map_or_else(|| "en".into(), |language| language.as_str().into());
        let words = Words::of(&tag);
        let speaks = words.is_some();
        if !speaks {
            report.warn(
                Code::NoLabels,
                "$.language",
                &join(&["there are no labels in “", &tag, "”, so they are English"]),
            );
        }
        Self {
            language: tag,
            words: words.unwrap_or_else(Words::english),
            own,
            substitute: (!speaks).then_some("en"),
        }
    }

    fn find(&self, word: Word) -> Option<&Text> {
        self.own
            .iter()
            .find(|(own, _)| *own == word)
            .map(|(_, text)| text)
    }

    /// The label; the publisher's own words are in the card's language.
    pub(crate) fn label(&self, word: Word) -> Label {
        match self.find(word) {
            Some(own) => Label {
                text: own.clone(),
                language: None,
            },
            None => Label {
                text: self.words.get(word).into(),
                language: self.substitute,
            },
        }
    }

    /// What stands between two names of a list.
    pub(crate) fn separator(&self, is_last: bool) -> Text {
        let word = if is_last {
            Word::LastSeparator
        } else {
            Word::Separator
        };
        self.find(word)
            .cloned()
            .unwrap_or_else(|| self.words.get(word).into())
    }
}
