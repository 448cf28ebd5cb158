//! Texts of an input on their way to a terminal: one line each, and nothing in them that acts.

use article_card::reading::json;
use serde::Serialize;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The text with its control and direction characters written out.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if acts(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The same of a path or message, which an input can make as long as it likes.
pub(crate) fn brief(text: &str) -> String {
    /// Longer than any that is meant to be read.
    const MOST: usize = 300;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => printable(text.get(..end).unwrap_or_default()) + "…",
        None => printable(text),
    }
}

/// The value as JSON that may stand in a page and on a terminal.
pub(crate) fn json(value: &impl Serialize) -> String {
    harmless_json(&json::write(value))
}

/// JSON that does nothing to a terminal: what acts is escaped, which JSON has only within texts, and `<` for pages.
pub(crate) fn harmless_json(json: &str) -> String {
    let mut harmless = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '<' || (acts(character) && character != '\n') {
            let _ = write!(harmless, "\\u{:04x}", u32::from(character));
        } else {
            harmless.push(character);
        }
    }
    harmless
}

fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text in at most so many columns, its end left out.
pub(crate) fn shorten(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.into();
    }
    let (start, _) = split(text, columns.saturating_sub(1));
    format!("{}…", start.trim_end())
}

/// The same, but of a path the end says more.
pub(crate) fn shorten_path(path: &str, columns: usize) -> String {
    if path.width() <= columns {
        return path.into();
    }
    let cut = path
        .char_indices()
        .map(|(at, _)| path.get(at..).unwrap_or_default())
        .find(|end| end.width() < columns);
    format!("…{}", cut.unwrap_or_default())
}

/// The text in lines of at most so many columns, between words where it can be.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let mut word = word;
        if !line.is_empty() && line.width() + 1 + word.width() > columns {
            lines.push(std::mem::take(&mut line));
        }
        while word.width() > columns.max(1) {
            let (start, rest) = split(word, columns.max(1));
            lines.push(start.into());
            word = rest;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if lines.is_empty() || !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The start that takes at most so many columns, with all that combines with its last letter, and the rest.
fn split(text: &str, columns: usize) -> (&str, &str) {
    let ends = text.char_indices().map(|(at, one)| at + one.len_utf8());
    let fits = |end: &usize| {
        text.get(..*end)
            .is_some_and(|start| start.width() <= columns)
    };
    // A single letter may be wider than the column; it goes all the same, or there would be no end.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = ends.take_while(fits).last().unwrap_or(first);
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_is_left() {
        assert_eq!(
            printable("a\u{1b}[31m\nb\u{9b}\u{202e}\u{7f}é"),
            "a\\u{1b}[31m\\nb\\u{9b}\\u{202e}\\u{7f}é"
        );
        assert_eq!(
            harmless_json("[\"</script>\u{9b}\u{2066}\",\n\"é\"]"),
            "[\"\\u003c/script>\\u009b\\u2066\",\n\"é\"]"
        );
    }

    #[test]
    fn a_text_is_cut_by_columns_and_never_within_a_letter() {
        assert_eq!(shorten("Harbour", 7), "Harbour");
        assert_eq!(shorten("Harbour wall", 9), "Harbour…");
        assert_eq!(shorten("港の壁が高い", 7), "港の壁…");
        assert_eq!(shorten("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(shorten("👩\u{200d}🚀👩\u{200d}🚀", 3), "👩\u{200d}🚀…");
        assert_eq!(shorten_path("$.@graph[2].headline", 10), "….headline");
        assert_eq!(shorten_path("$.url", 10), "$.url");
    }

    #[test]
    fn a_note_is_wrapped_between_words() {
        assert_eq!(wrap("the text was cut", 8), ["the text", "was cut"]);
        assert_eq!(wrap("a harbourmaster", 6), ["a", "harbou", "rmaste", "r"]);
        assert_eq!(wrap("港の壁", 1), ["港", "の", "壁"]);
        assert_eq!(wrap("", 5), [""]);
    }
}
