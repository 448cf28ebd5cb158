//! Enumerations whose values the world outside knows by words: attributes, fields and codes.

use std::fmt::{Display, Formatter, Result};

/// A word that is none of those that are allowed, which it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    allowed: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) const fn new(allowed: &'static [&'static str]) -> Self {
        Self { allowed }
    }
}

impl Display for UnknownWord {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(&expected(self.allowed))
    }
}

impl std::error::Error for UnknownWord {}

/// "expected auto, light or dark".
pub(crate) fn expected(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("expected {} or {last}", others.join(", "))
        }
        _ => format!("expected {}", words.concat()),
    }
}

/// Declares an enumeration with its words: one table, from which they are read and written.
macro_rules! words {
    ($(#[$of_all:meta])* pub enum $name:ident { $($(#[$of_one:meta])* $variant:ident = $word:tt,)+ }) => {
        $(#[$of_all])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$of_one])* #[cfg_attr(test, schemars(rename = $word))] $variant,)+ }

        impl $name {
            /// All of them, in the order of the documentation.
            pub const ALL: [Self; [$($word,)+].len()] = [$(Self::$variant,)+];

            /// Their words.
            pub const WORDS: [&'static str; Self::ALL.len()] = [$($word,)+];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one of that word, in just these letters.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::of(word).ok_or($crate::words::UnknownWord::new(&Self::WORDS))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    words! {
        /// A side of the road.
        pub enum Side {
            /// In Ireland.
            Left = "left",
            /// In France.
            Right = "right",
        }
    }

    #[test]
    fn a_word_is_read_as_it_is_written() {
        assert_eq!(Side::ALL, [Side::Left, Side::Right]);
        for side in Side::ALL {
            assert_eq!(side.to_string().parse(), Ok(side));
            assert_eq!(crate::json::write(&side), format!("\"{side}\""));
        }
        let unknown = "Left".parse::<Side>().unwrap_err();
        assert_eq!(unknown.to_string(), "expected left or right");
    }
}
