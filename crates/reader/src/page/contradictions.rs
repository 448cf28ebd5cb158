//! Where JSON-LD and the page's other metadata say different things of one article: an editor should know, and JSON-LD
//! counts.

use super::classes::story;
use super::dates::agreed;
use super::metadata::{Page, Saying};
use super::titles::letters;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::after;
use article_card::article::{Article, Moment, When};
use article_card::report::{Code, Reason};

/// How alike two headlines of one article are at least, from 0 to 1; of the pages seen one in sixty is below.
const ALIKE: f64 = 0.15;
const DAY: i64 = 86_400_000;

/// Tells of them.
pub(super) fn tell(article: &Article, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    if let Some(title) = page.meta(&["og:title"])
        && is_another(&article.headline, &markup::to_text(&title.text))
    {
        let reason = Reason::quoting(&title.text).and(" is nothing like the headline ");
        let reason = reason.and_quoting(&article.headline);
        let reason = reason.and(" of the JSON-LD, which counts");
        cleaner.warn(&title.path, Code::Contradiction, reason);
    }
    let (published, updated) = (article.published.as_ref(), article.updated.as_ref());
    // Where the text agrees with the page, the JSON-LD does not count, which is told where that is decided.
    let is_outvoted = agreed(published, updated, page, story(page)).is_some();
    for (own, name) in [
        (published.filter(|_| !is_outvoted), "article:published_time"),
        (updated, "article:modified_time"),
    ] {
        if let (Some(own), Some(other)) = (own, page.meta(&[name])) {
            date(own, &other, cleaner);
        }
    }
}

fn date(own: &Moment, other: &Saying<'_>, cleaner: &Cleaner<'_>) {
    let Ok(moment) = Moment::parse_lenient(other.text.trim()) else {
        return;
    };
    if is_apart(own, &moment) {
        let reason = Reason::quoting(&other.text).and(" is more than a day away from ");
        let reason = reason.and_words(own.machine().to_string());
        let reason = reason.and(" of the JSON-LD, which counts");
        cleaner.warn(&other.path, Code::Contradiction, reason);
    }
}

/// Whether two headlines can hardly be of one article: by the pairs of letters that they share.
fn is_another(headline: &str, other: &str) -> bool {
    // A short one may be the beginning of a long one.
    let is_beginning = after(headline, other).is_some() || after(other, headline).is_some();
    !is_beginning && strsim::sorensen_dice(&letters(headline), &letters(other)) < ALIKE
}

/// Whether they are more than a day apart.
pub(super) fn is_apart(one: &Moment, other: &Moment) -> bool {
    match (one.when(), other.when()) {
        (
            When::Instant { epoch_ms: one, .. },
            When::Instant {
                epoch_ms: other, ..
            },
        ) => one.abs_diff(other) > DAY.unsigned_abs(),
        _ => one.day().epoch_days().abs_diff(other.day().epoch_days()) > 1,
    }
}
