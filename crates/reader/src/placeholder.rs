//! What stands where a value was meant to be: what programs write for nothing, and what a template was to fill in.

use crate::search::{has, split_at};
use article_card::article::{Moment, When};

/// The words of programming languages for nothing: a text of nothing else says nothing. Beside others they may be meant.
const NOTHING: &str = "undefined null NULL (null) NaN None";
/// What stands before and after a gap: what JavaScript writes of a thing that is no text, and the signs of templates.
const GAPS: [(&str, &str); 5] = [
    ("[object Object", "]"),
    ("{{", "}}"),
    ("${", "}"),
    ("%%", "%%"),
    ("<%", "%>"),
];

/// Whether the text is what a program writes for nothing, or has a gap in it that was to be filled.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let is_gap = |(before, after): &(&str, &str)| {
        split_at(text, before).is_some_and(|(_, rest)| has(rest, after))
    };
    let is_nothing = |word: &str| NOTHING.split(' ').any(|nothing| nothing == word);
    GAPS.iter().any(is_gap) || (!text.trim().is_empty() && text.split_whitespace().all(is_nothing))
}

/// Whether it is the second, or no more than the day, with the count 0, which databases have for nothing.
pub(crate) fn is_epoch(moment: &Moment) -> bool {
    match moment.when() {
        When::Day(date) => date.epoch_days() == 0,
        When::Instant { epoch_ms, .. } => epoch_ms.div_euclid(1000) == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn what_no_program_has_filled_in_is_no_value() {
        for text in [
            "undefined",
            " null ",
            "(null)",
            "NaN",
            "None",
            "undefined undefined",
            "[object Object]",
            "By [object Object],[object Object]",
            "{{title}}",
            "Weather in {{ place.name | upper }} today",
            "%%headline%%",
            "${author}",
            "<%= name %>",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "",
            " ",
            ",",
            "Null Island",
            "None of the above",
            "Nan Castle",
            "nullify",
            "{fmt} 11 is out",
            "$5 {or} more",
            "100% and 5%",
            "5%% more",
            "a {{ b",
            "}} a {{",
            "The object",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
