//! What is changed at random: invented inputs of every format, and the real ones where they are at hand.

use crate::util;
use std::{env, fs, path::Path, sync::LazyLock};

/// Every input to begin with.
pub static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut seeds = util::originals();
    seeds.extend(INVENTED.map(|text| text.as_bytes().to_vec()));
    if let Some(corpora) = env::var_os("ARTICLE_CARD_CORPORA") {
        for folder in ["jsonld", "ninjs", "jsonsuite"] {
            gather(&Path::new(&corpora).join(folder), &mut seeds);
        }
    }
    seeds
});

/// Those among them that are JSON.
pub static VALUES: LazyLock<Vec<serde_json::Value>> = LazyLock::new(|| {
    let values = SEEDS
        .iter()
        .filter_map(|seed| serde_json::from_slice(seed).ok());
    values.collect()
});

/// Texts that were made to do harm, where they are at hand, and some of our own.
pub static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut texts: Vec<String> = HARMFUL.map(str::to_owned).to_vec();
    if let Some(corpora) = env::var_os("ARTICLE_CARD_CORPORA") {
        let path = Path::new(&corpora).join("xss/text-payloads.json");
        let more = fs::read(path)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok());
        texts.extend::<Vec<String>>(more.unwrap_or_default());
        let path = Path::new(&corpora).join("xss/url-expected.jsonl");
        for line in fs::read_to_string(path).unwrap_or_default().split('\n') {
            let record: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            texts.extend(record["input"].as_str().map(str::to_owned));
        }
    }
    texts
});

fn gather(folder: &Path, seeds: &mut Vec<Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, seeds);
        } else if path.extension().is_some_and(|extension| extension == "json")
            && let Ok(text) = fs::read(&path)
            // What is longer takes long to change and is made of the same parts.
            && text.len() < 64 * 1024
        {
            seeds.push(text);
        }
    }
}

const INVENTED: [&str; 8] = [
    r##"{"@context": "https://schema.org", "@type": "NewsArticle", "@id": "https://herald.example/wind#article",
        "headline": "A town learned to load the &quot;wind&quot;", "alternativeHeadline": "Wind",
        "description": "It shipped <b>coal</b> once.", "datePublished": "2024-04-02T08:00:00+01:00",
        "dateModified": "Wed, 03 Apr 2024 09:00:00 GMT", "inLanguage": {"@type": "Language", "alternateName": "en-GB"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": "/wind"}, "isAccessibleForFree": "False",
        "image": [{"@type": "ImageObject", "url": "https://herald.example/wind.webp", "width": "1280px", "height": 720,
            "caption": "The east quay. (Ines Calloway)"}, "https://herald.example/square.webp"],
        "author": [[{"@type": "Person", "name": "Marguerite Adeyemi"}], "Tom Pascoe"],
        "publisher": {"@id": "#paper"}, "articleSection": ["Business"], "dateline": "SALTMERE, April 2"}"##,
    r##"{"@context": {"@vocab": "http://schema.org/"}, "@graph": [null,
        {"@type": ["CreativeWork", "schema:NewsArticle"], "@id": "#article", "name": "Ferries in spring",
            "isPartOf": {"@id": "#page"}, "image": {"@id": "#picture"}, "author": {"@id": "#nobody"},
            "publisher": {"@id": "#paper"}, "datePublished": 1712048400},
        {"@type": "ImageObject", "@id": "#picture", "contentUrl": "//herald.example/ferry.jpg",
            "width": {"@type": "QuantitativeValue", "value": 900}},
        {"@type": "NewsMediaOrganization", "@id": "#paper", "name": "The Harbour Herald",
            "logo": {"@type": "ImageObject", "url": "/logo.svg"}, "url": "https://herald.example/"},
        {"@type": "WebPage", "@id": "#page", "breadcrumb": {"@id": "#article"}}]}"##,
    r#"{"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": "The storm, hour by hour",
        "coverageStartTime": "2024-04-03T06:00:00Z", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "The pier stands",
        "datePublished": "2024-04-03 07:00"}], "articleBody": "Line one.
Line two."}"#,
    r#"<!--//--><![CDATA[//><!--
{"@type": "NewsArticle", "headline": "Half a \ud83d pair", "datePublished": "20240403T101112+0100"};
//--><!]]>"#,
    r#"{"uri": "urn:example:9", "type": "text", "version": "2", "versioncreated": "2024-04-03T09:00:00Z",
        "firstcreated": "2024-04-02T09:00:00Z", "pubstatus": "usable", "language": "de", "headline": "Der Hafen lädt Wind",
        "byline": "Von Tom Pascoe", "located": "SALTMERE", "description_text": "Früher war es Kohle.",
        "associations": {"main": {"uri": "urn:example:8", "type": "picture", "headline": "Ein Kran",
            "renditions": {"r1": {"href": "https://herald.example/kran.jpg", "mimetype": "image/jpeg", "width": 800}}}},
        "genre": [{"name": "Reportage"}], "infosource": [{"name": "Hafenbote"}]}"#,
    r#"{"uri": "urn:example:7", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text", "pubStatus": "usable",
        "versionCreated": "2024-04-03T09:00:00Z", "embargoedUntil": "2024-04-01T00:00:00Z",
        "headlines": [{"role": "main", "value": "A <em>short</em> ferry"}, {"role": "subhead", "value": "And a long one"}],
        "descriptions": [{"role": "summary", "value": "It sails.", "contentType": "text/html"}], "by": "By Ines Calloway",
        "associations": [{"name": "main", "uri": "urn:example:6", "type": "picture", "by": "I. C.",
            "renditions": [{"name": "r", "href": "https://herald.example/f.jpg", "contentType": "image/jpeg", "width": 640,
                "height": 480}]}, {"name": "more", "uri": "urn:example:5", "type": "text", "headlines": [{"value": "More"}]}]}"#,
    r#"<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A quiet pier | The Harbour Herald</title>
<link rel="canonical" href="https://herald.example/pier"><link rel="shortlink" href="https://hrld.example/p">
<meta property="og:title" content="A quiet pier"><meta property="og:image" content="/pier.webp">
<meta property="og:site_name" content="The Harbour Herald"><meta property="article:published_time" content="2024-04-03">
<meta name="description" content="Nobody fished."><meta name="author" content="Tom Pascoe">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A quiet pier",
"url":"https://herald.example/pier"}</script></head><body><article><h1>A quiet pier</h1><ul><li>Nobody fished</li>
<li>The gulls left</li></ul><figure><img src="/pier.webp" alt="A pier"><figcaption>The pier. (T. P.)</figcaption></figure>
<p>SALTMERE: Nobody fished.</p><time datetime="2024-04-03T10:00:00Z">3 April</time></article></body></html>"#,
    "A quiet pier at the end of the season\n\nThe pier in March. (Herald/File)\n\nShort Url\n\nhttps://hrld.example/p\n\n\
        Updated 03 April 2024\n\nFollow\n\n\
        Nobody fished there on Monday\nThe gulls left a day later\n\nSALTMERE: Nobody fished there on Monday.\n",
];

const HARMFUL: [&str; 24] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</script><!--<script>",
    "]]>",
    "-->",
    "&lt;b&gt;&amp;amp;&#0;&#x110000;&#xD800;&nbsp;&notit;&",
    "<a href='javascript:alert(1)'>x</a",
    "<style>*{display:none}</style>",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<b>",
    "//herald.example/x",
    "https://user:secret@herald.example/?a=\"<>#\u{202e}",
    "http://[::1]:99999/",
    "https://xn--a/%zz",
    "\u{202e}gnp.exe\u{2066}",
    "\u{0}\u{1b}[31m\u{85}\u{feff}\u{ffff}",
    "👩\u{200d}🚀🇸🇦e\u{301}\u{301}\u{301}",
    "{time}{name}{names}",
    "2024-02-30T25:61:61+99:99",
    "0001-01-01T00:00:00Z",
    "9999999999999999999999",
    "en\" onload=\"x",
    "By By By",
];
