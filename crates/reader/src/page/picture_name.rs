//! The name by which a picture is known, whatever its size and its address.

use crate::picture_type::is_ending;
use article_card::reading::join;

/// Words at the end of a name that say how large the picture is.
const SIZES: &str = "scaled thumb thumbnail small medium large original full big xs s m l xl xxl";

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
    let decoded = decoded.replace("%2f", "/").replace("%20", " ");
    let mut folder = "";
    let mut found = Vec::new();
    for part in decoded.split(['/', '?', '&', '=', ',', ' ']) {
        let (name, kind) = part.rsplit_once('.').unwrap_or((part, ""));
        let is_file = is_ending(kind);
        let name = without_size(if is_file { name } else { part });
        found.extend(number(name).filter(|_| is_file).map(str::to_owned));
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

/// A name without the size at its end, such as `-1200x630`, or `_large`. Two digits are the number of a picture.
fn without_size(name: &str) -> &str {
    let end = name.rfind(['-', '_', '@']).unwrap_or(name.len());
    let (start, size) = name.split_at_checked(end).unwrap_or((name, ""));
    let size = size.get(1..).unwrap_or_default();
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    // A longer number is that of the picture.
    let is_pixels = |part: &str| part.len() <= 4 && is_digits(part);
    let is_width = size.len() >= 3 || size.contains('x');
    let is_size =
        SIZES.split(' ').any(|word| word == size) || (is_width && size.split('x').all(is_pixels));
    if is_size { start } else { name }
}

/// The number of a picture at the beginning of its name, with some letters of what follows: each size may end in a key of
/// its own.
fn number(name: &str) -> Option<&str> {
    /// Shorter ones count the pictures of a day.
    const DIGITS: usize = 6;
    const LETTERS: usize = 14;
    let digits = name.find(|sign: char| !sign.is_ascii_digit())?;
    let is_date = digits == 8 && (name.starts_with("19") || name.starts_with("20"));
    let start = name.get(..digits + LETTERS)?;
    let is_word = start.bytes().filter(u8::is_ascii_alphabetic).count() >= LETTERS - 4;
    (digits >= DIGITS && !is_date && is_word).then_some(start)
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
        for (one, other, same) in [
            (
                "4711001-raised-lock-gate-2n4Qx.jpg",
                "4711001-raised-lock-gate_large_9Zz81.jpg",
                true,
            ),
            (
                "4711001-raised-lock-gate-2n4Qx.jpg",
                "4711002-raised-lock-gate-2n4Qw.jpg",
                false,
            ),
            (
                "20240506-raised-lock-gate-a.jpg",
                "20240506-raised-lock-gate-b.jpg",
                false,
            ),
            (
                "lock-gate-1221798683_xl.jpg",
                "lock-gate-1221798683_small.webp",
                true,
            ),
            (
                "lock-gate-1221798683.jpg",
                "lock-gate-1221798684.jpg",
                false,
            ),
        ] {
            let place = |name| format!("https://cdn.example/i/{name}");
            assert_eq!(is_same(&place(one), &place(other)), same, "{one} {other}");
        }
        let key = "https://cdn.example/5c1f0b7a9d34/w800";
        assert!(is_same("https://cdn.example/5c1f0b7a9d34/w80", key));
    }
}
