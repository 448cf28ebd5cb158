//! The fields of an article, one row each: what it is, where it came from, and what was done to it.

use super::CheckedArticle;
use crate::{Format, Provenance};
use article_card::Article;
use article_card::reading::json::{self, Json};
use article_card::report::{Code, Diagnostic, Path, Place, Severity};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// One field: its name, its value, where it came from, and what was done to it. As JSON
/// `{"field", "value", "from", "line", "column", "notes"}`, without line and column if nobody knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The field of the card's own JSON, such as `byline[0].name`; a dash where nothing became a field.
    pub field: String,
    /// What it says.
    pub value: String,
    /// Where it came from: a path, or what stands in a page.
    pub from: String,
    /// Where that is in the input, if it is known: of the card's own JSON only if
    /// [`ReadOptions::fields`](crate::ReadOptions::fields) had it noted.
    pub place: Option<Place>,
    /// What was done, and what is wrong.
    pub notes: Vec<Note>,
}

/// Something that was done, or is wrong. As JSON `{"severity", "code", "text"}`; the severity is null if nothing is wrong, and
/// then there is no code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// `None` if nothing is wrong with it.
    pub severity: Option<Severity>,
    /// What kind of thing is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// What it is, in words.
    pub text: String,
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = if self.place.is_some() { 6 } else { 4 };
        let mut fields = serializer.serialize_struct("Row", length)?;
        fields.serialize_field("field", &self.field)?;
        fields.serialize_field("value", &self.value)?;
        fields.serialize_field("from", &self.from)?;
        if let Some(Place { line, column }) = self.place {
            fields.serialize_field("line", &line)?;
            fields.serialize_field("column", &column)?;
        }
        fields.serialize_field("notes", &self.notes)?;
        fields.end()
    }
}

impl CheckedArticle {
    /// A row for each field of the article, then one for each place of which something did not become a field.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut told = vec![false; self.diagnostics.len()];
        let leaves = self.article.as_ref().map(leaves).unwrap_or_default();
        let mut rows = Vec::new();
        for (at, (field, value)) in leaves.iter().enumerate() {
            let earlier = leaves.get(..at).unwrap_or_default();
            let Source {
                from,
                mut place,
                done,
            } = Source::of(self, field, earlier);
            let mut notes = Vec::new();
            if !done.is_empty() {
                notes.push(Note {
                    severity: None,
                    code: None,
                    text: done.into(),
                });
            }
            for (diagnostic, told) in self.diagnostics.iter().zip(&mut told) {
                if diagnostic.path == *from && !*told {
                    *told = true;
                    place = place.or(diagnostic.path.place());
                    notes.push(note(diagnostic));
                }
            }
            rows.push(Row {
                field: field.clone(),
                value: value.clone(),
                from,
                place,
                notes,
            });
        }
        let first = rows.len();
        for (diagnostic, _) in self.diagnostics.iter().zip(told).filter(|(_, told)| !told) {
            let of_path = rows.iter_mut().skip(first);
            match of_path.rev().find(|row| diagnostic.path == *row.from) {
                Some(row) => row.notes.push(note(diagnostic)),
                None => rows.push(left_out(self, diagnostic)),
            }
        }
        rows
    }
}

/// The row of something that did not become a field.
fn left_out(checked: &CheckedArticle, diagnostic: &Diagnostic) -> Row {
    // The card's own JSON calls its fields as the card does.
    let field = match diagnostic.path.as_str().strip_prefix("$.") {
        Some(field) if checked.format == Some(Format::Card) => field,
        _ => "–",
    };
    Row {
        field: field.into(),
        value: String::new(),
        from: diagnostic.path.to_string(),
        place: diagnostic.path.place(),
        notes: vec![note(diagnostic)],
    }
}

fn note(diagnostic: &Diagnostic) -> Note {
    Note {
        severity: Some(diagnostic.severity),
        code: Some(diagnostic.code),
        text: diagnostic.reason.to_string(),
    }
}

/// The single values of the article with their names, such as `byline[0].name`.
fn leaves(article: &Article) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    // What we have written ourselves can be read.
    if let Ok(value) = json::parse(article.to_json().as_bytes()) {
        gather(&value, "", &mut leaves);
    }
    leaves
}

fn gather(value: &Json<'_>, name: &str, leaves: &mut Vec<(String, String)>) {
    match value {
        Json::Object(members) => {
            for (member, value) in members {
                let dot = if name.is_empty() { "" } else { "." };
                gather(value, &format!("{name}{dot}{member}"), leaves);
            }
        }
        Json::List(items) => {
            for (index, value) in items.iter().enumerate() {
                gather(value, &format!("{name}[{index}]"), leaves);
            }
        }
        // Only a withdrawn article has a headline of no text.
        Json::Text(text) if text.is_empty() => {}
        Json::Text(text) => leaves.push((name.into(), text.as_ref().into())),
        Json::Number(number) => leaves.push((name.into(), number.to_string())),
        Json::Bool(is_true) => leaves.push((name.into(), is_true.to_string())),
        Json::Null => {}
    }
}

/// Where a field came from, and what was done to it.
#[derive(Default)]
struct Source {
    from: String,
    place: Option<Place>,
    done: &'static str,
}

impl Source {
    fn at(path: &Path, done: &'static str) -> Self {
        Self {
            from: path.to_string(),
            place: path.place(),
            done,
        }
    }

    /// That of a field; `earlier` are those before it.
    ///
    /// A reader notes the provenance of a list's items by the name of the list and in their order, or one for the whole list.
    fn of(checked: &CheckedArticle, field: &str, earlier: &[(String, String)]) -> Self {
        let mut fields = checked.fields.iter();
        if let Some((_, path)) = fields.find(|(known, _)| known == field) {
            return Self::at(path, "");
        }
        if checked.format == Some(Format::Card) {
            return Self {
                from: format!("$.{field}"),
                ..Self::default()
            };
        }
        let name = without_indices(field);
        let is_same = |(other, _): &&(String, String)| without_indices(other) == name;
        // A field that not every item has is counted; of what it is a part of, its name says which one.
        let mut index = earlier.iter().filter(is_same).count();
        let mut part = field;
        loop {
            let name = without_indices(part);
            let of_name = checked.provenance.iter();
            let of_name: Vec<&Provenance> = of_name.filter(|known| known.field == name).collect();
            if let Some(known) = of_name.get(index).or(of_name.last()) {
                return Self::at(&known.path, known.done);
            }
            let Some((whole, _)) = part.rsplit_once('.') else {
                // How large a picture is stands beside its address, where nothing else is noted of it.
                let address = format!("{part}.url");
                let known = checked
                    .provenance
                    .iter()
                    .find(|known| known.field == address);
                return known.map_or_else(Self::default, |known| Self::at(&known.path, ""));
            };
            part = whole;
            index = index_of(part);
        }
    }
}

/// Which item it is, of a name such as `byline[1]`.
fn index_of(name: &str) -> usize {
    let index = name
        .strip_suffix(']')
        .and_then(|name| name.rsplit_once('['));
    index
        .and_then(|(_, index)| index.parse().ok())
        .unwrap_or_default()
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
    use crate::check::CheckedArticle;
    use crate::{Format, Provenance, ReadOptions, read};

    #[test]
    fn each_field_has_its_own_source_and_diagnostics() {
        let json = br#"{"headline": "H", "bullets": ["A", "B"], "url": "/x",
            "byline": [{"name": "N", "url": "https://a.example/"}, {"name": "M"}]}"#;
        let mut checked = CheckedArticle::all(read(json, &ReadOptions::default()), 0).remove(0);
        checked.format = Some(Format::JsonLd);
        let from = |field, path: &'static str, done| Provenance {
            field,
            path: path.into(),
            done,
        };
        checked.provenance = vec![
            from("headline", "$.name", "markup taken out"),
            from("bullets", "$.abstract[0]", ""),
            from("bullets", "$.abstract[2]", ""),
            from("byline", "$.author", "split at commas"),
            from("byline.url", "$.author.url", ""),
        ];
        let told: Vec<String> = checked
            .rows()
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
