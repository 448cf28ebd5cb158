//! The card's own JSON: strict, because whoever writes it writes it for the card.
//!
//! One field is required, the headline. A field of a wrong type is dropped alone and told; nothing is guessed.

use super::ReadOptions;
use super::fields::{Context, Fields};
use super::limits::{AUTHORS, BULLETS, LABEL, LINE, PARAGRAPH, RELATED, SOURCES};
use crate::article::{
    Access, Article, Author, Correction, Follow, Image, ImageSource, Language, Publisher, Related,
    Sponsor, Status, Text, is_zone_name,
};
use crate::json::Json;
use crate::report::{Code, Report, join, quote};
use crate::words::Word;
use std::cell::RefCell;

/// Reads one article. It may be shown if the report does not say why not.
pub(crate) fn article(
    value: &Json<'_>,
    options: &ReadOptions,
    report: &mut Report,
) -> Option<Article> {
    let Json::Object(members) = value else {
        let message = join(&["an article is an object, this is ", value.kind()]);
        report.refuse(Code::WrongType, "$", &message, None);
        return None;
    };
    #[cfg(target_arch = "wasm32")]
    let _ = options;
    let context = Context {
        report: RefCell::new(std::mem::take(report)),
        #[cfg(not(target_arch = "wasm32"))]
        unknown_fields: options.unknown_fields,
    };
    let read = Fields::new(members, &context).read(read);
    *report = context.report.into_inner();
    read
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
    if let (Some(published), Some(updated)) = (&article.published, &article.updated)
        && published.is_later_than(updated) == Some(true)
    {
        let message = "the update lies before the publication and is not shown";
        fields.warn("updated", Code::DateOrder, message);
    }
    Some(article)
}

fn access(fields: &Fields<'_>) -> Option<Access> {
    let place = fields.word("access", &["free", "registration", "metered", "paid"])?;
    [
        Access::Free,
        Access::Registration,
        Access::Metered,
        Access::Paid,
    ]
    .get(place)
    .copied()
}

fn status(fields: &Fields<'_>) -> Option<Status> {
    let place = fields.word("status", &["live", "breaking", "developing", "withdrawn"])?;
    [
        Status::Live,
        Status::Breaking,
        Status::Developing,
        Status::Withdrawn,
    ]
    .get(place)
    .copied()
}

/// The headline. If there is none the article is refused, unless it is withdrawn: then nobody will read it.
fn headline(fields: &Fields<'_>, status: Option<Status>) -> Text {
    let headline = match fields.value("headline") {
        Some(Json::Text(raw)) => fields.clean("headline", raw, LINE),
        Some(other) => {
            let message = join(&["expected text, found ", other.kind()]);
            fields.refuse("headline", Code::WrongType, &message);
            return Text::default();
        }
        None => None,
    };
    if headline.is_none() && status != Some(Status::Withdrawn) {
        fields.refuse(
            "headline",
            Code::MissingField,
            "an article needs a headline",
        );
    }
    headline.unwrap_or_default()
}

/// A name or text without which its object says nothing.
fn required(fields: &Fields<'_>, name: &'static str, limit: usize) -> Option<Text> {
    let text = fields.text(name, limit);
    if text.is_none() {
        fields.warn(
            name,
            Code::MissingField,
            "without this field its object is left out",
        );
    }
    text
}

/// A picture without an address is kept for its lines: text that is copied from a page has them, and no address.
fn image(fields: &Fields<'_>) -> Option<Image> {
    let image = Image {
        url: fields.link("url"),
        alt: fields.text("alt", PARAGRAPH),
        caption: fields.text("caption", PARAGRAPH),
        credit: fields.text("credit", LABEL),
        width: fields.pixels("width"),
        height: fields.pixels("height"),
        sources: fields.objects("sources", SOURCES, source),
    };
    if image.url.is_some() {
        return Some(image);
    }
    let message = "without an address the picture is not shown";
    fields.warn("url", Code::MissingField, message);
    (image.caption.is_some() || image.credit.is_some()).then_some(image)
}

fn source(fields: &Fields<'_>) -> Option<ImageSource> {
    let Some(url) = fields.link("url") else {
        fields.warn(
            "url",
            Code::MissingField,
            "without an address this source is left out",
        );
        return None;
    };
    let Some(width) = fields.pixels("width") else {
        let message = "without a width a browser cannot choose this source";
        fields.warn("width", Code::MissingField, message);
        return None;
    };
    Some(ImageSource {
        url,
        width,
        media_type: fields.text("type", LABEL),
    })
}

fn follow(fields: &Fields<'_>) -> Option<Follow> {
    Some(Follow {
        label: fields.text("label", LABEL),
        url: fields.link("url"),
    })
}

fn author(fields: &Fields<'_>) -> Option<Author> {
    let name = required(fields, "name", LABEL)?;
    Some(Author {
        name,
        url: fields.link("url"),
    })
}

fn publisher(fields: &Fields<'_>) -> Option<Publisher> {
    let name = required(fields, "name", LABEL)?;
    let time_zone = fields.text("timeZone", LABEL).filter(|zone| {
        let is_name = is_zone_name(zone);
        if !is_name {
            let message = " is not the name of a time zone, such as Europe/London";
            fields.warn("timeZone", Code::BadValue, &join(&[&quote(zone), message]));
        }
        is_name
    });
    Some(Publisher {
        name,
        url: fields.link("url"),
        logo: fields.link("logo"),
        time_zone,
    })
}

fn sponsor(fields: &Fields<'_>) -> Option<Sponsor> {
    let name = required(fields, "name", LABEL)?;
    Some(Sponsor {
        name,
        url: fields.link("url"),
        logo: fields.link("logo"),
    })
}

fn related(fields: &Fields<'_>) -> Option<Related> {
    let headline = required(fields, "headline", LINE)?;
    Some(Related {
        headline,
        url: fields.link("url"),
        published: fields.date("published"),
        updated: fields.date("updated"),
        language: language(fields),
        image: fields.link("image"),
    })
}

fn correction(fields: &Fields<'_>) -> Option<Correction> {
    let text = required(fields, "text", PARAGRAPH)?;
    Some(Correction {
        text,
        date: fields.date("date"),
    })
}

fn language(fields: &Fields<'_>) -> Option<Language> {
    let tag = fields.text("language", LABEL)?;
    let language = Language::parse(&tag);
    if language.is_none() {
        fields.warn(
            "language",
            Code::BadLang,
            &join(&[&quote(&tag), " is not a language tag, such as en or pt-BR"]),
        );
    }
    language
}

/// Separators are spaces for the most part, so they keep theirs.
fn labels(fields: &Fields<'_>) -> Option<Vec<(Word, Text)>> {
    let mut labels = Vec::new();
    for word in Word::ALL {
        let label = match word {
            Word::Separator | Word::LastSeparator => fields.spaced_text(word.key(), LABEL),
            _ => fields.text(word.key(), LABEL),
        };
        labels.extend(label.map(|label| (word, label)));
    }
    Some(labels)
}
