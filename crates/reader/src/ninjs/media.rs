//! What an item is beside text, and how it came to be.

use super::{item, picture};
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::{Duration, Media, MediaKind, Origin};

/// How an item came to be, by the term's address or its short name; that of a picture is the picture's.
pub(super) fn origin(
    item: &SourceValue<'_>,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Origin> {
    let found = item::member(item, "digitalsourcetype")?;
    let (name, path) = item::text_of(&found, &["uri", "literal"], cleaner)
        .or_else(|| Some((found.text()?, found.path.clone())))?;
    cleaner.origin(field, name, &path)
}

/// The same for the text of an item.
pub(super) fn text_origin(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Origin> {
    (!picture::is_picture(item)).then(|| origin(item, "origin", cleaner))?
}

/// The medium, if the item is one itself; its renditions say in seconds how long it is.
pub(super) fn media(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Media> {
    let found = item::member(item, "type")?;
    let kind = match &*item::word(found.text()?) {
        "video" => MediaKind::Video,
        "audio" => MediaKind::Audio,
        _ => return None,
    };
    cleaner.note("media.kind", &found.path, "");
    let renditions = item::entries(item, "renditions", cleaner);
    let duration = renditions.iter().find_map(|(_, rendition)| {
        let seconds = item::member(rendition, "duration")?;
        let duration = Duration::of_seconds(cleaner.pixels(&seconds)?)?;
        cleaner.note("media.duration", &seconds.path, "");
        Some(duration)
    });
    Some(Media {
        kind,
        duration,
        count: None,
    })
}
