//! Where the fields of an article stand in the card's own JSON.

use article_card::Article;
use article_card::reading::json::{self, Json, Placed};
use article_card::report::Path;

/// The fields of the article by their names, such as `byline[0].name`, with the paths of what they were read from. Of a name
/// that stands twice that is the last, as it is for the reading, and an item that was left out has no place among the others:
/// `byline[0].name` may come from `$.byline[1].name`.
pub(super) fn of(article: &Article, input: &Placed<'_>, left_out: &[usize]) -> Vec<(String, Path)> {
    let mut fields = Vec::new();
    // What we have written ourselves can be read.
    if let Ok(article) = json::parse(article.to_json().as_bytes()) {
        gather(&article, input, ["", "$"], left_out, &mut fields);
    }
    fields
}

/// `name` is what the article calls the value, and `path` what leads to it in the input.
fn gather(
    value: &Json<'_>,
    input: &Placed<'_>,
    [name, path]: [&str; 2],
    left_out: &[usize],
    fields: &mut Vec<(String, Path)>,
) {
    let mut below = |value, input, name: String, path: String| {
        gather(value, input, [&name, &path], left_out, fields);
    };
    match (value, &**input) {
        (Json::Object(members), Json::Object(found)) => {
            for (member, value) in members {
                let dot = if name.is_empty() { "" } else { "." };
                if let Some((_, input)) = found.iter().rfind(|(name, _)| name == member) {
                    let name = format!("{name}{dot}{member}");
                    below(value, input, name, format!("{path}.{member}"));
                }
            }
        }
        (Json::List(items), Json::List(found)) => {
            let is_kept = |(_, item): &(usize, &Placed<'_>)| {
                item.at().is_none_or(|at| !left_out.contains(&at))
            };
            let kept = found.iter().enumerate().filter(is_kept);
            for ((index, value), (place, input)) in items.iter().enumerate().zip(kept) {
                let name = format!("{name}[{index}]");
                below(value, input, name, format!("{path}[{place}]"));
            }
        }
        _ => fields.push((name.into(), Path::root(path.to_owned()).at(input.at()))),
    }
}
