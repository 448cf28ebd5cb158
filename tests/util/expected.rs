//! Prerendered cards as a person has reviewed them.

use super::drawn::html;
use super::util::workspace;
use article_card::Article;
use std::fs;

/// The card alone, as it stands in its embed.
pub fn inner(embed: &str) -> &str {
    let Some((_, rest)) = embed.split_once(" data-prerendered=\"") else {
        return "";
    };
    let (_, card) = rest.split_once("\">").unwrap();
    card.split_once("</div></template>").unwrap().0
}

/// A line for each start tag, set in by its depth.
fn in_lines(html: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0;
    let mut parts = html.split('<');
    lines.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if part.starts_with('/') {
            depth -= 1;
        } else {
            lines.push_str(if lines.is_empty() { "" } else { "\n" });
            lines.push_str(&"  ".repeat(depth));
            depth += usize::from(!part.starts_with("img ") && !part.starts_with("br>"));
        }
        lines.push('<');
        lines.push_str(part);
    }
    lines.push('\n');
    lines
}

/// Compares the card with the one that a person has reviewed, which is the whole of it at that time.
#[track_caller]
pub fn is_as_expected(name: &str, article: &Article, now: i64) {
    let folder = workspace().join("tests/expected/prerendered");
    let golden = folder.join(name).with_extension("html");
    let written = in_lines(inner(&html(article, now)));
    if std::env::var_os("ARTICLE_CARD_WRITE_EXPECTED").is_some() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&golden, &written).unwrap();
    }
    assert_eq!(
        written,
        fs::read_to_string(&golden).unwrap_or_default(),
        "{name}; with ARTICLE_CARD_WRITE_EXPECTED set this test writes tests/expected/prerendered anew"
    );
}
