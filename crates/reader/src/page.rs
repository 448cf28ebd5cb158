//! Whole HTML pages: the article that they carry as JSON, and from the rest of the page what that leaves out.
//!
//! What was written for a card comes first, then JSON-LD, then OpenGraph and other metadata, then the document itself, and
//! only where it marks what it means. Nothing of a page is shown as markup, and nothing is fetched.

mod address;
mod blocks;
mod byline;
mod classes;
mod contradictions;
mod dates;
mod document;
mod encoding;
mod figure;
mod fill;
mod headline;
mod kind;
mod main_article;
mod metadata;
mod picture_name;
mod scope;
mod sites;
mod stories;
mod titles;
mod words;

use crate::reading::{Format, LONGEST, ReadOptions, Reading};
use article_card::report::{Code, Report};
use document::Document;
use metadata::Page;
use std::borrow::Cow;
use std::mem;

/// How far a page is looked at to tell that it is one.
const LOOKED_AT: usize = 64 * 1024;
/// Elements that begin nothing but a page, or say something of it wherever they are copied to.
const STRUCTURE: &str =
    "html head meta title base link style body script main article article-card";
/// Other elements that a part of a page may begin with.
const PARTS: &str = "a aside b blockquote br center div dl figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img nav \
    noscript ol p picture pre section span strong svg table template time ul video";

/// Whether the bytes are those of an HTML page, or of a part of one in which an article may be.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    // Most inputs are JSON, and no page begins like that.
    if matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[')) {
        return false;
    }
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let start = match encoding::by_mark(start) {
        Some((encoding, mark)) => {
            let bytes = start.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling(bytes).0
        }
        None => String::from_utf8_lossy(start),
    };
    begins_a_page(start)
}

fn begins_a_page(start: Cow<'_, str>) -> bool {
    if start.contains('\0') {
        return false;
    }
    let start = start.to_ascii_lowercase();
    let mut rest = start.trim_start();
    // What may stand before the page: comments, and in XHTML the declaration.
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => ">",
            _ => break,
        };
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
    if let Some(kind) = rest.strip_prefix("<!doctype") {
        return kind.trim_start().starts_with("html");
    }
    let is_one_of = |tag: &str, names: &str| {
        let end = tag.find(|sign: char| sign.is_ascii_whitespace() || matches!(sign, '>' | '/'));
        let name = end.and_then(|end| tag.get(..end)).unwrap_or_default();
        !name.is_empty() && names.split_ascii_whitespace().any(|other| other == name)
    };
    let Some(tag) = rest.strip_prefix('<') else {
        return false;
    };
    is_one_of(tag, STRUCTURE)
        || (is_one_of(tag, PARTS)
            && rest
                .split('<')
                .any(|tag| is_one_of(tag, STRUCTURE) || is_one_of(tag, "h1")))
}

/// Reads the article of the page.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Reading {
    let mut report = Report::default();
    let mut reading = Reading {
        format: Some(Format::Page),
        ..Reading::default()
    };
    if bytes.len() > LONGEST {
        let reason = "the page is longer than 16 MiB";
        report.refuse(Code::TooLarge, "html".into(), reason.into());
        reading.add(None, report, Vec::new(), false);
        return reading;
    }
    let (source, told) = encoding::decode(bytes, options.is_decoded);
    if let Some((code, reason)) = told {
        report.warn(code, "meta[charset]".into(), reason);
    }
    let document = Document::parse(&source);
    let mut page = Page::new(&source, &document, &mut report);
    page.now = options.now;
    address::settle(&mut page, options, &mut report);
    let found = main_article::found(&page, options, &mut report);
    for mut taken in found.articles {
        // What was told of the page is told with the first.
        report.diagnostics.append(&mut taken.report.diagnostics);
        let told = mem::take(&mut report);
        let is_restricted = found.is_restricted;
        reading.add(taken.article, told, taken.provenance, is_restricted);
        if let Some(entry) = reading.entries.last_mut() {
            entry.fields = taken.fields;
        }
    }
    reading.locate(source.as_bytes());
    reading
}

#[cfg(test)]
mod tests {
    use super::is_page;

    #[test]
    fn a_page_is_told_by_its_tags() {
        for page in [
            "<!DOCTYPE html><p>Hello",
            "\u{feff}\n <!doctype HTML PUBLIC \"x\"><p>",
            "<HTML lang=en>",
            "<html>",
            "<!-- saved from a disk --> <!-- twice --><html>",
            "<?xml version='1.0'?><!DOCTYPE html><html>",
            "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
            "<script type='application/ld+json'>{}</script>",
            "<article><h1>H</h1></article>",
            "<article-card><script type=application/json>{}</script></article-card>",
            "<div class=x><section><h1>H</h1>",
            "<meta charset=utf-8>",
        ] {
            assert!(is_page(page.as_bytes()), "{page}");
        }
        let utf_16: Vec<u8> = "\u{feff}<html>"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert!(is_page(&utf_16));
    }

    #[test]
    fn other_things_in_angle_brackets_are_none() {
        for other in [
            "",
            "<",
            "<null>",
            "<.>",
            "< html>",
            "<htmlish>",
            "[<null>]",
            "<b>bold</b> words",
            "<div>no story</div>",
            "<!-- {\"@type\": \"NewsArticle\"} -->",
            "<!--\n{\"@type\": \"NewsArticle\"}\n//-->",
            "<![CDATA[{\"@type\": \"NewsArticle\"}]]>",
            "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>",
            "<!DOCTYPE rss><rss>",
            "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
            "<newsItem><title>T</title></newsItem>",
            "{\"a\": \"<html>\"}",
            "<html>\0\0\0",
        ] {
            assert!(!is_page(other.as_bytes()), "{other}");
        }
    }
}
