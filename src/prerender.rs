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
mod in_json;
mod json_ld;
mod page;
mod style;

pub use in_json::in_json;
pub use page::{PageOptions, check_kit, page};
pub use style::{
    NonceFault, Style, StyleKind, check_nonce, hash, page_hash, page_stylesheet,
    page_stylesheet_name, stylesheet, stylesheet_name,
};

use crate::article::Article;
use crate::card::{Card, Face};
use crate::fingerprint::{self, Fingerprint};
use crate::options::Options;
use crate::platform::Platform;
use crate::report::Report;
use html::{Html, Written};

/// What was written of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prerendered {
    /// The HTML; empty if nothing of the article may be shown.
    pub html: String,
    /// What was noticed while its card was decided.
    pub report: Report,
}

/// The card's embed, to be put into a page as it is: one line of HTML.
///
/// The article's JSON goes along, from which the browser draws changes, and the options become the element's attributes.
/// Of a withdrawn article it holds the notice and not a word more, the JSON included. Of an article that is under embargo
/// or expired there is nothing to be shown, and the text is empty.
///
/// ```
/// use article_card::platform::Native;
/// use article_card::prerender::{Style, prerender};
/// use article_card::{Options, ReadOptions, read};
///
/// let json = br#"{"headline": "Harbour wall <opens>", "url": "https://news.example/wall"}"#;
/// let reading = read(json, &ReadOptions::default());
/// for article in &reading.articles {
///     let card = prerender(article, &Options::default(), &Native::system(), &Style::default());
///     assert!(card.html.starts_with("<article-card><template shadowrootmode=\"open\"><style>"));
///     assert!(card.html.contains("Harbour wall &lt;opens&gt;</a></h3>"));
/// }
/// ```
#[must_use]
pub fn prerender(
    article: &Article,
    options: &Options,
    platform: &impl Platform,
    style: &Style,
) -> Prerendered {
    let mut html: Html = Html::after(String::with_capacity(16 * 1024));
    let decided = Decided::new(article, options, platform);
    decided.write(style, &mut html);
    decided.prerendered(html)
}

/// The same as the inside of a text of JSON, without its quotes, after what stands in `json`; what was noticed is given back.
/// Of many cards in a stream this takes less time than escaping what [`prerender()`] gives.
///
/// ```
/// use article_card::platform::Native;
/// use article_card::prerender::{Style, prerender_in_json};
/// use article_card::{Options, ReadOptions, read};
///
/// let reading = read(br#"{"headline": "Harbour wall opens"}"#, &ReadOptions::default());
/// for article in &reading.articles {
///     let mut json = String::from("\"");
///     let (options, style) = (Options::default(), Style::default());
///     let _ = prerender_in_json(article, &options, &Native::system(), &style, &mut json);
///     assert!(json.starts_with(r#""<article-card><template shadowrootmode=\"open\"><style>"#));
/// }
/// ```
pub fn prerender_in_json(
    article: &Article,
    options: &Options,
    platform: &impl Platform,
    style: &Style,
    json: &mut String,
) -> Report {
    let mut html = Html::<true>::after(std::mem::take(json));
    let decided = Decided::new(article, options, platform);
    decided.write(style, &mut html);
    *json = html.into_text();
    decided.card.report
}

/// A card with what it was decided from.
struct Decided<'a> {
    article: &'a Article,
    options: &'a Options,
    card: Card,
}

impl<'a> Decided<'a> {
    fn new(article: &'a Article, options: &'a Options, platform: &impl Platform) -> Self {
        Self {
            article,
            options,
            card: Card::new(article, options, platform),
        }
    }

    fn prerendered(self, html: Html) -> Prerendered {
        Prerendered {
            html: html.into_text(),
            report: self.card.report,
        }
    }

    fn write<const IN_JSON: bool>(&self, style: &Style, html: &mut Html<IN_JSON>) {
        let card = &self.card;
        let notice;
        let article = match card.face {
            Face::Story(_) => self.article,
            Face::Withdrawn(_) => {
                notice = self.article.notice();
                &notice
            }
            Face::Nothing => return,
        };
        let attributes = self.options.attributes();
        html.open("article-card");
        for (attribute, value) in &attributes {
            html.attribute(attribute.as_str(), value);
        }
        html.raw("><template");
        html.attribute("shadowrootmode", "open");
        html.raw(">");
        style.write(html);
        let json = article.to_json();
        let value = |seen| {
            let found = attributes.iter().find(|(attribute, _)| *attribute == seen);
            found.map(|(_, value)| value.clone())
        };
        let source = fingerprint::source(&json, &card.language, fingerprint::seen(&value));
        html.open("div");
        html.begin_value(fingerprint::ATTRIBUTE);
        let place = html.end();
        html.end_value();
        html.raw(">");
        let Written { elements, text } = html.card(card);
        let fingerprint = Fingerprint {
            source,
            elements,
            text,
        };
        // It stands before what it counts.
        html.insert(place, &fingerprint.write());
        html.raw("</div></template><script");
        html.attribute("type", "application/json");
        html.raw(">");
        // Our JSON holds no "<", so nothing in it ends the script or begins a comment.
        html.any(&json);
        html.raw("</script>");
        fallback(card, html);
        html.raw("</article-card>");
    }
}

/// What readers see whose browser, mail or feed passes over the template: the headline and the bullets.
fn fallback<const IN_JSON: bool>(card: &Card, html: &mut Html<IN_JSON>) {
    let Some(story) = card.story() else { return };
    let language = |html: &mut Html<IN_JSON>| {
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
