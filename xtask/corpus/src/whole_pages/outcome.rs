//! What of a field of one page is right, false and missed, as `score.py` beside the pages has it.

use super::field::Field;
use super::gold::{Right, plain};
use super::own::hash;

/// Of the related stories so many were judged.
const RELATED: usize = 6;

/// A text of which a part counts as the whole has more letters.
const SHORT: usize = 12;

/// What came of a field of one page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub right: usize,
    /// What is read and is not so.
    pub false_values: Vec<String>,
    /// What is so and is not read; of hashes as many lines as are missed.
    pub missed: Vec<String>,
}

/// Holds what was read in a field against what is right.
pub fn hold(field: Field, read: &[&str], right: &Right) -> Outcome {
    let read = read.iter().map(|text| (*text, plain(text)));
    let mut read: Vec<_> = read.filter(|(_, plain)| !plain.is_empty()).collect();
    if field == Field::Related {
        read.truncate(RELATED);
    }
    match right {
        Right::Texts(texts) => against_texts(field, &read, texts),
        Right::Hashes(hashes) => against_hashes(&read, hashes),
    }
}

fn against_texts(field: Field, read: &[(&str, String)], texts: &[String]) -> Outcome {
    let right = texts.iter().map(|text| (text, plain(text)));
    let right: Vec<_> = right.filter(|(_, plain)| !plain.is_empty()).collect();
    let is_part = |one: &str, other: &str| one.contains(other) || other.contains(one);
    let is_right = |text: &str| {
        right.iter().any(|(_, right)| {
            let has_parts = field != Field::Dateline && right.chars().count() > SHORT;
            text == right || has_parts && is_part(text, right)
        })
    };
    let mut outcome = Outcome::default();
    for (text, plain) in read {
        if is_right(plain) {
            outcome.right += 1;
        } else {
            outcome.false_values.push((*text).to_owned());
        }
    }
    // Which stories are related is the publisher's choice, so only a page that gives none misses any, and then one.
    let missed = right.iter().filter(|(_, right)| match field {
        Field::Related => read.is_empty(),
        _ => !read.iter().any(|(_, text)| is_part(text, right)),
    });
    let most = if field == Field::Related {
        1
    } else {
        right.len()
    };
    outcome.missed = missed.take(most).map(|(text, _)| (*text).clone()).collect();
    outcome
}

fn against_hashes(read: &[(&str, String)], hashes: &[String]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut missed: Vec<&String> = hashes.iter().collect();
    for (text, plain) in read {
        let own = hash(plain);
        if hashes.contains(&own) {
            outcome.right += 1;
            missed.retain(|hash| **hash != own);
        } else {
            outcome.false_values.push((*text).to_owned());
        }
    }
    outcome.missed = missed.into_iter().cloned().collect();
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many are right, false and missed.
    fn counts(field: Field, read: &[&str], right: &[&str]) -> [usize; 3] {
        let right = Right::Texts(right.iter().map(|&text| text.to_owned()).collect());
        let outcome = hold(field, read, &right);
        [
            outcome.right,
            outcome.false_values.len(),
            outcome.missed.len(),
        ]
    }

    #[test]
    fn a_value_is_right_false_or_missed() {
        assert_eq!(
            counts(Field::Byline, &["ANNA Roe."], &["Anna Roe", "Ben Poe"]),
            [1, 0, 1]
        );
        assert_eq!(counts(Field::Byline, &["Cy Doe", " - "], &[]), [0, 1, 0]);
        assert_eq!(counts(Field::Byline, &[], &["Anna Roe"]), [0, 0, 1]);
        assert_eq!(counts(Field::Byline, &[], &[]), [0, 0, 0]);
    }

    #[test]
    fn a_part_of_a_long_text_is_right() {
        let long = "A bridge over the river";
        assert_eq!(counts(Field::Caption, &["A bridge"], &[long]), [1, 0, 0]);
        assert_eq!(
            counts(
                Field::Caption,
                &["A bridge over the river, at night"],
                &[long]
            ),
            [1, 0, 0]
        );
    }

    #[test]
    fn a_part_of_a_short_text_is_false_and_yet_not_missed() {
        assert_eq!(counts(Field::Credit, &["Roe/Agency"], &["Roe"]), [0, 1, 0]);
    }

    #[test]
    fn a_part_of_a_dateline_is_false() {
        let place = "Villingen-Schwenningen";
        assert_eq!(counts(Field::Dateline, &["Villingen"], &[place]), [0, 1, 0]);
        assert_eq!(
            counts(Field::Dateline, &["VILLINGEN-Schwenningen –"], &[place]),
            [1, 0, 0]
        );
    }

    #[test]
    fn six_related_stories_are_judged_and_no_page_misses_more_than_one() {
        let read = ["a", "b", "c", "d", "e", "f", "g", "h"];
        assert_eq!(counts(Field::Related, &read, &["a", "b"]), [2, 4, 0]);
        assert_eq!(counts(Field::Related, &["x"], &["a", "b"]), [0, 1, 0]);
        assert_eq!(counts(Field::Related, &[], &["a", "b"]), [0, 0, 1]);
        assert_eq!(counts(Field::Related, &[], &[]), [0, 0, 0]);
    }

    #[test]
    fn bullets_are_held_against_hashes() {
        let right = Right::Hashes(vec![hash("one of them"), hash("another of them")]);
        let outcome = hold(
            Field::Bullets,
            &["One of them.", "One of them, too"],
            &right,
        );
        let expected = Outcome {
            right: 1,
            false_values: vec!["One of them, too".to_owned()],
            missed: vec![hash("another of them")],
        };
        assert_eq!(outcome, expected);
    }
}
