//! A caption and its credit, which many write in one line.

use crate::clean::Cleaner;
#[cfg(feature = "copied")]
use crate::markup;
use crate::same_words::is_small;
use crate::search::has;
use article_card::article::Text;
use article_card::article::limits;
use article_card::reading::clean;
use article_card::report::Path;

impl Cleaner<'_> {
    /// Splits the credit off a caption that ends in one, such as "A court in Berlin. (AFP/File)".
    #[cfg(feature = "copied")]
    pub(crate) fn caption_and_credit(
        &self,
        raw: &str,
        path: &Path,
    ) -> (Option<Text>, Option<Text>) {
        self.caption_beside(&markup::to_text(raw), path, None)
    }

    /// The same where a credit may be known already: then only that one is taken off the caption.
    pub(crate) fn caption_beside(
        &self,
        text: &str,
        path: &Path,
        known: Option<Text>,
    ) -> (Option<Text>, Option<Text>) {
        let text = text.trim();
        let (mut caption, credit) = split_credit(text);
        if let Some(known) = known {
            if !credit.is_some_and(|credit| has(&known, credit) || has(credit, &known)) {
                caption = text;
            }
            let caption = self.plain("image.caption", caption, path, limits::PARAGRAPH);
            return (caption, Some(known));
        }
        let credit = credit.and_then(|credit| {
            let credit = clean(credit, limits::LABEL).text;
            if credit.is_some() {
                self.note("image.credit", path, "split from the caption");
            }
            credit
        });
        let caption = self.plain("image.caption", caption, path, limits::PARAGRAPH);
        (caption, credit)
    }
}

/// The last words in brackets are a credit if they end the caption and are no sentence of it. Words in lower case, as in
/// "Ines Calloway (left)", are one only after a whole sentence: some agencies write themselves so.
fn split_credit(caption: &str) -> (&str, Option<&str>) {
    /// The longest credit that was seen has 38 characters.
    const LONGEST: usize = 40;
    let credit = || {
        let whole = caption.strip_suffix(')')?;
        let at = whole.bytes().rposition(|byte| byte == b'(')?;
        let (before, credit) = (whole.get(..at)?, whole.get(at + 1..)?);
        let is_credit = !before.trim().is_empty()
            && !credit.trim().is_empty()
            && !credit.contains(')')
            && credit.chars().count() <= LONGEST
            && (!credit.trim().starts_with(is_small) || ends_sentence(before));
        is_credit.then(|| (before.trim_end(), Some(credit.trim())))
    };
    credit().unwrap_or((caption, None))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['”', '’', '"', '»']);
    text.ends_with(['.', '!', '?', '…', '。', '؟', '।'])
}

#[cfg(test)]
mod tests {
    use super::split_credit;

    #[test]
    fn a_credit_ends_the_caption_in_brackets() {
        assert_eq!(
            split_credit("A pier. (AFP/File)"),
            ("A pier.", Some("AFP/File"))
        );
        assert_eq!(split_credit("A pier! (dpa)"), ("A pier!", Some("dpa")));
        for whole in [
            "A pier (left) at dusk",
            "Ines Calloway (left)",
            "(AFP)",
            "A pier ()",
            "A pier (seen from the other side of the bay at dusk in winter)",
            "A pier",
        ] {
            assert_eq!(split_credit(whole), (whole, None));
        }
    }
}
