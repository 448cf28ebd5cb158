//! Whole pages of publishers, held against what people judged to be right: what is read that is not so, and what is so and
//! not read?
//!
//! Six fields are counted as `score.py` beside the pages counts them, so that both print the same figures.

mod field;
mod gold;
mod outcome;
mod own;
mod page;
mod score;

use crate::days::Days;
use crate::folder;
use crate::guard::Guard;
use crate::table::{Mark, Table, percent, share};
use anyhow::Result;
use article_card::Article;
use article_card_reader::check::CheckedArticle;
use article_card_reader::{ReadOptions, read};
use field::Field;
use gold::{Gold, Right};
use outcome::{Outcome, hold};
pub use own::enlarge;
use page::Page;
use score::Score;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many in a hundred pages that call themselves articles have to give a card, and to give that of their day.
const CARDS: f64 = 99.5;
const DAYS: f64 = 98.5;

/// What is counted of the pages.
#[derive(Default)]
struct Count {
    articles: usize,
    cards: usize,
    without_card: Vec<String>,
    days: Days,
    scores: BTreeMap<Field, Score>,
    /// The bullets by the folder's judgements alone.
    folder_score: Score,
    false_values: Vec<String>,
    missed: Vec<String>,
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    let folder = folder.join("pages");
    table.section("Whole pages, against judged values");
    let Some((pages, unreadable)) = folder::lines::<Page>(&folder.join("pages.jsonl"))? else {
        table.figure("pages/pages.jsonl", "not there");
        return Ok(());
    };
    let (lines, without_judgement) = folder::lines(&folder.join("gold.jsonl"))?.unwrap_or_default();
    let of_folder = gold::of_folder(lines);
    let gold = gold::with_own(&of_folder, own::judgements()?);
    let mut count = Count::default();
    for page in &pages {
        let Some(html) = page.html(&folder)? else {
            continue;
        };
        let checked = guard.call(&page.file, || first_article(&html));
        let article = checked.flatten();
        count.add_card(page, &html, article.as_ref());
        count.add_fields(page, article.as_ref(), &gold, &of_folder);
    }
    if unreadable + without_judgement > 0 {
        let lines = unreadable + without_judgement;
        table.figure("lines of pages and judgements that are no record", lines);
    }
    count.tell(gold != of_folder, table);
    Ok(())
}

/// The card's article as the command line tells it: what is withheld is none.
fn first_article(html: &[u8]) -> Option<Article> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = since.map(|since| since.as_millis()).unwrap_or_default();
    let reading = read(html, &ReadOptions::default());
    let checked = CheckedArticle::all(reading, i64::try_from(now).unwrap_or(i64::MAX));
    checked.into_iter().next()?.article
}

impl Count {
    fn add_card(&mut self, page: &Page, html: &[u8], article: Option<&Article>) {
        let name = format!("{} {}", page.file, page.publisher);
        if let Some(article) = article {
            let stated = page.article_published_time.as_deref();
            self.days.compare(stated, article, &name);
        }
        if page::calls_itself_article(html) {
            self.articles += 1;
            self.cards += usize::from(article.is_some());
            if article.is_none() {
                self.without_card.push(name);
            }
        }
    }

    fn add_fields(
        &mut self,
        page: &Page,
        article: Option<&Article>,
        gold: &Gold,
        of_folder: &Gold,
    ) {
        for field in Field::ALL {
            let read = article.map(|article| field.values(article));
            let read = read.unwrap_or_default();
            let judged = (page.file.clone(), field);
            if let (Field::Bullets, Some(right)) = (field, of_folder.get(&judged)) {
                let outcome = hold(field, &read, right);
                self.folder_score.add(&page.publisher, &outcome);
            }
            let Some(right) = gold.get(&judged) else {
                continue;
            };
            let outcome = hold(field, &read, right);
            let score = self.scores.entry(field).or_default();
            score.add(&page.publisher, &outcome);
            self.note(page, field, &read, right, outcome);
        }
    }

    fn note(&mut self, page: &Page, field: Field, read: &[&str], right: &Right, outcome: Outcome) {
        let name = format!("{} {} {}", page.file, page.publisher, field.name());
        let (Right::Texts(texts) | Right::Hashes(texts)) = right;
        let all = |texts: &[&str]| match texts {
            [] => String::from("nothing"),
            texts => format!("“{}”", texts.join("” “")),
        };
        let right: Vec<&str> = texts.iter().map(String::as_str).collect();
        for value in outcome.false_values {
            let line = format!("{name}: “{value}”; right: {}", all(&right));
            self.false_values.push(line);
        }
        for value in outcome.missed {
            let line = format!("{name}: “{value}”; read: {}", all(read));
            self.missed.push(line);
        }
    }

    fn tell(self, has_own: bool, table: &mut Table) {
        let share_of_cards = share(self.cards, self.articles);
        let mark = Mark::soft(percent(self.cards, self.articles) >= CARDS);
        table.row(
            "pages that call themselves articles and give a card",
            share_of_cards,
            &format!("{CARDS} %"),
            mark,
        );
        self.days.tell(DAYS, table);
        let mut publishers = Vec::new();
        for (field, score) in &self.scores {
            score.tell(*field, table);
            if has_own && *field == Field::Bullets {
                self.folder_score.tell_of_folder(*field, table);
            }
            publishers.push(score.publishers(*field));
        }
        let title = "Articles of whole pages that give no card";
        table.list(title, self.without_card, true);
        let title = "Days of whole pages that are not that of article:published_time";
        self.days.list(title, table);
        let title = "Publishers of whole pages of whom a field is right on all, and those with most that is not";
        table.list(title, publishers, true);
        let title = "Read of whole pages, and not right";
        table.list(title, self.false_values, false);
        table.list("Right of whole pages, and not read", self.missed, false);
    }
}
