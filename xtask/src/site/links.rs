//! Every link of the site leads to a file of the site and, where it names one, to a heading in it; all of them are relative.

use super::{Files, folder_of, resolve, tags::tags};
use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};

/// Fails with all links that lead nowhere; `is_beside` says what else will stand in the site.
pub fn check(site: &Files, is_beside: impl Fn(&str) -> bool) -> Result<()> {
    let pages = site.iter().filter(|(name, _)| name.ends_with(".html"));
    let pages: BTreeMap<&str, Page> = pages
        .map(|(name, html)| (name.as_str(), Page::read(&String::from_utf8_lossy(html))))
        .collect();
    let mut wrong = Vec::new();
    for (name, page) in &pages {
        wrong.extend(page.twice.iter().map(|id| format!("{name}: two are #{id}")));
        for link in &page.links {
            let is_right = match target(name, link) {
                Target::Elsewhere => true,
                Target::Nowhere => false,
                Target::Here { file, heading } => {
                    let is_there = site.contains_key(&file) || is_beside(&file);
                    let page = pages.get(file.as_str());
                    let leads = |page: &Page| heading.is_none_or(|id| page.ids.contains(id));
                    is_there && page.is_none_or(leads)
                }
            };
            if !is_right {
                wrong.push(format!("{name}: {link}"));
            }
        }
    }
    ensure!(
        wrong.is_empty(),
        "these links of the site lead nowhere, or not under every path:\n{}",
        wrong.join("\n")
    );
    Ok(())
}

/// What a page leads to, and what in it may be led to.
#[derive(Default)]
struct Page {
    links: Vec<String>,
    ids: BTreeSet<String>,
    twice: Vec<String>,
}

impl Page {
    fn read(html: &str) -> Page {
        let mut page = Page::default();
        for tag in tags(html) {
            if let Some(id) = tag.value("id")
                && !page.ids.insert(id.to_owned())
            {
                page.twice.push(id.to_owned());
            }
            let links = ["href", "src"].into_iter();
            let links = links.filter_map(|name| tag.value(name));
            page.links.extend(links.map(str::to_owned));
        }
        page
    }
}

enum Target<'link> {
    Elsewhere,
    Nowhere,
    Here {
        file: String,
        heading: Option<&'link str>,
    },
}

fn target<'link>(page: &str, link: &'link str) -> Target<'link> {
    let (path, heading) = match link.split_once('#') {
        // The top of the page; and the bench keeps its state there, by names with values.
        Some((path, heading)) if heading.is_empty() || heading.contains('=') => (path, None),
        Some((path, heading)) => (path, Some(heading)),
        None => (link, None),
    };
    let path = path.split('?').next().unwrap_or(path);
    if path.starts_with('/') {
        return Target::Nowhere;
    }
    if path
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'))
    {
        return Target::Elsewhere;
    }
    let file = match path {
        "" => Some(page.to_owned()),
        path => resolve(folder_of(page), path),
    };
    let Some(file) = file else {
        return Target::Nowhere;
    };
    let is_folder = path.ends_with('/') || file.is_empty();
    let file = match is_folder {
        true => format!("{file}/index.html")
            .trim_start_matches('/')
            .to_owned(),
        false => file,
    };
    Target::Here { file, heading }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(link: &str) -> Result<()> {
        let page = format!("<h1 id=\"top\">A</h1><a href=\"{link}\">B</a>");
        let other = "<h2 id=\"half\"></h2>".to_owned();
        let site = [
            ("docs/a.html", page),
            ("docs/b.html", other),
            ("index.html", String::new()),
            ("a.css", String::new()),
        ];
        let site = site.map(|(name, html)| (name.to_owned(), html.into_bytes()));
        check(&site.into(), |name| name == "api/x/index.html")
    }

    #[test]
    fn links_that_lead_somewhere_pass() {
        for link in [
            "#top",
            "#",
            "b.html#half",
            "../a.css",
            "../",
            "../index.html?a=b#state=c",
            "../api/x/",
            "../api/x/index.html",
            "https://example.org/",
            "mailto:a@example.org",
        ] {
            assert!(verdict(link).is_ok(), "{link}");
        }
    }

    #[test]
    fn links_that_lead_nowhere_fail() {
        for link in [
            "#bottom",
            "b.html#whole",
            "c.html",
            "/docs/b.html",
            "//example.org/",
            "../../index.html",
            "../api/y/index.html",
            "./",
        ] {
            assert!(verdict(link).is_err(), "{link}");
        }
    }

    #[test]
    fn an_id_that_stands_twice_fails() {
        let page = b"<p id=a></p><p id=a></p>".to_vec();
        assert!(check(&[("a.html".to_owned(), page)].into(), |_| false).is_err());
    }
}
