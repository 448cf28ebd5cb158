//! News items of IPTC ninjs, versions 1, 2 and 3.
//!
//! What 1.x keeps in members with speaking names, 2.x and 3.x keep in lists with roles; both become the same here.
//! Only what ninjs has for readers is shown: never the bodies, never `edNote`, and `uri` is a name and no address.

mod address;
mod byline;
mod dates;
mod item;
mod key_points;
mod media;
mod picture;
mod related;
mod rendition;
mod restrictions;
mod wording;

use super::clean::Cleaner;
use super::source_value::SourceValue;
use article_card::article::limits::{LABEL, LINE, PARAGRAPH};
use article_card::article::{Article, Publisher, Status, Text};
use article_card::reading::json::Json;
use article_card::report::{Code, Reason};
use restrictions::Restrictions;
use wording::Wording;

/// The relations of a source that publishes, as the providers' vocabularies name them; an interviewed source does not.
const PUBLISHING: [&str; 5] = ["", "publisher", "distributor", "provider", "originator"];
/// Items that are no stories of their own.
const NO_STORIES: [&str; 4] = ["audio", "video", "event", "planning"];

/// The article of one item; the cleaner is told what is wrong with it, or why there is none.
pub(crate) fn article(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Article> {
    if !matches!(item.value, Json::Object(_)) {
        let reason = Reason::from("an item is an object, this is ").and(item.value.kind());
        cleaner.refuse(&item.path, Code::WrongType, reason);
        return None;
    }
    let language = item::text_of(item, &["language"], cleaner)
        .and_then(|(raw, path)| cleaner.language("language", raw, &path));
    let headlines = wording::all(item, "headline", "headlines", "main", cleaner);
    let headline = headline(item, &headlines, "headline", cleaner);
    let restrictions = Restrictions::of(item, &|path, code, reason| {
        // Better no card than a leak. Without a headline there is no card as it is.
        if headline.is_some() {
            cleaner.refuse(path, code, reason);
        } else {
            cleaner.warn(path, code, reason);
        }
    });
    restrictions.note(cleaner);
    if headline.is_none() && !restrictions.is_withdrawn {
        tell_missing_headline(item, cleaner);
        return None;
    }
    let descriptions = wording::all(item, "description", "descriptions", "", cleaner);
    let associations = item::entries(item, "associations", cleaner);
    let image = picture::image(item, &descriptions, &associations, &restrictions, cleaner);
    let (url, short_url) = address::of(item, ["url", "shortUrl"], cleaner);
    let (published, updated) = dates::of(item, ["published", "updated"], cleaner);
    let language_tag = language.as_ref();
    Some(Article {
        // Before version 2 it was called otherwise by some.
        id: item::plain(item, "uri", "id", LINE, cleaner)
            .or_else(|| item::plain(item, "guid", "id", LINE, cleaner)),
        url,
        short_url,
        kicker: genre(item, cleaner),
        standfirst: standfirst(item, &headlines, &descriptions, cleaner),
        bullets: key_points::bullets(&descriptions, cleaner),
        image,
        origin: media::text_origin(item, cleaner),
        media: media::media(item, cleaner),
        dateline: item::plain(item, "located", "dateline", LABEL, cleaner),
        byline: byline::authors(item, language_tag, cleaner),
        published,
        updated,
        publisher: publisher(item, cleaner),
        headline: headline.unwrap_or_default(),
        related: related::stories(&associations, language_tag, &restrictions, cleaner),
        status: restrictions.is_withdrawn.then_some(Status::Withdrawn),
        embargoed_until: restrictions.embargoed_until,
        expires: restrictions.expires,
        language,
        // The subjects of an item are in vocabularies of codes, and ninjs has nothing for the others.
        section: None,
        reading_time: None,
        follow: None,
        access: None,
        sponsor: None,
        correction: None,
        labels: Vec::new(),
    })
}

/// The main headline, else the first that is not one below it, else the title, which is the item's name.
fn headline(
    item: &SourceValue<'_>,
    headlines: &[Wording<'_>],
    field: &'static str,
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    wording::pick(headlines, &["main", ""], field, LINE, cleaner)
        .or_else(|| {
            let mut others = headlines.iter().filter(|other| !other.is_below());
            others.find_map(|other| other.cleaned(field, LINE, cleaner))
        })
        .or_else(|| item::plain(item, "title", field, LINE, cleaner))
}

fn tell_missing_headline(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) {
    if let Some(kind) = item::member(item, "type")
        && let Some(name) = kind.text()
        && NO_STORIES.contains(&&*item::word(name))
    {
        let what = Reason::from("this is ninjs of the type ").and_quoting(name);
        return cleaner.refuse_no_article(&kind.path, what);
    }
    let path = match item::member(item, "headlines") {
        Some(headlines) => headlines.path,
        None => item.path.member("headline"),
    };
    cleaner.refuse(&path, Code::MissingField, "an article needs a headline");
}

/// A headline below the main one, else a description that is a summary. Roles are the providers' own: what an unknown
/// one holds may be meant for the newsroom.
fn standfirst(
    item: &SourceValue<'_>,
    headlines: &[Wording<'_>],
    descriptions: &[Wording<'_>],
    cleaner: &Cleaner<'_>,
) -> Option<Text> {
    const SUMMARIES: &[&str] = &[
        "summary",
        "standfirst",
        "lead",
        "abstract",
        "teaser",
        "synopsis",
        "intro",
        "preamble",
        "ingress",
    ];
    let mut below = headlines.iter().filter(|headline| headline.is_below());
    below
        .find_map(|headline| headline.cleaned("standfirst", PARAGRAPH, cleaner))
        .or_else(|| wording::pick(descriptions, SUMMARIES, "standfirst", PARAGRAPH, cleaner))
        .or_else(|| {
            // The plain description of a picture is its caption.
            let is_caption = picture::is_picture(item);
            let plain = || wording::pick(descriptions, &[""], "standfirst", PARAGRAPH, cleaner);
            (!is_caption).then(plain).flatten()
        })
}

fn genre(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Text> {
    let genres = item::items(item, &["genre", "genres"]);
    genres
        .iter()
        .find_map(|genre| item::plain(genre, "name", "kicker", LABEL, cleaner))
}

/// The source that publishes, else the holder of the rights.
fn publisher(item: &SourceValue<'_>, cleaner: &Cleaner<'_>) -> Option<Publisher> {
    let sources = item::items(item, &["infosource", "infosources"]);
    let publishes = |source: &&SourceValue<'_>| {
        let relation = ["rel", "role"]
            .iter()
            .find_map(|name| item::member(source, name));
        let relation = relation
            .as_ref()
            .and_then(SourceValue::text)
            .map(item::word);
        PUBLISHING.contains(&&*relation.unwrap_or_default())
    };
    let name = sources
        .iter()
        .filter(publishes)
        .find_map(|source| item::plain(source, "name", "publisher.name", LABEL, cleaner))
        .or_else(|| item::plain(item, "copyrightholder", "publisher.name", LABEL, cleaner))?;
    Some(Publisher {
        name,
        url: None,
        logo: None,
        time_zone: None,
    })
}
