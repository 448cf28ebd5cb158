//! The encoding of a page, as browsers tell it: by its byte order mark, by what it says itself, else by its bytes.

use article_card::report::{Code, Reason};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How far into the page its own word on its encoding is looked for; the HTML Standard asks for 1024 bytes, and pages
/// are less strict than it.
const LOOKED_AT: usize = 8 * 1024;

/// The page as text, with line feeds alone between its lines, and what is to be said of its encoding.
///
/// Of a text that was decoded before, no word on its encoding counts any more.
pub(super) fn decode(bytes: &[u8], is_decoded: bool) -> (String, Option<(Code, Reason)>) {
    let (text, told) = if is_decoded {
        by(UTF_8, bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
    } else {
        decoded(bytes)
    };
    let text = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    };
    (text, told.map(|message| (Code::BadEncoding, message)))
}

/// The encoding that the byte order mark names, and how long the mark is.
pub(super) fn by_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

fn decoded(bytes: &[u8]) -> (String, Option<Reason>) {
    if let Some((encoding, mark)) = by_mark(bytes) {
        return by(encoding, bytes.get(mark..).unwrap_or_default());
    }
    let label = stated(bytes.get(..LOOKED_AT).unwrap_or(bytes));
    let Some(label) = label.filter(|label| !label.is_empty()) else {
        return match str::from_utf8(bytes) {
            Ok(text) => (text.into(), None),
            Err(_) => {
                let message =
                    "the page names no encoding and is not UTF-8; it was read as windows-1252";
                (by(WINDOWS_1252, bytes).0, Some(message.into()))
            }
        };
    };
    let Some(encoding) = encoding(&label) else {
        let (text, used) = guessed(bytes);
        let reason = Reason::from("the page says that it is in ").and_quoting(&label);
        let reason = reason.and(", which is no known encoding; it was read as ");
        return (text, Some(reason.and(used)));
    };
    // A page that was saved or sent on is often UTF-8 by then and still names its old encoding; the reverse is rarer.
    if encoding != UTF_8
        && !bytes.is_ascii()
        && let Ok(text) = str::from_utf8(bytes)
    {
        let reason = Reason::from("the page says that it is in ").and(encoding.name());
        let reason = reason.and(", but it is UTF-8 and was read as that");
        return (text.into(), Some(reason));
    }
    if encoding == UTF_8 && str::from_utf8(bytes).is_err() && !has_utf_8(bytes) {
        let message =
            "the page says that it is in UTF-8, but it is not; it was read as windows-1252";
        return (by(WINDOWS_1252, bytes).0, Some(message.into()));
    }
    by(encoding, bytes)
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> (String, Option<Reason>) {
    let (text, had_faults) = encoding.decode_without_bom_handling(bytes);
    let told = had_faults.then(|| {
        let reason = Reason::from("the page is not wholly in ").and(encoding.name());
        reason.and("; what is not was replaced by �")
    });
    (text.into_owned(), told)
}

fn guessed(bytes: &[u8]) -> (String, &'static str) {
    match str::from_utf8(bytes) {
        Ok(text) => (text.into(), "UTF-8"),
        Err(_) => (by(WINDOWS_1252, bytes).0, "windows-1252"),
    }
}

/// Whether at least one character of more than one byte is whole.
fn has_utf_8(bytes: &[u8]) -> bool {
    let mut chunks = bytes.utf8_chunks();
    chunks.any(|chunk| !chunk.valid().is_ascii())
}

fn encoding(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some(if encoding == UTF_16BE || encoding == UTF_16LE {
        // Whoever could read the label in a page has found that it is no UTF-16.
        UTF_8
    } else if encoding == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        encoding
    })
}

/// The label in the XML declaration or in the first `meta` that has one.
fn stated(bytes: &[u8]) -> Option<String> {
    let text: String = bytes
        .iter()
        .map(|byte| char::from(*byte).to_ascii_lowercase())
        .collect();
    if let Some(declaration) = text.trim_start().strip_prefix("<?xml")
        && let Some((declaration, _)) = declaration.split_once('>')
        && let Some((_, rest)) = declaration.split_once("encoding")
        && let Some(rest) = rest.trim_start().strip_prefix('=')
    {
        return Some(value(rest).0.into());
    }
    let mut rest = &*text;
    loop {
        let (_, tag) = rest.split_once('<')?;
        rest = tag;
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
        } else if let Some(attributes) = tag.strip_prefix("meta")
            && attributes.starts_with([' ', '\t', '\n', '\r', '\u{c}', '/'])
        {
            let label = of_meta(attributes);
            if label.is_some() {
                return label;
            }
        }
    }
}

/// The label of a `meta`, whose attributes begin the text.
fn of_meta(text: &str) -> Option<String> {
    let mut rest = text;
    let mut content = None;
    let mut is_content_type = false;
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
        let end = rest.find(|sign: char| sign.is_ascii_whitespace() || "=/>".contains(sign))?;
        let (name, after) = rest.split_at_checked(end)?;
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(after) => value(after),
            None => ("", after),
        };
        match name {
            "charset" => return Some(value.trim().into()),
            "http-equiv" => is_content_type = value.trim() == "content-type",
            "content" => content = value.split_once("charset").map(|(_, rest)| rest),
            // The end of the tag, or an equals sign out of place.
            "" => break,
            _ => {}
        }
        rest = after;
    }
    let label = content.filter(|_| is_content_type)?;
    let label = value(label.trim_start().strip_prefix('=')?).0;
    Some(label.split(';').next().unwrap_or_default().trim().into())
}

/// The value after an equals sign, in quotes or without, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text.find(|sign: char| sign.is_ascii_whitespace() || sign == '>');
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::{decode, stated};

    #[test]
    fn a_page_names_its_encoding() {
        for (page, label) in [
            ("<meta charset=koi8-r>", Some("koi8-r")),
            ("<META CHARSET = 'KOI8-R' />", Some("koi8-r")),
            (
                "<title>x</title><meta name=a content='b'><meta/charset=\"euc-kr\">",
                Some("euc-kr"),
            ),
            (
                "<meta content='text/html; charset=big5; x' http-equiv=Content-Type>",
                Some("big5"),
            ),
            (
                "<meta http-equiv=content-type content=\"text/html;charset='gbk'\">",
                Some("gbk"),
            ),
            ("<meta content='text/html; charset=big5'>", None),
            (
                "<?xml version='1.0' encoding='shift_jis'?><html>",
                Some("shift_jis"),
            ),
            (
                "<!-- <meta charset=big5> --><metal charset=x><meta charset=gbk>",
                Some("gbk"),
            ),
            ("<meta charset", None),
            ("<meta charset=", Some("")),
            ("<meta =", None),
            ("<meta ==== charset=gbk>", None),
            ("<!-- ", None),
            ("", None),
        ] {
            assert_eq!(stated(page.as_bytes()).as_deref(), label, "{page}");
        }
    }

    #[test]
    fn lines_end_in_line_feeds() {
        assert_eq!(decode(b"a\r\nb\rc\nd", false).0, "a\nb\nc\nd");
    }

    #[test]
    fn a_text_that_was_decoded_is_utf_8_whatever_it_says() {
        let page = "<meta charset=windows-1251>é";
        assert_eq!(decode(page.as_bytes(), true), (page.into(), None));
        assert!(decode(page.as_bytes(), false).1.is_some());
        let (text, told) = decode(b"<title>a\xed\xa0\x80b", true);
        assert_eq!(text, "<title>a\u{fffd}\u{fffd}\u{fffd}b");
        assert!(told.is_some_and(|(_, reason)| reason.to_string().contains("UTF-8")));
    }
}
