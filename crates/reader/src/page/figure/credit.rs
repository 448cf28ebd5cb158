//! Who took a picture, split off the line under it.

use super::super::words::{CREDITS, CREDITS_WITH_COLON};

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
        let credit = name(word_off(after)?);
        let is_name = credit.starts_with(|sign: char| !sign.is_lowercase() || before.is_empty())
            && credit.len() <= LONGEST
            && !has_sentences(credit);
        // Of "Image credits: Agency" only the last word has the colon.
        let before = tidy(before);
        let is_word = before.split_whitespace().count() == 1
            && CREDITS_WITH_COLON
                .split_ascii_whitespace()
                .any(|word| word == before.to_lowercase());
        is_name.then_some((if is_word { "" } else { before }, Some(credit)))
    });
    found
        .next()
        .or_else(|| in_brackets(line))
        .or_else(|| behind_a_line(line))
        .unwrap_or((line, None))
}

/// The name without words such as "Photo:" before it, and without brackets around it.
pub(super) fn name(text: &str) -> &str {
    let is_edge = |sign: char| sign.is_whitespace() || "|/–—-:,;".contains(sign);
    let mut name = text.trim().trim_matches(is_edge);
    if let Some(inner) = name.strip_prefix('(') {
        name = inner.strip_suffix(')').unwrap_or(inner);
    } else if !name.contains('(') {
        name = name.strip_suffix(')').unwrap_or(name);
    }
    while let Some(rest) = word_off(name) {
        name = rest.trim_matches(is_edge);
    }
    // An address of mail, a year and who wrote the story are no names of photographers.
    let has_year = |start: &str| {
        name.match_indices(start).any(|(at, _)| {
            let year = name.get(at..at + 4).unwrap_or_default();
            year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit())
        })
    };
    let is_other =
        name.contains('@') || has_year("19") || has_year("20") || name.starts_with("By ");
    if is_other { "" } else { name.trim() }
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
        .split_ascii_whitespace()
        .find_map(|word| after(word)?.trim_start().strip_prefix([':', '：']));
    with_colon.or_else(|| CREDITS.iter().find_map(|word| after(word)))
}

/// A credit in the last brackets, which has a stroke or an agency's capitals: other brackets are part of the sentence.
fn in_brackets(line: &str) -> Option<(&str, Option<&str>)> {
    let (before, credit) = line.strip_suffix(')')?.rsplit_once('(')?;
    let is_sentence = before
        .trim_end()
        .ends_with(['.', '!', '?', '”', '"', '…', '。']);
    let is_credit = !credit.trim().is_empty()
        && credit.len() <= LONGEST / 2
        && !credit.contains(')')
        && (is_sentence || credit.contains('/') || before.trim().is_empty());
    is_credit.then(|| (tidy(before), Some(credit.trim())))
}

/// A credit behind an upright stroke at the end, if it names an agency with another stroke.
fn behind_a_line(line: &str) -> Option<(&str, Option<&str>)> {
    let (before, credit) = line.rsplit_once(" | ")?;
    let is_credit = credit.len() <= LONGEST / 2
        && credit.contains('/')
        && before.ends_with(['.', '!', '?', '”']);
    is_credit.then(|| (tidy(before), Some(credit.trim())))
}

/// What stands between a caption and its credit belongs to neither.
fn tidy(caption: &str) -> &str {
    caption.trim_end_matches(|sign: char| sign.is_whitespace() || "|/–—-(,;•[".contains(sign))
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
            ("Фото: Agency", "", Some("Agency")),
            ("Foto: Bild: A/B", "", Some("A/B")),
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
        for other in [
            "(Foto: tom@herald.example)",
            "© 2024 Herald Group",
            "6 May 2024",
            "By Herald Staff",
        ] {
            assert_eq!(name(other), "", "{other}");
        }
    }
}
