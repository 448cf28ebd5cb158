//! Which of the articles of a page is the one that the page is.

use super::contender::Contender;
use super::graph::Graph;
use crate::clean::Cleaner;
use article_card::reading::digits;
use article_card::report::{Code, Path, Reason};
use std::ptr;

/// Whether an article is that of the page around it.
#[cfg_attr(
    not(feature = "page"),
    expect(dead_code, reason = "only a page knows more than the blocks")
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Own,
    /// Nothing speaks against it, and nothing but its being there for it.
    Perhaps,
    /// It is another page's.
    Other,
}

/// The article, together with everything else that describes the same story; the cleaner is told if there is none, or if
/// which one is meant had to be guessed. What is known around the blocks may say of each whose it is.
pub(super) fn choose<'g>(
    graph: &'g Graph<'g>,
    root: &Path,
    cleaner: &Cleaner<'_>,
    mut standing: impl FnMut(&Contender<'g>) -> Standing,
) -> Option<Contender<'g>> {
    let mut contenders: Vec<Contender<'g>> = Vec::new();
    for candidate in &graph.candidates {
        let mut contender = Contender::of(candidate, graph, cleaner);
        match standing(&contender) {
            Standing::Own => {}
            Standing::Perhaps => contender.doubts.is_untitled = true,
            Standing::Other => continue,
        }
        contenders.push(contender);
    }
    let mut best: Option<&Contender<'g>> = None;
    for contender in &contenders {
        // Of equals the first.
        if best.is_none_or(|best| contender.doubts.weight() < best.doubts.weight()) {
            best = Some(contender);
        }
    }
    let Some(chosen) = best else {
        cleaner.refuse_no_article(root, what_is_there(graph));
        return None;
    };
    let (claim, headline) = (&chosen.doubts, &chosen.headline);
    let mut meant = chosen.clone();
    let mut others: Vec<&str> = Vec::new();
    for contender in contenders
        .iter()
        .filter(|contender| !ptr::eq(*contender, chosen))
    {
        if !contender.is_rival(chosen) {
            continue;
        }
        let other = &contender.doubts;
        if meant.is_named_like(contender) || (!claim.is_elsewhere && !other.is_elsewhere) {
            meant.add(contender.node.clone());
        } else if claim.is_elsewhere
            && other.is_untitled == claim.is_untitled
            && !others.contains(&&*contender.headline)
        {
            others.push(&contender.headline);
        }
    }
    if !others.is_empty() {
        let reason = Reason::from("nothing says which of several articles is meant; this is ");
        let mut reason = reason.and_quoting(headline).and(", not ");
        for (index, other) in others.iter().take(3).enumerate() {
            let before = if index == 0 { "" } else { ", " };
            reason = reason.and(before).and_quoting(other);
        }
        if others.len() > 3 {
            let more = digits(others.len() as u64 - 3);
            reason = reason.and(" or ").and_words(more).and(" more");
        }
        cleaner.warn(&meant.node.path(), Code::AmbiguousArticle, reason);
    }
    Some(meant)
}

/// The articles that are meant, each once and together with what else describes the same story, in their order.
#[cfg(feature = "places")]
pub(super) fn all<'g>(
    graph: &'g Graph<'g>,
    cleaner: &Cleaner<'_>,
    mut is_meant: impl FnMut(&Contender<'g>) -> bool,
) -> Vec<Contender<'g>> {
    let mut met: Vec<Contender<'g>> = Vec::new();
    for candidate in &graph.candidates {
        let contender = Contender::of(candidate, graph, cleaner);
        if contender.doubts.is_nameless || !is_meant(&contender) {
            continue;
        }
        let known = met.iter_mut().find(|known| known.is_named_like(&contender));
        match known {
            Some(known) => known.add(contender.node),
            None => met.push(contender),
        }
    }
    met
}

fn what_is_there(graph: &Graph<'_>) -> Reason {
    let mut what = Reason::from("this is JSON-LD");
    for (index, kind) in graph.types.iter().take(5).enumerate() {
        let before = if index == 0 { " of " } else { ", " };
        what = what.and(before).and_quoting(kind);
    }
    what
}
