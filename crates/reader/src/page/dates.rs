//! When it was published and updated, by the metadata of a page and by what its text marks.

use super::contradictions::is_apart;
use super::document::Element;
use super::metadata::{Page, Saying, has_word};
use crate::clean::Cleaner;
use crate::source_value::SourceValue;
use article_card::article::{Moment, When};
use article_card::reading::json::Json;
use article_card::report::{Code, Reason};

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
    let published = match agreed(published.as_ref(), updated.as_ref(), page, story) {
        Some(saying) => {
            let value = Json::Text(saying.text.trim().into());
            let found = SourceValue::alone(&value, saying.path);
            let other = published.as_ref().map_or("", |other| other.machine());
            let reason = Reason::from("the text agrees, and ").and_words(other.to_owned());
            let reason =
                reason.and(" of the JSON-LD is more than a day away, so it does not count");
            cleaner.warn(&found.path, Code::Contradiction, reason);
            cleaner.moment("published", &found)
        }
        None => published,
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

/// The publication as the page's metadata and its text say it alike, where JSON-LD says otherwise by more than a day: two that
/// agree beat one. What both say may also be the update, which is no publication.
pub(super) fn agreed<'d>(
    published: Option<&Moment>,
    updated: Option<&Moment>,
    page: &Page<'d>,
    story: Element<'d>,
) -> Option<Saying<'d>> {
    let published = published?;
    let read = |text: &str| Moment::parse_lenient(text.trim()).ok();
    let saying = page.meta(&["article:published_time"])?;
    let stated = read(&saying.text)?;
    if !is_apart(published, &stated) || updated.is_some_and(|updated| is_same(updated, &stated)) {
        return None;
    }
    let times = story
        .descendants()
        .filter(|element| element.name() == "time" && page.scopes.is_of_story(*element));
    let mut times = times.filter_map(|element| read(element.attribute("datetime")?));
    times
        .any(|printed| is_same(&printed, &stated))
        .then_some(saying)
}

/// Whether two moments are the same minute, or the same day if one of them is no more than a day.
fn is_same(one: &Moment, other: &Moment) -> bool {
    match (one.when(), other.when()) {
        (
            When::Instant { epoch_ms: one, .. },
            When::Instant {
                epoch_ms: other, ..
            },
        ) => one.abs_diff(other) < 60_000,
        _ => one.day() == other.day(),
    }
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
