//! What a line calls itself where the reader does not say: where it is no JSON to the reader, or calls itself by a number.

use article_card_reader::Identifiers;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt::{Formatter, Result as Formatted};

/// None if the line is no JSON object.
pub(crate) fn of(line: &[u8]) -> Identifiers {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    serde_json::from_slice(line).map_or_else(|_| Identifiers::default(), |Stated(found)| found)
}

struct Stated(Identifiers);

impl<'de> Deserialize<'de> for Stated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Members).map(Self)
    }
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Identifiers;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Identifiers, A::Error> {
        let (mut id, mut uri, mut url) = (None, None, None);
        while let Some(name) = map.next_key::<Name>()? {
            let place = match name {
                Name::Id => &mut id,
                Name::Uri => &mut uri,
                Name::Url => &mut url,
                Name::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *place = map.next_value::<Value>()?.0;
        }
        let id = id.or(uri);
        Ok(Identifiers { id, url })
    }
}

enum Name {
    Id,
    Uri,
    Url,
    Other,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Names;
        impl Visitor<'_> for Names {
            type Value = Name;

            fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
                formatter.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(match name {
                    "id" => Name::Id,
                    "uri" => Name::Uri,
                    "url" => Name::Url,
                    _ => Name::Other,
                })
            }
        }
        deserializer.deserialize_identifier(Names)
    }
}

/// A text or number; nothing of anything else is kept.
struct Value(Option<String>);

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Value;

            fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
                formatter.write_str("a value")
            }

            fn visit_str<E>(self, text: &str) -> Result<Value, E> {
                Ok(Value((!text.trim().is_empty()).then(|| text.into())))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
                Ok(Value(Some(number.to_string())))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
                Ok(Value(Some(number.to_string())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
                Ok(Value(Some(number.to_string())))
            }

            fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
                Ok(Value(None))
            }

            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value(None))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Value(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Value(None))
            }
        }
        deserializer.deserialize_any(Values)
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn of(line: &str, id: Option<&str>, url: Option<&str>) {
        let found = super::of(line.as_bytes());
        assert_eq!(
            (found.id.as_deref(), found.url.as_deref()),
            (id, url),
            "{line}"
        );
    }

    #[test]
    fn an_article_is_known_by_what_the_input_calls_it() {
        of(
            r#"{"a": [{"id": 1}], "id": "urn:x:1", "url": "u"}"#,
            Some("urn:x:1"),
            Some("u"),
        );
        of(r#"{"uri": "urn:x:2", "id": null}"#, Some("urn:x:2"), None);
        of(r#"{"id": 42}"#, Some("42"), None);
        of(r#"{"id": "a", "id": "b"}"#, Some("b"), None);
        for nothing in [
            "",
            "7",
            "[]",
            r#"{"id": "a""#,
            r#"{"id": {"id": "a"}}"#,
            r#"{"id": " "}"#,
        ] {
            of(nothing, None, None);
        }
        of(
            &format!(r#"{{"id": "a", "b": {}}}"#, "[".repeat(100_000)),
            None,
            None,
        );
    }
}
