//! The search for the first byte that does not mean itself.

/// How many bytes there are before the first control character or one of these signs, or in all.
pub(super) fn length_before<const N: usize>(bytes: &[u8], signs: [u8; N]) -> usize {
    #[cfg(feature = "prerender")]
    let start = super::wide::length_before(bytes, signs);
    #[cfg(not(feature = "prerender"))]
    let start = 0;
    let rest = bytes.get(start..).unwrap_or_default();
    let is_meant = |byte: &u8| *byte < b' ' || signs.iter().any(|sign| sign == byte);
    let found = rest.iter().position(is_meant);
    found.map_or(bytes.len(), |at| start + at)
}
