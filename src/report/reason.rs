//! The sentences of diagnostics, of words that are ours and quotations of the input.

use crate::characters::is_direction_control;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result};

/// Why something happened, in one plain sentence.
///
/// What it quotes of the input stands apart from our own words, so that nobody has to look for it who may not pass it on.
///
/// ```
/// use article_card::report::Reason;
///
/// let mut reason = Reason::quoting("soon").and(" is not a date");
/// assert_eq!(reason.to_string(), "“soon” is not a date");
/// reason.redact();
/// assert_eq!(reason.to_string(), "“…” is not a date");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Ours(Cow<'static, str>),
    Quoted(Quotation),
}

/// What a sentence quotes of the input: short, on one line, and with nothing in it that could act on a console; or nothing
/// any more, where nobody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Quotation(Option<String>);

impl Reason {
    /// A sentence that begins with a value of the input.
    #[must_use]
    pub fn quoting(value: &str) -> Self {
        Self::default().and_quoting(value)
    }

    /// Goes on in words of ours.
    #[must_use]
    pub fn and(self, words: &'static str) -> Self {
        self.piece(Piece::Ours(words.into()))
    }

    /// Goes on in words of ours that were put together, such as a number.
    #[must_use]
    pub fn and_words(self, words: String) -> Self {
        self.piece(Piece::Ours(words.into()))
    }

    /// Goes on with a value of the input.
    #[must_use]
    pub fn and_quoting(self, value: &str) -> Self {
        self.piece(Piece::Quoted(Quotation(Some(shown(value)))))
    }

    fn piece(mut self, piece: Piece) -> Self {
        self.0.push(piece);
        self
    }

    /// Takes out what it quotes, because nobody may read a word of the article.
    pub fn redact(&mut self) {
        for piece in &mut self.0 {
            if let Piece::Quoted(quotation) = piece {
                quotation.0 = None;
            }
        }
    }

    /// The sentence. This is the one place where it is put together.
    fn sentence(&self) -> String {
        let mut sentence = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Ours(words) => sentence.push_str(words),
                Piece::Quoted(Quotation(value)) => {
                    sentence.push('“');
                    sentence.push_str(value.as_deref().unwrap_or("…"));
                    sentence.push('”');
                }
            }
        }
        sentence
    }
}

impl From<&'static str> for Reason {
    fn from(words: &'static str) -> Self {
        Self::default().and(words)
    }
}

impl Display for Reason {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&self.sentence())
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.sentence())
    }
}

/// A value of the input as a message or a path shows it.
pub(crate) fn shown(value: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown = String::new();
    for (index, character) in value.chars().enumerate() {
        let acts = character.is_control()
            || is_direction_control(character)
            || matches!(character, '\u{2028}' | '\u{2029}');
        shown.push(match character {
            _ if index == SHOWN => '…',
            _ if acts => '�',
            _ => character,
        });
        if index == SHOWN {
            break;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[track_caller]
    fn told(reason: &Reason, sentence: &str, without: &str) {
        assert_eq!(reason.to_string(), sentence);
        let mut reason = reason.clone();
        reason.redact();
        assert_eq!(reason.to_string(), without);
    }

    #[test]
    fn a_sentence_is_told_without_its_quotations() {
        let reason = Reason::quoting("a ” b").and(" is not ").and_quoting("“c");
        told(&reason, "“a ” b” is not ““c”", "“…” is not “…”");
        told(&"no “text”".into(), "no “text”", "no “text”");
    }

    #[test]
    fn a_quotation_is_short_and_acts_on_nothing() {
        let most = "x".repeat(60);
        let reason = Reason::quoting(&most);
        assert_eq!(reason.to_string(), format!("“{most}”"));
        let reason = Reason::quoting(&format!("{most}y"));
        assert_eq!(reason.to_string(), format!("“{most}…”"));
        let acting = Reason::quoting("a\nb\u{202e}c\u{2028}\u{1b}");
        assert_eq!(acting.to_string(), "“a�b�c��”");
    }
}
