//! What people judged to be right: the folder's own values, and the project's hashes before them.

use super::field::Field;
use super::own::Own;
use icu::casemap::CaseMapper;
use icu::normalizer::ComposingNormalizer;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The values of a field that are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    Texts(Vec<String>),
    /// Hashes of them, see `own`.
    Hashes(Vec<String>),
}

/// A line of the folder's `gold.jsonl`.
#[derive(Deserialize)]
pub struct Line {
    file: String,
    field: Field,
    verdict: Verdict,
    read: Option<Values>,
    right: Option<Values>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Right,
    Wrong,
    Missed,
    Unclear,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Values {
    One(String),
    Several(Vec<String>),
}

/// The right values of each field that was judged of a page.
pub type Gold = BTreeMap<(String, Field), Right>;

/// The judgements of the folder; of several about the same field of a page the first one goes.
pub fn of_folder(lines: Vec<Line>) -> Gold {
    let mut gold = Gold::new();
    for line in lines {
        if line.verdict == Verdict::Unclear {
            continue;
        }
        let as_read = line.read.filter(|_| line.verdict == Verdict::Right);
        let right = match line.right.or(as_read) {
            Some(Values::One(text)) => vec![text],
            Some(Values::Several(texts)) => texts,
            None => Vec::new(),
        };
        let judged = gold.entry((line.file, line.field));
        judged.or_insert(Right::Texts(right));
    }
    gold
}

/// The same judgements with the project's own in the place of those about the same pages.
pub fn with_own(folder: &Gold, own: Own) -> Gold {
    let mut gold = folder.clone();
    let own = own.into_iter();
    gold.extend(own.map(|(file, hashes)| ((file, Field::Bullets), Right::Hashes(hashes))));
    gold
}

/// The text without what makes no difference: forms of letters, case, white space, and punctuation around it.
pub fn plain(text: &str) -> String {
    let text = ComposingNormalizer::new_nfkc().normalize(text);
    let is_space = |sign: char| sign.is_whitespace() || matches!(sign, '\u{1c}'..='\u{1f}');
    let words: Vec<&str> = text
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let text = words.join(" ");
    let text = text.trim_matches([' ', '.', ',', '|', '–', '—', '-']);
    CaseMapper::new().fold_string(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_plain_without_forms_case_space_and_marks_around_it() {
        assert_eq!(plain(" – The\u{a0}ﬁrst  STRASSE, "), "the first strasse");
        assert_eq!(plain("Straße"), "strasse");
        assert_eq!(plain("a, b."), "a, b");
        assert_eq!(plain(" .-"), "");
    }

    #[test]
    fn the_first_clear_judgement_about_a_field_goes() -> serde_json::Result<()> {
        let lines = [
            r#"{"file": "1", "field": "credit", "verdict": "unclear", "read": "A", "right": null}"#,
            r#"{"file": "1", "field": "credit", "verdict": "right", "read": "B", "right": null}"#,
            r#"{"file": "1", "field": "credit", "verdict": "missed", "read": null, "right": "C"}"#,
            r#"{"file": "1", "field": "byline", "verdict": "wrong", "read": ["D"], "right": null}"#,
            r#"{"file": "1", "field": "related", "verdict": "wrong", "read": [], "right": ["E"]}"#,
        ];
        let lines: Result<_, _> = lines.into_iter().map(serde_json::from_str).collect();
        let gold = of_folder(lines?);
        let texts = |field| gold.get(&("1".to_owned(), field)).cloned();
        let right =
            |text: &[&str]| Some(Right::Texts(text.iter().map(|&text| text.into()).collect()));
        assert_eq!(texts(Field::Credit), right(&["B"]));
        assert_eq!(texts(Field::Byline), right(&[]));
        assert_eq!(texts(Field::Related), right(&["E"]));
        assert_eq!(texts(Field::Caption), None);
        Ok(())
    }

    #[test]
    fn the_projects_own_judgement_goes_before_the_folders() {
        let folder = Gold::from([
            (("1".to_owned(), Field::Bullets), Right::Texts(Vec::new())),
            (("2".to_owned(), Field::Bullets), Right::Texts(Vec::new())),
        ]);
        let own = Own::from([("1".to_owned(), vec!["0123456789ab".to_owned()])]);
        let gold = with_own(&folder, own);
        let of = |file: &str| gold.get(&(file.to_owned(), Field::Bullets));
        assert_eq!(
            of("1"),
            Some(&Right::Hashes(vec!["0123456789ab".to_owned()]))
        );
        assert_eq!(of("2"), Some(&Right::Texts(Vec::new())));
    }
}
