//! Pixels of a side of a picture, however they are written.

use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::limits::COUNT;
use article_card::reading::json::Json;
use article_card::report::Code;

impl Cleaner<'_> {
    /// The pixels of a side, if they are known; what cannot be read is told.
    pub(crate) fn pixels(&self, found: &SourceValue<'_>) -> Option<u32> {
        let pixels = pixels(found.value);
        if pixels.is_none() {
            let message = "expected a number of pixels from 1 to 65535";
            self.warn(&found.path, Code::BadValue, message);
        }
        pixels.filter(|pixels| *pixels > 0)
    }
}

/// A number, or a text of one, perhaps with its unit. Zero, and the word of CSS for it, are how some say that they do not
/// know; a fraction is left by computed sizes, and of a picture only whole pixels are shown.
pub(crate) fn pixels(value: &Json<'_>) -> Option<u32> {
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
            f64::from(whole_number(whole)?)
        }
        _ => return None,
    };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked before"
    )]
    (0.0..=f64::from(COUNT))
        .contains(&number)
        .then_some(number as u32)
}

/// The number that digits are, perhaps with a plus. The standard library's way knows of other bases, too, and weighs more.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('+').unwrap_or(text);
    let mut number = 0_u32;
    for digit in digits.bytes() {
        let digit = char::from(digit).to_digit(10)?;
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    (!digits.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{pixels, whole_number};
    use article_card::reading::json::{self, Json};

    #[test]
    fn a_whole_number_is_that_of_the_standard_library() {
        for text in [
            "",
            "+",
            "0",
            "007",
            "+7",
            "-7",
            "++7",
            "7 ",
            "4294967295",
            "4294967296",
            "1e3",
            "٣",
        ] {
            assert_eq!(whole_number(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn a_side_is_a_number_however_it_is_written() {
        let number = |text: &str| pixels(&json::parse(text.as_bytes()).unwrap());
        assert_eq!(number("3227.0"), Some(3227));
        assert_eq!(number("640.5"), Some(640));
        assert_eq!(number("0"), Some(0));
        assert_eq!(number("-1"), None);
        assert_eq!(number("65536"), None);
        assert_eq!(number("true"), None);
        let text = |text: &str| pixels(&Json::Text(text.into()));
        for (written, side) in [
            ("640", 640),
            ("640px", 640),
            (" 640 PX ", 640),
            ("1200.0", 1200),
            ("0", 0),
            ("auto", 0),
        ] {
            assert_eq!(text(written), Some(side), "{written}");
        }
        for bad in ["100%", "-1", "px", "640pxpx", "1e3", "65536", "1.x", ""] {
            assert_eq!(text(bad), None, "{bad}");
        }
    }
}
