//! What the article's own JSON leaves out, filled from what the page says of itself in its head and marks in its text.

use super::document::Element;
use super::metadata::{Page, Saying, has_word};
use super::{classes, figure};
use crate::clean::Cleaner;
use crate::labelled;
use crate::source_value::SourceValue;
use article_card::article::limits::{AUTHORS, LABEL, PARAGRAPH};
use article_card::article::{Access, Article, Author, Moment, Publisher};
use article_card::reading::json::Json;
use article_card::reading::{join, quote};
use article_card::report::Code;

/// Fills every field that is still empty; no other is touched.
pub(super) fn fill(article: &mut Article, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    if article.url.is_none() && page.address.is_some() {
        cleaner.note("url", page.address_path, "");
        article.url.clone_from(&page.address);
    }
    if article.language.is_none() {
        article.language = language(page)
            .and_then(|saying| cleaner.language("language", &saying.text, &saying.path));
    }
    if article.standfirst.is_none() {
        standfirst(article, page, cleaner);
    }
    let story = classes::story(page);
    if article.published.is_none() {
        let metas = ["article:published_time", "datepublished", "pubdate", "date"];
        let names = ["datePublished", "published", "dt-published"];
        article.published = date("published", &metas, &names, page, story, cleaner);
    }
    if article.updated.is_none() {
        let metas = ["article:modified_time", "og:updated_time", "datemodified"];
        let names = ["dateModified", "updated", "dt-updated"];
        article.updated = date("updated", &metas, &names, page, story, cleaner);
        order(article, cleaner);
    }
    if article.section.is_none() {
        article.section = page
            .meta(&["article:section", "articlesection"])
            .and_then(|saying| cleaner.text("section", &saying.text, &saying.path, LABEL));
    }
    if article.byline.is_empty() {
        article.byline = byline(article, page, story, cleaner);
    }
    if article.publisher.is_none() {
        let name = page
            .meta(&["og:site_name", "application-name", "dc.publisher"])
            .and_then(|saying| cleaner.text("publisher.name", &saying.text, &saying.path, LABEL));
        article.publisher = name.map(|name| Publisher {
            name,
            url: None,
            logo: None,
            time_zone: None,
        });
    }
    if article.short_url.is_none() {
        article.short_url = page
            .link("shortlink")
            .and_then(|saying| cleaner.link("shortUrl", &saying.text, &saying.path))
            .filter(|short| Some(short) != article.url.as_ref());
    }
    if article.access.is_none() {
        article.access = access(page, cleaner);
    }
    figure::fill(article, page, story, cleaner);
    classes::fill(article, page, story, cleaner);
}

fn language<'d>(page: &Page<'d>) -> Option<Saying<'d>> {
    let html = page.all("html").next();
    html.and_then(|html| page.say("html", "lang", html, "lang"))
        .or_else(|| page.meta(&["content-language", "og:locale"]))
}

/// A description that only repeats the headline says nothing more.
fn standfirst(article: &mut Article, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    let names = ["og:description", "description", "twitter:description"];
    let mut sayings = names.into_iter().filter_map(|name| page.meta(&[name]));
    let is_more = |saying: &Saying<'_>| !saying.text.trim().eq_ignore_ascii_case(&article.headline);
    let saying = sayings.find(is_more);
    article.standfirst =
        saying.and_then(|saying| cleaner.text("standfirst", &saying.text, &saying.path, PARAGRAPH));
}

/// The first date of these metas; else of the first element of the story that is marked so, by `itemprop` or by a class of
/// a microformat.
fn date(
    field: &'static str,
    metas: &[&str],
    names: &[&str],
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> Option<Moment> {
    let saying = page.meta(metas).or_else(|| {
        let mut elements = story.descendants();
        elements.find_map(|element| {
            let is_time = element.name() == "time";
            let name = names.iter().find(|name| {
                has_word(element.attribute("itemprop"), name)
                    || (is_time && has_word(element.attribute("class"), name))
            });
            let is_first_edition =
                field == "published" && is_time && element.attribute("pubdate").is_some();
            let name = name.copied().or(is_first_edition.then_some("pubdate"))?;
            page.say(element.name(), name, element, "datetime")
                .or_else(|| page.say(element.name(), name, element, "content"))
        })
    })?;
    let value = Json::Text(saying.text.trim().into());
    let path = saying.path;
    cleaner.moment(
        field,
        &SourceValue {
            value: &value,
            path,
        },
    )
}

fn order(article: &Article, cleaner: &Cleaner<'_>) {
    if let (Some(published), Some(updated)) = (&article.published, &article.updated)
        && published.is_later_than(updated) == Some(true)
    {
        let message = "the update lies before the publication and is not shown";
        cleaner.warn("meta[article:modified_time]", Code::DateOrder, message);
    }
}

/// Those who signed: by metadata, else by what is marked in the story. Profiles without a name are no byline.
fn byline(
    article: &Article,
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
        let name = labelled::name_without_by(saying.text.trim(), article.language.as_ref());
        let is_known = authors.iter().any(|author| *author.name == *name);
        if is_known || !is_name(name) {
            continue;
        }
        let name = cleaner.text("byline.name", name, &saying.path, LABEL);
        authors.extend(name.map(|name| Author {
            name,
            url: url.and_then(|url| cleaner.link("byline.url", url, &saying.path)),
        }));
    }
    cleaner.shorten(&mut authors, AUTHORS, "byline");
    authors
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
        if !is_item && !has_word(element.attribute("rel"), "author") {
            continue;
        }
        let is_name = |inner: &Element<'_>| has_word(inner.attribute("itemprop"), "name");
        let named = element.descendants().find(is_name).unwrap_or(element);
        let text = match named.attribute("content") {
            Some(content) => content.into(),
            None => named.text().into(),
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

fn access(page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Access> {
    let tier = page.meta(&["article:content_tier"])?;
    let access = match &*tier.text.trim().to_ascii_lowercase() {
        "free" => Access::Free,
        "metered" => Access::Metered,
        "locked" => Access::Paid,
        _ => {
            let message = join(&[&quote(&tier.text), " is none of free metered locked"]);
            cleaner.warn(&tier.path, Code::BadValue, &message);
            return None;
        }
    };
    cleaner.note("access", &tier.path, "");
    Some(access)
}
