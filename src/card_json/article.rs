//! The fields of the article.

use super::ReadOptions;
use super::fields::{Context, Fields, wrong_type};
use super::parts::{
    author, correction, follow, image, language, media, publisher, related, sponsor,
};
use super::restricting::withholds;
use super::values::none_of;
use crate::article::limits::{AUTHORS, BULLETS, LABEL, LINE, PARAGRAPH, RELATED};
use crate::article::{Access, Article, LabelKey, Status, Text};
use crate::json::{Json, Placed};
use crate::report::{Code, Path, Reason, Report};
use std::cell::RefCell;

/// What is noted of the input beside the article.
#[derive(Default)]
pub(super) struct Noted {
    /// Where those fields stand of which its card may have something to tell.
    pub(super) deciding: Vec<(&'static str, Path)>,
    /// The items of lists that are no part of it, by how many bytes stand before each.
    #[cfg(feature = "places")]
    pub(super) left_out: Vec<usize>,
}

/// Reads one article. It may be shown if the report does not say why not.
pub(super) fn article(
    value: &Placed<'_>,
    options: ReadOptions,
    report: &mut Report,
) -> Option<(Article, Noted)> {
    let Json::Object(members) = &**value else {
        let reason = Reason::from("an article is an object, this is ").and(value.kind());
        let path = Path::root("$").at(value.at());
        report.refuse(Code::WrongType, path, reason);
        return None;
    };
    let context = Context {
        report: RefCell::new(std::mem::take(report)),
        tells_unknown: options.unknown_fields,
        #[cfg(feature = "places")]
        left_out: RefCell::default(),
    };
    let fields = Fields::new(members, value.at(), &context);
    let article = fields.read(read);
    let deciding = deciding(&fields);
    *report = context.report.into_inner();
    let noted = Noted {
        deciding,
        #[cfg(feature = "places")]
        left_out: context.left_out.into_inner(),
    };
    article.map(|article| (article, noted))
}

/// Where those fields stand that a card decides by; without the feature `places` nobody asks.
fn deciding(fields: &Fields<'_>) -> Vec<(&'static str, Path)> {
    if cfg!(not(feature = "places")) {
        return Vec::new();
    }
    let mut paths = Vec::new();
    for name in ["status", "embargoedUntil", "expires", "language"] {
        let found = fields.find(name);
        paths.extend(found.map(|_| (name, fields.field(name).write())));
    }
    if let Some(Json::Object(members)) = fields.find("publisher").map(|value| &**value) {
        let publisher = Fields::at(fields.field("publisher"), members, fields.context);
        let zone = publisher.find("timeZone");
        let path = || publisher.field("timeZone").write();
        paths.extend(zone.map(|_| ("publisher.timeZone", path())));
    }
    paths
}

/// Reads everything, so that an editor sees all problems at once; what is vital refuses by the report.
fn read(fields: &Fields<'_>) -> Option<Article> {
    let _ = fields.value("$schema");
    let status = status(fields);
    let article = Article {
        id: fields.text("id", LINE),
        headline: headline(fields, status),
        url: fields.link("url"),
        kicker: fields.text("kicker", LABEL),
        standfirst: fields.text("standfirst", PARAGRAPH),
        bullets: fields.texts("bullets", BULLETS, LINE),
        image: fields.object("image", image),
        origin: fields.origin(),
        media: fields.object("media", media),
        reading_time: fields.count("readingTime"),
        dateline: fields.text("dateline", LABEL),
        byline: fields.objects("byline", AUTHORS, author),
        published: fields.date("published"),
        updated: fields.date("updated"),
        short_url: fields.link("shortUrl"),
        follow: fields.object("follow", follow),
        publisher: fields.object("publisher", publisher),
        section: fields.text("section", LABEL),
        language: language(fields),
        related: fields.objects("related", RELATED, related),
        access: access(fields),
        sponsor: fields.object("sponsor", sponsor),
        status,
        correction: fields.object("correction", correction),
        // An embargo or a term that cannot be read counts as in force: better no card than a leak.
        embargoed_until: fields.vital_date("embargoedUntil"),
        expires: fields.vital_date("expires"),
        labels: fields.object("labels", labels).unwrap_or_default(),
    };
    if article.is_updated_too_early() {
        let reason = "the update lies before the publication and is not shown";
        fields.warn("updated", Code::DateOrder, reason.into());
    }
    Some(article)
}

fn access(fields: &Fields<'_>) -> Option<Access> {
    let index = fields.word("access", &Access::WORDS)?;
    Access::ALL.get(index).copied()
}

/// The state. One that a card does not know is told, and refuses the article if nobody might read it then.
fn status(fields: &Fields<'_>) -> Option<Status> {
    if !fields.stands_once("status") {
        return None;
    }
    match &**fields.find("status")? {
        Json::Text(raw) if Status::of(raw).is_none() && withholds(raw) => {
            fields.refuse("status", Code::BadValue, none_of(raw, &Status::WORDS));
            return None;
        }
        Json::Text(_) => {}
        other if other.says_nothing() => {}
        other => {
            fields.refuse("status", Code::WrongType, wrong_type("text", other));
            return None;
        }
    }
    let index = fields.word("status", &Status::WORDS)?;
    Status::ALL.get(index).copied()
}

/// The headline. If there is none the article is refused, unless it is withdrawn: then nobody will read it.
fn headline(fields: &Fields<'_>, status: Option<Status>) -> Text {
    let headline = match fields.value("headline").map(|value| &**value) {
        Some(Json::Text(raw)) => fields.clean("headline", raw, LINE),
        Some(other) => {
            fields.refuse("headline", Code::WrongType, wrong_type("text", other));
            return Text::default();
        }
        None => None,
    };
    if headline.is_none() && status != Some(Status::Withdrawn) {
        let reason = "an article needs a headline";
        fields.refuse("headline", Code::MissingField, reason.into());
    }
    headline.unwrap_or_default()
}

/// Separators are spaces for the most part, so they keep theirs.
fn labels(fields: &Fields<'_>) -> Option<Vec<(LabelKey, Text)>> {
    let mut labels = Vec::new();
    for key in LabelKey::ALL {
        let label = match key {
            LabelKey::Separator | LabelKey::LastSeparator => {
                fields.spaced_text(key.as_str(), LABEL)
            }
            _ => fields.text(key.as_str(), LABEL),
        };
        labels.extend(label.map(|label| (key, label)));
    }
    Some(labels)
}
