//! The place before a story's first paragraph, as agencies write it: "LONDON: …", "BEIRUT, Lebanon (AP) — …".

use crate::same_words::is_capital;
use crate::search::{self, find};

/// The longest place, in characters.
const LONGEST: usize = 40;
/// What stands in capitals before a colon and is no place.
const OTHERS: &str = "ANALYSIS BREAKING BY CLARIFICATION COMMENT CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER \
    FACTBOX LISTEN LIVE NOTE OPINION PHOTO PHOTOS PICTURED PICTURES READ REVIEW UPDATE UPDATED URGENT VIDEO WARNING WATCH";

/// What may follow the place after a comma and is no part of it.
const DAYS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday";

/// Splits the place off a paragraph; `None` if none stands before it. It is written in capitals, so scripts without them
/// have none.
pub(crate) fn split(paragraph: &str) -> Option<(&str, &str)> {
    let mut first = None;
    for end in [": ", " — ", " – ", " -- ", " - ", "— ", "– "] {
        if let Some(at) = find(paragraph, end)
            && first.is_none_or(|(before, _)| at < before)
        {
            first = Some((at, end));
        }
    }
    let (at, end) = first?;
    let (before, after) = paragraph.split_at_checked(at)?;
    let rest = after.strip_prefix(end)?.trim_start();
    let is_colon = end.starts_with(':');
    let place = in_capitals(before)?;
    // Before a colon only the place stands; before a dash the country, the day and the agency may follow.
    let is_alone = !before.bytes().any(|byte| matches!(byte, b',' | b'('));
    (!rest.is_empty() && (is_alone || !is_colon)).then_some((place, rest))
}

/// The place of an element that is marked as a dateline, which may hold a date in its stead.
#[cfg(feature = "page")]
pub(crate) fn place(marked: &str) -> Option<&str> {
    let marked = marked.trim();
    let bare = marked.trim_end_matches([':', '—', '–', '-']).trim_end();
    let bare = bare
        .split_once('(')
        .map_or(bare, |(place, _)| place.trim_end());
    let is_place = !bare.is_empty()
        && bare.chars().count() <= LONGEST
        && !bare
            .chars()
            .any(|sign| sign.is_ascii_digit() || sign == ':');
    is_place.then_some(bare)
}

/// The place at the start of what stands before a colon or dash: up to the first comma or bracket, all in capitals.
pub(crate) fn in_capitals(before: &str) -> Option<&str> {
    let place = search::before(before, b",(").trim();
    let mut letters = 0;
    for sign in place.chars() {
        if is_capital(sign) {
            letters += 1;
        } else if !matches!(sign, ' ' | '.' | '\'' | '’' | '-' | '/') {
            return None;
        }
    }
    let is_short = |text: &str, limit| text.chars().count() <= limit;
    let is_other = |word: &str| OTHERS.split(' ').any(|other| other == word);
    let is_place = letters >= 3
        && place.starts_with(is_capital)
        && is_short(place, LONGEST)
        && is_short(before, 2 * LONGEST)
        && !place.split(' ').any(is_other);
    is_place.then(|| with_region(before.trim_start(), place))
}

/// The place with the country or state that stands after it: "ALBANY, N.Y. (AP)", but not "NEW YORK, April 3".
fn with_region<'t>(before: &'t str, place: &'t str) -> &'t str {
    let region = before
        .get(place.len()..)
        .and_then(|rest| rest.strip_prefix(", "));
    let region = region.map(|rest| search::before(rest, b",(").trim());
    // By bytes, since the standard library's tables of letters would weigh as much as all of this file.
    let is_region = |region: &&str| {
        let bytes = region.bytes();
        let is_foreign = |byte: u8| byte >= 0x80;
        let is_letter = |byte: u8| byte.is_ascii_alphabetic() || is_foreign(byte);
        let is_small = |byte: u8| byte.is_ascii_lowercase() || is_foreign(byte);
        let mut days = DAYS.split(' ');
        // An agency has three letters and more in capitals.
        region.starts_with(is_capital)
            && bytes
                .clone()
                .all(|byte| is_letter(byte) || b" .'-".contains(&byte))
            && (region.len() == 2 || bytes.clone().any(|byte| byte == b'.' || is_small(byte)))
            && !days.any(|day| day.eq_ignore_ascii_case(region))
    };
    let region = region.filter(is_region);
    let end = region.map_or(place.len(), |region| place.len() + 2 + region.len());
    before.get(..end).unwrap_or(place)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_place_in_capitals_stands_before_the_story() {
        for (paragraph, place) in [
            ("SALTMERE: The port reopened.", "SALTMERE"),
            ("NEW YORK — The port reopened.", "NEW YORK"),
            ("NEW YORK, April 3 (Reuters) - The port: open.", "NEW YORK"),
            ("ST. LOUIS – The port reopened.", "ST. LOUIS"),
            (
                "AIX-EN-PROVENCE, France (AP) — The port reopened.",
                "AIX-EN-PROVENCE, France",
            ),
            ("ALBANY, N.Y. (AP) — The port reopened.", "ALBANY, N.Y."),
            ("PARIS, AFP — The port reopened.", "PARIS"),
            ("PARIS, Tuesday (AFP) — The port reopened.", "PARIS"),
            ("МОСКВА, 3 апреля — Порт открыт.", "МОСКВА"),
            ("ÎLE-D’YEU: Le port.", "ÎLE-D’YEU"),
        ] {
            assert_eq!(split(paragraph).map(|(place, _)| place), Some(place));
        }
        assert_eq!(
            split("SALTMERE: The port: open."),
            Some(("SALTMERE", "The port: open."))
        );
    }

    #[test]
    fn other_beginnings_are_no_places() {
        for paragraph in [
            "The port reopened.",
            "Saltmere: The port reopened.",
            "WATCH: The port reopens.",
            "UK: The port reopened.",
            "SALTMERE, Kent: The port reopened.",
            "SALTMERE:",
            "IT WAS A LONG AND A COLD WINTER AND NOBODY KNEW WHY: the port was shut.",
            "لندن: أعيد فتح الميناء.",
            "3.4 — the port",
            "",
        ] {
            assert_eq!(split(paragraph), None, "{paragraph}");
        }
    }
}
