//! The name by which a picture is known, whatever its size and its address.

use crate::picture_type::is_ending;
use article_card::reading::join;

/// Whether both addresses are of one picture in, perhaps, two sizes: they share the name of its file, or a long part that
/// is a number or holds one.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let own = names(one);
    one == other || names(other).iter().any(|name| own.contains(name))
}

/// The parts of an address, or of a list of them, by which a picture is known.
fn names(address: &str) -> Vec<String> {
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
        let is_file = is_ending(kind);
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
