//! Sentences of diagnostics, put together from words of ours and quotations of the input.

use crate::characters::is_direction_control;

/// Quotes a value from the input for a sentence: short, on one line, and with nothing in it that could act on a console.
pub fn quote(value: &str) -> String {
    const SHOWN: usize = 60;
    let mut quoted = String::from("“");
    for character in value.chars().take(SHOWN) {
        quoted.push(
            if character.is_control()
                || is_direction_control(character)
                || matches!(character, '\u{2028}' | '\u{2029}')
            {
                '�'
            } else {
                character
            },
        );
    }
    quoted.push_str(if value.chars().nth(SHOWN).is_some() {
        "…”"
    } else {
        "”"
    });
    quoted
}

/// Puts a sentence or path together. The standard `concat` is written anew for each kind of part, this is not.
pub fn join(parts: &[&str]) -> String {
    let mut joined = String::new();
    for part in parts {
        joined.push_str(part);
    }
    joined
}
