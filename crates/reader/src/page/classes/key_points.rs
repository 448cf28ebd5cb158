//! The key points, where the page marks a list as such.

use super::{Marks, Meaning};
use crate::clean::Cleaner;
use crate::key_points::bare;
use crate::page::document::Element;
use crate::page::metadata::has_word;
use article_card::article::Text;
use article_card::article::limits::{BULLETS, LINE};
use article_card::report::Path;

/// What stands over one, in small letters.
const HEADINGS: &[&str] = &[
    "key points",
    "key takeaways",
    "takeaways",
    "key facts",
    "highlights",
    "story highlights",
    "summary",
    "in brief",
    "in short",
    "at a glance",
    "kernpunkte",
    "auf einen blick",
    "in kürze",
    "das wichtigste in kürze",
    "das wichtigste auf einen blick",
    "zusammenfassung",
    "l’essentiel",
    "l'essentiel",
    "points clés",
    "en bref",
    "puntos clave",
    "claves",
    "en resumen",
];
/// How many lists that are called so are looked at.
const LISTS: usize = 20;

impl Marks<'_, '_> {
    /// The points of the first list that is one of key points.
    pub(in crate::page) fn bullets(&self, cleaner: &Cleaner<'_>) -> Vec<Text> {
        let page = self.page;
        let marked = self.meaning(Meaning::Points);
        let marked = marked.map(|own| (own.element, own.mark.replace(' ', "-")));
        let abstracts = page.elements.iter().copied();
        let abstracts = abstracts.filter(|e| has_word(e.attribute("itemprop"), "abstract"));
        let abstracts = abstracts.map(|element| (element, String::from("abstract")));
        let marked = marked.chain(abstracts).take(LISTS);
        let marked = marked.filter_map(|(element, path)| Some((list_in(element)?, path)));
        let headed = page.elements.iter().filter_map(|element| {
            let is_heading = matches!(element.name(), "h2" | "h3" | "h4" | "h5" | "h6");
            let text = is_heading.then(|| element.text().to_lowercase())?;
            let text = text.trim().trim_end_matches(':').trim_end();
            let heading = HEADINGS.iter().find(|heading| **heading == text)?;
            Some((list_in(element.next()?)?, (*heading).to_owned()))
        });
        let lists = marked.chain(headed.take(LISTS));
        let mut lists = lists.filter(|(list, _)| page.scopes.is_list_of_story(*list));
        let found = lists.find_map(|(list, path)| Some((points(list)?, path)));
        let Some((points, path)) = found else {
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
}

fn list_in(element: Element<'_>) -> Option<Element<'_>> {
    let is_list = |element: &Element<'_>| matches!(element.name(), "ul" | "ol");
    Some(element)
        .filter(is_list)
        .or_else(|| element.descendants().find(is_list))
}

/// The items, if they can be key points: at least two, each of some words, and not a list of links.
fn points(list: Element<'_>) -> Option<Vec<(String, Element<'_>)>> {
    /// More than any list of key points has.
    const MOST: usize = 30;
    let is_aside = |element: Element<'_>| matches!(element.name(), "nav" | "footer");
    if list.ancestors().any(is_aside) {
        return None;
    }
    let mut items = Vec::new();
    let mut has_own_words = false;
    for item in list.descendants().filter(|element| element.name() == "li") {
        let text = item.text();
        let mut links = item.descendants().filter(|element| element.name() == "a");
        // A table of contents leads to parts of the same page.
        let is_own = |link: Element<'_>| {
            let is_part = link
                .attribute("href")
                .is_some_and(|href| href.trim().starts_with('#'));
            !is_part && link.text().trim() != text.trim()
        };
        has_own_words |= links.next().is_none_or(is_own);
        // A few letters of Chinese say as much as a few words.
        let is_point = text.split_whitespace().count() >= 3 || text.trim().len() >= 24;
        // Points with the time of day before them are news of their own.
        let mut signs = text.trim_start().chars().skip_while(char::is_ascii_digit);
        let is_clock = text
            .trim_start()
            .starts_with(|sign: char| sign.is_ascii_digit())
            && matches!(signs.next(), Some(':' | '.' | 'h'))
            && signs.next().is_some_and(|sign| sign.is_ascii_digit());
        if !is_point || is_clock || items.len() == MOST {
            return None;
        }
        items.push((text, item));
    }
    (items.len() >= 2 && has_own_words).then_some(items)
}
