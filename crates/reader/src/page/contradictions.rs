//! Where JSON-LD and the page's other metadata have different headlines of one article: an editor should know, and JSON-LD
//! counts. What they say of its dates is compared in `dates.rs`.

use super::metadata::Page;
use super::titles::letters;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::after;
use article_card::article::Article;
use article_card::report::{Code, Reason};

/// How alike two headlines of one article are at least, from 0 to 1; of the pages seen one in sixty is below.
const ALIKE: f64 = 0.15;

/// Tells of it.
pub(super) fn tell(article: &Article, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    if let Some(title) = page.meta(&["og:title"])
        && is_another(&article.headline, &markup::to_text(&title.text))
    {
        let reason = Reason::quoting(&title.text).and(" is nothing like the headline ");
        let reason = reason.and_quoting(&article.headline);
        let reason = reason.and(" of the JSON-LD, which counts");
        cleaner.warn(&title.path, Code::Contradiction, reason);
    }
}

/// Whether two headlines can hardly be of one article: by the pairs of letters that they share.
fn is_another(headline: &str, other: &str) -> bool {
    // A short one may be the beginning of a long one.
    let is_beginning = after(headline, other).is_some() || after(other, headline).is_some();
    !is_beginning && strsim::sorensen_dice(&letters(headline), &letters(other)) < ALIKE
}
