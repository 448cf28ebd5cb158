//! Eight bytes in one number, looked at together.
//!
//! A page's reader would download 0.1 KB more: so it comes with the feature `prerender`, for servers. What each shortcut of
//! theirs saves stands in `docs/speed.md`.

/// How many bytes there are, in whole eights or up to the first control character or one of these signs.
pub(super) fn length_before<const N: usize>(bytes: &[u8], signs: [u8; N]) -> usize {
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk() {
        let found = find(*eight, signs);
        if found < eight.len() {
            return bytes.len() - rest.len() + found;
        }
        rest = after;
    }
    bytes.len() - rest.len()
}

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHEST_BITS: u64 = ONES << 7;

/// Where the first control character or one of these signs stands; 8 if nowhere.
fn find<const N: usize>(eight: [u8; 8], signs: [u8; N]) -> usize {
    let bytes = u64::from_le_bytes(eight);
    // The subtraction sets the highest bit of each byte below the limit. It may borrow from the byte after it, but never
    // before the first that is found.
    let below =
        |bytes: u64, limit: u8| bytes.wrapping_sub(ONES * u64::from(limit)) & !bytes & HIGHEST_BITS;
    let controls = below(bytes, b' ');
    let found = signs.iter().fold(controls, |found, sign| {
        found | below(bytes ^ (ONES * u64::from(*sign)), 1)
    });
    found.trailing_zeros() as usize / 8
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_first_is_found_beside_any_other_byte() {
        for (first, second) in
            (0..=255).flat_map(|first| (0..=255).map(move |second| (first, second)))
        {
            for at in 0..7 {
                let mut eight = *b"abcdefgh";
                eight[at] = first;
                eight[at + 1] = second;
                let is_meant = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == 0xe2;
                let expected = eight.iter().position(is_meant).unwrap_or(8);
                assert_eq!(find(eight, [b'"', 0xe2]), expected, "{eight:?}");
            }
        }
    }
}
