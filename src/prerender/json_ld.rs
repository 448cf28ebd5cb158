//! The article as JSON-LD, for the head of a whole page.
//!
//! It says of the article what schema.org has a true place for, and nothing that only comes near. So it is silent about
//! the kicker, the short address, related stories, a gallery, a term or an embargo, and about access by registration or in part, of
//! which schema.org knows only yes and no.

use crate::article::{
    Access, Article, Author, Correction, Image, Link, Media, MediaKind, Moment, Origin, Publisher,
    Status,
};
use crate::json;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The article; `<` is escaped, so that it may stand in a page.
pub(super) fn json_ld(article: &Article) -> String {
    // Each field is named, so that a new one is not forgotten here; those without a place are at the end.
    let Article {
        id,
        headline,
        url,
        standfirst,
        bullets,
        image,
        origin,
        media,
        reading_time,
        dateline,
        byline,
        published,
        updated,
        publisher,
        sponsor,
        section,
        language,
        access: _,
        status: _,
        correction,
        kicker: _,
        short_url: _,
        follow: _,
        related: _,
        embargoed_until: _,
        expires: _,
        labels: _,
    } = article;
    // One point alone would be read as what it is not, the standfirst.
    let points = (bullets.len() > 1).then_some(bullets);
    let thing = Thing::default()
        .with("@context", Some("https://schema.org"))
        .with("@type", Some(types(article)))
        .with("identifier", id.as_deref())
        .with("headline", Some(&**headline))
        .with("url", url.as_ref())
        .with("mainEntityOfPage", url.as_ref().map(page))
        .with("description", standfirst.as_deref())
        .with(
            "abstract",
            points.map(|points| list(points, |point| Value::Text(point))),
        )
        .with("image", image.as_ref().and_then(self::image))
        .with("digitalSourceType", origin.map(self::origin))
        .with("associatedMedia", media.and_then(self::media))
        .with(
            "timeRequired",
            reading_time.map(|minutes| Value::Owned(format!("PT{minutes}M"))),
        )
        .with("dateline", dateline.as_deref())
        .with("author", (!byline.is_empty()).then(|| list(byline, author)))
        .with("datePublished", published.as_ref())
        .with("dateModified", updated.as_ref())
        .with("publisher", publisher.as_ref().map(self::publisher))
        .with(
            "sponsor",
            sponsor.as_ref().map(|sponsor| {
                organisation(
                    "Organization",
                    &sponsor.name,
                    sponsor.url.as_ref(),
                    sponsor.logo.as_ref(),
                )
            }),
        )
        .with("articleSection", section.as_deref())
        .with(
            "inLanguage",
            language.as_ref().map(|language| language.as_str()),
        )
        .with("isAccessibleForFree", is_free(article))
        .with("creativeWorkStatus", stage(article))
        .with("correction", correction.as_ref().map(self::correction));
    json::write(&thing)
}

fn types<'a>(article: &Article) -> Value<'a> {
    match article.status {
        Some(Status::Live) => Value::List(vec![
            Value::Text("NewsArticle"),
            Value::Text("LiveBlogPosting"),
        ]),
        _ => Value::Text("NewsArticle"),
    }
}

fn page(url: &Link) -> Thing<'_> {
    Thing::of("WebPage").with("@id", Some(url))
}

fn image(image: &Image) -> Option<Thing<'_>> {
    let url = image.url.as_ref()?;
    let thing = Thing::of("ImageObject")
        .with("url", Some(url))
        .with("width", image.width)
        .with("height", image.height)
        .with("description", image.alt.as_deref())
        .with("caption", image.caption.as_deref())
        .with("creditText", image.credit.as_deref())
        .with("digitalSourceType", image.origin.map(origin));
    Some(thing)
}

/// The term of IPTC's vocabulary, of which schema.org has only most.
fn origin<'a>(origin: Origin) -> Value<'a> {
    Value::Owned(format!(
        "http://cv.iptc.org/newscodes/digitalsourcetype/{origin}"
    ))
}

/// What is watched or heard. A gallery has no place: schema.org takes it for a page of its own.
fn media<'a>(media: Media) -> Option<Thing<'a>> {
    let kind = match media.kind {
        MediaKind::Video => "VideoObject",
        MediaKind::Audio => "AudioObject",
        MediaKind::Gallery => return None,
    };
    let duration = media.duration?;
    Some(Thing::of(kind).with("duration", Some(Value::Owned(duration.to_string()))))
}

fn author(author: &Author) -> Value<'_> {
    let person = Thing::of("Person").with("name", Some(&*author.name));
    person
        .with("url", author.url.as_ref())
        .with("image", author.image.as_ref())
        .with("jobTitle", author.job_title.as_deref())
        .into()
}

fn publisher(publisher: &Publisher) -> Thing<'_> {
    let (url, logo) = (publisher.url.as_ref(), publisher.logo.as_ref());
    organisation("NewsMediaOrganization", &publisher.name, url, logo)
}

fn organisation<'a>(
    kind: &'static str,
    name: &'a str,
    url: Option<&'a Link>,
    logo: Option<&'a Link>,
) -> Thing<'a> {
    let thing = Thing::of(kind).with("name", Some(name));
    thing.with("url", url).with("logo", logo)
}

fn correction(correction: &Correction) -> Thing<'_> {
    let thing = Thing::of("CorrectionComment").with("text", Some(&*correction.text));
    thing.with("datePublished", correction.date.as_ref())
}

const fn is_free(article: &Article) -> Option<bool> {
    match article.access {
        Some(Access::Free) => Some(true),
        Some(Access::Paid) => Some(false),
        Some(Access::Registration | Access::Metered) | None => None,
    }
}

const fn stage(article: &Article) -> Option<&'static str> {
    match article.status {
        Some(Status::Breaking) => Some("Breaking"),
        Some(Status::Developing) => Some("Developing"),
        Some(Status::Live | Status::Withdrawn) | None => None,
    }
}

fn list<'a, T>(items: &'a [T], value: impl Fn(&'a T) -> Value<'a>) -> Value<'a> {
    Value::List(items.iter().map(value).collect())
}

/// An object of the graph; what has no value is not in it.
#[derive(Default)]
struct Thing<'a>(Vec<(&'static str, Value<'a>)>);

enum Value<'a> {
    Text(&'a str),
    Owned(String),
    Number(u32),
    Bool(bool),
    List(Vec<Value<'a>>),
    Thing(Thing<'a>),
}

impl<'a> Thing<'a> {
    fn of(kind: &'static str) -> Self {
        Self::default().with("@type", Some(kind))
    }

    fn with(mut self, name: &'static str, value: Option<impl Into<Value<'a>>>) -> Self {
        self.0.extend(value.map(|value| (name, value.into())));
        self
    }
}

impl Serialize for Thing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Owned(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::List(items) => serializer.collect_seq(items),
            Self::Thing(thing) => thing.serialize(serializer),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Link> for Value<'a> {
    fn from(link: &'a Link) -> Self {
        Self::Text(link.as_str())
    }
}

impl<'a> From<&'a Moment> for Value<'a> {
    fn from(moment: &'a Moment) -> Self {
        Self::Text(moment.machine())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(bool: bool) -> Self {
        Self::Bool(bool)
    }
}

impl<'a> From<Thing<'a>> for Value<'a> {
    fn from(thing: Thing<'a>) -> Self {
        Self::Thing(thing)
    }
}

#[cfg(test)]
mod tests {
    use super::json_ld;
    use crate::article::Origin;
    use crate::card_json::{ReadOptions, read};
    use serde_json::{Value, json};

    /// What is written of an article with a headline and these members.
    #[track_caller]
    fn written(members: &str) -> Value {
        let json = format!("{{\"headline\": \"H\", {members}}}");
        let reading = read(json.as_bytes(), &ReadOptions::default());
        assert_eq!(reading.report.diagnostics, [], "{json}");
        serde_json::from_str(&json_ld(&reading.articles[0])).unwrap()
    }

    #[test]
    fn how_a_text_or_picture_came_to_be_is_told_by_the_address_of_the_term() {
        for origin in Origin::ALL {
            let address = format!("http://cv.iptc.org/newscodes/digitalsourcetype/{origin}");
            let text = written(&format!(r#""origin": "{origin}""#));
            assert_eq!(text["digitalSourceType"], address);
            assert_eq!(text.get("image"), None);
            let picture = written(&format!(
                r#""image": {{"url": "https://a.example/p.jpg", "origin": "{origin}"}}"#
            ));
            assert_eq!(picture["image"]["digitalSourceType"], address);
            assert_eq!(picture.get("digitalSourceType"), None);
        }
    }

    #[test]
    fn lengths_are_durations() {
        let long = written(
            r#""readingTime": 75, "media": {"kind": "video", "duration": "PT200S", "count": 2}"#,
        );
        assert_eq!(long["timeRequired"], "PT75M");
        let video = json!({"@type": "VideoObject", "duration": "PT3M20S"});
        assert_eq!(long["associatedMedia"], video);
        let audio = written(r#""media": {"kind": "audio", "duration": "PT1H"}"#);
        let recording = json!({"@type": "AudioObject", "duration": "PT1H"});
        assert_eq!(audio["associatedMedia"], recording);
        assert_eq!(audio.get("timeRequired"), None);
    }

    /// A medium of which nothing more is known would be an object that says nothing.
    #[test]
    fn a_medium_without_a_length_is_not_told() {
        for media in [
            r#"{"kind": "video"}"#,
            r#"{"kind": "audio", "count": 3}"#,
            r#"{"kind": "gallery", "count": 12, "duration": "PT5S"}"#,
        ] {
            let written = written(&format!(r#""media": {media}"#));
            assert_eq!(written.get("associatedMedia"), None, "{media}");
        }
    }

    #[test]
    fn an_author_has_a_portrait_and_a_job_title() {
        let authors = written(
            r#""byline": [{"name": "Ines", "image": "https://a.example/i.jpg", "jobTitle": "Editor"}, {"name": "Tom"}]"#,
        );
        let ines = json!({
            "@type": "Person", "name": "Ines", "image": "https://a.example/i.jpg", "jobTitle": "Editor",
        });
        let tom = json!({"@type": "Person", "name": "Tom"});
        assert_eq!(authors["author"], json!([ines, tom]));
    }
}
