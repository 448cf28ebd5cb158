//! The attributes of elements: each is a type that holds its value, so that no value is ever another's.
//!
//! ```text
//! on.element("p", (Class("notice"), Lang(language)), |on| on.text(text));
//! ```

use super::surface::StartTag;
use crate::article::Text;

/// The attributes of an element, in their order: the same names whatever their values are.
pub(crate) trait Attributes {
    /// Their names. Yew compares two drawings of an element value by value because this is one list for both.
    #[cfg_attr(
        not(feature = "component"),
        allow(dead_code, reason = "HTML gives each name with its value")
    )]
    const NAMES: &'static [&'static str];

    /// Gives all their values.
    fn give(self, to: &mut impl StartTag);
}

/// An attribute.
pub(super) trait Attribute {
    const NAME: &'static str;

    fn give(self, to: &mut impl StartTag);
}

/// What an attribute can hold; without a value it is not written.
pub(super) trait Value {
    fn give(self, name: &'static str, to: &mut impl StartTag);
}

impl Value for &'static str {
    #[inline]
    fn give(self, name: &'static str, to: &mut impl StartTag) {
        to.fixed(name, Some(self));
    }
}

impl Value for Option<&'static str> {
    #[inline]
    fn give(self, name: &'static str, to: &mut impl StartTag) {
        to.fixed(name, self);
    }
}

impl Value for &Text {
    #[inline]
    fn give(self, name: &'static str, to: &mut impl StartTag) {
        to.text(name, Some(self));
    }
}

impl Value for Option<&Text> {
    #[inline]
    fn give(self, name: &'static str, to: &mut impl StartTag) {
        to.text(name, self);
    }
}

impl Value for Option<u32> {
    #[inline]
    fn give(self, name: &'static str, to: &mut impl StartTag) {
        to.number(name, self);
    }
}

macro_rules! names {
    ($($attribute:ident $name:literal)*) => {
        $(
            pub(super) struct $attribute<V>(pub(super) V);

            impl<V: Value> Attribute for $attribute<V> {
                const NAME: &'static str = $name;

                #[inline]
                fn give(self, to: &mut impl StartTag) {
                    self.0.give(Self::NAME, to);
                }
            }
        )*
    };
}

names! {
    Alt "alt"
    AriaHidden "aria-hidden"
    AriaLabelledby "aria-labelledby"
    Class "class"
    DataCopy "data-copy"
    DataFollow "data-follow"
    DataIndex "data-index"
    DataOpen "data-open"
    Datetime "datetime"
    Decoding "decoding"
    Dir "dir"
    Height "height"
    Href "href"
    Id "id"
    Lang "lang"
    Loading "loading"
    Part "part"
    Rel "rel"
    Role "role"
    Sizes "sizes"
    Src "src"
    Srcset "srcset"
    Tabindex "tabindex"
    Target "target"
    Type "type"
    Width "width"
}

macro_rules! lists {
    ($(($($attribute:ident)*))*) => {
        $(
            impl<$($attribute: Attribute),*> Attributes for ($($attribute,)*) {
                const NAMES: &'static [&'static str] = &[$($attribute::NAME),*];

                #[inline]
                #[allow(non_snake_case, unused_variables, reason = "a type's name is its value's, and a list may be empty")]
                fn give(self, to: &mut impl StartTag) {
                    let ($($attribute,)*) = self;
                    $($attribute.give(to);)*
                }
            }
        )*
    };
}

lists! {
    ()
    (A)
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
    (A B C D E F G)
    (A B C D E F G H)
    (A B C D E F G H I)
    (A B C D E F G H I J)
}
