//! The card's own JSON, as one of the formats.

#[cfg(feature = "places")]
mod fields;

use crate::reading::{Format, Provenance, ReadOptions, Reading};
use article_card::reading::json::{Fault, Placed};
use article_card::reading::read_value;

/// Reads a value that has been parsed, or tells why it could not be.
pub(crate) fn read(parsed: Result<Placed<'_>, Fault>, options: &ReadOptions) -> Reading {
    #[cfg(feature = "places")]
    let value = parsed.as_ref().ok().filter(|_| options.fields).cloned();
    let own = article_card::ReadOptions {
        unknown_fields: options.unknown_fields,
    };
    let own = read_value(parsed, &own);
    let mut reading = Reading {
        format: Some(Format::Card),
        ..Reading::default()
    };
    let deciding = own.deciding.into_iter().map(|(field, path)| Provenance {
        field,
        path,
        done: "",
    });
    reading.add(
        own.articles.into_iter().next(),
        own.report,
        deciding.collect(),
        own.is_restricted,
    );
    #[cfg(feature = "places")]
    if let (Some(value), Some(article), [entry]) =
        (value, reading.articles.first(), &mut *reading.entries)
    {
        entry.fields = fields::of(article, &value, &own.left_out);
    }
    reading
}
