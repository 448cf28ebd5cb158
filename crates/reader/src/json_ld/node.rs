//! One thing of the graph, whole: what is said of it here, and wherever else its identifier stands.

use super::graph::{Graph, identifier};
use crate::clean::Cleaner;
use crate::search::before;
use crate::source_value::SourceValue;
use article_card::article::Text;
use article_card::reading::json::Json;
use article_card::report::{Code, Path, Reason};

/// As many values of one member are looked at; the most that was seen has 51.
const MOST: usize = 100;
/// In as many places the same thing is described; the most that was seen has 4.
pub(super) const MOST_PARTS: usize = 16;

/// A thing, or a text in the place of one.
#[derive(Clone, Debug)]
pub(super) struct Node<'g> {
    pub(super) graph: &'g Graph<'g>,
    /// What is said of it; the first counts most.
    pub(super) parts: Vec<SourceValue<'g>>,
    /// The language in which texts are wanted that are there in several.
    pub(super) language: Option<&'g str>,
}

impl<'g> Node<'g> {
    /// The thing that is described, or only referred to, there. Nothing is followed further, so no circle can arise.
    pub(super) fn at(found: &SourceValue<'g>, graph: &'g Graph<'g>) -> Self {
        let mut parts = Vec::new();
        let id = match found.value {
            Json::Text(text) => Some(&**text),
            _ => identifier(found).and_then(|id| id.text()),
        };
        if let Some(id) = id {
            parts = graph.named(id, MOST_PARTS);
        }
        // A text that is no identifier is itself, and one that is stands for the thing alone.
        if found.text().is_none() || parts.is_empty() {
            parts.insert(0, found.clone());
        }
        Self {
            graph,
            parts,
            language: graph.language.as_ref().and_then(SourceValue::text),
        }
    }

    /// The path of what counts most.
    pub(super) fn path(&self) -> Path {
        let first = self.parts.first();
        first.map_or_else(|| "$".into(), |part| part.path.clone())
    }

    /// The path that its member of that name has or would have.
    pub(super) fn path_of(&self, name: &str) -> Path {
        let first = self.parts.first();
        first.map_or_else(|| "$".into(), |part| part.path_of(name))
    }

    /// Its types.
    pub(super) fn has_type(&self, kind: &str) -> bool {
        self.parts.iter().any(|part| {
            let types = self.graph.types(part);
            types.iter().any(|known| known.eq_ignore_ascii_case(kind))
        })
    }

    /// Whether its type is one of an article.
    pub(super) fn is_article(&self) -> bool {
        self.parts
            .iter()
            .any(|part| self.graph.rank(part).is_some())
    }

    /// Its identifier.
    pub(super) fn id(&self) -> Option<&'g str> {
        self.parts.iter().find_map(|part| identifier(part)?.text())
    }

    /// The text that stands in the place of a thing.
    pub(super) fn as_text(&self) -> Option<SourceValue<'g>> {
        let first = self.parts.first()?;
        first.text().map(|_| first.clone())
    }

    /// The language that the first of the member's texts states.
    pub(super) fn language_of(&self, name: &str) -> Option<SourceValue<'g>> {
        let part = self.parts.first()?;
        let texts = self.graph.member(part, name)?.items();
        texts.first()?.get("@language")
    }

    /// The values of a member, those of lists one by one. What says nothing is passed over.
    pub(super) fn values(&self, name: &str, cleaner: &Cleaner<'_>) -> Vec<SourceValue<'g>> {
        self.look(name, Some(cleaner))
    }

    /// The same, without telling anybody.
    pub(super) fn peek(&self, name: &str) -> Vec<SourceValue<'g>> {
        self.look(name, None)
    }

    pub(super) fn look(&self, name: &str, cleaner: Option<&Cleaner<'_>>) -> Vec<SourceValue<'g>> {
        let mut values = Vec::new();
        for part in &self.parts {
            let Some(member) = self.graph.member(part, name) else {
                continue;
            };
            gather(&member, self.language, &mut values);
            if values.is_empty() {
                gather(&member, None, &mut values);
            }
            if !values.is_empty() {
                let path = member.path.as_str();
                let name = path.get(part.path.as_str().len() + 1..).unwrap_or_default();
                let same = part.members().iter().filter(|(other, _)| other == name);
                if let (true, Some(cleaner)) = (same.count() > 1, cleaner) {
                    let message = "the field stands more than once; the last one counts";
                    cleaner.warn_once(&member.path, Code::DuplicateField, message);
                }
                break;
            }
        }
        values
    }

    /// The things, or texts in their places, that a member leads to.
    pub(super) fn nodes(&self, name: &str, cleaner: &Cleaner<'_>) -> Vec<Node<'g>> {
        let values = self.values(name, cleaner);
        let nodes = values.iter().map(|value| self.node(value));
        nodes.collect()
    }

    /// What is described or referred to in one of its values.
    pub(super) fn node(&self, value: &SourceValue<'g>) -> Node<'g> {
        Node {
            language: self.language,
            ..Node::at(value, self.graph)
        }
    }

    /// The first text of a member; of a thing its name.
    pub(super) fn text(&self, name: &str, cleaner: &Cleaner<'_>) -> Option<SourceValue<'g>> {
        first(self.texts(name, cleaner))
    }

    /// The texts of a member; of things their names.
    pub(super) fn texts(&self, name: &str, cleaner: &Cleaner<'_>) -> Vec<SourceValue<'g>> {
        let mut texts = Vec::new();
        for node in self.nodes(name, cleaner) {
            match node.parts.first().map(|part| part.value) {
                Some(Json::Text(_)) => texts.extend(node.as_text()),
                Some(Json::Object(_)) => {
                    for name in node.values("name", cleaner) {
                        if name.text().is_some() {
                            texts.push(name);
                        }
                    }
                }
                Some(other) => {
                    let reason = Reason::from("expected text, found ").and(other.kind());
                    cleaner.warn(&node.path(), Code::WrongType, reason);
                }
                None => {}
            }
        }
        texts
    }

    /// The first text of those members of which something is left, made fit for the field.
    pub(super) fn clean(
        &self,
        names: &[&str],
        field: &'static str,
        limit: usize,
        cleaner: &Cleaner<'_>,
    ) -> Option<Text> {
        for name in names {
            for found in self.texts(name, cleaner) {
                let text = cleaner.text(field, found.text()?, &found.path, limit);
                if text.is_some() {
                    return text;
                }
            }
        }
        None
    }

    /// Tells why it is left out, a name or address being all that it would need.
    pub(super) fn tell_missing(&self, what: &'static str, cleaner: &Cleaner<'_>) {
        let is_reference = self.parts.iter().all(|part| {
            let mut members = part.members().iter();
            members.all(|(name, _)| name.starts_with('@') || name == "id" || name == "type")
        });
        let reason = match self.id() {
            Some(id) if is_reference => {
                let reason = Reason::from("this refers to ").and_quoting(id);
                reason.and(", which is described nowhere")
            }
            _ => Reason::from("without ").and(what).and(" it is left out"),
        };
        cleaner.warn(&self.path(), Code::MissingField, reason);
    }
}

/// The first of several values.
pub(super) fn first(mut values: Vec<SourceValue<'_>>) -> Option<SourceValue<'_>> {
    values.truncate(1);
    values.pop()
}

/// Takes lists and the wrappers of JSON-LD apart; of texts that state their language only those in the wanted one, if one
/// is wanted.
fn gather<'g>(found: &SourceValue<'g>, wanted: Option<&str>, values: &mut Vec<SourceValue<'g>>) {
    match found.value {
        _ if values.len() >= MOST => {}
        Json::Null => {}
        Json::List(items) => {
            for (index, value) in items.iter().enumerate() {
                gather(&found.item(index, value), wanted, values);
            }
        }
        Json::Text(text) if text.trim().is_empty() => {}
        Json::Object(members) if members.is_empty() => {}
        Json::Object(_) => {
            let language = found.get("@language");
            let language = language.as_ref().and_then(SourceValue::text);
            if let (Some(language), Some(wanted)) = (language, wanted)
                && !primary(language).eq_ignore_ascii_case(primary(wanted))
            {
                return;
            }
            let mut wrapped = ["@value", "@list", "@set"].into_iter();
            match wrapped.find_map(|name| found.get(name)) {
                Some(wrapped) => gather(&wrapped, wanted, values),
                None => values.push(found.clone()),
            }
        }
        _ => values.push(found.clone()),
    }
}

/// The language of a tag without its script and region.
fn primary(tag: &str) -> &str {
    before(tag, b"-_")
}
