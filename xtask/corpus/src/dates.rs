//! Dates, through the door by which pages bring them: `datePublished` of an article in JSON-LD.

use crate::folder;
use crate::guard::Guard;
use crate::table::{Mark, Table, share};
use anyhow::Result;
use article_card::article::{Moment, When};
use article_card_reader::ReadOptions;
use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path};

/// A date and what has to come of it.
#[derive(Deserialize)]
pub struct Case {
    #[serde(default, alias = "id")]
    key: Value,
    #[serde(alias = "value")]
    pub input: Value,
    class: String,
    #[serde(default)]
    expected: Option<String>,
}

#[derive(Deserialize)]
struct Shape {
    examples: Vec<Case>,
}

/// What became of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Met,
    Refused,
    /// Accepted, and nobody says what it should be.
    Accepted,
    Wrong,
}

/// All dates of the folder.
pub fn of(folder: &Path) -> Result<Vec<Case>> {
    let edge = folder::lines::<Case>(&folder.join("dates/edge.jsonl"))?;
    let real = folder::lines::<Shape>(&folder.join("dates/real.jsonl"))?;
    let mut cases = edge.map(|(cases, _)| cases).unwrap_or_default();
    let shapes = real.into_iter().flat_map(|(shapes, _)| shapes);
    cases.extend(shapes.flat_map(|shape| shape.examples));
    Ok(cases)
}

/// The JSON-LD that such a date arrives in.
pub fn json_ld(input: &Value) -> String {
    let article = json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", "datePublished": input,
    });
    article.to_string()
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("Dates");
    let cases = of(folder)?;
    if cases.is_empty() {
        table.figure("dates", "not there");
        return Ok(());
    }
    let mut classes: BTreeMap<&str, Vec<Outcome>> = BTreeMap::new();
    let (mut wrong, mut left) = (Vec::new(), Vec::new());
    for case in &cases {
        let name = format!("{} {}", case.key, case.input);
        let name: String = name.chars().take(90).collect();
        let Some(reading) = guard.read(
            &name,
            json_ld(&case.input).as_bytes(),
            &ReadOptions::default(),
        ) else {
            continue;
        };
        let article = reading.articles.into_iter().next();
        let found = article.and_then(|article| article.published);
        let outcome = outcome(case, found.as_ref());
        classes.entry(&case.class).or_default().push(outcome);
        let machine = found
            .as_ref()
            .map_or("refused", |moment| &**moment.machine());
        let expected = case.expected.as_deref().unwrap_or("nothing");
        let line = format!("{} {name}: {machine}, expected {expected}", case.class);
        let must = matches!(&*case.class, "instant" | "floating" | "date");
        match outcome {
            Outcome::Met => {}
            Outcome::Refused if !must => left.push(line),
            Outcome::Accepted => left.push(line),
            Outcome::Refused | Outcome::Wrong => wrong.push(line),
        }
    }
    for (class, outcomes) in &classes {
        let count = |wanted| {
            outcomes
                .iter()
                .filter(|outcome| **outcome == wanted)
                .count()
        };
        let (met, refused, accepted, wrong) = (
            count(Outcome::Met),
            count(Outcome::Refused),
            count(Outcome::Accepted),
            count(Outcome::Wrong),
        );
        let all = outcomes.len();
        match *class {
            "invalid" => {
                table.row(
                    "invalid: refused",
                    share(met, all),
                    "all",
                    Mark::hard(met == all),
                );
            }
            "nonstandard" | "abbrev" => {
                let figure = format!(
                    "{met} as expected, {refused} refused, {accepted} without an expected value, {wrong} wrong"
                );
                table.row(
                    &format!("{class} ({all})"),
                    figure,
                    "0 wrong",
                    Mark::hard(wrong == 0),
                );
            }
            _ => {
                let what = format!("{class}: as expected");
                table.row(&what, share(met, all), "all", Mark::hard(met == all));
            }
        }
    }
    table.list("Dates that are read wrongly", wrong, true);
    table.list("Dates that may be read either way", left, false);
    Ok(())
}

fn outcome(case: &Case, found: Option<&Moment>) -> Outcome {
    // The years of news: the card leaves out what lies outside, however well it is written.
    let expected = case.expected.as_deref().filter(|text| {
        let year = text.get(..4).and_then(|year| year.parse::<u16>().ok());
        // Where computers begin to count stands for no date.
        year.is_some_and(|year| (1600..=2200).contains(&year)) && *text != "1970-01-01T00:00:00Z"
    });
    match (expected, found) {
        (None, None) if case.class == "invalid" || case.expected.is_some() => Outcome::Met,
        (_, None) => Outcome::Refused,
        (None, Some(_)) if case.class == "invalid" || case.expected.is_some() => Outcome::Wrong,
        (None, Some(_)) => Outcome::Accepted,
        (Some(expected), Some(found)) => {
            let is_met = if expected.ends_with('Z') {
                is_instant(expected, found)
            } else {
                matches!(found.when(), When::Day(_))
                    && written_out(expected) == written_out(found.machine())
            };
            if is_met { Outcome::Met } else { Outcome::Wrong }
        }
    }
}

fn is_instant(expected: &str, found: &Moment) -> bool {
    let theirs = Moment::parse(expected).map(|moment| moment.when());
    match (theirs, found.when()) {
        (
            Ok(When::Instant {
                epoch_ms: theirs, ..
            }),
            When::Instant { epoch_ms, .. },
        ) => epoch_ms == theirs,
        _ => false,
    }
}

/// With the seconds that may be left out, and without a fraction that says nothing.
fn written_out(text: &str) -> String {
    let text = match text.split_once('.') {
        Some((whole, fraction)) => {
            let fraction: String = fraction.chars().take(3).collect();
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() {
                whole.to_owned()
            } else {
                format!("{whole}.{fraction}")
            }
        }
        None => text.to_owned(),
    };
    if text.len() == 16 { text + ":00" } else { text }
}
