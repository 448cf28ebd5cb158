//! A whole page around one prerendered card.

use super::html::Html;
use super::json_ld::json_ld;
use super::{Decided, Prerendered, Style};
use crate::article::Article;
use crate::card::Face;
use crate::options::Options;
use crate::platform::Platform;

/// What a whole page needs beside its card.
#[derive(Clone, Debug)]
pub struct PageOptions<'a> {
    /// How the card's stylesheet comes.
    pub style: Style,
    /// The folder that the kit's files are in, as an address with or without a slash at its end; it may be relative.
    pub kit: &'a str,
    /// The page's nonce, for its own style, links and script; it may be a placeholder that a server fills in.
    pub nonce: Option<&'a str>,
}

/// A whole page with one card: title, description, canonical address, JSON-LD, the kit, the card.
///
/// Of a withdrawn article the head says no more than the card's notice. Empty if the article is under embargo or expired.
#[must_use]
pub fn page(
    article: &Article,
    options: &Options,
    platform: &impl Platform,
    page: &PageOptions<'_>,
) -> Prerendered {
    let mut html = Html::after(String::with_capacity(32 * 1024));
    let decided = Decided::new(article, options, platform);
    write(&decided, page, &mut html);
    decided.prerendered(html)
}

fn write(decided: &Decided<'_>, page: &PageOptions<'_>, html: &mut Html) {
    let card = &decided.card;
    let (article, headline) = match &card.face {
        Face::Story(story) => (Some(decided.article), &story.headline),
        Face::Withdrawn(notice) => (None, &notice.text),
        Face::Nothing => return,
    };
    html.raw("<!doctype html>\n<html");
    html.attribute("lang", &card.language);
    html.attribute("dir", card.direction.as_str());
    html.any(">\n<head>\n<meta charset=\"utf-8\">\n");
    html.any("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html.text(headline);
    if let Some(publisher) = article.and_then(|article| article.publisher.as_ref()) {
        html.raw(" | ");
        html.text(&publisher.name);
    }
    html.raw("</title>\n");
    if let Some(article) = article {
        describe(article, html);
    }
    page.style.write_page(page.nonce, html);
    html.raw("\n");
    html.open("script");
    html.attribute("type", "module");
    html.attribute("src", &in_folder(page.kit, "article-card.js"));
    if let Some(nonce) = page.nonce {
        html.attribute("nonce", nonce);
    }
    html.raw("></script>\n</head>\n<body>\n<main>\n");
    decided.write(&page.style, html);
    // The card stands already: nothing that keeps its place is fetched, and an inline page is painted as soon as it is there.
    html.raw("\n</main>\n</body>\n</html>");
}

/// What searchers and sharers are told of the article.
fn describe(article: &Article, html: &mut Html) {
    if let Some(text) = article.standfirst.as_ref().or(article.bullets.first()) {
        html.open("meta");
        html.attribute("name", "description");
        html.attribute("content", text);
        html.raw(">\n");
    }
    if let Some(url) = &article.url {
        html.open("link");
        html.attribute("rel", "canonical");
        html.attribute("href", url.as_str());
        html.raw(">\n");
    }
    html.any("<script type=\"application/ld+json\">");
    // Our JSON holds no "<", so nothing in it ends the script or begins a comment.
    html.any(&json_ld(article));
    html.raw("</script>\n");
}

/// Whether this is the address of a folder that the kit may be in: absolute with http or https, or relative, and without a
/// query or fragment.
///
/// # Errors
///
/// What was expected, with an example.
pub fn check_kit(folder: &str) -> Result<(), &'static str> {
    let start = folder.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = start.split_once(':').map(|(scheme, _)| scheme);
    let is_known = |scheme: &str| ["http", "https"].contains(&&*scheme.to_ascii_lowercase());
    if scheme.is_some_and(|scheme| !is_known(scheme)) || folder.contains(['?', '#', '\\']) {
        return Err("expected the address of a folder, such as https://cdn.example/card or /kit");
    }
    Ok(())
}

/// The address of a file in a folder, which may be the empty text for the page's own.
pub(super) fn in_folder(folder: &str, name: &str) -> String {
    let slash = if folder.is_empty() || folder.ends_with('/') {
        ""
    } else {
        "/"
    };
    [folder, slash, name].concat()
}
