//! Where a value stands.

use crate::join::{digits, join};
use crate::report::Path;

/// The path to a field. It is written out only when something has to be told of it.
#[derive(Clone, Copy)]
pub(super) struct FieldPath<'a> {
    /// The object that it is in; the whole input is in none.
    pub(super) object: Option<&'a FieldPath<'a>>,
    pub(super) name: &'static str,
    /// Of an item of the list of that name.
    pub(super) index: Option<usize>,
    /// How many bytes of the input stand before it, where that is known.
    pub(super) at: Option<usize>,
}

impl FieldPath<'_> {
    pub(super) fn write(&self) -> Path {
        Path::root(self.text()).at(self.at)
    }

    fn text(&self) -> String {
        let mut path = match self.object {
            Some(object) => join(&[&object.text(), ".", self.name]),
            None => self.name.into(),
        };
        if let Some(index) = self.index {
            path.push_str(&join(&["[", &digits(index as u64), "]"]));
        }
        path
    }
}
