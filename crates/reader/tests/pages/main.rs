//! What is read out of whole pages, and every sentence that an editor gets about them.

#[cfg(test)]
#[path = "../../../../tests/util/mod.rs"]
mod util;

mod figures;
mod key_points;
mod related;
mod scopes;
mod stories;

use article_card::Article;
use article_card::article::Link;
use article_card::report::{Code, Place, Report};
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::{Value, json};
use util::*;

fn page(source: impl AsRef<[u8]>) -> Reading {
    let reading = read(source.as_ref(), &ReadOptions::default());
    assert_eq!(reading.format, Some(Format::Page));
    assert_eq!(reading.entries.len(), 1, "a page is one thing");
    reading
}

/// The article, and what was told of it with its place.
#[track_caller]
fn read_page(source: impl AsRef<[u8]>) -> (Value, String) {
    let reading = page(source);
    let told = placed(&reading.report);
    let articles = reading.articles.iter().map(Article::to_json);
    let json: String = articles.collect();
    assert_ne!(json, "", "{told}");
    (parsed(&json), told)
}

/// Why there is none.
#[track_caller]
fn refusal(source: impl AsRef<[u8]>) -> String {
    let reading = page(source);
    assert_eq!(reading.articles, Vec::<Article>::new());
    assert!(reading.report.is_refusal());
    placed(&reading.report)
}

/// A line for each diagnostic, with line and column.
fn placed(report: &Report) -> String {
    let lines = report.diagnostics.iter().map(|diagnostic| {
        let one = Report {
            diagnostics: vec![diagnostic.clone()],
        };
        match diagnostic.path.place() {
            Some(Place { line, column }) => format!("{line}:{column} {}", told(&one)),
            _ => told(&one),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

const OPEN_GRAPH: &str = r#"<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A pier opens again | The Harbour Herald</title>
<base href="https://herald.example/coast/">
<link rel="canonical" href="/coast/pier">
<link rel="shortlink" href="https://hrld.example/pier">
<meta property="og:type" content="article">
<meta property="og:title" content="A pier opens again &#8211; The Harbour Herald">
<meta property="og:description" content="It was shut for &quot;seven&quot; winters.">
<meta property="og:image" content="pier-1200x630.jpg">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="A pier">
<meta property="og:site_name" content="The Harbour Herald">
<meta property="article:published_time" content="2024-04-02T08:00:00Z">
<meta property="article:modified_time" content="2024-04-03T10:00:00+01:00">
<meta property="article:section" content="Coast">
<meta property="article:author" content="https://social.example/ines">
<meta property="article:content_tier" content="metered">
<meta name="author" content="By Ines Calloway">
</head>
<body><main><article>
<h1>A pier opens again</h1>
<figure><img src="/coast/pier-640x360.jpg"><figcaption>The pier at dawn. <span class="photo-credit">(Tom Pascoe)</span></figcaption></figure>
<div class="c-key-points"><ul>
<li>It was shut for <b>seven</b> winters</li>
<li>The <a href="/funfair">funfair</a> returns on Jan. 4</li>
</ul></div>
<p>SALTMERE: The pier was opened on Tuesday by the oldest of its anglers.</p>
<aside class="relatedStories"><p>Related</p><ul>
<li><a href="/coast/pier?from=related">A pier opens again, and this very page</a></li>
<li><a href="quay-2024"><img src="q.jpg"><h3>Who owns the quay?</h3></a></li>
<li><a href="/news/ferries-in-spring-again">Ferries in spring</a></li>
<li><a href="/more">More</a></li>
</ul></aside>
</article></main></body></html>"#;

#[test]
fn a_page_without_json_is_read_by_its_metadata_and_marks() {
    let (article, told) = read_page(OPEN_GRAPH);
    assert_eq!(told, "");
    let expected = json!({
        "headline": "A pier opens again", "url": "https://herald.example/coast/pier",
        "standfirst": "It was shut for \"seven\" winters.",
        "bullets": ["It was shut for seven winters", "The funfair returns on Jan. 4"],
        "image": {"url": "https://herald.example/coast/pier-1200x630.jpg", "alt": "A pier", "width": 1200, "height": 630,
            "caption": "The pier at dawn.", "credit": "Tom Pascoe"},
        "dateline": "SALTMERE", "byline": [{"name": "Ines Calloway"}],
        "published": "2024-04-02T08:00:00Z", "updated": "2024-04-03T10:00:00+01:00",
        "shortUrl": "https://hrld.example/pier", "publisher": {"name": "The Harbour Herald"}, "section": "Coast",
        "language": "en-GB", "access": "metered",
        "related": [{"headline": "Who owns the quay?", "url": "https://herald.example/coast/quay-2024"},
            {"headline": "Ferries in spring", "url": "https://herald.example/news/ferries-in-spring-again"}],
    });
    assert_eq!(article, expected);
}

#[test]
fn it_is_said_where_each_field_came_from() {
    let reading = page(OPEN_GRAPH);
    let provenance = &reading.entries[0].provenance;
    let of = |field: &str| {
        let from = provenance.iter().find(|from| from.field == field).unwrap();
        format!("{} {}", from.path, from.done)
    };
    for (field, expected) in [
        ("headline", "meta[og:title] the name of the site taken off"),
        ("url", "link[canonical] "),
        ("published", "meta[article:published_time] "),
        ("image.credit", "[class=credit] "),
        ("bullets", "li.key-points[0] "),
        ("dateline", "p "),
        ("language", "html[lang] "),
    ] {
        assert_eq!(of(field), expected, "{field}");
    }
}

/// A page with these parts of its head, all in its third line and those after it.
fn head(parts: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8>\n{parts}\n</head><body></body></html>"
    )
}

fn block(json: &str) -> String {
    format!("<script type=\"application/ld+json\">{json}</script>")
}

const PIER: &str = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A pier opens again",
    "url": "https://herald.example/pier", "datePublished": "2024-04-02T08:00:00Z"}"#;

#[test]
fn json_ld_wins_and_the_page_fills_what_it_leaves_out() {
    let parts = [
        &block(PIER),
        "<meta property=og:title content='A pier opens at last'>",
        "<meta property=article:published_time content=2024-04-02T09:00:00Z>",
        "<meta name=description content='It was shut.'>",
    ];
    let (article, told) = read_page(head(&parts.join("\n")));
    assert_eq!(told, "");
    let expected = json!({"headline": "A pier opens again", "url": "https://herald.example/pier",
        "standfirst": "It was shut.", "published": "2024-04-02T08:00:00Z", "language": "en"});
    assert_eq!(article, expected);
}

#[test]
fn contradictions_are_told() {
    let parts = [
        &block(PIER),
        "<meta property=og:title content='Cookery: forty things with leeks'>",
        "<meta property=article:published_time content=2024-05-01>",
        "<meta property=og:url content=https://herald.example/quay>",
        "<link rel=canonical href=https://herald.example/pier>",
    ];
    let (article, told) = read_page(head(&parts.join("\n")));
    assert_eq!(article["headline"], "A pier opens again");
    assert_eq!(
        told,
        "7:1 warning contradiction meta[og:url] “https://herald.example/quay” is another page than \
         “https://herald.example/pier” of link[canonical], which counts\n\
         5:1 warning contradiction meta[og:title] “Cookery: forty things with leeks” is nothing like the headline \
         “A pier opens again” of the JSON-LD, which counts\n\
         6:1 warning contradiction meta[article:published_time] “2024-05-01” is more than a day away from \
         2024-04-02T08:00:00Z of the JSON-LD, which counts"
    );
    // Two that agree beat one, but both may say when it was updated.
    let printed = |json: &str| {
        let parts = [
            &block(json),
            "<meta property=article:published_time content=2024-05-01T08:00:00Z>",
            "<title>A pier opens again</title><article><h1>A pier opens again</h1>",
            "<time datetime=2024-05-01T10:00+02:00>1 May</time></article>",
        ];
        let (article, told) = read_page(head(&parts.join("\n")));
        (article["published"].clone(), told)
    };
    let (published, told) = printed(PIER);
    assert_eq!(published, "2024-05-01T08:00:00Z");
    assert_eq!(
        told,
        "5:1 warning contradiction meta[article:published_time] the text agrees, and 2024-04-02T08:00:00Z of the JSON-LD \
         is more than a day away, so it does not count"
    );
    let updated = PIER.replace('}', r#", "dateModified": "2024-05-01T08:00:10Z"}"#);
    assert_eq!(printed(&updated).0, "2024-04-02T08:00:00Z");
    let astray = "<link rel=canonical href=https://herald.example/>\n\
        <meta property=og:url content=https://herald.example/pier><meta property=og:type content=article>\n\
        <meta property=og:title content='A pier opens'>";
    let (article, told) = read_page(head(astray));
    assert_eq!(article["url"], "https://herald.example/pier");
    assert_eq!(
        told,
        "3:1 warning contradiction link[canonical] “https://herald.example/” is another page than \
         “https://herald.example/pier” of meta[og:url], which counts"
    );
}

#[test]
fn the_text_agrees_with_the_page_only_where_it_prints_the_publication() {
    let text = "The council voted on Tuesday to keep the library open on Sundays, after a long debate about money.";
    let of = |metas: &str, before: &str, after: &str| {
        let reading = page(head(&format!(
            "{}<meta property=article:published_time content=2024-05-05>{metas}<article><h1>A pier</h1>{before}\
             <p>{text}</p>{after}</article>",
            block(
                r#"{"@type": "NewsArticle", "headline": "A pier", "datePublished": "2020-01-01"}"#
            )
        )));
        let article = parsed(&reading.articles[0].to_json());
        let from = reading.entries[0].provenance.iter();
        let from = from.filter(|from| from.field == "published");
        let from: Vec<String> = from.map(|from| from.path.to_string()).collect();
        let published = article["published"].as_str().unwrap_or_default().to_owned();
        (published, from.join(" "), placed(&reading.report))
    };
    let update = "<meta property=article:modified_time content=2024-05-05>";
    let sentence = format!("<p>{text} It is <time datetime=2024-05-05>Sunday</time>.</p>");
    for (metas, before, after) in [
        (
            update,
            "Updated <time itemprop=dateModified datetime=2024-05-05>5 May</time>",
            "",
        ),
        (
            "",
            "Updated <time itemprop=dateModified datetime=2024-05-05>5 May</time>",
            "",
        ),
        (
            "",
            "<span class=updated><time datetime=2024-05-05>5 May</time></span>",
            "",
        ),
        (update, "<time datetime=2024-05-05>5 May</time>", ""),
        ("", "", &*sentence),
    ] {
        let (published, from, told) = of(metas, before, after);
        assert_eq!(published, "2020-01-01", "{before}{after}");
        assert!(from.ends_with(".datePublished"), "{from}");
        let reason =
            "“2024-05-05” is more than a day away from 2020-01-01 of the JSON-LD, which counts";
        assert!(told.contains(reason), "{told}");
    }
    for (before, after) in [
        ("<time datetime=2024-05-05>5 May</time>", ""),
        (
            "",
            "<time itemprop=datePublished datetime=2024-05-05>5 May</time>",
        ),
        ("", "<time class=published datetime=2024-05-05>5 May</time>"),
    ] {
        let (published, from, told) = of("", before, after);
        assert_eq!(published, "2024-05-05", "{before}{after}");
        assert_eq!(from, "meta[article:published_time]");
        assert!(told.contains("the text agrees, and 2020-01-01"), "{told}");
    }
}

#[test]
fn of_two_articles_the_one_of_the_page_is_read() {
    let quay = PIER
        .replace("pier", "quay")
        .replace("opens again", "is sold");
    let blocks = [block(&quay), block(PIER)].join("\n");
    let canonical = "<link rel=canonical href=https://herald.example/pier>";
    let (article, _) = read_page(head(&format!("{canonical}\n{blocks}")));
    assert_eq!(article["headline"], "A pier opens again");
    let options = ReadOptions {
        page: Link::parse("https://herald.example/quay")
            .ok()
            .map(|(link, _)| link),
        ..ReadOptions::default()
    };
    let reading = read(head(&format!("{canonical}\n{blocks}")).as_bytes(), &options);
    assert_eq!(&*reading.articles[0].headline, "A quay is sold");
}

#[test]
fn a_broken_block_beside_a_good_one_is_a_warning() {
    let broken = block("\n{\"@type\": \"NewsArticle\",\n  \"headline\": 'A quay is sold'}");
    let (article, told) = read_page(head(&format!("  {broken} {}", block(PIER))));
    assert_eq!(article["headline"], "A pier opens again");
    let line = "5:15 warning json-syntax ld+json[0] ";
    assert!(told.starts_with(line) && !told.contains('\n'), "{told}");
    let alone = refusal(head(&format!("  {broken}")));
    assert!(
        alone.starts_with("5:15 error json-syntax ld+json[0] "),
        "{alone}"
    );
    // The page itself can be read without it.
    let parts = format!(
        "  {broken}\n<meta property=og:type content=article><meta property=og:title content='A quay is sold'>"
    );
    let (article, told) = read_page(head(&parts));
    assert_eq!(article["headline"], "A quay is sold");
    assert!(told.starts_with(line), "{told}");
}

#[test]
fn what_is_told_of_a_block_has_its_place_in_the_page() {
    let json = "{\"@type\": \"NewsArticle\", \"headline\": \"H\", \"datePublished\": \"soon\",\r\n \"dateModified\": \"later\"}";
    let (_, told) = read_page(head(&format!("<i>\r\n{}", block(json))));
    let lines: Vec<&str> = told
        .lines()
        .map(|line| line.split(" “").next().unwrap())
        .collect();
    assert_eq!(
        lines,
        [
            "4:95 warning bad-date ld+json[0].datePublished",
            "5:18 warning bad-date ld+json[0].dateModified"
        ]
    );
}

#[test]
fn json_ld_is_known_by_its_media_type() {
    for kind in [
        "application/ld+json",
        " Application/LD+JSON; charset=utf-8",
        "'application/ld+json'",
    ] {
        let kind = kind.trim_matches('\'');
        let script = format!("<script id=x type=\"{kind}\">{PIER}</script>");
        assert_eq!(
            read_page(head(&script)).0["headline"],
            "A pier opens again",
            "{kind}"
        );
    }
    let wrapped = block(&format!("<!--//--><![CDATA[//><!--\n{PIER}\n//--><!]]>"));
    let _ = page(head(&wrapped));
    let (article, told) = read_page(head(&block(&format!("//<![CDATA[\n{PIER}\n//]]>"))));
    assert_eq!(article["headline"], "A pier opens again");
    assert!(told.contains("json-repaired ld+json[0]"), "{told}");
}

#[test]
fn what_stays_unreadable_is_not_said_to_be_repaired() {
    let broken = block("/*<![CDATA[*/\n  {\"headline\": \"A quay\", sold};\n/*]]>*/");
    let fault = |severity: &str| {
        format!("4:26 {severity} json-syntax ld+json[0] expected a name in double quotes")
    };
    assert_eq!(refusal(head(&broken)), fault("error"));
    let page =
        "<meta property=og:type content=article><meta property=og:title content='A quay is sold'>";
    let (article, told) = read_page(head(&format!("{broken}{page}")));
    assert_eq!(article["headline"], "A quay is sold");
    assert_eq!(told, fault("warning"));
    // A block that was read says where it begins.
    let whole =
        block("/*<![CDATA[*/\n  {\"@type\": \"Report\", \"headline\": \"A quay\"};\n/*]]>*/");
    assert_eq!(
        read_page(head(&whole)).1,
        "4:3 warning json-repaired ld+json[0] it stood in a comment or in CDATA\n\
         4:3 warning json-repaired ld+json[0] a semicolon stood after it"
    );
}

#[test]
fn an_article_in_json_ld_without_a_headline_has_that_of_the_page() {
    let nameless = PIER.replace("\"headline\": \"A pier opens again\",", "");
    let parts = format!(
        "{}<meta property=og:type content=article><meta property=og:title content='A pier opens'>",
        block(&nameless)
    );
    let (article, told) = read_page(head(&parts));
    assert_eq!(article["headline"], "A pier opens");
    assert!(told.contains("warning missing-field ld+json[0]"), "{told}");
}

#[test]
fn what_was_written_for_a_card_comes_first() {
    let card = |json: &str| {
        format!("<article-card><script type=\"application/json\">{json}</script></article-card>")
    };
    let own = card(r#"{"headline": "Piers, in short", "kicker": 7}"#);
    let (article, told) = read_page(head(&format!("{}\n{own}", block(PIER))));
    assert_eq!(article, json!({"headline": "Piers, in short"}));
    assert_eq!(
        told,
        "5:89 warning wrong-type article-card[0].kicker expected text, found a number"
    );
    let apart = r#"<article-card for="story"></article-card><script id="story" type="application/json">{"headline": "Piers, apart"}</script>"#;
    assert_eq!(
        read_page(head(apart)).0,
        json!({"headline": "Piers, apart"})
    );
    let json_ld = card(PIER);
    assert_eq!(
        read_page(head(&json_ld)).0["headline"],
        "A pier opens again"
    );
    assert!(refusal(head(&card("{"))).contains("error json-syntax article-card[0]"));
    assert!(
        refusal(head(&card(r#"{"uri": "urn:x", "standard": {}}"#)))
            .contains("error no-article article-card[0] ninjs")
    );
}

#[test]
fn a_card_about_another_story_is_not_the_article_of_the_page() {
    let card = r#"<article-card><script type="application/json">{"headline": "Who owns the quay?",
        "url": "https://herald.example/quay"}</script></article-card>"#;
    let canonical = "<link rel=canonical href=https://herald.example/pier>";
    let (article, told) = read_page(head(&[&block(PIER), canonical, card].join("\n")));
    assert_eq!(article["headline"], "A pier opens again");
    assert_eq!(
        told,
        "6:47 warning ambiguous-article article-card[0] the card shows “Who owns the quay?”, another article than that \
         of the page, which counts"
    );
    let (article, _) = read_page(head(&[canonical, card].join("\n")));
    assert_eq!(article["headline"], "Who owns the quay?");
    let here = card.replace("quay\"", "pier\"");
    let (article, told) = read_page(head(&[canonical, card, &here].join("\n")));
    assert_eq!(article["url"], "https://herald.example/pier");
    assert!(
        told.contains("ambiguous-article article-card[1] the page has 2 cards"),
        "{told}"
    );
}

#[test]
fn a_page_that_is_no_article_says_what_it_is() {
    let front = format!(
        "<meta property=og:type content=website>{}<title>The Harbour Herald</title>",
        block(
            r#"{"@graph": [{"@type": "WebSite"}, {"@type": "schema:Organization"}, {"@type": "WebSite"}]}"#
        )
    );
    assert_eq!(
        refusal(head(&front)),
        "error no-article html this is an HTML page with JSON-LD of the type “WebSite”, “schema:Organization” that says it \
         is of the kind “website”, but no article in it"
    );
    assert_eq!(
        refusal("<!DOCTYPE html><p>Hello"),
        "error no-article html this is an HTML page, but no article in it"
    );
    let teasers =
        "<article><h1>One story here</h1><time datetime=2024-04-03></time></article>".repeat(2);
    assert!(refusal(format!("<!DOCTYPE html>{teasers}")).contains("no-article"));
    let (article, _) = read_page(
        "<!DOCTYPE html><article><h1>One story here</h1><p rel=author>By Ines Calloway</p>\
         <time itemprop=datePublished datetime=2024-04-03></time></article>",
    );
    let expected = json!({"headline": "One story here", "published": "2024-04-03", "byline": [{"name": "Ines Calloway"}]});
    assert_eq!(article, expected);
}

#[test]
fn an_embargo_that_cannot_be_read_is_not_got_round() {
    let json = PIER.replace("\"url\"", "\"creativeWorkStatus\": \"Withdrawn\", \"url\"");
    let parts = format!(
        "{}<meta property=og:type content=article><meta property=og:title content='A pier'><meta name=description content='Secret.'>",
        block(&json)
    );
    let reading = page(head(&parts));
    for article in &reading.articles {
        assert!(
            !article.to_json().contains("Secret"),
            "{}",
            article.to_json()
        );
    }
}

#[test]
fn pages_are_read_in_the_encoding_that_they_name() {
    // "Пирс открыт" in windows-1251, and "港が開いた" in Shift_JIS.
    let russian = b"\xcf\xe8\xf0\xf1 \xee\xf2\xea\xf0\xfb\xf2";
    let japanese = b"\x8d`\x82\xaa\x8aJ\x82\xa2\x82\xbd";
    let page_of = |meta: &str, headline: &[u8]| -> Vec<u8> {
        let start = format!(
            "<html><head>{meta}<meta property=og:type content=article><meta property=og:title content='"
        );
        [start.as_bytes(), headline, b"'></head></html>"].concat()
    };
    let told_of = |meta: &str, headline: &[u8]| {
        let (article, told) = read_page(page_of(meta, headline));
        (article["headline"].as_str().unwrap().to_owned(), told)
    };
    let right = |text: &str| (text.to_owned(), String::new());
    assert_eq!(
        told_of("<meta charset=windows-1251>", russian),
        right("Пирс открыт")
    );
    let long = "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>";
    assert_eq!(told_of(long, japanese), right("港が開いた"));
    assert_eq!(told_of("", "Größe".as_bytes()), right("Größe"));
    assert_eq!(
        told_of("<meta charset=utf-8>", "Größe".as_bytes()),
        right("Größe")
    );
    for (meta, headline, text, message) in [
        (
            "",
            &b"Gr\xf6\xdfe"[..],
            "Größe",
            "the page names no encoding and is not UTF-8; it was read as windows-1252",
        ),
        (
            "<meta charset=utf-8>",
            b"Gr\xf6\xdfe",
            "Größe",
            "the page says that it is in UTF-8, but it is not; it was read as windows-1252",
        ),
        (
            "<meta charset=iso-8859-1>",
            "Größe".as_bytes(),
            "Größe",
            "the page says that it is in windows-1252, but it is UTF-8 and was read as that",
        ),
        (
            "<meta charset=klingon>",
            "Größe".as_bytes(),
            "Größe",
            "the page says that it is in “klingon”, which is no known encoding; it was read as UTF-8",
        ),
        (
            "<meta charset=utf-8>",
            b"Gr\xc3\xb6\xdfe",
            "Grö�e",
            "the page is not wholly in UTF-8; what is not was replaced by �",
        ),
        (
            "<meta charset=shift_jis>",
            b"\x8d`\xff\x82\xaa",
            "港�が",
            "the page is not wholly in Shift_JIS; what is not was replaced by �",
        ),
    ] {
        let (read, told) = told_of(meta, headline);
        assert_eq!(
            (&*read, told),
            (
                text,
                format!("warning bad-encoding meta[charset] {message}")
            )
        );
    }
    let utf_16 = String::from_utf8(page_of("<meta charset=utf-8>", "Größe".as_bytes())).unwrap();
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let source: Vec<u8> = format!("\u{feff}{utf_16}")
            .encode_utf16()
            .flat_map(bytes)
            .collect();
        assert_eq!(read_page(source).0["headline"], "Größe");
    }
}

#[test]
fn a_page_that_is_too_large_is_one_error() {
    let page = format!("<!DOCTYPE html>{}", "x".repeat(16 * 1024 * 1024));
    let reading = read(page.as_bytes(), &ReadOptions::default());
    let codes: Vec<Code> = reading
        .report
        .diagnostics
        .iter()
        .map(|told| told.code)
        .collect();
    assert_eq!(codes, [Code::TooLarge]);
}

#[test]
fn key_points_are_those_that_the_page_marks() {
    let of = |body: &str| {
        let page = format!(
            "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='A pier'>{body}"
        );
        let (article, _) = read_page(page);
        article["bullets"].as_array().map_or(0, Vec::len)
    };
    let list = "<ul><li>One of some words</li><li>Two of some words</li></ul>";
    for (body, count) in [
        (list.replace("<ul>", "<ul class=story-highlights>"), 2),
        (
            format!("<section data-testid=KeyTakeaways><h3>x</h3>{list}</section>"),
            2,
        ),
        (format!("<h2>Das Wichtigste in Kürze:</h2>{list}"), 2),
        (format!("<div itemprop=abstract>{list}</div>"), 2),
        (format!("<div>{list}</div>"), 0),
        (format!("<h2>Ingredients</h2>{list}"), 0),
        (format!("<div class=keypointless>{list}</div>"), 0),
        (format!("<nav class=highlights>{list}</nav>"), 0),
        (
            format!(
                "<div class=highlights>{}</div>",
                list.replace("<li>", "<li><a href=/x>")
                    .replace("</li>", "</a></li>")
            ),
            0,
        ),
        (
            "<div class=highlights><ul><li>One of some words</li></ul></div>".into(),
            0,
        ),
        (
            "<div class=swiper-bullets><ul><li>1</li><li>2</li></ul></div>".into(),
            0,
        ),
    ] {
        assert_eq!(of(&body), count, "{body}");
    }
}

#[test]
fn lines_of_a_picture_are_those_of_the_same_picture() {
    let of = |figure: &str| {
        let page = format!(
            "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='A pier'>\
             <meta property=og:image content=https://cdn.example/a/east-quay-1200x630.jpg><article>{figure}</article>"
        );
        let (article, _) = read_page(page);
        [&article["image"]["caption"], &article["image"]["credit"]]
            .map(|text| text.as_str().unwrap_or_default().to_owned())
    };
    let image = "<img srcset='/i/east-quay-640x360.webp 640w'>";
    assert_eq!(
        of(&format!(
            "<figure>{image}<figcaption>The quay. (AFP/File)</figcaption></figure>"
        )),
        ["The quay.", "AFP/File"]
    );
    assert_eq!(
        of(&format!(
            "<figure>{image}<figcaption>The quay.</figcaption><small class=image__copyright>Tom Pascoe</small></figure>"
        )),
        ["The quay.", "Tom Pascoe"]
    );
    assert_eq!(
        of("<figure><img src=west-quay.jpg><figcaption>Another.</figcaption></figure>"),
        ["", ""]
    );
    assert_eq!(
        of(&format!(
            "{image}<figure><figcaption>Another.</figcaption></figure>"
        )),
        ["", ""]
    );
}

#[test]
fn access_is_that_of_the_tier() {
    for (tier, access) in [
        ("free", "free"),
        ("Metered", "metered"),
        ("locked", "paid"),
        ("registration", "registration"),
    ] {
        let parts = format!(
            "{}<meta property=article:content_tier content={tier}>",
            block(PIER)
        );
        assert_eq!(read_page(head(&parts)).0["access"], access);
    }
}

#[test]
fn a_profile_is_no_name() {
    let (article, _) = read_page(
        "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='A pier'>\
         <meta property=article:author content=https://social.example/ines><base href=https://herald.example/>\
         <article><h1>A pier</h1><span itemprop=author><a href=/ines><b itemprop=name>Ines Calloway</b></a>, Saltmere</span></article>",
    );
    let byline = json!([{"name": "Ines Calloway", "url": "https://herald.example/ines"}]);
    assert_eq!(article["byline"], byline);
}

#[test]
fn dates_less_than_a_day_apart_are_no_contradiction() {
    for (date, is_told) in [
        ("2024-04-03T07:00:00Z", false),
        ("2024-04-03T09:00:00Z", true),
        ("2024-04-03", false),
        ("2024-04-04", true),
        ("soon", false),
    ] {
        let parts = format!(
            "{}<meta property=article:published_time content={date}>",
            block(PIER)
        );
        let (_, told) = read_page(head(&parts));
        assert_eq!(told.contains("contradiction"), is_told, "{date}: {told}");
    }
}

#[test]
fn what_nobody_has_filled_in_is_told_and_is_no_value() {
    let (article, told) = read_page(
        "<meta property=og:title content='{{title}}'><meta property=og:image content='{{image}}'>
        <meta name=author content=undefined><meta property=article:section content='[object Object]'>
        <meta property=article:published_time content=1970-01-01T00:00:00+00:00>
        <link rel=canonical href=https://h.example/lights><article><h1>Lights out in Corrie</h1></article>",
    );
    let expected = json!({"headline": "Lights out in Corrie", "url": "https://h.example/lights"});
    assert_eq!(article, expected, "{told}");
    for left_out in [
        "contradiction meta[og:title] “{{title}}” is what stands where nobody wrote a title, so “Lights out in Corrie” of h1 counts",
        "bad-value meta[og:image] “{{image}}” stands",
        "bad-value meta[author] “undefined” stands",
        "bad-value meta[article:section] “[object Object]” stands",
        "bad-date meta[article:published_time] this is where",
    ] {
        assert!(told.contains(left_out), "{left_out}: {told}");
    }
}

#[test]
fn a_headline_about_a_template_is_one() {
    for headline in [
        "Why {{ name }} breaks in Jinja",
        "What [object Object] means",
    ] {
        let (article, told) = read_page(format!(
            "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='{headline}'><h1>{headline}</h1>"
        ));
        assert_eq!(article, json!({ "headline": headline }));
        assert_eq!(told, "");
    }
    let told = refusal(
        "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='{{ title }}'>",
    );
    assert!(told.contains("no-article"), "{told}");
}

#[test]
fn a_publisher_is_not_the_headline() {
    let (article, told) = read_page(
        "<html><script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"Lights out in Corrie\"}</script>
        <meta property=og:site_name content='Lights out in  Corrie'><meta name=application-name content='The Herald'><h1>Lights out in Corrie</h1>",
    );
    let expected = json!({"headline": "Lights out in Corrie", "publisher": {"name": "The Herald"}});
    assert_eq!(article, expected, "{told}");
    assert!(
        told.contains("this is the headline, and no publisher's name"),
        "{told}"
    );
}

#[test]
fn metadata_that_says_nothing_is_told_and_left_out() {
    let parts = "<meta property=og:type content=article><meta property=og:title content='A pier'>\n\
        <meta property=og:image content='javascript:alert(1)'>\n\
        <meta property=article:published_time content=yesterday>\n\
        <meta property=article:content_tier content=gold>";
    let (article, told) = read_page(head(parts));
    assert_eq!(article, json!({"headline": "A pier", "language": "en"}));
    let lines: Vec<String> = told
        .lines()
        .map(|line| {
            line.split_whitespace()
                .take(4)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(
        lines,
        [
            "5:1 warning bad-date meta[article:published_time]",
            "6:1 warning bad-value meta[article:content_tier]",
            "4:1 warning blocked-url meta[og:image]"
        ]
    );
}

#[test]
fn nothing_of_a_page_takes_long_or_panics() {
    let mut chance = Chance(0x1234_5678_9abc_def1);
    for _ in 0..400 {
        let mut bytes = OPEN_GRAPH
            .replace("</head>", &format!("{}</head>", block(PIER)))
            .into_bytes();
        chance.mutate(&mut bytes);
        let _ = read(&bytes, &ReadOptions::default());
    }
    for part in [
        "<div>",
        "<p>x",
        "<script type=application/ld+json>",
        "<article-card for=x>",
        "<figure><figcaption>",
        "<!--",
        "</p>",
        "<a class=related href=x>one two three",
    ] {
        let reading = read(
            format!("<!DOCTYPE html>{}", part.repeat(20_000)).as_bytes(),
            &ReadOptions::default(),
        );
        assert_eq!(reading.entries.len(), 1, "{part}");
    }
}

#[test]
fn the_dates_of_two_places_are_compared_as_those_of_one_are() {
    let told_of = |json_ld: &str, metas: &str| {
        let (_, told) = read_page(format!(
            "<!DOCTYPE html>\n<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"headline\": \"A pier\", \
             {json_ld}}}</script>{metas}"
        ));
        told
    };
    let told = told_of(
        r#""dateModified": "2024-04-02""#,
        "\n<meta property=article:published_time content=2024-04-03>",
    );
    assert_eq!(
        told,
        "3:1 warning date-order meta[article:published_time] the update lies before the publication and is not shown"
    );
    let told = told_of(
        r#""datePublished": "2024-04-03""#,
        "\n<meta property=og:updated_time content=2024-04-02>",
    );
    assert_eq!(
        told,
        "3:1 warning date-order meta[og:updated_time] the update lies before the publication and is not shown"
    );
}

#[test]
fn bylines_sizes_and_points_are_read_as_in_every_format() {
    let (article, told) = read_page(
        "<!DOCTYPE html><meta property=og:type content=article><meta property=og:title content='Wind &amp;amp; water'>\
         <meta name=description content='WIND &amp;amp; WATER'><meta name=author content='Von Anna Berg'>\
         <meta property=og:image content=https://herald.example/a.jpg><meta property=og:image:width content=' 640.5 PX'>\
         <meta property=og:image:height content=0><ul class=key-points><li>• One more time<li>- Two more times</ul>",
    );
    assert_eq!(told, "");
    let expected = json!({
        "headline": "Wind & water", "byline": [{"name": "Anna Berg"}],
        "image": {"url": "https://herald.example/a.jpg", "width": 640},
        "bullets": ["One more time", "Two more times"],
    });
    assert_eq!(article, expected);
}

#[test]
fn a_query_tells_pages_apart_where_both_have_one() {
    let told_of = |canonical: &str, open_graph: &str| {
        let parts = format!(
            "<link rel=canonical href=https://herald.example/{canonical}>\
             <meta property=og:url content=https://herald.example/{open_graph}>"
        );
        let (article, told) = read_page(head(&format!(
            "{parts}{}",
            block(r#"{"@type": "NewsArticle", "headline": "A pier opens again"}"#)
        )));
        let url = article["url"].as_str().unwrap().to_owned();
        (url, told.contains("contradiction"))
    };
    let at = |path: &str| format!("https://herald.example/{path}");
    assert_eq!(told_of("a", "a?from=feed"), (at("a"), false));
    assert_eq!(told_of("a?id=7", "a?id=8"), (at("a?id=7"), true));
    assert_eq!(told_of("", "?p=7"), (at("?p=7"), true));
}
