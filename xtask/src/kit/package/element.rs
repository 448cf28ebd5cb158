//! The element as its documents describe it: names, values, defaults and a sentence for each.
//!
//! `tests/tables.rs` holds these tables against the code row by row, so what is made of them is true, and nothing is listed
//! here a second time.

use super::cell::{plain, sentence};
use super::tables::{between, code, loader_attributes, names, rows};
use crate::{files, project};
use anyhow::{Context, Result};

/// The element's name.
pub const TAG: &str = "article-card";
/// Its class.
pub const CLASS: &str = "ArticleCardElement";
/// What it is, in a sentence.
pub const ABOUT: &str = "A news article as a card.";
/// What its slot holds.
pub const FALLBACK: &str = "What is shown until the card is drawn, and where it cannot be: best a link with the headline. \
     The JSON may stand here too, in a script.";

/// Something with a name and a sentence.
#[derive(Debug)]
pub struct Named {
    pub name: String,
    pub about: String,
}

/// An attribute with the property that reflects it.
#[derive(Debug)]
pub struct Attribute {
    pub name: String,
    pub property: String,
    pub values: Values,
    pub default: Option<String>,
    pub about: String,
}

/// What an attribute takes.
#[derive(Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these words.
    Words(Vec<String>),
    /// Any of these words, with spaces between them.
    List(Vec<String>),
    /// These words or something else.
    Open(Vec<String>),
}

impl Values {
    pub fn words(&self) -> &[String] {
        match self {
            Self::Words(words) | Self::List(words) | Self::Open(words) => words,
        }
    }
}

/// An event with the members that its `detail` has beside those of every event.
#[derive(Debug)]
pub struct Event {
    pub name: String,
    pub about: String,
    pub members: Vec<Member>,
}

#[derive(Debug)]
pub struct Member {
    pub name: String,
    /// The only texts that it may be, if the table names them.
    pub words: Vec<String>,
}

/// A custom property.
#[derive(Debug)]
pub struct Custom {
    pub name: String,
    pub about: String,
    pub default: Option<String>,
    pub is_colour: bool,
}

/// All that a page may say to the element, and hear of it.
#[derive(Debug)]
pub struct Element {
    pub attributes: Vec<Attribute>,
    /// The properties that reflect nothing.
    pub properties: Vec<Named>,
    pub states: Vec<Named>,
    pub events: Vec<Event>,
    pub parts: Vec<Named>,
    pub custom: Vec<Custom>,
    /// The codes of diagnostics.
    pub codes: Vec<Named>,
    pub severities: Vec<String>,
}

impl Element {
    pub fn read() -> Result<Self> {
        let file = |path: &str| files::read_text(&project::root().join(path));
        let (element, look) = (file("docs/element.md")?, file("docs/look.md")?);
        let (diagnostics, report) = (file("docs/diagnostics.md")?, file("src/report.rs")?);
        let severities = between(&report, "pub enum Severity {", "}");
        let severities = severities.first().context("src/report.rs has severities")?;
        // Of the second definition no card exists that could tell it.
        let codes = rows(&diagnostics, "code").into_iter();
        let codes: Vec<_> = codes.filter(|row| !row[1].starts_with("console")).collect();
        Ok(Self {
            attributes: rows(&element, "attribute").iter().map(attribute).collect(),
            properties: named(&rows(&element, "property"), 1),
            states: named(&rows(&element, "state"), 1),
            events: rows(&element, "event")
                .iter()
                .map(|row| event(row))
                .collect(),
            parts: named(&rows(&look, "part"), 1),
            custom: rows(&look, "property")
                .iter()
                .map(|row| custom(row))
                .collect(),
            codes: named(&codes, 2),
            severities: between(severities, " = \"", "\"")
                .into_iter()
                .map(str::to_owned)
                .collect(),
        })
    }
}

/// The names of these rows, several of which may share a row, with what is said in one of its columns.
fn named(rows: &[Vec<&str>], column: usize) -> Vec<Named> {
    let each = |row: &Vec<&str>| {
        let about = sentence(row[column]);
        let names = code(row[0]).into_iter();
        names
            .map(|name| Named {
                name: name.to_owned(),
                about: about.clone(),
            })
            .collect::<Vec<_>>()
    };
    rows.iter().flat_map(each).collect()
}

fn attribute(row: &Vec<&str>) -> Attribute {
    let name = names(std::slice::from_ref(row))[0].to_owned();
    let cell = row[2];
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let loader = loader_attributes()
        .into_iter()
        .find(|(known, _)| *known == name);
    let known = loader.map(|(_, words)| words).unwrap_or_default();
    let is_words_alone = cell
        .split(", ")
        .all(|part| part.starts_with('`') && part.ends_with('`'));
    let values = match cell.split_once("spaces between them: ") {
        Some((_, list)) => Values::List(owned(code(list))),
        None if known.len() > 1 => Values::Words(known),
        None if is_words_alone => Values::Words(owned(code(cell))),
        None if cell.starts_with('`') => Values::Open(owned(code(cell))),
        None => Values::Open(Vec::new()),
    };
    // What only leads to another document says nothing here.
    let about = match row[3] {
        cell if cell.starts_with("see [") => String::new(),
        cell => sentence(cell),
    };
    let about = match &values {
        Values::Words(_) => about,
        _ => format!("{about}\n\nValues, the default first: {}.", plain(cell))
            .trim()
            .to_owned(),
    };
    Attribute {
        property: code(row[1])[0].to_owned(),
        default: match &values {
            Values::List(_) => None,
            words => words.words().first().cloned(),
        },
        name,
        values,
        about,
    }
}

fn event(row: &[&str]) -> Event {
    // As in "`target` (`headline`, `image` or `related`), `index` (of the related story, or `null`)": what stands in
    // parentheses says more of a name.
    let mut members: Vec<Member> = Vec::new();
    for (place, part) in row[2].split(['(', ')']).enumerate() {
        if place % 2 == 0 {
            let names = code(part).into_iter();
            members.extend(names.map(|name| Member {
                name: name.to_owned(),
                words: Vec::new(),
            }));
        } else if let Some(last) = members.last_mut().filter(|_| part.starts_with('`')) {
            last.words = code(part).into_iter().map(str::to_owned).collect();
        }
    }
    Event {
        name: code(row[0])[0].to_owned(),
        about: sentence(row[1]),
        members,
    }
}

fn custom(row: &[&str]) -> Custom {
    let name = code(row[0])[0].to_owned();
    if let [_, light, dark, about] = row[..] {
        let default = format!("light-dark({}, {})", code(light)[0], code(dark)[0]);
        return Custom {
            name,
            about: sentence(about),
            default: Some(default),
            is_colour: true,
        };
    }
    let default = code(row[1]).first().map(|default| (*default).to_owned());
    let is_default_alone = default
        .as_ref()
        .is_some_and(|default| row[1].len() == default.len() + 2);
    let mut about = sentence(row[2]);
    if !is_default_alone {
        about += &format!("\n\nBy default {}.", plain(row[1]));
    }
    Custom {
        name,
        about,
        default,
        is_colour: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_say_what_they_take() {
        let element = Element::read().unwrap();
        let of = |name: &str| {
            element
                .attributes
                .iter()
                .find(|attribute| attribute.name == name)
                .unwrap()
        };
        let words = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            of("layout").values,
            Values::Words(words("standard compact hero"))
        );
        assert_eq!(
            of("heading-level").values,
            Values::Words(words("3 2 4 5 6"))
        );
        assert_eq!(of("dir").values, Values::Words(words("auto ltr rtl")));
        assert_eq!(
            of("time-zone").values,
            Values::Open(words("publisher reader"))
        );
        assert_eq!(of("relative-until").default.as_deref(), Some("P7D"));
        assert_eq!(of("link-params").values, Values::Open(Vec::new()));
        assert_eq!(of("for").property, "htmlFor");
        assert!(of("hide").values.words().contains(&"short-link".to_owned()));
        assert_eq!(of("hide").default, None);
    }

    #[test]
    fn events_say_what_their_detail_holds() {
        let element = Element::read().unwrap();
        let open = element
            .events
            .iter()
            .find(|event| event.name == "article-card-open")
            .unwrap();
        let members: Vec<_> = open
            .members
            .iter()
            .map(|member| (&*member.name, member.words.len()))
            .collect();
        assert_eq!(members, [("target", 3), ("index", 0), ("href", 0)]);
    }

    #[test]
    fn nothing_leads_to_another_document() {
        let element = Element::read().unwrap();
        assert!(!format!("{element:?}").contains(".md"));
    }

    #[test]
    fn custom_properties_have_their_defaults() {
        let element = Element::read().unwrap();
        let of = |name: &str| {
            element
                .custom
                .iter()
                .find(|custom| custom.name == name)
                .unwrap()
        };
        assert_eq!(
            of("--article-card-text").default.as_deref(),
            Some("light-dark(#16171a, #f1efea)")
        );
        assert_eq!(
            of("--article-card-padding").default.as_deref(),
            Some("16px")
        );
        assert_eq!(of("--article-card-headline-font").default, None);
        assert!(of("--article-card-place").about.contains("36rem"));
    }
}
