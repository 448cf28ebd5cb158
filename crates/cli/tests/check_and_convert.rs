//! What `check` and `convert` say of an article, in each of the formats, and what they keep to themselves.

#[cfg(test)]
mod calls;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card_reader::{ReadOptions, Reading, read};
use calls::*;
use serde_json::{Value, json};
use std::fs;
use util::*;

const REPAIRED: &str = "{\n  \"headline\": \"Council votes\",\n  \"url\": \"/library\"\n}";
const BROKEN: &str = "{\"headline\": \"Council vo";

#[test]
fn check_prints_an_object_for_each_article() {
    let folder = Folder::new("objects");
    folder
        .file("repaired.json", REPAIRED)
        .file("broken.json", BROKEN);
    let outcome = folder.call(&["check", "--json", "repaired.json", "broken.json"]);
    assert_eq!(
        outcome.objects(),
        [
            json!({"file": "repaired.json", "index": 0, "ok": true, "format": "card",
                "article": {"headline": "Council votes"},
                "diagnostics": [{"severity": "warning", "code": "bad-url", "path": "$.url", "line": 3, "column": 10,
                    "message": "“/library” is not an absolute http or https address"}]}),
            json!({"file": "broken.json", "index": 0, "ok": false, "format": "card", "article": null,
                "diagnostics": [{"severity": "error", "code": "json-syntax", "path": "$", "line": 1, "column": 25,
                    "message": "the input ends within a text"}]}),
        ]
    );
}

#[test]
fn check_prints_a_table_for_each_article() {
    let folder = Folder::new("table");
    let article = r#"{
  "headline": "Night shift at the port: how a town of 9,000 learned to load the wind",
  "url": "https://herald.example/wind",
  "kicker": "港の夜、九千人の町はどうやって風を船に積むことを覚えたのか",
  "standfirst": "عاد النحّاسون والعطّارون إلى محالّهم بعد عامين من الترميم",
  "bullets": ["Cafe\u0301 open at night", "A \u202eb\u202c\u0007 c"],
  "image": {"url": "harbour.webp"},
  "related": [{"headline": "Who owns the quay?"}, {"url": "https://herald.example/ferry"}],
  "byLine": "Tom Pascoe"
}"#;
    folder
        .file("wind.json", article)
        .file("broken.json", BROKEN);
    let withdrawn = r#"{"headline": "Not this", "language": "en-GB", "status": "withdrawn"}"#;
    folder.file("withdrawn.json", withdrawn);
    let files = ["wind.json", "withdrawn.json", "broken.json", "missing.json"];
    let outcome = folder.call(&[&["check"], files.as_slice()].concat());
    assert_eq!(outcome.status, 1);
    let golden = workspace().join("tests/expected/check.txt");
    if std::env::var_os("ARTICLE_CARD_WRITE_EXPECTED").is_some() {
        fs::write(&golden, &outcome.out).unwrap();
    }
    assert_eq!(
        outcome.out,
        fs::read_to_string(golden).unwrap(),
        "\nwith ARTICLE_CARD_WRITE_EXPECTED set this test writes tests/expected/check.txt anew"
    );
}

/// What no reader notices, since only the card decides it: where it stands in each format, and which codes there are.
#[test]
fn check_tells_what_the_card_notices_where_the_article_says_it() {
    let folder = Folder::new("noticed");
    folder
        .file("language.json", "{\"headline\": \"H\",\n \"language\": \"tlh\"}")
        .file(
            "zone.json",
            "{\"headline\": \"H\", \"publisher\":\n {\"name\": \"P\", \"timeZone\": \"Mars/Olympus\"}}",
        )
        .file(
            "withdrawn.json",
            "{\"headline\": \"H\", \"language\": \"tlh\",\n \"status\": \"withdrawn\"}",
        )
        .file(
            "ld.json",
            "[{\"@type\": \"NewsArticle\",\n  \"headline\": \"H\",\n  \"inLanguage\": \"tlh\"}]",
        )
        .file(
            "withdrawn-ld.json",
            "{\"@type\": \"NewsArticle\", \"headline\": \"H\",\n \"creativeWorkStatus\": \"withdrawn\"}",
        )
        .file(
            "ninjs.json",
            "{\"uri\": \"urn:x\", \"headline\": \"H\",\n \"language\": \"tlh\"}",
        )
        .file(
            "page.html",
            "<!doctype html>\n<html lang=tlh>\n<script type=application/ld+json>{\"@type\": \"Article\", \"headline\": \"H\"}</script>",
        );
    let language = "there are no labels in “tlh”, so they are English";
    let zone = "“Mars/Olympus” is not a time zone that is known here";
    let withdrawn = "the article is withdrawn and not shown";
    let cases = [
        (
            "language.json",
            vec![(2, 14, "no-labels", "$.language", language)],
        ),
        (
            "zone.json",
            vec![(2, 28, "bad-value", "$.publisher.timeZone", zone)],
        ),
        (
            "withdrawn.json",
            vec![
                (2, 12, "withheld", "$.status", withdrawn),
                (1, 31, "no-labels", "$.language", language),
            ],
        ),
        (
            "ld.json",
            vec![(3, 17, "no-labels", "$[0].inLanguage", language)],
        ),
        (
            "withdrawn-ld.json",
            vec![(2, 24, "withheld", "$.creativeWorkStatus", withdrawn)],
        ),
        (
            "ninjs.json",
            vec![(2, 14, "no-labels", "$.language", language)],
        ),
        (
            "page.html",
            vec![(2, 1, "no-labels", "html[lang]", language)],
        ),
    ];
    for (file, told) in cases {
        let lines = told.iter().map(|(line, column, code, path, reason)| {
            format!("{file}:{line}:{column}: warning {code} {path} {reason}\n")
        });
        let lines: String = lines.collect();
        let outcome = folder.call(&["check", file]);
        assert_eq!((outcome.status, outcome.err), (0, lines.clone()), "{file}");
        for (.., reason) in &told {
            assert!(outcome.out.contains(reason), "{}", outcome.out);
        }
        let totals = if told.len() == 1 {
            "1 warning\n"
        } else {
            "2 warnings\n"
        };
        assert!(outcome.out.ends_with(totals), "{}", outcome.out);
        let json = folder.call(&["check", "--json", "--deny-warnings", file]);
        assert_eq!((json.status, &json.err), (1, &lines), "{file}");
        let objects = told.iter().map(|(line, column, code, path, reason)| {
            json!({"severity": "warning", "code": code, "path": path, "message": reason, "line": line, "column": column})
        });
        let objects: Vec<_> = objects.collect();
        assert_eq!(json.objects()[0]["diagnostics"], json!(objects), "{file}");
    }
}

#[test]
fn convert_prints_the_cards_own_json() {
    let folder = Folder::new("convert");
    folder.file("everything.json", EVERYTHING);
    let now = ["--now", "2024-05-01T00:00:00Z"];
    let line = folder.call(&[&["convert", "everything.json"], now.as_slice()].concat());
    assert_eq!((line.status, line.err.as_str()), (0, ""));
    assert_eq!(line.out, article(EVERYTHING).to_json() + "\n");
    let pretty =
        folder.call(&[&["convert", "--pretty", "everything.json"], now.as_slice()].concat());
    assert_eq!(parsed(&pretty.out), parsed(&line.out));
    assert!(pretty.out.starts_with("{\n  \"id\""), "{}", pretty.out);
    // What was converted converts to itself.
    folder.file("again.json", &line.out);
    let again = folder.call(&[&["convert", "again.json"], now.as_slice()].concat());
    assert_eq!(again, line);
}

#[test]
fn json_may_be_pasted_into_a_page() {
    let folder = Folder::new("embedding");
    folder.file(
        "script.json",
        r#"{"headline": "</script><!--", "byline": [{"name": "<b>", "<i>": 1}]}"#,
    );
    for arguments in [
        ["convert", "script.json"].as_slice(),
        &["convert", "--pretty", "script.json"],
        &["check", "--json", "script.json"],
    ] {
        let out = folder.call(arguments).out;
        assert!(
            !out.contains('<') && out.contains("\\u003c/script>"),
            "{out}"
        );
    }
}

#[test]
fn a_live_blog_is_live_at_the_time_that_counts() {
    let folder = Folder::new("live");
    let blog = r#"{"@type": "LiveBlogPosting", "headline": "Election night", "dateModified": "2024-04-03T10:00:00Z"}"#;
    folder.file("blog.json", blog).file(
        "blog.html",
        format!("<html><script type=application/ld+json>{blog}</script>"),
    );
    for file in ["blog.json", "blog.html"] {
        let now = ["--now", "2024-04-03T12:00:00Z"];
        let convert = folder.call(&["convert", file, now[0], now[1]]);
        assert!(
            convert.out.contains(r#""status":"live""#),
            "{}",
            convert.out
        );
        let render = folder.call(&["render", file, now[0], now[1]]);
        assert!(render.out.contains("Live"), "{}", render.out);
        let later = folder.call(&["convert", file]);
        assert!(!later.out.contains("live"), "{}", later.out);
        assert_eq!(later.codes(), ["warning bad-value"]);
    }
}

/// Of an article that is withheld no text is passed on, not even in a diagnostic that would quote it.
#[test]
fn a_withheld_article_is_not_passed_on() {
    let folder = Folder::new("withheld");
    let secret = |members: &str| {
        format!(
            r#"{{"id": "urn:x:1", "headline": "Secret", "language": "en-GB", "url": "secret",
            "bullets": ["Secret"], "labels": {{"live": "Secret"}}, {members}}}"#
        )
    };
    folder
        .file("withdrawn.json", secret(r#""status": "withdrawn""#))
        .file(
            "embargo.json",
            secret(r#""embargoedUntil": "2024-04-03T10:00:00Z""#),
        )
        .file(
            "expired.json",
            secret(r#""expires": "2024-04-03T10:00:00Z""#),
        );
    let at = |arguments: &str, now: &str| {
        let arguments = arguments.split(' ').chain(["--now", now]);
        folder.call(&arguments.collect::<Vec<_>>())
    };
    let (before, after) = ("2024-04-03T09:59:59Z", "2024-04-03T12:00:00+02:00");
    for (file, now, path) in [
        ("embargo", before, "$.embargoedUntil"),
        ("expired", after, "$.expires"),
    ] {
        let convert = at(&format!("convert {file}.json"), now);
        assert_eq!((convert.status, convert.out.as_str()), (1, ""));
        assert_eq!(convert.codes(), ["warning bad-url", "error withheld"]);
        assert!(
            convert
                .err
                .contains(&format!(" error withheld {path} the article "))
        );
        let check = at(&format!("check {file}.json"), now);
        assert!(check.out.contains(path) && check.out.contains("1 file, 0 articles, 1 error"));
        let json = at(&format!("check --json {file}.json"), now);
        assert_eq!(
            (&json.objects()[0]["ok"], &json.objects()[0]["article"]),
            (&json!(false), &Value::Null)
        );
        for outcome in [convert, check, json] {
            assert_eq!(outcome.status, 1);
            let told = (outcome.out + &outcome.err).to_lowercase();
            assert!(!told.contains("secret"), "{told}");
        }
    }
    for (file, now) in [("embargo", after), ("expired", before)] {
        let outcome = at(&format!("convert {file}.json"), now);
        assert!(
            outcome.status == 0 && outcome.out.contains("Secret"),
            "{outcome:?}"
        );
    }
    folder.file("unknown.json", secret(r#""embargoedUntil": "tomorrow""#));
    let unknown = at("check --json unknown.json", after);
    assert_eq!(unknown.codes(), ["warning bad-url", "error bad-date"]);
    assert!(unknown.err.contains("“tomorrow”"), "{}", unknown.err);
    let told = (unknown.out + &unknown.err).to_lowercase();
    assert!(!told.contains("secret"), "{told}");
    let notice = r#"{"id":"urn:x:1","headline":"","language":"en-GB","status":"withdrawn"}"#;
    let convert = at("convert withdrawn.json", before);
    assert_eq!((convert.status, convert.out.trim_end()), (0, notice));
    assert_eq!(convert.codes(), ["warning bad-url", "warning withheld"]);
    let check = at("check --json withdrawn.json", before);
    assert_eq!(check.objects()[0]["article"], parsed(notice));
    let table = at("check withdrawn.json", before);
    for outcome in [convert, check, table] {
        let told = (outcome.out + &outcome.err).to_lowercase();
        assert!(!told.contains("secret"), "{told}");
    }
    // The notice is an article of the card's own.
    let again = folder.pipe(&["convert", "-"], notice.as_bytes());
    assert_eq!((again.status, again.out.trim_end()), (0, notice));
}

/// The clock is the system's where none is given.
#[test]
fn embargo_and_expiry_go_by_the_clock() {
    let folder = Folder::new("clock");
    for (members, status) in [
        (r#""embargoedUntil": "2190-01-01""#, 1),
        (r#""embargoedUntil": "2024-01-01""#, 0),
        (r#""expires": "2024-01-01""#, 1),
        (r#""expires": "2190-01-01""#, 0),
    ] {
        let json = format!(r#"{{"headline": "H", {members}}}"#);
        assert_eq!(
            folder.pipe(&["convert", "-"], json.as_bytes()).status,
            status,
            "{members}"
        );
    }
}

/// The rows of the tables, in one line each: field, value, origin and note with single spaces.
fn rows(out: &str) -> String {
    let lines = out.lines().map(str::split_whitespace);
    let lines = lines.map(|words| words.collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn json_ld_is_checked_and_converted() {
    let folder = Folder::new("json-ld");
    let json_ld = r#"{
  "@context": "https://schema.org", "@type": "NewsArticle",
  "headline": "Ferry runs <b>again</b>",
  "datePublished": "2024-04-03",
  "dateModified": "soon",
  "author": {"@type": "Person", "name": "Tom Pascoe"}
}"#;
    folder.file("ferry.json", json_ld);
    let check = folder.call(&["check", "ferry.json"]);
    assert_eq!(check.status, 0);
    let rows = rows(&check.out);
    for row in [
        "ferry.json: JSON-LD\n",
        "\nheadline Ferry runs again $.headline markup taken out\n",
        "\nbyline[0].name Tom Pascoe $.author.name\n",
        "\n– $.dateModified warning: “soon” is not a date",
    ] {
        assert!(rows.contains(row), "{row} of {rows}");
    }
    assert!(
        check
            .err
            .starts_with("ferry.json:5:19: warning bad-date $.dateModified ")
    );
    let page = ["--url", "https://herald.example/ferry"];
    let convert = folder.call(&[&["convert", "ferry.json"], page.as_slice()].concat());
    assert_eq!(
        parsed(&convert.out)["byline"],
        json!([{"name": "Tom Pascoe"}])
    );
}

#[test]
fn every_item_of_a_ninjs_list_is_an_article() {
    let folder = Folder::new("ninjs");
    let items = r#"[
  {"uri": "urn:x:1", "headline": "Ferry runs again", "byline": "Tom Pascoe"},
  {"uri": "urn:x:2", "headline": "Secret", "embargoed": "2190-01-01T00:00:00Z"},
  {"uri": "urn:x:3", "headline": "Secret", "pubstatus": "withheld"}
]"#;
    folder.file("items.json", items);
    let check = folder.call(&["check", "--json", "items.json"]);
    assert_eq!(check.status, 1);
    let objects = check.objects();
    let told: Vec<_> = objects
        .iter()
        .map(|find| {
            (
                &find["index"],
                &find["ok"],
                &find["format"],
                &find["article"]["headline"],
            )
        })
        .collect();
    let ninjs = &json!("ninjs");
    assert_eq!(
        told,
        [
            (&json!(0), &json!(true), ninjs, &json!("Ferry runs again")),
            (&json!(1), &json!(false), ninjs, &Value::Null),
            (&json!(2), &json!(true), ninjs, &json!("")),
        ]
    );
    assert_eq!(
        check.err,
        "items.json:3:57: error withheld $[1].embargoed the article is under embargo and not shown\n\
         items.json:4:57: warning withheld $[2].pubstatus the article is withdrawn and not shown\n"
    );
    let table = folder.call(&["check", "items.json"]);
    assert!(
        table.out.contains("items.json: ninjs, article 2 of 3\n"),
        "{}",
        table.out
    );
    for outcome in [check, table, folder.call(&["convert", "items.json"])] {
        assert!(!(outcome.out + &outcome.err).contains("Secret"));
    }
}

#[test]
fn a_page_is_checked_and_converted() {
    let folder = Folder::new("page");
    let page = r#"<!doctype html>
<html lang="en-GB">
<head>
<title>Ferry runs again | The Harbour Herald</title>
<link rel="canonical" href="https://herald.example/ferry">
<meta property="og:image" content="/ferry.webp">
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle",
 "headline": "Ferry runs again", "datePublished": "2024-04-03",
 "dateModified": "soon"}
</script>
</head>
<body><h1>Ferry runs again</h1></body>
</html>"#;
    folder.file("ferry.html", page);
    let check = folder.call(&["check", "ferry.html"]);
    assert_eq!(check.status, 0);
    // And so it stands in the documents.
    let documents = include_str!("../../../docs/command-line.md");
    let shown = format!("```\n$ article-card check ferry.html\n{}```\n", check.out);
    assert!(documents.contains(&shown), "{shown}");
    let rows = rows(&check.out);
    for row in [
        "ferry.html: an HTML page\n",
        "\nheadline Ferry runs again ld+json[0].headline\n",
        "\nimage.url https://herald.example/ferry.webp meta[og:image]\n",
    ] {
        assert!(rows.contains(row), "{row} of {rows}");
    }
    let told = "ferry.html:10:18: warning bad-date ld+json[0].dateModified ";
    assert!(check.err.starts_with(told), "{}", check.err);
    let convert = folder.call(&["convert", "ferry.html"]);
    assert_eq!(parsed(&convert.out)["url"], "https://herald.example/ferry");
    folder.file(
        "nothing.html",
        "<!doctype html><title>About us</title><p>Hello.",
    );
    let nothing = folder.call(&["check", "nothing.html"]);
    assert_eq!(
        (nothing.status, nothing.codes()),
        (1, vec!["error no-article".to_owned()])
    );
}

#[test]
fn text_copied_from_articles_is_checked_and_converted() {
    let folder = Folder::new("text");
    let text = "\
Ferry runs again after two years

The first ferry of the morning leaves the east quay. (Herald/File)
Short Url
Updated 03 April 2024
Follow

Ferry runs again after two years

  • Six crossings a day until October

SALTMERE: The ferry across the bay runs again after two years of repairs.


Bakery opens at night for the port

Updated 22 December 2025
Follow

Bakery opens at night for the port

  • Apprenticeships have doubled

MILLBROOK: The last bakery of the town opens at night, because the port works at night.
";
    folder.file("copied.txt", text);
    let convert = folder.call(&["convert", "copied.txt"]);
    assert_eq!(convert.status, 0, "{}", convert.err);
    let told = |article: Value| {
        let fields = ["headline", "updated", "dateline"].map(|field| article[field].to_string());
        format!("{} {}", fields.join(" "), article["bullets"])
    };
    let articles: Vec<String> = convert.objects().into_iter().map(told).collect();
    assert_eq!(
        articles,
        [
            r#""Ferry runs again after two years" "2024-04-03" "SALTMERE" ["Six crossings a day until October"]"#,
            r#""Bakery opens at night for the port" "2025-12-22" "MILLBROOK" ["Apprenticeships have doubled"]"#,
        ]
    );
    let check = folder.call(&["check", "copied.txt"]);
    let rows = rows(&check.out);
    for row in [
        "copied.txt: text copied from an article, article 2 of 2\n",
        "\nheadline Bakery opens at night for the port line[15]\n",
        "\nimage.credit Herald/File line[3] split from the caption\n",
        "\n1 file, 2 articles, 0 errors, ",
    ] {
        assert!(rows.contains(row), "{row} of {rows}");
    }
}

#[test]
fn what_is_in_doubt_is_told_by_check_alone_and_is_no_failure() {
    let folder = Folder::new("doubt");
    let json = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Lock gate raised", "dateline": "Wick"}"#;
    let rest =
        "The gate of the old lock was raised on Tuesday, after a winter of work in the cold.";
    let page = format!(
        "<html lang=en><title>Lock gate raised</title><script type=application/ld+json>{json}</script>\
         <article><h1>Lock gate raised</h1><p>{rest}</p><p>{rest}</p></article>"
    );
    folder.file("lock.html", &page);
    let outcome = folder.call(&["check", "--deny-warnings", "lock.html"]);
    let told = "info in-doubt dateline the text does not begin with “Wick”";
    assert_eq!(
        (outcome.status, outcome.err.contains(told)),
        (0, true),
        "{}",
        outcome.err
    );
    let totals = "1 file, 1 article, 0 errors, 0 warnings, 1 value in doubt\n";
    assert!(outcome.out.ends_with(totals), "{}", outcome.out);
    assert!(outcome.out.contains("info: the text"), "{}", outcome.out);
    let outcome = folder.call(&["render", "lock.html"]);
    assert_eq!((outcome.status, outcome.err.as_str()), (0, ""));
}
