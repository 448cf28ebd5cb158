//! What stands in an answer, written into it as JSON.

use crate::terminal::json;
use serde::Serialize;

/// Anything; what acts on a terminal or in a page does not stand in it.
pub(crate) fn push_value(value: &impl Serialize, answers: &mut String) {
    answers.push_str(&json(value));
}

/// The same of a text, which seldom holds anything that is not written as it is.
pub(crate) fn push_text(text: &str, answers: &mut String) {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\' | b'<');
    if text.bytes().all(is_plain) {
        answers.push('"');
        answers.push_str(text);
        answers.push('"');
    } else {
        push_value(&text, answers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_text_is_written_as_any_other() {
        for character in '\0'..='\u{2100}' {
            let text = format!("a{character}");
            let (mut one, mut other) = (String::new(), String::new());
            push_text(&text, &mut one);
            push_value(&text, &mut other);
            assert_eq!(one, other, "{text:?}");
        }
    }
}
