//! The card's own JSON, as one of the formats.

use crate::reading::{Format, Provenance, ReadOptions, Reading};
use article_card::reading::json::{Fault, Placed};
use article_card::reading::read_value;
use article_card::report::Path;

/// Reads a value that has been parsed, or tells why it could not be.
pub(crate) fn read(parsed: Result<Placed<'_>, Fault>, options: &ReadOptions) -> Reading {
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
        own.deciding.into_iter().map(provenance).collect(),
        own.is_restricted,
    );
    reading
}

fn provenance(path: Path) -> Provenance {
    let field = match path.as_str() {
        "$.status" => "status",
        "$.embargoedUntil" => "embargoedUntil",
        "$.expires" => "expires",
        "$.language" => "language",
        _ => "publisher.timeZone",
    };
    let done = "";
    Provenance { field, path, done }
}
