//! The count of what is false and what is missed, as `score.py` beside the pages counts it.

use super::field::Field;
use super::gold::{Right, plain};
use super::own::hash;
use crate::table::{Mark, Table, percent, share};
use std::collections::BTreeMap;

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

/// The count of a field over all pages.
#[derive(Default)]
pub struct Score {
    right: usize,
    false_values: usize,
    missed: usize,
    /// Of each publisher what is false and what is missed.
    publishers: BTreeMap<String, [usize; 2]>,
}

impl Score {
    pub fn add(&mut self, publisher: &str, outcome: &Outcome) {
        let (is_false, is_missed) = (outcome.false_values.len(), outcome.missed.len());
        self.right += outcome.right;
        self.false_values += is_false;
        self.missed += is_missed;
        let [false_values, missed] = self.publishers.entry(publisher.to_owned()).or_default();
        *false_values += is_false;
        *missed += is_missed;
    }

    const fn read(&self) -> usize {
        self.right + self.false_values
    }

    const fn expected(&self) -> usize {
        self.right + self.missed
    }

    /// Adds the two rows of the field.
    pub fn tell(&self, field: Field, table: &mut Table) {
        let target = field.target();
        for (what, whole, target) in [
            ("right of what is read", self.read(), target.precision),
            ("read of what is right", self.expected(), target.recall),
        ] {
            let mark = Mark::soft(percent(self.right, whole) >= f64::from(target));
            table.row(
                &format!("{}, {what}", field.name()),
                share(self.right, whole),
                &format!("{target} %"),
                mark,
            );
        }
    }

    /// Adds the figures that `score.py` prints too.
    pub fn tell_of_folder(&self, field: Field, table: &mut Table) {
        let precision = share(self.right, self.read());
        let recall = share(self.right, self.expected());
        let what = format!("… {} by the folder's judgements alone", field.name());
        table.figure(&what, format!("{precision}, {recall}"));
    }

    /// Of how many publishers everything is right, and which have most that is not.
    pub fn publishers(&self, field: Field) -> String {
        const NAMED: usize = 5;
        let all = self.publishers.iter();
        let mut faulty: Vec<_> = all.filter(|(_, faults)| **faults != [0, 0]).collect();
        faulty.sort_by_key(|(_, [false_values, missed])| usize::MAX - false_values - missed);
        let good = self.publishers.len() - faulty.len();
        let name = field.name();
        let mut line = format!("{name}: {}", share(good, self.publishers.len()));
        for (publisher, [false_values, missed]) in faulty.into_iter().take(NAMED) {
            line += &format!("; {publisher} {false_values} false, {missed} missed");
        }
        line
    }
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

    #[test]
    fn publishers_with_most_faults_are_named_first() {
        let mut score = Score::default();
        let outcome = |is_false: usize, missed: usize| Outcome {
            right: 1,
            false_values: vec![String::new(); is_false],
            missed: vec![String::new(); missed],
        };
        score.add("a.example", &outcome(0, 1));
        score.add("b.example", &outcome(0, 0));
        score.add("c.example", &outcome(1, 1));
        score.add("c.example", &outcome(1, 0));
        assert_eq!(
            score.publishers(Field::Credit),
            "credit: 1 of 3 (33.3 %); c.example 2 false, 1 missed; a.example 0 false, 1 missed"
        );
        assert_eq!((score.read(), score.expected()), (6, 6));
    }
}
