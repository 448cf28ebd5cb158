//! The headline of a page that has none in JSON, without the name of the site.

use super::document::Element;
use super::metadata::{Page, Saying};
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::{after, are_same};
use article_card::article::Text;
use article_card::article::limits;

/// What stands between a headline and the name of the site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " / ", "｜", " ‹ ", " › ",
];

/// The headline: of OpenGraph, of Twitter's cards, the main heading, or the title.
pub(super) fn of(page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let heading = heading(page);
    let title = page.all("title").next();
    let title = title.and_then(|title| page.saying(title.raw_text().into(), "title".into(), title));
    let candidates = [
        page.meta(&["og:title"]),
        page.meta(&["twitter:title"]),
        heading.clone(),
        title,
    ];
    let sites = sites(page);
    candidates.into_iter().flatten().find_map(|candidate| {
        let whole = markup::to_text(&candidate.text);
        let heading = heading.as_ref().map(|heading| &*heading.text);
        let bare = without_site(whole.trim(), heading, &sites)?;
        let done = match bare == whole.trim() {
            true => "",
            false => "the name of the site taken off",
        };
        cleaner.cleaned("headline", bare, &candidate.path, limits::LINE, done)
    })
}

/// What the site calls itself.
fn sites(page: &Page<'_>) -> Vec<String> {
    ["og:site_name", "application-name"]
        .into_iter()
        .filter_map(|name| page.meta(&[name]))
        .map(|site| site.text.into_owned())
        .collect()
}

/// The main heading: the first of an `article` or of `main`, or the only one.
fn heading<'d>(page: &Page<'d>) -> Option<Saying<'d>> {
    let is_within = |heading: &Element<'_>| {
        heading
            .ancestors()
            .any(|a| matches!(a.name(), "article" | "main"))
    };
    let within = page.all("h1").find(is_within);
    let only = || {
        let mut headings = page.all("h1");
        let first = headings.next();
        first.filter(|_| headings.next().is_none())
    };
    let heading = within.or_else(only)?;
    page.saying(heading.text().into(), "h1".into(), heading)
}

/// The headline without what stands beside it; `None` if nothing but the name of the site is there.
fn without_site<'t>(whole: &'t str, heading: Option<&str>, sites: &[String]) -> Option<&'t str> {
    let is_site = |part: &str| sites.iter().any(|site| are_same(site, part));
    let mut bare = whole;
    loop {
        let parts = SEPARATORS.iter().flat_map(|separator| {
            let last = bare.rsplit_once(separator);
            let first = bare.split_once(separator);
            [last, first.map(|(site, rest)| (rest, site))]
        });
        let mut parts = parts.flatten();
        match parts.find(|(_, other)| is_site(other)) {
            Some((rest, _)) => bare = rest.trim(),
            None => break,
        }
    }
    // What the main heading leaves out is not the headline's either.
    let heading = heading.map(str::trim).unwrap_or_default();
    let beside = after(bare, heading).filter(|rest| {
        let mut separators = SEPARATORS.iter();
        !heading.is_empty() && separators.any(|separator| rest.starts_with(separator))
    });
    bare = beside.map_or(bare, |beside| bare.strip_suffix(beside).unwrap_or(bare));
    (!bare.is_empty() && !is_site(bare)).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::without_site;

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_headline() {
        let sites = ["The  Herald".to_owned(), "herald.example".to_owned()];
        for (whole, heading, bare) in [
            ("A pier opens", None, Some("A pier opens")),
            ("A pier opens | The Herald", None, Some("A pier opens")),
            ("The Herald – A pier opens", None, Some("A pier opens")),
            (
                "A pier opens - THE HERALD | herald.example",
                None,
                Some("A pier opens"),
            ),
            ("A pier - a view", None, Some("A pier - a view")),
            (
                "A pier opens | Coast | The Herald",
                Some(" A pier opens "),
                Some("A pier opens"),
            ),
            (
                "A pier opens | Coast",
                Some("A PIER  OPENS"),
                Some("A pier opens"),
            ),
            (
                "A pier opens again",
                Some("A pier opens"),
                Some("A pier opens again"),
            ),
            ("The Herald", None, None),
            ("The Herald | herald.example", None, None),
            ("", Some(""), None),
        ] {
            assert_eq!(without_site(whole, heading, &sites), bare, "{whole}");
        }
    }
}
