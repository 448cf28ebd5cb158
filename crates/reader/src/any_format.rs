//! Which of the formats an input is, and the way to its reader.

#[cfg(feature = "copied")]
use crate::copied;
#[cfg(feature = "page")]
use crate::page;
use crate::reading::{Format, Identifiers, LONGEST, ReadOptions, Reading};
use crate::{card_json, json_format};
use article_card::reading::json::{self, Fault};
use article_card::report::Code;

/// Reads one input of any format that this build knows; its content says which it is.
///
/// ```
/// use article_card_reader::{Format, ReadOptions, read};
///
/// let json_ld = br#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferries in spring"}"#;
/// let reading = read(json_ld, &ReadOptions::default());
/// assert_eq!(reading.format, Some(Format::JsonLd));
/// assert_eq!(&*reading.articles[0].headline, "Ferries in spring");
/// ```
#[must_use]
pub fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    #[cfg(feature = "page")]
    if page::is_page(bytes) {
        return page::read(bytes, options);
    }
    if bytes.len() > LONGEST {
        let fault = Fault {
            code: Code::TooLarge,
            reason: "the input is longer than 16 MiB",
            at: None,
        };
        return unknown(bytes, fault, options);
    }
    let mut reading = match json::parse(bytes) {
        Ok(value) => {
            let identifiers = Identifiers::of(&value);
            let reading = match json_format::format(&value) {
                Some(format) => json_format::read(&value, format, options),
                None => card_json::read(Ok(value), options),
            };
            Reading {
                identifiers,
                ..reading
            }
        }
        Err(fault) => json_format::read_damaged(bytes, options)
            .or_else(|| read_copied(bytes, options))
            .unwrap_or_else(|| unknown(bytes, fault, options)),
    };
    reading.locate(bytes);
    reading
}

/// What cannot be read as anything. What begins like JSON was meant to be JSON, so the fault in it is told; all else is said
/// to be of no known format.
fn unknown(bytes: &[u8], mut fault: Fault, options: &ReadOptions) -> Reading {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_json = matches!(text.trim_ascii_start().first(), Some(b'{' | b'['));
    if fault.code == Code::JsonSyntax {
        if str::from_utf8(text).is_err() {
            fault.code = Code::BadEncoding;
            // Nothing else in a text of JavaScript is no UTF-8.
            if options.is_decoded {
                fault.reason = "half of a surrogate pair stands alone here, and is no character";
            }
        }
        if text.starts_with(b"\xff\xfe") || text.starts_with(b"\xfe\xff") {
            fault.reason = "this is UTF-16, and has to be UTF-8";
        } else if !is_json {
            fault.at = None;
            fault.reason = if cfg!(all(feature = "page", feature = "copied")) {
                "this is neither JSON, nor an HTML page, nor text copied from an article"
            } else {
                "this is not JSON, and HTML pages and copied text are not read here"
            };
        }
    }
    Reading {
        format: is_json.then_some(Format::Card),
        ..card_json::read(Err(fault), options)
    }
}

#[cfg(feature = "copied")]
fn read_copied(bytes: &[u8], options: &ReadOptions) -> Option<Reading> {
    copied::read(bytes, options)
}

#[cfg(not(feature = "copied"))]
const fn read_copied(_: &[u8], _: &ReadOptions) -> Option<Reading> {
    None
}
