//! What stands where a value was meant to be: what programs write for nothing, and what a template was to fill in.

use crate::search::split_at;
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

/// Whether the text is what a program writes for nothing, or a gap that was to be filled, alone or with the name of a site
/// behind a separator. Within a sentence the text is about such signs: "Why {{ name }} breaks".
pub(crate) fn is_placeholder(text: &str) -> bool {
    let is_gap = |(before, after): &(&str, &str)| {
        let Some((left, rest)) = split_at(text, before) else {
            return false;
        };
        let is_alone = |(_, right): (&str, &str)| {
            let (left, right) = (left.trim(), right.trim());
            let is_begun = left.is_empty() || left == "By" || left.ends_with(is_separator);
            let is_ended = right.is_empty() || right.starts_with(is_separator);
            // Nothing stands for an address that has a gap anywhere.
            let has_space = |part: &str| part.bytes().any(|byte| byte.is_ascii_whitespace());
            let is_address = left.contains('/') && !has_space(left) && !has_space(right);
            is_address || (is_begun && (is_ended || right.starts_with(before)))
        };
        split_at(rest, after).is_some_and(is_alone)
    };
    let is_nothing = |word: &str| NOTHING.split(' ').any(|nothing| nothing == word);
    GAPS.iter().any(is_gap) || (!text.trim().is_empty() && text.split_whitespace().all(is_nothing))
}

/// Whether it parts a gap from the name of a site, or from the next gap.
const fn is_separator(sign: char) -> bool {
    matches!(
        sign,
        '|' | '–' | '—' | '-' | '·' | '•' | ':' | '»' | '/' | ','
    )
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
            "{{ place.name | upper }} | The Harbour Herald",
            "The Harbour Herald – ${title}",
            "{{first}} {{last}}",
            "%%headline%%",
            "${author}",
            "<%= name %>",
            "https://herald.example/i/{{image}}.jpg",
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
            "Why {{ name }} breaks in Jinja",
            "Why “{{ name }}” breaks",
            "How ${HOME} got its name",
            "What [object Object] means",
            "Weather in {{ place.name | upper }} today",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
