//! Where an item is read. ninjs has no member for that: providers add a `url`, an alternative identifier may say that it is
//! an address, and an HTML page may be a rendition. `uri` is "not for links", so it is never one.

use super::item;
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::Link;

const PAGES: [&str; 9] = [
    "url",
    "weburl",
    "web",
    "webpage",
    "website",
    "canonical",
    "canonicalurl",
    "permalink",
    "link",
];
const SHORT: [&str; 3] = ["shorturl", "shortlink", "short"];

/// The page of the item, and its short address; `fields` are the names under which their provenance is noted.
pub(super) fn of(
    item: &SourceValue<'_>,
    fields: [&'static str; 2],
    cleaner: &Cleaner<'_>,
) -> (Option<Link>, Option<Link>) {
    let [page_field, short_field] = fields;
    let own = item::text_of(item, &["url"], cleaner);
    let own = own.and_then(|(raw, path)| cleaner.link(page_field, raw, &path));
    let identifiers = item::entries(item, "altids", cleaner);
    let said = |roles: &[&str], field| {
        identifiers.iter().find_map(|(role, identifier)| {
            if !roles.contains(&&*item::word(role)) {
                return None;
            }
            let value = item::member(identifier, "value");
            let value = value.as_ref().unwrap_or(identifier);
            cleaner.link(field, item::text(value, cleaner)?, &value.path)
        })
    };
    let page = own
        .or_else(|| said(&PAGES, page_field))
        .or_else(|| rendered(item, page_field, cleaner));
    (page, said(&SHORT, short_field))
}

/// The first rendition that is a page. What else is wrong with them is told where they are taken for pictures.
fn rendered(item: &SourceValue<'_>, field: &'static str, cleaner: &Cleaner<'_>) -> Option<Link> {
    let renditions = item::parts(&item::member(item, "renditions")?)?;
    renditions.iter().find_map(|(_, rendition)| {
        let media_type = ["contenttype", "mimetype"]
            .iter()
            .find_map(|name| item::member(rendition, name))?;
        let media_type = media_type.text()?.trim().to_ascii_lowercase();
        let href =
            item::member(rendition, "href").filter(|_| media_type.starts_with("text/html"))?;
        cleaner.link(field, href.text()?, &href.path)
    })
}
