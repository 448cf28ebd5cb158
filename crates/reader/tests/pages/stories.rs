//! Which story a page is about, and what it is called.

use super::*;

/// A story of JSON-LD, with that address if it has one.
fn story_of(headline: &str, name: &str) -> String {
    match name {
        "" => format!(r#"{{"@type": "NewsArticle", "headline": "{headline}"}}"#),
        name => format!(
            r#"{{"@type": "NewsArticle", "headline": "{headline}", "url": "https://gazette.example/news/{name}"}}"#
        ),
    }
}

/// A page of that address and with these titles, with a block of JSON-LD.
fn titled(path: &str, kind: &str, title: &str, json: &str) -> String {
    head(&format!(
        "<link rel=canonical href=https://gazette.example/{path}><meta property=og:type content={kind}>\
         <meta property=og:title content='{title}'>\n{}",
        block(json)
    ))
}

#[test]
fn another_page_s_article_is_not_that_of_the_page() {
    let ferry = story_of("Ferry fares fall", "ferry");
    let bell = story_of("A bell rings", "bell");
    let nameless = story_of("Ferry fares fall", "");
    for (json, path, others) in [
        (ferry.clone(), "", ""),
        (
            format!(
                r#"{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "item": {ferry}}}]}}"#
            ),
            ".itemListElement[0].item",
            "",
        ),
        (
            format!(r#"{{"@type": "ItemList", "itemListElement": [{ferry}, {bell}]}}"#),
            ".itemListElement[0]",
            " and 1 more",
        ),
        (
            format!(r#"{{"@type": "WebPage", "subjectOf": {nameless}}}"#),
            ".subjectOf",
            "",
        ),
        (
            format!(r#"{{"@type": "WebPage", "hasPart": {nameless}}}"#),
            ".hasPart",
            "",
        ),
        (
            format!(r#"{{"@type": "WebPage", "mentions": {nameless}}}"#),
            ".mentions",
            "",
        ),
        (
            format!(r#"{{"@type": "ClaimReview", "itemReviewed": {nameless}}}"#),
            ".itemReviewed",
            "",
        ),
    ] {
        let (article, told) =
            read_page(titled("news/mole", "article", "The mole is mended", &json));
        let expected = json!({"headline": "The mole is mended", "url": "https://gazette.example/news/mole", "language": "en"});
        assert_eq!(article, expected, "{json}");
        let is = match others {
            "" => "is another story",
            _ => "are other stories",
        };
        let message = format!(
            " warning contradiction ld+json[0]{path} “Ferry fares fall”{others} {is} than that of the page, which counts"
        );
        assert!(told.ends_with(&message), "{told}");
        assert!(!told.contains('\n'), "{told}");
    }
}

#[test]
fn an_article_in_a_list_is_the_page_s_if_its_headline_and_address_are() {
    let signed = |name: &str| {
        let story = story_of("The mole is mended", name);
        story.replace(
            '}',
            r#", "author": {"@type": "Person", "name": "Ida Brack"}}"#,
        )
    };
    let ferry = story_of("Ferry fares fall", "ferry");
    let read = |name: &str| {
        let json = format!(
            r#"{{"@type": "ItemList", "itemListElement": [{ferry}, {}]}}"#,
            signed(name)
        );
        read_page(titled(
            "news/mole",
            "article",
            "The mole is mended | The Gazette",
            &json,
        ))
    };
    for name in ["mole", ""] {
        let (article, told) = read(name);
        assert_eq!(article["byline"], json!([{"name": "Ida Brack"}]), "{told}");
        assert_eq!(article["related"][0]["headline"], "Ferry fares fall");
    }
    let (article, told) = read("pier");
    assert_eq!(article["byline"], Value::Null);
    assert!(told.contains("are other stories"), "{told}");
    // An address of its own says less than a headline that is the page's.
    let (article, _) = read_page(titled(
        "news/mole",
        "article",
        "The mole is mended",
        &signed("mole-7"),
    ));
    assert_eq!(article["byline"], json!([{"name": "Ida Brack"}]));
    // What was taken back is not got round.
    let json = ferry.replace('}', r#", "creativeWorkStatus": "Withdrawn"}"#);
    let reading = page(titled("news/mole", "article", "The mole is mended", &json));
    assert!(
        !reading
            .articles
            .iter()
            .any(|article| article.to_json().contains("mole"))
    );
}

#[test]
fn a_page_that_lists_stories_is_no_article() {
    let stories = [
        story_of("Ferry fares fall", "ferry"),
        story_of("A bell rings", "bell"),
        story_of("Who owns the quay?", "quay"),
    ]
    .join(", ");
    let (list, nameless) = (
        format!("[{stories}]"),
        format!(
            "[{}, {}]",
            story_of("One story", ""),
            story_of("Another", "")
        ),
    );
    let items = format!(r#"{{"@type": "ItemList", "itemListElement": {list}}}"#);
    let three =
        "error no-article html this is an HTML page that lists 3 stories, but no article in it";
    for (path, kind, title, json) in [
        ("news/", "website", "News - The Gazette", &list),
        ("news/", "website", "News - The Gazette", &items),
        ("news/", "website", "Ferry fares fall", &list),
        ("", "website", "The Gazette", &list),
        ("", "article", "The Gazette", &list),
    ] {
        assert_eq!(
            refusal(titled(path, kind, title, json)),
            three,
            "{path} {kind} {title}"
        );
    }
    assert_eq!(
        refusal(titled("news/", "website", "News", &nameless)),
        three.replace('3', "2")
    );
    assert_eq!(
        refusal(titled(
            "news/",
            "website",
            "News",
            &story_of("Ferry fares fall", "ferry")
        )),
        "error no-article html this is an HTML page that leads to the story “Ferry fares fall”, but no article in it"
    );
    // A block alone is no page around it.
    let (article, told) = read_page(block(&list));
    assert_eq!(article["headline"], "Ferry fares fall");
    assert!(told.contains("warning ambiguous-article"), "{told}");
    let own = story_of("The mole is mended", "mole");
    let live = own.replace("NewsArticle", "LiveBlogPosting").replacen(
        ',',
        &format!(r#", "liveBlogUpdate": {list},"#),
        1,
    );
    for json in [
        &live,
        &format!("[{own}, {items}]"),
        &format!("[{stories}, {own}]"),
    ] {
        let (article, _) = read_page(titled("news/mole", "website", "News", json));
        assert_eq!(article["headline"], "The mole is mended", "{json}");
    }
}

#[test]
fn the_name_of_the_site_is_no_headline() {
    let mole = "<h1>The mole is mended</h1>";
    let title = "<title>The mole is mended | Morning Post</title>";
    let site = "<meta property=og:site_name content='Morning Post'>";
    let logo = "<img class=site-logo alt='Morning Post logo'>";
    let publisher = block(
        r#"{"@type": "WebPage", "publisher": {"@type": "Organization", "name": "Morning Post"}}"#,
    );
    let brand = "3:1 warning contradiction meta[og:title] “Morning Post” is the name of the site, so “The mole is mended” \
        of h1 counts";
    let alone = "3:1 warning contradiction meta[og:title] “Morning Post” agrees with no other title; “The mole is mended” \
        of h1 does, and counts";
    let placeholder = "3:1 warning contradiction meta[og:title] “Untitled” is what stands where nobody wrote a title, so \
        “The mole is mended” of h1 counts";
    for (og_title, parts, expected) in [
        ("Morning Post", site, brand),
        ("Morning Post", logo, brand),
        ("Morning Post", &*publisher, brand),
        (
            "Morning Post",
            "<link rel=canonical href=https://morning-post.example/mole>",
            brand,
        ),
        ("Morning Post", title, alone),
        ("Untitled", "", placeholder),
        ("The mole is mended | Morning Post", site, ""),
        ("Morning Post: The mole is mended", site, ""),
        ("The mole is mended - Morning Post", &*publisher, ""),
    ] {
        let head = head(&format!(
            "<meta property=og:title content='{og_title}'><meta property=og:type content=article>{parts}{mole}"
        ));
        let (article, told) = read_page(head);
        assert_eq!(
            article["headline"], "The mole is mended",
            "{og_title} {parts}"
        );
        assert_eq!(told, expected, "{og_title} {parts}");
    }
    // A template that fills in the title everywhere.
    for name in ["application-name", "og:site_name"] {
        let parts = format!(
            "<meta property=og:type content=article><meta property=og:title content='The mole is mended'>\n\
             <meta name={name} content='The mole is mended'>{mole}"
        );
        let (article, told) = read_page(head(&parts));
        assert_eq!(
            article,
            json!({"headline": "The mole is mended", "language": "en"})
        );
        assert_eq!(
            told,
            format!(
                "4:1 warning bad-value meta[{name}] this is the headline, and no publisher's name"
            )
        );
    }
}

#[test]
fn two_titles_that_agree_beat_one() {
    let json =
        r#"{"@type": "Article", "headline": "structure in a harbour", "name": "Saltmere mole"}"#;
    let read = |json: &str, parts: &str| read_page(head(&format!("{}{parts}", block(json))));
    let (article, told) = read(
        json,
        "<title>Saltmere mole - Encyclopedia</title><h1>Saltmere mole</h1>",
    );
    assert_eq!(article["headline"], "Saltmere mole");
    assert_eq!(
        told,
        "3:69 warning contradiction ld+json[0].headline “structure in a harbour” agrees with no other title; “Saltmere \
         mole” of ld+json[0].name does, and counts"
    );
    // One is not enough, and neither are several where the headline has one of them on its side.
    for parts in [
        "",
        "<title>Structure in a harbour | Encyclopedia</title><h1>Saltmere mole</h1>",
    ] {
        let (article, _) = read(json, parts);
        assert_eq!(article["headline"], "structure in a harbour", "{parts}");
    }
    let nameless = json.replace(r#", "name": "Saltmere mole""#, "");
    let (article, told) = read(&nameless, "<title>Saltmere mole - Encyclopedia</title>");
    assert_eq!(
        (&article["headline"], &*told),
        (&json!("structure in a harbour"), "")
    );
    // The site is named nowhere but in JSON-LD.
    let json = r#"{"@type": "Article", "headline": "A mole is built - Morning Post", "publisher": {"name": "Morning Post"}}"#;
    assert_eq!(read(json, "").0["headline"], "A mole is built");
    let json = json.replace("A mole is built - ", "");
    let (article, told) = read(&json, "<h1>A mole is built</h1>");
    assert_eq!(article["headline"], "A mole is built");
    assert!(
        told.contains("ld+json[0].headline “Morning Post” is the name of the site, so “A mole is built” of the page counts"),
        "{told}"
    );
    let alone = refusal(head(&block(&json)));
    assert!(
        alone.contains("error missing-field ld+json[0].headline “Morning Post” is the name of the site, and no headline"),
        "{alone}"
    );
}

#[test]
fn what_json_ld_says_of_origin_portrait_and_reading_time_is_said_of_the_page() {
    let (article, told) = read_page(
        r#"<!DOCTYPE html><title>H</title><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "H", "timeRequired": "PT90S", "digitalSourceType": "AI",
"author": {"name": "Ines Calloway", "jobTitle": "Reporter", "image": "https://h.example/ines.jpg"}}
</script>"#,
    );
    assert_eq!(article["readingTime"], 2);
    let author = json!({"name": "Ines Calloway", "image": "https://h.example/ines.jpg", "jobTitle": "Reporter"});
    assert_eq!(article["byline"], json!([author]));
    let message = "“AI” is no digital source type of IPTC's";
    assert!(told.starts_with("2:89 warning bad-value"), "{told}");
    assert!(told.contains(message), "{told}");
}
