//! The word before the names of a byline, and what stands between them.

use crate::same_words::after;
use article_card::article::Language;
use std::str::Split;

/// The words before a byline, with the languages that write them. "*" stands after those that are no names, and ":" after
/// those that stand there with their colon only.
const BEFORE: [(&str, &str); 10] = [
    ("by بقلم نوشتهٔ מאת", "*"),
    ("von", "de"),
    ("par", "fr"),
    ("por", "es pt gl"),
    ("di", "it"),
    ("door", "nl"),
    ("av", "nb nn no sv"),
    ("af", "da"),
    ("minn", "mt"),
    (
        "besedilo tekst tekstas teksti teksts text yazan Írta Údar Автор Κείμενο تحریر रिपोर्ट 作者 執筆",
        ":",
    ),
];

/// What stands between two names, beside signs.
pub(crate) const BETWEEN: [&str; 6] = [" and ", " & ", " und ", " et ", " och ", " og "];

/// The names that stand apart by semicolons, which no name has in it; those of references that nobody knows part nothing.
pub(crate) fn apart(joined: &str) -> Split<'_, char> {
    let has_references = joined.contains('&');
    joined.split(if has_references { '\0' } else { ';' })
}

/// Whether it is several of the names in one and nothing besides, whatever they are joined by.
pub(crate) fn is_joined_of<'n>(joined: &str, names: impl Iterator<Item = &'n str> + Clone) -> bool {
    /// In bytes; in a longer text nobody looks for names.
    const LONGEST: usize = 1000;
    let mut rest = joined;
    while !rest.is_empty() && rest.len() <= LONGEST {
        let next = names.clone().find_map(|name| {
            let next = after(rest, name)?;
            // The whole is no part of itself.
            (rest.len() < joined.len() || !next.is_empty()).then(|| next_name(next))?
        });
        match next {
            Some(next) => rest = next,
            None => return false,
        }
    }
    rest.is_empty() && !joined.is_empty()
}

/// What follows that which stands between two names; nothing if none of it is there.
fn next_name(rest: &str) -> Option<&str> {
    let comma = rest.strip_prefix(',');
    let next = comma.unwrap_or(rest);
    let mut words = BETWEEN.iter().filter_map(|word| next.strip_prefix(word));
    let is_apart = comma.is_some() || next.is_empty();
    words.next().or(is_apart.then(|| next.trim_start()))
}

/// The names without the word before them.
pub(crate) fn without_by<'a>(raw: &'a str, language: Option<&Language>) -> &'a str {
    signed(raw, language).unwrap_or(raw.trim())
}

/// The names, if the word for "by" stands before them.
///
/// "Von" and "Di" are names, too, which many write small: such a word goes only if it has a capital, in a text of its
/// language or of none that is known, and if a first and a last name follow. With a colon every such word goes, since no
/// name has one.
pub(crate) fn signed<'a>(raw: &'a str, language: Option<&Language>) -> Option<&'a str> {
    const COLONS: [char; 2] = [':', '：'];
    let raw = raw.trim();
    let end = raw.find(|sign: char| sign.is_whitespace() || COLONS.contains(&sign))?;
    let (word, rest) = raw.split_at_checked(end)?;
    let rest = rest.trim_start();
    let names = rest.strip_prefix(COLONS).map(str::trim_start);
    let is_word = |(known, _): &&(&str, &str)| {
        let mut known = known.split(' ');
        known.any(|known| known.eq_ignore_ascii_case(word))
    };
    let (_, languages) = BEFORE.iter().find(is_word)?;
    let is_certain = names.is_some()
        || *languages == "*"
        || (word.starts_with(|letter: char| letter.is_ascii_uppercase())
            && rest.contains(' ')
            && *languages != ":"
            && language
                .is_none_or(|language| languages.split(' ').any(|one| one == language.primary())));
    let names = names.unwrap_or(rest);
    (is_certain && !names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::{apart, is_joined_of, signed, without_by};
    use article_card::article::{LabelKey, Language};
    use article_card::labels::Labels;

    #[test]
    fn names_stand_without_their_by() {
        for (text, language, names) in [
            (" By Ines Calloway ", None, "Ines Calloway"),
            ("BY INES CALLOWAY", Some("de"), "INES CALLOWAY"),
            ("by: Ines", None, "Ines"),
            ("By\u{a0}Ines", None, "Ines"),
            ("Byron Fell", None, "Byron Fell"),
            ("By", None, "By"),
            ("By:", None, "By:"),
            ("Von Anna Berg", Some("de-AT"), "Anna Berg"),
            ("Von Anna Berg", None, "Anna Berg"),
            ("Von Anna Berg", Some("en"), "Von Anna Berg"),
            ("von Anna Berg", Some("de"), "von Anna Berg"),
            ("Von Trotha", Some("de"), "Von Trotha"),
            ("Von: Berg", None, "Berg"),
            ("Af Ida Holm", Some("da"), "Ida Holm"),
            ("Par : Inès Roux", Some("fr"), "Inès Roux"),
            ("執筆：木村", None, "木村"),
            ("作者 木村", None, "作者 木村"),
            ("Yazan: Deniz Ak", Some("tr"), "Deniz Ak"),
            ("Yazan Haddad", None, "Yazan Haddad"),
            ("Text: Eva Malá", Some("cs"), "Eva Malá"),
            ("Text Malá", Some("cs"), "Text Malá"),
            ("Minn Sina Borg", Some("mt"), "Sina Borg"),
            ("Minn Sina Borg", Some("en"), "Minn Sina Borg"),
            ("Автор: Мария Петрова", None, "Мария Петрова"),
            ("Ines Calloway", None, "Ines Calloway"),
        ] {
            let language = language.and_then(Language::parse);
            assert_eq!(without_by(text, language.as_ref()), names, "{text}");
        }
        assert_eq!(signed("Ines Calloway", None), None);
    }

    #[test]
    fn names_are_joined_where_each_is_known() {
        let names = ["Ana", "Ana Brandt", "Li Wei", "Tom Pascoe"];
        for joined in [
            "ANA BRANDT and LI WEI",
            "Ana Brandt and Li Wei",
            "Ana Brandt, Li Wei, and Tom Pascoe",
            "Ana Brandt & Li Wei",
        ] {
            let all = names.into_iter().chain([joined]);
            assert!(is_joined_of(joined, all), "{joined}");
        }
        for other in [
            "",
            ";",
            "Ana Brandt",
            "Ana Brandt and Daughters",
            "Ana Brandt, Lisbon",
            "Ana Brandt Li Wei",
            "Brandt and Wei",
        ] {
            assert!(!is_joined_of(other, names.into_iter()), "{other}");
        }
        assert!(apart("Ana Brandt; Li Wei").eq(["Ana Brandt", " Li Wei"]));
        assert!(apart("Ana &nosuch; Brandt").eq(["Ana &nosuch; Brandt"]));
        assert!(apart("Ana Brandt, Lisbon").eq(["Ana Brandt, Lisbon"]));
    }

    #[test]
    fn what_the_card_writes_before_a_byline_is_taken_off_again() {
        for labels in Labels::all() {
            let byline = labels.get(LabelKey::By).replace("{names}", "Ana Brandt");
            let language = Language::parse(labels.tag());
            assert_eq!(without_by(&byline, language.as_ref()), "Ana Brandt");
            assert_eq!(without_by(&byline, None), "Ana Brandt");
        }
    }
}
