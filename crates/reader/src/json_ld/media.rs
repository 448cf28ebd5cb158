//! What an article is beside text, how it came to be, and how long it takes to read.

use super::node::Node;
use crate::clean::Cleaner;
use article_card::article::{Duration, Media, MediaKind, Origin};
use article_card::report::{Code, Reason};

/// How a text or a picture came to be: the first term that is one.
pub(super) fn origin(
    node: &Node<'_>,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Origin> {
    // Terms are written as addresses are: as texts or as identifiers.
    let terms = node.addresses("digitalSourceType", Some(cleaner));
    let mut terms = terms.iter();
    terms.find_map(|(term, path)| cleaner.origin(field, term, path))
}

/// The whole minutes that it takes to read, begun ones included.
pub(super) fn reading_time(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<u32> {
    let length = length(node, "timeRequired", "readingTime", cleaner)?;
    let [hours, minutes, seconds] = length.parts();
    Some(hours * 60 + minutes + u32::from(seconds > 0))
}

fn length(
    node: &Node<'_>,
    name: &str,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Duration> {
    let found = node.text(name, cleaner)?;
    let raw = found.text()?;
    let length = Duration::parse(raw);
    if length.is_some() {
        cleaner.note(field, &found.path, "");
    } else {
        let reason = Reason::quoting(raw).and(" is no length of time, such as PT5M");
        cleaner.warn(&found.path, Code::BadValue, reason);
    }
    length
}

/// The medium, if the article is one itself, or has a series of pictures, each with a caption of its own; a player in its text
/// is only a part of it.
pub(super) fn media(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Media> {
    const KINDS: [(&str, MediaKind); 6] = [
        ("VideoObject", MediaKind::Video),
        ("VideoGallery", MediaKind::Video),
        ("AudioObject", MediaKind::Audio),
        ("PodcastEpisode", MediaKind::Audio),
        ("ImageGallery", MediaKind::Gallery),
        ("MediaGallery", MediaKind::Gallery),
    ];
    /// As many pictures with captions make a gallery of any article; one or two more stand in most texts.
    const GALLERY: u32 = 3;
    let mut kinds = KINDS.iter();
    let Some((_, kind)) = kinds.find(|(name, _)| node.has_type(name)) else {
        let count = count(node, cleaner).filter(|count| *count >= GALLERY)?;
        cleaner.note("media", &node.path_of("image"), "the pictures counted");
        return Some(Media {
            kind: MediaKind::Gallery,
            duration: None,
            count: Some(count),
        });
    };
    cleaner.note("media", &node.path_of("@type"), "");
    let is_gallery = matches!(kind, MediaKind::Gallery);
    Some(Media {
        kind: *kind,
        duration: match is_gallery {
            true => None,
            false => length(node, "duration", "media.duration", cleaner),
        },
        count: match is_gallery {
            true => count(node, cleaner),
            false => None,
        },
    })
}

/// How many pictures a gallery has, if each has a caption of its own: the renditions of one share theirs, wherever they stand.
fn count(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<u32> {
    let pictures = node.peek("image");
    let captions = |picture| node.node(picture).peek("caption");
    let mut seen = Vec::new();
    for picture in &pictures {
        let captions = captions(picture);
        let caption = captions.first()?.text()?;
        if seen.contains(&caption) {
            return None;
        }
        seen.push(caption);
    }
    let count = u32::try_from(pictures.len()).ok()?;
    if count > 1 {
        let path = node.path_of("image");
        cleaner.note("media.count", &path, "the pictures counted");
        return Some(count);
    }
    None
}
