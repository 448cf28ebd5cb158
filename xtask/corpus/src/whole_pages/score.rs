//! The count of a field over all pages and publishers.

use super::field::Field;
use super::outcome::Outcome;
use crate::table::{Mark, Table, percent, share};
use std::collections::BTreeMap;

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
