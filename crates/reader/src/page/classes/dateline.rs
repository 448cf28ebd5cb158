//! The place that the story was filed from, where the page marks it, or as agencies write it.

use super::{Marks, Meaning};
use crate::clean::Cleaner;
use crate::dateline::{place, split};
use crate::page::document::Element;
use crate::page::metadata::has_word;
use article_card::article::Text;
use article_card::article::limits::LABEL;

impl<'d> Marks<'_, 'd> {
    /// The place: marked as such, else before the first paragraph, in the way of agencies.
    pub(in crate::page) fn dateline(
        &self,
        story: Element<'d>,
        cleaner: &Cleaner<'_>,
    ) -> Option<Text> {
        /// How many elements are looked at that are called so.
        const MOST: usize = 20;
        let page = self.page;
        let stated = self.meaning(Meaning::Dateline).take(MOST);
        let stated = stated
            .map(|marked| marked.element)
            .filter(|element| page.scopes.is_of_story(*element));
        let mut stated = stated;
        let stated = stated.find_map(|element| {
            let text = element.text();
            // Many pages use the word for a date.
            let place = place(&text)?;
            page.saying(place.to_owned().into(), "[class=dateline]".into(), element)
        });
        let saying = stated.or_else(|| {
            let is_body =
                |element: &Element<'_>| has_word(element.attribute("itemprop"), "articlebody");
            let body = page.elements.iter().copied().find(is_body);
            let body = body.or_else(|| Some(self.meaning(Meaning::Body).next()?.element));
            let (text, paragraph) = first_paragraph(body.unwrap_or(story))?;
            let (place, _) = split(text.trim())?;
            page.saying(place.to_owned().into(), "p".into(), paragraph)
        })?;
        cleaner.plain("dateline", &saying.text, &saying.path, LABEL)
    }
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
