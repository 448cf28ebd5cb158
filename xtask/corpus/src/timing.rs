//! How long reading takes.

use crate::guard::Guard;
use crate::page::{Page, Script};
use crate::table::{Mark, Table};
use article_card::article::Link;
use article_card_reader::ReadOptions;
use std::time::{Duration, Instant};

/// Adds the median of a few readings of each block alone.
pub fn blocks(page: &Page, scripts: &[Script<'_>], guard: &Guard, times: &mut Vec<Duration>) {
    const READINGS: usize = 5;
    let published = page.address().and_then(|address| Link::parse(address).ok());
    let options = ReadOptions {
        page: published.map(|(link, _)| link),
        ..ReadOptions::default()
    };
    for script in scripts {
        let mut readings: Vec<Duration> = (0..READINGS)
            .map(|_| {
                let begun = Instant::now();
                guard.read(script.file, &script.text, &options);
                begun.elapsed()
            })
            .collect();
        readings.sort_unstable();
        times.extend(readings.get(READINGS / 2));
    }
}

/// The times as a row of the table.
pub fn tell(what: &str, times: &mut [Duration], table: &mut Table) {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    let at = |percentile: usize| {
        let time = times.get(last * percentile / 100).copied();
        time.unwrap_or_default().as_secs_f64() * 1000.0
    };
    let (half, most, longest) = (at(50), at(99), at(100));
    let figure = format!("p50 {half:.2} ms, p99 {most:.2} ms, max {longest:.2} ms");
    table.row(what, figure, "p99 < 5 ms", Mark::soft(most < 5.0));
}
