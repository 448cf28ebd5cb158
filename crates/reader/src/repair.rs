//! JSON-LD that is damaged in a way that has only one repair.
//!
//! Pages write JSON-LD by hand and by templates. What is repaired here: wrappers of CDATA and comments around the
//! block, a semicolon after it, and within texts raw control characters and halves of surrogate pairs.
//! Nothing else is: for comments within, single quotes and unescaped quotes there is more than one reading.

use article_card::reading::json::{self, Fault, Placed};
use article_card::report::{Code, Path, Report};
use std::borrow::Cow;

/// A block that was read, perhaps after a repair.
#[derive(Debug)]
pub(crate) struct Repaired<'a> {
    pub(crate) value: Result<Placed<'static>, Fault>,
    /// The text that was read: wrappers are blanks in it, so that every place is where it was.
    pub(crate) text: Cow<'a, [u8]>,
    /// What was repaired, a clause each.
    pub(crate) repairs: Vec<&'static str>,
}

impl<'a> Repaired<'a> {
    /// Reads a block.
    pub(crate) fn parse(bytes: &'a [u8]) -> Self {
        let mut repairs = Vec::new();
        let text = unwrap(bytes, &mut repairs);
        let value = json::parse(&text).or_else(|fault| match json::parse_damaged(&text) {
            Ok((value, true)) => {
                repairs.push("control characters or halves of surrogate pairs stood in its texts");
                Ok(value)
            }
            _ => Err(fault),
        });
        Self {
            value: value.map(Placed::into_owned),
            text,
            repairs,
        }
    }

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

/// Blanks out what stands around the JSON.
fn unwrap<'a>(bytes: &'a [u8], repairs: &mut Vec<&'static str>) -> Cow<'a, [u8]> {
    // No JSON begins or ends with any of these, so they can be taken off one by one.
    const OPENINGS: [&[u8]; 5] = [b"<![CDATA[", b"<!--", b"//", b"/*", b"*/"];
    const ENDINGS: [&[u8]; 5] = [b"]]>", b"-->", b"//", b"/*", b"*/"];
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut start, mut end) = (bytes.len() - body.len(), bytes.len());
    let mut was_wrapped = false;
    let mut had_semicolon = false;
    loop {
        let body = bytes.get(start..end).unwrap_or_default();
        let trimmed = body.trim_ascii();
        let leading = body.len() - body.trim_ascii_start().len();
        let trailing = body.len() - body.trim_ascii_end().len();
        if let Some(opening) = OPENINGS.iter().find(|opening| trimmed.starts_with(opening)) {
            start += leading + opening.len();
            was_wrapped = true;
        } else if let Some(ending) = ENDINGS.iter().find(|ending| trimmed.ends_with(ending)) {
            end -= trailing + ending.len();
            was_wrapped = true;
        } else if trimmed.ends_with(b";") {
            end -= trailing + 1;
            had_semicolon = true;
        } else {
            break;
        }
    }
    if was_wrapped {
        repairs.push("it stood in a comment or in CDATA");
    }
    if had_semicolon {
        repairs.push("a semicolon stood after it");
    }
    if repairs.is_empty() {
        return Cow::Borrowed(bytes);
    }
    let kept = start..end;
    let blanked = bytes.iter().enumerate().map(|(at, byte)| match byte {
        b'\n' => b'\n',
        byte if kept.contains(&at) => *byte,
        _ => b' ',
    });
    Cow::Owned(blanked.collect())
}

#[cfg(test)]
mod tests {
    use super::Repaired;

    #[test]
    fn what_is_taken_off_leaves_blanks_so_that_places_stay() {
        let block = b"<!--\n//<![CDATA[\n{\"a\": 1};\n//]]>\n-->";
        let repaired = Repaired::parse(block);
        assert!(repaired.value.is_ok());
        assert_eq!(
            str::from_utf8(&repaired.text).unwrap(),
            "    \n           \n{\"a\": 1} \n     \n   "
        );
        assert_eq!(
            repaired.repairs,
            [
                "it stood in a comment or in CDATA",
                "a semicolon stood after it"
            ]
        );
    }

    #[test]
    fn whole_blocks_are_read_as_they_are() {
        for block in ["{\"a\": \"<!-- ; -->\"}", " [1] ", ""] {
            let repaired = Repaired::parse(block.as_bytes());
            assert_eq!(&*repaired.text, block.as_bytes());
            assert!(repaired.repairs.is_empty());
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
            assert!(Repaired::parse(block.as_bytes()).value.is_err(), "{block}");
        }
    }
}
