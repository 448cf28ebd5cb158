//! Articles of each format with the same text in every text field, or the same address in every address field.

use serde_json::{Value, json};

const PAGE: &str = "https://news.example/section/page.html";

/// A format by its short name, and what makes an article of it.
pub type Template = (&'static str, fn(&str, &str) -> Value);

/// The three formats; the first parameter is the text, the second the address.
pub const FORMATS: [Template; 4] = [
    ("card", card),
    ("json-ld", json_ld),
    ("ninjs 1", ninjs_1),
    ("ninjs 3", ninjs_3),
];

/// Noon of the templates' latest day, in milliseconds since 1970.
pub const NOW: i64 = 1_712_145_600_000;

/// A text and an address that nothing can be said against.
pub const TEXT: &str = "Control";
pub const ADDRESS: &str = PAGE;

fn card(text: &str, url: &str) -> Value {
    json!({
        "id": text, "headline": text, "url": url, "kicker": text, "standfirst": text, "bullets": [text],
        "image": {"url": url, "alt": text, "caption": text, "credit": text, "width": 640, "height": 360,
            "sources": [{"url": url, "width": 1280, "type": text}]},
        "dateline": text, "byline": [{"name": text, "url": url}], "published": "2024-04-02", "updated": "2024-04-03",
        "shortUrl": url, "follow": {"label": text, "url": url},
        "publisher": {"name": text, "url": url, "logo": url}, "section": text, "language": "en",
        "related": [{"headline": text, "url": url, "image": url}],
        "access": "paid", "sponsor": {"name": text, "url": url, "logo": url}, "status": "live",
        "correction": {"text": text, "date": "2024-04-03"},
        "labels": {"updated": text, "published": text, "copy": text, "copied": text, "follow": text, "related": text,
            "live": text, "paid": text, "sponsored": text, "correction": text, "by": text}
    })
}

fn json_ld(text: &str, url: &str) -> Value {
    json!({
        "@context": "https://schema.org", "@type": "NewsArticle", "@id": url, "url": url, "mainEntityOfPage": url,
        "headline": text, "alternativeHeadline": text, "name": text, "description": text, "abstract": text,
        "articleSection": text, "dateline": text, "inLanguage": "en", "genre": text, "keywords": text,
        "datePublished": "2024-04-02", "dateModified": "2024-04-03",
        "image": {"@type": "ImageObject", "url": url, "contentUrl": url, "caption": text, "creditText": text,
            "width": 640, "height": 360},
        "author": {"@type": "Person", "name": text, "url": url},
        "publisher": {"@type": "NewsMediaOrganization", "name": text, "url": url,
            "logo": {"@type": "ImageObject", "url": url}},
        "sponsor": {"@type": "Organization", "name": text, "url": url},
        "citation": {"@type": "NewsArticle", "headline": text, "url": url},
        "correction": {"@type": "CorrectionComment", "text": text},
        "articleBody": text
    })
}

fn ninjs_1(text: &str, url: &str) -> Value {
    json!({
        "uri": "urn:example:1", "type": "text", "pubstatus": "usable", "version": "2", "language": "en",
        "versioncreated": "2024-04-03T10:00:00Z", "firstcreated": "2024-04-02T10:00:00Z",
        "headline": text, "title": text, "headline_subhead": text, "description_text": text,
        "description_summary": text, "byline": text, "located": text, "slugline": text, "ednote": text,
        "copyrightholder": text, "genre": [{"name": text}], "infosource": [{"name": text}],
        "altids": {"web": url, "short": url},
        "associations": {
            "main": {"uri": "urn:example:2", "type": "picture", "headline": text, "description_text": text, "byline": text,
                "renditions": {"r640": {"href": url, "mimetype": "image/jpeg", "width": 640, "height": 360},
                    "page": {"href": url, "mimetype": "text/html"}}},
            "more": {"uri": "urn:example:3", "type": "text", "headline": text}},
        "renditions": {"web": {"href": url, "mimetype": "text/html"}},
        "body_text": text, "body_html": text
    })
}

fn ninjs_3(text: &str, url: &str) -> Value {
    json!({
        "uri": "urn:example:1", "standard": {"name": "ninjs", "version": "3.1"}, "type": "text", "pubStatus": "usable",
        "version": "2", "language": "en",
        "versionCreated": "2024-04-03T10:00:00Z", "firstCreated": "2024-04-02T10:00:00Z",
        "headlines": [{"role": "main", "value": text}, {"role": "subhead", "value": text}],
        "descriptions": [{"role": "summary", "value": text}, {"role": "keypoints", "value": text}],
        "by": text, "located": text, "edNote": text, "title": text, "copyrightHolder": text,
        "genres": [{"name": text}], "infoSources": [{"name": text}],
        "altIds": [{"role": "web", "value": url}, {"role": "short", "value": url}],
        "associations": [
            {"name": "main", "uri": "urn:example:2", "type": "picture", "headlines": [{"value": text}],
                "descriptions": [{"value": text}], "by": text,
                "renditions": [{"name": "r640", "href": url, "contentType": "image/jpeg", "width": 640, "height": 360},
                    {"name": "r1280", "href": url, "contentType": "image/jpeg", "width": 1280, "height": 720}]},
            {"name": "more", "uri": "urn:example:3", "type": "text", "headlines": [{"value": text}],
                "renditions": [{"name": "web", "href": url, "contentType": "text/html"}]}],
        "renditions": [{"name": "web", "href": url, "contentType": "text/html"}],
        "bodies": [{"role": "main", "value": text}]
    })
}
