//! How large pictures are, and which are the same in another width.

use super::address::Address;
use super::node::{Node, first};
use crate::clean::Cleaner;
use crate::pixels;
use crate::source_value::SourceValue;
use article_card::article::ImageSource;
use article_card::reading::json::Json;

/// A side in pixels, however it is written; the cleaner is told if it cannot be one.
pub(super) fn pixels(picture: &Node<'_>, name: &str, cleaner: &Cleaner<'_>) -> Option<u32> {
    let mut found = first(picture.values(name, cleaner))?;
    found.value = measure(picture, &found);
    cleaner.pixels(&found)
}

/// The number of a measure with its unit, or the value itself.
fn measure<'g>(picture: &Node<'g>, found: &SourceValue<'g>) -> &'g Json<'g> {
    let measure = Node::at(found, picture.graph);
    let mut members = ["value", "name"].into_iter();
    let inner = members.find_map(|name| first(measure.peek(name)));
    inner.map_or(found.value, |inner| inner.value)
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
            pattern.push_str(match pixels::whole_number(number) {
                Some(number) if number == self.width => "{width}",
                Some(number) if number == self.height => "{height}",
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
    let known = |name| {
        let found = first(picture.peek(name))?;
        pixels::pixels(measure(picture, &found)).filter(|pixels| *pixels > 0)
    };
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
    use super::Picture;

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
