//! What the card's own JSON is read as, and every sentence that an editor gets about it.

#[cfg(test)]
mod util;

use article_card::{ReadOptions, Reading, read};
use serde_json::{Value, json};
use util::*;

/// What is told where a field is absent without which its object says nothing.
fn needed(pointer: &str) -> Option<&'static str> {
    Some(match pointer {
        "/image/url" => "without an address the picture is not shown",
        "/image/sources/0/url" | "/image/sources/1/url" => {
            "without an address this source is left out"
        }
        "/image/sources/0/width" | "/image/sources/1/width" => {
            "without a width a browser cannot choose this source"
        }
        "/byline/0/name"
        | "/byline/1/name"
        | "/publisher/name"
        | "/sponsor/name"
        | "/correction/text"
        | "/media/kind"
        | "/related/0/headline"
        | "/related/1/headline" => "without this field its object is left out",
        _ => return None,
    })
}

/// What goes with such a field: its object, but of a picture with a caption or credit only the address.
fn left_out(pointer: &str) -> &str {
    match pointer {
        "/image/url" => pointer,
        _ => pointer.rsplit_once('/').map_or("", |(object, _)| object),
    }
}

#[test]
fn a_headline_is_enough() {
    let article = article(r#"{"headline": " Sundays\n at the  library "}"#);
    assert_eq!(
        article.to_json(),
        r#"{"headline":"Sundays at the library"}"#
    );
}

#[test]
fn every_field_is_read_and_written_as_it_was() {
    let whole = article(EVERYTHING);
    assert_eq!(parsed(&whole.to_json()), parsed(EVERYTHING));
    assert_eq!(article(&whole.to_json()), whole);
}

#[test]
fn what_is_written_may_stand_in_a_page() {
    let (harmful, _) = repaired(r#"{"headline": "</script><!--<script> \"\\ é 🚀 سلام"}"#);
    let expected = r#"{"headline":"\u003c/script>\u003c!--\u003cscript> \"\\ é 🚀 سلام"}"#;
    assert_eq!(harmful.to_json(), expected);
    assert_eq!(article(&harmful.to_json()), harmful);
}

#[test]
fn every_article_of_the_preview_says_what_is_written() {
    let fixtures = fixtures(at("2026-03-14T12:00:00Z"));
    assert!(fixtures.len() > 20, "{}", fixtures.len());
    for (name, json) in fixtures {
        if name == "cut-in-half" {
            let cut = "error json-syntax $ a text holds a line break or other control character; write it as \\n or \\u (4:58)";
            assert_eq!(article_err(&json), cut);
        } else {
            assert_eq!(parsed(&article(&json).to_json()), parsed(&json), "{name}");
        }
    }
}

#[test]
fn a_field_of_a_wrong_type_is_left_out_alone() {
    let whole = parsed(EVERYTHING);
    for pointer in pointers(&whole) {
        let name = pointer.rsplit('/').next().unwrap();
        let (kind, wrong) = match whole.pointer(&pointer).unwrap() {
            Value::Number(_) => ("a number, found text", json!("12")),
            Value::Array(_) => ("a list, found true or false", json!(true)),
            Value::Object(_) => ("an object, found a list", json!([])),
            _ => ("text, found a number", json!(12)),
        };
        let code = match name {
            _ if pointer.starts_with("/labels/") => "wrong-type",
            "published" | "updated" | "date" | "embargoedUntil" | "expires" => "bad-date",
            _ => "wrong-type",
        };
        let path = path(&pointer);
        let broken = with(&whole, &pointer, wrong);
        let expected = format!("{code} {path} expected {kind}");
        let vital = ["/headline", "/embargoedUntil", "/expires", "/status"];
        if vital.contains(&&*pointer) {
            assert_eq!(article_err(&broken), format!("error {expected}"));
            continue;
        }
        let (rest, told) = repaired(&broken);
        if let Some(reason) = needed(&pointer) {
            assert_eq!(
                told,
                format!("warning {expected}\nwarning missing-field {path} {reason}")
            );
            assert_eq!(parsed(&rest.to_json()), without(&whole, left_out(&pointer)));
        } else {
            assert_eq!(told, format!("warning {expected}"));
            assert_eq!(parsed(&rest.to_json()), without(&whole, &pointer));
        }
    }
}

#[test]
fn null_and_empty_say_nothing() {
    let whole = parsed(EVERYTHING);
    for pointer in pointers(&whole) {
        let empty = match whole.pointer(&pointer).unwrap() {
            Value::String(_) => json!(" "),
            Value::Array(_) => json!([]),
            _ => Value::Null,
        };
        for nothing in [Value::Null, empty] {
            let json = with(&whole, &pointer, nothing);
            let path = path(&pointer);
            if pointer == "/headline" {
                let refusal = "error missing-field $.headline an article needs a headline";
                assert_eq!(article_err(&json), refusal);
            } else if let Some(reason) = needed(&pointer) {
                let (rest, told) = repaired(&json);
                assert_eq!(told, format!("warning missing-field {path} {reason}"));
                assert_eq!(parsed(&rest.to_json()), without(&whole, left_out(&pointer)));
            } else {
                let rest = article(&json);
                assert_eq!(parsed(&rest.to_json()), without(&whole, &pointer));
            }
        }
    }
}

#[test]
fn a_picture_without_an_address_keeps_its_lines() {
    for (image, kept) in [
        (
            r#"{"caption": "A pier.", "alt": "Wood", "width": 640}"#,
            true,
        ),
        (r#"{"credit": "Ines Calloway"}"#, true),
        (r#"{"alt": "Wood", "width": 640}"#, false),
        ("{}", false),
    ] {
        let json = format!(r#"{{"headline": "H", "image": {image}}}"#);
        let (article, told) = repaired(&json);
        let missing =
            "warning missing-field $.image.url without an address the picture is not shown";
        assert_eq!(told, missing, "{image}");
        let expected = if kept { parsed(image) } else { Value::Null };
        assert_eq!(parsed(&article.to_json())["image"], expected);
    }
}

#[test]
fn an_article_without_a_headline_is_refused() {
    let missing = "error missing-field $.headline an article needs a headline";
    for json in [
        "{}",
        r#"{"headline": ""}"#,
        r#"{"headline": "\u00a0 \u0007"}"#,
    ] {
        assert_eq!(article_err(json).lines().last(), Some(missing), "{json}");
    }
    let invisible = r#"{"headline": "\u200b\u200d\u2060"}"#;
    assert_eq!(
        article_err(invisible).lines().last(),
        Some(missing),
        "nothing of it can be seen"
    );
}

#[test]
fn a_withdrawn_article_needs_no_headline() {
    for headline in ["", r#""headline": "","#, r#""headline": null,"#] {
        let withdrawn = article(&format!(
            r#"{{{headline} "id": "1", "status": "withdrawn"}}"#
        ));
        assert_eq!(
            withdrawn.to_json(),
            r#"{"id":"1","headline":"","status":"withdrawn"}"#
        );
        assert_eq!(article(&withdrawn.to_json()), withdrawn);
    }
    let json = r#"{"headline": "", "status": "live"}"#;
    assert!(article_err(json).contains("missing-field $.headline"));
}

#[test]
fn a_notice_says_no_word_of_the_article() {
    let notice = article(EVERYTHING).notice();
    assert_eq!(
        notice.to_json(),
        r#"{"id":"urn:newsml:herald.example:20240403:wind","headline":"","language":"en-GB","status":"withdrawn"}"#
    );
}

#[test]
fn what_is_no_object_is_no_article() {
    for (json, kind) in [
        ("null", "null"),
        ("true", "true or false"),
        ("-1.5e3", "a number"),
        (r#""A headline""#, "text"),
        (r#"[{"headline": "H"}]"#, "a list"),
    ] {
        let refusal = format!("error wrong-type $ an article is an object, this is {kind}");
        assert_eq!(article_err(json), refusal);
    }
}

#[test]
fn everything_is_told_at_once() {
    let json = r#"{"url": "javascript:alert(1)", "headline": 7, "expires": "soon"}"#;
    assert_eq!(
        article_err(json),
        "error wrong-type $.headline expected text, found a number\n\
         warning blocked-url $.url “…” is not an http or https address\n\
         error bad-date $.expires “soon” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z"
    );
}

#[test]
fn unknown_fields_are_told_with_the_nearest_name() {
    tells(
        r#"
        "standFirst": "S" => warning unknown-field $.standFirst a card has no such field; did you mean standfirst?
        "__proto__": {"x": 1} => warning unknown-field $.__proto__ a card has no such field
        "": 1 => warning unknown-field $. a card has no such field
        "follow": {"lable": "F"} => warning unknown-field $.follow.lable a card has no such field; did you mean label?
        "byline": [{"name": "N", "x": 1}] => warning unknown-field $.byline[0].x a card has no such field
        "labels": {"update": "U"} => warning unknown-field $.labels.update a card has no such field; did you mean updated?
    "#,
    );
    let unasked = read(
        br#"{"headline": "H", "standFirst": "S"}"#,
        &ReadOptions::default(),
    );
    assert_eq!(told(&unasked.report), "");
    gives(r#""$schema": 7, "kicker": "K" => "kicker":"K""#);
}

#[test]
fn an_unknown_name_cannot_act_on_a_terminal() {
    let told = told_of(&format!(r#""\u001b[31m\u202e{}": 1"#, "x".repeat(1000)));
    assert!(
        !told.contains(['\u{1b}', '\u{202e}']),
        "{}",
        told.escape_debug()
    );
    assert!(told.len() < 300, "{} bytes", told.len());
}

#[test]
fn of_a_field_that_stands_twice_the_last_counts() {
    let json = r#"{"headline": "One", "headline": 2, "headline": "Three", "url": "https://a.example/", "url": null}"#;
    let (article, told) = repaired(json);
    assert_eq!(article.to_json(), r#"{"headline":"Three"}"#);
    let twice = ["headline", "url"].map(|name| {
        format!(
            "warning duplicate-field $.{name} the field stands more than once; the last one counts"
        )
    });
    assert_eq!(told, twice.join("\n"));
}

#[test]
fn addresses_are_absolute_and_of_the_web() {
    gives(
        r#"
        "url": " HTTPS://NEWS.example:443/a b?q=<x>\n" => "url":"https://news.example/a%20b?q=%3Cx%3E"
        "shortUrl": "http://bücher.example/\u202e" => "shortUrl":"http://xn--bcher-kva.example/%E2%80%AE"
        "url": "https:\\\\a.example/x\" onload=\"" => "url":"https://a.example/x%22%20onload=%22"
    "#,
    );
    tells(
        r#"
        "url": "java\tscript:alert(1)" => warning blocked-url $.url “java�script:alert(1)” is not an http or https address
        "url": "data:text/html,x" => warning blocked-url $.url “data:text/html,x” is not an http or https address
        "shortUrl": "/story" => warning bad-url $.shortUrl “/story” is not an absolute http or https address
        "url": "//a.example/" => warning bad-url $.url “//a.example/” is not an absolute http or https address
        "follow": {"url": "{{url}}"} => warning bad-url $.follow.url “{{url}}” is not an absolute http or https address
        "image": {"url": "x.jpg"} => warning bad-url $.image.url “x.jpg” is not an absolute http or https address | warning missing-field $.image.url without an address the picture is not shown
    "#,
    );
}

/// The address as it is read, and what is told.
#[track_caller]
fn link(raw: &str) -> (String, String) {
    let (article, told) = repaired(&json!({"headline": "H", "url": raw}).to_string());
    let link = article.url.as_ref().map_or("", |url| url.as_str());
    (link.to_owned(), told)
}

#[test]
fn an_address_says_no_password() {
    let told = "warning bad-url $.url the user name or password in the address was left out";
    for raw in [
        "https://a@evil.example/",
        "https://:b@evil.example/",
        "https://a:b@evil.example",
    ] {
        assert_eq!(
            link(raw),
            ("https://evil.example/".into(), told.into()),
            "{raw}"
        );
    }
}

#[test]
fn an_address_has_8_kib_and_no_more() {
    let longest = format!("https://a.example/{}", "x".repeat(8 * 1024 - 18));
    assert_eq!(link(&longest), (longest.clone(), String::new()));
    let shown = format!("https://a.example/{}", "x".repeat(42));
    let told = format!("warning bad-url $.url “{shown}…” is longer than 8 KiB");
    assert_eq!(link(&format!("{longest}x")), (String::new(), told));
}

#[test]
fn an_address_that_grows_when_written_out_is_read_again() {
    let (written, _) = link(&format!("https://a.example/{}", "ش".repeat(4000)));
    assert_eq!(link(&written), (written, String::new()));
}

#[test]
fn text_keeps_nothing_that_cannot_be_seen_and_does_harm() {
    let told = ["headline", "bullets[0]"].map(|name| {
        format!("warning bad-text $.{name} control or direction characters were left out")
    });
    let json = r#"{"headline": "a\u0000\u001b[1m\u0085\ufeff b\u202egpj\u202c", "bullets": ["\u2067open", "«\u00a0\u2067سلام\u2069\u00a0» می‌\u200d\u00ad"]}"#;
    let (article, words) = repaired(json);
    assert_eq!((&*article.headline, words), ("a[1m bgpj", told.join("\n")));
    assert_eq!(&*article.bullets[0], "open");
    assert_eq!(
        &*article.bullets[1],
        "«\u{a0}\u{2067}سلام\u{2069}\u{a0}» می\u{200c}\u{200d}\u{ad}"
    );
}

#[test]
fn texts_are_composed_and_nothing_is_told_of_it() {
    let decomposed = r#"{"headline": "Cafe\u0301 opens", "bullets": ["\u1112\u1161\u11ab", "Na\u00efve"],
        "image": {"url": "https://a.example/", "caption": "A\u030angstro\u0308m"},
        "labels": {"separator": " e\u0301 ", "by": "Re\u0301dige\u0301 par {names}"}}"#;
    let composed = r#"{"headline":"Café opens","bullets":["한","Naïve"],"image":{"url":"https://a.example/","caption":"Ångström"},"labels":{"by":"Rédigé par {names}","separator":" é "}}"#;
    assert_eq!(article(decomposed).to_json(), composed);
    assert_eq!(article(composed), article(decomposed));
    // Where decomposed it would be too long.
    let long = json!({"headline": "e\u{301}".repeat(300)}).to_string();
    assert_eq!(*article(&long).headline, "é".repeat(300));
}

#[test]
fn dates_are_days_or_instants() {
    gives(
        r#"
        "published": " 2024-04-03 " => "published":"2024-04-03"
        "published": "2024-04-03t10:00:00.250z" => "published":"2024-04-03T10:00:00.250Z"
        "updated": "2024-04-03 10:00:00-05:30" => "updated":"2024-04-03T10:00:00-05:30"
        "updated": "2024-04-03T23:59" => "updated":"2024-04-03T23:59"
        "published": "2024-04-03", "updated": "2024-04-03T00:00:00Z" => "published":"2024-04-03","updated":"2024-04-03T00:00:00Z"
    "#,
    );
    tells(
        r#"
        "published": "3 April 2024" => warning bad-date $.published “3 April 2024” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z
        "updated": "2024-02-31" => warning bad-date $.updated “2024-02-31” names a day that does not exist
        "updated": "2024-04-03T25:00:00Z" => warning bad-date $.updated “2024-04-03T25:00:00Z” names a time that does not exist
        "published": "0001-01-01" => warning bad-date $.published “0001-01-01” is outside the years 1600 to 2200
        "published": 1712134800 => warning bad-date $.published expected text, found a number
        "related": [{"headline": "R", "updated": "?"}] => warning bad-date $.related[0].updated “?” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z
        "published": "2024-04-03", "updated": "2024-04-02" => warning date-order $.updated the update lies before the publication and is not shown
        "published": "2024-04-03T10:00:00Z", "updated": "2024-04-03T10:59:00+01:00" => warning date-order $.updated the update lies before the publication and is not shown
    "#,
    );
    for name in ["embargoedUntil", "expires"] {
        let json = json!({"headline": "H", name: "2024-02-30"}).to_string();
        let refusal =
            format!("error bad-date $.{name} “2024-02-30” names a day that does not exist");
        assert_eq!(article_err(&json), refusal);
    }
}

#[test]
fn words_and_names_are_those_that_there_are() {
    gives(
        r#"
        "language": "EN_in" => "language":"en-IN"
        "language": "zh-hant-tw" => "language":"zh-Hant-TW"
        "status": "" =>
        "publisher": {"name": "N", "timeZone": "Etc/GMT+5"} => "publisher":{"name":"N","timeZone":"Etc/GMT+5"}
        "image": {"url": "https://a.example/", "width": 1e3} => "image":{"url":"https://a.example/","width":1000}
        "labels": {"separator": " / ", "by": " Von {names} "} => "labels":{"by":"Von {names}","separator":" / "}
        "labels": {"lastSeparator": " och"} => "labels":{"lastSeparator":" och"}
    "#,
    );
    tells(
        r#"
        "language": "deutsch, german" => warning bad-lang $.language “deutsch, german” is not a language tag, such as en or pt-BR
        "language": "en\" onload=\"x" => warning bad-lang $.language “en" onload="x” is not a language tag, such as en or pt-BR
        "publisher": {"name": "N", "timeZone": "UTC+1 hour"} => warning bad-value $.publisher.timeZone “UTC+1 hour” is not the name of a time zone, such as Europe/London
        "access": "gratis" => warning bad-value $.access “gratis” is none of free registration metered paid
        "status": "Live" => warning bad-value $.status “Live” is none of live breaking developing withdrawn
        "image": {"url": "https://a.example/", "width": 0} => warning bad-value $.image.width expected a whole number from 1 to 65535
        "image": {"url": "https://a.example/", "width": 1.5} => warning bad-value $.image.width expected a whole number from 1 to 65535
        "image": {"url": "https://a.example/", "height": 65536} => warning bad-value $.image.height expected a whole number from 1 to 65535
    "#,
    );
}

#[test]
fn how_it_came_to_be_is_a_term_in_any_of_its_forms() {
    gives(
        r#"
        "origin": "digitalCapture" => "origin":"digitalCapture"
        "origin": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" => "origin":"trainedAlgorithmicMedia"
        "origin": "https://schema.org/CompositeSyntheticDigitalSource" => "origin":"compositeSynthetic"
        "origin": " " =>
        "origin": null =>
        "image": {"url": "https://a.example/", "origin": "algorithmicMedia"} => "image":{"url":"https://a.example/","origin":"algorithmicMedia"}
    "#,
    );
    tells(
        r#"
        "origin": "AI" => warning bad-value $.origin “AI” is no digital source type of IPTC's, such as trainedAlgorithmicMedia
        "image": {"url": "https://a.example/", "origin": "robot"} => warning bad-value $.image.origin “robot” is no digital source type of IPTC's, such as trainedAlgorithmicMedia
        "origin": true => warning wrong-type $.origin expected text, found true or false
    "#,
    );
}

#[test]
fn a_medium_is_of_a_kind_and_has_a_length_or_a_number() {
    gives(
        r#"
        "media": {"kind": "video"} => "media":{"kind":"video"}
        "media": {"kind": "video", "duration": " PT200S "} => "media":{"kind":"video","duration":"PT3M20S"}
        "media": {"kind": "audio", "duration": "PT99H59M59S"} => "media":{"kind":"audio","duration":"PT99H59M59S"}
        "media": {"kind": "audio", "duration": ""} => "media":{"kind":"audio"}
        "media": {"kind": "gallery", "count": 65535} => "media":{"kind":"gallery","count":65535}
        "media": null =>
    "#,
    );
    tells(
        r#"
        "media": {"kind": "film"} => warning bad-value $.media.kind “film” is none of video audio gallery | warning missing-field $.media.kind without this field its object is left out
        "media": {"duration": "PT5S"} => warning missing-field $.media.kind without this field its object is left out
        "media": "video" => warning wrong-type $.media expected an object, found text
        "media": {"kind": "video", "duration": "PT0S"} => warning bad-value $.media.duration “PT0S” is no duration from PT1S to PT99H59M59S
        "media": {"kind": "video", "duration": "PT100H"} => warning bad-value $.media.duration “PT100H” is no duration from PT1S to PT99H59M59S
        "media": {"kind": "video", "duration": "3:20"} => warning bad-value $.media.duration “3:20” is no duration from PT1S to PT99H59M59S
        "media": {"kind": "video", "duration": 200} => warning wrong-type $.media.duration expected text, found a number
        "media": {"kind": "gallery", "count": 0} => warning bad-value $.media.count expected a whole number from 1 to 65535
        "media": {"kind": "gallery", "count": "12"} => warning wrong-type $.media.count expected a number, found text
    "#,
    );
    // What is wrong takes nothing else with it.
    let (article, _) =
        repaired(r#"{"headline": "H", "media": {"kind": "gallery", "count": 0, "duration": "?"}}"#);
    let rest = r#"{"headline":"H","media":{"kind":"gallery"}}"#;
    assert_eq!(article.to_json(), rest);
}

#[test]
fn the_time_of_reading_is_a_number_of_minutes() {
    gives(
        r#"
        "readingTime": 5 => "readingTime":5
        "readingTime": null =>
    "#,
    );
    tells(
        r#"
        "readingTime": 0 => warning bad-value $.readingTime expected a whole number from 1 to 65535
        "readingTime": 4.5 => warning bad-value $.readingTime expected a whole number from 1 to 65535
        "readingTime": "PT5M" => warning wrong-type $.readingTime expected a number, found text
    "#,
    );
}

#[test]
fn who_wrote_it_may_have_a_portrait_and_a_job_title() {
    gives(
        r#"
        "byline": [{"name": "N", "image": "https://a.example/n.jpg", "jobTitle": " Science \n editor "}] => "byline":[{"name":"N","image":"https://a.example/n.jpg","jobTitle":"Science editor"}]
        "byline": [{"name": "N", "image": "", "jobTitle": ""}] => "byline":[{"name":"N"}]
    "#,
    );
    tells(
        r#"
        "byline": [{"name": "N", "image": "data:image/png,x"}] => warning blocked-url $.byline[0].image “data:image/png,x” is not an http or https address
        "byline": [{"name": "N", "jobTitle": ["Editor"]}] => warning wrong-type $.byline[0].jobTitle expected text, found a list
        "byline": [{"image": "https://a.example/n.jpg", "jobTitle": "Editor"}] => warning missing-field $.byline[0].name without this field its object is left out
    "#,
    );
    let (article, told) = repaired(
        &json!({"headline": "H", "byline": [{"name": "N", "jobTitle": "x".repeat(121)}]})
            .to_string(),
    );
    assert_eq!(
        article.byline[0]
            .job_title
            .as_ref()
            .unwrap()
            .chars()
            .count(),
        120
    );
    assert!(told.contains("$.byline[0].jobTitle"), "{told}");
}

/// The headline as it is read from that text.
#[track_caller]
fn headline(text: &str) -> String {
    repaired(&json!({"headline": text}).to_string())
        .0
        .headline
        .to_string()
}

#[test]
fn a_text_is_cut_between_words_if_most_of_it_stays() {
    let word = "x".repeat(99);
    let cut = headline(&format!("{word} {word} {word}yyy"));
    assert_eq!(cut, format!("{word} {word}…"));
    let without_spaces = headline(&format!("{} {}", "山".repeat(60), "駅".repeat(300)));
    let kept = without_spaces.chars().count();
    assert!(kept > 250, "{kept} characters are left of 300");
}

#[test]
fn a_space_counts_too() {
    let (word, room) = ("x".repeat(99), "x".repeat(98));
    let full = format!("{word} {word} {room} y");
    assert_eq!(headline(&full), full);
    let cut = headline(&format!("{word} {word} {word} y"));
    assert!(cut.ends_with('…') && cut.chars().count() <= 300, "{cut}");
}

#[test]
fn a_cut_leaves_no_half_of_a_character() {
    for whole in ["x\u{301}\u{302}", "👍🏽", "👩\u{200d}🚀", "🇸🇦"] {
        let before = "x".repeat(300 - whole.chars().count());
        let cut = headline(&format!("{before}{whole}yyy"));
        assert_eq!(cut, format!("{before}…"), "{}", whole.escape_unicode());
    }
}

#[test]
fn every_diagnostic_names_its_line_and_column() {
    let reading = reading(
        "\u{feff}{\n  \"headline\": \"H\",\n  \"byline\": [\n    {\"name\": \"A\", \"url\": \"/a\"},\n    {}\n  ],\n  \"byLine\": 1\n}",
    );
    let places = reading.report.diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.path.place().unwrap();
        (diagnostic.path.as_str(), (place.line, place.column))
    });
    assert_eq!(
        places.collect::<Vec<_>>(),
        [
            ("$.byline[0].url", (4, 26)),
            // What is missing is told at the object that lacks it.
            ("$.byline[1].name", (5, 5)),
            ("$.byLine", (7, 13)),
        ]
    );
}

/// Whatever is wrong with it, nothing of an article that may be withheld stands in what is told of it.
#[test]
fn a_refused_article_that_might_be_withheld_is_not_quoted() {
    for restriction in [
        r#""embargoedUntil": "2034-01-01""#,
        r#""embargoedUntil": "soon""#,
        r#""expires": "2034-01-01""#,
        r#""status": "withdrawn""#,
    ] {
        let json = format!(
            r#"{{"headline": 1, "updated": "Minister resigns at noon", "url": "minister:resigns", {restriction}}}"#
        );
        let told = article_err(&json);
        assert!(told.contains("“…” is not a date"), "{told}");
        assert!(!told.to_lowercase().contains("minister"), "{told}");
    }
    // What anybody may read is quoted, for whoever mends it.
    let told = article_err(r#"{"headline": 1, "updated": "noon"}"#);
    assert!(told.contains("“noon” is not a date"), "{told}");
}
