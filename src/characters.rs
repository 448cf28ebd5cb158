//! Characters that nobody sees and that act on what stands around them.

/// The explicit embeddings, overrides and isolates of UAX #9; marks such as U+200F are not among them.
pub(crate) const fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
