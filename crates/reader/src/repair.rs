//! JSON-LD that is damaged in a way that has only one repair.
//!
//! Pages write JSON-LD by hand and by templates. What is repaired here: wrappers of CDATA and comments around the
//! block, a semicolon after it, and within texts raw control characters and halves of surrogate pairs.
//! Nothing else is: for comments within, single quotes and unescaped quotes there is more than one reading.

use article_card::reading::json::{self, Fault, Placed};
use article_card::report::{Code, Path, Report};
use std::borrow::Cow;

/// A block without what stands around its JSON.
#[derive(Debug)]
pub(crate) struct Unwrapped<'a> {
    /// What is to be read: wrappers are blanks in it, so that every place is where it was.
    text: Cow<'a, str>,
    /// What was taken off, a clause each.
    repairs: Vec<&'static str>,
}

/// A block that was read, perhaps after a repair.
#[derive(Debug)]
pub(crate) struct Repaired<'a> {
    pub(crate) value: Result<Placed<'a>, Fault>,
    /// What was repaired, a clause each.
    pub(crate) repairs: Vec<&'static str>,
}

impl Unwrapped<'_> {
    /// Reads the block.
    pub(crate) fn parse(&self) -> Repaired<'_> {
        let mut repairs = Vec::new();
        for repair in &self.repairs {
            repairs.push(*repair);
        }
        let value = json::parse_damaged(&self.text).map(|(value, is_damaged)| {
            if is_damaged {
                repairs.push("control characters or halves of surrogate pairs stood in its texts");
            }
            value
        });
        Repaired { value, repairs }
    }
}

impl Repaired<'_> {
    /// Tells of every repair to what has that root, and begins after so many bytes; what could not be read in spite of them
    /// was not repaired.
    pub(crate) fn tell(&self, root: &Path, start: usize, report: &mut Report) {
        let Ok(value) = &self.value else { return };
        let path = root.clone().at(value.at().map(|at| start + at));
        for repair in &self.repairs {
            report.warn(Code::JsonRepaired, path.clone(), (*repair).into());
        }
    }
}

impl<'a> Unwrapped<'a> {
    /// Blanks out what stands around the JSON. A byte order mark does not count.
    pub(crate) fn of(text: &'a str) -> Self {
        // No JSON begins or ends with any of these, so they can be taken off one by one.
        const OPENINGS: [&str; 5] = ["<![CDATA[", "<!--", "//", "/*", "*/"];
        const ENDINGS: [&str; 5] = ["]]>", "-->", "//", "/*", "*/"];
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (mut start, mut body) = (0, text);
        let mut was_wrapped = false;
        let mut had_semicolon = false;
        loop {
            let leading = body.trim_ascii_start();
            let trailing = body.trim_ascii_end();
            if let Some(rest) = OPENINGS.iter().find_map(|sign| leading.strip_prefix(sign)) {
                start += body.len() - rest.len();
                body = rest;
                was_wrapped = true;
            } else if let Some(rest) = ENDINGS.iter().find_map(|sign| trailing.strip_suffix(sign)) {
                body = rest;
                was_wrapped = true;
            } else if let Some(rest) = trailing.strip_suffix(';') {
                body = rest;
                had_semicolon = true;
            } else {
                break;
            }
        }
        let mut repairs = Vec::new();
        if was_wrapped {
            repairs.push("it stood in a comment or in CDATA");
        }
        if had_semicolon {
            repairs.push("a semicolon stood after it");
        }
        if repairs.is_empty() {
            return Self {
                text: Cow::Borrowed(text),
                repairs,
            };
        }
        let mut blanked = String::with_capacity(text.len());
        blank(text.get(..start), &mut blanked);
        blanked.push_str(body);
        blank(text.get(blanked.len()..), &mut blanked);
        Self {
            text: Cow::Owned(blanked),
            repairs,
        }
    }
}

/// Adds blanks and line breaks in the places of what is taken off, which is ASCII.
fn blank(taken_off: Option<&str>, text: &mut String) {
    for byte in taken_off.unwrap_or_default().bytes() {
        text.push(if byte == b'\n' { '\n' } else { ' ' });
    }
}

#[cfg(test)]
mod tests {
    use super::Unwrapped;

    #[test]
    fn what_is_taken_off_leaves_blanks_so_that_places_stay() {
        let block = "<!--\n//<![CDATA[\n{\"a\": 1};\n//]]>\n-->";
        let unwrapped = Unwrapped::of(block);
        assert!(unwrapped.parse().value.is_ok());
        assert_eq!(unwrapped.text, "    \n           \n{\"a\": 1} \n     \n   ");
        assert_eq!(
            unwrapped.repairs,
            [
                "it stood in a comment or in CDATA",
                "a semicolon stood after it"
            ]
        );
    }

    #[test]
    fn whole_blocks_are_read_as_they_are() {
        for block in ["{\"a\": \"<!-- ; -->\"}", " [1] ", ""] {
            let unwrapped = Unwrapped::of(block);
            assert_eq!(unwrapped.text, block);
            assert!(unwrapped.parse().repairs.is_empty());
        }
    }

    #[test]
    fn nothing_else_is_guessed() {
        for block in [
            "<!-- x --> {}",
            "/* x */ {}",
            "{} // x",
            "{'a': 1}",
            "{\"a\": 1,}",
            "{a: 1}",
            "{} {}",
            "&#123;}",
            "<!--",
            ";",
            "//",
        ] {
            assert!(Unwrapped::of(block).parse().value.is_err(), "{block}");
        }
    }
}
