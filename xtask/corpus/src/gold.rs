//! What people and their projects found in the same pages.

use crate::agreement::{self, Likeness, likeness};
use crate::table::{Table, share};
use article_card::Article;
use serde_json::Value;

/// How the cards stand to it.
#[derive(Default)]
pub struct Gold {
    titles: [usize; 3],
    authors: [usize; 3],
    days: [usize; 3],
    lines: Vec<String>,
}

impl Gold {
    pub fn compare(&mut self, gold: &Value, article: &Article, name: &str) {
        for (project, found) in gold.as_object().into_iter().flatten() {
            let text = |member: &str| found.get(member).and_then(Value::as_str);
            if let Some(title) = text("title") {
                let alike = likeness(&article.headline, [title]);
                self.note(
                    0,
                    alike,
                    format!("{name} ({project}): “{}” and “{title}”", article.headline),
                );
            }
            let listed = found.get("authors").and_then(Value::as_array);
            let listed = listed.into_iter().flatten().filter_map(Value::as_str);
            let authors: Vec<&str> = listed.chain(text("byline")).collect();
            if !authors.is_empty() {
                let ours: Vec<&str> = article.byline.iter().map(|author| &*author.name).collect();
                let all = authors.join(", ");
                let alike = authors
                    .iter()
                    .map(|author| likeness(author, ours.iter().copied()))
                    .min();
                let joined = likeness(&all, [&*ours.join(", ")]);
                let alike = alike.max(Some(joined)).unwrap_or(Likeness::None);
                self.note(
                    1,
                    alike,
                    format!("{name} ({project}): {} and {all}", ours.join(", ")),
                );
            }
            let date = found
                .as_str()
                .or(text("publishing_date"))
                .or(text("publishedTime"));
            if let Some(day) = date.and_then(agreement::day) {
                let ours = article
                    .published
                    .as_ref()
                    .map(|moment| moment.day().to_string());
                let is_same = ours.as_deref() == Some(day);
                let alike = if is_same {
                    Likeness::Equal
                } else {
                    Likeness::None
                };
                let ours = ours.unwrap_or_else(|| "no day".to_owned());
                self.note(2, alike, format!("{name} ({project}): {ours} and {day}"));
            }
        }
    }

    fn note(&mut self, which: usize, alike: Likeness, line: String) {
        let counts = [&mut self.titles, &mut self.authors, &mut self.days];
        for (at, [whole, part, equal]) in counts.into_iter().enumerate() {
            if at == which {
                *whole += 1;
                *part += usize::from(alike == Likeness::Part);
                *equal += usize::from(alike == Likeness::Equal);
            }
        }
        if alike == Likeness::None {
            self.lines.push(line);
        }
    }

    pub fn tell(&self, table: &mut Table) {
        for (what, [whole, part, equal]) in [
            ("headline is the gold title", self.titles),
            ("byline is the gold authors", self.authors),
            ("day is the gold day", self.days),
        ] {
            let figure = format!("{}, {part} in part", share(equal, whole));
            table.figure(what, figure);
        }
    }

    pub fn list(self, table: &mut Table) {
        table.list("What people found otherwise", self.lines, false);
    }
}
