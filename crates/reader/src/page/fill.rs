//! What the article's own JSON leaves out, filled from what the page says of itself in its head and marks in its text.

use super::byline::{self, authors};
use super::dates::dates;
use super::metadata::{Page, Saying};
use super::{classes, figure};
use crate::clean::Cleaner;
use crate::markup;
use crate::page_address::is_same_site;
use crate::same_words::are_same;
use article_card::article::limits::{LABEL, PARAGRAPH};
use article_card::article::{Access, Article, Language, Link, Publisher, Related, Text};
use article_card::report::{Code, Reason, Report};

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
    let publisher = article
        .publisher
        .or_else(|| publisher(&headline, page, cleaner));
    let byline = byline::signed(article.byline, cleaner);
    let byline = match byline::is_of_publisher(&byline, publisher.as_ref()) {
        true => {
            let printed = |cleaner: &Cleaner<'_>| {
                byline::signed(authors(language.as_ref(), page, story, cleaner), cleaner)
            };
            // Nothing is told of a byline that does not count.
            let found = printed(&Cleaner::new(&mut Report::default(), None));
            match byline.is_empty() || !byline::is_of_publisher(&found, publisher.as_ref()) {
                true => printed(cleaner),
                false => byline,
            }
        }
        false => byline,
    };
    let short_url = article.short_url.or_else(|| {
        let saying = page.link("shortlink")?;
        let short = cleaner.link("shortUrl", &saying.text, &saying.path);
        short.filter(|short| Some(short) != url.as_ref())
    });
    let access = article.access.or_else(|| access(page, cleaner));
    let image = figure::fill(article.image, &headline, page, story, cleaner);
    let marks = classes::Marks::of(page);
    let bullets = match article.bullets {
        bullets if bullets.is_empty() => marks.bullets(story, cleaner),
        bullets => bullets,
    };
    let dateline = article.dateline.filter(|place| {
        let is_printed = marks.is_printed(place, story);
        if !is_printed {
            let reason = Reason::from("the text does not begin with ").and_quoting(place);
            cleaner.doubt(&"dateline".into(), reason);
        }
        is_printed
    });
    let dateline = dateline.or_else(|| marks.dateline(story, cleaner));
    let own = url.as_ref().or(page.address.as_ref());
    let related = match of_site(article.related, own, cleaner) {
        related if related.is_empty() => marks.related(own, cleaner),
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
        origin: article.origin,
        media: article.media,
        reading_time: article.reading_time,
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

/// Those of the publisher's site: what a text cites elsewhere is named in the same way.
fn of_site(mut stories: Vec<Related>, own: Option<&Link>, cleaner: &Cleaner<'_>) -> Vec<Related> {
    let all = stories.len();
    stories.retain(|story| {
        let both = own.zip(story.url.as_ref());
        both.is_none_or(|(own, url)| is_same_site(own, url))
    });
    if stories.len() < all {
        let reason = "what leads to another site may be cited, and is no related story";
        cleaner.doubt(&"related".into(), reason);
    }
    stories
}

/// An article of which nothing but the headline is known.
pub(super) fn untold(headline: Text) -> Article {
    Article {
        headline,
        id: None,
        origin: None,
        media: None,
        reading_time: None,
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

fn publisher(headline: &str, page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Publisher> {
    let names = ["og:site_name", "application-name", "dc.publisher"];
    let mut sayings = names.into_iter().filter_map(|name| page.meta(&[name]));
    cleaner.settle_headline(headline);
    let name =
        sayings.find_map(|name| cleaner.text("publisher.name", &name.text, &name.path, LABEL))?;
    Some(Publisher {
        name,
        url: None,
        logo: None,
        time_zone: None,
    })
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
