//! Values that know where they stand.

use super::Json;
use std::ops::Deref;

/// A value, and with the feature `places` how many bytes stand before it; a byte order mark does not count.
#[derive(Clone, Debug)]
pub struct Placed<'t> {
    value: Json<'t>,
    /// Inputs are shorter than 4 GiB by far.
    #[cfg(feature = "places")]
    at: u32,
}

impl<'t> Placed<'t> {
    pub(super) fn new(value: Json<'t>, at: usize) -> Self {
        #[cfg(not(feature = "places"))]
        let _ = at;
        Self {
            value,
            #[cfg(feature = "places")]
            at: u32::try_from(at).unwrap_or(u32::MAX),
        }
    }

    /// How many bytes stand before it.
    #[cfg_attr(
        not(feature = "places"),
        allow(clippy::unused_self, reason = "nobody has noted it")
    )]
    pub const fn at(&self) -> Option<usize> {
        #[cfg(feature = "places")]
        return Some(self.at as usize);
        #[cfg(not(feature = "places"))]
        None
    }

    /// The same without the input.
    pub fn into_owned(self) -> Placed<'static> {
        Placed {
            value: self.value.into_owned(),
            #[cfg(feature = "places")]
            at: self.at,
        }
    }
}

impl<'t> Deref for Placed<'t> {
    type Target = Json<'t>;

    fn deref(&self) -> &Json<'t> {
        &self.value
    }
}

/// Values are the same wherever they stand.
impl PartialEq for Placed<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// A value that we have made ourselves, and that stands at the beginning.
impl<'t> From<Json<'t>> for Placed<'t> {
    fn from(value: Json<'t>) -> Self {
        Self::new(value, 0)
    }
}

#[cfg(all(test, feature = "places"))]
mod tests {
    use super::super::{Json, parse};

    #[test]
    fn a_value_knows_how_many_bytes_stand_before_it() {
        let value = parse(b"\xef\xbb\xbf {\"a\": [1, {\"b\":  \"c\"}]}").unwrap();
        let Json::Object(members) = &*value else {
            panic!("{value:?}");
        };
        let Json::List(items) = &*members[0].1 else {
            panic!("{members:?}");
        };
        let places = [&value, &members[0].1, &items[0], &items[1]].map(|placed| placed.at());
        assert_eq!(places, [1, 7, 8, 11].map(Some));
    }
}
