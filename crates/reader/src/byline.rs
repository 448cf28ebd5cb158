//! The word before the names of a byline.

use article_card::article::Language;

/// The word before a byline, and the languages that write it.
const BEFORE: [(&str, &str); 8] = [
    ("by", "en"),
    ("von", "de"),
    ("par", "fr"),
    ("por", "es pt gl"),
    ("di", "it"),
    ("door", "nl"),
    ("av", "nb nn no sv"),
    ("af", "da"),
];

/// The names without the word before them.
///
/// "Von" and "Di" are names, too: they go only in a text of that language or of none that is known, and if a first and a
/// last name follow.
pub(crate) fn without_by<'a>(raw: &'a str, language: Option<&Language>) -> &'a str {
    let raw = raw.trim();
    let rest = || {
        let (word, rest) = raw.split_once([' ', '\u{a0}'])?;
        let word = word.trim_end_matches(':');
        let (word_before, languages) = BEFORE
            .iter()
            .find(|(before, _)| before.eq_ignore_ascii_case(word))?;
        let rest = rest.trim();
        let is_certain = *word_before == "by"
            || (word.starts_with(|letter: char| letter.is_ascii_uppercase())
                && rest.contains(' ')
                && language.is_none_or(|language| {
                    languages.split(' ').any(|one| one == language.primary())
                }));
        is_certain.then_some(rest)
    };
    rest().unwrap_or(raw)
}
