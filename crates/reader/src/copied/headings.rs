//! Where articles begin in a copied text: what stands over each story has a shape that no other lines have.

use super::lines::{Kind, Line, day};
use crate::dateline;
use crate::same_words::are_same;

/// How many lines may stand between a headline and its repetition, or the date below it.
const LONGEST: usize = 10;
/// How many of these may be text: a caption, a standfirst, names.
const TEXTS: usize = 4;
/// The same for a headline that is not repeated, of which less is certain.
const FEWER_TEXTS: usize = 2;
/// How many lines of the page may stand before the first article.
const BEFORE: usize = 12;

/// What stands over a story. The places are those of lines in the list of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The headline.
    pub(super) start: usize,
    /// Its repetition over the story, if there is one.
    pub(super) again: Option<usize>,
    /// The last line of it.
    pub(super) end: usize,
}

/// All of them, in order; none if the text is not one of articles.
pub(super) fn find(lines: &[Line<'_>]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut at = 0;
    while at < lines.len() && (at < BEFORE || !headings.is_empty()) {
        let heading = twice(lines, at).or_else(|| dated(lines, at, headings.is_empty()));
        match heading {
            Some(heading) => {
                headings.push(heading);
                at = heading.end + 1;
            }
            None => at += 1,
        }
    }
    if headings.is_empty() {
        headings.extend(pointed(lines));
    }
    headings
}

/// A headline that is repeated after what is said about the story, or right before a story with its place.
fn twice(lines: &[Line<'_>], start: usize) -> Option<Heading> {
    let headline = lines.get(start).filter(|line| line.is_headline())?;
    let mut metas = 0;
    let mut texts = 0;
    for (again, line) in lines.iter().enumerate().skip(start + 1).take(LONGEST) {
        if line.is_text() && are_same(line.text, headline.text) {
            return (metas > 0 || has_place(lines, again)).then_some(Heading {
                start,
                again: Some(again),
                end: again,
            });
        }
        metas += usize::from(line.is_meta() && line.kind != Kind::Address);
        texts += usize::from(line.is_text());
        if texts > TEXTS || matches!(line.kind, Kind::Bullet(..)) {
            break;
        }
    }
    None
}

/// A headline over a date with its label. The first line of a text is a headline; further down, where a story stands
/// before it, what ends like a sentence is not.
fn dated(lines: &[Line<'_>], start: usize, is_first: bool) -> Option<Heading> {
    let headline = lines.get(start).filter(|line| line.is_headline())?;
    let is_entry = |place: Option<usize>| {
        let line = place.and_then(|place| lines.get(place));
        line.is_some_and(|line| is_entry(line.text))
    };
    // A line in the middle of a paragraph, or of a list of names and values.
    let is_amid = headline.text.starts_with(char::is_lowercase)
        || (is_entry(Some(start)) && (is_entry(start.checked_sub(1)) || is_entry(Some(start + 1))));
    if is_amid || (!is_first && is_sentence(headline.text)) {
        return None;
    }
    let mut texts = 0;
    for (at, line) in lines.iter().enumerate().skip(start + 1).take(LONGEST) {
        match line.kind {
            Kind::Date(_, date) if day(date).is_some() => {
                let rest = lines.iter().skip(at + 1);
                let end = at + rest.take_while(|line| line.is_meta()).count();
                return has_story(lines, end).then_some(Heading {
                    start,
                    again: None,
                    end,
                });
            }
            Kind::Bullet(..) => return None,
            // A nearer line that looks like a headline is the one.
            Kind::Text if !is_first && line.is_headline() && !is_sentence(line.text) => {
                return None;
            }
            Kind::Text => texts += 1,
            _ => {}
        }
        if texts > FEWER_TEXTS {
            return None;
        }
    }
    None
}

/// A first line over key points whose signs stand for nothing else.
fn pointed(lines: &[Line<'_>]) -> Option<Heading> {
    let is_point = |line: &&Line<'_>| matches!(line.kind, Kind::Bullet(_, true));
    let first = lines.first().filter(|line| line.is_headline())?;
    let rest = lines.iter().skip(1);
    let texts = rest.clone().take_while(|line| !is_point(line)).count();
    let points = rest.skip(texts).take_while(is_point).count();
    let has_points = points >= 2 && texts <= 1 && !is_sentence(first.text);
    (has_points && has_story(lines, texts + points)).then_some(Heading {
        start: 0,
        again: None,
        end: 0,
    })
}

/// Whether after that line, and points below it, the first paragraph begins with a place.
fn has_place(lines: &[Line<'_>], heading: usize) -> bool {
    let mut rest = lines.iter().skip(heading + 1);
    let first = rest.find(|line| line.is_text());
    first.is_some_and(|line| is_paragraph(line.text) && dateline::split(line.text).is_some())
}

/// Whether something to read follows: points, or a paragraph.
fn has_story(lines: &[Line<'_>], heading: usize) -> bool {
    let mut rest = lines.iter().skip(heading + 1).take(LONGEST);
    rest.any(|line| match line.kind {
        Kind::Bullet(..) => true,
        _ => line.is_text() && is_paragraph(line.text),
    })
}

fn is_paragraph(text: &str) -> bool {
    text.split_whitespace().count() >= 8 || (text.len() >= 60 && !text.is_ascii())
}

/// Whether it ends like a sentence of a story, with or without quotes.
pub(super) fn is_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '"', '’', '\'', '»', '」', ')']);
    bare.ends_with(['.', '。', '।', '۔', '…'])
}

/// Whether it is a name and its value, such as "Language: English".
fn is_entry(text: &str) -> bool {
    let name = text.split_once(": ").map(|(name, _)| name);
    name.is_some_and(|name| name.split_whitespace().count() <= 2)
}
