//! The place that the story was filed from, where the page marks it, or as agencies write it.

use super::{Marked, Meaning};
use crate::clean::Cleaner;
use crate::dateline::{place, split};
use crate::page::document::Element;
use crate::page::metadata::{Page, has_word};
use article_card::article::Article;
use article_card::article::limits::LABEL;

/// The place: marked as such, else before the first paragraph, in the way of agencies.
pub(super) fn dateline(
    article: &mut Article,
    marked: &[Marked<'_>],
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) {
    /// How many elements are looked at that are called so.
    const MOST: usize = 20;
    let of = |meaning: Meaning| {
        let marked = marked.iter().filter(move |own| own.meaning == meaning);
        marked.map(|own| own.element).take(MOST)
    };
    let stated = of(Meaning::Dateline).find_map(|element| {
        let text = element.text();
        // Many pages use the word for a date.
        let place = place(&text)?;
        page.saying(place.to_owned().into(), "[class=dateline]".into(), element)
    });
    let said = stated.or_else(|| {
        let is_body =
            |element: &Element<'_>| has_word(element.attribute("itemprop"), "articlebody");
        let body = page.elements.iter().copied().find(is_body);
        let body = body.or_else(|| of(Meaning::Body).next()).unwrap_or(story);
        let (text, paragraph) = first_paragraph(body)?;
        let (place, _) = split(text.trim())?;
        page.saying(place.to_owned().into(), "p".into(), paragraph)
    });
    article.dateline =
        said.and_then(|place| cleaner.plain("dateline", &place.text, &place.path, LABEL));
}

/// The first paragraph of some words.
fn first_paragraph(body: Element<'_>) -> Option<(String, Element<'_>)> {
    const SHORTEST: usize = 40;
    const MOST: usize = 50;
    let paragraphs = body.descendants().filter(|element| element.name() == "p");
    let mut texts = paragraphs
        .take(MOST)
        .map(|paragraph| (paragraph.text(), paragraph));
    texts.find(|(text, _)| text.trim().chars().count() >= SHORTEST)
}
