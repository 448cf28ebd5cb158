//! The tags of our own pages, which are well-formed: no parser of HTML is needed to check them.

/// A start tag with its attributes, the names as they are written and the values without quotes.
pub struct Tag<'html> {
    pub name: &'html str,
    pub attributes: Vec<(&'html str, String)>,
}

impl Tag<'_> {
    pub fn value(&self, wanted: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(name, _)| *name == wanted)?;
        Some(value)
    }
}

/// The start tags of a page, without what stands in comments, scripts and styles.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')? + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
            } else if rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let (tag, after) = tag(rest);
                rest = after;
                if ["script", "style"].contains(&tag.name) {
                    let end = rest.find(&format!("</{}", tag.name));
                    rest = end.map_or("", |end| &rest[end..]);
                }
                return Some(tag);
            }
        }
    })
}

/// The tag that begins here, and what comes after it.
fn tag(html: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = word(html, " \n\t/>");
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '\t', '/']);
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let (name, after) = word(rest, "= \n\t/>");
        let Some(value) = after.strip_prefix('=') else {
            attributes.push((name, String::new()));
            // A stray `=` would stay for ever.
            rest = if name.is_empty() { &after[1..] } else { after };
            continue;
        };
        let quote = value.chars().next().filter(|first| "\"'".contains(*first));
        let (value, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => word(value, " \n\t>"),
        };
        attributes.push((name, value.replace("&amp;", "&")));
        rest = after;
    }
    let after = rest.strip_prefix('>').unwrap_or(rest);
    (Tag { name, attributes }, after)
}

fn word<'html>(html: &'html str, ends: &str) -> (&'html str, &'html str) {
    let end = html.find(|character| ends.contains(character));
    html.split_at(end.unwrap_or(html.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_their_attributes_are_found() {
        let html = "<!doctype html><!-- <a href=x> --><p class='a b'\n hidden><a href=\"b?c&amp;d>\">1 < 2</a><br/>\
                    <script src=e.js>'<i>'</script><b =>";
        let found: Vec<String> = tags(html)
            .map(|tag| format!("{} {:?}", tag.name, tag.attributes))
            .collect();
        assert_eq!(
            found,
            [
                r#"p [("class", "a b"), ("hidden", "")]"#,
                r#"a [("href", "b?c&d>")]"#,
                "br []",
                r#"script [("src", "e.js")]"#,
                r#"b [("", "")]"#,
            ]
        );
    }
}
