//! How much of an article a card has room for; above every real one seen.

/// Characters of a name or label.
pub(crate) const LABEL: usize = 120;
/// Characters of a headline, a bullet or an identifier.
pub(crate) const LINE: usize = 300;
/// Characters of a paragraph.
pub(crate) const PARAGRAPH: usize = 500;
/// Key points.
pub(crate) const BULLETS: usize = 10;
/// Names of the byline.
pub(crate) const AUTHORS: usize = 10;
/// Related stories.
pub(crate) const RELATED: usize = 10;
/// Widths of the picture.
pub(crate) const SOURCES: usize = 20;
/// Pixels of a side.
pub(crate) const PIXELS: u32 = 65_535;
