//! The picture that OpenGraph gives the page.

use crate::clean::Cleaner;
use crate::page::metadata::{Page, Saying};
use crate::source_value::SourceValue;
use article_card::article::limits::PARAGRAPH;
use article_card::article::{Image, Link};
use article_card::reading::json::Json;

/// A picture of OpenGraph, whose properties follow its address.
pub(super) struct Picture<'d> {
    pub(super) url: Saying<'d>,
    secure_url: Option<Saying<'d>>,
    width: Option<Saying<'d>>,
    height: Option<Saying<'d>>,
    alt: Option<Saying<'d>>,
}

impl Picture<'_> {
    /// Whether it has that very address.
    pub(super) fn is_at(&self, url: &Link, cleaner: &Cleaner<'_>) -> bool {
        let addresses = [Some(&self.url), self.secure_url.as_ref()];
        addresses.into_iter().flatten().any(|own| {
            let own = Link::parse_against(own.text.trim(), cleaner.base.as_ref());
            own.is_ok_and(|(own, _)| own == *url)
        })
    }
}

/// All that it gives.
pub(super) fn pictures<'d>(page: &Page<'d>) -> Vec<Picture<'d>> {
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
pub(super) fn address(
    pictures: &[Picture<'_>],
    page: &Page<'_>,
    cleaner: &Cleaner<'_>,
) -> Option<Link> {
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
pub(super) fn describe(
    image: &mut Image,
    picture: &Picture<'_>,
    is_exact: bool,
    cleaner: &Cleaner<'_>,
) {
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
