//! The card as HTML, complete before any script: `<article-card>` with a declarative shadow root.
//!
//! ```html
//! <article-card lang="en">
//!   <template shadowrootmode="open"><style>…</style><div data-prerendered="…"><article class="card">…</article></div></template>
//!   <script type="application/json">{"headline": …}</script>
//!   <a href="https://…">The headline</a> <ul><li>…</ul>      for whatever passes over the template
//! </article-card>
//! ```
//!
//! What is written depends on nothing but what it is given: the same card gives the same bytes. The loader adopts what
//! stands in the shadow root; Yew draws only when the article or an attribute changes.

mod html;
mod json_ld;
mod page;
mod style;

pub use page::{PageOptions, page};
pub use style::{
    Style, hash, page_hash, page_stylesheet, page_stylesheet_name, stylesheet, stylesheet_name,
};

use crate::article::Article;
use crate::card::{Card, Face};
use crate::fingerprint::{self, Fingerprint};
use crate::options::Options;
use html::{Html, Written};

/// What a prerendered card is made of beside what it shows.
#[derive(Clone, Debug)]
pub struct PrerenderOptions<'a> {
    /// The article that the card was decided from; its JSON goes into the page, from which the browser draws changes.
    pub article: &'a Article,
    /// The options that the card was decided with; they become the element's attributes.
    pub options: &'a Options,
    /// How the stylesheet comes.
    pub style: Style,
}

/// The card's embed, to be put into a page as it is: one line of HTML.
///
/// Of a withdrawn article it holds the notice and not a word more, the JSON included. Of an article that is under embargo
/// or expired there is nothing to be shown, and the text is empty.
///
/// ```
/// use article_card::platform::Native;
/// use article_card::prerender::{PrerenderOptions, Style, prerender};
/// use article_card::{Card, Options, ReadOptions, read};
///
/// let json = br#"{"headline": "Harbour wall <opens>", "url": "https://news.example/wall"}"#;
/// let reading = read(json, &ReadOptions::default());
/// let options = Options::default();
/// for article in &reading.articles {
///     let card = Card::new(article, &options, &Native::system());
///     let style = Style::Inline { nonce: None };
///     let embed = prerender(&card, &PrerenderOptions { article, options: &options, style });
///     assert!(embed.starts_with("<article-card><template shadowrootmode=\"open\"><style>"));
///     assert!(embed.contains("Harbour wall &lt;opens&gt;</a></h3>"));
/// }
/// ```
#[must_use]
pub fn prerender(card: &Card, options: &PrerenderOptions<'_>) -> String {
    let mut html = Html::with_capacity(16 * 1024);
    write(card, options, &mut html);
    html.into_text()
}

fn write(card: &Card, prerender: &PrerenderOptions<'_>, html: &mut Html) {
    let notice;
    let article = match card.face {
        Face::Story(_) => prerender.article,
        Face::Withdrawn(_) => {
            notice = prerender.article.notice();
            &notice
        }
        Face::Nothing => return,
    };
    let attributes = prerender.options.attributes();
    html.open("article-card");
    for (name, value) in &attributes {
        html.attribute(name, value);
    }
    html.raw("><template shadowrootmode=\"open\">");
    prerender.style.write(html);
    let json = article.to_json();
    let source = fingerprint::source(
        &json,
        &card.language,
        fingerprint::seen(&|name| {
            let found = attributes.iter().find(|(attribute, _)| *attribute == name);
            found.map(|(_, value)| value.clone())
        }),
    );
    html.open("div");
    html.raw(" ");
    html.raw(fingerprint::ATTRIBUTE);
    html.raw("=\"");
    let place = html.end();
    html.raw("\">");
    let Written { elements, text } = html.card(card);
    let fingerprint = Fingerprint {
        source,
        elements,
        text,
    };
    // It stands before what it counts.
    html.insert(place, &fingerprint.write());
    html.raw("</div></template><script type=\"application/json\">");
    // Our JSON holds no "<", so nothing in it ends the script or begins a comment.
    html.raw(&json);
    html.raw("</script>");
    fallback(card, html);
    html.raw("</article-card>");
}

/// What readers see whose browser, mail or feed passes over the template: the headline and the bullets.
fn fallback(card: &Card, html: &mut Html) {
    let Some(story) = card.story() else { return };
    let language = |html: &mut Html| {
        if !card.finds_direction {
            html.attribute("lang", &card.language);
            html.attribute("dir", card.direction.as_str());
        } else {
            html.attribute("dir", "auto");
        }
    };
    match &story.href {
        Some(href) => {
            html.open("a");
            html.attribute("href", href);
            language(html);
            html.raw(">");
            html.text(&story.headline);
            html.raw("</a>");
        }
        None => {
            html.open("p");
            language(html);
            html.raw(">");
            html.text(&story.headline);
            html.raw("</p>");
        }
    }
    if !story.bullets.is_empty() {
        html.open("ul");
        language(html);
        html.raw(">");
        for bullet in &story.bullets {
            html.raw("<li>");
            html.text(bullet);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
}
