//! What a label of the card's own stands before or after, such as the names in "By {names}".

#[cfg(feature = "page")]
use article_card::article::{LabelKey, Language};
#[cfg(feature = "page")]
use article_card::labels::Labels;

/// The name without "By", in the language of the article and in English.
#[cfg(feature = "page")]
pub(crate) fn name_without_by<'t>(text: &'t str, language: Option<&Language>) -> &'t str {
    let own = language.and_then(|language| Labels::of(language.as_str()));
    let mut rows = own.into_iter().chain([Labels::english()]);
    rows.find_map(|labels| without(text, labels.get(LabelKey::By)))
        .unwrap_or(text)
}

/// What stands in the place of the names, if the text begins as the pattern does; the case of letters does not matter.
pub(crate) fn without<'t>(text: &'t str, pattern: &str) -> Option<&'t str> {
    let (before, after) = pattern.split_once('{')?;
    let (_, after) = after.split_once('}')?;
    let end = text.len().checked_sub(after.len())?;
    let (start, last) = text.split_at_checked(end)?;
    let (first, name) = start.split_at_checked(before.len())?;
    let is_alike = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    (is_alike(first, before) && is_alike(last, after) && !name.trim().is_empty())
        .then_some(name.trim())
}

#[cfg(all(test, feature = "page"))]
mod tests {
    use super::name_without_by;
    use article_card::article::Language;

    #[test]
    fn a_name_stands_without_its_by() {
        for (text, language, bare) in [
            ("By Ines Calloway", None, "Ines Calloway"),
            ("BY INES CALLOWAY", Some("en"), "INES CALLOWAY"),
            ("Byron Fell", None, "Byron Fell"),
            ("Von Anna Berg", Some("de"), "Anna Berg"),
            ("Von Anna Berg", None, "Von Anna Berg"),
            ("By", None, "By"),
            ("執筆：木村", Some("ja"), "木村"),
        ] {
            let language = language.and_then(Language::parse);
            assert_eq!(name_without_by(text, language.as_ref()), bare);
        }
    }
}
