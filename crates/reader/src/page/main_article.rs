//! Which article the page is about: the one for a card, the one in JSON-LD, or the one that the document itself is.

use super::blocks::{Block, Blocks, CardBlock};
use super::document::Element;
use super::metadata::Page;
use super::stories::Stories;
use super::titles::Titles;
use super::{contradictions, fill, headline};
use crate::clean::Cleaner;
use crate::page_address::is_front_page;
use crate::source_value::SourceValue;
use crate::{Provenance, ReadOptions, json_ld};
use article_card::article::{Article, Status};
use article_card::report::{Code, Diagnostic, Path, Reason, Report, Severity};

/// The most types of JSON-LD that a sentence names.
const TYPES: usize = 5;

/// What was found of the page's article.
#[derive(Default)]
pub(super) struct Found {
    pub(super) article: Option<Article>,
    /// Where its fields came from.
    pub(super) provenance: Vec<Provenance>,
    /// Where they stand, of one that was written for a card.
    pub(super) fields: Vec<(String, Path)>,
    /// Whether anything in the page might be withheld at some time.
    pub(super) is_restricted: bool,
}

impl Found {
    fn of_card(card: &CardBlock) -> Self {
        Self {
            article: Some(card.article.clone()),
            fields: card.fields.clone(),
            ..Self::default()
        }
    }
}

/// The article of the page.
pub(super) fn article(page: &Page<'_>, options: &ReadOptions, report: &mut Report) -> Found {
    let blocks = Blocks::of(page, options, report);
    let is_restricted = blocks.is_restricted;
    Found {
        is_restricted,
        ..of_blocks(page, blocks, report)
    }
}

fn of_blocks(page: &Page<'_>, mut blocks: Blocks, report: &mut Report) -> Found {
    if let Some(card) = blocks.own_card(page) {
        if blocks.cards.len() > 1 {
            let reason = Reason::from("the page has ").and_words(blocks.cards.len().to_string());
            let reason = reason.and(" cards; this one counts");
            report.warn(Code::AmbiguousArticle, card.path.clone(), reason);
        }
        return Found::of_card(card);
    }
    match of_page(page, &mut blocks, report) {
        InPage::Found(article, provenance) => {
            if let Some(card) = blocks.cards.first() {
                let reason = Reason::from("the card shows ").and_quoting(&card.article.headline);
                let reason = reason.and(", another article than that of the page, which counts");
                report.warn(Code::AmbiguousArticle, card.path.clone(), reason);
            }
            Found {
                article: Some(*article),
                provenance,
                ..Found::default()
            }
        }
        InPage::Refused => Found::default(),
        InPage::Nothing(what) => {
            if let Some(card) = blocks.cards.first() {
                return Found::of_card(card);
            }
            if blocks.faults.is_empty() {
                let what = what.unwrap_or_else(|| nothing(page, &blocks));
                report.refuse(Code::NoArticle, "html".into(), what);
            }
            for fault in blocks.faults {
                if let Some(diagnostic) = report.diagnostics.get_mut(fault) {
                    diagnostic.severity = Severity::Error;
                }
            }
            Found::default()
        }
    }
}

/// What there is of an article in a page.
enum InPage {
    Found(Box<Article>, Vec<Provenance>),
    /// There is an article, and it must not be shown.
    Refused,
    /// What there is in its place, if that is known.
    Nothing(Option<Reason>),
}

/// The article that the page is about, by JSON-LD or by itself.
fn of_page(page: &Page<'_>, blocks: &mut Blocks, report: &mut Report) -> InPage {
    let mut told = Report::default();
    let cleaner = cleaner(page, &mut told);
    let found: Vec<SourceValue<'_>> = blocks.json_ld.iter().map(Block::value).collect();
    let titles = Titles::of(page, &found);
    let mut stories = Stories::of(page, &titles, says_article(page), is_article(page));
    let described = (!found.is_empty())
        .then(|| json_ld::article_of_page(&found, &cleaner, |story| stories.weigh(story)))
        .flatten();
    let mut provenance = cleaner.provenance();
    let is_ambiguous = |diagnostic: &Diagnostic| diagnostic.code == Code::AmbiguousArticle;
    let is_guess =
        stories.are_equals() || (told.diagnostics.iter().any(is_ambiguous) && stories.is_guess());
    if let Some(described) = described
        && !told.is_refusal()
        && (!is_guess || described.article.status == Some(Status::Withdrawn))
    {
        report.diagnostics.append(&mut told.diagnostics);
        let mut article = described.article.clone();
        // Nothing is added to what was taken back.
        if article.status != Some(Status::Withdrawn) {
            let cleaner = self::cleaner(page, report);
            match headline::settled(&described, &titles, &cleaner) {
                Ok(None) => {}
                Ok(Some(headline)) => {
                    provenance.retain(|from| from.field != "headline");
                    article.headline = headline;
                }
                Err(headline::Refused) => return InPage::Refused,
            }
            contradictions::tell(&article, page, &cleaner);
            article = fill::fill(article, page, &cleaner);
            provenance.retain(|from| !is_replaced(from.field, &described.article, &article));
            provenance.extend(cleaner.provenance());
        }
        return InPage::Found(Box::new(article), provenance);
    }
    if is_guess {
        // Nothing of an article that is not taken is told.
        told.diagnostics.clear();
        stories.give_up();
    }
    // An article without a headline may get the page's; one whose embargo cannot be read may not be shown.
    let is_lacking = told.diagnostics.iter().all(|diagnostic| {
        diagnostic.severity != Severity::Error
            || matches!(diagnostic.code, Code::NoArticle | Code::MissingField)
    });
    if !is_lacking {
        report.diagnostics.append(&mut told.diagnostics);
        return InPage::Refused;
    }
    // That JSON-LD is about something else is no fault.
    told.diagnostics
        .retain(|diagnostic| diagnostic.code != Code::NoArticle);
    blocks.tell(told, report);
    if stories.are_all() {
        return InPage::Nothing(stories.told());
    }
    let cleaner = self::cleaner(page, report);
    let Some(headline) = headline::of(&titles, &cleaner) else {
        return InPage::Nothing(stories.told());
    };
    stories.tell(&cleaner);
    let article = fill::fill(fill::untold(headline), page, &cleaner);
    InPage::Found(Box::new(article), cleaner.provenance())
}

/// Whether that field of the JSON-LD is put aside, so that nothing in the article came from there.
fn is_replaced(field: &str, described: &Article, article: &Article) -> bool {
    let caption = |of: &Article| of.image.as_ref().and_then(|image| image.caption.clone());
    match field.split('.').next().unwrap_or_default() {
        "byline" => described.byline != article.byline,
        "published" => described.published != article.published,
        "dateline" => described.dateline != article.dateline,
        "related" => {
            let mut stories = article.related.iter();
            !stories.any(|story| described.related.contains(story))
        }
        "image" => field == "image.caption" && caption(described) != caption(article),
        _ => false,
    }
}

fn cleaner<'r>(page: &Page<'_>, report: &'r mut Report) -> Cleaner<'r> {
    let mut cleaner = Cleaner::new(report, page.address.clone());
    cleaner.base.clone_from(&page.base);
    cleaner.now = page.now;
    cleaner
}

/// Whether the document itself is an article: because its metadata says so, or because it has exactly one `article` with a
/// main heading, and a date or an author.
fn is_article(page: &Page<'_>) -> bool {
    // No article stands at the front door of a site, whatever is said there.
    if page.address.as_ref().is_some_and(is_front_page) {
        return false;
    }
    // A page that says it is something else is believed, unless it has an article's own metadata.
    if says_article(page) || page.meta(&["og:type"]).is_some() {
        return says_article(page);
    }
    let has = |article: Element<'_>, is_meant: fn(Element<'_>) -> bool| {
        article.descendants().any(is_meant)
    };
    let is_heading = |element: Element<'_>| element.name() == "h1";
    let mut articles = page
        .all("article")
        .filter(|article| has(*article, is_heading));
    let (Some(article), None) = (articles.next(), articles.next()) else {
        return false;
    };
    let is_signed = |element: Element<'_>| {
        (element.name() == "time" && element.attribute("datetime").is_some())
            || super::metadata::has_word(element.attribute("rel"), "author")
            || super::metadata::has_word(element.attribute("itemprop"), "author")
    };
    has(article, is_signed) || page.meta(&["author", "date"]).is_some()
}

/// Whether its metadata says so.
fn says_article(page: &Page<'_>) -> bool {
    let is_article = page.meta(&["og:type"]).is_some_and(|kind| {
        let kind = kind.text.trim().to_ascii_lowercase();
        kind.contains("article") || matches!(&*kind, "news" | "story" | "blog")
    });
    is_article || page.meta(&["article:published_time"]).is_some()
}

/// What the page has in the place of an article.
fn nothing(page: &Page<'_>, blocks: &Blocks) -> Reason {
    let mut reason = Reason::from("this is an HTML page");
    let mut types = Vec::new();
    for block in &blocks.json_ld {
        gather_types(&block.value(), &mut types);
    }
    for (index, name) in types.iter().enumerate() {
        let before = match index {
            0 => " with JSON-LD of the type ",
            _ => ", ",
        };
        reason = reason.and(before).and_quoting(name);
    }
    if let Some(kind) = page.meta(&["og:type"]) {
        let says = " that says it is of the kind ";
        reason = reason.and(says).and_quoting(&kind.text);
    }
    reason.and(", but no article in it")
}

/// The types of the values at the top of a block, without their vocabulary.
fn gather_types<'v>(block: &SourceValue<'v>, types: &mut Vec<&'v str>) {
    for top in block.items() {
        let graph = top.get("@graph").map(|graph| graph.items());
        for value in std::iter::once(top).chain(graph.unwrap_or_default()) {
            let kind = value.get("@type");
            let Some(name) = kind.as_ref().and_then(SourceValue::text) else {
                continue;
            };
            let name = name.rsplit(['/', '#']).next().unwrap_or_default();
            if !types.contains(&name) && types.len() < TYPES {
                types.push(name);
            }
        }
    }
}
