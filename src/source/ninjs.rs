//! News items of IPTC ninjs, versions 1, 2 and 3.
//!
//! What 1.x keeps in members with speaking names, 2.x and 3.x keep in lists with roles; both become the same here.
//! Shown is what ninjs has for readers: never the bodies, never `edNote`, and `uri` is a name and no address.

mod address;
pub(super) mod byline;
mod dates;
mod item;
mod key_points;
mod picture;
mod related;
mod rendition;
mod standing;
mod wording;

use super::desk::Desk;
use super::foreign::no_article;
use super::found::Found;
use super::limits::{LABEL, LINE, PARAGRAPH};
use crate::article::{Article, Publisher, Status, Text};
use crate::json::Json;
use crate::report::{Code, join, quote};
use standing::Standing;
use wording::Wording;

/// The relations of a source that publishes, as the providers' vocabularies name them; an interviewed source does not.
const PUBLISHING: [&str; 5] = ["", "publisher", "distributor", "provider", "originator"];
/// Items that are no stories of their own.
const NO_STORIES: [&str; 4] = ["audio", "video", "event", "planning"];

/// The article of one item; what is wrong with it, or why there is none, the desk is told.
pub(crate) fn article(item: &Found<'_>, desk: &Desk<'_>) -> Option<Article> {
    if !matches!(item.value, Json::Object(_)) {
        let message = join(&["an item is an object, this is ", item.value.kind()]);
        desk.refuse(&item.path, Code::WrongType, &message);
        return None;
    }
    let language = item::text_of(item, &["language"], desk)
        .and_then(|(raw, path)| desk.language("language", raw, &path));
    let headlines = wording::all(item, "headline", "headlines", "main", desk);
    let headline = headline(item, &headlines, "headline", desk);
    let standing = Standing::of(item, &|path, code, message| {
        // Better no card than a leak. Without a headline there is no card as it is.
        if headline.is_some() {
            desk.refuse(path, code, message);
        } else {
            desk.warn(path, code, message);
        }
    });
    standing.note(desk);
    if headline.is_none() && !standing.is_withdrawn {
        tell_missing_headline(item, desk);
        return None;
    }
    let descriptions = wording::all(item, "description", "descriptions", "", desk);
    let associations = item::entries(item, "associations", desk);
    let image = picture::image(item, &descriptions, &associations, &standing, desk);
    let (url, short_url) = address::of(item, ["url", "shortUrl"], desk);
    let (published, updated) = dates::of(item, ["published", "updated"], desk);
    let language_tag = language.as_ref();
    Some(Article {
        id: item::plain(item, "uri", "id", LINE, desk),
        headline: headline.unwrap_or_default(),
        url,
        short_url,
        kicker: genre(item, desk),
        standfirst: standfirst(item, &headlines, &descriptions, desk),
        bullets: key_points::bullets(&descriptions, desk),
        image,
        dateline: item::plain(item, "located", "dateline", LABEL, desk),
        byline: byline::authors(item, language_tag, desk),
        published,
        updated,
        publisher: publisher(item, desk),
        related: related::stories(&associations, language_tag, &standing, desk),
        status: standing.is_withdrawn.then_some(Status::Withdrawn),
        embargoed_until: standing.embargoed_until,
        expires: standing.expires,
        language,
        ..Article::default()
    })
}

/// The main headline, else the first that is not one below it, else the title, which is the item's name.
fn headline(
    item: &Found<'_>,
    headlines: &[Wording<'_>],
    field: &'static str,
    desk: &Desk<'_>,
) -> Option<Text> {
    wording::pick(headlines, &["main", ""], field, LINE, desk)
        .or_else(|| {
            let mut others = headlines.iter().filter(|other| !other.is_below());
            others.find_map(|other| other.cleaned(field, LINE, desk))
        })
        .or_else(|| item::plain(item, "title", field, LINE, desk))
}

fn tell_missing_headline(item: &Found<'_>, desk: &Desk<'_>) {
    if let Some(kind) = item::member(item, "type")
        && let Some(name) = kind.text()
        && NO_STORIES.contains(&&*item::word(name))
    {
        let what = join(&["this is ninjs of the type ", &quote(name)]);
        return no_article(desk, &kind.path, &what);
    }
    let path = match item::member(item, "headlines") {
        Some(headlines) => headlines.path,
        None => join(&[&item.path, ".headline"]),
    };
    desk.refuse(&path, Code::MissingField, "an article needs a headline");
}

/// A headline below the main one, else a description that is a summary. Roles are the providers' own: what an unknown
/// one holds may be meant for the newsroom.
fn standfirst(
    item: &Found<'_>,
    headlines: &[Wording<'_>],
    descriptions: &[Wording<'_>],
    desk: &Desk<'_>,
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
        .find_map(|headline| headline.cleaned("standfirst", PARAGRAPH, desk))
        .or_else(|| wording::pick(descriptions, SUMMARIES, "standfirst", PARAGRAPH, desk))
        .or_else(|| {
            // The plain description of a picture is its caption.
            let is_caption = picture::is_picture(item);
            let plain = || wording::pick(descriptions, &[""], "standfirst", PARAGRAPH, desk);
            (!is_caption).then(plain).flatten()
        })
}

fn genre(item: &Found<'_>, desk: &Desk<'_>) -> Option<Text> {
    let genres = item::items(item, &["genre", "genres"]);
    genres
        .iter()
        .find_map(|genre| item::plain(genre, "name", "kicker", LABEL, desk))
}

/// The source that publishes, else the holder of the rights.
fn publisher(item: &Found<'_>, desk: &Desk<'_>) -> Option<Publisher> {
    let sources = item::items(item, &["infosource", "infosources"]);
    let publishes = |source: &&Found<'_>| {
        let relation = ["rel", "role"]
            .iter()
            .find_map(|name| item::member(source, name));
        let relation = relation.as_ref().and_then(Found::text).map(item::word);
        PUBLISHING.contains(&&*relation.unwrap_or_default())
    };
    let name = sources
        .iter()
        .filter(publishes)
        .find_map(|source| item::plain(source, "name", "publisher.name", LABEL, desk))
        .or_else(|| item::plain(item, "copyrightholder", "publisher.name", LABEL, desk))?;
    Some(Publisher {
        name,
        url: None,
        logo: None,
        time_zone: None,
    })
}
