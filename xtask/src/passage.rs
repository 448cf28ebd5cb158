//! A passage of a document that a chore writes, between two comments.

use crate::{files, project};
use anyhow::{Context, Result};

/// Where it stands.
pub struct Passage {
    /// The document, from the project's root.
    pub document: &'static str,
    /// The name in both comments.
    pub name: &'static str,
}

impl Passage {
    /// What stands there.
    pub fn read(&self) -> Result<String> {
        let text = files::read_text(&project::root().join(self.document))?;
        let (_, written, _) = self.parts(&text)?;
        Ok(written.to_owned())
    }

    /// Puts whole lines in the place of what stands there.
    pub fn write(&self, fresh: &str) -> Result<()> {
        let path = project::root().join(self.document);
        let text = files::read_text(&path)?;
        let (before, _, after) = self.parts(&text)?;
        files::write(&path, [before, fresh, after].concat())?;
        println!("  {} says so", self.document);
        Ok(())
    }

    /// What stands before the passage, with the comment; the passage; and what stands after it.
    fn parts<'t>(&self, text: &'t str) -> Result<(&'t str, &'t str, &'t str)> {
        let Self { document, name } = self;
        let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
        let parts = || {
            let (before, rest) = text.split_at_checked(text.find(&start)? + start.len())?;
            let (written, after) = rest.split_at_checked(rest.find(&end)?)?;
            Some((before, written, after))
        };
        parts()
            .with_context(|| format!("{document} has no {} with {end} after it", start.trim_end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_stands_between_its_comments() -> Result<()> {
        let passage = Passage {
            document: "a.md",
            name: "sizes",
        };
        let text = "# A\n<!-- sizes -->\none\ntwo\n<!-- /sizes -->\nend\n";
        let (before, written, after) = passage.parts(text)?;
        assert_eq!([before, written, after].concat(), text);
        assert_eq!(written, "one\ntwo\n");
        for none in [
            "<!-- sizes -->\nand no end",
            "<!-- /sizes -->\n<!-- sizes -->\n",
        ] {
            assert!(passage.parts(none).is_err(), "{none}");
        }
        Ok(())
    }
}
