//! The fields of a find, one row each: what it is, where it came from, and what was done to it.

use crate::find::Find;
use crate::table::{Note, Row};
use article_card::report::Diagnostic;
use article_card::source::Origin;
use article_card::{Article, Format};
use serde_json::Value;

/// A row for each field of the article, then one for each place of which something did not become a field.
pub(crate) fn rows(find: &Find) -> Vec<Row> {
    let mut told = vec![false; find.diagnostics.len()];
    let leaves = find.article.as_ref().map(leaves).unwrap_or_default();
    let mut rows = Vec::new();
    for (at, (field, value)) in leaves.iter().enumerate() {
        let earlier = leaves.get(..at).unwrap_or_default();
        let (from, done) = origin(find, field, earlier);
        let mut notes = Vec::new();
        if !done.is_empty() {
            notes.push(Note {
                severity: None,
                text: done.into(),
            });
        }
        for (diagnostic, told) in find.diagnostics.iter().zip(&mut told) {
            if diagnostic.path == from && !*told {
                *told = true;
                notes.push(note(diagnostic));
            }
        }
        rows.push(Row {
            field: field.clone(),
            value: value.clone(),
            from,
            notes,
        });
    }
    let first = rows.len();
    for (diagnostic, _) in find.diagnostics.iter().zip(told).filter(|(_, told)| !told) {
        let of_path = rows.iter_mut().skip(first);
        match of_path.rev().find(|row| row.from == diagnostic.path) {
            Some(row) => row.notes.push(note(diagnostic)),
            None => rows.push(left_out(find, diagnostic)),
        }
    }
    rows
}

/// The row of something that did not become a field.
fn left_out(find: &Find, diagnostic: &Diagnostic) -> Row {
    // The card's own JSON calls its fields as the card does.
    let field = match diagnostic.path.strip_prefix("$.") {
        Some(field) if find.format == Some(Format::Card) => field,
        _ => "–",
    };
    Row {
        field: field.into(),
        value: String::new(),
        from: diagnostic.path.clone(),
        notes: vec![note(diagnostic)],
    }
}

fn note(diagnostic: &Diagnostic) -> Note {
    Note {
        severity: Some(diagnostic.severity),
        text: diagnostic.message.clone(),
    }
}

/// The single values of the article with their names, such as `byline[0].name`.
fn leaves(article: &Article) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    if let Ok(value) = serde_json::to_value(article) {
        gather(&value, "", &mut leaves);
    }
    leaves
}

fn gather(value: &Value, name: &str, leaves: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            for (member, value) in members {
                let dot = if name.is_empty() { "" } else { "." };
                gather(value, &format!("{name}{dot}{member}"), leaves);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                gather(value, &format!("{name}[{index}]"), leaves);
            }
        }
        // Only a withdrawn article has a headline of no text.
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => leaves.push((name.into(), text.clone())),
        other => leaves.push((name.into(), other.to_string())),
    }
}

/// Where a field came from, and what was done to it.
///
/// A reader notes the origins of a list's items by the name of the list and in their order, or one for the whole list.
fn origin(find: &Find, field: &str, earlier: &[(String, String)]) -> (String, &'static str) {
    if find.format == Some(Format::Card) {
        return (format!("$.{field}"), "");
    }
    let mut name = without_indices(field);
    loop {
        let of_name: Vec<&Origin> = find
            .origins
            .iter()
            .filter(|origin| origin.field == name)
            .collect();
        let is_same = |(other, _): &&(String, String)| without_indices(other) == name;
        let place = earlier.iter().filter(is_same).count();
        if let Some(origin) = of_name.get(place).or(of_name.last()) {
            return (origin.path.clone(), origin.done);
        }
        match name.rfind('.') {
            Some(end) => name.truncate(end),
            None => return (String::new(), ""),
        }
    }
}

fn without_indices(field: &str) -> String {
    let mut parts = field.split('[');
    let mut name = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        name.push_str(part.split_once(']').map_or("", |(_, rest)| rest));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::find::Find;
    use article_card::source::Origin;
    use article_card::{Format, ReadOptions, read};

    #[test]
    fn each_field_has_its_own_origin_and_diagnostics() {
        let json = br#"{"headline": "H", "bullets": ["A", "B"], "url": "/x",
            "byline": [{"name": "N", "url": "https://a.example/"}, {"name": "M"}]}"#;
        let mut find = Find::all(read(json, &ReadOptions::default()), json, 0).remove(0);
        find.format = Some(Format::JsonLd);
        let origin = |field, path: &str, done| Origin {
            field,
            path: path.into(),
            done,
        };
        find.origins = vec![
            origin("headline", "$.name", "markup taken out"),
            origin("bullets", "$.abstract[0]", ""),
            origin("bullets", "$.abstract[2]", ""),
            origin("byline", "$.author", "split at commas"),
            origin("byline.url", "$.author.url", ""),
        ];
        let told: Vec<String> = rows(&find)
            .into_iter()
            .map(|row| {
                let notes: Vec<String> = row.notes.into_iter().map(|note| note.text).collect();
                let (field, from) = (row.field, row.from);
                format!("{field} {from} {}", notes.join(" "))
                    .trim_end()
                    .to_owned()
            })
            .collect();
        assert_eq!(
            told,
            [
                "headline $.name markup taken out",
                "bullets[0] $.abstract[0]",
                "bullets[1] $.abstract[2]",
                "byline[0].name $.author split at commas",
                "byline[0].url $.author.url",
                "byline[1].name $.author split at commas",
                "– $.url “/x” is not an absolute http or https address",
            ]
        );
    }
}
