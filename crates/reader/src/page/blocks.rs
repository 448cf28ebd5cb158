//! The blocks of JSON in a page: what was written for a card, and JSON-LD.
//!
//! A block that cannot be read is told with a warning, because another may have the article; its place in the report is
//! kept, for if none has, the warning is an error.

use super::document::{Element, tag_length};
use super::metadata::Page;
use crate::page_address::is_same_page;
use crate::repair::Unwrapped;
use crate::source_value::SourceValue;
use crate::{Format, ReadOptions, card_json, json_format, restriction};
use article_card::article::Article;
use article_card::reading::join;
use article_card::reading::json::{self, Placed};
use article_card::report::{Code, Path, Report, Severity};

/// The most blocks that are read; real pages have up to 20.
const MOST: usize = 200;

/// A block of JSON-LD that could be read.
pub(super) struct Block {
    /// The root of the paths in it, such as `ld+json[1]`.
    pub(super) root: String,
    /// So many bytes of the page stand before its text.
    start: usize,
    value: Placed<'static>,
}

impl Block {
    /// What it holds.
    pub(super) fn value(&self) -> SourceValue<'_> {
        let root = Path::root(self.root.clone());
        SourceValue::root(&self.value, root, self.start)
    }
}

/// An article that was written for a card in the page.
pub(super) struct CardBlock {
    pub(super) path: Path,
    pub(super) article: Article,
    /// Where its fields stand, if it was asked.
    pub(super) fields: Vec<(String, Path)>,
}

/// What the blocks of a page have.
#[derive(Default)]
pub(super) struct Blocks {
    pub(super) cards: Vec<CardBlock>,
    pub(super) json_ld: Vec<Block>,
    /// Which diagnostics are errors if nothing else is found.
    pub(super) faults: Vec<usize>,
    /// Whether anything in them might be withheld from some readers at some time.
    pub(super) is_restricted: bool,
}

impl Blocks {
    /// Reads all blocks of the page.
    pub(super) fn of(page: &Page<'_>, options: &ReadOptions, report: &mut Report) -> Self {
        let mut blocks = Self::default();
        for (index, script) in card_scripts(page).into_iter().enumerate() {
            blocks.read_card(page, script, &root("article-card", index), options, report);
        }
        let scripts = page
            .all("script")
            .filter(|script| is_of_type(*script, "application/ld+json"));
        for (index, script) in scripts.enumerate() {
            let root = root("ld+json", index);
            if index == MOST {
                let reason = "the page has more than 200 blocks of JSON-LD; the rest is not read";
                let path = Path::root(root).at(Some(script.place()));
                report.warn(Code::Truncated, path, reason.into());
                break;
            }
            blocks.read_json_ld(page, script, root, report);
        }
        blocks
    }

    fn read_json_ld(
        &mut self,
        page: &Page<'_>,
        script: Element<'_>,
        root: String,
        report: &mut Report,
    ) {
        let unwrapped = Unwrapped::of(script.raw_text());
        let repaired = unwrapped.parse();
        let start = start_of_text(page, script);
        let path = Path::root(root.clone()).at(Some(start));
        repaired.tell(&path, start, report);
        match repaired.value {
            Ok(value) => {
                self.is_restricted |= restriction::is_stated(&value, Format::JsonLd);
                let value = value.into_owned();
                self.json_ld.push(Block { root, start, value });
            }
            Err(fault) => {
                let mut told = Report::default();
                fault.tell("$".into(), &mut told);
                self.tell_of_block(told, &root, start, report);
            }
        }
    }

    /// Reads the script of a card, which may hold JSON-LD as well.
    fn read_card(
        &mut self,
        page: &Page<'_>,
        script: Element<'_>,
        root: &str,
        options: &ReadOptions,
        report: &mut Report,
    ) {
        let text = script.raw_text().as_bytes();
        let start = start_of_text(page, script);
        let mut told = Report::default();
        let parsed = json::parse(text);
        let is_stated = |value: &Placed<'_>| restriction::is_stated(value, Format::JsonLd);
        self.is_restricted |= parsed.as_ref().is_ok_and(is_stated);
        match parsed {
            Ok(value) => match json_format::format(&value) {
                Some(Format::JsonLd) => self.json_ld.push(Block {
                    root: root.into(),
                    start,
                    value: value.into_owned(),
                }),
                Some(_) => {
                    let reason = "ninjs is not read out of a page";
                    told.refuse(Code::NoArticle, "$".into(), reason.into());
                }
                None => {
                    let reading = card_json::read(Ok(value), options);
                    self.is_restricted |= reading.entries.iter().any(|entry| entry.is_restricted);
                    let fields = reading.entries.into_iter().flat_map(|entry| entry.fields);
                    let fields = fields.map(|(field, path)| (field, path.in_block(root, start)));
                    let fields: Vec<_> = fields.collect();
                    told = reading.report;
                    let path = Path::root(String::from(root)).at(Some(start));
                    let cards = reading.articles.into_iter().map(|article| CardBlock {
                        path: path.clone(),
                        article,
                        fields: fields.clone(),
                    });
                    self.cards.extend(cards);
                }
            },
            Err(fault) => fault.tell("$".into(), &mut told),
        }
        self.tell_of_block(told, root, start, report);
    }

    fn tell_of_block(&mut self, mut told: Report, root: &str, start: usize, report: &mut Report) {
        for diagnostic in &mut told.diagnostics {
            diagnostic.path = diagnostic.path.clone().in_block(root, start);
        }
        self.tell(told, report);
    }

    /// Tells errors as warnings for the time being.
    pub(super) fn tell(&mut self, told: Report, report: &mut Report) {
        for mut diagnostic in told.diagnostics {
            if diagnostic.severity == Severity::Error {
                diagnostic.severity = Severity::Warning;
                self.faults.push(report.diagnostics.len());
            }
            report.diagnostics.push(diagnostic);
        }
    }

    /// The articles for a card that may be the page's own: the one with the page's address, else those that state none, or all
    /// where the page's is not known.
    pub(super) fn own_cards(&self, page: &Page<'_>) -> Vec<&CardBlock> {
        let leads_here = |card: &&CardBlock| match (&card.article.url, &page.address) {
            (Some(own), Some(page)) => is_same_page(own, page),
            _ => false,
        };
        let leads_elsewhere =
            |card: &&CardBlock| card.article.url.is_some() && page.address.is_some();
        let cards = self.cards.iter();
        match cards.clone().find(leads_here) {
            Some(here) => vec![here],
            None => cards.filter(|card| !leads_elsewhere(card)).collect(),
        }
    }
}

fn root(name: &str, index: usize) -> String {
    join(&[name, "[", &index.to_string(), "]"])
}

fn is_of_type(script: Element<'_>, media_type: &str) -> bool {
    script.attribute("type").is_some_and(|own| {
        let own = own.split(';').next().unwrap_or_default();
        own.trim().eq_ignore_ascii_case(media_type)
    })
}

/// The scripts with the card's own JSON: in the element, or elsewhere in the page and named by it.
fn card_scripts<'d>(page: &Page<'d>) -> Vec<Element<'d>> {
    let mut found: Vec<Element<'d>> = Vec::new();
    for card in page.all("article-card").take(MOST) {
        let script = match card.attribute("for") {
            Some(id) => page
                .all("script")
                .find(|script| script.attribute("id") == Some(id)),
            None => card.descendants().find(|child| child.name() == "script"),
        };
        let is_new = |script: &Element<'d>| {
            is_of_type(*script, "application/json") && !found.contains(script)
        };
        found.extend(script.filter(is_new));
    }
    found
}

/// How many bytes of the source stand before the text of the script.
fn start_of_text(page: &Page<'_>, script: Element<'_>) -> usize {
    let rest = page.source.get(script.place()..).unwrap_or_default();
    let text = script.raw_text();
    let length = tag_length(rest);
    let is_there = rest
        .get(length..)
        .is_some_and(|rest| rest.starts_with(text));
    // Where the markup before it is broken, the element begins with that.
    let found = if is_there { None } else { rest.find(text) };
    script.place() + found.unwrap_or(length)
}
