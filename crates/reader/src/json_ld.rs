//! Articles of schema.org, as pages carry them in JSON-LD.
//!
//! No context is fetched and no processor of JSON-LD is needed: what pages write is a handful of shapes. Names and types
//! may be short, prefixed or whole addresses; a value may stand alone, in a list or in a wrapper; a thing may be spread
//! over several blocks by its identifier.

mod address;
mod choice;
mod contender;
mod dateline;
mod dates;
mod graph;
mod image_object;
mod media;
mod names;
mod news_article;
mod node;
mod people;
mod person;
mod related;
mod sizes;
mod status;
mod summary;

use super::clean::Cleaner;
use super::source_value::SourceValue;
#[cfg(feature = "places")]
use crate::Provenance;
use article_card::article::Article;
#[cfg(feature = "page")]
use article_card::report::Path;
#[cfg(feature = "places")]
use article_card::report::{Code, Report};
pub(crate) use choice::Standing;
#[cfg(feature = "page")]
pub(crate) use contender::Contender;

/// Where a headline stands, the best place first.
const HEADLINE: [&str; 3] = ["headline", "name", "alternativeHeadline"];

/// The article that is described in the blocks of one page; the cleaner is told what is wrong with it, or why there is none.
/// In the other blocks stands only what these may refer to.
pub(crate) fn article(
    blocks: &[SourceValue<'_>],
    others: &[SourceValue<'_>],
    cleaner: &Cleaner<'_>,
) -> Option<Article> {
    let root = &blocks.first()?.path;
    let graph = graph::Graph::of(blocks, others);
    let chosen = choice::choose(&graph, root, cleaner, |_| Standing::Own)?;
    news_article::article(chosen.node, cleaner)
}

/// What was read of one of several articles, and what was told of it alone.
#[cfg(feature = "places")]
pub(crate) struct OneOfSeveral {
    pub(crate) article: Option<Article>,
    pub(crate) provenance: Vec<Provenance>,
    pub(crate) report: Report,
}

/// Whether it was told that nothing says which of several is meant.
#[cfg(feature = "places")]
pub(crate) fn is_ambiguous(report: &Report) -> bool {
    let mut told = report.diagnostics.iter();
    told.any(|told| told.code == Code::AmbiguousArticle)
}

/// Those that might as well be meant as the one that `article` takes, and that one, each read by itself.
#[cfg(feature = "places")]
pub(crate) fn rivals(
    blocks: &[SourceValue<'_>],
    others: &[SourceValue<'_>],
    circumstances: &Cleaner<'_>,
) -> Vec<OneOfSeveral> {
    let Some(root) = blocks.first().map(|block| &block.path) else {
        return Vec::new();
    };
    let graph = graph::Graph::of(blocks, others);
    let Some(chosen) = choice::choose(&graph, root, circumstances, |_| Standing::Own) else {
        return Vec::new();
    };
    each(&graph, circumstances, |other| other.is_rival(&chosen))
}

/// The articles in a page's blocks that the page says are meant, each read by itself.
#[cfg(feature = "page")]
pub(crate) fn stories(
    blocks: &[SourceValue<'_>],
    circumstances: &Cleaner<'_>,
    is_meant: impl FnMut(&Contender<'_>) -> bool,
) -> Vec<OneOfSeveral> {
    each(&graph::Graph::of(blocks, &[]), circumstances, is_meant)
}

#[cfg(feature = "places")]
fn each<'g>(
    graph: &'g graph::Graph<'g>,
    circumstances: &Cleaner<'_>,
    is_meant: impl FnMut(&contender::Contender<'g>) -> bool,
) -> Vec<OneOfSeveral> {
    let met = choice::all(graph, circumstances, is_meant);
    let read = met.into_iter().map(|one| {
        let mut report = Report::default();
        let cleaner = circumstances.of_one(&mut report);
        let article = news_article::article(one.node, &cleaner);
        let provenance = cleaner.provenance();
        OneOfSeveral {
            article,
            provenance,
            report,
        }
    });
    read.collect()
}

/// An article with all that it calls itself, each with its place, the best first.
#[cfg(feature = "page")]
pub(crate) struct Titled {
    pub(crate) article: Article,
    pub(crate) titles: Vec<(String, Path)>,
}

/// The article of the page around the blocks; the page says of each whose it is.
#[cfg(feature = "page")]
pub(crate) fn article_of_page(
    blocks: &[SourceValue<'_>],
    cleaner: &Cleaner<'_>,
    standing: impl FnMut(&Contender<'_>) -> Standing,
) -> Option<Titled> {
    let root = &blocks.first()?.path;
    let graph = graph::Graph::of(blocks, &[]);
    let chosen = choice::choose(&graph, root, cleaner, standing)?;
    let titles = Contender::titles(&chosen.node);
    Some(Titled {
        article: news_article::article(chosen.node, cleaner)?,
        titles,
    })
}
