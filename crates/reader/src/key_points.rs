//! The signs that newsrooms write before key points.

/// Whether the sign stands for nothing else, so that it begins a point wherever it stands.
pub(crate) const fn is_certain(sign: char) -> bool {
    matches!(sign, '•' | '‣' | '◦' | '▪' | '●')
}

/// The line without the sign of a key point, if it begins with one; the flag says that the sign stands for nothing else.
pub(crate) fn point(line: &str) -> Option<(&str, bool)> {
    let mut signs = line.trim_start().chars();
    let sign = signs.next()?;
    let point = signs.as_str().trim();
    // Some programs copy the sign and the text without a space, but "-5" and "*word*" are no points.
    let is_sign = is_certain(sign)
        || (matches!(sign, '–' | '-' | '*' | '·')
            && signs.as_str().starts_with(char::is_whitespace));
    (is_sign && !point.is_empty()).then_some((point, is_certain(sign)))
}

/// The line as a point, with or without a sign.
pub(crate) fn bare(line: &str) -> &str {
    point(line).map_or(line.trim(), |(point, _)| point)
}

/// The points of a text by their signs and lines, each without its sign; no full stop ends one, because of "Jan. 4".
pub(crate) fn points(text: &str) -> Vec<&str> {
    let mut points = Vec::new();
    for point in text.split(|sign| sign == '\n' || is_certain(sign)) {
        let point = bare(point);
        if !point.is_empty() {
            points.push(point);
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::{point, points};

    #[test]
    fn a_point_stands_after_its_sign() {
        for (line, found) in [
            ("• One", Some(("One", true))),
            ("▪One", Some(("One", true))),
            ("- One", Some(("One", false))),
            (" –\u{a0}One ", Some(("One", false))),
            ("* One", Some(("One", false))),
            ("· One", Some(("One", false))),
            ("-5 degrees", None),
            ("*One*", None),
            ("One - two", None),
            ("•", None),
            ("- ", None),
        ] {
            assert_eq!(point(line), found, "{line}");
        }
    }

    #[test]
    fn points_are_told_by_signs_and_lines() {
        for text in [
            "• One • Two",
            "‣ One ‣ Two",
            "● One\n● Two\n",
            "- One\n\n* Two",
            "One\r\nTwo",
        ] {
            assert_eq!(points(text), ["One", "Two"], "{text}");
        }
        assert_eq!(points("One - two").len(), 1);
    }
}
