//! Normal form C by ICU4X.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The text in normal form C.
pub(super) fn compose(text: &str) -> String {
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    normalizer.normalize(text).into_owned()
}

/// Whether the text is in it already.
#[cfg(feature = "prerender")]
pub(super) fn is_composed(text: &str) -> bool {
    ComposingNormalizerBorrowed::new_nfc().is_normalized(text)
}
