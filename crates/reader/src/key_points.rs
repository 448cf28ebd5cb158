//! The signs that newsrooms write before key points.

/// Signs that stand for nothing else, so that each begins a point wherever it stands.
pub(crate) const CERTAIN: [char; 5] = ['•', '‣', '◦', '▪', '●'];
/// Signs that are one only at the beginning of a line and with a space: "-5" and "*word*" are no points.
const OTHERS: [char; 4] = ['–', '-', '*', '·'];

/// The line without the sign of a key point, if it begins with one; the flag says that the sign stands for nothing else.
pub(crate) fn point(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    // Some programs copy the sign and the text without a space.
    let certain = line.strip_prefix(CERTAIN).map(|point| (point, true));
    let other = || {
        let point = line.strip_prefix(OTHERS)?;
        point
            .starts_with(char::is_whitespace)
            .then_some((point, false))
    };
    let (point, is_certain) = certain.or_else(other)?;
    Some((point.trim(), is_certain)).filter(|(point, _)| !point.is_empty())
}

/// The line as a point, with or without a sign.
pub(crate) fn bare(line: &str) -> &str {
    point(line).map_or(line.trim(), |(point, _)| point)
}

/// The points of a text by their signs and lines, each without its sign; no full stop ends one, because of "Jan. 4".
pub(crate) fn points(text: &str) -> impl Iterator<Item = &str> {
    let points = text.split(|sign| sign == '\n' || CERTAIN.contains(&sign));
    points.map(bare).filter(|point| !point.is_empty())
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
            assert_eq!(points(text).collect::<Vec<_>>(), ["One", "Two"], "{text}");
        }
        assert_eq!(points("One - two").count(), 1);
    }
}
