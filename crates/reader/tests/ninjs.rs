//! News items of IPTC ninjs: what a card gets of them, whatever their version, and what is told of the rest.

#[cfg(test)]
#[path = "../../../tests/util/cards.rs"]
mod cards_of;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::Article;
use article_card::article::Status;
use article_card_reader::check::CheckedArticle;
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::{Value, json};
use std::slice;
use util::*;

/// The story as the card's own JSON has it.
const STORY: &str = r#"{
    "id": "urn:newsml:gazette.example:20240403:ferry", "headline": "The ferry to Saltmere sails again",
    "url": "https://gazette.example/ferry?a=1", "kicker": "Background", "standfirst": "Two winters, <one> engine & a bet.",
    "bullets": ["It sails on Jan. 4", "Cars cross on Fridays"],
    "image": {"url": "https://pictures.example/1600.jpg", "alt": "A white ship", "caption": "The ship leaves the quay.",
        "credit": "Li Wei", "width": 1600, "height": 900, "sources": [
            {"url": "https://pictures.example/640.jpg", "width": 640},
            {"url": "https://pictures.example/1280.webp", "width": 1280, "type": "image/webp"}]},
    "dateline": "SALTMERE", "byline": [{"name": "Ana Brandt"}, {"name": "Tom Pascoe"}],
    "published": "2024-04-03T10:00:00+01:00", "updated": "2024-04-03T12:30:00+01:00",
    "shortUrl": "https://gzt.example/ferry", "publisher": {"name": "Gazette Wire"}, "language": "en-GB",
    "related": [{"headline": "Who paid for the engine?", "url": "https://gazette.example/engine",
        "published": "2024-02-27T08:00:00Z", "language": "fr"}],
    "embargoedUntil": "2024-04-03T09:00:00Z", "expires": "2034-01-01T00:00:00Z"
}"#;

const VERSION_1: &str = r#"{
    "$standard": {"name": "ninjs", "version": "1.6"},
    "uri": "urn:newsml:gazette.example:20240403:ferry", "type": "text", "version": "3", "pubstatus": "usable",
    "firstcreated": "2024-04-03T10:00:00+01:00", "versioncreated": "2024-04-03T12:30:00+01:00",
    "embargoed": "2024-04-03T09:00:00Z", "expires": "2034-01-01T00:00:00Z", "language": "en-GB",
    "headline_subhead_html": "Two winters, &lt;one&gt; <b>engine</b> &amp; a bet.", "headline": "The ferry to Saltmere sails again",
    "title": "FERRY", "slugline": "ferry-saltmere", "ednote": "SECRET note", "body_text": "SECRET body",
    "body_html": "<p>SECRET body</p>", "description_note": "SECRET description", "description_text": "A text.",
    "description_keypoints_text": "- It sails on Jan. 4\n- Cars cross on Fridays\n",
    "byline": "By Ana Brandt and Tom Pascoe", "located": "SALTMERE", "genre": [{"name": "Background"}],
    "infosource": [{"name": "Captain Moe", "rel": "Interview source"}, {"name": "Gazette Wire"}],
    "copyrightholder": "Gazette Holding", "copyrightnotice": "© 2024",
    "altids": {"itemid": "4711", "web": "https://gazette.example/ferry?a=1", "shorturl": "https://gzt.example/ferry"},
    "associations": {
        "portrait": {"uri": "urn:p", "type": "picture", "renditions": {"r": {"href": "https://pictures.example/p.jpg"}}},
        "mainpic": {"uri": "urn:m", "type": "picture", "headline": "SECRET ship", "byline": "Li Wei",
            "copyrightnotice": "© 2024", "description_caption": "The ship leaves the quay.", "description_alttext": "A white ship",
            "renditions": {
                "original": {"href": "https://pictures.example/o.tif", "mimetype": "image/tiff", "width": 9000, "height": 5063},
                "hires": {"href": "https://pictures.example/h.jpg", "mimetype": "image/jpeg", "width": 4800, "height": 2700},
                "large": {"href": "https://pictures.example/1600.jpg", "mimetype": "image/jpg", "width": 1600, "height": 900},
                "medium": {"href": "https://pictures.example/1280.webp", "mimetype": "image/webp", "width": 1280, "height": 720},
                "watermark": {"href": "https://pictures.example/w.jpg", "mimetype": "image/jpeg", "width": 1024, "height": 576},
                "small": {"href": "https://pictures.example/640.jpg", "mimetype": "image/jpeg", "width": 640, "height": 360},
                "square": {"href": "https://pictures.example/s.jpg", "mimetype": "image/jpeg", "width": 600, "height": 600},
                "thumbnail": {"href": "https://pictures.example/t.jpg", "mimetype": "image/jpeg", "width": 160, "height": 90}}},
        "more": {"uri": "urn:r", "type": "text", "headline": "Who paid for the engine?", "language": "fr",
            "versioncreated": "2024-02-27T08:00:00Z", "altids": {"url": "https://gazette.example/engine"}},
        "clip": {"uri": "urn:v", "type": "video", "headline": "SECRET clip"}}
}"#;

const VERSION_2: &str = r#"{
    "standard": {"name": "ninjs", "version": "2.1"},
    "uri": "urn:newsml:gazette.example:20240403:ferry", "type": "text", "version": "3", "pubstatus": "usable",
    "firstcreated": "2024-04-03T10:00:00+01:00", "versioncreated": "2024-04-03T12:30:00+01:00",
    "embargoed": "2024-04-03T09:00:00Z", "expires": "2034-01-01T00:00:00Z", "language": "en-GB",
    "headlines": [
        {"role": "subhead", "contenttype": "text/html", "value": "Two winters, &lt;one&gt; <b>engine</b> &amp; a bet."},
        {"role": "main", "contenttype": "text/plain", "value": "The ferry to Saltmere sails again"}],
    "title": "FERRY", "slugline": "ferry-saltmere", "ednote": "SECRET note",
    "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>SECRET body</p>"}],
    "descriptions": [
        {"role": "note", "value": "SECRET description"}, {"role": "text", "value": "A text."},
        {"role": "summary-list", "contenttype": "text/html",
            "value": "<ul><li>It sails on <i>Jan. 4</i></li>\n<li class='x'>Cars cross on Fridays</li></ul>"}],
    "by": "By Ana Brandt and Tom Pascoe", "located": "SALTMERE", "genres": [{"name": "Background"}],
    "infosources": [{"name": "Captain Moe", "role": "https://cv.example/role/Interviewee"}, {"name": "Gazette Wire"}],
    "copyrightholder": "Gazette Holding", "copyrightnotice": "© 2024",
    "altids": [{"role": "itemid", "value": "4711"}, {"role": "shorturl", "value": "https://gzt.example/ferry"}],
    "renditions": [{"name": "page", "href": "https://gazette.example/ferry?a=1", "contenttype": "text/html; charset=utf-8"}],
    "associations": [
        {"name": "portrait", "uri": "urn:p", "type": "picture", "renditions": [{"href": "https://pictures.example/p.jpg"}]},
        {"name": "main picture", "uri": "urn:m", "type": "picture", "headlines": [{"value": "SECRET ship"}], "by": "Li Wei",
            "copyrightnotice": "© 2024",
            "descriptions": [{"role": "alt-text", "value": "A white ship"}, {"value": "The ship leaves the quay."}],
            "renditions": [
                {"name": "r0", "title": "Hires", "href": "https://pictures.example/h.jpg", "contenttype": "image/jpeg",
                    "width": 4800, "height": 2700},
                {"name": "r1", "href": "https://pictures.example/1280.webp", "contenttype": "image/webp", "width": 1280, "height": 720},
                {"name": "r2", "href": "https://pictures.example/1600.jpg", "contenttype": "image/jpeg", "width": 1600, "height": 900},
                {"name": "r3", "href": "https://pictures.example/NormalWatermark.jpg", "contenttype": "image/jpeg",
                    "width": 1024, "height": 576},
                {"name": "r4", "href": "https://pictures.example/640.jpg", "contenttype": "image/jpeg", "width": 640, "height": 360},
                {"name": "r5", "title": "Thumbnail", "href": "https://pictures.example/t.jpg", "contenttype": "image/jpeg",
                    "width": 160, "height": 90},
                {"name": "caption", "href": "https://pictures.example/c.xml", "contenttype": "text/xml"}]},
        {"name": "more", "uri": "urn:r", "type": "text", "language": "fr", "versioncreated": "2024-02-27T08:00:00Z",
            "headlines": [{"role": "main", "value": "Who paid for the engine?"}],
            "altids": [{"role": "canonical", "value": "https://gazette.example/engine"}]}]
}"#;

const VERSION_3: &str = r#"{
    "standard": {"name": "ninjs", "version": "3.1"},
    "uri": "urn:newsml:gazette.example:20240403:ferry", "type": "text", "version": "3", "pubStatus": "usable",
    "firstCreated": "2024-04-03T10:00:00+01:00", "versionCreated": "2024-04-03T12:30:00+01:00",
    "embargoedUntil": "2024-04-03T09:00:00Z", "expires": "2034-01-01T00:00:00Z", "language": "en-GB",
    "headlines": [
        {"role": "https://cv.example/role/Main", "value": "The ferry to Saltmere sails again"},
        {"role": "subhead", "contentType": "text/plain", "value": "Two winters, <one> engine & a bet."}],
    "title": "FERRY", "edNote": "SECRET note", "bodies": [{"contentType": "text/plain", "value": "SECRET body"}],
    "descriptions": [{"role": "keypoints", "value": "It sails on Jan. 4"}, {"role": "keypoints", "value": "Cars cross on Fridays"}],
    "by": "Ana Brandt & Tom Pascoe", "located": "SALTMERE", "genres": [{"name": "Background", "literal": "BG"}],
    "infoSources": [{"name": "Gazette Wire", "role": "publisher"}], "copyrightHolder": "Gazette Holding",
    "altIds": [{"role": "web", "value": "https://gazette.example/ferry?a=1"}, {"role": "short", "value": "https://gzt.example/ferry"}],
    "associations": [
        {"name": "portrait", "uri": "urn:p", "type": "picture", "renditions": [{"href": "https://pictures.example/p.jpg"}]},
        {"name": "a1", "rel": "mainPicture", "uri": "urn:m", "type": "picture", "by": "Li Wei", "altText": "A white ship",
            "descriptions": [{"role": "caption", "value": "The ship leaves the quay."}],
            "renditions": [
                {"name": "a", "href": "https://pictures.example/640.jpg", "contentType": "image/jpeg", "width": 640, "height": 360},
                {"name": "b", "href": "https://pictures.example/1280.webp", "contentType": "image/webp", "width": 1280, "height": 720},
                {"name": "c", "href": "https://pictures.example/1600.jpg", "contentType": "image/jpeg", "width": 1600, "height": 900}]},
        {"name": "more", "rel": "seeAlso", "uri": "urn:r", "type": "composite", "language": "fr", "firstCreated": "2024-02-27T08:00:00Z",
            "headlines": [{"value": "Who paid for the engine?"}],
            "renditions": [{"href": "https://gazette.example/engine", "contentType": "text/html"}]}]
}"#;

/// An item with a headline and these members.
fn item(members: &str) -> String {
    format!(r#"{{"uri": "urn:a", "headline": "H", {members}}}"#)
}

/// What becomes of these members; of the item's own words there is nothing in it.
#[cfg(test)]
#[track_caller]
fn becomes(members: &str) -> String {
    let json = article(&item(members)).to_json();
    let rest = json
        .strip_prefix(r#"{"id":"urn:a","headline":"H""#)
        .unwrap();
    rest.trim_start_matches(',')
        .strip_suffix('}')
        .unwrap()
        .to_owned()
}

/// Members, and what becomes of them.
#[track_caller]
fn become_what(cases: &str) {
    each(cases, becomes);
}

/// Members, and what is told of them; a bar stands between two lines.
#[track_caller]
fn tell_what(cases: &str) {
    each(cases, |members| {
        told(&reading(&item(members)).report).replace('\n', " | ")
    });
}

#[test]
fn all_versions_give_the_same_article() {
    let story = article(STORY);
    for (version, json) in [(1, VERSION_1), (2, VERSION_2), (3, VERSION_3)] {
        let read = reading(json);
        assert_eq!(told(&read.report), "", "{version}");
        assert_eq!(read.format, Some(Format::Ninjs), "{version}");
        assert_eq!(
            parsed(&read.articles[0].to_json()),
            parsed(STORY),
            "{version}"
        );
        assert_eq!(read.articles, slice::from_ref(&story), "{version}");
    }
}

#[test]
fn an_editor_is_told_where_each_field_came_from() {
    let read = reading(VERSION_2);
    let origin = |field: &str| {
        let provenance = &read.entries[0].provenance;
        let found = provenance.iter().find(|from| from.field == field).unwrap();
        format!("{} {}", found.path, found.done)
    };
    assert_eq!(origin("headline"), "$.headlines[1].value ");
    assert_eq!(
        origin("standfirst"),
        "$.headlines[0].value markup taken out"
    );
    assert_eq!(origin("url"), "$.renditions[0].href ");
    assert_eq!(origin("image.url"), "$.associations[1].renditions[2].href ");
    assert_eq!(origin("embargoedUntil"), "$.embargoed ");
}

#[test]
fn the_best_headline_is_taken() {
    let headline = |members: &str| {
        let json = format!(r#"{{"uri": "urn:a", "title": "T", {members}}}"#);
        article(&json).headline.to_string()
    };
    each(
        r#"
        "headline": "H", "headline_main": "M" => H
        "headline_short": "S", "headline_subhead": "B" => S
        "headline": " ", "headline_subhead": "B" => T
        "headlines": [{"role": "short", "value": "S"}, {"role": "main", "value": "M"}] => M
        "headlines": [{"role": "subhead", "value": "B"}, {"role": "short", "value": "S"}, {"value": "H"}] => H
        "headlines": [{"role": "subhead", "value": "B"}, {"role": "short", "value": "S"}] => S
        "headlines": [{"role": "main", "contentType": "text/html", "value": "<b>M</b>"}, {"role": "main", "value": "P"}] => P
        "headlines": [{"role": "main", "contentType": "application/xhtml+xml", "value": "A&amp;B <i>C</i>"}] => A&B C
        "headlines": [{"role": "main", "value": "A&amp;B <i>C</i>"}] => A&amp;B <i>C</i>
        "headlines": ["H"] => H
        "headlines": [] => T
        "headline": null => T
        "#,
        headline,
    );
}

#[test]
fn descriptions_are_shown_only_in_roles_that_are_for_readers() {
    become_what(
        r#"
        "description_text": "D" => "standfirst":"D"
        "description_xhtml": "<p>D &amp; E</p>", "description_summary": "S" => "standfirst":"S"
        "description_xhtml": "<p>D &amp; E</p>" => "standfirst":"D & E"
        "descriptions": [{"value": "D"}, {"role": "drol:Lead", "value": "L"}] => "standfirst":"L"
        "descriptions": [{"role": "writer", "value": "W"}, {"role": "note", "value": "N"}, {"role": "caption", "value": "C"}] =>
        "description_keypoints": ["A", "B"] => "bullets":["A","B"]
        "description_key_points_text": "• A. One • B" => "bullets":["A. One","B"]
        "description_key_points_text": "▪A. One ▪B" => "bullets":["A. One","B"]
        "#,
    );
}

#[test]
fn a_byline_is_split_only_where_it_is_certain() {
    become_what(
        r#"
        "language": "de", "by": "Von Ana Brandt und Tom Pascoe" => "byline":[{"name":"Ana Brandt"},{"name":"Tom Pascoe"}],"language":"de"
        "language": "tr", "by": "Yazan: Ana Brandt" => "byline":[{"name":"Ana Brandt"}],"language":"tr"
        "byline": "Ana Brandt, Gazette" => "byline":[{"name":"Ana Brandt, Gazette"}]
        "byline": " ", "by": "Ana Brandt" => "byline":[{"name":"Ana Brandt"}]
        "#,
    );
}

#[test]
fn a_later_version_is_an_update() {
    let [first, hour, day] = [
        "2024-04-03T10:00:00Z",
        "2024-04-03T11:00:00Z",
        "2024-04-04T01:00:00Z",
    ];
    let dates = |created: &str, changed: &str, version: &str| {
        becomes(&format!(
            r#""firstcreated": "{created}", "versioncreated": "{changed}", "version": {version}"#
        ))
    };
    let published = format!(r#""published":"{first}""#);
    let updated = |at: &str| format!(r#""published":"{first}","updated":"{at}""#);
    assert_eq!(dates(first, hour, "\"2\""), updated(hour));
    assert_eq!(dates(first, hour, "2"), updated(hour));
    assert_eq!(dates(first, first, "\"2\""), published);
    assert_eq!(dates(first, day, "\"1\""), published);
    assert_eq!(dates(first, day, "\"0\""), published);
    // Without a number it may be no more than the way through the newsroom.
    assert_eq!(dates(first, hour, "null"), published);
    assert_eq!(dates(first, day, "null"), updated(day));
    assert_eq!(dates(first, day, "\"draft b\""), updated(day));
    assert_eq!(dates("", hour, "\"1\""), format!(r#""published":"{hour}""#));
    assert_eq!(dates("", hour, "null"), format!(r#""published":"{hour}""#));
    assert_eq!(dates("", hour, "\"2\""), format!(r#""updated":"{hour}""#));
}

#[test]
fn an_address_is_one_only_where_that_is_said() {
    become_what(
        r#"
        "url": "https://a.example/u", "version": "1", "pubstatus": "usable" => "url":"https://a.example/u"
        "altids": {"canonicalURL": "https://a.example/c", "id": "https://a.example/i"} => "url":"https://a.example/c"
        "altids": [{"role": "id", "value": "https://a.example/i"}] =>
        "altIds": [{"role": "web-url", "value": "https://a.example/w"}] => "url":"https://a.example/w"
        "renditions": {"page": {"href": "https://a.example/p", "mimetype": "text/html"}} => "url":"https://a.example/p"
        "renditions": {"feed": {"href": "https://a.example/f", "mimetype": "text/xml"}} =>
        "#,
    );
    let linked = article(r#"{"uri": "https://a.example/item", "headline": "H"}"#);
    assert_eq!(linked.url, None);
}

#[test]
fn a_picture_may_be_what_the_item_is() {
    let own = |lines: &str| {
        let json = becomes(&format!(
            r#""type": "picture", {lines}, "renditions": [{{"href": "https://a.example/p.jpg"}}]"#
        ));
        json.replace(r#""image":{"url":"https://a.example/p.jpg","#, "")
    };
    each(
        r#"
        "description_text": "A pier. (Gazette/File)" => "caption":"A pier.","credit":"Gazette/File"}
        "description_text": "A < B &amp; C", "copyrightnotice": "© G" => "caption":"A \u003c B &amp; C","credit":"© G"}
        "description_xhtml": "<p>A pier. (Gazette)</p>" => "caption":"A pier.","credit":"Gazette"}
        "descriptions": [{"role": "creditline", "value": "GAZETTE"}, {"role": "caption", "value": "A pier. (Li Wei)"}] => "caption":"A pier. (Li Wei)","credit":"GAZETTE"}
        "description_summary": "S", "description_text": "C", "by": "Li Wei" => "caption":"C","credit":"Li Wei"},"byline":[{"name":"Li Wei"}]
        "#,
        |lines| own(lines).replace(r#""standfirst":"S","#, ""),
    );
}

#[test]
fn the_renditions_of_a_picture_become_its_widths() {
    let image = |renditions: &str| {
        let associations =
            format!(r#""associations": [{{"type": "picture", "renditions": [{renditions}]}}]"#);
        let image = parsed(&article(&item(&associations)).to_json())["image"].take();
        let name = |url: &Value| url.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let sources = image["sources"].as_array().cloned().unwrap_or_default();
        let sources: Vec<String> = sources.iter().map(|source| name(&source["url"])).collect();
        format!("{} {}", name(&image["url"]), sources.join(" "))
            .trim_end()
            .to_owned()
    };
    let rendition = |part: &str| {
        let mut parts = part.split(' ');
        let mut next = || parts.next().unwrap_or_default();
        let (name, width, height, kind) = (next(), next(), next(), next());
        let mut made = json!({"name": name, "href": format!("https://a.example/{name}")});
        if let (Ok(width), Ok(height)) = (width.parse::<u32>(), height.parse::<u32>()) {
            made["width"] = json!(width);
            made["height"] = json!(height.to_string());
        }
        if !kind.is_empty() {
            made["contentType"] = json!(kind);
        }
        made.to_string()
    };
    each(
        "
        a 320 180|b 1280 720|c 640 360 => b a c
        a 320 180|print 6000 3375|b 1280 720 => b a
        a 320 180|print 6000 3375 => print a
        a 300 300|b 1280 720 => b
        a 320 181|b 1280 720 => b a
        thumb 320 180|b 640 360|watermark 1280 720 => b
        thumb 320 180|watermark 1280 720 => watermark thumb
        b 1280 720|b2 1280 720|a 320 180|a2 320 180 => b a
        none - -|a 320 180 => none
        none - -|a 1280 720 => a
        none - -|none2 - - => none
        clip 1280 720 video/mp4|a 320 180 IMAGE/JPG => a
        ",
        |renditions| {
            let made: Vec<String> = renditions.split('|').map(rendition).collect();
            image(&made.join(","))
        },
    );
}

#[test]
fn what_may_not_be_shown_is_no_part_of_what_may() {
    let picture =
        r#"{"type": "picture", "renditions": [{"href": "https://a.example/second.jpg"}]}"#;
    for (own, told_of_it) in [
        (
            r#""pubStatus": "withheld""#,
            "withheld $.associations[0].pubStatus it is withheld or cancelled, and left out",
        ),
        (
            r#""pubstatus": "lost""#,
            "bad-value $.associations[0].pubstatus “lost” is none of usable withheld canceled",
        ),
        (
            r#""embargoed": "2024-04-03T10:00:01Z""#,
            "withheld $.associations[0].embargoed its own embargo or term is stricter than that of the item, so it is left out",
        ),
        (
            r#""expires": "2024-05-01""#,
            "withheld $.associations[0].expires its own embargo or term is stricter than that of the item, so it is left out",
        ),
        (
            r#""expires": "soon""#,
            "bad-date $.associations[0].expires “soon” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z",
        ),
    ] {
        let json = |kind: &str| {
            item(&format!(
                r#""embargoed": "2024-04-03T10:00:00Z", "expires": "2024-06-01", "associations": [{{"type": "{kind}", {own},
                "headline": "R", "renditions": [{{"href": "https://a.example/first.jpg"}}]}}, {picture}]"#
            ))
        };
        for kind in ["picture", "text"] {
            let (article, told) = repaired(&json(kind));
            assert_eq!(told, format!("warning {told_of_it}"), "{kind}");
            assert_eq!(article.related, [], "{own}");
            assert_eq!(
                article.image.unwrap().url.unwrap().as_str(),
                "https://a.example/second.jpg",
                "{own}"
            );
        }
    }
    let covered = r#""embargoed": "2024-04-03T10:00:00Z", "expires": "2024-06-01",
        "associations": {
            "a": {"type": "text", "headline": "R", "embargoed": "2024-04-03T09:00:00Z", "expires": "2024-06-02"},
            "b": {"type": "text", "headline": "R", "embargoed": "2024-04-03T11:00:00+01:00", "expires": "2024-06-01"}}"#;
    assert_eq!(article(&item(covered)).related.len(), 2);
    // At noon in London the third of April has begun everywhere, but not the evening.
    let evening = r#""embargoed": "2024-04-03",
        "associations": {"a": {"type": "text", "headline": "R", "embargoed": "2024-04-03T22:00:00Z"}}"#;
    assert_eq!(repaired(&item(evening)).0.related, []);
}

#[test]
fn what_cannot_be_used_is_told_with_its_path() {
    tell_what(
        r#"
        "language": "the german" => warning bad-lang $.language “the german” is not a language tag, such as en or pt-BR
        "located": ["A"], "by": 7 => warning wrong-type $.located expected text, found a list | warning wrong-type $.by expected text, found a number
        "description_text": {"a": 1} => warning wrong-type $.description_text expected text, found an object
        "type": "picture", "by": 7, "renditions": [{"href": "https://a.example/"}] => warning wrong-type $.by expected text, found a number
        "description_text": 7 => warning wrong-type $.description_text expected text, found a number
        "headlines": [{"role": "main", "value": false}] => warning wrong-type $.headlines[0].value expected text, found true or false
        "firstcreated": "01/02/2024" => warning bad-date $.firstcreated “01/02/2024” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z
        "firstcreated": "2024-04-03", "versioncreated": "2024-04-02", "version": "2" => warning date-order $.versioncreated the update lies before the publication and is not shown
        "altids": {"url": "urn:b"} => warning blocked-url $.altids.url “urn:b” is not an http or https address
        "altids": "urn:b" => warning wrong-type $.altids expected a list, found text
        "copyrightholder": "A\u0000B" => warning bad-text $.copyrightholder control or direction characters were left out
        "associations": {"a": {"type": "text"}} => warning missing-field $.associations.a without a headline this story is left out
        "associations": [{"type": "picture", "renditions": [{"href": "javascript:1"}]}] => warning blocked-url $.associations[0].renditions[0].href “javascript:1” is not an http or https address | warning missing-field $.associations[0] no rendition of this picture can be shown, so it is left out
        "type": "picture", "renditions": {"a": {"href": "https://a.example/", "width": 65536}} => warning bad-value $.renditions.a.width expected a number of pixels from 1 to 65535
        "type": "picture", "renditions": ["https://a.example/"] => warning wrong-type $.renditions[0] expected an object, found text
        "#,
    );
}

#[test]
fn what_may_not_be_shown_for_certain_is_refused() {
    for (members, refusal) in [
        (
            r#""embargoed": "Monday""#,
            "bad-date $.embargoed “Monday” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z",
        ),
        (
            r#""embargoedUntil": true"#,
            "wrong-type $.embargoedUntil expected a date, found true or false",
        ),
        (
            r#""expires": "2024-02-30""#,
            "bad-date $.expires “2024-02-30” names a day that does not exist",
        ),
        (
            r#""pubstatus": "replaced""#,
            "bad-value $.pubstatus “replaced” is none of usable withheld canceled",
        ),
        (
            r#""pubStatus": ["usable"]"#,
            "wrong-type $.pubStatus expected text, found a list",
        ),
    ] {
        assert_eq!(
            article_err(&item(members)),
            format!("error {refusal}"),
            "{members}"
        );
    }
    become_what(
        r#"
        "embargoed": "", "expires": null, "pubstatus": "" =>
        "pubstatus": "http://cv.iptc.example/pubstatus/Usable" =>
        "embargoed": "2024-04-03T10:00:00Z", "embargoedUntil": "2024-04-03T09:00:00Z" => "embargoedUntil":"2024-04-03T10:00:00Z"
        "pubStatus": "canceled", "pubstatus": "usable" => "status":"withdrawn"
        "pubStatus": "stat:cancelled" => "status":"withdrawn"
        "#,
    );
}

#[test]
fn an_item_without_a_headline_gives_no_article() {
    each(
        r#"
        {"uri": "urn:a"} => error missing-field $.headline an article needs a headline
        {"uri": "urn:a", "type": "picture", "headlines": [{"role": "main", "value": " "}]} => error missing-field $.headlines an article needs a headline
        {"uri": "urn:a", "type": "planning"} => error no-article $.type this is ninjs of the type “planning”, but no article in it
        {"uri": "urn:a", "embargoed": "Monday"} => warning bad-date $.embargoed “…” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z | error missing-field $.headline an article needs a headline
        "#,
        |json| article_err(json).replace('\n', " | "),
    );
    assert_eq!(
        article(r#"{"uri": "urn:a", "type": "event", "title": "T"}"#).headline,
        "T".into()
    );
    let withdrawn = article(r#"{"uri": "urn:a", "pubstatus": "canceled"}"#);
    assert_eq!(withdrawn.status, Some(Status::Withdrawn));
}

#[test]
fn what_is_related_is_a_story() {
    become_what(
        r#"
        "associations": {"a": {"type": "text", "headline": "R", "title": "T"}} => "related":[{"headline":"R"}]
        "associations": [{"rel": "https://cv.example/rel/Related", "title": "T"}] => "related":[{"headline":"T"}]
        "associations": [{"type": "event", "rel": "related", "headline": "R"}, {"type": "composite", "headline": "R"}] =>
        "#,
    );
}

#[test]
fn every_item_of_a_collection_is_an_article() {
    let read = reading(
        r#"[{"uri": "urn:a", "headline": "A"}, {"uri": "urn:b"}, 7, null, {"uri": "urn:c", "title": "C"}]"#,
    );
    let headlines: Vec<&str> = read
        .articles
        .iter()
        .map(|article| &*article.headline)
        .collect();
    assert_eq!(headlines, ["A", "C"]);
    let articles: Vec<Option<usize>> = read.entries.iter().map(|entry| entry.article).collect();
    assert_eq!(articles, [Some(0), None, None, Some(1)]);
    assert_eq!(
        told(&read.report),
        "error missing-field $[1].headline an article needs a headline\n\
         error wrong-type $[2] an item is an object, this is a number"
    );
}

/// The three versions with another value of some members.
#[cfg(test)]
fn versions_with(changes: &[(&str, &str, Value)]) -> Vec<String> {
    let versions = [VERSION_1, VERSION_2, VERSION_3].into_iter().enumerate();
    let changed = versions.map(|(index, json)| {
        let mut value = parsed(json);
        for (small, camel, new) in changes {
            value[if index == 2 { camel } else { small }] = new.clone();
        }
        value.to_string()
    });
    changed.collect()
}

#[test]
fn a_withheld_or_cancelled_item_is_withdrawn() {
    for status in ["withheld", "canceled", "cancelled", "Canceled"] {
        for json in versions_with(&[("pubstatus", "pubStatus", json!(status))]) {
            let withdrawn = Article {
                status: Some(Status::Withdrawn),
                ..article(STORY)
            };
            assert_eq!(article(&json), withdrawn, "{status}");
        }
    }
}

mod cards {
    use super::cards_of::card;
    use super::*;
    use article_card::Options;
    use article_card::card::Face;

    /// Every text of the story but its identifier, which a card never shows.
    fn words() -> Vec<String> {
        let story = parsed(STORY);
        let texts = pointers(&story)
            .into_iter()
            .filter(|pointer| pointer != "/id" && pointer != "/language");
        let texts =
            texts.filter_map(|pointer| story.pointer(&pointer)?.as_str().map(str::to_owned));
        texts.filter(|text| !text.starts_with("20")).collect()
    }

    #[track_caller]
    fn shows(json: &str, now: &str) -> (Face, bool) {
        let card = card(json, &Options::default(), now);
        let drawn = format!("{card:?}");
        let shown = words()
            .iter()
            .filter(|word| drawn.contains(&**word))
            .count();
        assert!(
            shown == 0 || shown > words().len() / 2,
            "{shown} of {} words: {drawn}",
            words().len()
        );
        (card.face, shown > 0)
    }

    #[test]
    fn of_what_is_withdrawn_not_a_word_is_shown() {
        let now = "2024-04-03T11:00:00Z";
        for json in versions_with(&[]) {
            assert!(shows(&json, now).1);
        }
        for status in ["withheld", "canceled"] {
            for json in versions_with(&[("pubstatus", "pubStatus", json!(status))]) {
                let (face, is_shown) = shows(&json, now);
                assert!(matches!(face, Face::Withdrawn(_)) && !is_shown, "{face:?}");
            }
        }
    }

    #[test]
    fn before_the_embargo_ends_and_after_the_term_nothing_is_shown() {
        for json in versions_with(&[]) {
            assert_eq!(shows(&json, "2024-04-03T08:59:59Z"), (Face::Nothing, false));
            assert!(shows(&json, "2024-04-03T09:00:00Z").1);
            assert_eq!(shows(&json, "2034-01-01T00:00:00Z"), (Face::Nothing, false));
        }
    }
}

#[test]
fn sides_of_pictures_are_read_as_in_every_format() {
    become_what(
        r#"
        "type": "picture", "renditions": {"a": {"href": "https://a.example/", "width": "640px", "height": 360.5}} => "image":{"url":"https://a.example/","width":640,"height":360}
        "type": "picture", "renditions": {"a": {"href": "https://a.example/", "width": 0, "height": "auto"}} => "image":{"url":"https://a.example/"}
        "#,
    );
}

#[test]
fn what_nobody_has_filled_in_is_told_and_is_no_value() {
    let item = r#"{"uri": "urn:x:1", "headline": "[object Object]", "title": "Lights out", "byline": "By undefined",
        "located": "${city}", "copyrightholder": "null", "firstcreated": "1970-01-01T00:00:00Z"}"#;
    let reading = read(item.as_bytes(), &ReadOptions::default());
    assert_eq!(
        reading.articles[0].to_json(),
        r#"{"id":"urn:x:1","headline":"Lights out"}"#
    );
    let told = reading.report.diagnostics.iter();
    let mut paths: Vec<String> = told.map(|told| told.path.to_string()).collect();
    paths.sort_unstable();
    let expected = "$.byline $.copyrightholder $.firstcreated $.headline $.located";
    assert_eq!(paths.join(" "), expected);
}

#[test]
fn names_apart_by_semicolons_are_several_and_a_publisher_is_not_the_headline() {
    let item = r#"{"uri": "urn:x:1", "headline": "Lights out", "byline": "By Ana Brandt; Tom Pascoe and Li Wei",
        "infosource": [{"name": "LIGHTS OUT"}], "copyrightholder": "Gazette Holding"}"#;
    let reading = read(item.as_bytes(), &ReadOptions::default());
    assert_eq!(
        reading.articles[0].to_json(),
        r#"{"id":"urn:x:1","headline":"Lights out","byline":[{"name":"Ana Brandt"},{"name":"Tom Pascoe"},{"name":"Li Wei"}],"publisher":{"name":"Gazette Holding"}}"#
    );
    assert_eq!(
        told(&reading.report),
        "warning bad-value $.infosource[0].name this is the headline, and no publisher's name"
    );
}

/// What the card has of an item with these members, beside its headline, and what is told.
fn card_of(members: &str) -> (Value, String) {
    let json = format!(r#"{{"uri": "urn:x", "headline": "H", {members}}}"#);
    let reading = read(json.as_bytes(), &ReadOptions::default());
    assert_eq!(reading.format, Some(Format::Ninjs), "{json}");
    let articles = reading.articles.iter().map(Article::to_json);
    (
        parsed(&articles.collect::<String>()),
        told(&reading.report).trim_end().to_owned(),
    )
}

#[test]
fn how_an_item_came_to_be_is_of_its_text_or_of_the_picture_that_it_is() {
    let term = r#""digitalSourceType": {"name": "AI", "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}"#;
    let made = json!("trainedAlgorithmicMedia");
    let (card, told) = card_of(&format!(r#""type": "text", {term}"#));
    assert_eq!((&card["origin"], &*told), (&made, ""));
    let picture =
        r#""renditions": [{"href": "https://h.example/p.jpg", "contentType": "image/jpeg"}]"#;
    for kind in ["picture", "graphic"] {
        let (card, told) = card_of(&format!(r#""type": "{kind}", {picture}, {term}"#));
        assert_eq!((&card["image"]["origin"], &*told), (&made, ""), "{kind}");
        assert_eq!(card.get("origin"), None, "{kind}");
    }
    let associated = format!(r#""associations": [{{"type": "picture", {picture}, {term}}}]"#);
    let (card, _) = card_of(&associated);
    assert_eq!(
        (card.get("origin"), &card["image"]["origin"]),
        (None, &made)
    );

    let (card, told) = card_of(r#""digitalsourcetype": {"literal": "humanEdits"}"#);
    assert_eq!((&card["origin"], &*told), (&json!("humanEdits"), ""));
    let (card, told) = card_of(r#""digitalsourcetype": {"uri": "urn:robot"}"#);
    let message =
        "warning bad-value $.digitalsourcetype.uri “urn:robot” is no digital source type of IPTC's";
    assert_eq!((card.get("origin"), &*told), (None, message));
}

#[test]
fn an_item_that_is_a_video_or_a_recording_says_how_long_it_is() {
    let unlikely = "warning bad-value $.renditions[0].duration expected a length in seconds, and this is no likely one";
    for (members, media, message) in [
        (
            r#""type": "video", "renditions": [{"href": "https://h.example/v.mp4", "contentType": "video/mp4", "duration": 200.7}]"#,
            json!({"kind": "video", "duration": "PT3M20S"}),
            "",
        ),
        (
            r#""type": "audio", "renditions": [{"contenttype": "text/xml"}, {"contenttype": "audio/mpeg", "duration": 61, "sizeinbytes": 976000}]"#,
            json!({"kind": "audio", "duration": "PT1M1S"}),
            "",
        ),
        (
            r#""type": "nat:video", "renditions": {"web": {"mimetype": "video/mp4", "duration": 0}}"#,
            json!({"kind": "video"}),
            "",
        ),
        (r#""type": "audio""#, json!({"kind": "audio"}), ""),
        // Both are milliseconds.
        (
            r#""type": "audio", "renditions": [{"contenttype": "audio/mpeg", "duration": 7900, "sizeinbytes": 190000}]"#,
            json!({"kind": "audio"}),
            unlikely,
        ),
        (
            r#""type": "video", "renditions": [{"contenttype": "video/mp4", "duration": 29000}]"#,
            json!({"kind": "video"}),
            unlikely,
        ),
        (
            r#""type": "video", "renditions": [{"contenttype": "video/mp4", "duration": "3:20"}]"#,
            json!({"kind": "video"}),
            unlikely,
        ),
        (
            r#""type": "text", "renditions": [{"contenttype": "video/mp4", "duration": 200}]"#,
            Value::Null,
            "",
        ),
        (r#""type": "picture""#, Value::Null, ""),
    ] {
        let (card, told) = card_of(members);
        assert_eq!(
            card.get("media").unwrap_or(&Value::Null),
            &media,
            "{members}"
        );
        assert_eq!(told, message, "{members}");
    }
    let json = r#"{"uri": "urn:x", "headline": "H", "type": "video", "renditions": [{"duration": 9}], "digitalSourceType": {"literal": "print"}}"#;
    let checked = CheckedArticle::all(read(json.as_bytes(), &ReadOptions::default()), 0).remove(0);
    let rows = checked.rows();
    for (field, path) in [
        ("media.kind", "$.type"),
        ("media.duration", "$.renditions[0].duration"),
        ("origin", "$.digitalSourceType.literal"),
    ] {
        let row = rows.iter().find(|row| row.field == field).unwrap();
        assert_eq!(row.from, path, "{field}");
    }
}
