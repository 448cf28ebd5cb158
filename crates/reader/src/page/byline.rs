//! Who wrote it, by the metadata of a page and by what its text marks.

mod printed;

use super::document::Element;
use super::metadata::{Page, Saying, has_word};
use super::words::COMPANIES;
use crate::byline::without_by;
use crate::clean::Cleaner;
use crate::same_words::{after, are_same};
use article_card::article::limits::{AUTHORS, LABEL};
use article_card::article::{Author, Language, Publisher};
use article_card::report::Reason;

/// Those who signed: by metadata, else by what is marked in the story. Profiles without a name are no byline.
pub(super) fn authors(
    language: Option<&Language>,
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> Vec<Author> {
    let metas = ["article:author", "author", "dc.creator"];
    let metas = metas.into_iter().flat_map(|name| page.metas(name));
    let mut names: Vec<_> = metas.map(|saying| (saying, None)).collect();
    names.retain(|(saying, _)| is_name(&saying.text));
    if names.is_empty() {
        names = bylines(page, story);
    }
    let mut authors: Vec<Author> = Vec::new();
    for (saying, url) in names {
        let signed = without_by(&saying.text, language);
        let Some(name) = printed::name(signed) else {
            if is_name(signed) {
                let reason = Reason::quoting(signed).and(" has more in it than a name");
                cleaner.doubt(&saying.path, reason);
            }
            continue;
        };
        let is_known = authors.iter().any(|author| are_same(&author.name, name));
        if is_known || !is_name(name) {
            continue;
        }
        let name = cleaner.text("byline.name", name, &saying.path, LABEL);
        authors.extend(name.map(|name| Author {
            name,
            url: url.and_then(|url| cleaner.link("byline.url", url, &saying.path)),
            image: None,
            job_title: None,
        }));
    }
    cleaner.shorten(&mut authors, AUTHORS, &"byline".into());
    authors
}

/// Those of a byline who sign as people or agencies do: what a system calls its users is no name, nor is a company.
pub(super) fn signed(mut byline: Vec<Author>, cleaner: &Cleaner<'_>) -> Vec<Author> {
    byline.retain(|author| {
        let name = &*author.name;
        let is_login = is_login(name);
        if !is_login && !is_company(name) {
            return true;
        }
        let what = match is_login {
            true => " is the name of a login, and no byline",
            false => " is a company, and no byline",
        };
        let reason = Reason::quoting(name).and(what);
        cleaner.doubt(&"byline".into(), reason);
        false
    });
    byline
}

/// Whether nobody signed it, or the publisher alone, by its name or its site: whom the page names then says more.
pub(super) fn is_of_publisher(byline: &[Author], publisher: Option<&Publisher>) -> bool {
    let mut names = byline.iter().map(|author| &*author.name);
    names.all(|name| {
        let is_own =
            |own: &Publisher| after(name, &own.name).is_some() || after(&own.name, name).is_some();
        is_site(name) || publisher.is_some_and(is_own)
    })
}

/// Whether it is one word in small letters with figures or other signs in it.
fn is_login(name: &str) -> bool {
    let is_small = |sign: char| sign.is_ascii_lowercase();
    let is_sign = |sign: char| sign.is_ascii_digit() || matches!(sign, '_' | '.');
    name.chars()
        .all(|sign| is_small(sign) || is_sign(sign) || sign == '-')
        && name.contains(is_small)
        && name.chars().skip(1).any(is_sign)
        && !is_site(name)
}

/// Whether it ends as the name of a domain does.
fn is_site(name: &str) -> bool {
    let ends = |(_, domain): (&str, &str)| {
        (2..=4).contains(&domain.len()) && domain.chars().all(|sign| sign.is_ascii_lowercase())
    };
    !name.contains(' ') && name.rsplit_once('.').is_some_and(ends)
}

fn is_company(name: &str) -> bool {
    let last = name.rsplit([' ', ',']).next().unwrap_or_default();
    name.contains(' ') && COMPANIES.contains(last.trim_end_matches('.'))
}

/// OpenGraph wants the address of a profile there, and others write one of mail.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !text.contains("://") && !text.starts_with("www.") && !text.contains('@')
}

/// What stands in the story marked as its authors, with their pages.
fn bylines<'d>(page: &Page<'d>, story: Element<'d>) -> Vec<(Saying<'d>, Option<&'d str>)> {
    let mut found = Vec::new();
    for element in story.descendants() {
        let is_item = has_word(element.attribute("itemprop"), "author");
        let is_marked = is_item || has_word(element.attribute("rel"), "author");
        if !is_marked || !page.scopes.is_of_story(element) {
            continue;
        }
        let is_name = |inner: &Element<'_>| has_word(inner.attribute("itemprop"), "name");
        let named = element.descendants().find(is_name).unwrap_or(element);
        let is_time = |inner: &Element<'_>| inner.name() == "time";
        let times: Vec<Element<'d>> = named.descendants().filter(is_time).take(5).collect();
        let text = match named.attribute("content") {
            Some(content) => content.into(),
            None => named.text_without(&times).into(),
        };
        let path = if is_item {
            "[itemprop=author]"
        } else {
            "[rel=author]"
        };
        let links = std::iter::once(element).chain(element.descendants());
        let url = links
            .filter(|link| link.name() == "a")
            .find_map(|link| link.attribute("href"));
        found.extend(
            page.saying(text, path.into(), named)
                .map(|name| (name, url)),
        );
        if found.len() > AUTHORS {
            break;
        }
    }
    found
}
