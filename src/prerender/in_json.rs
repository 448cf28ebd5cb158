//! HTML as the inside of a text of JSON.

use std::fmt::Write;

/// Writes HTML, or any text, as the inside of a text of JSON, without its quotes. Of what acts on a terminal nothing stands in
/// it as it is but what HTML itself holds beyond ASCII.
pub fn in_json(html: &str, json: &mut String) {
    let acts = |byte: u8| byte < b' ' || byte == 0x7f;
    let mut rest = html;
    while let Some(at) = rest.bytes().position(acts) {
        let (plain, more) = rest.split_at_checked(at).unwrap_or((rest, ""));
        push_quoted(plain, json);
        let mut more = more.chars();
        match more.next() {
            Some('\n') => json.push_str("\\n"),
            Some(other) => {
                // A text takes whatever is written.
                let _ = write!(json, "\\u{:04x}", u32::from(other));
            }
            None => {}
        }
        rest = more.as_str();
    }
    push_quoted(rest, json);
}

/// What holds nothing to be escaped but quotes and backslashes.
fn push_quoted(html: &str, json: &mut String) {
    json.reserve(html.len() + html.len() / 8);
    let (eights, rest) = html.as_bytes().as_chunks();
    let mut from = 0;
    let mut escape = |at: usize| {
        json.push_str(html.get(from..at).unwrap_or_default());
        json.push('\\');
        // The sign itself begins what follows.
        from = at;
    };
    for (at, eight) in (0..).step_by(8).zip(eights) {
        let mut signs = signs(*eight);
        while signs != 0 {
            escape(at + signs.trailing_zeros() as usize / 8);
            signs &= signs - 1;
        }
    }
    for (at, byte) in (eights.len() * 8..).zip(rest) {
        if matches!(byte, b'"' | b'\\') {
            escape(at);
        }
    }
    json.push_str(html.get(from..).unwrap_or_default());
}

/// The highest bit of each byte that is a quote or a backslash. A card has one every 15 bytes: too near for a search that
/// begins anew after each.
fn signs(eight: [u8; 8]) -> u64 {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const LOWER_BITS: u64 = ONES * 0x7f;
    let bytes = u64::from_le_bytes(eight);
    // The sum reaches the highest bit of a byte, and never beyond it, unless all its lower bits are 0.
    let zeros = |bytes: u64| !(((bytes & LOWER_BITS) + LOWER_BITS) | bytes | LOWER_BITS);
    zeros(bytes ^ (ONES * u64::from(b'"'))) | zeros(bytes ^ (ONES * u64::from(b'\\')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_escaped_as_json_wants_it() {
        for html in [
            "<a b=\"\\\">\n\t\u{7f}é</a>",
            "\"\"",
            "\\",
            "<a b=\"c\">é</a>",
            "",
        ] {
            let mut json = String::from("\"");
            in_json(html, &mut json);
            json.push('"');
            let read: String = serde_json::from_str(&json).unwrap();
            assert_eq!(read, html);
            assert!(!json.contains('\u{7f}'));
        }
    }

    #[test]
    fn signs_are_found_beside_any_other_byte() {
        for (first, second) in
            (0..=255).flat_map(|first| (0..=255).map(move |second| (first, second)))
        {
            let eight = [first, second, b'a', 0, 0xff, second, first, second];
            let is_sign = |byte: &u8| matches!(byte, b'"' | b'\\');
            let expected = eight.map(|byte| if is_sign(&byte) { 0x80 } else { 0 });
            assert_eq!(signs(eight), u64::from_le_bytes(expected), "{eight:?}");
        }
    }
}
