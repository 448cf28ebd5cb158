//! What a page says of its story, and what of something else that stands in it or beside it.

use super::*;

/// What is read of a story with these parts.
#[track_caller]
fn story(parts: &str) -> (Value, String) {
    read_page(format!(
        "<!DOCTYPE html><html lang=en-GB><meta charset=utf-8><title>Lock gate raised</title>\
         <meta property=og:type content=article><link rel=canonical href=https://www.herald.example/news/lock-gate>\
         <meta property=og:image content=https://cdn.example/lock-gate-1200x630.jpg>\
         <article itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Lock gate raised</h1>{parts}</article>"
    ))
}

const SIGNED: &str = "<p itemprop=author itemscope itemtype=https://schema.org/Person><b itemprop=name>Lena Marsh</b></p>\
    <time itemprop=datePublished datetime=2024-05-06>6 May</time>";

/// Something that has an author, a date, a picture and a list of its own.
const FOREIGN: &str = "<meta itemprop=datePublished content=2009-01-02><meta itemprop=author content='Reel Store'>\
    <time itemprop=dateModified datetime=2030-01-02>then</time><a rel=author href=/u>gate_fan</a>\
    <figure><img src=lock-gate-640x360.jpg><figcaption>Of another thing.</figcaption></figure>\
    <p class=dateline>ELSEWHERE</p><ul class=key-points><li>One of another thing<li>Two of another thing</ul>";

#[test]
fn what_stands_in_another_things_scope_is_not_said_of_the_story() {
    for (start, end) in [
        (
            "<div itemprop=video itemscope itemtype=https://schema.org/VideoObject>",
            "</div>",
        ),
        (
            "<div itemprop=comment itemscope itemtype=https://schema.org/Comment>",
            "</div>",
        ),
        (
            "<div itemscope itemtype=https://schema.org/Product>",
            "</div>",
        ),
        (
            "<div itemprop=hasPart itemscope itemtype=https://schema.org/NewsArticle>",
            "</div>",
        ),
        (
            "<article itemscope itemtype=https://schema.org/NewsArticle>",
            "</article>",
        ),
        ("<aside>", "</aside>"),
        ("<section id=reader-comments>", "</section>"),
        ("<div class=c-teaser>", "</div>"),
        ("<div id=cookie-banner>", "</div>"),
        ("<div class='slot ad'>", "</div>"),
        ("<div class=SponsoredBox>", "</div>"),
    ] {
        let foreign = format!("{start}{FOREIGN}{end}");
        let (article, told) = story(&foreign);
        for field in ["byline", "published", "updated", "bullets", "dateline"] {
            // Key points often stand in an `aside`.
            if start != "<aside>" || field != "bullets" {
                assert_eq!(article[field], Value::Null, "{field} {start}");
            }
        }
        assert_eq!(article["image"]["caption"], Value::Null, "{start}");
        assert_eq!(told, "", "{start}");
        let (article, _) = story(&format!("{foreign}{SIGNED}"));
        assert_eq!(
            article["byline"],
            json!([{"name": "Lena Marsh"}]),
            "{start}"
        );
        assert_eq!(article["published"], "2024-05-06", "{start}");
    }
}

#[test]
fn what_stands_around_the_main_heading_is_of_the_story_whatever_it_is_called() {
    let (article, _) = read_page(format!(
        "<!DOCTYPE html><meta property=og:type content=article><div class='promo has-comments' itemscope \
         itemtype=https://schema.org/Product><aside><h1>Lock gate raised</h1>{SIGNED}</aside></div>"
    ));
    assert_eq!(article["byline"], json!([{"name": "Lena Marsh"}]));
    assert_eq!(article["published"], "2024-05-06");
    let (article, _) = story(&format!("<div class=has-comments>{SIGNED}</div>"));
    assert_eq!(article["published"], "2024-05-06");
}

#[test]
fn a_byline_is_a_name_without_date_and_job() {
    for byline in [
        "Lena Marsh, May 6, 2024",
        "By Lena Marsh | 6 May 2024 10:15",
        "By Lena Marsh, Correspondent · Updated 7 May",
        "Lena Marsh <time datetime=2024-05-06>6 May</time>",
    ] {
        let (article, told) = story(&format!("<p><span rel=author>{byline}</span></p>"));
        assert_eq!(
            article["byline"],
            json!([{"name": "Lena Marsh"}]),
            "{byline}"
        );
        assert_eq!(told, "");
    }
    let (article, told) = story("<p rel=author>Lena Marsh 6 May 2024</p>");
    assert_eq!(article["byline"], Value::Null);
    assert!(
        told.contains(
            "info in-doubt [rel=author] “Lena Marsh 6 May 2024” has more in it than a name"
        ),
        "{told}"
    );
}

#[test]
fn neither_a_login_nor_a_company_signs_a_story_and_people_come_before_the_publisher() {
    let of = |author: &str, body: &str| {
        let json = format!(
            r#"{{"@type": "NewsArticle", "headline": "Lock gate raised", "author": {{"@type": "Person", "name": "{author}"}},
            "publisher": {{"@type": "Organization", "name": "The Harbour Herald"}}}}"#
        );
        let (article, told) = read_page(head(&format!("{}{body}", block(&json))));
        let name = article["byline"][0]["name"].as_str().unwrap_or_default();
        (name.to_owned(), told)
    };
    for author in [
        "lena_marsh",
        "lenamarsh_x7",
        "lena.marsh",
        "Herald Media Holding GmbH",
    ] {
        let (name, told) = of(author, "");
        assert_eq!(name, "", "{author}");
        assert!(told.contains(&format!("“{author}” is ")), "{told}");
        assert_eq!(of(author, SIGNED).0, "Lena Marsh", "{author}");
    }
    for author in ["Tom Pascoe", "dpa", "Tom Pascoe Jr."] {
        assert_eq!(of(author, SIGNED).0, author);
    }
    for author in ["The Harbour Herald", "herald.com"] {
        assert_eq!(of(author, "").0, author);
        assert_eq!(of(author, SIGNED).0, "Lena Marsh");
    }
    let site = "<a rel=author href=/>The Harbour Herald Online</a>";
    assert_eq!(
        of("The Harbour Herald", site),
        ("The Harbour Herald".into(), String::new())
    );
}

#[test]
fn no_advert_and_no_other_site_is_a_related_story() {
    let of = |links: &str| {
        let (article, _) = story(&format!("<div class=related><h2>Related</h2>{links}</div>"));
        article["related"].as_array().map_or(0, Vec::len)
    };
    let own = "<a href=/news/who-pays-for-the-lock-2024>Who pays for the lock</a>";
    for (links, count) in [
        (own.to_owned(), 1),
        (own.replace("/news", "https://sport.herald.example"), 1),
        (own.replace("/news", "https://tribune.example"), 0),
        (own.replace("<a", "<a rel=sponsored"), 0),
        (own.replace("<a", "<a rel='noopener nofollow'"), 0),
        (own.replace("<a", "<a rel=ugc"), 0),
        (format!("<div class=outbrain>{own}</div>"), 0),
        (format!("<div id=ad-7>{own}</div>"), 0),
        (format!("<div class=cookie-consent>{own}</div>"), 0),
        ("<a href='#'>Accept all of our cookies</a>".into(), 0),
    ] {
        assert_eq!(of(&links), count, "{links}");
    }
}

#[test]
fn caption_and_credit_are_those_that_are_printed_at_the_picture() {
    let of = |parts: &str| {
        let (article, _) = story(parts);
        [&article["image"]["caption"], &article["image"]["credit"]]
            .map(|text| text.as_str().unwrap_or_default().to_owned())
    };
    let image = "<img src=/i/lock-gate-640x360.jpg>";
    let both = ["The gate at dawn.", "Tom Pascoe/Agency"];
    for printed in [
        "<figcaption>The gate at dawn. Foto: Tom Pascoe/Agency</figcaption>",
        "<figcaption><span>The gate at dawn.</span><span>© Tom Pascoe/Agency</span></figcaption>",
        "<figcaption>The gate at dawn. (Symbolfoto: Tom Pascoe/Agency)</figcaption>",
        "<figcaption>The gate at dawn. | Tom Pascoe/Agency</figcaption>",
        "<p class=image-caption>The gate at dawn.</p><p class=image--author>Photo: Tom Pascoe/Agency</p>",
        "<figcaption>The gate at dawn. <i class=credit>Tom Pascoe/Agency</i></figcaption>",
    ] {
        assert_eq!(
            of(&format!("<figure>{image}{printed}</figure>")),
            both,
            "{printed}"
        );
        assert_eq!(
            of(&format!("<div><p>{image}</p>{printed}</div>")),
            both,
            "{printed}"
        );
    }
    for (printed, lines) in [
        ("<figcaption>© Agency</figcaption>", ["", "Agency"]),
        (
            "<figcaption>The gate, seen from the photo of a ship: small</figcaption>",
            ["The gate, seen from the photo of a ship: small", ""],
        ),
        ("<div class=text-caption>6 May 2024</div>", ["", ""]),
        ("<span class=credit>tom@herald.example</span>", ["", ""]),
        (
            "<div class=play-button></div><figcaption>Watch it rise</figcaption>",
            ["", ""],
        ),
        (
            "<figcaption><b class=photographer>Tom Pascoe</b> <b class=distributor>Agency</b></figcaption>",
            ["", "Tom Pascoe / Agency"],
        ),
    ] {
        assert_eq!(
            of(&format!("<figure>{image}{printed}</figure>")),
            lines,
            "{printed}"
        );
    }
}

#[test]
fn a_caption_of_the_json_that_nobody_printed_is_told_and_left_out() {
    let of = |caption: &str, body: &str| {
        let json = format!(
            r#"{{"@type": "NewsArticle", "headline": "Lock gate raised", "image": {{"@type": "ImageObject",
            "url": "https://cdn.example/lock-gate.jpg", "caption": "{caption}"}}}}"#
        );
        let (article, told) = read_page(head(&format!("{}{body}", block(&json))));
        (
            article["image"]["caption"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            told,
        )
    };
    let text =
        "<p>The gate was raised on Monday by a crane that had come up the river from the sea.</p>";
    let (caption, told) = of("lock, gate, river, stock", text);
    assert_eq!(caption, "");
    assert!(
        told.contains("info in-doubt image.caption the page does not print this caption"),
        "{told}"
    );
    assert_eq!(of("Lock gate raised", "").0, "");
    assert_eq!(
        of(
            "The gate at dawn",
            &format!("{text}<i>The gate at  dawn</i>")
        )
        .0,
        "The gate at dawn"
    );
    assert_eq!(
        of("The gate at dawn", ""),
        ("The gate at dawn".into(), String::new())
    );
}

#[test]
fn a_dateline_is_what_the_text_begins_with() {
    let rest = "The gate was raised on Monday by a crane that had come up the river.";
    let of = |parts: &str| {
        story(parts).0["dateline"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    for (parts, place) in [
        (
            format!("<p>SALTMERE — {rest} Nobody in Saltmere slept.</p>"),
            "SALTMERE",
        ),
        (
            format!("<p>SALTMERE — {rest} It was loud, and Saltmere lay awake.</p>"),
            "SALTMERE",
        ),
        (
            format!("<p>SALTMERE, Norland — {rest}</p>"),
            "SALTMERE, Norland",
        ),
        (format!("<p>SALTMERE, May 6 – {rest}</p>"), "SALTMERE"),
        (format!("<p>SALTMERE (AP) — {rest}</p>"), "SALTMERE"),
        (format!("<p>SALTMERE: {rest}</p>"), "SALTMERE"),
        (
            format!(
                "<p>A crane did what nobody in Saltmere had thought could be done.</p><p>SALTMERE — {rest}</p>"
            ),
            "SALTMERE",
        ),
        (
            format!("<p><strong>Saltmere/Wick</strong> - {rest}</p>"),
            "Saltmere/Wick",
        ),
        (
            format!("<p><span class=dateline>Saltmere</span> {rest}</p>"),
            "Saltmere",
        ),
        (format!("<p><span>Saltmere.</span> {rest}</p>"), "Saltmere"),
        (
            format!("<div><span>Saltmere.</span> <span>{rest}</span></div><p>{rest}</p>"),
            "Saltmere",
        ),
        (format!("<p><b>Saltmere - </b>{rest}</p>"), "Saltmere"),
        (format!("<p>Saltmere (dpa/xy) - {rest}</p>"), "Saltmere"),
        (format!("<p>Saltmere, 3 may (EFE).- {rest}</p>"), "Saltmere"),
        (
            format!("<p>САЛТМЕР. 3 мая. Порт открыт. {rest}</p>"),
            "САЛТМЕР",
        ),
        (format!("<div>SALTMERE: {rest}<br>{rest}</div>"), "SALTMERE"),
        (
            format!(
                "<div class='article-body box'><p>Short.</p></div><div class=article-body><p>{rest}</p><p>SALTMERE (AP) — {rest}</p></div>"
            ),
            "SALTMERE",
        ),
        // What the story speaks of as of a place is one.
        (
            format!("<p>Saltmere - {rest}</p><p>Nobody in Saltmere slept.</p>"),
            "Saltmere",
        ),
        (
            format!("<p>Saltmere/Wick. {rest}</p><p>Nobody in Saltmere slept.</p>"),
            "Saltmere/Wick",
        ),
        (
            format!("<p><b>Saltmere:</b> {rest}</p><p>A man in Saltmere slept.</p>"),
            "Saltmere",
        ),
        (format!("<p>Saltmere - {rest}</p>"), ""),
        (format!("<p>Saltmere. {rest}</p>"), ""),
        (format!("<p><b>Saltmere:</b> {rest}</p>"), ""),
        (format!("<p><b>Enough.</b> {rest}</p>"), ""),
        (format!("<p><b>Update</b> - {rest}</p>"), ""),
        (format!("<p><b>heraldnews.com</b> - {rest}</p>"), ""),
        (format!("<p><b>Heraldnews.com</b> - {rest}</p>"), ""),
        (
            format!("<p><b>TOSS: The home side bats.</b> {rest}</p>"),
            "",
        ),
        (format!("<p>Lena Marsh (38) - {rest}</p>"), ""),
        (
            format!(
                "<p>{rest}</p><div><span><b>TOPICS - </b></span><ul><li>Coast and inland waterways</ul></div>"
            ),
            "",
        ),
        (format!("<p>HERALDNEWS.COM — {rest}</p>"), ""),
        (format!("<p>AFP — {rest}</p>"), ""),
        (format!("<p>THE GATE AT LAST IS OPEN — {rest}</p>"), ""),
        (
            format!("<span class=dateline-line>|</span><p>{rest}</p>"),
            "",
        ),
        (
            format!("<div class=teaser><p class=dateline>Podcast</p></div><p>{rest}</p>"),
            "",
        ),
        (format!("<p><strong>Nobody</strong> {rest}</p>"), ""),
    ] {
        assert_eq!(of(&parts), place, "{parts}");
    }
    let json =
        r#"{"@type": "NewsArticle", "headline": "Lock gate raised", "dateline": "Wick, Norland"}"#;
    let of = |body: &str| read_page(head(&format!("{}{body}", block(json))));
    let (article, told) = of(&format!("<p>{rest}</p>"));
    assert_eq!(article["dateline"], Value::Null);
    assert!(
        told.contains("info in-doubt dateline the text does not begin with “Wick, Norland”"),
        "{told}"
    );
    assert_eq!(
        of(&format!("<p>WICK — {rest}</p>")).0["dateline"],
        "Wick, Norland"
    );
    assert_eq!(of("").0["dateline"], "Wick, Norland");
    let apart = format!("<p>{rest}</p><div>Wick: {rest}</div>");
    assert_eq!(of(&apart).0["dateline"], "Wick, Norland");
}

#[test]
fn headings_say_which_stories_are_related() {
    let of = |parts: &str| {
        let (article, _) = story(parts);
        let related = article["related"].as_array().cloned().unwrap_or_default();
        related
            .iter()
            .map(|one| one["headline"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let link = "<a href=/news/who-pays-for-the-lock>Who pays for the lock</a>";
    let one = ["Who pays for the lock"];
    for heading in [
        "À lire aussi",
        "Lesen Sie auch:",
        "Veja também",
        "Related stories",
    ] {
        assert_eq!(
            of(&format!(
                "<div class=box><h4>{heading}</h4><ul><li>{link}</ul></div>"
            )),
            one,
            "{heading}"
        );
    }
    for heading in ["Latest", "Most read", "Meistgelesen", "More news"] {
        assert!(
            of(&format!(
                "<div class=related><h4>{heading}</h4><ul><li>{link}</ul></div>"
            ))
            .is_empty(),
            "{heading}"
        );
    }
    let long = format!(
        "<div class=related><h4>Related</h4><a href=/news/a-2024>{}</a></div>",
        "Nobody knows who pays for the lock. ".repeat(6)
    );
    assert!(of(&long).is_empty(), "the text of a teaser");
    let site = "<meta property=og:site_name content='The Harbour Herald'>";
    for (heading, count) in [
        ("Read more on The Harbour Herald", 0),
        ("Read more on the lock", 1),
    ] {
        let list =
            format!("{site}<div class=read-more><h4>{heading}</h4><ul><li>{link}</ul></div>");
        assert_eq!(of(&list).len(), count, "{heading}");
    }
    let related = |links: &str| of(&format!("<div class=related><h4>Related</h4>{links}</div>"));
    assert_eq!(
        related(
            "<a href=/news/a-2024><i class=section>Coast</i> <h3>Who pays for the lock</h3> Nobody knows. <time>6 May</time></a>"
        ),
        one
    );
    assert_eq!(
        related(
            "<a href=/news/a-2024><i class=section>Coast</i> Who pays for the lock <time>6 May</time></a>"
        ),
        one
    );
    for other in [
        "<a href=/coast>Coast and Inland Waterways</a>",
        "<a rel=author href=/staff/2024>Lena Marsh of Saltmere</a>",
        "<a class=box__more href=/news/2024>More stories from the coast</a>",
        "<a href=/news/a-2024>Marsh, L. et al.: Locks of the lower river, seen on 6 May:</a>",
        "<nav><a href=/news/a-2024>Who pays for the lock</a></nav>",
        "<div class=popup><a href=/news/a-2024>Who pays for the lock</a></div>",
    ] {
        assert!(related(other).is_empty(), "{other}");
    }
}

#[test]
fn tickers_and_tables_of_contents_are_no_key_points() {
    let of = |items: &str| {
        story(&format!("<ul class=highlights>{items}</ul>")).0["bullets"]
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(
        of("<li>The gate is open again<li>The crane leaves on Friday"),
        2
    );
    assert_eq!(
        of("<li>6:52 The gate is open again<li>6:24 The crane leaves on Friday"),
        0
    );
    assert_eq!(
        of(
            "<li>1 <a href='#a'>The gate is open again</a><li>2 <a href='#b'>The crane leaves on Friday</a>"
        ),
        0
    );
}

#[test]
fn a_line_in_capitals_for_what_a_text_is_is_no_place() {
    for start in [
        "TRANSFER NEWS – ",
        "MATCH REPORT - ",
        "OPEN LETTER — ",
        "ENTREVISTA - ",
        "UMFRAGE: ",
        "STORM WARNING – ",
        "NASA — ",
        "NATO – ",
        "UEFA: ",
        "IKEA - ",
        "WHO — ",
        "AT HOME — ",
        "PART ONE — ",
        "TRANSCRIPT: ",
        "XYZCORP — ",
    ] {
        let text = "The gate was raised on Monday by a crane that had come up the river.";
        let (article, _) = story(&format!("<p>{start}{text}</p>"));
        assert_eq!(article.get("dateline"), None, "{start}");
    }
}

#[test]
fn capitals_alone_make_no_place_and_are_in_doubt() {
    let rest = "The agency said on Monday that data from XYZAL would be kept for ten years. Xyzal did not answer.";
    let (article, told) = story(&format!("<p>XYZAL — {rest}</p>"));
    assert_eq!(article.get("dateline"), None);
    let doubt = "info in-doubt p “XYZAL” before the text may be a place, but nothing else says so";
    assert!(told.contains(doubt), "{told}");
    let (article, told) = story(&format!("<p>Xyzal - {rest}</p>"));
    assert_eq!(article.get("dateline"), None);
    assert!(!told.contains("in-doubt"), "{told}");
    for known in ["Google", "Labour", "NASA"] {
        let text =
            format!("<p>{known} - The party said that in {known} hands it would be safe.</p>");
        assert_eq!(story(&text).0.get("dateline"), None, "{known}");
    }
}
