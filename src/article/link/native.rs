//! Addresses by the `url` crate.

/// Whether an address is seen to be as the parser would write it, as most are: an https address of lower-case words and
/// of characters that are nowhere written otherwise. False where that is not plain to see.
pub(super) fn is_serialised(raw: &str) -> bool {
    let Some(rest) = raw.as_bytes().strip_prefix(b"https://") else {
        return false;
    };
    let (mut is_path, mut before) = (false, b'.');
    for byte in rest {
        let is_plain = match (is_path, before, byte) {
            // `.` and `..`, also written with `%2e`, lead elsewhere.
            (true, b'/', b'.' | b'%') => false,
            (true, _, b'!' | b'$'..=b'&' | b'('..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'~') => true,
            (_, _, b'a'..=b'z') => true,
            // Numbers may be an IPv4 address, and two hyphens a word of another script.
            (false, b'.', _) | (false, b'-', b'-') => false,
            (false, _, b'0'..=b'9' | b'-' | b'.' | b'/') => true,
            _ => false,
        };
        if !is_plain {
            return false;
        }
        is_path |= *byte == b'/';
        before = *byte;
    }
    is_path
}

pub(super) fn serialise(raw: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(raw).ok()?)
}

pub(super) fn serialise_against(raw: &str, base: &str) -> Option<(String, bool)> {
    without_credentials(url::Url::parse(base).ok()?.join(raw).ok()?)
}

fn without_credentials(mut url: url::Url) -> Option<(String, bool)> {
    let had_credentials = !url.username().is_empty() || url.password().is_some();
    if had_credentials {
        url.set_username("")
            .and_then(|()| url.set_password(None))
            .ok()?;
    }
    Some((url.into(), had_credentials))
}
