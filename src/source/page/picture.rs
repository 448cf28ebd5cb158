//! The main picture: what the metadata says of it, and the lines under it in the document.

use super::document::Element;
use super::marks::{Meaning, marks};
use super::metadata::{Page, Saying, has_word};
use crate::article::{Article, Image, Link, Text};
use crate::report::{Code, join, quote};
use crate::source::desk::Desk;
use crate::source::limits::{LABEL, PARAGRAPH};

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
    fn is_at(&self, url: &Link, desk: &Desk<'_>) -> bool {
        let addresses = [Some(&self.url), self.secure_url.as_ref()];
        addresses.into_iter().flatten().any(|own| {
            let own = Link::parse_against(own.text.trim(), desk.base.as_ref());
            own.is_ok_and(|(own, _)| own == *url)
        })
    }
}

/// Fills the picture, and what is said of the one that is there.
pub(super) fn fill(article: &mut Article, page: &Page<'_>, story: Element<'_>, desk: &Desk<'_>) {
    let pictures = of_open_graph(page);
    if article
        .image
        .as_ref()
        .is_none_or(|image| image.url.is_none())
        && let Some(url) = address(&pictures, page, desk)
    {
        article.image.get_or_insert_with(blank).url = Some(url);
    }
    let Some(image) = &mut article.image else {
        return;
    };
    let Some(url) = image.url.clone() else {
        return;
    };
    let exact = pictures.iter().find(|picture| picture.is_at(&url, desk));
    let alike = || {
        let mut pictures = pictures.iter();
        pictures.find(|picture| is_same(&picture.url.text, url.as_str()))
    };
    if let Some(picture) = exact.or_else(alike) {
        describe(image, picture, exact.is_some(), desk);
    }
    let legend = figure(story, &url).or_else(|| figure(page.root, &url));
    if let Some(figure) = legend {
        lines(image, figure, page, desk);
    }
}

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
fn address(pictures: &[Picture<'_>], page: &Page<'_>, desk: &Desk<'_>) -> Option<Link> {
    let link = |saying: &Saying<'_>| desk.link("image.url", &saying.text, &saying.path);
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
fn describe(image: &mut Image, picture: &Picture<'_>, is_exact: bool, desk: &Desk<'_>) {
    if image.alt.is_none()
        && let Some(alt) = &picture.alt
    {
        image.alt = desk.text("image.alt", &alt.text, &alt.path, PARAGRAPH);
    }
    if is_exact && image.width.is_none() && image.height.is_none() {
        image.width = pixels("image.width", picture.width.as_ref(), desk);
        image.height = pixels("image.height", picture.height.as_ref(), desk);
    }
}

fn pixels(field: &'static str, saying: Option<&Saying<'_>>, desk: &Desk<'_>) -> Option<u32> {
    let saying = saying?;
    let bare = saying.text.trim().trim_end_matches("px");
    let pixels = bare
        .parse()
        .ok()
        .filter(|pixels| (1..=65_535).contains(pixels));
    if pixels.is_some() {
        desk.note(field, &saying.path, "");
    } else {
        let message = " is not a number of pixels from 1 to 65535";
        desk.warn(
            &saying.path,
            Code::BadValue,
            &join(&[&quote(&saying.text), message]),
        );
    }
    pixels
}

/// The figure with that picture and lines of its own.
fn figure<'d>(within: Element<'d>, url: &Link) -> Option<Element<'d>> {
    /// More than any story has.
    const PICTURES: usize = 300;
    const MATCHES: usize = 5;
    let names = ["src", "srcset", "data-src", "data-srcset", "href"];
    let pictures = within
        .descendants()
        .filter(|element| matches!(element.name(), "img" | "source" | "a"));
    let shows = |element: &Element<'d>| {
        let values = names.into_iter().filter_map(|name| element.attribute(name));
        values.take(2).any(|value| is_same(value, url.as_str()))
    };
    let figures = pictures.take(PICTURES).filter(shows).filter_map(|picture| {
        let mut around = picture.ancestors();
        around.find(|element| element.name() == "figure")
    });
    figures
        .take(MATCHES)
        .find(|figure| legend(*figure).is_some())
}

fn legend(figure: Element<'_>) -> Option<Element<'_>> {
    figure
        .descendants()
        .find(|element| element.name() == "figcaption")
}

/// Reads caption and credit of the figure, each if there is none.
fn lines(image: &mut Image, figure: Element<'_>, page: &Page<'_>, desk: &Desk<'_>) {
    let Some(legend) = legend(figure) else {
        return;
    };
    let is_credit = |element: &Element<'_>| {
        let items = ["creditText", "copyrightHolder", "author", "creator"];
        let mut items = items.into_iter();
        let mut marks = marks(*element).into_iter();
        marks.any(|own| own.meaning == Meaning::Credit)
            || items.any(|name| has_word(element.attribute("itemprop"), name))
    };
    let marked = figure.descendants().find(is_credit);
    let within = marked.filter(|credit| credit.ancestors().any(|outer| outer == legend));
    let whole = page.saying(
        legend.text_without(within).into(),
        "figcaption".into(),
        legend,
    );
    let (caption, split) = match (&whole, marked) {
        (Some(whole), None) if image.caption.is_none() && image.credit.is_none() => {
            desk.caption_and_credit(&whole.text, &whole.path)
        }
        (Some(whole), _) if image.caption.is_none() && marked != Some(legend) => {
            let caption = desk.plain("image.caption", &whole.text, &whole.path, PARAGRAPH);
            (caption, None)
        }
        _ => (None, None),
    };
    if image.credit.is_none() {
        image.credit = split.or_else(|| credit(marked?, page, desk));
    }
    if image.caption.is_none() {
        image.caption = caption;
    }
}

fn credit(marked: Element<'_>, page: &Page<'_>, desk: &Desk<'_>) -> Option<Text> {
    let credit = page.saying(marked.text().into(), "[class=credit]".into(), marked)?;
    let bare = credit.text.trim();
    let inner = bare
        .strip_prefix('(')
        .and_then(|bare| bare.strip_suffix(')'));
    desk.plain("image.credit", inner.unwrap_or(bare), &credit.path, LABEL)
}

/// Whether both addresses are of one picture in, perhaps, two sizes: they share the name of its file, or a long part that
/// is a number or holds one.
fn is_same(one: &str, other: &str) -> bool {
    let own = names(one);
    one == other || names(other).iter().any(|name| own.contains(name))
}

/// The parts of an address, or of a list of them, by which a picture is known.
fn names(address: &str) -> Vec<String> {
    const KINDS: &[&str] = &["jpg", "jpeg", "png", "webp", "avif", "gif"];
    /// A list of widths can be long, and its first ones are enough.
    const LONGEST: usize = 4000;
    /// Of a number or key in the place of a name.
    const KEY: usize = 12;
    /// Short names such as "image" and "main" are everybody's, so their folder counts, too.
    const NAME: usize = 8;
    let start = address.get(..address.floor_char_boundary(LONGEST));
    let decoded = start.unwrap_or_default().to_ascii_lowercase();
    let decoded = decoded.replace("%2f", "/");
    let mut folder = "";
    let mut found = Vec::new();
    for part in decoded.split(['/', '?', '&', '=', ',', ' ']) {
        let (name, kind) = part.rsplit_once('.').unwrap_or((part, ""));
        let is_file = KINDS.contains(&kind);
        let name = without_size(if is_file { name } else { part });
        let is_key = name.len() >= KEY
            && !name.contains('.')
            && name.bytes().any(|byte| byte.is_ascii_digit());
        if is_key || (is_file && name.len() >= NAME) {
            found.push(name.to_owned());
        } else if is_file && !folder.is_empty() {
            found.push(join(&[folder, "/", name]));
        }
        folder = part;
    }
    found
}

/// A name without the size at its end, such as `-1200x630`.
fn without_size(name: &str) -> &str {
    let end = name.rfind(['-', '_', '@']).unwrap_or(name.len());
    let (start, size) = name.split_at_checked(end).unwrap_or((name, ""));
    let size = size.get(1..).unwrap_or_default();
    let is_size = size
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'x')
        && size.len() >= 2;
    if is_size || size == "scaled" {
        start
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_picture_is_known_by_the_name_of_its_file() {
        let picture = "https://cdn.example/2024/04/east-quay-1200x630.jpg?w=1200";
        for same in [
            "https://www.example/2024/04/east-quay.jpg",
            "/img/east-quay-640x360.webp 640w, /img/east-quay-1280x720.webp 1280w",
            "/_next/image?url=https%3A%2F%2Fcdn.example%2Feast-quay-scaled.jpg&w=640",
        ] {
            assert!(is_same(same, picture), "{same}");
        }
        for other in [
            "https://cdn.example/2024/04/west-quay-1200x630.jpg",
            "https://cdn.example/image.jpg",
            "",
        ] {
            assert!(!is_same(other, picture), "{other}");
        }
        assert!(!is_same(
            "https://a.example/main.jpg",
            "https://b.example/main.jpg"
        ));
        let key = "https://cdn.example/5c1f0b7a9d34/w800";
        assert!(is_same("https://cdn.example/5c1f0b7a9d34/w80", key));
    }
}
