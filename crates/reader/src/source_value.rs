//! A value of a foreign format together with the path that leads to it.

use article_card::reading::json::{Json, Member};
use article_card::reading::{join, quote};

/// A value with its path, such as `$.@graph[2].headline`.
#[derive(Clone, Debug)]
pub(crate) struct SourceValue<'a> {
    pub(crate) value: &'a Json<'a>,
    pub(crate) path: String,
}

impl<'a> SourceValue<'a> {
    /// The whole of an input; `root` is `$`, or the name of a block of a page, such as `ld+json[1]`.
    pub(crate) fn root(value: &'a Json<'a>, root: &str) -> Self {
        Self {
            value,
            path: root.into(),
        }
    }

    /// The members of an object, none of anything else.
    pub(crate) fn members(&self) -> &'a [Member<'a>] {
        match self.value {
            Json::Object(members) => members,
            _ => &[],
        }
    }

    /// The member of this name, if it is there and not null; of several the last.
    pub(crate) fn get(&self, name: &str) -> Option<SourceValue<'a>> {
        self.find(|member| member == name)
    }

    /// The last member whose name is meant, if it is not null.
    pub(crate) fn find(&self, is_meant: impl Fn(&str) -> bool) -> Option<SourceValue<'a>> {
        let mut members = self.members().iter().rev();
        let (name, value) = members.find(|(name, _)| is_meant(name))?;
        (*value != Json::Null).then(|| self.member(name, value))
    }

    /// A member that is at hand already.
    pub(crate) fn member(&self, name: &str, value: &'a Json<'a>) -> SourceValue<'a> {
        SourceValue {
            value,
            path: join(&[&self.path, ".", &in_path(name)]),
        }
    }

    /// An item that is at hand already.
    pub(crate) fn item(&self, index: usize, value: &'a Json<'a>) -> SourceValue<'a> {
        SourceValue {
            value,
            path: join(&[&self.path, "[", &index.to_string(), "]"]),
        }
    }

    /// The items of a list and of lists in it, or the value itself where it is no list; nulls are passed over.
    pub(crate) fn items(&self) -> Vec<SourceValue<'a>> {
        let mut items = Vec::new();
        self.gather(&mut items);
        items
    }

    fn gather(&self, items: &mut Vec<SourceValue<'a>>) {
        match self.value {
            Json::Null => {}
            Json::List(list) => {
                for (index, value) in list.iter().enumerate() {
                    self.item(index, value).gather(items);
                }
            }
            _ => items.push(self.clone()),
        }
    }

    /// The text, if it is one and not blank.
    pub(crate) fn text(&self) -> Option<&'a str> {
        match self.value {
            Json::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }
}

/// A name of the input, which may hold anything, as a path says it: short, and nothing in it acts on a terminal.
fn in_path(name: &str) -> String {
    quote(name).trim_matches(['“', '”']).into()
}
