//! Which article the page is about: the one for a card, the one in JSON-LD, or the one that the document itself is.

use super::blocks::{Block, Blocks, CardBlock};
use super::kind::{is_article, nothing, says_article};
use super::metadata::Page;
use super::stories::Stories;
use super::titles::Titles;
use super::{contradictions, fill, headline};
use crate::clean::Cleaner;
use crate::json_ld::OneOfSeveral;
use crate::source_value::SourceValue;
use crate::{Provenance, ReadOptions, json_ld};
use article_card::article::{Article, Status};
use article_card::report::{Code, Path, Reason, Report, Severity};

/// What was found in a page.
pub(super) struct Found {
    /// The page's article, or each of those of which nothing says that it is; at least one.
    pub(super) articles: Vec<Taken>,
    /// Whether anything in the page might be withheld at some time.
    pub(super) is_restricted: bool,
}

/// An article of the page, or none in its place.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) article: Option<Article>,
    /// Where its fields came from.
    pub(super) provenance: Vec<Provenance>,
    /// Where they stand, of one that was written for a card.
    pub(super) fields: Vec<(String, Path)>,
    /// What was told of it alone.
    pub(super) report: Report,
}

impl Taken {
    fn card(card: &CardBlock) -> Self {
        Self {
            article: Some(card.article.clone()),
            fields: card.fields.clone(),
            ..Self::default()
        }
    }

    fn story(story: OneOfSeveral) -> Self {
        Self {
            article: story.article,
            provenance: story.provenance,
            report: story.report,
            ..Self::default()
        }
    }
}

/// The article of the page, or several if they are asked for and nothing says which it is.
pub(super) fn found(page: &Page<'_>, options: &ReadOptions, report: &mut Report) -> Found {
    let blocks = Blocks::of(page, options, report);
    Found {
        is_restricted: blocks.is_restricted,
        articles: of_blocks(page, blocks, options, report),
    }
}

fn of_blocks(
    page: &Page<'_>,
    mut blocks: Blocks,
    options: &ReadOptions,
    report: &mut Report,
) -> Vec<Taken> {
    let own = blocks.own_cards(page);
    if !own.is_empty() {
        return of_cards(&own, blocks.cards.len(), options, report);
    }
    match of_page(page, &mut blocks, options, report) {
        InPage::Found(article, provenance) => {
            if let Some(card) = blocks.cards.first() {
                let reason = Reason::from("the card shows ").and_quoting(&card.article.headline);
                let reason = reason.and(", another article than that of the page, which counts");
                report.warn(Code::AmbiguousArticle, card.path.clone(), reason);
            }
            vec![Taken {
                article: Some(*article),
                provenance,
                ..Taken::default()
            }]
        }
        InPage::Several(stories) => stories.into_iter().map(Taken::story).collect(),
        InPage::Refused => vec![Taken::default()],
        InPage::Nothing(what) => {
            let cards: Vec<&CardBlock> = blocks.cards.iter().collect();
            if !cards.is_empty() {
                return of_cards(&cards, cards.len(), options, report);
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
            vec![Taken::default()]
        }
    }
}

/// The first of the cards that may be the page's, of so many in all, or all of them if they are asked for.
fn of_cards(
    cards: &[&CardBlock],
    count: usize,
    options: &ReadOptions,
    report: &mut Report,
) -> Vec<Taken> {
    let most = if options.every { cards.len() } else { 1 };
    let taken: Vec<&&CardBlock> = cards.iter().take(most).collect();
    if let [only] = &*taken
        && count > 1
    {
        let reason = Reason::from("the page has ").and_words(count.to_string());
        let reason = reason.and(" cards; this one counts");
        report.warn(Code::AmbiguousArticle, only.path.clone(), reason);
    }
    taken.into_iter().map(|card| Taken::card(card)).collect()
}

/// What there is of an article in a page.
enum InPage {
    Found(Box<Article>, Vec<Provenance>),
    /// Nothing says which of them is the page's.
    Several(Vec<OneOfSeveral>),
    /// There is an article, and it must not be shown.
    Refused,
    /// What there is in its place, if that is known.
    Nothing(Option<Reason>),
}

/// The article that the page is about, by JSON-LD or by itself.
fn of_page(
    page: &Page<'_>,
    blocks: &mut Blocks,
    options: &ReadOptions,
    report: &mut Report,
) -> InPage {
    let mut told = Report::default();
    let cleaner = cleaner(page, &mut told);
    let found: Vec<SourceValue<'_>> = blocks.json_ld.iter().map(Block::value).collect();
    let titles = Titles::of(page, &found);
    let mut stories = Stories::of(page, &titles, says_article(page), is_article(page));
    let described = (!found.is_empty())
        .then(|| json_ld::article_of_page(&found, &cleaner, |story| stories.weigh(story)))
        .flatten();
    let mut provenance = cleaner.provenance();
    let is_ambiguous = json_ld::is_ambiguous(&told);
    let is_guess = stories.are_equals() || (is_ambiguous && stories.is_guess());
    if options.every && (is_ambiguous || is_guess) {
        let several = several(page, blocks, |path| is_guess || stories.may_be_own(path));
        if several.len() > 1 {
            return InPage::Several(several);
        }
    }
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
    let nothing = || {
        let listed = match options.every {
            true => several(page, blocks, |path| !stories.may_be_own(path)),
            false => Vec::new(),
        };
        match listed.len() {
            0 | 1 => InPage::Nothing(stories.told()),
            _ => InPage::Several(listed),
        }
    };
    if stories.are_all() {
        return nothing();
    }
    let cleaner = self::cleaner(page, report);
    let Some(headline) = headline::of(&titles, &cleaner) else {
        return nothing();
    };
    stories.tell(&cleaner);
    let article = fill::fill(fill::untold(headline), page, &cleaner);
    InPage::Found(Box::new(article), cleaner.provenance())
}

/// The stories of JSON-LD at the places that are meant.
fn several(
    page: &Page<'_>,
    blocks: &Blocks,
    is_meant: impl Fn(&Path) -> bool,
) -> Vec<OneOfSeveral> {
    let found: Vec<SourceValue<'_>> = blocks.json_ld.iter().map(Block::value).collect();
    let mut report = Report::default();
    let circumstances = cleaner(page, &mut report);
    json_ld::stories(&found, &circumstances, |story| is_meant(&story.path()))
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
