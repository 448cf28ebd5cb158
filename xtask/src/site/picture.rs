//! The pictures of the documents, with their sizes, so that a page keeps their places.

use crate::{files, project};
use anyhow::{Context, Result};

/// A picture by its path in the repository.
pub struct Picture {
    pub path: String,
    pub width: u32,
    pub height: u32,
}

impl Picture {
    pub fn read(path: String) -> Result<Picture> {
        let content = files::read(&project::root().join(&path))?;
        let (width, height) = size(&content)
            .with_context(|| format!("{path} is no WebP with an extended or lossy header"))?;
        Ok(Picture {
            path,
            width,
            height,
        })
    }

    /// Where it stands in the site.
    pub fn address(&self) -> String {
        format!("docs/{}", self.source())
    }

    /// The same, as a page of the reference says it.
    pub fn source(&self) -> String {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        format!("pictures/{name}")
    }
}

/// Width and height as the head of a WebP file states them.
fn size(content: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize, bytes: usize| {
        let bytes = content.get(at..at + bytes)?.iter().rev();
        Some(bytes.fold(0, |number, byte| number << 8 | u32::from(*byte)))
    };
    match (content.get(..4)?, content.get(8..16)?) {
        (b"RIFF", b"WEBPVP8X") => Some((number(24, 3)? + 1, number(27, 3)? + 1)),
        (b"RIFF", b"WEBPVP8 ") => Some((number(26, 2)? & 0x3fff, number(28, 2)? & 0x3fff)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_how_large_it_is() -> Result<()> {
        let extended = b"RIFF....WEBPVP8X\x0a\0\0\0\0\0\0\0\x4f\x07\0\x38\x05\0";
        assert_eq!(size(extended), Some((1872, 1337)));
        let lossy = b"RIFF....WEBPVP8 ....\0\0\0\x9d\x01\x2a\x50\x47\x39\x05";
        assert_eq!(size(lossy), Some((1872, 1337)));
        assert_eq!(size(b"\x89PNG............................"), None);
        let picture = Picture::read("tests/expected/workbench.webp".to_owned())?;
        assert!(picture.width > 300 && picture.height > 300);
        assert_eq!(picture.address(), "docs/pictures/workbench.webp");
        Ok(())
    }
}
