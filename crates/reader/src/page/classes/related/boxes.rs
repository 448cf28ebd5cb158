//! The boxes of a page that hold links, and what says that the stories in them belong to this one.

use super::headings::{Headings, Says, is_heading, says};
use crate::page::document::Element;
use crate::page::metadata::Page;
use crate::page::words::ON_AND_ON;
use article_card::report::Reason;

/// A box with links.
pub(super) struct LinkBox<'d> {
    pub(super) element: Element<'d>,
    /// The words that mark it.
    pub(super) mark: &'static str,
    /// Its links, but for those under a heading in it that says something else.
    pub(super) links: Vec<Element<'d>>,
    pub(super) verdict: Verdict,
}

/// What is known of a box.
#[derive(Debug)]
pub(super) enum Verdict {
    /// Its stories belong to the story.
    Related,
    /// It plainly is something else.
    Others,
    /// It may be either.
    Doubt(Reason),
}

/// What can tell of boxes: the headings of the page, and the paragraphs of its text.
pub(super) struct Signs<'d> {
    pub(super) headings: Headings<'d>,
    paragraphs: Vec<Element<'d>>,
}

impl<'d> Signs<'d> {
    pub(super) fn of(page: &Page<'d>) -> Self {
        /// The shortest paragraph that is no teaser's, in characters.
        const LONG: usize = 120;
        const MOST: usize = 300;
        let is_listed = |element: Element<'d>| {
            let mut outer = element.ancestors();
            outer.any(|outer| matches!(outer.name(), "a" | "li" | "aside" | "figure"))
        };
        let paragraphs = page.all("p").filter(|element| {
            page.scopes.is_of_story(*element)
                && element.text().trim().chars().nth(LONG).is_some()
                && !is_listed(*element)
        });
        Self {
            headings: Headings::of(page),
            paragraphs: paragraphs.take(MOST).collect(),
        }
    }

    /// What a marked box is by what stands over its links, else by where it stands: what a newsroom puts between the
    /// paragraphs of a story it puts there for this one.
    pub(super) fn of_marked(&self, element: Element<'d>) -> Verdict {
        if self.holds_text(element) {
            return Verdict::Others;
        }
        match (label(element), self.headings.over(element, None)) {
            (Label::Says(Says::Related), _) => Verdict::Related,
            (Label::Says(Says::Others), _) | (Label::None, Says::Others) => Verdict::Others,
            (Label::None, Says::Related) => Verdict::Related,
            _ if self.is_in_text(element) => Verdict::Related,
            (Label::Heading(heading), _) => {
                let reason = Reason::from("the heading ").and_quoting(&heading);
                Verdict::Doubt(reason.and(" does not say that these links are related stories"))
            }
            _ => Verdict::Doubt("no heading says that these links are related stories".into()),
        }
    }

    /// What the box under a heading is that says that it is related; many have such words over whatever comes next.
    pub(super) fn of_headed(&self, heading: Element<'d>, element: Element<'d>) -> Verdict {
        if self.holds_text(element) || !is_list(element) {
            return Verdict::Others;
        }
        let text = heading.text();
        let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
        let words = text.to_lowercase();
        let goes_on = ON_AND_ON.iter().any(|own| words.ends_with(own));
        match goes_on && !self.is_in_text(element) {
            true => {
                let reason = Reason::from("the heading ").and_quoting(text);
                Verdict::Doubt(reason.and(" may stand over any links after the text"))
            }
            false => Verdict::Related,
        }
    }

    /// Whether the text, or much of it, is in the element.
    fn holds_text(&self, element: Element<'d>) -> bool {
        let is_within =
            |own: &&Element<'d>| **own == element || own.ancestors().any(|e| e == element);
        let mut within = self.paragraphs.iter().filter(is_within);
        within.nth(2).is_some() || element.descendants().any(|inner| inner.name() == "h1")
    }

    /// Whether paragraphs stand before it and after it.
    fn is_in_text(&self, element: Element<'d>) -> bool {
        let mut paragraphs = self.paragraphs.iter();
        let is_begun = paragraphs.any(|own| own.place() < element.place());
        let is_after = |own: &Element<'d>| {
            own.place() > element.place() && !own.ancestors().any(|e| e == element)
        };
        is_begun && paragraphs.any(is_after)
    }
}

/// What stands over the links of a box.
enum Label {
    Says(Says),
    /// A heading that says neither.
    Heading(String),
    None,
}

/// What the box says before its first link, in a heading or a short line, or what the line right before the box says.
fn label(element: Element<'_>) -> Label {
    /// It comes first.
    const ELEMENTS: usize = 40;
    let mut heading = None;
    let own = says(element.raw_text(), "");
    if own != Says::Nothing {
        return Label::Says(own);
    }
    let inner = element.descendants().take(ELEMENTS);
    // What stands in a link is of its teaser.
    for inner in inner.take_while(|_| element.name() != "a") {
        let has_link = inner.name() == "a" || inner.descendants().any(|e| e.name() == "a");
        let text = inner.text();
        let said = says(&text, "");
        if said != Says::Nothing {
            return Label::Says(said);
        }
        // Some lead past the box, for those who hear the page.
        let href = inner.attribute("href").unwrap_or_default();
        let is_end = inner.name() == "a" && !href.starts_with('#');
        if has_link && (is_end || is_heading(inner)) && !text.trim().is_empty() {
            break;
        }
        if is_heading(inner) && !text.trim().is_empty() && heading.is_none() {
            heading = Some(text.trim().to_owned());
        }
    }
    let before = element.ancestors().next().and_then(|parent| {
        let mut inner = parent.descendants().take(2000);
        inner.find(|other| other.next() == Some(element))
    });
    let before = before.map_or(Says::Nothing, |line| says(&line.text(), ""));
    match (before, heading) {
        (Says::Nothing, Some(heading)) => Label::Heading(heading),
        (Says::Nothing, None) => Label::None,
        (before, _) => Label::Says(before),
    }
}

/// Whether a paragraph is little more than its links; other elements may hold the texts of teasers, too.
fn is_list(element: Element<'_>) -> bool {
    let links = element.descendants().filter(|inner| inner.name() == "a");
    let linked: usize = links.map(|link| link.text().trim().len()).sum();
    element.name() != "p" || 2 * linked >= element.text().trim().len()
}
