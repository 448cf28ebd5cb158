//! The JSON-LD of real pages: does each give a card, and is it the card of that article?
//!
//! The page that is read has the blocks, the canonical address and the language of the real one and nothing else: were
//! its title there, the reader could take the headline from what it is held against.

use crate::agreement::{Likeness, likeness};
use crate::days::Days;
use crate::gold::Gold;
use crate::guard::{Guard, told};
use crate::page;
use crate::table::{Mark, Table, percent, share};
use crate::timing;
use anyhow::Result;
use article_card_reader::ReadOptions;
use std::{path::Path, time::Instant};

/// What is counted of the pages whose article is valid.
#[derive(Default)]
struct Count {
    pages: usize,
    cards: usize,
    real_cards: usize,
    headline: usize,
    headline_part: usize,
    picture: usize,
    byline: usize,
    publisher: usize,
    address: usize,
}

pub fn measure(folder: &Path, guard: &Guard, table: &mut Table) -> Result<()> {
    table.section("JSON-LD of pages");
    let Some((pages, unreadable)) = page::of(folder)? else {
        table.figure("jsonld/oracle.jsonl", "not there");
        return Ok(());
    };
    let mut count = Count::default();
    let mut gold = Gold::default();
    let mut days = Days::default();
    let (mut without_card, mut differing) = (Vec::new(), Vec::new());
    let (mut broken, mut without_headline) = (Vec::new(), Vec::new());
    let mut broken_cards = 0;
    let (mut block_times, mut page_times) = (Vec::new(), Vec::new());
    for page in &pages {
        let scripts = page.scripts(folder)?;
        timing::blocks(page, &scripts, guard, &mut block_times);
        let html = page.html(&scripts);
        let begun = Instant::now();
        let Some(reading) = guard.read(&page.page, &html, &ReadOptions::default()) else {
            continue;
        };
        page_times.push(begun.elapsed());
        let name = scripts.first().map_or(&*page.page, |script| script.file);
        let article = reading.articles.first();
        if !page.has_article() {
            broken_cards += usize::from(article.is_some());
            let outcome = if article.is_some() { "card" } else { "none" };
            broken.push(format!(
                "{name} [{}] {outcome}: {}",
                page.faults(),
                told(&reading)
            ));
            continue;
        }
        if article.is_none() && page.synthetic && !page.has_headline() {
            without_headline.push(format!("{name}: {}", told(&reading)));
            continue;
        }
        count.pages += 1;
        let Some(article) = article else {
            without_card.push(format!("{name}: {}", told(&reading)));
            continue;
        };
        count.cards += 1;
        count.picture += usize::from(article.image.is_some());
        count.byline += usize::from(!article.byline.is_empty());
        count.publisher += usize::from(article.publisher.is_some());
        count.address += usize::from(article.url.is_some());
        // The titles of synthetic pages are about their blocks.
        if page.synthetic {
            continue;
        }
        count.real_cards += 1;
        match likeness(&article.headline, page.titles()) {
            Likeness::Equal => count.headline += 1,
            Likeness::Part => count.headline_part += 1,
            Likeness::None => differing.push(format!(
                "{name}: “{}” is none of “{}”",
                article.headline,
                page.titles().collect::<Vec<_>>().join("”, “")
            )),
        }
        days.compare(page.article_published_time.as_deref(), article, name);
        gold.compare(&page.gold, article, name);
    }
    let Count { pages: valid, .. } = count;
    if unreadable > 0 {
        table.figure("lines of the oracle that are no record", unreadable);
    }
    let all = Mark::hard(count.cards == valid);
    table.row(
        "pages with a valid article that give a card",
        share(count.cards, valid),
        "all",
        all,
    );
    table.figure(
        "pages with broken blocks only that give a card",
        share(broken_cards, broken.len()),
    );
    agreement_rows(&count, table);
    days.tell(92.0, table);
    for (what, found) in [
        ("picture found", count.picture),
        ("byline found", count.byline),
        ("publisher found", count.publisher),
        ("address found", count.address),
    ] {
        table.figure(what, share(found, count.cards));
    }
    gold.tell(table);
    timing::tell("time of a block", &mut block_times, table);
    timing::tell("time of a page of them", &mut page_times, table);
    table.list("Pages with a valid article and no card", without_card, true);
    table.list(
        "Synthetic articles without any headline",
        without_headline,
        true,
    );
    table.list("Pages with broken blocks only", broken, true);
    table.list("Headlines that are no title of their page", differing, true);
    days.list("Days that are not that of article:published_time", table);
    gold.list(table);
    Ok(())
}

fn agreement_rows(count: &Count, table: &mut Table) {
    let &Count {
        headline,
        headline_part,
        real_cards,
        ..
    } = count;
    let equal = Mark::soft(percent(headline, real_cards) >= 89.0);
    table.row(
        "headline is og:title, title or h1",
        share(headline, real_cards),
        "89 %",
        equal,
    );
    let alike = headline + headline_part;
    let mark = Mark::soft(percent(alike, real_cards) >= 95.0);
    table.row(
        "… or one is a part of the other",
        share(alike, real_cards),
        "95 %",
        mark,
    );
}
