//! The place that the story was filed from, where the page marks it, or as agencies write it.

use super::{MarkedElement, Marks, Meaning};
use crate::clean::Cleaner;
use crate::dateline::{place, split};
use crate::page::document::Element;
use crate::page::metadata::has_word;
use crate::same_words::after;
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
        let body = self.body(story);
        let stated = self.meaning(Meaning::Dateline).take(MOST);
        let stated = stated.map(|marked| marked.element);
        // Outside of the text the word stands for a date, a kicker, a line.
        let mut stated = stated
            .filter(|element| page.scopes.is_of_story(*element))
            .filter(|element| {
                element
                    .ancestors()
                    .any(|outer| outer == body || outer == story)
            });
        let stated = stated.find_map(|element| {
            let text = element.text();
            // Many pages use the word for a date.
            let place = place(&text).filter(|place| place.starts_with(char::is_alphabetic))?;
            page.saying(place.to_owned().into(), "[class=dateline]".into(), element)
        });
        let saying = stated.or_else(|| {
            first_paragraphs(body).find_map(|(text, paragraph)| {
                let place = printed(&text, paragraph)?;
                page.saying(place.into(), "p".into(), paragraph)
            })
        })?;
        cleaner.plain("dateline", &saying.text, &saying.path, LABEL)
    }

    /// Whether the text begins with the place that the article's own JSON says, which often is the seat of a newsroom. Of a
    /// page without text nothing is known.
    pub(in crate::page) fn is_printed(&self, place: &str, story: Element<'d>) -> bool {
        let town = place.split(',').next().unwrap_or_default();
        let mut paragraphs = first_paragraphs(self.body(story)).peekable();
        let is_stated = |marked: &MarkedElement<'d>| after(&marked.element.text(), town).is_some();
        paragraphs.peek().is_none()
            || paragraphs.any(|(text, _)| after(text.trim(), town).is_some())
            || self.meaning(Meaning::Dateline).take(20).any(is_stated)
            || stands_before_dash(&self.page.root.text(), town)
    }

    fn body(&self, story: Element<'d>) -> Element<'d> {
        let is_body =
            |element: &Element<'_>| has_word(element.attribute("itemprop"), "articlebody");
        let body = self.page.elements.iter().copied().find(is_body);
        let body = body.or_else(|| Some(self.meaning(Meaning::Body).next()?.element));
        body.unwrap_or(story)
    }
}

/// The first paragraph of some words, and the next one: a standfirst may stand before the text.
fn first_paragraphs(body: Element<'_>) -> impl Iterator<Item = (String, Element<'_>)> {
    const SHORTEST: usize = 40;
    const MOST: usize = 50;
    let paragraphs = body.descendants().filter(|element| element.name() == "p");
    let texts = paragraphs
        .take(MOST)
        .map(|paragraph| (paragraph.text(), paragraph));
    texts
        .filter(|(text, _)| text.trim().chars().count() >= SHORTEST)
        .take(2)
}

/// Whether the place stands somewhere with a colon or a dash after it: not every text has paragraphs.
fn stands_before_dash(text: &str, town: &str) -> bool {
    let spaces = text.char_indices().filter(|(_, sign)| sign.is_whitespace());
    let mut rests = spaces.filter_map(|(at, _)| after(text.get(at..)?.trim_start(), town));
    rests.any(|rest| {
        let ends = [": ", " — ", " – ", " - "];
        let mut rests = ends.iter().filter_map(|end| rest.strip_prefix(end));
        rests.any(|rest| rest.trim_start().starts_with(char::is_alphabetic))
    })
}

/// The place before a paragraph: in capitals, or in an element of its own with a dash after it.
fn printed(text: &str, paragraph: Element<'_>) -> Option<String> {
    const WORDS: usize = 4;
    let text = text.trim();
    if let Some((place, _)) = split(text) {
        // The name of a site stands in the same way.
        let is_domain = place.split('.').skip(1).any(|part| {
            part.chars()
                .take(2)
                .filter(|sign| sign.is_alphabetic())
                .count()
                == 2
        });
        let is_agency = matches!(
            place,
            "AFP" | "DPA" | "REUTERS" | "ANI" | "PTI" | "EFE" | "ANSA"
        );
        let is_short = place.split(' ').count() <= WORDS;
        return (!is_domain && !is_agency && is_short).then(|| place.to_owned());
    }
    let first = paragraph.descendants().next()?;
    let own = matches!(first.name(), "strong" | "b" | "span" | "em").then(|| first.text())?;
    let own = own.trim();
    let after = text.strip_prefix(own)?;
    let is_before_dash = [" - ", " – ", " — "]
        .iter()
        .any(|dash| after.starts_with(dash));
    let is_place = own.split_whitespace().count() <= 3
        && own
            .split([' ', '/', '-'])
            .all(|word| word.starts_with(char::is_uppercase))
        && own
            .chars()
            .all(|sign| sign.is_alphabetic() || " /-.’'".contains(sign));
    (is_before_dash && is_place).then(|| place(own).map(str::to_owned))?
}
