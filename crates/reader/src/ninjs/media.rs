//! What an item is beside text, and how it came to be.

use super::{item, picture};
use crate::clean::Cleaner;
use crate::pixels::pixels;
use crate::source_value::SourceValue;
use article_card::article::{Duration, Media, MediaKind, Origin};
use article_card::reading::json::Json;
use article_card::report::Code;

/// How an item came to be, by the term's address or its short name.
pub(super) fn origin(
    item: &SourceValue<'_>,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Origin> {
    let found = item::member(item, "digitalsourcetype")?;
    let (term, path) = item::text_of(&found, &["uri", "literal"], cleaner)?;
    cleaner.origin(field, term, &path)
}

/// The same for the text of an item; that of a picture is the picture's.
pub(super) fn text_origin(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Origin> {
    match picture::is_visual(item) {
        true => None,
        false => origin(item, "origin", cleaner),
    }
}

/// The medium, if the item is one itself; its renditions say how long it is.
pub(super) fn media(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Media> {
    let found = item::member(item, "type")?;
    let kind = match &*item::word(found.text()?) {
        "video" => MediaKind::Video,
        "audio" => MediaKind::Audio,
        _ => return None,
    };
    cleaner.note("media", &found.path, "");
    let renditions = item::entries(item, "renditions", cleaner);
    let mut renditions = renditions.iter();
    Some(Media {
        kind,
        duration: renditions.find_map(|(_, rendition)| duration(rendition, cleaner)),
        count: None,
    })
}

/// How long a rendition is, in seconds. Some agencies write milliseconds there: no news lasts as long as those would, nor is
/// it as small.
fn duration(rendition: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Duration> {
    /// Four hours.
    const LONGEST: u32 = 14_400;
    /// Of a second; speech for the telephone has more.
    const LEAST_BYTES: f64 = 500.0;
    let found = item::member(rendition, "duration")?;
    let seconds = pixels(found.value).filter(|seconds| *seconds <= LONGEST);
    let size = item::member(rendition, "sizeinbytes");
    let is_small = |seconds: &u32| match size.as_ref().map(|size| size.value) {
        Some(Json::Number(size)) => size.value() < LEAST_BYTES * f64::from(*seconds),
        _ => false,
    };
    let Some(seconds) = seconds.filter(|seconds| !is_small(seconds)) else {
        let message = "expected a length in seconds, and this is no likely one";
        cleaner.warn(&found.path, Code::BadValue, message);
        return None;
    };
    let duration = Duration::of_seconds(seconds)?;
    cleaner.note("media.duration", &found.path, "");
    Some(duration)
}
