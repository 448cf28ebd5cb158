//! The renditions of a picture: which one is shown, and which are offered beside it.

use super::item;
use crate::clean::Cleaner;
use crate::picture_type::media_type;
use crate::search::{behind, has};
use crate::source_value::SourceValue;
use article_card::article::limits::SOURCES;
use article_card::article::{Image, ImageSource, Link};
use article_card::reading::json::Json;
use article_card::report::Path;

/// The card is 640 pixels wide, and screens have up to four for one of these.
const FILLING: u32 = 640;
const WIDEST: u32 = 2560;

struct Rendition {
    link: Link,
    path: Path,
    width: Option<u32>,
    height: Option<u32>,
    media_type: Option<&'static str>,
    /// Marked by the agency, or small and perhaps cropped.
    is_poor: bool,
}

/// The picture of an item's renditions, without its lines. Where the item certainly is a picture they need no media type.
pub(super) fn image(
    item: &SourceValue<'_>,
    is_certain: bool,
    cleaner: &Cleaner<'_>,
) -> Option<Image> {
    let mut all = Vec::new();
    for (name, found) in &item::entries(item, "renditions", cleaner) {
        all.extend(rendition(name, found, is_certain, cleaner));
    }
    let is_good = |rendition: &Rendition| !rendition.is_poor;
    prefer(&mut all, &is_good, &is_good);
    // An original for print is taken only where nothing else fills a card.
    let fits = |rendition: &Rendition| {
        rendition
            .width
            .is_some_and(|width| (FILLING..=WIDEST).contains(&width))
    };
    prefer(&mut all, &fits, &|rendition| {
        rendition.width.is_none_or(|width| width <= WIDEST)
    });
    let mut widest = all.first()?;
    for rendition in &all {
        if rendition.width > widest.width {
            widest = rendition;
        }
    }
    let mut unknown = all.iter().filter(|rendition| rendition.width.is_none());
    let shown = match unknown.next() {
        Some(unknown) if widest.width.is_none_or(|width| width < FILLING) => unknown,
        _ => widest,
    };
    cleaner.note("image.url", &shown.path, "");
    let mut sources = Vec::new();
    let mut last = None;
    // Picked one by one, since a sort would weigh more than all else here.
    loop {
        let mut narrowest: Option<(u32, &Rendition)> = None;
        for other in &all {
            if let Some(width) = other.width
                && Some(width) < shown.width
                && Some(width) > last
                && narrowest.is_none_or(|(least, _)| width < least)
                && other.is_the_same_as(shown)
            {
                narrowest = Some((width, other));
            }
        }
        let Some((width, next)) = narrowest else {
            break;
        };
        let media_type = next
            .media_type
            .filter(|_| next.media_type != shown.media_type);
        sources.push(ImageSource {
            url: next.link.clone(),
            width,
            media_type: media_type.map(Into::into),
        });
        if sources.len() > SOURCES {
            break;
        }
        last = Some(width);
    }
    cleaner.shorten(&mut sources, SOURCES, &shown.path);
    Some(Image {
        url: Some(shown.link.clone()),
        alt: None,
        caption: None,
        credit: None,
        width: shown.width,
        height: shown.height,
        origin: None,
        sources,
    })
}

/// Leaves only those that stay, if one of them is best.
fn prefer(
    all: &mut Vec<Rendition>,
    is_best: &dyn Fn(&Rendition) -> bool,
    stays: &dyn Fn(&Rendition) -> bool,
) {
    if all.iter().any(is_best) {
        all.retain(stays);
    }
}

impl Rendition {
    /// Whether both show the same detail, as far as their sizes tell.
    fn is_the_same_as(&self, other: &Rendition) -> bool {
        let sizes = || Some((self.width?, self.height?, other.width?, other.height?));
        let Some((width, height, other_width, other_height)) = sizes() else {
            return true;
        };
        let one = u64::from(width) * u64::from(other_height);
        let another = u64::from(height) * u64::from(other_width);
        // Sizes are whole pixels: of a narrow one the shape is not exact.
        one.abs_diff(another) * 20 <= another
    }
}

fn rendition(
    name: &str,
    found: &SourceValue<'_>,
    is_certain: bool,
    cleaner: &Cleaner<'_>,
) -> Option<Rendition> {
    if !matches!(found.value, Json::Object(_)) {
        item::tell_type(found, "an object", cleaner);
        return None;
    }
    let stated = ["contenttype", "mimetype"]
        .iter()
        .find_map(|name| item::text(&item::member(found, name)?, cleaner));
    let media_type = match stated {
        Some(stated) => Some(media_type(stated)?),
        None if is_certain => None,
        None => return None,
    };
    let address = item::member(found, "href")?;
    let href = item::text(&address, cleaner)?;
    let title = item::member(found, "title");
    let title = title
        .as_ref()
        .and_then(SourceValue::text)
        .unwrap_or_default();
    let file = behind(href, b"/");
    let is = |text: &str, mark: &str| has(&text.to_ascii_lowercase(), mark);
    let is_poor = [name, title, file].iter().any(|text| is(text, "watermark"))
        || [name, title].iter().any(|text| is(text, "thumb"));
    let pixels = |name| cleaner.pixels(&item::member(found, name)?);
    Some(Rendition {
        link: cleaner.link("image.sources", href, &address.path)?,
        path: address.path,
        width: pixels("width"),
        height: pixels("height"),
        media_type,
        is_poor,
    })
}
