//! The word before the names of a byline.

use article_card::article::Language;

/// The words before a byline, each with the languages that write it. "*" stands after those that are no names, and ":"
/// after those that stand there with their colon only.
const BEFORE: [(&str, &str); 16] = [
    ("by", "*"),
    ("von", "de"),
    ("par", "fr"),
    ("por", "es pt gl"),
    ("di", "it"),
    ("door", "nl"),
    ("av", "nb nn no sv"),
    ("af", "da"),
    ("بقلم", "*"),
    ("نوشتهٔ", "*"),
    ("מאת", "*"),
    ("yazan", ":"),
    ("रिपोर्ट", ":"),
    ("執筆", ":"),
    ("作者", ":"),
    ("تحریر", ":"),
];

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
    let is_word = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(word);
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
    use super::{signed, without_by};
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
            ("Ines Calloway", None, "Ines Calloway"),
        ] {
            let language = language.and_then(Language::parse);
            assert_eq!(without_by(text, language.as_ref()), names, "{text}");
        }
        assert_eq!(signed("Ines Calloway", None), None);
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
