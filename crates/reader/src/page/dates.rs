//! When it was published and updated, by the metadata of a page and by what its text marks.

use super::document::Element;
use super::metadata::{Page, Saying, has_word};
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::Moment;
use article_card::reading::json::Json;

/// The publication and the update, each as the article has it or as the page says it.
pub(super) fn dates(
    published: Option<Moment>,
    updated: Option<Moment>,
    page: &Page<'_>,
    story: Element<'_>,
    cleaner: &Cleaner<'_>,
) -> (Option<Moment>, Option<Moment>) {
    // What told of both has told of their order, too.
    let mut path = None;
    let mut read = |field, metas: &[&str], names: &[&str]| {
        let saying = date(field, metas, names, page, story)?;
        let value = Json::Text(saying.text.trim().into());
        let found = SourceValue::alone(&value, saying.path);
        let moment = cleaner.moment(field, &found);
        path = Some(found.path);
        moment
    };
    let published = published.or_else(|| {
        let metas = ["article:published_time", "datepublished", "pubdate", "date"];
        let names = ["datePublished", "published", "dt-published"];
        read("published", &metas, &names)
    });
    let updated = updated.or_else(|| {
        let metas = ["article:modified_time", "og:updated_time", "datemodified"];
        let names = ["dateModified", "updated", "dt-updated"];
        read("updated", &metas, &names)
    });
    if let Some(path) = path {
        cleaner.check_order(published.as_ref(), updated.as_ref(), &path);
    }
    (published, updated)
}

/// The first date of these metas; else of the first element of the story that is marked so, by `itemprop` or by a class of
/// a microformat.
fn date<'d>(
    field: &'static str,
    metas: &[&str],
    names: &[&str],
    page: &Page<'d>,
    story: Element<'d>,
) -> Option<Saying<'d>> {
    page.meta(metas).or_else(|| {
        let elements = story.descendants();
        let mut elements = elements.filter(|element| page.scopes.is_of_story(*element));
        elements.find_map(|element| {
            let is_time = element.name() == "time";
            let name = names.iter().find(|name| {
                has_word(element.attribute("itemprop"), name)
                    || (is_time && has_word(element.attribute("class"), name))
            });
            let is_first_edition =
                field == "published" && is_time && element.attribute("pubdate").is_some();
            let name = name.copied().or(is_first_edition.then_some("pubdate"))?;
            page.say(element.name(), name, element, "datetime")
                .or_else(|| page.say(element.name(), name, element, "content"))
        })
    })
}
