//! The main picture: what the metadata says of it, and the lines under it in the document.

mod credit;
mod legend;
mod names;
mod open_graph;
mod parts;

use super::document::Element;
use super::metadata::Page;
use super::picture_name::is_same;
use crate::clean::Cleaner;
use crate::same_words::are_same;
use article_card::article::limits::{LABEL, PARAGRAPH};
use article_card::article::{Image, Link};
use article_card::reading::clean;
use article_card::report::Code;
use legend::Legend;

/// The picture, with what is still missing of it.
pub(super) fn fill(
    image: Option<Image>,
    headline: &str,
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    let pictures = open_graph::pictures(page);
    let own = image.as_ref().and_then(|image| image.url.clone());
    let Some(url) = own.or_else(|| open_graph::address(&pictures, page, cleaner)) else {
        return image;
    };
    let mut image = image.unwrap_or_else(blank);
    let exact = pictures.iter().find(|picture| picture.is_at(&url, cleaner));
    let alike = || {
        let mut pictures = pictures.iter();
        pictures.find(|picture| is_same(&picture.url.text, url.as_str()))
    };
    if let Some(picture) = exact.or_else(alike) {
        open_graph::describe(&mut image, picture, exact.is_some(), cleaner);
    }
    let places = [shown(story, &url, page), shown(page.root, &url, page)].concat();
    // Links to share the story have its address, too.
    let is_shown = places.iter().any(|picture| picture.name() != "a");
    let legend = { places.iter() }
        .find_map(|picture| legend::at(*picture))
        .or_else(|| captioned(&image, page))
        .or_else(|| (!is_shown).then(|| leading(page)).flatten());
    let has_credit = |legend: &Legend<'_>| legend.credit.is_some();
    let named = match image.credit.is_some() || legend.as_ref().is_some_and(has_credit) {
        true => None,
        false => named(story, page),
    };
    unprinted(&mut image, headline, page, cleaner);
    for legend in legend.into_iter().chain(named) {
        lines(&mut image, legend, page, cleaner);
    }
    image.url = Some(url);
    Some(image)
}

/// A picture of which nothing is known yet.
fn blank() -> Image {
    Image {
        url: None,
        alt: None,
        caption: None,
        credit: None,
        width: None,
        height: None,
        origin: None,
        sources: Vec::new(),
    }
}

/// Where that picture is shown.
fn shown<'d>(within: Element<'d>, url: &Link, page: &Page<'_>) -> Vec<Element<'d>> {
    /// More than any story has.
    const PICTURES: usize = 300;
    const MATCHES: usize = 5;
    let pictures = within
        .descendants()
        .filter(|element| matches!(element.name(), "img" | "source" | "a"))
        .filter(|element| page.scopes.is_picture_of_story(*element));
    // What a page shows until the picture is there has another address, and where the own one stands has many names.
    let shows = |element: &Element<'d>| {
        let addresses = element.attributes().filter(|(name, value)| {
            let is_named = ["src", "href", "original", "url"];
            is_named.iter().any(|part| name.contains(part)) && value.contains('/')
        });
        let mut values = addresses.map(|(_, value)| value).take(6);
        values.any(|value| is_same(value, url.as_str()))
    };
    { pictures.take(PICTURES).filter(shows).take(MATCHES) }.collect()
}

/// What is printed at the first picture between the main heading and the text, where the page shows the main picture from
/// an address that does not tell.
fn leading<'d>(page: &Page<'d>) -> Option<Legend<'d>> {
    const LONG: usize = 160;
    let mut after = page
        .elements
        .iter()
        .skip_while(|element| element.name() != "h1");
    let mut found = None;
    let mut is_figure = false;
    let _ = after.find(|element| {
        if element.name() == "img" && page.scopes.is_picture_of_story(**element) {
            found = legend::at(**element);
            is_figure = element.ancestors().any(|outer| outer.name() == "figure");
        }
        found.is_some() || (element.name() == "p" && element.text().chars().count() > LONG)
    });
    // A word or two are the name of something else, such as the latest issue, and a credit alone that of an author.
    let is_long = |legend: &Legend<'_>| match &legend.caption {
        Some((caption, _)) => caption.split_whitespace().count() >= 4,
        None => is_figure,
    };
    found.filter(is_long)
}

/// What is printed at the line that begins with the caption of the metadata: that is the picture, whatever its address.
fn captioned<'d>(image: &Image, page: &Page<'d>) -> Option<Legend<'d>> {
    /// Shorter ones may stand under other pictures, too.
    const SHORT: usize = 24;
    let caption = spaced(image.caption.as_deref().or(image.alt.as_deref())?);
    if caption.len() < SHORT {
        return None;
    }
    let mut lines = page.elements.iter().filter(|element| {
        parts::is_caption(**element) && spaced(&element.text()).starts_with(&*caption)
    });
    lines.find_map(|line| legend::at(*line))
}

/// The credit in a line of the story that names the main picture and is nothing else.
fn named<'d>(story: Element<'d>, page: &Page<'d>) -> Option<Legend<'d>> {
    const LONG: usize = 120;
    const ELEMENTS: usize = 8;
    let is_article = story.name() == "article";
    let lines = story.descendants().filter(|element| {
        matches!(element.name(), "p" | "div" | "small")
            && element.descendants().nth(ELEMENTS).is_none()
            && (is_article || page.scopes.is_picture_of_story(*element))
    });
    let mut credits = lines.filter_map(|line| {
        let text = line.text();
        let name = (text.len() <= LONG)
            .then(|| credit::of_main(&text))
            .flatten()?;
        Some(Legend {
            caption: None,
            credit: Some((name.to_owned(), line)),
            is_one_line: false,
        })
    });
    credits.next()
}

/// Takes back a caption that nobody printed: many are key words, the name of a file, or the headline once more.
fn unprinted(image: &mut Image, headline: &str, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    let Some(caption) = &image.caption else {
        return;
    };
    let text = spaced(&page.root.text());
    let is_printed = text.contains(&*spaced(caption));
    // Of a page that is a head alone nothing is known.
    let is_known = text.len() > caption.len();
    let (rest, credit) = credit::split(caption);
    let path = "image.caption".into();
    if are_same(caption, headline) {
        cleaner.warn(&path, Code::Contradiction, "the caption is the headline");
    } else if rest.is_empty() {
        cleaner.warn(&path, Code::Contradiction, "the caption is a credit");
    } else if is_known && !is_printed {
        cleaner.doubt(&path, "the page does not print this caption");
    } else {
        return;
    }
    if rest.is_empty() && image.credit.is_none() {
        image.credit = credit.and_then(|credit| clean(credit, LABEL).text);
    }
    image.caption = None;
}

fn spaced(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// Puts the printed lines in the place of those that nobody sees.
fn lines(image: &mut Image, legend: Legend<'_>, page: &Page<'_>, cleaner: &Cleaner<'_>) {
    if let Some((credit, element)) = legend.credit
        && image.credit.is_none()
    {
        let (path, done) = match legend.is_one_line {
            true => ("figcaption", "split from the caption"),
            false => ("[class=credit]", ""),
        };
        if let Some(saying) = page.saying(credit.into(), path.into(), element) {
            image.credit = cleaner.cleaned("image.credit", &saying.text, &saying.path, LABEL, done);
        }
    }
    let caption = legend.caption.and_then(|(caption, element)| {
        let saying = page.saying(caption.into(), "figcaption".into(), element)?;
        cleaner.plain("image.caption", &saying.text, &saying.path, PARAGRAPH)
    });
    image.caption = caption.or_else(|| image.caption.take());
}
