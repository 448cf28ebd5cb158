//! The card's own JSON, as one of the formats.

use crate::reading::{Format, ReadOptions, Reading};
use article_card::reading::json::{Fault, Json};
use article_card::reading::read_value;

/// Reads a value that has been parsed, or tells why it could not be.
pub(crate) fn read(parsed: Result<Json<'_>, Fault>, options: &ReadOptions) -> Reading {
    let own = article_card::ReadOptions {
        unknown_fields: options.unknown_fields,
    };
    let own = read_value(parsed, &own);
    let mut reading = Reading {
        format: Some(Format::Card),
        ..Reading::default()
    };
    reading.add(
        own.articles.into_iter().next(),
        own.report,
        Vec::new(),
        own.is_restricted,
    );
    reading
}
