//! Where a page was published: it chooses among several articles, and relative addresses lead from there.

use super::metadata::{Page, Saying};
use crate::ReadOptions;
use crate::page_address::{is_front_page, is_same_page};
use article_card::article::Link;
use article_card::report::{Code, Path, Reason, Report};

/// Notes where the page was published, and where its relative addresses lead from. What the caller knows wins; of what the
/// page says, the canonical address counts before OpenGraph's.
pub(super) fn settle(page: &mut Page<'_>, options: &ReadOptions, report: &mut Report) {
    let given = options.page.clone();
    let base = page
        .all("base")
        .find_map(|base| page.say("base", "href", base, "href"))
        .and_then(|base| read(&base, given.as_ref(), report))
        .map(|(base, _)| base);
    let from = base.clone().or_else(|| given.clone());
    let open_graph = page
        .meta(&["og:url"])
        .and_then(|url| read(&url, from.as_ref(), report));
    let canonical = page.link("canonical").and_then(|url| {
        let open_graph = open_graph.as_ref().map(|(link, _)| link);
        let from = from.as_ref().or(open_graph);
        read(&url, from, report)
    });
    let stated = match (canonical, open_graph) {
        (Some(canonical), Some(open_graph)) => Some(agreed(canonical, open_graph, report)),
        (canonical, open_graph) => canonical.or(open_graph),
    };
    let given = given.map(|link| (link, "the given address".into()));
    let (address, path) = given.or(stated).unzip();
    page.base = base.or_else(|| address.clone());
    page.address = address;
    page.address_path = path;
}

/// Tells of two addresses that do not lead to the same page.
fn agreed(canonical: (Link, Path), open_graph: (Link, Path), report: &mut Report) -> (Link, Path) {
    if is_same_page(&canonical.0, &open_graph.0) {
        return canonical;
    }
    // No article stands at the front door of a site, but carelessly made pages name it as their address.
    let is_astray = is_front_page(&canonical.0) && !is_front_page(&open_graph.0);
    let (chosen, other) = match is_astray {
        true => (open_graph, canonical),
        false => (canonical, open_graph),
    };
    let reason = Reason::quoting(other.0.as_str()).and(" is another page than ");
    let reason = reason.and_quoting(chosen.0.as_str()).and(" of ");
    let reason = reason.and_words(chosen.1.to_string()).and(", which counts");
    report.warn(Code::Contradiction, other.1, reason);
    chosen
}

/// An address of the page's head.
fn read(url: &Saying<'_>, from: Option<&Link>, report: &mut Report) -> Option<(Link, Path)> {
    let link = Link::parse_against(url.text.trim(), from).ok();
    if link.is_none() {
        let not = " is not an address from which the page can be told";
        let reason = Reason::quoting(&url.text).and(not);
        report.warn(Code::BadUrl, url.path.clone(), reason);
    }
    link.map(|(link, _)| (link, url.path.clone()))
}
