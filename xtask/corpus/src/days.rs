//! The day of a card, held against the one that its page states in `article:published_time`.

use crate::table::{Mark, Table, percent, share};
use article_card::Article;
use article_card::article::{Moment, When};

/// How the days of the cards stand to those of their pages.
#[derive(Default)]
pub struct Days {
    dated: usize,
    same_day: usize,
    same_instant: usize,
    without_date: usize,
    other: Vec<String>,
}

impl Days {
    pub fn compare(&mut self, stated: Option<&str>, article: &Article, name: &str) {
        let Some(stated) = stated else {
            return;
        };
        let Ok(theirs) = Moment::parse_lenient(stated) else {
            return;
        };
        let Some(ours) = &article.published else {
            self.without_date += 1;
            return;
        };
        self.dated += 1;
        if ours.day() == theirs.day() {
            self.same_day += 1;
            return;
        }
        let instant = |moment: &Moment| match moment.when() {
            When::Instant { epoch_ms, .. } => Some(epoch_ms / 1000),
            When::Day(_) => None,
        };
        let is_same = instant(ours).is_some() && instant(ours) == instant(&theirs);
        self.same_instant += usize::from(is_same);
        let note = if is_same { " (the same instant)" } else { "" };
        let line = format!("{name}: {} and {stated}{note}", ours.machine());
        self.other.push(line);
    }

    /// Adds the rows; `target` in percent.
    pub fn tell(&self, target: f64, table: &mut Table) {
        let mark = Mark::soft(percent(self.same_day, self.dated) >= target);
        table.row(
            "day is that of article:published_time",
            share(self.same_day, self.dated),
            &format!("{target} %"),
            mark,
        );
        table.figure("… same instant, another zone's day", self.same_instant);
        table.figure("… the page has a day and the card none", self.without_date);
    }

    pub fn list(self, title: &str, table: &mut Table) {
        table.list(title, self.other, true);
    }
}
