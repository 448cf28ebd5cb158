//! The types of pictures that browsers show.

use crate::search::before;

/// The media type of that name, which stands in media types and at the ends of files.
fn named(name: &str) -> Option<&'static str> {
    const KNOWN: [(&str, &str); 9] = [
        ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("pjpeg", "image/jpeg"),
        ("png", "image/png"),
        ("webp", "image/webp"),
        ("avif", "image/avif"),
        ("gif", "image/gif"),
        ("svg", "image/svg+xml"),
        ("svg+xml", "image/svg+xml"),
    ];
    let mut known = KNOWN.iter();
    let (_, media_type) = known.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(media_type)
}

/// The media type as the standards write it, if it is one of these pictures.
pub(crate) fn media_type(stated: &str) -> Option<&'static str> {
    let stated = before(stated, b";").trim();
    let (kind, name) = stated.split_once('/')?;
    named(name).filter(|_| kind.eq_ignore_ascii_case("image"))
}

/// Whether the ending of a file's name, without its dot, is that of such a picture.
#[cfg(feature = "page")]
pub(crate) fn is_ending(ending: &str) -> bool {
    named(ending).is_some()
}

#[cfg(test)]
mod tests {
    use super::{media_type, named};

    #[test]
    fn pictures_that_browsers_show_are_known_by_type_and_ending() {
        for (stated, known) in [
            ("image/jpeg", Some("image/jpeg")),
            ("IMAGE/JPG", Some("image/jpeg")),
            (" image/svg+xml; charset=utf-8", Some("image/svg+xml")),
            ("image/svg", Some("image/svg+xml")),
            ("image/tiff", None),
            ("video/webp", None),
            ("webp", None),
            ("", None),
        ] {
            assert_eq!(media_type(stated), known, "{stated}");
        }
        for ending in ["jpg", "JPEG", "png", "webp", "avif", "gif", "svg"] {
            assert!(named(ending).is_some(), "{ending}");
        }
        assert_eq!(named("pdf"), None);
    }
}
