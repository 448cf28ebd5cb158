//! How much of an article a card has room for; above every real one seen.

/// Characters of a name or label.
pub const LABEL: usize = 120;
/// Characters of a headline, a bullet or an identifier.
pub const LINE: usize = 300;
/// Characters of a paragraph.
pub const PARAGRAPH: usize = 500;
/// Key points.
pub const BULLETS: usize = 10;
/// Names of the byline.
pub const AUTHORS: usize = 10;
/// Related stories.
pub const RELATED: usize = 10;
/// Widths of the picture.
pub const SOURCES: usize = 20;
/// Pixels of a side, pictures of a gallery, minutes of reading.
pub const COUNT: u32 = 65_535;
