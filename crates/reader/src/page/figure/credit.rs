//! Who took a picture, split off the line under it.

use super::super::words::{BEFORE_PICTURES, CREDITS, CREDITS_WITH_COLON, MAIN_PICTURE};
use super::names::{is_name, is_names};

/// The longest name of photographer and agency, in bytes.
const LONGEST: usize = 120;

/// The caption, and the credit after it; either may be empty.
pub(super) fn split(line: &str) -> (&str, Option<&str>) {
    let line = line.trim();
    let starts = line.char_indices().filter(|(at, sign)| {
        let before = line.get(..*at).unwrap_or_default();
        let last = before.chars().next_back();
        // In the middle of a sentence such a word is one of its words.
        let is_start = last
            .is_none_or(|last| last == '(' || (!last.is_alphanumeric() && !sign.is_lowercase()));
        is_start && !sign.is_whitespace()
    });
    // The first one after which nothing but names comes: "Photo by Ines Calloway/Photographer: Herald".
    let mut found = starts.filter_map(|(at, _)| {
        let (before, after) = line.split_at_checked(at)?;
        // "Im Bild: Ines Calloway" says who is in the picture.
        let last = before.split_whitespace().next_back().unwrap_or_default();
        if BEFORE_PICTURES.contains(&last.to_lowercase()) {
            return None;
        }
        let credit = bare(word_off(after)?, is_claim(after));
        let is_name = credit.starts_with(|sign: char| !sign.is_lowercase() || before.is_empty())
            && credit.len() <= LONGEST
            && !has_sentences(credit);
        // Of "Left image: one agency, right image: another" nothing is the caption.
        let has_more = credit.split_whitespace().any(|word| {
            let word = word.to_lowercase();
            word.strip_suffix(':')
                .is_some_and(|word| CREDITS_WITH_COLON.contains(word))
        });
        if has_more && before.split_whitespace().count() == 1 {
            return Some(("", Some(line)));
        }
        // Of "Image credits: Agency" only the last word has the colon.
        let before = tidy(before);
        let is_word = before.split_whitespace().count() == 1
            && CREDITS_WITH_COLON.contains(&before.to_lowercase());
        is_name.then_some((if is_word { "" } else { before }, Some(credit)))
    });
    found
        .next()
        .or_else(|| in_brackets(line))
        .or_else(|| behind_a_line(line))
        .or_else(|| behind_a_sentence(line))
        .unwrap_or((line, None))
}

/// The name without words such as "Photo:" before it, and without brackets around it.
pub(super) fn name(text: &str) -> &str {
    bare(text, is_claim(text))
}

/// Whether the sign of a claim of rights stands there, with which a year is no day.
fn is_claim(text: &str) -> bool {
    text.contains(['©', 'ⓒ'])
}

fn bare(text: &str, is_claim: bool) -> &str {
    let is_edge = |sign: char| sign.is_whitespace() || "|/–—-:,;".contains(sign);
    let mut name = text.trim().trim_matches(is_edge);
    if let Some(inner) = name.strip_prefix(['(', '（', '[']) {
        name = inner.strip_suffix([')', '）', ']']).unwrap_or(inner);
    } else if !name.contains(['(', '（', '[']) {
        name = name.strip_suffix([')', '）', ']']).unwrap_or(name);
    }
    while let Some(rest) = word_off(name) {
        name = rest.trim_matches(is_edge);
    }
    let name = years_off(name, is_claim);
    // An address of mail, but not the name of an account, a date and who wrote the story are no names of photographers.
    let mut words = name.split(|sign: char| !sign.is_alphanumeric());
    let has_number =
        words.any(|word| !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_digit()));
    let is_other =
        name.trim_start_matches('@').contains('@') || has_number || name.starts_with("By ");
    if is_other { "" } else { name.trim() }
}

/// The name without the years before and behind it. Behind it a comma or a bracket parts it from the name, or a claim of
/// rights says whose year it is: "May 2024" is a day.
fn years_off(name: &str, is_claim: bool) -> &str {
    let is_gap = |sign: char| sign.is_whitespace() || ",–—-(".contains(sign);
    let is_year = |year: &str| {
        year.bytes().all(|sign| sign.is_ascii_digit())
            && (year.starts_with("19") || year.starts_with("20"))
    };
    let mut name = name;
    while let Some((year, rest)) = name.split_at_checked(4)
        && is_year(year)
        && !rest.starts_with(char::is_alphanumeric)
    {
        name = rest.trim_start_matches(is_gap);
    }
    let bare = name.strip_suffix(')').unwrap_or(name);
    let behind = bare
        .len()
        .checked_sub(4)
        .and_then(|at| bare.split_at_checked(at))
        .filter(|(_, year)| is_year(year));
    let Some((before, _)) = behind else {
        return name;
    };
    let rest = before.trim_end_matches(is_gap);
    let gap = before.get(rest.len()..).unwrap_or_default();
    let is_apart = gap.contains(|sign: char| !sign.is_whitespace());
    match is_apart || (is_claim && !gap.is_empty()) {
        true => rest,
        false => name,
    }
}

/// The name in a line that begins with a word for the main picture, such as "Titelbild: © Agency".
pub(super) fn of_main(line: &str) -> Option<&str> {
    let line = line.trim();
    let (start, rest) = line.split_once([':', '：'])?;
    let start = start.trim().to_lowercase();
    let is_main = MAIN_PICTURE.contains(&start);
    let name = name(rest);
    (is_main && is_name(name) && !has_sentences(name)).then_some(name)
}

/// What follows a word that stands before credits.
fn word_off(text: &str) -> Option<&str> {
    let after = |word: &str| {
        let start = text
            .get(..word.len())
            .filter(|start| start.to_lowercase() == word)?;
        let rest = text.get(start.len()..)?;
        let is_end =
            !word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric);
        is_end.then_some(rest)
    };
    let with_colon = CREDITS_WITH_COLON
        .iter()
        .find_map(|word| after(word)?.trim_start().strip_prefix([':', '：']));
    with_colon.or_else(|| CREDITS.iter().find_map(after))
}

/// A credit in the last brackets: names with a stroke, or a name behind a whole sentence. Other brackets are part of the
/// sentence.
fn in_brackets(line: &str) -> Option<(&str, Option<&str>)> {
    let (before, credit) = line.strip_suffix(')')?.rsplit_once('(')?;
    let is_sentence = before
        .trim_end()
        .ends_with(['.', '!', '?', '”', '"', '…', '。']);
    let credit = name(credit);
    let is_credit = match credit.contains('/') {
        true => is_names(credit),
        false => (is_sentence || before.trim().is_empty()) && is_name(credit),
    };
    (is_credit && credit.len() <= LONGEST / 2 && !credit.contains(')'))
        .then(|| (tidy(before), Some(credit)))
}

/// A credit behind an upright stroke at the end, if it names an agency with another stroke.
fn behind_a_line(line: &str) -> Option<(&str, Option<&str>)> {
    let (before, credit) = line.rsplit_once(" | ")?;
    let is_credit = is_names(credit) && before.ends_with(['.', '!', '?', '”']);
    is_credit.then(|| (tidy(before), Some(credit.trim())))
}

/// A credit behind the last sentence: names with a stroke between them.
fn behind_a_sentence(line: &str) -> Option<(&str, Option<&str>)> {
    let (before, credit) = behind_sentences(line)?;
    is_names(credit).then(|| (tidy(before), Some(credit)))
}

/// The sentences of a line, and the few words behind them, if those end in no full stop.
pub(super) fn behind_sentences(line: &str) -> Option<(&str, &str)> {
    let mut ends = line
        .match_indices(char::is_whitespace)
        .filter_map(|(at, _)| {
            let (before, after) = line.split_at_checked(at)?;
            let last = before
                .rsplit(char::is_whitespace)
                .next()
                .unwrap_or_default();
            // "J. Doe/Agency" begins with a letter and a dot.
            let is_end = last.chars().count() > 3 && last.ends_with(['.', '!', '?', '”', '»', '…']);
            is_end.then_some((before, after.trim()))
        });
    let (before, words) = { ends.rfind(|(_, words)| !words.is_empty()) }?;
    let is_short = words.len() <= LONGEST / 2 && words.starts_with(char::is_uppercase);
    (is_short && !words.ends_with(['.', '!', '?'])).then_some((before, words))
}

/// What stands between a caption and its credit belongs to neither.
fn tidy(caption: &str) -> &str {
    caption.trim_end_matches(|sign: char| sign.is_whitespace() || "|/–—-(（,;•[".contains(sign))
}

fn has_sentences(text: &str) -> bool {
    let mut ends = text.match_indices(". ");
    ends.any(|(at, _)| {
        let last = text
            .get(..at)
            .unwrap_or_default()
            .rsplit(' ')
            .next()
            .unwrap_or_default();
        last.chars().count() > 3
    })
}

#[cfg(test)]
mod tests {
    use super::{name, split};

    #[test]
    fn credits_are_told_in_many_languages() {
        for word in [
            "Fotoğraf:",
            "Zdjęcie:",
            "Fot.",
            "Φωτογραφία:",
            "Фото:",
            "Світлина:",
            "Снимка:",
            "تصوير:",
            "फोटो:",
            "ছবি:",
            "写真：",
            "（撮影：",
            "图片来源：",
            "사진:",
            "Sumber:",
            "Ảnh:",
            "Bilde:",
            "Kuva:",
            "Snímek:",
            "Fotó:",
            "Sursa foto:",
            "Nguồn ảnh:",
            "צילום:",
            "ภาพ:",
            "Illustration by",
            "Foto oleh",
            "Crédit photo :",
        ] {
            for caption in ["The gate at dawn.", ""] {
                let line = format!("{caption} {word} Agency");
                assert_eq!(split(&line), (caption, Some("Agency")), "{line}");
            }
        }
        let colon = "船の門（写真：Agency）";
        assert_eq!(split(colon), ("船の門", Some("Agency")));
    }

    #[test]
    fn a_credit_stands_at_the_end_of_a_caption() {
        for (line, caption, credit) in [
            (
                "The gate. Foto: Tom Pascoe",
                "The gate.",
                Some("Tom Pascoe"),
            ),
            (
                "The gate. (Photo by Tom Pascoe/Agency)",
                "The gate.",
                Some("Tom Pascoe/Agency"),
            ),
            ("The gate © Agency", "The gate", Some("Agency")),
            (
                "The gate. | Tom Pascoe/Agency",
                "The gate.",
                Some("Tom Pascoe/Agency"),
            ),
            (
                "The gate (Tom Pascoe/Agency)",
                "The gate",
                Some("Tom Pascoe/Agency"),
            ),
            ("The gate. (Agency)", "The gate.", Some("Agency")),
            ("Image Credits: Agency", "", Some("Agency")),
            ("Image Credits:", "Image Credits:", None),
            ("Фото: Agency", "", Some("Agency")),
            ("Foto: Bild: A/B", "", Some("A/B")),
            (
                "The gate. Tom Pascoe/Agency",
                "The gate.",
                Some("Tom Pascoe/Agency"),
            ),
            (
                "The gate. J. Doe/Agency",
                "The gate.",
                Some("J. Doe/Agency"),
            ),
            (
                "Left Image: One Agency, Right Image: Another",
                "",
                Some("Left Image: One Agency, Right Image: Another"),
            ),
            ("Im Bild: Ines Calloway", "Im Bild: Ines Calloway", None),
            (
                "Auf dem Foto: Ines Calloway",
                "Auf dem Foto: Ines Calloway",
                None,
            ),
            (
                "Kinder an der Quelle: Ines Calloway mit Wasser",
                "Kinder an der Quelle: Ines Calloway mit Wasser",
                None,
            ),
            ("The gate (left) at dusk", "The gate (left) at dusk", None),
            ("Lena Marsh (left)", "Lena Marsh (left)", None),
            ("A photograph by the lock", "A photograph by the lock", None),
            (
                "The photos: a long story. And another one",
                "The photos: a long story. And another one",
                None,
            ),
        ] {
            assert_eq!(split(line), (caption, credit), "{line}");
        }
        for (text, bare) in [
            ("© 2024 Herald Group", "Herald Group"),
            ("© 2019–2024 Herald Group", "Herald Group"),
            ("© Herald Group 2024", "Herald Group"),
            ("Photo: Tom Pascoe, 2019", "Tom Pascoe"),
            ("Photo: Tom Pascoe (2019)", "Tom Pascoe"),
            ("Photo: Westend61", "Westend61"),
        ] {
            assert_eq!(name(text), bare, "{text}");
        }
        for other in [
            "(Foto: tom@herald.example)",
            "Photo: 2024",
            "6 May 2024",
            "May 2024",
            "Photo: taken on 6 May",
            "By Herald Staff",
        ] {
            assert_eq!(name(other), "", "{other}");
        }
    }
}
