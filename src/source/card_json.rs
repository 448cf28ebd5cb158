//! The card's own JSON: strict, because whoever writes it writes it for the card.
//!
//! One field is required, the headline. A field of a wrong type is dropped alone and told; nothing is guessed.

use super::ReadOptions;
use super::fields::{Context, Fields};
use crate::article::{
    Access, Article, Author, Correction, Follow, Image, ImageSource, Language, Publisher, Related,
    Sponsor, Status, Text, is_zone_name,
};
use crate::json::Json;
use crate::report::{Code, Report, join, quote};
use crate::words::Word;
use std::cell::RefCell;

/// Limits in characters, above every real article seen.
const LABEL: usize = 120;
const LINE: usize = 300;
const PARAGRAPH: usize = 500;
/// Limits in items.
const BULLETS: usize = 10;
const AUTHORS: usize = 10;
const RELATED: usize = 10;
const SOURCES: usize = 20;

/// Reads one article, or says in the report why it cannot be shown.
pub(crate) fn article(value: &Json, options: &ReadOptions, report: &mut Report) -> Option<Article> {
    let Json::Object(members) = value else {
        let message = join(&["an article is an object, this is ", value.kind()]);
        report.refuse(Code::WrongType, "$", &message, None);
        return None;
    };
    #[cfg(target_arch = "wasm32")]
    let _ = options;
    let context = Context {
        report: RefCell::new(report),
        #[cfg(not(target_arch = "wasm32"))]
        unknown_fields: options.unknown_fields,
    };
    read(&Fields::new(members, "$".into(), &context))
}

fn read(fields: &Fields<'_>) -> Option<Article> {
    let headline = headline(fields);
    let published = fields.date("published");
    let updated = fields.date("updated");
    if let (Some(published), Some(updated)) = (&published, &updated)
        && published.is_later_than(updated) == Some(true)
    {
        fields.warn(
            "updated",
            Code::DateOrder,
            "the update lies before the publication and is not shown",
        );
    }
    let _ = fields.value("$schema");
    // An embargo or a term that cannot be read counts as in force: better no card than a leak.
    let [embargoed_until, expires] = ["embargoedUntil", "expires"].map(|name| {
        fields
            .moment(name)
            .inspect_err(|reason| fields.refuse(name, Code::BadDate, reason))
            .ok()
    });
    let article = Article {
        id: fields.text("id", LINE),
        url: fields.link("url"),
        kicker: fields.text("kicker", LABEL),
        standfirst: fields.text("standfirst", PARAGRAPH),
        bullets: fields.texts("bullets", BULLETS, LINE),
        image: fields.object("image").and_then(|fields| image(&fields)),
        dateline: fields.text("dateline", LABEL),
        byline: fields.objects("byline", AUTHORS, author),
        published,
        updated,
        short_url: fields.link("shortUrl"),
        follow: fields.object("follow").map(|follow| Follow {
            label: follow.text("label", LABEL),
            url: follow.link("url"),
        }),
        publisher: fields
            .object("publisher")
            .and_then(|fields| publisher(&fields)),
        section: fields.text("section", LABEL),
        language: language(fields),
        related: fields.objects("related", RELATED, related),
        access: fields.word(
            "access",
            &[
                ("free", Access::Free),
                ("registration", Access::Registration),
                ("metered", Access::Metered),
                ("paid", Access::Paid),
            ],
        ),
        sponsor: fields.object("sponsor").and_then(|fields| sponsor(&fields)),
        status: fields.word(
            "status",
            &[
                ("live", Status::Live),
                ("breaking", Status::Breaking),
                ("developing", Status::Developing),
                ("withdrawn", Status::Withdrawn),
            ],
        ),
        correction: fields
            .object("correction")
            .and_then(|fields| correction(&fields)),
        labels: fields
            .object("labels")
            .map(|fields| labels(&fields))
            .unwrap_or_default(),
        embargoed_until: embargoed_until?,
        expires: expires?,
        headline: headline?,
    };
    Some(article)
}

fn headline(fields: &Fields<'_>) -> Option<Text> {
    let headline = match fields.value("headline") {
        Some(Json::Text(raw)) => fields.clean("headline", raw, LINE),
        Some(other) => {
            fields.refuse(
                "headline",
                Code::WrongType,
                &join(&["expected text, found ", other.kind()]),
            );
            return None;
        }
        None => None,
    };
    if headline.is_none() {
        fields.refuse(
            "headline",
            Code::MissingField,
            "an article needs a headline",
        );
    }
    headline
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

fn image(fields: &Fields<'_>) -> Option<Image> {
    let (width, height) = (fields.pixels("width"), fields.pixels("height"));
    let image = Image {
        alt: fields.text("alt", PARAGRAPH),
        caption: fields.text("caption", PARAGRAPH),
        credit: fields.text("credit", LABEL),
        width,
        height,
        sources: fields.objects("sources", SOURCES, source),
        url: fields.link("url").or_else(|| {
            fields.warn(
                "url",
                Code::MissingField,
                "without an address the picture is left out",
            );
            None
        })?,
    };
    Some(image)
}

fn source(fields: &Fields<'_>) -> Option<ImageSource> {
    let (width, media_type) = (fields.pixels("width"), fields.text("type", LABEL));
    let url = fields.link("url")?;
    if width.is_none() {
        let message = "without a width a browser cannot choose this source";
        fields.warn("width", Code::MissingField, message);
    }
    Some(ImageSource {
        url,
        width: width?,
        media_type,
    })
}

fn author(fields: &Fields<'_>) -> Option<Author> {
    let url = fields.link("url");
    Some(Author {
        name: required(fields, "name", LABEL)?,
        url,
    })
}

fn publisher(fields: &Fields<'_>) -> Option<Publisher> {
    let (url, logo) = (fields.link("url"), fields.link("logo"));
    let time_zone = fields.text("timeZone", LABEL).filter(|zone| {
        let is_name = is_zone_name(zone);
        if !is_name {
            fields.warn(
                "timeZone",
                Code::BadValue,
                &join(&[
                    &quote(zone),
                    " is not the name of a time zone, such as Europe/London",
                ]),
            );
        }
        is_name
    });
    Some(Publisher {
        name: required(fields, "name", LABEL)?,
        url,
        logo,
        time_zone,
    })
}

fn sponsor(fields: &Fields<'_>) -> Option<Sponsor> {
    let (url, logo) = (fields.link("url"), fields.link("logo"));
    Some(Sponsor {
        name: required(fields, "name", LABEL)?,
        url,
        logo,
    })
}

fn related(fields: &Fields<'_>) -> Option<Related> {
    let related = Related {
        url: fields.link("url"),
        published: fields.date("published"),
        updated: fields.date("updated"),
        language: language(fields),
        image: fields.link("image"),
        headline: required(fields, "headline", LINE)?,
    };
    Some(related)
}

fn correction(fields: &Fields<'_>) -> Option<Correction> {
    let date = fields.date("date");
    Some(Correction {
        text: required(fields, "text", PARAGRAPH)?,
        date,
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

fn labels(fields: &Fields<'_>) -> Vec<(Word, Text)> {
    Word::ALL
        .iter()
        .filter_map(|word| Some((*word, fields.text(word.key(), LABEL)?)))
        .collect()
}
