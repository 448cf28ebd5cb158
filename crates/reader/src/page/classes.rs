//! What the document marks by classes: key points, the place it was filed from, other stories.
//!
//! A mark is told by whole words in `class`, `id` or `data-testid`, whatever stands between them: `key-points`,
//! `article__keyPoints` and `KeyPoints_list` all say "key points". No rule is made for any one site.

mod dateline;
mod key_points;
mod marks;
mod related;

use super::document::Element;
use super::metadata::Page;
use marks::MARKS;

/// The longest value that is looked at, in bytes.
const LONGEST: usize = 2000;

/// What the document marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A list of key points, or what it stands in.
    Points,
    /// The place that the story was filed from.
    Dateline,
    /// The story without what stands over it.
    Body,
    /// Links to other stories.
    Related,
    /// Links to something else that is related to the story.
    Others,
    /// Who took a picture.
    Credit,
    /// What a picture shows.
    Caption,
    /// What plays: its title is no caption.
    Video,
    /// What leads away from the story.
    Beside,
    /// What is the site's, or another's.
    Strange,
}

/// An element that one of its classes marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkedElement<'d> {
    pub(super) element: Element<'d>,
    pub(super) meaning: Meaning,
    /// The words that mark it.
    pub(super) mark: &'static str,
}

/// All marked elements of a page, in its order: what only the document itself can say.
pub(super) struct Marks<'p, 'd> {
    page: &'p Page<'d>,
    elements: Vec<MarkedElement<'d>>,
}

impl<'p, 'd> Marks<'p, 'd> {
    pub(super) fn of(page: &'p Page<'d>) -> Self {
        let elements = page.elements.iter().flat_map(|element| marks_of(*element));
        Self {
            page,
            elements: elements.collect(),
        }
    }

    /// Those of that meaning.
    fn meaning(&self, meaning: Meaning) -> impl Iterator<Item = &MarkedElement<'d>> {
        let elements = self.elements.iter();
        elements.filter(move |marked| marked.meaning == meaning)
    }
}

/// The part of the page that is the story: the `article` with the main heading, else the only one, else `main`, else all.
pub(super) fn story<'d>(page: &Page<'d>) -> Element<'d> {
    let is_article = |element: &Element<'d>| element.name() == "article";
    let headed = page
        .all("h1")
        .find_map(|heading| heading.ancestors().filter(is_article).last());
    let only = || {
        let mut articles = page.all("article");
        let first = articles.next();
        first.filter(|_| articles.next().is_none())
    };
    let main = || page.all("main").next();
    let body = || page.all("body").next();
    headed
        .or_else(only)
        .or_else(main)
        .or_else(body)
        .unwrap_or(page.root)
}

/// The marks of an element, one for each meaning.
pub(super) fn marks_of(element: Element<'_>) -> Vec<MarkedElement<'_>> {
    let mut found: Vec<MarkedElement<'_>> = Vec::new();
    let values = ["class", "id", "data-testid"];
    for value in values
        .into_iter()
        .filter_map(|name| element.attribute(name))
    {
        let value = value
            .get(..value.floor_char_boundary(LONGEST))
            .unwrap_or_default();
        // "has-comments" says something of what is there, and not what it is, "text-caption" how letters look, and
        // "aspect-video" of what shape a box is.
        let parts = value.split_ascii_whitespace().filter(|part| {
            let first = words(part).next().unwrap_or_default();
            !["has", "no", "with", "without", "text", "type", "aspect"].contains(&first)
        });
        for value in parts {
            for (meaning, mark) in meanings(value) {
                if found.iter().all(|own| own.meaning != meaning) {
                    found.push(MarkedElement {
                        element,
                        meaning,
                        mark,
                    });
                }
            }
        }
    }
    found
}

/// The marks whose words stand in the value one after the other.
fn meanings(value: &str) -> Vec<(Meaning, &'static str)> {
    let mut found = Vec::new();
    let mut has_with = false;
    let mut rest = words(value);
    loop {
        let from = rest.clone();
        let Some(first) = rest.next() else {
            return found;
        };
        // What a thing comes with is not what it is: "lead-with-ads".
        has_with |= first.eq_ignore_ascii_case("with");
        let initial = first.as_bytes().first().map(u8::to_ascii_lowercase);
        for (meaning, marks) in MARKS {
            if has_with && *meaning == Meaning::Strange {
                continue;
            }
            let marks = marks.iter().copied();
            let mut marks = marks.filter(|mark| mark.as_bytes().first().copied() == initial);
            let begins_here = |mark: &&str| {
                let mut own = from.clone();
                let mut wanted = mark.split(' ');
                wanted.all(|word| own.next().is_some_and(|own| own.eq_ignore_ascii_case(word)))
            };
            found.extend(marks.find(begins_here).map(|mark| (*meaning, mark)));
        }
    }
}

/// The words of a class: runs of letters, and within them what begins with a capital after a small letter.
fn words(value: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = value;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|sign: char| !sign.is_alphabetic());
        let mut was_small = false;
        let end = rest.find(|sign: char| {
            let is_end = !sign.is_alphabetic() || (was_small && sign.is_uppercase());
            was_small = sign.is_lowercase();
            is_end
        });
        let (word, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{Meaning, meanings};

    #[test]
    fn a_mark_is_told_by_whole_words() {
        for value in [
            "key-points",
            "article__keyPoints",
            "KeyPoints_list__x3Fd",
            "c-key--points2",
            "KEY_POINTS",
        ] {
            assert_eq!(
                meanings(value),
                [(Meaning::Points, "key points")],
                "{value}"
            );
        }
        for value in [
            "monkey-points",
            "key-pointsman",
            "points-key",
            "key",
            "",
            "-",
            "ключ",
            "lead-with-ads",
        ] {
            assert_eq!(meanings(value), [], "{value}");
        }
        let two = [(Meaning::Related, "related"), (Meaning::Others, "topics")];
        assert_eq!(meanings("related-topics"), two);
    }
}
