//! How large pictures are, and which are the same in another width.

use super::address::Address;
use super::node::Node;
use crate::clean::Cleaner;
use article_card::article::ImageSource;
use article_card::article::limits::PIXELS;
use article_card::reading::json::Json;
use article_card::report::Code;

/// A side in pixels, however it is written; the cleaner is told if it cannot be one.
pub(super) fn pixels(picture: &Node<'_>, name: &str, cleaner: &Cleaner<'_>) -> Option<u32> {
    let found = picture.values(name, cleaner).into_iter().next()?;
    let pixels = side(picture, name);
    if pixels.is_none() {
        let message = "expected a number of pixels from 1 to 65535";
        cleaner.warn(&found.path, Code::BadValue, message);
    }
    // Zero is how some say that they do not know.
    pixels.filter(|pixels| *pixels > 0)
}

fn side(picture: &Node<'_>, name: &str) -> Option<u32> {
    let found = picture.peek(name).into_iter().next()?;
    let measure = Node::at(&found, picture.graph);
    let mut members = ["value", "name"].into_iter();
    let inner = members.find_map(|name| measure.peek(name).into_iter().next());
    number(inner.as_ref().unwrap_or(&found).value)
}

fn number(value: &Json) -> Option<u32> {
    let number = match value {
        Json::Number(number) => number.value(),
        Json::Text(text) => {
            let text = text.trim().to_ascii_lowercase();
            let text = text.strip_suffix("px").unwrap_or(&text).trim_end();
            if text == "auto" {
                return Some(0);
            }
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
                return None;
            }
            f64::from(whole.parse::<u32>().ok()?)
        }
        _ => return None,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    (0.0..=f64::from(PIXELS))
        .contains(&number)
        .then_some(number as u32)
}

/// A picture with its address as it is written.
#[derive(Clone, Copy)]
pub(super) struct Picture<'a> {
    pub(super) address: &'a str,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Picture<'_> {
    /// Whether it is the same picture in another width. That is certain only if it has the same shape, and the addresses
    /// differ in their own widths and heights alone.
    fn is_scaled_from(self, main: Picture<'_>) -> bool {
        let one = u64::from(self.width) * u64::from(main.height);
        let other = u64::from(self.height) * u64::from(main.width);
        self.width != main.width
            && one.abs_diff(other) * 100 <= one
            && self.pattern() == main.pattern()
    }

    /// The address with words in the places of its own width and height.
    fn pattern(self) -> String {
        let mut pattern = String::new();
        let mut rest = self.address;
        while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
            let (before, digits) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let length = digits.bytes().take_while(u8::is_ascii_digit).count();
            let (number, after) = digits.split_at_checked(length).unwrap_or((digits, ""));
            pattern.push_str(before);
            pattern.push_str(match number.parse::<u32>() {
                Ok(number) if number == self.width => "{width}",
                Ok(number) if number == self.height => "{height}",
                _ => number,
            });
            rest = after;
        }
        pattern.push_str(rest);
        pattern
    }
}

/// The picture as another width of the main one, if it certainly is one.
pub(super) fn source(
    picture: &Node<'_>,
    (address, path): &Address<'_>,
    main: &Picture<'_>,
    cleaner: &Cleaner<'_>,
) -> Option<ImageSource> {
    let known = |name| side(picture, name).filter(|side| *side > 0);
    let other = Picture {
        address,
        width: known("width")?,
        height: known("height")?,
    };
    if !other.is_scaled_from(*main) {
        return None;
    }
    Some(ImageSource {
        url: cleaner.link("image.sources", address, path)?,
        width: other.width,
        media_type: None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Picture, number};
    use article_card::reading::json::{self, Json};

    #[test]
    fn a_side_is_a_number_however_it_is_written() {
        let text = |text: &str| number(&Json::Text(text.into()));
        assert_eq!(number(&json::parse(b"3227.0").unwrap()), Some(3227));
        assert_eq!(text(" 640 PX "), Some(640));
        assert_eq!(text("1200.0"), Some(1200));
        assert_eq!(text("auto"), Some(0));
        for bad in ["100%", "-1", "px", "1e3", "65536", "1.x"] {
            assert_eq!(text(bad), None, "{bad}");
        }
        assert_eq!(number(&json::parse(b"-1").unwrap()), None);
        assert_eq!(number(&Json::Bool(true)), None);
    }

    #[test]
    fn only_the_same_picture_is_another_width() {
        let picture = |address, width, height| Picture {
            address,
            width,
            height,
        };
        let main = picture("https://a.example/1200x675/pier-3.jpg", 1200, 675);
        let half = picture("https://a.example/600x338/pier-3.jpg", 600, 338);
        assert!(half.is_scaled_from(main));
        for other in [
            picture("https://a.example/600x338/pier-4.jpg", 600, 338),
            picture("https://a.example/600x600/pier-3.jpg", 600, 600),
            picture("https://a.example/1200x675/pier-3.jpg", 1200, 675),
            picture("https://a.example/small/pier-3.jpg", 600, 338),
        ] {
            assert!(!other.is_scaled_from(main), "{}", other.address);
        }
    }
}
