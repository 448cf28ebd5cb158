//! The main picture: what the metadata says of it, and the lines under it in the document.

mod credit;
mod legend;

use super::document::Element;
use super::metadata::{Page, Saying};
use super::picture_name::is_same;
use crate::clean::Cleaner;
use crate::same_words::are_same;
use crate::source_value::SourceValue;
use article_card::article::limits::{LABEL, PARAGRAPH};
use article_card::article::{Image, Link};

use article_card::reading::clean;
use article_card::reading::json::Json;
use article_card::report::Code;
use legend::Legend;

/// A picture of OpenGraph, whose properties follow its address.
struct Picture<'d> {
    url: Saying<'d>,
    secure_url: Option<Saying<'d>>,
    width: Option<Saying<'d>>,
    height: Option<Saying<'d>>,
    alt: Option<Saying<'d>>,
}

impl Picture<'_> {
    /// Whether it has that very address.
    fn is_at(&self, url: &Link, cleaner: &Cleaner<'_>) -> bool {
        let addresses = [Some(&self.url), self.secure_url.as_ref()];
        addresses.into_iter().flatten().any(|own| {
            let own = Link::parse_against(own.text.trim(), cleaner.base.as_ref());
            own.is_ok_and(|(own, _)| own == *url)
        })
    }
}

/// The picture, with what is still missing of it.
pub(super) fn fill(
    image: Option<Image>,
    headline: &str,
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    let pictures = of_open_graph(page);
    let own = image.as_ref().and_then(|image| image.url.clone());
    let Some(url) = own.or_else(|| address(&pictures, page, cleaner)) else {
        return image;
    };
    let mut image = image.unwrap_or_else(blank);
    let exact = pictures.iter().find(|picture| picture.is_at(&url, cleaner));
    let alike = || {
        let mut pictures = pictures.iter();
        pictures.find(|picture| is_same(&picture.url.text, url.as_str()))
    };
    if let Some(picture) = exact.or_else(alike) {
        describe(&mut image, picture, exact.is_some(), cleaner);
    }
    let legend = printed(story, &url, page).or_else(|| printed(page.root, &url, page));
    let legend = legend.or_else(|| leading(page));
    unprinted(&mut image, headline, page, cleaner);
    if let Some(legend) = legend {
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
        sources: Vec::new(),
    }
}

fn of_open_graph<'d>(page: &Page<'d>) -> Vec<Picture<'d>> {
    /// More than any page has.
    const MOST: usize = 20;
    let mut pictures: Vec<Picture<'d>> = Vec::new();
    for (name, element) in page.meta_family("og:image") {
        let Some(saying) = page.say("meta", name, element, "content") else {
            continue;
        };
        if matches!(name, "og:image" | "og:image:url") {
            // Both names may stand there for one address.
            let is_again = |last: &Picture<'_>| last.url.text == saying.text;
            if pictures.len() < MOST && !pictures.last().is_some_and(is_again) {
                pictures.push(Picture {
                    url: saying,
                    secure_url: None,
                    width: None,
                    height: None,
                    alt: None,
                });
            }
            continue;
        }
        let Some(picture) = pictures.last_mut() else {
            continue;
        };
        match name {
            "og:image:secure_url" => picture.secure_url = Some(saying),
            "og:image:width" => picture.width = Some(saying),
            "og:image:height" => picture.height = Some(saying),
            "og:image:alt" => picture.alt = Some(saying),
            _ => {}
        }
    }
    pictures
}

/// The address of the picture that stands for the page.
fn address(pictures: &[Picture<'_>], page: &Page<'_>, cleaner: &Cleaner<'_>) -> Option<Link> {
    let link = |saying: &Saying<'_>| cleaner.link("image.url", &saying.text, &saying.path);
    let open_graph = pictures.iter().find_map(|picture| {
        let secure = picture.secure_url.as_ref().and_then(link);
        secure.or_else(|| link(&picture.url))
    });
    open_graph.or_else(|| {
        page.meta(&["twitter:image", "twitter:image:src"])
            .or_else(|| page.link("image_src"))
            .and_then(|saying| link(&saying))
    })
}

/// Adds what OpenGraph says of the same picture; its size only where the address is the same, too.
fn describe(image: &mut Image, picture: &Picture<'_>, is_exact: bool, cleaner: &Cleaner<'_>) {
    if image.alt.is_none()
        && let Some(alt) = &picture.alt
    {
        image.alt = cleaner.text("image.alt", &alt.text, &alt.path, PARAGRAPH);
    }
    if is_exact && image.width.is_none() && image.height.is_none() {
        image.width = pixels("image.width", picture.width.as_ref(), cleaner);
        image.height = pixels("image.height", picture.height.as_ref(), cleaner);
    }
}

fn pixels(field: &'static str, saying: Option<&Saying<'_>>, cleaner: &Cleaner<'_>) -> Option<u32> {
    let saying = saying?;
    let value = &Json::Text(saying.text.as_ref().into());
    let path = saying.path.clone();
    let pixels = cleaner.pixels(&SourceValue::alone(value, path));
    if pixels.is_some() {
        cleaner.note(field, &saying.path, "");
    }
    pixels
}

/// What is printed at that picture.
fn printed<'d>(within: Element<'d>, url: &Link, page: &Page<'_>) -> Option<Legend<'d>> {
    /// More than any story has.
    const PICTURES: usize = 300;
    const MATCHES: usize = 5;
    /// What a page shows until the picture is there has another address.
    const ADDRESSES: &[&str] = &[
        "src",
        "srcset",
        "data-src",
        "data-srcset",
        "data-lazy-src",
        "data-full-src",
        "data-original",
        "href",
    ];
    let pictures = within
        .descendants()
        .filter(|element| matches!(element.name(), "img" | "source" | "a"))
        .filter(|element| page.scopes.is_picture_of_story(*element));
    let shows = |element: &Element<'d>| {
        let values = ADDRESSES.iter().filter_map(|name| element.attribute(name));
        values.take(4).any(|value| is_same(value, url.as_str()))
    };
    let legends = pictures.take(PICTURES).filter(shows).take(MATCHES);
    { legends }.find_map(legend::at)
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
    let _ = after.find(|element| {
        if element.name() == "img" && page.scopes.is_picture_of_story(**element) {
            found = legend::at(**element);
        }
        found.is_some() || (element.name() == "p" && element.text().len() > LONG)
    });
    // A word or two are the name of something else, such as the latest issue.
    let is_long = |legend: &Legend<'_>| {
        let caption = legend.caption.as_ref();
        caption.is_some_and(|(caption, _)| caption.split_whitespace().count() >= 4)
    };
    found.filter(is_long)
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
    let reason = if are_same(caption, headline) {
        "the caption is the headline"
    } else if rest.is_empty() {
        "the caption is a credit"
    } else if is_known && !is_printed {
        "the page does not print this caption"
    } else {
        return;
    };
    if rest.is_empty() && image.credit.is_none() {
        image.credit = credit.and_then(|credit| clean(credit, LABEL).text);
    }
    image.caption = None;
    cleaner.warn(&"image.caption".into(), Code::Contradiction, reason);
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
