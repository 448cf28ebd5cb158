//! The key points: what the page marks as such, what stands under such a heading, or a list between headline and text.

mod items;
mod top;

use super::{Marks, Meaning};
use crate::clean::Cleaner;
use crate::key_points::bare;
use crate::page::document::Element;
use crate::page::metadata::has_word;
use crate::page::words::KEY_POINTS;
use article_card::article::Text;
use article_card::article::limits::{BULLETS, LINE};
use article_card::report::Path;
use top::Top;

/// How many lists that are called so are looked at.
const LISTS: usize = 20;
/// What many a list is called for how it looks, or that shows something else: another sign has to say what it is.
const LOOKS: &[&str] = &[
    "bullets",
    "bullet points",
    "bulletpoints",
    "highlights",
    "subtitles",
];

/// What may hold key points.
struct Candidate<'d> {
    element: Element<'d>,
    path: String,
    /// How much of a sign it is by itself; two are enough.
    signs: u8,
    is_marked: bool,
}

impl<'d> Marks<'_, 'd> {
    /// The points of the first list that is one of key points.
    pub(in crate::page) fn bullets(&self, story: Element<'d>, cleaner: &Cleaner<'_>) -> Vec<Text> {
        let page = self.page;
        let top = Top::of(page, story);
        let headed = self.headed();
        let signs = |candidate: &Candidate<'d>| {
            let is_headed = || {
                let within = |element: &Element<'d>| {
                    *element == candidate.element
                        || element.ancestors().any(|e| e == candidate.element)
                };
                headed.iter().any(|other| within(&other.element))
            };
            let signs = candidate.signs + u8::from(top.holds(candidate.element));
            signs + u8::from(candidate.is_marked && signs < 2 && is_headed())
        };
        let candidates = self.marked().chain(headed.iter().map(|own| Candidate {
            path: own.path.clone(),
            ..*own
        }));
        let mut doubt = None;
        let found = candidates
            .filter(|candidate| page.scopes.is_list_of_story(candidate.element))
            .find_map(|candidate| {
                let items = items::of(candidate.element, candidate.is_marked)?;
                let is_told = signs(&candidate) >= 2
                    && (candidate.is_marked || top.tells_of(&items, candidate.element));
                let found = (items, candidate.path);
                match is_told {
                    true => Some(found),
                    false => {
                        doubt.get_or_insert(found);
                        None
                    }
                }
            });
        let found = found.or_else(|| {
            let (points, list) = top.unmarked()?;
            if top.tells_of(&points, list) {
                return Some((points, "top".into()));
            }
            doubt.get_or_insert((points, "top".into()));
            None
        });
        let Some((points, path)) = found else {
            if let Some((items, path)) = doubt {
                let path = Path::root("li").member(&path);
                let path = path.at(items.first().map(|(_, element)| element.place()));
                cleaner.doubt(&path, "this list may be key points, but stands further down, is only called so for its looks, or shares no words with the text");
            }
            return Vec::new();
        };
        let points = points
            .into_iter()
            .enumerate()
            .filter_map(|(index, (point, element))| {
                let path = Path::root("li").member(&path).item(index);
                let point = page.saying(point.into(), path, element)?;
                cleaner.plain("bullets", bare(&point.text), &point.path, LINE)
            });
        let mut points: Vec<Text> = points.collect();
        cleaner.shorten(
            &mut points,
            BULLETS,
            &Path::root("li").member(&path).item(0),
        );
        points
    }

    /// What a class or a property marks.
    fn marked(&self) -> impl Iterator<Item = Candidate<'d>> {
        let marked = self.meaning(Meaning::Points);
        let marked = marked.map(|own| (own.element, own.mark));
        let abstracts = self.page.elements.iter().copied();
        let abstracts = abstracts.filter(|e| has_word(e.attribute("itemprop"), "abstract"));
        let abstracts = abstracts.map(|element| (element, "abstract"));
        marked
            .chain(abstracts)
            .take(LISTS)
            .map(|(element, mark)| Candidate {
                element,
                path: mark.replace(' ', "-"),
                signs: 2 - u8::from(LOOKS.contains(&mark)),
                is_marked: true,
            })
    }

    /// What stands under a heading of key points; what stands further down in the text may be a box of facts, or what the
    /// text comes to.
    fn headed(&self) -> Vec<Candidate<'d>> {
        let headed = self.page.elements.iter().filter_map(|element| {
            let heading = heading(*element)?;
            Some(Candidate {
                element: after(*element)?,
                path: heading.to_owned(),
                signs: 1,
                is_marked: false,
            })
        });
        headed.take(LISTS).collect()
    }
}

/// The words of the table that the element consists of.
fn heading(element: Element<'_>) -> Option<&'static str> {
    /// The longest one with what may stand around it, in bytes.
    const LONGEST: usize = 120;
    let is_heading = matches!(
        element.name(),
        "h2" | "h3" | "h4" | "h5" | "h6" | "p" | "strong" | "b" | "span" | "div" | "summary"
    );
    // What holds much else is no heading, and its text may be long.
    if !is_heading || element.descendants().nth(3).is_some() {
        return None;
    }
    let text = element.text();
    if text.len() > LONGEST {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").to_lowercase().replace('’', "'");
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric() && !is_mark(sign));
    KEY_POINTS.iter().find(|heading| *heading == text)
}

/// Whether the sign is written above or below a letter, as Hindi and Thai do.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{900}'..='\u{dff}' | '\u{e30}'..='\u{e4e}')
}

/// What comes after the heading, which may stand in boxes of its own.
fn after(heading: Element<'_>) -> Option<Element<'_>> {
    let boxes = std::iter::once(heading).chain(heading.ancestors()).take(3);
    let mut nexts = boxes.filter_map(|element| {
        let nexts = std::iter::successors(element.next(), |next| next.next()).take(4);
        nexts
            .into_iter()
            .find(|next| !next.text().trim().is_empty())
    });
    nexts.next()
}
