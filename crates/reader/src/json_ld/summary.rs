//! What the article says in short: key points, and the sentence or two under the headline.

use super::node::Node;
use crate::clean::Cleaner;
use crate::key_points::{self, is_certain};
use crate::markup;
use crate::same_words::{are_same, is_small};
use article_card::article::Text;
use article_card::article::limits::{BULLETS, LINE, PARAGRAPH};

/// Key points are an abstract that is a list, or that is written as one.
pub(super) fn bullets(node: &Node<'_>, cleaner: &Cleaner<'_>) -> Vec<Text> {
    let texts = node.texts("abstract", cleaner);
    let mut bullets = Vec::new();
    for found in &texts {
        let text = markup::to_text(found.text().unwrap_or_default());
        let points = points_of(&text);
        if points.len() + texts.len() < 3 {
            break;
        }
        for point in points {
            let done = if texts.len() > 1 { "" } else { "split" };
            bullets.extend(cleaner.cleaned("bullets", point, &found.path, LINE, done));
        }
    }
    cleaner.shorten(&mut bullets, BULLETS, &node.path_of("abstract"));
    bullets
}

/// The points of a text. A line that goes on in lower case is no point.
fn points_of(text: &str) -> Vec<&str> {
    let points = key_points::points(text);
    let mut later = points.iter().skip(1);
    if !text.chars().any(is_certain) && later.any(|point| point.starts_with(is_small)) {
        return vec![text];
    }
    points
}

/// The abstract or description that says more than the headline.
pub(super) fn standfirst(
    node: &Node<'_>,
    headline: &str,
    has_bullets: bool,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    let names = if has_bullets {
        &["description"][..]
    } else {
        &["abstract", "description"]
    };
    names.iter().find_map(|name| {
        let texts = node.texts(name, cleaner);
        let says_more = |text: &&str| !are_same(&markup::to_text(text), headline);
        texts.iter().find_map(|found| {
            let text = found.text().filter(says_more)?;
            cleaner.text("standfirst", text, &found.path, PARAGRAPH)
        })
    })
}
