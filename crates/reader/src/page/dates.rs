//! When it was published and updated, by the metadata of a page and by what its text marks.

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
    let own = published;
    let published = match own
        .as_ref()
        .and_then(|own| against(own, updated.as_ref(), page, story))
    {
        Some(Against::Counts(saying)) => {
            let value = Json::Text(saying.text.trim().into());
            let found = SourceValue::alone(&value, saying.path);
            let other = own.as_ref().map_or("", |other| other.machine());
            let reason = Reason::from("the text agrees, and ").and_words(other.to_owned());
            let reason =
                reason.and(" of the JSON-LD is more than a day away, so it does not count");
            cleaner.warn(&found.path, Code::Contradiction, reason);
            cleaner.moment("published", &found).or(own)
        }
        Some(Against::Differs(saying)) => {
            if let Some(own) = &own {
                tell(own, &saying, cleaner);
            }
            own
        }
        None => own,
    };
    if let (Some(own), Some(saying)) = (&updated, page.meta(&["article:modified_time"]))
        && read_moment(&saying.text).is_some_and(|stated| is_apart(own, &stated))
    {
        tell(own, &saying, cleaner);
    }
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

/// What the page's metadata says against the publication of the JSON-LD, by more than a day.
enum Against<'d> {
    /// The text says so, too: two that agree beat one.
    Counts(Saying<'d>),
    /// Nothing else says so.
    Differs(Saying<'d>),
}

fn against<'d>(
    published: &Moment,
    updated: Option<&Moment>,
    page: &Page<'d>,
    story: Element<'d>,
) -> Option<Against<'d>> {
    let saying = page.meta(&["article:published_time"])?;
    let stated = read_moment(&saying.text)?;
    if !is_apart(published, &stated) {
        return None;
    }
    // What all say may also be the update, which is no publication.
    let modified = page.meta(&["article:modified_time"]);
    let modified = modified.and_then(|modified| read_moment(&modified.text));
    let mut updates = updated.into_iter().chain(&modified);
    let is_update = updates.any(|updated| is_same(updated, &stated));
    let is_printed = || printed(page, story).any(|printed| is_same(&printed, &stated));
    Some(match !is_update && is_printed() {
        true => Against::Counts(saying),
        false => Against::Differs(saying),
    })
}

/// What the text prints as its publication: what is marked so, and what nothing marks but stands before its first paragraph.
fn printed<'d>(page: &Page<'d>, story: Element<'d>) -> impl Iterator<Item = Moment> {
    /// The shortest paragraph of a text, in characters.
    const LONG: usize = 60;
    let mut paragraphs = story.descendants().filter(|element| {
        element.name() == "p" && element.text().trim().chars().nth(LONG).is_some()
    });
    let start = paragraphs.next().map(Element::place);
    let times = story
        .descendants()
        .filter(|element| element.name() == "time" && page.scopes.is_of_story(*element));
    let times = times.filter(move |time| {
        let marks = |names: &[&str]| {
            let around = std::iter::once(*time).chain(time.ancestors().take(1));
            let mut values =
                around.flat_map(|own| [own.attribute("itemprop"), own.attribute("class")]);
            values.any(|value| {
                let value = value.unwrap_or_default().to_ascii_lowercase();
                names.iter().any(|name| value.contains(name))
            })
        };
        let is_update = marks(&["modif", "updat"]);
        let is_publication = time.attribute("pubdate").is_some() || marks(&["publish"]);
        !is_update && (is_publication || start.is_none_or(|start| time.place() < start))
    });
    times.filter_map(|time| read_moment(time.attribute("datetime")?))
}

fn read_moment(text: &str) -> Option<Moment> {
    Moment::parse_lenient(text.trim()).ok()
}

fn tell(own: &Moment, other: &Saying<'_>, cleaner: &Cleaner<'_>) {
    let reason = Reason::quoting(&other.text).and(" is more than a day away from ");
    let reason = reason.and_words(own.machine().to_string());
    let reason = reason.and(" of the JSON-LD, which counts");
    cleaner.warn(&other.path, Code::Contradiction, reason);
}

/// Whether they are more than a day apart.
fn is_apart(one: &Moment, other: &Moment) -> bool {
    const DAY: u64 = 86_400_000;
    match (one.when(), other.when()) {
        (
            When::Instant { epoch_ms: one, .. },
            When::Instant {
                epoch_ms: other, ..
            },
        ) => one.abs_diff(other) > DAY,
        _ => one.day().epoch_days().abs_diff(other.day().epoch_days()) > 1,
    }
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
