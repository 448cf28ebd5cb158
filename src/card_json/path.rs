//! Where a value stands.

use crate::sentence::join;

/// The path to a value of the input. It is written out only when something has to be told of it.
#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    /// The object that it is in; the whole input is in none.
    pub(super) object: Option<&'a Path<'a>>,
    pub(super) name: &'a str,
    /// Of an item of the list of that name.
    pub(super) index: Option<usize>,
}

impl Path<'_> {
    pub(super) fn write(&self) -> String {
        let mut path = match self.object {
            Some(object) => join(&[&object.write(), ".", self.name]),
            None => self.name.into(),
        };
        if let Some(index) = self.index {
            path.push_str(&join(&["[", &index.to_string(), "]"]));
        }
        path
    }
}
