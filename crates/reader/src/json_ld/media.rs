//! What an article is beside text, how it came to be, and how long it takes to read.

use super::node::Node;
use crate::clean::Cleaner;
use crate::markup;
use crate::same_words::are_same;
use article_card::article::limits::COUNT;
use article_card::article::{Duration, Media, MediaKind, Origin, parse_duration};
use article_card::report::{Code, Reason};

/// How a text or a picture came to be: the first term that is one.
pub(super) fn origin(
    node: &Node<'_>,
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Origin> {
    let terms = node.nodes("digitalSourceType", cleaner);
    terms.iter().find_map(|term| {
        let text = term.as_text();
        let name = text.as_ref().and_then(|text| text.text());
        cleaner.origin(field, name.or_else(|| term.id())?, &term.path())
    })
}

/// The whole minutes that it takes to read, begun ones included.
pub(super) fn reading_time(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<u32> {
    let found = node.text("timeRequired", cleaner)?;
    let raw = found.text()?;
    let minutes = parse_duration(raw).and_then(|length| u32::try_from(length / 1000).ok());
    let minutes = minutes.map(|seconds| seconds.div_ceil(60));
    let minutes = minutes.filter(|minutes| (1..=COUNT).contains(minutes));
    if minutes.is_some() {
        cleaner.note("readingTime", &found.path, "");
    } else {
        let reason = Reason::quoting(raw).and(" is no time of reading, such as PT5M");
        cleaner.warn(&found.path, Code::BadValue, reason);
    }
    minutes
}

/// The medium, if the article is one itself: a player in its text is only a part of it.
pub(super) fn media(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Option<Media> {
    let is = |kinds: [&str; 2]| kinds.into_iter().any(|kind| node.has_type(kind));
    let kind = if is(["VideoObject", "VideoGallery"]) {
        MediaKind::Video
    } else if is(["AudioObject", "PodcastEpisode"]) {
        MediaKind::Audio
    } else if is(["ImageGallery", "MediaGallery"]) {
        MediaKind::Gallery
    } else {
        let count = gallery(node)?;
        cleaner.note("media", &node.path_of("image"), "the pictures counted");
        return Some(Media {
            kind: MediaKind::Gallery,
            duration: None,
            count: Some(count),
        });
    };
    cleaner.note("media", &node.path_of("@type"), "");
    let durations = node.peek("duration");
    let duration = durations.iter().find_map(|found| found.text());
    Some(Media {
        kind,
        duration: duration.and_then(Duration::parse),
        count: gallery(node),
    })
}

/// How many pictures there are, if there are several and each has a caption of its own: renditions of one share theirs.
fn gallery(node: &Node<'_>) -> Option<u32> {
    let mut captions: Vec<String> = Vec::new();
    for picture in node.peek("image") {
        let captions_of = node.node(&picture).peek("caption");
        let caption = markup::to_text(captions_of.first()?.text()?);
        if captions.iter().any(|other| are_same(other, &caption)) {
            return None;
        }
        captions.push(caption);
    }
    let count = u32::try_from(captions.len()).ok()?;
    (count > 1).then_some(count)
}
