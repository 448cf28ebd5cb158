//! `article-card render` and `style` as processes: what an article becomes, in each format, and what is refused.

#[cfg(test)]
mod calls;
#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::Access;
use article_card::platform::Native;
use article_card::prerender::{self, PageOptions, Style};
use article_card::{Article, Options};
use article_card_reader::{ReadOptions, Reading, read};
use calls::*;
use scraper::{Html, Selector};
use util::*;

const GOOD: &str = r#"{"headline": "Council votes", "url": "https://news.example/library",
    "published": "2024-04-03T10:00:00Z", "bullets": ["One", "Two"]}"#;
const THEN: &str = "2024-05-01T00:00:00Z";

#[test]
fn an_article_becomes_an_embed_of_one_line() {
    let folder = Folder::new("render-embed");
    folder.file("good.json", GOOD);
    let outcome = folder.call(&["render", "good.json"]);
    assert_eq!((outcome.status, &*outcome.err), (0, ""));
    assert_eq!(outcome.out, folder.call(&["render", "good.json"]).out);
    let reading = read(GOOD.as_bytes(), &ReadOptions::default());
    let (article, options) = (&reading.articles[0], &Options::default());
    let native = Native::at(at(THEN));
    let embed = prerender::prerender(article, options, &native, &Style::default());
    assert_eq!(outcome.out, embed.html + "\n");
    assert_eq!(outcome.out.lines().count(), 1);
    for part in [
        "<article-card><template shadowrootmode=\"open\"><style>",
        ">Council votes</a></h3>",
        "<script type=\"application/json\">{\"headline\":\"Council votes\",",
    ] {
        assert!(outcome.out.contains(part), "{part}");
    }
}

#[test]
fn an_option_becomes_an_attribute_and_what_it_does() {
    let folder = Folder::new("render-options");
    folder.file("good.json", GOOD);
    for (option, value, attribute, markup) in [
        (
            "--layout",
            "hero",
            r#"layout="hero""#,
            "class=\"card hero\"",
        ),
        ("--theme", "dark", r#"theme="dark""#, ""),
        ("--heading-level", "2", r#"heading-level="2""#, "</a></h2>"),
        ("--lang", "de", r#"lang="de""#, "3. April 2024"),
        ("--dir", "rtl", r#"dir="rtl""#, "dir=\"rtl\" aria-"),
        (
            "--target",
            "_blank",
            r#"target="_blank""#,
            "target=\"_blank\" ",
        ),
        (
            "--time-zone",
            "Asia/Riyadh",
            r#"time-zone="Asia/Riyadh""#,
            "1:00",
        ),
        (
            "--relative-until",
            "PT12H",
            r#"relative-until="PT43200S""#,
            "",
        ),
        (
            "--link-params",
            "a=b&c",
            r#"link-params="a=b&amp;c""#,
            "library?a=b&amp;c\"",
        ),
        ("--loading", "eager", r#"loading="eager""#, ""),
        (
            "--hide",
            " timestamp  bullets ",
            r#"hide="timestamp bullets""#,
            "</a></h3></div></article>",
        ),
    ] {
        let html = folder.call(&["render", option, value, "good.json"]).out;
        let start = format!("<article-card {attribute}><template ");
        assert!(html.starts_with(&start), "{start} {html}");
        assert!(html.contains(markup), "{option} {html}");
    }
    for (option, default) in [
        ("--layout", "standard"),
        ("--theme", "auto"),
        ("--heading-level", "3"),
        ("--dir", "auto"),
        ("--target", "_self"),
        ("--time-zone", "publisher"),
        ("--relative-until", "P7D"),
        ("--link-params", ""),
        ("--loading", "lazy"),
        ("--hide", ""),
    ] {
        let html = folder.call(&["render", option, default, "good.json"]).out;
        assert!(html.starts_with("<article-card><template "), "{option}");
    }
}

#[test]
fn what_is_not_understood_is_wrong_usage() {
    let folder = Folder::new("render-usage");
    folder.file("good.json", GOOD);
    for (arguments, told) in [
        ("--layout|tall", "expected standard, compact or hero"),
        ("--layout|", "expected standard, compact or hero"),
        ("--theme|blue", "expected auto, light or dark"),
        ("--heading-level|1", "expected 2, 3, 4, 5 or 6"),
        ("--lang|no tag", "expected a language tag"),
        ("--dir|up", "expected ltr, rtl or auto"),
        ("--target|_new", "expected _self, _blank, _top or _parent"),
        (
            "--time-zone|Europe/Atlantis",
            "expected publisher, reader or an IANA name",
        ),
        ("--relative-until|a week", "expected an ISO 8601 duration"),
        ("--link-params|a#b", "expected a query string"),
        ("--loading|soon", "expected lazy or eager"),
        (
            "--hide|byline headline",
            "expected figure, caption, publisher, ",
        ),
        ("--style|none", "inline, nonce, link"),
        ("--style|nonce", "--nonce VALUE"),
        ("--nonce|abc", "--style nonce"),
        ("--style|nonce|--nonce|", "expected the nonce"),
        (
            "--kit|javascript:alert(1)",
            "expected the address of a folder",
        ),
        ("--kit|/kit?x", "expected the address of a folder"),
        ("--page|good.json", "one FILE"),
        ("--jsonl", "cannot be used with"),
        ("--threads|2", "--jsonl"),
        ("--url|/x", "expected an absolute"),
        ("--now|today", "expected an instant"),
    ] {
        let arguments: Vec<&str> = arguments.split('|').collect();
        let call = [&["render"], arguments.as_slice(), &["good.json"]].concat();
        let wrong = folder.call(&call);
        assert_eq!((wrong.status, &*wrong.out), (2, ""), "{arguments:?}");
        assert!(wrong.err.contains(told), "{told} {}", wrong.err);
    }
    assert_eq!(folder.call(&["render"]).status, 2);
    for threads in ["0", "-1", "9999", "many"] {
        assert_eq!(
            folder
                .call(&["render", "--jsonl", "--threads", threads])
                .status,
            2
        );
    }
}

#[test]
fn the_stylesheet_comes_in_three_ways() {
    let folder = Folder::new("render-style");
    folder.file("good.json", GOOD);
    let style = |arguments: &[&str]| {
        let outcome = folder.call(&[&["style"], arguments].concat());
        assert_eq!((outcome.status, &*outcome.err), (0, ""));
        outcome.out.trim_end().to_owned()
    };
    let (sheet, name, hash) = (style(&[]), style(&["--name"]), style(&["--hash"]));
    assert_eq!(sheet, prerender::stylesheet());
    assert_eq!(hash, format!("'{}'", prerender::hash()));
    let digits = name.strip_prefix("article-card-shadow-").unwrap();
    let digits = digits.strip_suffix(".css").unwrap();
    assert!(digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let render = |arguments: &[&str]| {
        let call = [&["render"], arguments, &["good.json"]].concat();
        folder.call(&call).out
    };
    assert!(render(&[]).contains(&format!("<style>{sheet}</style>")));
    let nonce = render(&["--style", "nonce", "--nonce", "{{ \"n\" }}"]);
    let written = format!("<style nonce=\"{{{{ &quot;n&quot; }}}}\">{sheet}</style>");
    assert!(nonce.contains(&written), "{nonce}");
    for (kit, address) in [
        (".", "./"),
        ("", ""),
        ("/kit/", "/kit/"),
        ("https://cdn.example/a", "https://cdn.example/a/"),
    ] {
        let html = render(&["--style", "link", "--kit", kit]);
        let link = format!("<link rel=\"stylesheet\" href=\"{address}{name}\">");
        assert!(
            html.contains(&link) && !html.contains("<style"),
            "{kit} {html}"
        );
    }
    let both = style(&["--page", "--hash"]);
    assert_eq!(both, format!("{hash} '{}'", prerender::page_hash()));
    assert_eq!(style(&["--page"]), prerender::page_stylesheet());
    assert_eq!(
        style(&["--page", "--name"]),
        prerender::page_stylesheet_name()
    );
}

#[test]
fn a_page_says_what_it_is() {
    let folder = Folder::new("render-page");
    folder.file("everything.json", EVERYTHING);
    let call = |arguments: &[&str]| {
        let call = [
            &["render", "--page", "--now", THEN],
            arguments,
            &["everything.json"],
        ]
        .concat();
        let outcome = folder.call(&call);
        assert_eq!((outcome.status, &*outcome.err), (0, ""));
        outcome.out
    };
    let text = call(&["--kit", "/kit", "--style", "nonce", "--nonce", "abc"]);
    assert!(text.starts_with("<!doctype html>\n") && text.ends_with("</html>\n"));
    let page = Html::parse_document(&text);
    for (selector, attribute, expected) in [
        ("html", "lang", "en-GB"),
        ("html", "dir", "ltr"),
        ("meta[charset]", "charset", "utf-8"),
        (
            "meta[name=viewport]",
            "content",
            "width=device-width, initial-scale=1",
        ),
        ("meta[name=description]", "content", "It shipped coal once."),
        (
            "link[rel=canonical]",
            "href",
            "https://herald.example/wind?a=1#top",
        ),
        ("head > style", "nonce", "abc"),
        ("script[type=module]", "src", "/kit/article-card.js"),
        ("script[type=module]", "nonce", "abc"),
    ] {
        let selector = Selector::parse(selector).unwrap();
        let found = page.select(&selector).next().unwrap();
        assert_eq!(found.attr(attribute), Some(expected), "{selector:?}");
    }
    let title = Selector::parse("title").unwrap();
    let title: String = page.select(&title).next().unwrap().text().collect();
    assert_eq!(
        title,
        "A town learned to load the wind | The Harbour Herald"
    );
    assert_eq!(
        page.select(&Selector::parse("main > article-card").unwrap())
            .count(),
        1
    );
    let embed = folder
        .call(&["render", "--now", THEN, "everything.json"])
        .out;
    assert!(call(&[]).contains(&format!("<main>\n{embed}</main>")));
    let linked = call(&["--style", "link", "--kit", "/kit", "--nonce", "abc"]);
    let name = prerender::page_stylesheet_name();
    let link = format!("<link rel=\"stylesheet\" href=\"/kit/{name}\" nonce=\"abc\">");
    assert!(linked.contains(&link) && !linked.contains("<style"));
    // The card stands already, so no sheet keeps its place, and the first paint of an inline page waits for no request.
    for (page, sheets) in [(&text, 0), (&call(&[]), 0), (&linked, 2)] {
        assert_eq!(page.matches("rel=\"stylesheet\"").count(), sheets, "{page}");
        assert!(!page.contains("article-card.css"), "{page}");
    }
}

/// Our own reader finds in a page the article that it was made of, as far as JSON-LD can say it.
#[test]
fn the_json_ld_of_a_page_is_the_same_article() {
    let now = at("2026-03-14T12:00:00Z");
    let all = [fixtures(now), foreign_fixtures(now)].concat();
    let all = all.into_iter().chain([("all".into(), EVERYTHING.into())]);
    let options = ReadOptions {
        now: Some(now),
        ..ReadOptions::default()
    };
    let mut count = 0;
    for (name, json) in all {
        for article in read(json.as_bytes(), &options).articles {
            let html = page(&article, now);
            let Some((_, rest)) = html.split_once("<script type=\"application/ld+json\">") else {
                assert!(name.contains("with"), "{name}");
                continue;
            };
            let (json_ld, _) = rest.split_once("</script>").unwrap();
            let reading = read(json_ld.as_bytes(), &options);
            assert_eq!(told(&reading.report), "", "{name} {json_ld}");
            let read = reading.articles.into_iter().next().unwrap();
            assert_eq!(sayable(read), sayable(article), "{name} {json_ld}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

fn page(article: &Article, now: i64) -> String {
    let options = &Options::default();
    let page = PageOptions {
        style: Style::default(),
        kit: ".",
        nonce: None,
    };
    prerender::page(article, options, &Native::at(now), &page).html
}

/// The article without what schema.org has no place for.
fn sayable(mut article: Article) -> Article {
    article.kicker = None;
    article.short_url = None;
    article.follow = None;
    article.related.clear();
    article.labels.clear();
    article.embargoed_until = None;
    article.expires = None;
    // It is written as a part of the article, and is read of what is a video or recording itself.
    article.media = None;
    if article.bullets.len() == 1 {
        article.bullets.clear();
    }
    if let Some(publisher) = &mut article.publisher {
        publisher.time_zone = None;
    }
    article.image = article.image.filter(|image| image.url.is_some());
    if let Some(image) = &mut article.image {
        image.sources.clear();
    }
    article.access = article
        .access
        .filter(|access| [Access::Free, Access::Paid].contains(access));
    article
}

#[test]
fn nothing_in_a_text_ends_the_head() {
    let hostile = "</title></script><!--<script>\\u2028&amp;\\\"'";
    let json = format!(
        r#"{{"headline": "{hostile}", "standfirst": "{hostile}", "publisher": {{"name": "{hostile}"}}}}"#
    );
    let page = page(&article(&json), 0);
    let page = Html::parse_document(&page);
    let scripts = Selector::parse("head script").unwrap();
    assert_eq!(page.select(&scripts).count(), 2);
    let main = Selector::parse("body > main > article-card").unwrap();
    assert_eq!(page.select(&main).count(), 1);
    let clean = "</title></script><!--<script> &amp;\"'";
    let title = Selector::parse("title").unwrap();
    let title: String = page.select(&title).next().unwrap().text().collect();
    assert_eq!(title, format!("{clean} | {clean}"));
    let description = Selector::parse("meta[name=description]").unwrap();
    let description = page.select(&description).next().unwrap();
    assert_eq!(description.attr("content"), Some(clean));
}

#[test]
fn a_page_shows_one_article() {
    let folder = Folder::new("render-one");
    folder.file(
        "two.json",
        r#"[{"uri": "a", "headline": "A"}, {"uri": "b", "headline": "B"}]"#,
    );
    let outcome = folder.call(&["render", "--page", "two.json"]);
    assert_eq!((outcome.status, &*outcome.out), (1, ""));
    let told = "two.json:1:1: error ambiguous-article $ there are 2 articles in it, and a page shows one\n";
    assert_eq!(outcome.err, told);
    let embeds = folder.call(&["render", "two.json"]);
    assert_eq!((embeds.status, embeds.out.lines().count()), (0, 2));
}

/// Not a word of it, in no way of rendering.
#[test]
fn a_withheld_article_is_not_rendered() {
    let folder = Folder::new("render-withheld");
    let secret = |members: &str| {
        format!(
            r#"{{"headline": "Secret", "url": "https://a.example/secret", "standfirst": "Secret",
            "publisher": {{"name": "Secret"}}, "language": "en-GB", {members}}}"#
        )
    };
    folder
        .file("withdrawn.json", secret(r#""status": "withdrawn""#))
        .file(
            "embargo.json",
            secret(r#""embargoedUntil": "2024-05-01T00:00:01Z""#),
        )
        .file(
            "expired.json",
            secret(r#""expires": "2024-05-01T00:00:00Z""#),
        );
    for page in [false, true] {
        let call = |file: &str, now: &str| {
            let mut arguments = vec!["render", "--now", now, file];
            arguments.extend(page.then_some("--page"));
            folder.call(&arguments)
        };
        let notice = call("withdrawn.json", THEN);
        assert_eq!(notice.status, 0);
        assert_eq!(notice.codes(), ["warning withheld"]);
        assert!(notice.out.contains("withdrawn") && !notice.out.contains("ld+json"));
        for file in ["embargo.json", "expired.json"] {
            let nothing = call(file, THEN);
            assert_eq!((nothing.status, &*nothing.out), (1, ""));
            assert_eq!(nothing.codes(), ["error withheld"]);
            assert!(!nothing.err.to_lowercase().contains("secret"));
        }
        assert!(!(notice.out + &notice.err).to_lowercase().contains("secret"));
        let then = call("embargo.json", "2024-05-01T00:00:01Z");
        assert!(then.status == 0 && then.out.contains("Secret"));
    }
}

#[test]
fn every_format_is_rendered() {
    let folder = Folder::new("render-formats");
    let json_ld = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry runs",
        "url": "/ferry", "inLanguage": "tlh"}"#;
    let text = "Ferry runs\n\nThe first ferry leaves. (Herald/File)\nShort Url\nUpdated 03 April 2024\nFollow\n\n\
        Ferry runs\n\n  • Six crossings a day\n\nSALTMERE: The ferry runs again after two years.\n";
    folder
        .file("card", r#"{"headline": "Ferry runs"}"#)
        .file("json-ld", json_ld)
        .file("ninjs", r#"{"uri": "urn:x:1", "headline": "Ferry runs"}"#)
        .file("page", format!("<!doctype html><title>Ferry runs</title><script type=\"application/ld+json\">{json_ld}</script>"))
        .file("text", text);
    for file in ["card", "json-ld", "ninjs", "page", "text"] {
        let url = ["--url", "https://herald.example/"];
        let outcome = folder.call(&[&["render", file], url.as_slice()].concat());
        assert_eq!(outcome.status, 0, "{}", outcome.err);
        assert!(outcome.out.contains("Ferry runs</"), "{file}");
        let is_told = outcome.err.contains("warning no-labels");
        assert_eq!(
            is_told,
            ["json-ld", "page"].contains(&file),
            "{}",
            outcome.err
        );
    }
    // What the card has to tell stands where the article said it.
    let told = folder
        .call(&["render", "json-ld", "--url", "https://herald.example/"])
        .err;
    let place = "json-ld:2:40: warning no-labels $.inLanguage ";
    assert!(told.starts_with(place), "{told}");
}

/// The shell example of docs/command-line.md runs as it stands there.
#[cfg(unix)]
#[test]
fn the_example_of_the_documents_runs() {
    let page = include_str!("../../../docs/command-line.md");
    let lines = page.lines();
    let mut examples = lines.filter(|line| line.contains("article-card render --jsonl"));
    let example = examples
        .find(|line| line.starts_with("article-card convert "))
        .unwrap();
    let folder = Folder::new("render-example");
    std::fs::create_dir(folder.0.join("feed")).unwrap();
    for name in ["a", "b"] {
        let html = format!(
            "<!doctype html><title>{name}</title><meta property=\"og:type\" content=\"article\">\
            <script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"headline\": \"Story {name}\"}}</script>"
        );
        folder.file(format!("feed/{name}.html"), html);
    }
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_article-card"));
    let path = std::env::join_paths([
        program.parent().unwrap(),
        "/usr/bin".as_ref(),
        "/bin".as_ref(),
    ]);
    let mut shell = std::process::Command::new("sh");
    shell
        .args(["-c", example])
        .current_dir(&folder.0)
        .env("PATH", path.unwrap());
    let outcome = outcome(&mut shell);
    assert_eq!((outcome.status, &*outcome.err), (0, ""));
    let cards = std::fs::read_to_string(folder.0.join("cards.jsonl")).unwrap();
    let cards: Vec<_> = cards.lines().map(parsed).collect();
    for (card, name) in cards.iter().zip(["a", "b"]) {
        let html = card["html"].as_str().unwrap();
        assert!(html.contains(&format!("Story {name}</")), "{html}");
    }
    assert_eq!(cards.len(), 2);
}
