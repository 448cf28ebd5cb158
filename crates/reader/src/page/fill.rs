//! What the article's own JSON leaves out, filled from what the page says of itself in its head and marks in its text.

use super::document::Element;
use super::metadata::{Page, Saying, has_word};
use super::{classes, figure};
use crate::byline::without_by;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::are_same;
use crate::source_value::SourceValue;
use article_card::article::limits::{AUTHORS, LABEL, PARAGRAPH};
use article_card::article::{Access, Article, Author, Language, Moment, Publisher, Text};
use article_card::reading::json::Json;
use article_card::report::{Code, Reason};

/// The article with every field filled that is still empty; no other is touched. Whatever a page can say of a field is asked
/// here, so each is named.
pub(super) fn fill(article: Article, page: &Page<'_>, cleaner: &Cleaner<'_>) -> Article {
    let story = classes::story(page);
    let url = article.url.or_else(|| {
        let address = page.address.clone();
        if let Some(path) = &page.address_path {
            cleaner.note("url", path, "");
        }
        address
    });
    let language = article.language.or_else(|| language(page, cleaner));
    let headline = article.headline;
    let standfirst = article
        .standfirst
        .or_else(|| standfirst(&headline, page, cleaner));
    let (published, updated) = dates(article.published, article.updated, page, story, cleaner);
    let section = article.section.or_else(|| {
        let saying = page.meta(&["article:section", "articlesection"])?;
        cleaner.text("section", &saying.text, &saying.path, LABEL)
    });
    let byline = match article.byline {
        byline if byline.is_empty() => authors(language.as_ref(), page, story, cleaner),
        byline => byline,
    };
    let publisher = article.publisher.or_else(|| publisher(page, cleaner));
    let short_url = article.short_url.or_else(|| {
        let saying = page.link("shortlink")?;
        let short = cleaner.link("shortUrl", &saying.text, &saying.path);
        short.filter(|short| Some(short) != url.as_ref())
    });
    let access = article.access.or_else(|| access(page, cleaner));
    let image = figure::fill(article.image, page, story, cleaner);
    let marks = classes::Marks::of(page);
    let bullets = match article.bullets {
        bullets if bullets.is_empty() => marks.bullets(cleaner),
        bullets => bullets,
    };
    let dateline = article.dateline.or_else(|| marks.dateline(story, cleaner));
    let related = match article.related {
        related if related.is_empty() => marks.related(url.as_ref(), cleaner),
        related => related,
    };
    Article {
        headline,
        url,
        standfirst,
        bullets,
        image,
        dateline,
        byline,
        published,
        updated,
        short_url,
        publisher,
        section,
        language,
        related,
        access,
        // Nothing but its JSON says these of an article.
        id: article.id,
        kicker: article.kicker,
        follow: article.follow,
        sponsor: article.sponsor,
        status: article.status,
        correction: article.correction,
        embargoed_until: article.embargoed_until,
        expires: article.expires,
        labels: article.labels,
    }
}

/// An article of which nothing but the headline is known.
pub(super) fn untold(headline: Text) -> Article {
    Article {
        headline,
        id: None,
        url: None,
        kicker: None,
        standfirst: None,
        bullets: Vec::new(),
        image: None,
        dateline: None,
        byline: Vec::new(),
        published: None,
        updated: None,
        short_url: None,
        follow: None,
        publisher: None,
        section: None,
        language: None,
        related: Vec::new(),
        access: None,
        sponsor: None,
        status: None,
        correction: None,
        embargoed_until: None,
        expires: None,
        labels: Vec::new(),
    }
}

fn language(page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Language> {
    let html = page.all("html").next();
    let saying = html
        .and_then(|html| page.say("html", "lang", html, "lang"))
        .or_else(|| page.meta(&["content-language", "og:locale"]))?;
    cleaner.language("language", &saying.text, &saying.path)
}

/// A description that only repeats the headline says nothing more.
fn standfirst(headline: &str, page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let names = ["og:description", "description", "twitter:description"];
    let mut sayings = names.into_iter().filter_map(|name| page.meta(&[name]));
    let is_more = |saying: &Saying<'_>| !are_same(&markup::to_text(&saying.text), headline);
    let saying = sayings.find(is_more)?;
    cleaner.text("standfirst", &saying.text, &saying.path, PARAGRAPH)
}

fn publisher(page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Publisher> {
    let saying = page.meta(&["og:site_name", "application-name", "dc.publisher"])?;
    Some(Publisher {
        name: cleaner.text("publisher.name", &saying.text, &saying.path, LABEL)?,
        url: None,
        logo: None,
        time_zone: None,
    })
}

/// The publication and the update, each as the article has it or as the page says it.
fn dates(
    published: Option<Moment>,
    updated: Option<Moment>,
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> (Option<Moment>, Option<Moment>) {
    // What told of both has told of their order, too.
    let mut path = None;
    let mut read = |field, metas: &[&str], names: &[&str]| {
        let saying = date(field, metas, names, page, story)?;
        let value = Json::Text(saying.text.trim().into());
        let found = SourceValue::alone(&value, saying.path);
        let moment = cleaner.moment(field, &found);
        path = Some(found.path);
        moment
    };
    let published = published.or_else(|| {
        let metas = ["article:published_time", "datepublished", "pubdate", "date"];
        let names = ["datePublished", "published", "dt-published"];
        read("published", &metas, &names)
    });
    let updated = updated.or_else(|| {
        let metas = ["article:modified_time", "og:updated_time", "datemodified"];
        let names = ["dateModified", "updated", "dt-updated"];
        read("updated", &metas, &names)
    });
    if let Some(path) = path {
        cleaner.check_order(published.as_ref(), updated.as_ref(), &path);
    }
    (published, updated)
}

/// The first date of these metas; else of the first element of the story that is marked so, by `itemprop` or by a class of
/// a microformat.
fn date<'d>(
    field: &'static str,
    metas: &[&str],
    names: &[&str],
    page: &Page<'d>,
    story: Element<'d>,
) -> Option<Saying<'d>> {
    page.meta(metas).or_else(|| {
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
    })
}

/// Those who signed: by metadata, else by what is marked in the story. Profiles without a name are no byline.
fn authors(
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
        let name = without_by(&saying.text, language);
        let is_known = authors.iter().any(|author| are_same(&author.name, name));
        if is_known || !is_name(name) {
            continue;
        }
        let name = cleaner.text("byline.name", name, &saying.path, LABEL);
        authors.extend(name.map(|name| Author {
            name,
            url: url.and_then(|url| cleaner.link("byline.url", url, &saying.path)),
        }));
    }
    cleaner.shorten(&mut authors, AUTHORS, &"byline".into());
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
    let word = tier.text.trim();
    let access = match word.eq_ignore_ascii_case("locked") {
        true => Some(Access::Paid),
        false => Access::of(&word.to_ascii_lowercase()),
    };
    if access.is_none() {
        let reason = Reason::quoting(&tier.text).and(" is none of free metered locked");
        cleaner.warn(&tier.path, Code::BadValue, reason);
    } else {
        cleaner.note("access", &tier.path, "");
    }
    access
}
