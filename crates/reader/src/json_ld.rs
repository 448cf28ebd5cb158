//! Articles of schema.org, as pages carry them in JSON-LD.
//!
//! No context is fetched and no processor of JSON-LD is needed: what pages write is a handful of shapes. Names and types
//! may be short, prefixed or whole addresses; a value may stand alone, in a list or in a wrapper; a thing may be spread
//! over several blocks by its identifier.

mod address;
mod choice;
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
use article_card::article::Article;
#[cfg(feature = "page")]
use article_card::report::Path;
#[cfg(feature = "page")]
pub(crate) use choice::Contender;
pub(crate) use choice::Standing;

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
    let article = choice::choose(&graph, root, cleaner, |_| Standing::Own)?;
    news_article::article(article, cleaner)
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
    let article = choice::choose(&graph, root, cleaner, standing)?;
    let titles = Contender::titles(&article);
    Some(Titled {
        article: news_article::article(article, cleaner)?,
        titles,
    })
}
