//! The place that the story was filed from, where the page marks it, or as newsrooms and agencies write it.

mod printed;

use super::{MarkedElement, Marks, Meaning};
use crate::clean::Cleaner;
use crate::dateline::place;
use crate::page::document::Element;
use crate::page::metadata::{Page, has_word};
use crate::same_words::after;
use article_card::article::Text;
use article_card::article::limits::LABEL;
use article_card::report::{Path, Reason};
use printed::{Beginning, Block, Surroundings};

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
        let Some(saying) = stated else {
            return self.printed(story, body, cleaner);
        };
        cleaner.plain("dateline", &saying.text, &saying.path, LABEL)
    }

    /// The place before the first paragraph.
    fn printed(
        &self,
        story: Element<'d>,
        body: Element<'d>,
        cleaner: &Cleaner<'_>,
    ) -> Option<Text> {
        let page = self.page;
        let surroundings = Surroundings::of(story);
        let texts = first_blocks(page, body, |element| element.name() == "p");
        let boxes = first_blocks(page, story, begins_with_text);
        let mut doubt = None;
        let found = texts
            .chain(boxes)
            .find_map(|block| match block.beginning(&surroundings)? {
                Beginning::Place(place) => page.saying(place.into(), "p".into(), block.element),
                Beginning::Doubt(place) => {
                    doubt.get_or_insert((place, block.element));
                    None
                }
            });
        if let (None, Some((place, element))) = (&found, doubt) {
            let reason = Reason::quoting(&place);
            let reason = reason.and(" before the text may be a place, but nothing else says so");
            let path = Path::root("p").at(Some(element.place()));
            cleaner.doubt(&path, reason);
        }
        let saying = found?;
        cleaner.plain("dateline", &saying.text, &saying.path, LABEL)
    }

    /// Whether the text begins with the place that the article's own JSON says, which often is the seat of a newsroom. Of a
    /// page without text nothing is known.
    pub(in crate::page) fn is_printed(&self, place: &str, story: Element<'d>) -> bool {
        let town = place.split(',').next().unwrap_or_default();
        let mut blocks =
            first_blocks(self.page, self.body(story), |element| element.name() == "p").peekable();
        let is_stated = |marked: &MarkedElement<'d>| after(&marked.element.text(), town).is_some();
        blocks.peek().is_none()
            || blocks.any(|block| after(&block.text, town).is_some())
            || self.meaning(Meaning::Dateline).take(20).any(is_stated)
            || stands_before_dash(&self.page.root.text(), town)
    }

    /// The text: what is marked as such and has most of it, else all of the story.
    fn body(&self, story: Element<'d>) -> Element<'d> {
        /// How many elements are looked at that are called so.
        const MOST: usize = 10;
        let is_body =
            |element: &Element<'_>| has_word(element.attribute("itemprop"), "articlebody");
        let body = self.page.elements.iter().copied().find(is_body);
        let longest = || {
            let marked = self.meaning(Meaning::Body).take(MOST);
            let marked = marked.map(|own| own.element);
            // Of two with the same text, the inner one comes last.
            marked.max_by_key(|element| element.text().len())
        };
        body.or_else(longest).unwrap_or(story)
    }
}

/// The first blocks of some words: a standfirst or two may stand before the text, which not every page has in paragraphs.
fn first_blocks<'d>(
    page: &Page<'d>,
    body: Element<'d>,
    is_block: impl Fn(Element<'d>) -> bool,
) -> impl Iterator<Item = Block<'d>> {
    const SHORTEST: usize = 40;
    const MOST: usize = 50;
    let mut headings = body.descendants().filter(|element| element.name() == "h1");
    let start = headings.next().map_or(0, Element::place);
    let blocks = body.descendants().filter(move |element| {
        is_block(*element) && element.place() >= start && page.scopes.is_of_newsroom(*element)
    });
    let blocks = blocks.filter(|element| {
        let mut outer = element.ancestors();
        !outer.any(|outer| matches!(outer.name(), "figure" | "li" | "blockquote"))
    });
    let blocks = blocks.take(MOST).map(|element| Block {
        text: element.text().trim().to_owned(),
        element,
    });
    blocks
        .filter(|block| block.text.chars().nth(SHORTEST).is_some())
        .take(3)
}

/// Whether it is a box with nothing but text at its beginning.
fn begins_with_text(element: Element<'_>) -> bool {
    let is_inline = |first: Element<'_>| matches!(first.name(), "span" | "strong" | "b");
    let start = element.raw_text().trim();
    let begins = match start.is_empty() {
        true => {
            let holds = |inner: Element<'_>| matches!(inner.name(), "p" | "ul" | "ol" | "div");
            let first = element.descendants().next();
            first.is_some_and(is_inline) && !element.descendants().any(holds)
        }
        false => start.chars().nth(20).is_some(),
    };
    matches!(element.name(), "div" | "section" | "td") && begins
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
