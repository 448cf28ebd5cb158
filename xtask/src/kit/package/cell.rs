//! What stands in a cell of a document's table, as other tools show it.

/// A cell as a sentence of its own.
pub fn sentence(cell: &str) -> String {
    let text = plain(cell);
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), signs.as_str()),
        None => String::new(),
    }
}

/// A cell without the links, which lead from one document to another.
pub fn plain(cell: &str) -> String {
    let mut text = String::new();
    let mut rest = cell;
    while let Some((before, link)) = rest.split_once('[') {
        let Some(((shown, _), after)) = link
            .split_once(')')
            .and_then(|(link, after)| Some((link.split_once("](")?, after)))
        else {
            break;
        };
        text.extend([before, shown]);
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_sentence_that_leads_nowhere() {
        assert_eq!(
            sentence("leaves these [parts](look.md#parts) out"),
            "Leaves these parts out."
        );
        assert_eq!(
            plain("what [AI](fields.md#ai) or [a](b) has [made]"),
            "what AI or a has [made]"
        );
        assert_eq!(sentence(""), "");
    }
}
