//! The objects that an article is made of.

use super::fields::Fields;
use crate::article::limits::{LABEL, LINE, PARAGRAPH, SOURCES};
use crate::article::{
    Author, Correction, Follow, Image, ImageSource, Language, LanguageError, Media, MediaKind,
    Publisher, Related, Sponsor, Text, is_zone_name,
};
use crate::report::{Code, Reason};

/// A name or text without which its object says nothing.
fn required(fields: &Fields<'_>, name: &'static str, limit: usize) -> Option<Text> {
    let text = fields.text(name, limit);
    if text.is_none() {
        missing(fields, name);
    }
    text
}

fn missing(fields: &Fields<'_>, name: &'static str) {
    let reason = "without this field its object is left out";
    fields.warn(name, Code::MissingField, reason.into());
}

/// A picture without an address is kept for its lines: text that is copied from a page has them, and no address.
pub(super) fn image(fields: &Fields<'_>) -> Option<Image> {
    let image = Image {
        url: fields.link("url"),
        alt: fields.text("alt", PARAGRAPH),
        caption: fields.text("caption", PARAGRAPH),
        credit: fields.text("credit", LABEL),
        width: fields.count("width"),
        height: fields.count("height"),
        origin: fields.origin(),
        sources: fields.objects("sources", SOURCES, source),
    };
    if image.url.is_some() {
        return Some(image);
    }
    let reason = "without an address the picture is not shown";
    fields.warn("url", Code::MissingField, reason.into());
    (image.caption.is_some() || image.credit.is_some()).then_some(image)
}

fn source(fields: &Fields<'_>) -> Option<ImageSource> {
    let Some(url) = fields.link("url") else {
        let reason = "without an address this source is left out";
        fields.warn("url", Code::MissingField, reason.into());
        return None;
    };
    let Some(width) = fields.count("width") else {
        let reason = "without a width a browser cannot choose this source";
        fields.warn("width", Code::MissingField, reason.into());
        return None;
    };
    Some(ImageSource {
        url,
        width,
        media_type: fields.text("type", LABEL),
    })
}

pub(super) fn follow(fields: &Fields<'_>) -> Option<Follow> {
    Some(Follow {
        label: fields.text("label", LABEL),
        url: fields.link("url"),
    })
}

pub(super) fn author(fields: &Fields<'_>) -> Option<Author> {
    let name = required(fields, "name", LABEL)?;
    Some(Author {
        name,
        url: fields.link("url"),
        image: fields.link("image"),
        job_title: fields.text("jobTitle", LABEL),
    })
}

pub(super) fn media(fields: &Fields<'_>) -> Option<Media> {
    let duration = fields.duration();
    let count = fields.count("count");
    let kind = fields.word("kind", &MediaKind::WORDS);
    let Some(kind) = kind.and_then(|index| MediaKind::ALL.get(index)) else {
        missing(fields, "kind");
        return None;
    };
    Some(Media {
        kind: *kind,
        duration,
        count,
    })
}

pub(super) fn publisher(fields: &Fields<'_>) -> Option<Publisher> {
    let name = required(fields, "name", LABEL)?;
    let time_zone = fields.text("timeZone", LABEL).filter(|zone| {
        let is_name = is_zone_name(zone);
        if !is_name {
            let not = " is not the name of a time zone, such as Europe/London";
            let reason = Reason::quoting(zone).and(not);
            fields.warn("timeZone", Code::BadValue, reason);
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

pub(super) fn sponsor(fields: &Fields<'_>) -> Option<Sponsor> {
    let name = required(fields, "name", LABEL)?;
    Some(Sponsor {
        name,
        url: fields.link("url"),
        logo: fields.link("logo"),
    })
}

pub(super) fn related(fields: &Fields<'_>) -> Option<Related> {
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

pub(super) fn correction(fields: &Fields<'_>) -> Option<Correction> {
    let text = required(fields, "text", PARAGRAPH)?;
    Some(Correction {
        text,
        date: fields.date("date"),
    })
}

pub(super) fn language(fields: &Fields<'_>) -> Option<Language> {
    let tag = fields.text("language", LABEL)?;
    let language = Language::parse(&tag);
    if language.is_none() {
        let reason = Reason::quoting(&tag).and(" ").and(LanguageError::REASON);
        fields.warn("language", Code::BadLang, reason);
    }
    language
}
