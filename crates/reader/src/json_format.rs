//! Which of the foreign JSON formats a value is, and the way to its reader.

use crate::clean::Cleaner;
use crate::repair::Unwrapped;
use crate::source_value::SourceValue;
use crate::{Format, ReadOptions, Reading, json_ld, ninjs, restriction};
use article_card::reading::json::{self, Fault, Json, Member, Placed};
use article_card::report::Report;
#[cfg(feature = "places")]
use std::mem;

/// Members that only items of ninjs have, in small letters; 3.x writes them in camel case. The loader looks for the same
/// (`src/element/loader/source.js`).
const NINJS: [&str; 5] = [
    "$standard",
    "embargoed",
    "pubstatus",
    "renditions",
    "versioncreated",
];
/// The lists that a feed is.
const FEEDS: [&str; 2] = ["item", "items"];

/// The foreign format of a value; `None` if it is the card's own, or like nothing that is known.
pub(crate) fn format(value: &Json) -> Option<Format> {
    match value {
        Json::Object(members) => {
            let has = |name: &str| members.iter().any(|(member, _)| member == name);
            if ["@context", "@type", "@graph", "@id"].into_iter().any(has) {
                Some(Format::JsonLd)
            } else if is_item(members) || feed(members).is_some() {
                Some(Format::Ninjs)
            } else {
                None
            }
        }
        Json::List(items) => items.iter().find_map(|item| format(item)),
        _ => None,
    }
}

/// Whether an object is an item of ninjs. An identifier is all that one has to have; the card's own JSON has an address in
/// its place, and providers add one.
fn is_item(members: &[Member<'_>]) -> bool {
    let has = |name: &str| members.iter().any(|(member, _)| member == name);
    let has_any = |names: &[&str]| {
        let mut members = members.iter();
        members.any(|(member, _)| names.iter().any(|name| member.eq_ignore_ascii_case(name)))
    };
    has_any(&NINJS)
        || (has("guid") && has("type"))
        || (has("uri") && (!has("url") || has_any(&["standard", "headlines"])))
}

/// The list of items in an object that is nothing but their feed.
fn feed<'a>(members: &'a [Member<'a>]) -> Option<&'a Member<'a>> {
    if members.iter().any(|(name, _)| name == "headline") {
        return None;
    }
    members.iter().rfind(|(name, value)| {
        let is_list = matches!(**value, Json::List(_));
        FEEDS.contains(&&**name) && is_list && format(value) == Some(Format::Ninjs)
    })
}

/// Reads a value of that format.
pub(crate) fn read(value: &Placed<'_>, format: Format, options: &ReadOptions) -> Reading {
    let root = SourceValue::root(value, "$".into(), 0);
    if format != Format::Ninjs {
        return json_ld(&[root], &[], Report::default(), options);
    }
    let mut reading = Reading {
        format: Some(format),
        ..Reading::default()
    };
    let feed = feed(root.members()).map(|(name, items)| root.member(name, items));
    for item in feed.unwrap_or(root).items() {
        let mut report = Report::default();
        let cleaner = Cleaner::new(&mut report, options.page.clone());
        let article = ninjs::article(&item, &cleaner);
        let provenance = cleaner.provenance();
        reading.add(
            article,
            report,
            provenance,
            restriction::is_stated(item.value, Format::Ninjs),
        );
    }
    reading
}

/// Reads the blocks of JSON-LD of one page, or the one that stands alone; references may lead into others, too.
pub(crate) fn json_ld(
    blocks: &[SourceValue<'_>],
    others: &[SourceValue<'_>],
    mut report: Report,
    options: &ReadOptions,
) -> Reading {
    #[cfg(feature = "places")]
    let repairs = report.diagnostics.len();
    let mut cleaner = Cleaner::new(&mut report, options.page.clone());
    cleaner.now = options.now;
    let article = json_ld::article(blocks, others, &cleaner);
    let provenance = cleaner.provenance();
    let mut reading = Reading {
        format: Some(Format::JsonLd),
        ..Reading::default()
    };
    let is_stated = |block: &SourceValue<'_>| restriction::is_stated(block.value, Format::JsonLd);
    let is_restricted = blocks.iter().any(is_stated) || others.iter().any(is_stated);
    #[cfg(feature = "places")]
    if options.every && json_ld::is_ambiguous(&report) {
        let mut unheard = Report::default();
        let mut circumstances = Cleaner::new(&mut unheard, options.page.clone());
        circumstances.now = options.now;
        report.diagnostics.truncate(repairs);
        for mut one in json_ld::rivals(blocks, others, &circumstances) {
            // The repairs are told with the first.
            report.diagnostics.append(&mut one.report.diagnostics);
            let told = mem::take(&mut report);
            reading.add(one.article, told, one.provenance, is_restricted);
        }
        return reading;
    }
    reading.add(article, report, provenance, is_restricted);
    reading
}

/// Reads JSON-LD that is damaged; `None` if it does not look like JSON-LD.
pub(crate) fn read_damaged(bytes: &[u8], options: &ReadOptions) -> Option<Reading> {
    if !looks_like_json_ld(bytes) {
        return None;
    }
    let text = match json::text(bytes) {
        Ok(text) => text,
        Err(fault) => return Some(refused(fault, bytes)),
    };
    let unwrapped = Unwrapped::of(text);
    let repaired = unwrapped.parse();
    let value = match &repaired.value {
        Ok(value) => value,
        Err(fault) => return Some(refused(*fault, bytes)),
    };
    let mut report = Report::default();
    repaired.tell(&"$".into(), 0, &mut report);
    let root = SourceValue::root(value, "$".into(), 0);
    let mut reading = json_ld(&[root], &[], report, options);
    reading.locate(bytes);
    Some(reading)
}

/// Whether the text, which is no JSON, was meant to be JSON-LD.
pub(crate) fn looks_like_json_ld(bytes: &[u8]) -> bool {
    let mut signs = ["\"@context\"", "\"@type\"", "\"@graph\""].into_iter();
    signs.any(|sign| {
        let mut parts = bytes.windows(sign.len());
        parts.any(|part| part == sign.as_bytes())
    })
}

/// Tells why JSON-LD cannot be read.
pub(crate) fn refused(fault: Fault, bytes: &[u8]) -> Reading {
    let mut report = Report::default();
    fault.tell("$".into(), &mut report);
    let mut reading = Reading {
        format: Some(Format::JsonLd),
        ..Reading::default()
    };
    reading.add(None, report, Vec::new(), false);
    reading.locate(bytes);
    reading
}
