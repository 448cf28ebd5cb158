//! What schema.org's articles are read as from JSON-LD, however pages write it, and what an editor is told of it.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::{Link, Moment, When};
use article_card::report::Place;
use article_card_reader::check::CheckedArticle;
use article_card_reader::{Format, ReadOptions, Reading, read};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use util::{Chance, each, told};

/// Where the page is that has the JSON-LD, if that is known.
fn at(page: Option<&str>, json: &str) -> Reading {
    let page = page.and_then(|page| Some(Link::parse(page).ok()?.0));
    let reading = read(
        json.as_bytes(),
        &ReadOptions {
            page,
            ..ReadOptions::default()
        },
    );
    assert_eq!(reading.format, Some(Format::JsonLd), "{json}");
    reading
}

/// The card, and after a bar each thing that is told.
fn shown(reading: &Reading) -> String {
    let cards = reading.articles.iter().map(article_card::Article::to_json);
    let card = cards.collect::<String>();
    let told = told(&reading.report);
    let parts = [card].into_iter().chain(told.lines().map(str::to_owned));
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" | ")
}

/// A news article with the headline "H" and these members, by itself.
fn news(members: &str) -> String {
    format!("{{\"@type\": \"NewsArticle\", \"headline\": \"H\", {members}}}")
}

/// Members of a news article, and what the card has beside the headline.
#[track_caller]
fn gives(cases: &str) {
    each(cases, |members| {
        let shown = shown(&at(None, &news(members)));
        shown
            .replacen("\"headline\":\"H\"", "", 1)
            .replacen("{,", "{", 1)
            .replacen(",,", ",", 1)
            .replacen(",}", "}", 1)
    });
}

/// Whole JSON-LD, and the headline that is taken from it.
#[track_caller]
fn takes(cases: &str) {
    each(cases, |json| {
        let reading = at(None, json);
        let headlines = reading.articles.iter().map(|article| &*article.headline);
        let headline = headlines.collect::<String>();
        let told = told(&reading.report).replace('\n', " | ");
        let parts = [headline, told].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" | ")
    });
}

#[test]
fn an_article_is_found_wherever_it_stands() {
    takes(
        r##"
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H"} => H
        {"@context": {"@vocab": "http://schema.org/"}, "@type": "NewsArticle", "headline": "H"} => H
        {"@context": ["https://schema.org", {"x": "https://x.example/"}], "@type": "NewsArticle", "headline": "H"} => H
        {"@type": "NewsArticle", "headline": "H"} => H
        [null, {"@type": "WebSite", "name": "S"}, {"@type": "NewsArticle", "headline": "H"}] => H
        {"@graph": [{"@type": "WebPage", "name": "P"}, {"@type": "Article", "headline": "H"}, null]} => H
        {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}} => H
        {"@type": "WebPage", "mainEntityOfPage": [{"@type": "NewsArticle", "headline": "H"}]} => H
        {"@type": "WebPage", "hasPart": {"@type": "NewsArticle", "headline": "H"}} => H
        {"@type": "WebPage", "@graph": {"@graph": [[{"@type": "NewsArticle", "headline": "H"}]]}} => H
    "##,
    );
}

#[test]
fn names_and_types_are_understood_however_they_are_written() {
    takes(
        r##"
        {"@type": ["Product", "NewsArticle"], "headline": "H"} => H
        {"@type": "schema:NewsArticle", "schema:headline": "H"} => H
        {"@type": "http://schema.org/NewsArticle", "http://schema.org/headline": "H"} => H
        {"@type": ["https://www.schema.org/NewsArticle"], "https://www.schema.org/headline": "H"} => H
        {"@context": {"s": "http://schema.org/"}, "@type": "s:NewsArticle", "s:headline": "H"} => H
        {"@context": {"s": "http://other.example/"}, "@type": "s:NewsArticle", "s:headline": "H"} => error no-article $ this is JSON-LD of “s:NewsArticle”, but no article in it
        {"@id": "#a", "type": "newsarticle", "headLine": "H"} => H
        {"@type": "NewsArticle", "headLine": "other", "headline": "H"} => H
        {"@type": "NewsArticle", "headline": {"@value": "H", "@language": "en"}} => H
        {"@type": "NewsArticle", "headline": {"@set": [null, " ", {"@list": ["H", "other"]}]}} => H
        [{"@type": ["http://schema.org/NewsArticle"], "http://schema.org/headline": [{"@value": "H"}]}] => H
    "##,
    );
}

#[test]
fn every_kind_of_article_counts() {
    let kinds = "AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle \
        ReviewNewsArticle LiveBlogPosting Article AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle \
        BlogPosting SocialMediaPosting DiscussionForumPosting Report";
    for kind in kinds.split_whitespace() {
        let reading = at(
            None,
            &format!("{{\"@type\": \"{kind}\", \"headline\": \"H\"}}"),
        );
        assert_eq!(reading.articles.len(), 1, "{kind}");
    }
    takes(
        r##"
        {"@type": "JobPosting", "headline": "H"} => error no-article $ this is JSON-LD of “JobPosting”, but no article in it
        {"@context": "https://schema.org", "headline": "H", "datePublished": "2024-04-03"} => H
        {"@context": "https://schema.org", "headline": "H", "articleBody": "Text"} => H
        {"@context": "https://schema.org", "headline": "H"} => error no-article $ this is JSON-LD, but no article in it
    "##,
    );
}

#[test]
fn without_an_article_it_is_told_what_is_there() {
    takes(
        r##"
        {"@graph": [{"@type": "WebSite"}, {"@type": ["Organization", "Brand"]}, {"@type": "WebSite"}]} => error no-article $ this is JSON-LD of “WebSite”, “Organization”, “Brand”, but no article in it
        {"@type": []} => error no-article $ this is JSON-LD, but no article in it
    "##,
    );
}

#[test]
fn a_headline_may_have_another_name_but_has_to_be_there() {
    takes(
        r##"
        {"@type": "NewsArticle", "headline": null, "name": "H"} => H
        {"@type": "NewsArticle", "headline": " \u00a0 ", "name": "", "alternativeHeadline": "H"} => H
        {"@type": "NewsArticle", "headline": "&nbsp;", "name": "H"} => H
        {"@type": "NewsArticle", "headline": 1984, "name": "H"} => H | warning wrong-type $.headline expected text, found a number
        {"@type": "NewsArticle", "name": "\u00a0"} => error missing-field $.headline an article needs a headline
        {"@type": "NewsArticle", "headline": "<script>alert(1)</script>"} => error missing-field $.headline an article needs a headline
    "##,
    );
}

#[test]
fn a_headline_that_is_cut_is_completed_from_another_title() {
    takes(
        r##"
        {"@type": "Article", "headline": "A pier that nobody wan...", "name": "A pier that nobody wanted opens"} => A pier that nobody wanted opens | warning truncated $.name this completes the headline, which is cut
        {"@type": "Article", "headline": "A pier that nobody &hellip;", "alternativeHeadline": "A <i>pier</i> that nobody wanted"} => A pier that nobody wanted | warning truncated $.alternativeHeadline this completes the headline, which is cut
        {"@type": "Article", "headline": "A pier that nobody wanted is open again, and the counc", "name": "A pier that nobody wanted is open again, and the council pays"} => A pier that nobody wanted is open again, and the council pays | warning truncated $.name this completes the headline, which is cut
        {"@type": "Article", "headline": "And then they came…", "name": "And then they came… | The Herald"} => And then they came…
        {"@type": "Article", "headline": "A pier that...", "name": "A ferry that nobody wanted"} => A pier that...
        {"@type": "Article", "headline": "A pier opens", "name": "A pier opens in May"} => A pier opens
    "##,
    );
    let json = r#"{"@type": "Article", "headline": "A pier op…", "name": "A pier opens"}"#;
    let reading = at(None, json);
    let from = &reading.entries[0].provenance[0];
    assert_eq!(
        format!("{} {} {}", from.field, from.path, from.done),
        "headline $.name "
    );
}

#[test]
fn what_nobody_has_filled_in_is_told_and_is_no_value() {
    gives(
        r##"
        "author": {"name": "[object Object]"} => {} | warning bad-value $.author.name “[object Object]” stands where nothing was filled in
        "author": ["undefined", "By null", "Tom Pascoe"] => {"byline":[{"name":"Tom Pascoe"}]} | warning bad-value $.author[0] “undefined” stands where nothing was filled in | warning bad-value $.author[1] “null” stands where nothing was filled in
        "publisher": {"name": "undefined"}, "sourceOrganization": "P" => {"publisher":{"name":"P"}} | warning bad-value $.publisher.name “undefined” stands where nothing was filled in
        "articleSection": "null" => {} | warning bad-value $.articleSection “null” stands where nothing was filled in
        "description": "{{ city.name }} | The Harbour Herald" => {} | warning bad-value $.description “{{ city.name }} | The Harbour Herald” stands where nothing was filled in
        "image": "{{image}}" => {} | warning bad-value $.image “{{image}}” stands where nothing was filled in
        "url": "https://h.example/${slug}" => {} | warning bad-value $.url “https://h.example/${slug}” stands where nothing was filled in
        "inLanguage": "null" => {} | warning bad-value $.inLanguage “null” stands where nothing was filled in
        "identifier": "NaN" => {} | warning bad-value $.identifier “NaN” stands where nothing was filled in
        "image": {"url": "https://h.example/p.jpg", "caption": "%%caption%%"} => {"image":{"url":"https://h.example/p.jpg"}} | warning bad-value $.image.caption “%%caption%%” stands where nothing was filled in
        "image": {"url": "https://h.example/p.jpg", "caption": "https://h.example/p.jpg"} => {"image":{"url":"https://h.example/p.jpg"}} | warning bad-value $.image.caption this is an address, which is no text
        "author": "Nan Castle", "articleSection": "None of the above" => {"byline":[{"name":"Nan Castle"}],"section":"None of the above"}
    "##,
    );
    takes(
        r##"
        {"@type": "Article", "headline": "https://h.example/lights", "name": "Lights out"} => Lights out | warning bad-value $.headline this is an address, which is no text
        {"@type": "Article", "headline": "<%= title %>", "name": "Lights out"} => Lights out | warning bad-value $.headline “<%= title %>” stands where nothing was filled in
        {"@type": "Article", "headline": "www.h.example/lights"} => warning bad-value $.headline this is an address, which is no text | error missing-field $.headline an article needs a headline
    "##,
    );
}

#[test]
fn the_first_second_that_computers_count_is_no_date() {
    gives(
        r##"
        "datePublished": "1970-01-01T00:00:00Z" => {} | warning bad-date $.datePublished this is where computers begin to count, and no date
        "datePublished": "1969-12-31T19:00:00.5-05:00", "dateCreated": "2024-04-03" => {"published":"2024-04-03"} | warning bad-date $.datePublished this is where computers begin to count, and no date
        "datePublished": "2024-04-03", "dateModified": "1970-01-01" => {"published":"2024-04-03"} | warning bad-date $.dateModified this is where computers begin to count, and no date
        "datePublished": "1970-01-01T09:30:00Z" => {"published":"1970-01-01T09:30:00Z"}
        "datePublished": "1969-07-21" => {"published":"1969-07-21"}
    "##,
    );
}

#[test]
fn markup_and_references_are_read_exactly_once() {
    takes(
        r##"
        {"@type": "Article", "headline": "&#8220;Rock &amp;amp; roll&quot;"} => “Rock &amp; roll"
        {"@type": "Article", "headline": "A <b>bold</b> move &lt;i>"} => A bold move <i>
        {"@type": "Article", "headline": "&amp;lt;b&gt;"} => &lt;b>
        {"@type": "Article", "headline": "&lcub;fmt&rcub; 11 is out&period;"} => {fmt} 11 is out.
        {"@type": "Article", "headline": "5 < 6 for <Placeholder> {x}"} => 5 < 6 for <Placeholder> {x}
    "##,
    );
}

#[test]
fn of_several_articles_the_one_at_the_address_of_the_page_is_meant() {
    let other =
        r#"{"@type": "NewsArticle", "headline": "Other", "url": "https://herald.example/other"}"#;
    for own in [
        r#""url": "http://www.herald.example/wind/#top""#,
        r#""url": "/wind""#,
        r#""@id": "https://herald.example/wind#article""#,
        r#""mainEntityOfPage": "https://herald.example/wind""#,
        r#""mainEntityOfPage": {"@type": "WebPage", "@id": "https://herald.example/wind"}"#,
        r##""mainEntityOfPage": {"@id": "#page", "url": "https://herald.example/wind"}"##,
    ] {
        for kind in ["NewsArticle", "BlogPosting"] {
            let own = format!("{{\"@type\": \"{kind}\", \"headline\": \"Own\", {own}}}");
            let reading = at(
                Some("https://herald.example/wind"),
                &format!("[{other}, {own}, {other}]"),
            );
            assert_eq!(&*reading.articles[0].headline, "Own", "{own}");
            assert_eq!(told(&reading.report), "", "{own}");
        }
    }
}

#[test]
fn of_several_articles_that_nothing_tells_apart_the_first_is_taken_and_the_editor_told() {
    takes(
        r##"
        [{"@type": "NewsArticle", "headline": "One"}, {"@type": "NewsArticle", "headline": "Two"}] => One | warning ambiguous-article $[0] nothing says which of several articles is meant; this is “One”, not “Two”
        [{"@type": "Article", "headline": "One"}, {"@type": "NewsArticle", "headline": "Two"}, {"@type": "Article", "headline": "Three"}, {"@type": "Article", "headline": "Four"}, {"@type": "Article", "headline": "Five"}] => Two | warning ambiguous-article $[1] nothing says which of several articles is meant; this is “Two”, not “One”, “Three”, “Four” or 1 more
        [{"@type": "BlogPosting", "headline": "One "}, {"@type": "Article", "headline": "one"}] => one
        [{"@type": "Article", "headline": "One", "@id": "#a"}, {"@type": "Article", "headline": "Uno", "@id": "#a"}] => One
        [{"@type": "Article"}, {"@type": "BlogPosting", "headline": "Two"}] => Two
        [{"headline": "One", "datePublished": "2024-04-03"}, {"@type": "WebPage", "hasPart": {"@type": "Article", "headline": "Two"}}] => Two
        [{"@type": "Article", "headline": "One", "hasPart": {"@type": "NewsArticle", "headline": "Two"}}] => One
        {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Update"}], "headline": "Live", "coverageEndTime": "2024-04-03"} => Live
        [{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Listed"}}]}, {"@type": "Article", "headline": "Own"}] => Own
        {"@type": "Comment", "isPartOf": {"@type": "NewsArticle", "headline": "Whole"}} => Whole
    "##,
    );
}

#[test]
fn what_describes_the_same_story_completes_it() {
    let blocks = r##"[{"@graph": [
        {"@type": "Article", "@id": "https://h.example/a#article", "headline": "H", "author": {"@id": "#ines"}, "wordCount": 7},
        {"@type": "Person", "@id": "#ines", "name": "Ines Calloway"}]},
        {"@type": "NewsArticle", "headline": " h", "datePublished": "2024-04-03"}]"##;
    assert_eq!(
        shown(&at(None, blocks)),
        r#"{"headline":"h","url":"https://h.example/a","byline":[{"name":"Ines Calloway"}],"published":"2024-04-03"}"#
    );
}

#[test]
fn references_lead_to_the_fuller_description() {
    each(
        r##"
        "author": {"@id": "#ines"} => {"byline":[{"name":"Ines Calloway"}]}
        "author": "#ines" => {"byline":[{"name":"Ines Calloway"}]}
        "author": [{"@id": "#ines", "name": "I. Calloway"}] => {"byline":[{"name":"I. Calloway"}]}
        "publisher": {"@id": "#herald", "name": "The Herald"} => {"publisher":{"name":"The Herald","logo":"https://h.example/l.png"}}
        "image": {"@id": "#picture"} => {"image":{"url":"https://h.example/p.jpg","caption":"A pier","width":1200}}
        "author": {"@id": "#nobody"} => {} | warning missing-field $[0].author this refers to “#nobody”, which is described nowhere
        "image": [{"@id": "https://h.example/q.jpg"}] => {"image":{"url":"https://h.example/q.jpg"}}
        "image": {"@id": "#missing"} => {} | warning missing-field $[0].image this refers to “#missing”, which is described nowhere
        "author": {"@id": "#a"} => {"byline":[{"name":"B"}]}
        "publisher": {"@id": "#self"} => {} | warning missing-field $[0].publisher without a name it is left out
        "keywords": {"@id": "#nobody"}, "isPartOf": {"@id": "#nowhere"} => {}
    "##,
        |members| {
            let json = format!(
                r##"[{}, {{"@type": "Person", "@id": "#ines", "name": "Ines Calloway"}},
                {{"@type": "Organization", "@id": "#herald", "name": "Herald Ltd", "logo": {{"@id": "#logo"}}}},
                {{"@id": "#logo", "@type": "ImageObject", "contentUrl": "https://h.example/l.png"}},
                {{"@id": "#picture", "url": "https://h.example/p.jpg", "caption": "A pier", "width": 1200}},
                {{"@id": "#a", "author": {{"@id": "#b"}}, "name": {{"@id": "#b", "name": "B"}}}},
                {{"@id": "#b", "author": {{"@id": "#a"}}}},
                {{"@id": "#self", "publisher": {{"@id": "#self"}}, "logo": {{"@id": "#self"}}}}]"##,
                news(members)
            );
            let reading = at(None, &json);
            let mut card: Value = serde_json::from_str(&reading.articles[0].to_json()).unwrap();
            card.as_object_mut().unwrap().remove("headline");
            let told = told(&reading.report).replace('\n', " | ");
            if told.is_empty() {
                card.to_string()
            } else {
                format!("{card} | {told}")
            }
        },
    );
}

#[test]
fn an_address_is_the_articles_own() {
    gives(
        r##"
        "url": "https://h.example/a?b=1&amp;c=2" => {"url":"https://h.example/a?b=1&c=2"}
        "url": ["", "https://h.example/a"] => {"url":"https://h.example/a"}
        "url": {"@id": "https://h.example/a"} => {"url":"https://h.example/a"}
        "mainEntityOfPage": "https://h.example/a" => {"url":"https://h.example/a"}
        "mainEntityOfPage": {"@id": "https://h.example/a#webpage"} => {"url":"https://h.example/a"}
        "mainEntityOfPage": "True", "@id": "https://h.example/a#article" => {"url":"https://h.example/a"}
        "mainEntityOfPage": true, "url": "/a" => {} | warning bad-url $.url “/a” is not an absolute address, and nothing says where the input was published
        "url": "javascript:alert(1)", "mainEntityOfPage": "https://h.example/a" => {"url":"https://h.example/a"} | warning blocked-url $.url “javascript:alert(1)” is not an http or https address
        "url": "{{url}}" => {} | warning bad-value $.url “{{url}}” stands where nothing was filled in
        "mainEntityOfPage": "https://h.example", "@id": "https://h.example/a" => {"url":"https://h.example/a"}
        "mainEntityOfPage": "https://h.example" => {"url":"https://h.example/"}
        "mainEntityOfPage": "https://h.example/#news", "@id": "https://h.example/a" => {"url":"https://h.example/a"}
        "mainEntityOfPage": "https://h.example?p=7", "identifier": 7 => {"id":"7","url":"https://h.example/?p=7"}
    "##,
    );
    let page = Some("https://www.herald.example/news/wind");
    let card = |members: &str| shown(&at(page, &news(members)));
    assert_eq!(
        card(r#""url": "../wind?a", "image": "//cdn.example/p.jpg""#),
        r#"{"headline":"H","url":"https://www.herald.example/wind?a","image":{"url":"https://cdn.example/p.jpg"}}"#
    );
    assert_eq!(
        card(r#""mainEntityOfPage": {"@type": "WebPage", "@id": "//www.herald.example/wind"}"#),
        r#"{"headline":"H","url":"https://www.herald.example/wind"}"#
    );
    assert_eq!(
        card(r#""url": "herald.example/news/wind""#),
        r#"{"headline":"H","url":"https://herald.example/news/wind"}"#
    );
    assert_eq!(
        card(r#""mainEntityOfPage": {"@id": "https://herald.example/"}"#),
        r#"{"headline":"H"} | warning bad-url $.mainEntityOfPage.@id this is the address of the front page, not of the article"#
    );
    // Relative ones lead from the article itself, if nothing else says where it was published.
    assert_eq!(
        shown(&at(
            None,
            &news(r#""url": "https://h.example/a/b", "image": "c.jpg""#)
        )),
        r#"{"headline":"H","url":"https://h.example/a/b","image":{"url":"https://h.example/a/c.jpg"}}"#
    );
}

#[test]
fn standfirst_and_key_points_say_more_than_the_headline() {
    gives(
        r##"
        "description": "<p>It shipped <b>coal</b> once.</p>" => {"standfirst":"It shipped coal once."}
        "abstract": "In short.", "description": "At length." => {"standfirst":"In short."}
        "description": " h " => {}
        "description": "", "abstract": null => {}
        "abstract": "H", "description": "More." => {"standfirst":"More."}
        "abstract": ["One. Jan. 4", "Two"], "description": "More." => {"standfirst":"More.","bullets":["One. Jan. 4","Two"]}
        "abstract": "• One to Jan. 4 • Two\n• Three" => {"bullets":["One to Jan. 4","Two","Three"]}
        "abstract": "‣One\n‣Two" => {"bullets":["One","Two"]}
        "abstract": "- One\n- Two" => {"bullets":["One","Two"]}
        "abstract": "<ul><li>One</li><li>Two</li></ul>" => {"bullets":["One","Two"]}
        "abstract": "One sentence\nwith a break. Two." => {"standfirst":"One sentence with a break. Two."}
        "abstract": ["Only one"] => {"standfirst":"Only one"}
    "##,
    );
    let many = json!(vec!["Point"; 12]).to_string();
    let reading = at(None, &news(&format!("\"abstract\": {many}")));
    assert_eq!(reading.articles[0].bullets.len(), 10);
    let cut = "warning truncated $.abstract the list was cut because a card has no room for more";
    assert_eq!(told(&reading.report), cut);
}

#[test]
fn a_dateline_is_a_place() {
    gives(
        r##"
        "dateline": "BEIRUT, Lebanon, June 2." => {"dateline":"BEIRUT, Lebanon"}
        "dateline": "SALTMERE (AP)" => {"dateline":"SALTMERE"}
        "dateline": "2022-05-07T20:06:23-05:00", "locationCreated": "Lima" => {"dateline":"Lima"} | warning bad-value $.dateline “2022-05-07T20:06:23-05:00” names no place
        "locationCreated": {"@type": "Place", "name": "Palma"} => {"dateline":"Palma"}
        "articleBody": "<p>SALTMERE: The port was rebuilt.</p>" => {"dateline":"SALTMERE"}
        "articleBody": "ST. LOUIS, Mo. (AP) — The port was rebuilt." => {"dateline":"ST. LOUIS, Mo."}
        "articleBody": "Saltmere: the port was rebuilt." => {}
        "articleBody": "UPDATE: the port was rebuilt." => {}
        "contentLocation": "Lima" => {}
    "##,
    );
}

#[test]
fn dates_are_those_of_publication_and_of_the_last_change() {
    gives(
        r##"
        "datePublished": "2024-04-03T10:00:00+02:00", "dateModified": "2024-04-04" => {"published":"2024-04-03T10:00:00+02:00","updated":"2024-04-04"}
        "dateCreated": "2024-04-03", "uploadDate": "2024-04-02" => {"published":"2024-04-03"}
        "datePublished": "", "uploadDate": {"@value": "2024-04-02", "@type": "Date"} => {"published":"2024-04-02"}
        "datePublished": "soon", "dateCreated": ["2024-04-03"] => {"published":"2024-04-03"} | warning bad-date $.datePublished “soon” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z
        "datePublished": "2024-04-03", "dateModified": "2024-04-02" => {"published":"2024-04-03"} | warning date-order $.dateModified the update lies before the publication and is not shown
        "datePublished": "2024-04-03 08:30:00 +0000 UTC" => {"published":"2024-04-03T08:30:00Z"}
        "datePublished": "Wed, 07/31/2024 - 17:57" => {"published":"2024-07-31T17:57"}
        "datePublished": "07/08/2024" => {} | warning bad-date $.datePublished “07/08/2024” is not a date: expected 2024-04-03 or 2024-04-03T10:00:00Z
        "datePublished": true => {} | warning wrong-type $.datePublished expected a date, found true or false
        "expires": "" => {}
        "expires": "2024-05-03" => {} | warning bad-value $.expires this may mean no more than that the news is old, so nothing is withheld after it
    "##,
    );
}

#[test]
fn the_first_usable_picture_is_shown() {
    gives(
        r##"
        "image": "https://h.example/p.jpg" => {"image":{"url":"https://h.example/p.jpg"}}
        "image": ["", null, "data:image/png;base64,x", "http://h.example/p.jpg"] => {"image":{"url":"http://h.example/p.jpg"}} | warning blocked-url $.image[2] “data:image/png;base64,x” is not an http or https address
        "image": {"@type": "ImageObject", "url": ["https://h.example/p.jpg", "https://h.example/q.jpg"]} => {"image":{"url":"https://h.example/p.jpg"}}
        "image": {"contentUrl": "https://h.example/p.jpg"} => {"image":{"url":"https://h.example/p.jpg"}}
        "image": {}, "thumbnailUrl": "https://h.example/t.jpg" => {"image":{"url":"https://h.example/t.jpg"}}
        "image": [] => {}
        "image": {"@type": "ImageObject", "height": 9} => {} | warning missing-field $.image without an address it is left out
        "image": {"@type": "ImageObject", "url": ""}, "isPartOf": {"primaryImageOfPage": {"url": "https://h.example/m.jpg"}} => {"image":{"url":"https://h.example/m.jpg"}} | warning missing-field $.image without an address it is left out
        "image": {"url": {"@id": "https://h.example/p.jpg"}} => {"image":{"url":"https://h.example/p.jpg"}}
        "image": 7 => {} | warning missing-field $.image without an address it is left out
        "image": ["https://h.example/l.png", "https://h.example/p.jpg"], "publisher": {"name": "P", "logo": "https://h.example/l.png"} => {"image":{"url":"https://h.example/p.jpg"},"publisher":{"name":"P","logo":"https://h.example/l.png"}} | warning bad-value $.image[0] this is a logo, no picture of the article
        "image": ["https://h.example/fallback-logo.png", "https://h.example/fallback-logo.png"], "thumbnailUrl": "https://h.example/t.jpg" => {"image":{"url":"https://h.example/fallback-logo.png"}} | warning bad-value $.image[0] this is a logo, no picture of the article
        "image": "https://h.example/company-logo.png", "thumbnailUrl": "https://h.example/company-logo.png" => {"image":{"url":"https://h.example/company-logo.png"}}
    "##,
    );
}

#[test]
fn a_picture_has_the_size_that_is_stated_and_no_other() {
    each(
        r##"
        1200 => 1200
        "1200" => 1200
        "810px" => 810
        3227.0 => 3227
        {"@type": "QuantitativeValue", "value": "1160"} => 1160
        {"@type": "Intangible", "name": "1160"} => 1160
        "auto" => null
        0 => null
        "" => null
        "100%" => null | warning bad-value $.image.width expected a number of pixels from 1 to 65535
        -1 => null | warning bad-value $.image.width expected a number of pixels from 1 to 65535
        [640, 800] => 640
    "##,
        |width| {
            let picture =
                format!(r#""image": {{"url": "https://h.example/p.jpg", "width": {width}}}"#);
            let reading = at(None, &news(&picture));
            let width = reading.articles[0].image.as_ref().unwrap().width;
            let parts = [json!(width).to_string(), told(&reading.report)];
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" | ")
        },
    );
}

#[test]
fn only_widths_that_are_certain_become_sources() {
    gives(
        r##"
        "image": [{"url": "https://h.example/1200x675/p.jpg", "width": 1200, "height": 675}, {"url": "https://h.example/600x338/p.jpg", "width": "600", "height": "338"}, {"url": "https://h.example/600x600/p.jpg", "width": 600, "height": 600}, {"url": "https://h.example/640x360/q.jpg", "width": 640, "height": 360}] => {"image":{"url":"https://h.example/1200x675/p.jpg","width":1200,"height":675,"sources":[{"url":"https://h.example/600x338/p.jpg","width":600}]}}
        "image": ["https://h.example/1200x675/p.jpg", "https://h.example/600x338/p.jpg"] => {"image":{"url":"https://h.example/1200x675/p.jpg"}}
    "##,
    );
}

#[test]
fn a_picture_is_described_by_its_own_words() {
    let picture = |members: &str| {
        let picture = format!(
            r#""description": "Of the story.", "image": {{"url": "https://h.example/p.jpg", {members}}}"#
        );
        shown(&at(None, &news(&picture)))
            .replacen(
                r#"{"headline":"H","standfirst":"Of the story.","image":{"url":"https://h.example/p.jpg""#,
                "{",
                1,
            )
            .replacen("{,", "{", 1)
            .replacen("}}", "}", 1)
    };
    each(
        r##"
        "caption": "A pier. (AFP/File)" => {"caption":"A pier.","credit":"AFP/File"}
        "caption": "A pier. (AFP/File)", "creditText": "AFP" => {"caption":"A pier.","credit":"AFP"}
        "caption": "A pier (left)", "creditText": "AFP" => {"caption":"A pier (left)","credit":"AFP"}
        "caption": "A&nbsp;pier", "creator": {"@type": "Person", "name": "Ines"}, "copyrightNotice": "X" => {"caption":"A pier","credit":"Ines"}
        "author": "Ines" => {"credit":"Ines"}
        "copyrightHolder": {"name": "© dpa"} => {"credit":"© dpa"}
        "caption": "H" => {}
        "caption": {"@type": "MediaObject", "name": "A pier"} => {"caption":"A pier"}
        "description": "A pier at dusk" => {"alt":"A pier at dusk"}
        "description": "A pier at dusk", "caption": "A pier at dusk" => {"caption":"A pier at dusk"}
        "description": "A pier at dusk. Photo: AP", "caption": "A pier at dusk." => {"caption":"A pier at dusk."}
        "description": "Of the story." => {}
        "description": "H" => {}
        "name": "pier.jpg", "headline": "A pier" => {}
    "##,
        |members| picture(members).replace('\u{a0}', " "),
    );
}

#[test]
fn a_byline_is_readable() {
    gives(
        r##"
        "author": "Ines Calloway" => {"byline":[{"name":"Ines Calloway"}]}
        "author": ["Ines Calloway", {"@type": "Person", "name": "Tom Pascoe", "url": "https://h.example/tom"}] => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe","url":"https://h.example/tom"}]}
        "author": [[{"name": "Ines"}], [[{"name": "Tom"}]]] => {"byline":[{"name":"Ines"},{"name":"Tom"}]}
        "author": {"name": ["Ines", "Tom"], "url": "https://h.example/both"} => {"byline":[{"name":"Ines"},{"name":"Tom"}]}
        "author": {"@type": "Organization", "name": "Reuters"} => {"byline":[{"name":"Reuters"}]}
        "author": [{"name": "Ines"}, {"name": "INES"}, "ines"] => {"byline":[{"name":"Ines"}]}
        "author": {}, "creator": ["Ines"] => {"byline":[{"name":"Ines"}]}
        "author": {"@type": "Person"} => {} | warning missing-field $.author without a name it is left out
        "author": {"@type": "Person", "name": ""}, "creator": "Ines" => {"byline":[{"name":"Ines"}]} | warning missing-field $.author without a name it is left out
        "author": "https://h.example/ines" => {} | warning bad-value $.author “https://h.example/ines” is or has an address, which is no name
        "author": {"name": "ines@h.example"} => {} | warning bad-value $.author.name “ines@h.example” is or has an address, which is no name
        "author": "Ines Calloway <ines@h.example>" => {"byline":[{"name":"Ines Calloway"}]} | warning bad-value $.author “Ines Calloway <ines@h.example>” is or has an address, which is no name
        "author": "ines@h.example (Ines Calloway)" => {"byline":[{"name":"Ines Calloway"}]} | warning bad-value $.author “ines@h.example (Ines Calloway)” is or has an address, which is no name
        "author": "執筆：木村" => {"byline":[{"name":"木村"}]}
        "author": "By Ines Calloway" => {"byline":[{"name":"Ines Calloway"}]}
        "author": "Von Ines Calloway", "inLanguage": "de" => {"byline":[{"name":"Ines Calloway"}],"language":"de"}
        "author": "Von Ines Calloway", "inLanguage": "en" => {"byline":[{"name":"Von Ines Calloway"}],"language":"en"}
        "author": {"name": "Ines", "sameAs": "https://h.example/ines"} => {"byline":[{"name":"Ines","url":"https://h.example/ines"}]}
        "author": {"name": "Ines", "sameAs": ["https://a.example/", "https://b.example/"]} => {"byline":[{"name":"Ines"}]}
        "author": {"name": "Ines", "@id": "https://h.example/#ines"} => {"byline":[{"name":"Ines"}]}
        "author": {"name": "Ines", "url": "javascript:alert(1)"} => {"byline":[{"name":"Ines"}]} | warning blocked-url $.author.url “javascript:alert(1)” is not an http or https address
        "author": [true, "Ines"] => {"byline":[{"name":"Ines"}]} | warning missing-field $.author[0] without a name it is left out
        "author": "The Herald", "publisher": "The Herald" => {"byline":[{"name":"The Herald"}],"publisher":{"name":"The Herald"}}
    "##,
    );
    let many: Vec<String> = (0..30).map(|number| format!("Author {number}")).collect();
    let reading = at(None, &news(&format!("\"author\": {}", json!(many))));
    assert_eq!(reading.articles[0].byline.len(), 10);
    let cut = "warning truncated $.author the list was cut because a card has no room for more";
    assert_eq!(told(&reading.report), cut);
}

#[test]
fn a_name_is_put_together_of_its_parts() {
    gives(
        r##"
        "author": {"@type": "Person", "givenName": "Ines", "familyName": "Calloway"} => {"byline":[{"name":"Ines Calloway"}]}
        "author": {"givenName": "Ines", "familyName": "Calloway", "name": "I. Calloway"} => {"byline":[{"name":"I. Calloway"}]}
        "author": {"givenName": "Ines", "familyName": "Calloway", "alternateName": "ica"} => {"byline":[{"name":"Ines Calloway"}]}
        "author": {"givenName": " ", "familyName": "Calloway"} => {"byline":[{"name":"Calloway"}]}
        "author": {"givenName": "太郎", "familyName": "木村"} => {"byline":[{"name":"木村太郎"}]}
        "author": {"givenName": "Ines", "familyName": "null"} => {"byline":[{"name":"Ines"}]} | warning bad-value $.author.familyName “null” stands where nothing was filled in
        "author": {"name": "{{author}}", "givenName": "Ines", "familyName": "Calloway"} => {"byline":[{"name":"Ines Calloway"}]} | warning bad-value $.author.name “{{author}}” stands where nothing was filled in
    "##,
    );
}

#[test]
fn names_that_are_joined_in_one_are_printed_once() {
    gives(
        r##"
        "author": "Ines Calloway; Tom Pascoe" => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
        "author": ["Ines Calloway; Tom Pascoe", {"name": "Ines Calloway", "url": "https://h.example/ines"}, "Tom Pascoe"] => {"byline":[{"name":"Ines Calloway","url":"https://h.example/ines"},{"name":"Tom Pascoe"}]}
        "author": ["Tom Pascoe; Li Wei", {"name": "Tom Pascoe", "url": "https://h.example/tom"}] => {"byline":[{"name":"Li Wei"},{"name":"Tom Pascoe","url":"https://h.example/tom"}]}
        "author": ["Ines Calloway", "Tom Pascoe", "By Ines Calloway and Tom Pascoe"] => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
        "author": ["Ines Calloway &amp; Tom Pascoe", "INES CALLOWAY", "Tom Pascoe"] => {"byline":[{"name":"INES CALLOWAY"},{"name":"Tom Pascoe"}]}
        "author": ["Ines Calloway, Tom Pascoe", "Ines Calloway", "Tom Pascoe"] => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
        "author": "Ines Calloway and Tom Pascoe" => {"byline":[{"name":"Ines Calloway and Tom Pascoe"}]}
        "author": ["Marsh and Daughters", "Marsh"] => {"byline":[{"name":"Marsh and Daughters"},{"name":"Marsh"}]}
        "author": {"name": "Ines Calloway; Tom Pascoe", "url": "https://h.example/both"} => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
    "##,
    );
}

#[test]
fn a_publisher_has_a_name() {
    gives(
        r##"
        "publisher": {"name": " h"} => {} | warning bad-value $.publisher.name this is the headline, and no publisher's name
        "publisher": "H", "provider": "P" => {"publisher":{"name":"P"}} | warning bad-value $.publisher this is the headline, and no publisher's name
        "publisher": {"@type": "NewsMediaOrganization", "name": "P", "url": "https://h.example", "logo": {"url": "https://h.example/l.png", "width": 60}} => {"publisher":{"name":"P","url":"https://h.example/","logo":"https://h.example/l.png"}}
        "publisher": [{"name": "P", "logo": "https://h.example/l.png"}, {"name": "Q"}] => {"publisher":{"name":"P","logo":"https://h.example/l.png"}}
        "publisher": "P" => {"publisher":{"name":"P"}}
        "publisher": {"@type": "Organization", "logo": "https://h.example/l.png"} => {} | warning missing-field $.publisher without a name it is left out
        "publisher": "https://h.example/" => {} | warning bad-value $.publisher “https://h.example/” is or has an address, which is no name
        "publisher": {"@type": "Organization", "legalName": "P Ltd"} => {"publisher":{"name":"P Ltd"}}
        "sourceOrganization": {"name": "P"} => {"publisher":{"name":"P"}}
        "isPartOf": {"@type": "WebPage", "name": "X", "isPartOf": {"@type": "WebSite", "name": "P", "url": "https://h.example"}} => {"publisher":{"name":"P","url":"https://h.example/"}}
        "isPartOf": {"@type": ["CreativeWork", "Product"], "name": "P Plus"} => {}
        "publisher": {"name": "P", "logo": {"@type": "ImageObject"}} => {"publisher":{"name":"P"}} | warning missing-field $.publisher.logo without an address it is left out
    "##,
    );
}

#[test]
fn section_and_language_are_single_words() {
    gives(
        r##"
        "articleSection": "Arts &amp; Culture" => {"section":"Arts & Culture"}
        "articleSection": ["World", "Europe"] => {"section":"World"}
        "articleSection": "World,Europe" => {"section":"World"}
        "articleSection": "Arts, Culture" => {"section":"Arts, Culture"}
        "articleSection": "A, B, C, D" => {"section":"A"}
        "articleSection": {"@type": "Thing", "name": "World"} => {"section":"World"}
        "articleSection": "A sentence that somebody has put here, for whatever reason there was" => {} | warning bad-value $.articleSection this is too long for the name of a section
        "inLanguage": "en_IN" => {"language":"en-IN"}
        "inLanguage": {"@type": "Language", "name": "Arabic", "alternateName": "ar"} => {"language":"ar"}
        "inLanguage": {"@type": "Language", "name": "de"} => {"language":"de"}
        "inLanguage": ["de-AT", "en"] => {"language":"de-AT"}
        "inLanguage": "deutsch, german" => {} | warning bad-lang $.inLanguage “deutsch, german” is not a language tag, such as en or pt-BR
        "inLanguage": "en\" onload=\"alert(1)" => {} | warning bad-lang $.inLanguage “en" onload="alert(1)” is not a language tag, such as en or pt-BR
        "@context": ["https://schema.org", {"@language": "fr"}] => {"language":"fr"}
    "##,
    );
}

#[test]
fn texts_in_several_languages_are_read_in_one() {
    let headline =
        r#"[{"@value": "Wind", "@language": "en"}, {"@value": "رياح", "@language": "ar"}]"#;
    let read = |members: &str| {
        let json = format!(r#"{{"@type": "Article", "headline": {headline}, {members}}}"#);
        shown(&at(None, &json))
    };
    assert_eq!(
        read(r#""inLanguage": "ar-EG""#),
        r#"{"headline":"رياح","language":"ar-EG"}"#
    );
    assert_eq!(
        read(
            r#""description": [{"@value": "نص", "@language": "ar"}, {"@value": "Text", "@language": "en-GB"}]"#
        ),
        r#"{"headline":"Wind","standfirst":"Text","language":"en"}"#
    );
    assert_eq!(
        read(r#""inLanguage": "fr""#),
        r#"{"headline":"Wind","language":"fr"}"#
    );
}

#[test]
fn what_is_not_free_is_paid_for_and_what_says_nothing_is_neither() {
    gives(
        r##"
        "isAccessibleForFree": true => {"access":"free"}
        "isAccessibleForFree": "True" => {"access":"free"}
        "isAccessibleForFree": "False" => {"access":"paid"}
        "isAccessibleForFree": "http://schema.org/False" => {"access":"paid"}
        "isAccessibleForFree": true, "hasPart": [{"@type": "WebPageElement", "isAccessibleForFree": "False"}] => {"access":"paid"}
        "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": true} => {"access":"free"}
        "isAccessibleForFree": "perhaps" => {} | warning bad-value $.isAccessibleForFree expected true or false
        "isAccessibleForFree": null => {}
    "##,
    );
}

#[test]
fn editorial_states_are_those_that_the_article_declares() {
    each(
        r##"
        "@type": "NewsArticle", "creativeWorkStatus": "Breaking" => "breaking"
        "@type": "NewsArticle", "creativeWorkStatus": {"@type": "DefinedTerm", "name": "Withdrawn"} => "withdrawn"
        "@type": "NewsArticle", "creativeWorkStatus": " LIVE " => "live"
        "@type": "NewsArticle", "creativeWorkStatus": "Published" => null
    "##,
        |members| {
            let reading = at(None, &format!("{{\"headline\": \"H\", {members}}}"));
            assert_eq!(told(&reading.report), "");
            json!(reading.articles[0].status).to_string()
        },
    );
    gives(
        r##"
        "correction": "A blade is 108 metres long." => {"correction":{"text":"A blade is 108 metres long."}}
        "correction": {"@type": "CorrectionComment", "text": "A blade", "datePublished": "2024-04-03"} => {"correction":{"text":"A blade","date":"2024-04-03"}}
        "correction": ["One.", "Two."] => {"correction":{"text":"One."}} | warning truncated $.correction the list was cut because a card has no room for more
        "correction": "https://h.example/corrections" => {} | warning missing-field $.correction without words it is left out
        "correction": {"@type": "CorrectionComment"} => {} | warning missing-field $.correction without words it is left out
        "sponsor": {"@type": "Organization", "name": "Northern Lines", "url": "https://rail.example/"} => {"sponsor":{"name":"Northern Lines","url":"https://rail.example/"}}
    "##,
    );
}

#[test]
fn a_live_blog_is_live_while_something_says_so() {
    let nothing_says =
        "null | warning bad-value $.@type nothing says that this live blog still goes on";
    let status = |members: &str, now: Option<&str>| {
        let now = now.and_then(|now| match Moment::parse(now).ok()?.when() {
            When::Instant { epoch_ms, .. } => Some(epoch_ms),
            When::Day(_) => None,
        });
        let options = ReadOptions {
            now,
            ..ReadOptions::default()
        };
        let json = format!("{{\"@type\": \"LiveBlogPosting\", \"headline\": \"H\", {members}}}");
        let reading = read(json.as_bytes(), &options);
        let status = json!(reading.articles[0].status).to_string();
        let told = told(&reading.report);
        let parts = [status, told].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" | ")
    };
    let now = Some("2024-07-19T12:00:00Z");
    for (members, expected) in [
        (r#""dateModified": "2024-07-19T11:50:00Z""#, "\"live\""),
        (r#""dateModified": "2024-07-18T12:00:00Z""#, "\"live\""),
        (r#""datePublished": "2024-07-19""#, "\"live\""),
        (r#""dateModified": "2024-07-18T11:59:59Z""#, nothing_says),
        (
            r#""datePublished": "2019-02-09T10:00:00Z", "coverageEndTime": """#,
            nothing_says,
        ),
        (r#""dateModified": "2199-01-01T00:00:00Z""#, nothing_says),
        (
            r#""coverageStartTime": "2024-07-19T10:00:00Z""#,
            nothing_says,
        ),
        (
            r#""coverageEndTime": "2024-07-19T12:00:01Z", "datePublished": "2024-07-01""#,
            "\"live\"",
        ),
        (r#""coverageEndTime": "2199-01-01""#, "\"live\""),
        (
            r#""coverageEndTime": "2024-07-19T12:00:00Z", "dateModified": "2024-07-19T11:50:00Z""#,
            "null",
        ),
        (r#""coverageEndTime": "2024-07-19T13:00:00+02:00""#, "null"),
        (r#""creativeWorkStatus": "Live""#, "\"live\""),
    ] {
        assert_eq!(status(members, now), expected, "{members}");
    }
    let modified = r#""dateModified": "2024-07-19T11:50:00Z""#;
    assert_eq!(status(modified, None), nothing_says);
    assert_eq!(status(r#""coverageEndTime": "2199-01-01""#, None), "null");
}

#[test]
fn related_stories_have_headlines() {
    gives(
        r##"
        "relatedLink": ["https://h.example/a"], "citation": [{"@type": "CreativeWork", "url": "https://h.example/b"}] => {}
        "citation": {"@type": "NewsArticle", "headline": "A", "url": "https://h.example/a", "datePublished": "2024-04-03", "image": "https://h.example/a.jpg", "inLanguage": "fr"} => {"related":[{"headline":"A","url":"https://h.example/a","published":"2024-04-03","language":"fr","image":"https://h.example/a.jpg"}]}
        "isRelatedTo": {"@type": "Article", "name": "A"}, "isBasedOn": {"name": "B"} => {"related":[{"headline":"A"},{"headline":"B"}]}
        "hasPart": [{"@type": "WebPageElement", "name": "X"}, {"@type": "NewsArticle", "name": "A"}] => {"related":[{"headline":"A"}]}
        "mainEntityOfPage": {"@type": "WebPage", "relatedLink": {"@type": "Article", "name": "A"}} => {"related":[{"headline":"A"}]}
        "citation": [{"name": "A"}, {"name": "a "}, {"name": "H"}] => {"related":[{"headline":"A"}]}
        "url": "https://h.example/h", "citation": {"name": "A", "url": "http://www.h.example/h/#b"} => {"url":"https://h.example/h"}
        "x": {"@type": "ItemList", "itemListElement": [{"item": {"@type": "NewsArticle", "headline": "A"}}, {"item": {"@type": "WebPage", "name": "X"}}, {"@type": "Article", "headline": "H"}]} => {"related":[{"headline":"A"}]}
    "##,
    );
}

#[test]
fn an_identifier_is_not_the_address() {
    gives(
        r##"
        "identifier": "urn:x:1" => {"id":"urn:x:1"}
        "identifier": 7715044 => {"id":"7715044"}
        "identifier": {"@type": "PropertyValue", "propertyID": "cms", "value": "a-1"} => {"id":"a-1"}
        "@id": "urn:x:1" => {"id":"urn:x:1"}
        "@id": "https://h.example/a#article", "url": "https://h.example/a" => {"url":"https://h.example/a"}
        "@id": "#article" => {}
        "@id": "_:b0" => {}
        "identifier": "https://h.example/a", "url": "https://www.h.example/a/", "@id": "urn:x:1" => {"id":"urn:x:1","url":"https://www.h.example/a/"}
    "##,
    );
}

#[test]
fn of_a_name_that_stands_twice_the_last_counts_and_it_is_told_once() {
    gives(
        r##"
        "author": "Ines", "author": "Tom" => {"byline":[{"name":"Tom"}]} | warning duplicate-field $.author the field stands more than once; the last one counts
        "mainEntityOfPage": "https://h.example/a", "mainEntityOfPage": "https://h.example/b" => {"url":"https://h.example/b"} | warning duplicate-field $.mainEntityOfPage the field stands more than once; the last one counts
        "image": {"url": "https://h.example/p.jpg", "caption": "A", "caption": "B"} => {"image":{"url":"https://h.example/p.jpg","caption":"B"}} | warning duplicate-field $.image.caption the field stands more than once; the last one counts
        "wordCount": 1, "wordCount": 2, "__proto__": {}, "": 1 => {}
    "##,
    );
}

#[test]
fn it_is_told_where_each_field_came_from() {
    let json = r#"{"@graph": [{"@type": "NewsArticle", "headline": "<b>H</b>", "isPartOf": {"@id": "x"},
        "image": {"url": "https://h.example/p.jpg", "caption": "A pier. (AFP/File)"},
        "author": [{"name": "By Ines"}], "publisher": {"@id": "p"}, "dateline": "SALTMERE, 3 April"},
        {"@id": "p", "name": "The Herald"}]}"#;
    let reading = at(None, json);
    let provenance = reading.entries[0].provenance.iter();
    let provenance: Vec<String> = provenance
        .map(|from| {
            format!("{} {} {}", from.field, from.path, from.done)
                .trim()
                .to_owned()
        })
        .collect();
    assert_eq!(
        provenance,
        [
            "headline $.@graph[0].headline markup taken out",
            "publisher $.@graph[1].name",
            "image $.@graph[0].image.url",
            "image.credit $.@graph[0].image.caption split from the caption",
            "image.caption $.@graph[0].image.caption",
            "dateline $.@graph[0].dateline the date taken off",
            "byline $.@graph[0].author[0].name “By” taken off",
        ]
    );
}

#[test]
fn a_diagnostic_names_the_line() {
    let json = "[\n  {\"@type\": \"Article\",\n   \"headline\": \"H\",\n   \"url\": \"mailto:a@h.example\"}\n]";
    let reading = at(None, json);
    let diagnostic = &reading.report.diagnostics[0];
    assert_eq!(
        (diagnostic.path.as_str(), diagnostic.path.place()),
        (
            "$[0].url",
            Some(Place {
                line: 4,
                column: 11
            })
        )
    );
}

#[test]
fn what_has_only_one_repair_is_repaired_and_told() {
    let whole = r#"{"@type": "Article", "headline": "A line"}"#;
    for (before, after) in [
        ("//<![CDATA[\n", "\n//]]>"),
        ("// <![CDATA[\n", "\n// ]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        (" <![CDATA[ ", " ]]> "),
        ("<!--\n", "\n-->"),
        ("<!--\n", "\n//-->"),
        ("\u{feff}<![CDATA[", "]]>"),
    ] {
        let shown = shown(&at(None, &[before, whole, after].concat()));
        let repaired =
            r#"{"headline":"A line"} | warning json-repaired $ it stood in a comment or in CDATA"#;
        assert!(shown.starts_with(repaired), "{before}: {shown}");
    }
    let repaired = |json: &str| shown(&at(None, json));
    assert_eq!(
        repaired(&format!("<![CDATA[{whole};]]>;\n")),
        r#"{"headline":"A line"} | warning json-repaired $ it stood in a comment or in CDATA (1:10) | warning json-repaired $ a semicolon stood after it (1:10)"#
    );
    assert_eq!(
        repaired("{\"@type\": \"Article\", \"headline\": \"A\n\tline\"}"),
        r#"{"headline":"A line"} | warning json-repaired $ control characters or halves of surrogate pairs stood in its texts"#
    );
    assert_eq!(
        repaired(r#"{"@type": "Article", "headline": "A \ud83d line", "x": "\ude80"}"#),
        r#"{"headline":"A � line"} | warning json-repaired $ control characters or halves of surrogate pairs stood in its texts"#
    );
    // The place is that in the text as it was.
    let json = "<!--\n{\"@type\": \"Article\", \"headline\": \"H\",\n \"url\": \"x:y\"};-->";
    let reading = at(None, json);
    let diagnostic = reading.report.diagnostics.last().unwrap();
    let place = Place { line: 3, column: 9 };
    assert_eq!(diagnostic.path.place(), Some(place));
}

#[test]
fn what_has_more_than_one_reading_is_refused_with_its_place() {
    for (json, reason, line, column) in [
        (
            "{\"@type\": \"Article\",\n // the headline\n \"headline\": \"H\"}",
            "expected a name in double quotes",
            2,
            2,
        ),
        (
            "<!-- an article -->\n{\"@type\": \"Article\", \"headline\": \"H\"}",
            "expected a value",
            1,
            6,
        ),
        (
            "/* an article */ {\"@type\": \"Article\", \"headline\": \"H\"}",
            "expected a value",
            1,
            4,
        ),
        (
            "{\"@type\": 'Article', 'headline': 'H'}",
            "expected a value",
            1,
            11,
        ),
        (
            "{\"@type\": \"Article\", \"headline\": \"A \"good\" day\"}",
            "expected a comma or }",
            1,
            38,
        ),
        (
            "{\"@type\": \"Article\", \"headline\": \"H\",}",
            "expected a name in double quotes",
            1,
            38,
        ),
        (
            "{\"@type\": \"Article\", \"headline\": \"H\"}\n{\"@type\": \"Article\"}",
            "nothing may follow the value",
            2,
            1,
        ),
        (
            "{\"@type\": \"Article\", \"headline\": \"H",
            "the input ends within a text",
            1,
            36,
        ),
    ] {
        let reading = at(None, json);
        assert!(reading.articles.is_empty(), "{json}");
        assert_eq!(
            told(&reading.report),
            format!("error json-syntax $ {reason} ({line}:{column})"),
            "{json}"
        );
    }
}

/// Shapes that stand for each other, and what cannot be in its place.
const VALUES: [&str; 14] = [
    "null",
    "true",
    "0",
    "-1.5",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[[[null]]]",
    "{\"@id\": \"#a\"}",
    "{\"@value\": [{\"@value\": {}}]}",
    "{\"@type\": \"Article\", \"headline\": 1}",
    "[\"x\", {\"name\": [1, \"x\"]}]",
    "\"https://h.example/a\"",
];

const NAMES: &str = "headline name url @id @type @context @graph mainEntityOfPage isPartOf hasPart image thumbnailUrl author creator \
    publisher logo abstract description dateline locationCreated articleBody datePublished dateModified articleSection \
    inLanguage isAccessibleForFree correction sponsor creativeWorkStatus identifier citation relatedLink expires width \
    height caption creditText sameAs alternateName value @language @list";

#[test]
fn any_value_in_any_place_is_read_or_told() {
    let names: Vec<&str> = NAMES.split_whitespace().collect();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for _ in 0..5_000 {
        let mut value = String::from("\"H\"");
        for _ in 0..chance.below(4) {
            let mut members = String::from("\"@type\": \"NewsArticle\", \"@id\": \"#a\"");
            for _ in 0..chance.below(12) {
                let name = names[chance.below(names.len())];
                let own = if chance.below(3) == 0 {
                    &value
                } else {
                    VALUES[chance.below(VALUES.len())]
                };
                members.push_str(&format!(", \"{name}\": {own}"));
            }
            value = format!("{{{members}}}");
        }
        let reading = read(value.as_bytes(), &ReadOptions::default());
        let is_refused = reading.report.is_refusal();
        assert_eq!(reading.articles.is_empty(), is_refused, "{value}");
    }
}

#[test]
fn as_much_as_can_arrive_is_read_in_time() {
    let all = |item: &str, count: usize| vec![item; count].join(",");
    let person = r##"{"@id": "#a", "name": "A"}"##;
    let article = r##"{"@type": "Article", "@id": "#a", "headline": "H"}"##;
    for json in [
        format!(
            r#"{{"@type": "Article", "headline": "H", "author": [{}]}}"#,
            all(person, 16_000)
        ),
        format!("[{}]", all(article, 12_000)),
        format!(
            r#"{{"@type": "Article", "headline": "H", {}}}"#,
            all("\"author\": 1", 49_000)
        ),
        format!(
            r#"{{"@type": "Article", "headline": "H", "image": [{}]}}"#,
            all("\"x:y\"", 49_000)
        ),
        format!(
            r#"{{"@type": "Article", "headline": "H", "abstract": "{}"}}"#,
            "• <b ".repeat(200_000)
        ),
        format!(
            r#"{{"@type": "Article", "headline": "H", "description": "{}"}}"#,
            "&<b '".repeat(300_000)
        ),
    ] {
        let start = Instant::now();
        let reading = at(None, &json);
        assert_eq!(reading.articles.len(), 1, "{}", told(&reading.report));
        // Without optimisation, and while other tests run.
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{:?} for {}",
            start.elapsed(),
            json.get(..80).unwrap()
        );
        assert!(
            reading.report.diagnostics.len() < 250,
            "{}",
            reading.report.diagnostics.len()
        );
    }
}

#[test]
fn halves_of_surrogate_pairs_become_replacement_characters() {
    let json = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "\ud83d </script> \ude80",
        "url": "https://herald.example/\udc00", "description": "\udfff<!--<script>"}"#;
    let reading = read(json.as_bytes(), &ReadOptions::default());
    let article = &reading.articles[0];
    // An unclosed element is no text that a reader would see.
    assert!(article.headline.starts_with('\u{fffd}'), "{article:?}");
    let url = article.url.as_ref().map(|url| url.as_str());
    assert_eq!(url, Some("https://herald.example/%EF%BF%BD"));
    assert!(!article.to_json().contains('<'), "{article:?}");
}

#[test]
fn a_page_is_known_by_its_address_from_wherever_somebody_came() {
    let two = r#"[{"@type": "NewsArticle", "headline": "Another", "url": "https://h.example/b"},
        {"@type": "NewsArticle", "headline": "This", "url": "https://h.example/a"}]"#;
    for page in [
        "https://h.example/a",
        "https://m.h.example/a/?from=feed",
        "http://www.h.example/a#top",
    ] {
        assert_eq!(&*at(Some(page), two).articles[0].headline, "This", "{page}");
    }
}

#[test]
fn a_line_that_repeats_the_headline_in_capitals_says_nothing_more() {
    let article =
        r#"{"@type": "NewsArticle", "headline": "Порт открыт", "description": "ПОРТ  ОТКРЫТ"}"#;
    assert_eq!(shown(&at(None, article)), r#"{"headline":"Порт открыт"}"#);
}

#[test]
fn how_a_text_and_a_picture_came_to_be_is_a_term_of_iptc() {
    gives(
        r##"
        "digitalSourceType": "TrainedAlgorithmicMediaDigitalSource" => {"origin":"trainedAlgorithmicMedia"}
        "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource" => {"origin":"trainedAlgorithmicMedia"}
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits" => {"origin":"humanEdits"}
        "digitalSourceType": {"@id": "https://schema.org/MultiFrameComputationalCaptureDigitalSource"} => {"origin":"computationalCapture"}
        "digitalSourceType": "print" => {"origin":"print"}
        "digitalSourceType": ["robot", "digitalCapture"] => {"origin":"digitalCapture"} | warning bad-value $.digitalSourceType[0] “robot” is no digital source type of IPTC's
        "digitalSourceType": {"@id": "https://h.example/ai"} => {} | warning bad-value $.digitalSourceType.@id “https://h.example/ai” is no digital source type of IPTC's
        "digitalSourceType": " " => {}
        "image": {"url": "https://h.example/p.jpg", "digitalSourceType": {"@id": "digsrctype:compositeSynthetic"}} => {"image":{"url":"https://h.example/p.jpg","origin":"compositeSynthetic"}}
        "image": {"url": "https://h.example/p.jpg", "digitalSourceType": "AI"} => {"image":{"url":"https://h.example/p.jpg"}} | warning bad-value $.image.digitalSourceType “AI” is no digital source type of IPTC's
        "image": [{"url": "mailto:p", "digitalSourceType": "print"}, "https://h.example/p.jpg"] => {"image":{"url":"https://h.example/p.jpg"}} | warning blocked-url $.image[0].url “mailto:p” is not an http or https address
    "##,
    );
    let json = "{\"@type\": \"NewsArticle\", \"headline\": \"H\",\n \"digitalSourceType\": \"AI\"}";
    let reading = at(None, json);
    let place = reading.report.diagnostics[0].path.place();
    assert_eq!(
        place,
        Some(Place {
            line: 2,
            column: 23
        })
    );
}

#[test]
fn the_time_of_reading_is_in_begun_minutes() {
    gives(
        r##"
        "timeRequired": "PT5M" => {"readingTime":5}
        "timeRequired": "PT4M30S" => {"readingTime":5}
        "timeRequired": "PT1S" => {"readingTime":1}
        "timeRequired": "PT1H30M" => {"readingTime":90}
        "timeRequired": "" => {}
        "timeRequired": "PT0S" => {} | warning bad-value $.timeRequired “PT0S” is no length of time, such as PT5M
        "timeRequired": "5 min" => {} | warning bad-value $.timeRequired “5 min” is no length of time, such as PT5M
        "timeRequired": "PT1000H" => {} | warning bad-value $.timeRequired “PT1000H” is no length of time, such as PT5M
        "timeRequired": 5 => {} | warning wrong-type $.timeRequired expected text, found a number
    "##,
    );
}

#[test]
fn an_author_has_a_portrait_and_a_job_title() {
    gives(
        r##"
        "author": {"name": "Ines Calloway", "jobTitle": "Science &amp; tech editor", "image": "https://h.example/ines.jpg"} => {"byline":[{"name":"Ines Calloway","image":"https://h.example/ines.jpg","jobTitle":"Science & tech editor"}]}
        "author": [{"name": "Ines Calloway", "jobTitle": "Reporter"}, {"name": "By Tom Pascoe", "image": {"@type": "ImageObject", "contentUrl": "https://h.example/tom.jpg", "caption": "Tom"}}] => {"byline":[{"name":"Ines Calloway","jobTitle":"Reporter"},{"name":"Tom Pascoe","image":"https://h.example/tom.jpg"}]}
        "author": {"name": "山田太郎", "jobTitle": "記者"} => {"byline":[{"name":"山田太郎","jobTitle":"記者"}]}
        "author": {"@type": ["Person", "Organization"], "name": "Ines Calloway", "jobTitle": ["", "Editor"]} => {"byline":[{"name":"Ines Calloway","jobTitle":"Editor"}]}
        "author": {"name": "Ines Calloway; Tom Pascoe", "jobTitle": "Reporter", "image": "https://h.example/ines.jpg"} => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
        "author": {"name": ["Ines Calloway", "Tom Pascoe"], "jobTitle": "Reporter"} => {"byline":[{"name":"Ines Calloway"},{"name":"Tom Pascoe"}]}
        "author": {"name": "news_desk4", "jobTitle": "Reporter", "image": "https://h.example/desk.jpg"} => {"byline":[{"name":"news_desk4"}]}
        "author": {"@type": "Organization", "name": "Coast Wire", "image": "https://h.example/wire.jpg"} => {"byline":[{"name":"Coast Wire"}]}
        "author": {"name": "undefined", "jobTitle": "Reporter", "image": "https://h.example/ines.jpg"} => {} | warning bad-value $.author.name “undefined” stands where nothing was filled in
        "author": {"name": "Ines Calloway", "jobTitle": "null", "image": "{{avatar}}"} => {"byline":[{"name":"Ines Calloway"}]} | warning bad-value $.author.image “{{avatar}}” stands where nothing was filled in | warning bad-value $.author.jobTitle “null” stands where nothing was filled in
    "##,
    );
}

#[test]
fn a_picture_that_need_not_show_the_author_is_no_portrait() {
    let message = "this may be a logo, a default or the article's picture, and no portrait";
    for address in [
        "https://h.example/main.jpg",
        "https://h.example/herald.png",
        "https://h.example/img/Herald-Logo-150.png",
        "https://h.example/img/default_avatar.png?s=96",
        "https://h.example/wp-content/plugins/avatars/person.png",
        "https://secure.gravatar.com/avatar/0123456789?s=96&d=mm",
    ] {
        let members = format!(
            r#""image": "https://h.example/main.jpg", "author": {{"name": "Ines Calloway", "image": "{address}"}},
            "publisher": {{"name": "Herald", "logo": "https://h.example/herald.png"}}"#
        );
        let reading = at(None, &news(&members));
        assert_eq!(reading.articles[0].byline[0].image, None, "{address}");
        let expected = format!("warning bad-value $.author.image {message}");
        assert_eq!(told(&reading.report).trim_end(), expected, "{address}");
    }
    gives(
        r##"
        "author": {"name": "Ines Calloway", "image": ["https://h.example/logo.png", "https://h.example/default/ines.jpg"]} => {"byline":[{"name":"Ines Calloway","image":"https://h.example/default/ines.jpg"}]} | warning bad-value $.author.image[0] this may be a logo, a default or the article's picture, and no portrait
        "author": {"name": "Coast Herald", "image": "https://h.example/ch.png"}, "publisher": "Coast Herald" => {"byline":[{"name":"Coast Herald"}],"publisher":{"name":"Coast Herald"}}
    "##,
    );
}

#[test]
fn a_job_title_says_what_the_author_is() {
    for title in [
        "INES Calloway",
        "Herald",
        "Author",
        "ines@herald.example",
        "@ines",
    ] {
        let members = format!(
            r#""author": {{"name": "Ines Calloway", "jobTitle": "{title}"}}, "publisher": "Herald Media""#
        );
        let reading = at(None, &news(&members));
        assert_eq!(reading.articles[0].byline[0].job_title, None, "{title}");
        let expected = "warning bad-value $.author.jobTitle this is no job title";
        assert_eq!(told(&reading.report).trim_end(), expected, "{title}");
    }
    gives(
        r##"
        "author": {"name": "Ines Calloway", "jobTitle": "https://h.example/ines"} => {"byline":[{"name":"Ines Calloway"}]} | warning bad-value $.author.jobTitle this is an address, which is no text
    "##,
    );
}

#[test]
fn the_medium_is_what_the_article_itself_is() {
    let kind = |kinds: &str, members: &str| {
        let json = format!(r#"{{"@type": [{kinds}], "headline": "H", {members}}}"#);
        shown(&at(None, &json)).replacen("\"headline\":\"H\"", "", 1)
    };
    let two = r#"[{"url": "https://h.example/a.jpg", "caption": "One"}, {"url": "https://h.example/b.jpg", "caption": "Two"}]"#;
    let renditions = r#"[{"url": "https://h.example/a.jpg", "caption": "One"}, {"url": "https://h.example/b.jpg", "caption": "One"}]"#;
    let three = r#"[{"url": "https://h.example/a.jpg", "caption": "One"}, {"url": "https://h.example/b.jpg", "caption": "Two"},
        {"url": "https://h.example/c.jpg", "caption": "Three"}]"#;
    let image = |list: &str| format!("\"image\": {list}");
    let media = |kinds: &str, members: &str| {
        let reading = kind(kinds, members);
        let media = reading.split_once("\"media\":");
        media.map_or(String::new(), |(_, media)| media.to_owned())
    };
    let none = r#""url": null"#;
    for (kinds, members, expected) in [
        (
            r#""NewsArticle", "VideoObject""#,
            r#""duration": "PT200S""#,
            r#"{"kind":"video","duration":"PT3M20S"}}"#,
        ),
        (
            r#""NewsArticle", "AudioObject""#,
            r#""duration": "PT0S""#,
            r#"{"kind":"audio"}} | warning bad-value $.duration “PT0S” is no length of time, such as PT5M"#,
        ),
        (
            r#""schema:Article", "schema:PodcastEpisode""#,
            none,
            r#"{"kind":"audio"}}"#,
        ),
        (
            r#""Article", "MediaGallery""#,
            none,
            r#"{"kind":"gallery"}}"#,
        ),
        (
            r#""Article", "ImageGallery""#,
            &image(two),
            r#"{"kind":"gallery","count":2}}"#,
        ),
        (
            r#""Article", "ImageGallery""#,
            &image(renditions),
            r#"{"kind":"gallery"}}"#,
        ),
        (
            r#""Article", "ImageGallery""#,
            &image(r#"["https://h.example/a.jpg", "https://h.example/b.jpg"]"#),
            r#"{"kind":"gallery"}}"#,
        ),
        (
            r#""Article", "ImageGallery""#,
            &image(r#"{"url": "https://h.example/a.jpg", "caption": "One"}"#),
            r#"{"kind":"gallery"}}"#,
        ),
        // Pictures and players in a text are a part of it.
        (r#""NewsArticle""#, &image(two), ""),
        (
            r#""NewsArticle""#,
            &image(three),
            r#"{"kind":"gallery","count":3}}"#,
        ),
        // Of two pictures, each in two sizes.
        (
            r#""NewsArticle""#,
            &image(
                r#"[{"url": "https://h.example/a.jpg", "caption": "One"}, {"url": "https://h.example/b.jpg", "caption": "Two"},
                {"url": "https://h.example/a-wide.jpg", "caption": "One"}, {"url": "https://h.example/b-wide.jpg", "caption": "Two"}]"#,
            ),
            "",
        ),
        (
            r#""NewsArticle""#,
            r#""video": {"@type": "VideoObject", "duration": "PT3M"}, "duration": "PT3M""#,
            "",
        ),
    ] {
        assert_eq!(media(kinds, members), expected, "{kinds} {members}");
    }
}

#[test]
fn it_is_told_where_the_portrait_and_the_medium_came_from() {
    let json = r#"{"@type": ["Article", "VideoObject"], "headline": "H", "duration": "PT9S", "timeRequired": "PT2M",
        "digitalSourceType": "print", "image": {"url": "https://h.example/p.jpg", "digitalSourceType": "print"},
        "author": [{"name": "Ines Calloway", "jobTitle": "Author", "image": "https://h.example/logo.png"},
            {"name": "Tom Pascoe", "jobTitle": "Reporter", "image": "https://h.example/tom.jpg"}]}"#;
    let checked = CheckedArticle::all(at(None, json), 0).remove(0);
    let rows = checked.rows();
    let from = |field: &str| {
        let row = rows.iter().find(|row| row.field == field);
        row.map_or("", |row| &row.from)
    };
    for (field, path) in [
        ("origin", "$.digitalSourceType"),
        ("image.origin", "$.image.digitalSourceType"),
        ("media.kind", "$.@type"),
        ("media.duration", "$.duration"),
        ("readingTime", "$.timeRequired"),
        ("byline[1].image", "$.author[1].image"),
        ("byline[1].jobTitle", "$.author[1].jobTitle"),
    ] {
        assert_eq!(from(field), path, "{field}");
    }
}
