//! Text as people copy it out of an article's page: headline, caption, "Updated 3 April 2024", key points, the story.
//!
//! It is read line by line. Of what has no mark of its own, only the place says what it is, so a text counts as an article
//! only if its lines stand as they do on such a page. Prose, code and tables are none.

mod article;
mod headings;
mod lines;
mod start;

use super::{Format, ReadOptions, Reading};
use article_card::article::Link;
use lines::Line;

/// The longest text, in bytes; that of a long story has 60 KB.
const LONGEST: usize = 2 * 1024 * 1024;

/// The articles of the text; `None` if it is not in the shape of one.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Option<Reading> {
    if bytes.len() > LONGEST {
        return None;
    }
    let text = text(bytes)?;
    // What begins like that is damaged JSON or markup, and its own reader knows better what is wrong with it.
    if text.trim_start().starts_with(['{', '[', '<', '"']) || text.contains('\0') {
        return None;
    }
    let lines = Line::all(&text);
    let headings = headings::find(&lines);
    let mut stories = headings.iter().zip(
        headings
            .iter()
            .skip(1)
            .map(|next| next.start)
            .chain([lines.len()]),
    );
    let mut reading = Reading {
        format: Some(Format::Text),
        ..Reading::default()
    };
    // Of several articles nothing says which one stands at the given address.
    let page: Option<&Link> = options.page.as_ref().filter(|_| headings.len() == 1);
    stories.try_for_each(|(heading, end)| {
        let lines = lines.get(heading.start..end)?;
        article::add(heading, lines, page, &mut reading);
        Some(())
    });
    (!reading.entries.is_empty()).then_some(reading)
}

/// Text in UTF-8, or in UTF-16 as some editors save it.
fn text(bytes: &[u8]) -> Option<String> {
    let two = |pair: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().skip(1).map(|bytes| pair(*bytes)).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, ..] => two(u16::from_le_bytes),
        [0xfe, 0xff, ..] => two(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            str::from_utf8(bytes).ok().map(str::to_owned)
        }
    }
}
