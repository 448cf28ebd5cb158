//! When an item was published and updated.

use super::item;
use crate::clean::Cleaner;
use crate::pixels::whole_number;
use crate::source_value::SourceValue;
use article_card::article::Moment;
use article_card::reading::json::Json;

/// The publication and the update of an item; `fields` are the names under which their provenance is noted.
///
/// `versionCreated` is an update if the version is later than the first. Without a number it is one from the next day on:
/// within a day it may be no more than the item's way through the newsroom. Without `firstCreated`, which 1.0 does not
/// have, that of a first version is the publication.
pub(super) fn of(
    item: &SourceValue<'_>,
    fields: [&'static str; 2],
    cleaner: &Cleaner<'_>,
) -> (Option<Moment>, Option<Moment>) {
    let [published_field, updated_field] = fields;
    let version = version(item);
    let is_first = version.is_some_and(|version| version <= 1);
    let created = item::member(item, "firstcreated");
    let published = created.and_then(|created| cleaner.moment(published_field, &created));
    let Some(changed) = item::member(item, "versioncreated") else {
        return (published, None);
    };
    let Some(published) = published else {
        return if version.is_none() || is_first {
            (cleaner.moment(published_field, &changed), None)
        } else {
            (None, cleaner.moment(updated_field, &changed))
        };
    };
    if is_first {
        return (Some(published), None);
    }
    let updated = cleaner.moment(updated_field, &changed);
    cleaner.check_order(Some(&published), updated.as_ref(), &changed.path);
    let updated = updated.filter(|updated| {
        let is_later = updated.is_later_than(&published) == Some(true);
        is_later && (version.is_some() || updated.day() > published.day())
    });
    (Some(published), updated)
}

/// The number of the version, where it is one.
fn version(item: &SourceValue<'_>) -> Option<u32> {
    match item::member(item, "version")?.value {
        Json::Text(text) => whole_number(text.trim()),
        Json::Number(number) => Some(number.value())
            .filter(|number| *number >= 0.0)
            .map(|number| number as u32),
        _ => None,
    }
}
