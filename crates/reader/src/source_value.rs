//! A value of a foreign format together with the path that leads to it.

use article_card::reading::json::{Json, Member, Placed};
use article_card::report::Path;

/// A value with its path, such as `$.@graph[2].headline`.
#[derive(Clone, Debug)]
pub(crate) struct SourceValue<'a> {
    pub(crate) value: &'a Json<'a>,
    pub(crate) path: Path,
    /// So many bytes of the input stand before the text that it is part of.
    #[cfg(feature = "places")]
    start: usize,
}

impl<'a> SourceValue<'a> {
    /// The whole of an input, or of a block of a page, which begins after so many bytes of the page; `root` is `$`, or the
    /// name of the block, such as `ld+json[1]`.
    pub(crate) fn root(value: &'a Placed<'a>, root: Path, start: usize) -> Self {
        Self {
            value,
            path: root.at(value.at().map(|at| start + at)),
            #[cfg(feature = "places")]
            start,
        }
    }

    /// A value that was found in something else than JSON.
    #[cfg(any(feature = "copied", feature = "page"))]
    pub(crate) const fn alone(value: &'a Json<'a>, path: Path) -> Self {
        Self {
            value,
            path,
            #[cfg(feature = "places")]
            start: 0,
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
        (!matches!(**value, Json::Null)).then(|| self.member(name, value))
    }

    /// A member that is at hand already.
    pub(crate) fn member(&self, name: &str, value: &'a Placed<'a>) -> SourceValue<'a> {
        self.within(self.path.member(name), value)
    }

    /// An item that is at hand already.
    pub(crate) fn item(&self, index: usize, value: &'a Placed<'a>) -> SourceValue<'a> {
        self.within(self.path.item(index), value)
    }

    fn within(&self, path: Path, value: &'a Placed<'a>) -> SourceValue<'a> {
        #[cfg(feature = "places")]
        return Self::root(value, path, self.start);
        #[cfg(not(feature = "places"))]
        Self::root(value, path, 0)
    }

    /// The path that the member of that name has, or would have; what is missing stands where its object does.
    pub(crate) fn path_of(&self, name: &str) -> Path {
        let member = self.get(name).map(|member| member.path);
        member.unwrap_or_else(|| self.path.member(name))
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
