//! Short words and signs within texts. The standard library's search weighs a KB of what a page downloads, so there it is
//! done without.

/// The two sides of the sign, where it stands first.
pub(crate) fn split_at<'t>(text: &'t str, sign: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, sign)?;
    Some((text.get(..at)?, text.get(at + sign.len()..)?))
}

pub(crate) fn has(text: &str, sign: &str) -> bool {
    find(text, sign).is_some()
}

/// What stands before the first of these signs, which are ASCII; all of it where there is none.
pub(crate) fn before<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let end = text.bytes().position(|byte| signs.contains(&byte));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// What stands behind the last of these signs, which are ASCII; all of it where there is none.
pub(crate) fn behind<'t>(text: &'t str, signs: &[u8]) -> &'t str {
    let start = text.bytes().rposition(|byte| signs.contains(&byte));
    start.and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

/// The text without those signs that it begins and ends with. For each kind of sign the standard library's way is compiled
/// anew.
pub(crate) fn trim<'t>(text: &'t str, is_sign: &dyn Fn(char) -> bool) -> &'t str {
    text.trim_matches(is_sign)
}

#[cfg(feature = "page")]
pub(crate) fn find(text: &str, sign: &str) -> Option<usize> {
    text.find(sign)
}

#[cfg(not(feature = "page"))]
pub(crate) fn find(text: &str, sign: &str) -> Option<usize> {
    by_bytes(text, sign)
}

#[cfg(any(not(feature = "page"), test))]
fn by_bytes(text: &str, sign: &str) -> Option<usize> {
    (0..=text.len()).find(|start| {
        let rest = text.as_bytes().get(*start..);
        rest.is_some_and(|rest| rest.starts_with(sign.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::{before, behind, by_bytes};

    #[test]
    fn a_text_is_cut_at_signs() {
        assert_eq!(before("é/a?b", b"?/"), "é");
        assert_eq!(before("é", b"?/"), "é");
        assert_eq!(behind("a/é?b/ü", b"?/"), "ü");
        assert_eq!(behind("a/", b"/"), "");
        assert_eq!(behind("ü", b"?/"), "ü");
    }

    #[test]
    fn what_is_found_is_what_the_standard_library_finds() {
        for text in ["", "a", "ab–abc", "aab", "–", "xx--xy"] {
            for sign in ["", "a", "ab", "abc", "–", "--x"] {
                assert_eq!(by_bytes(text, sign), text.find(sign), "{text} {sign}");
            }
        }
    }
}
