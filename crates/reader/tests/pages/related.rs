//! The stories that a page leads to: which of its boxes belong to the story, and what is told of the others.

use super::*;

const TEXT: &str = "<p>The ferry will not sail on Friday, said the harbour master, since the new ramp has to be \
    measured once more before anybody may drive over it, and since the tide will be high that day.</p>";
const LINKS: &str = "<ul><li><a href=/2024/ramp-is-late>The ramp of the ferry is late again</a>\
    <li><a href=/2024/who-pays-for-it>Who pays for the ramp of the ferry?</a></ul>";

/// How many related stories are read of a page with these parts before, in and after the text, and what is told.
#[track_caller]
fn stories(inside: &str, after: &str) -> (usize, String) {
    let (article, told) = read_page(format!(
        "<!DOCTYPE html><html lang=en-GB><meta charset=utf-8><title>No ferry on Friday</title>\
         <meta property=og:type content=article><meta property=og:site_name content='The Harbour Herald'>\
         <link rel=canonical href=https://www.herald.example/2024/no-ferry>\
         <main><article><h1>No ferry on Friday</h1>{TEXT}{inside}{TEXT}</article>{after}</main>"
    ));
    let related = article.get("related").and_then(Value::as_array);
    (related.map_or(0, Vec::len), told)
}

#[test]
fn the_heading_of_a_box_decides_whatever_its_class_is() {
    for heading in [
        "<h2>Related stories</h2>",
        "<h4>Lesen Sie auch</h4>",
        "<p>À lire aussi :</p>",
        "<span>Mira también</span>",
        "<h3>Das könnte dich auch interessieren …</h3>",
        "<a href=#past>Past this</a><h2>Mehr zum Thema</h2>",
    ] {
        let (count, told) = stories(
            "",
            &format!("<div class=related-posts>{heading}{LINKS}</div>"),
        );
        assert_eq!((count, &*told), (2, ""), "{heading}");
    }
    for heading in [
        "<h2>Latest</h2>",
        "<h2>Most read</h2>",
        "<p>Más leídas</p>",
        "<h3>More stories</h3>",
    ] {
        let box_ = format!("<div class=related-posts>{heading}{LINKS}</div>");
        for (inside, after) in [(&*box_, ""), ("", &*box_)] {
            assert_eq!(stories(inside, after), (0, String::new()), "{heading}");
        }
    }
}

#[test]
fn a_box_that_nothing_calls_related_is_in_doubt_after_the_text() {
    for (heading, reason) in [
        ("", "no heading says that these links are related stories"),
        (
            "<h2>More from Harbour</h2>",
            "the heading “More from Harbour” does not say that these links are related stories",
        ),
    ] {
        let box_ = format!("<div class=related-posts>{heading}{LINKS}</div>");
        // What stands between the paragraphs of a story was put there for it.
        assert_eq!(stories(&box_, ""), (2, String::new()), "{heading}");
        let (count, told) = stories("", &format!("{box_}{box_}"));
        assert_eq!(count, 0);
        let message = format!(" info in-doubt div.related {reason}");
        assert!(told.ends_with(&message) && !told.contains('\n'), "{told}");
    }
    let on_and_on = format!("<section><h2>Read more</h2>{LINKS}</section>");
    assert_eq!(stories(&on_and_on, ""), (2, String::new()));
    let (count, told) = stories("", &on_and_on);
    assert_eq!(count, 0);
    assert!(
        told.ends_with("the heading “Read more” may stand over any links after the text"),
        "{told}"
    );
}

#[test]
fn words_of_a_sentence_are_no_heading_over_related_stories() {
    let linked = "<p>The <a href=/2024/inquiry-into-the-old-quay>inquiry into the old quay of the town</a> was over in \
        spring, and nobody was found guilty of anything, said the clerk who had read all of it twice.</p>";
    for heading in [
        "Tobacco-related deaths",
        "Relatives mourn",
        "Verwandte trauern um die Opfer",
        "Why children should read more books at home, and where",
        "Related",
        "See also",
    ] {
        assert_eq!(
            stories(&format!("<h2>{heading}</h2>{linked}"), ""),
            (0, String::new()),
            "{heading}"
        );
    }
}

#[test]
fn what_holds_the_text_is_no_box_of_links() {
    let whole = format!("<div class=readmore-collapse>{TEXT}{TEXT}{TEXT}{LINKS}</div>");
    assert_eq!(stories(&whole, ""), (0, String::new()));
}

#[test]
fn sections_and_cut_names_are_no_stories() {
    let other = "<h6><a class=kicker href=/news/south-of-the-old-harbour>South of the old harbour</a></h6>\
        <a href=/quotes/companyid-11944>Central Bank of Indi...</a>";
    let (count, told) = stories(
        &format!("<div class=related><h5>Related</h5>{other}{LINKS}</div>"),
        "",
    );
    assert_eq!((count, &*told), (2, ""));
}

#[test]
fn what_is_cited_elsewhere_is_no_related_story() {
    let (article, told) = read_page(head(&format!(
        "<link rel=canonical href=https://gazette.example/mole>{}",
        block(
            r#"{"@type": "NewsArticle", "headline": "The mole is mended", "url": "https://gazette.example/mole", "citation": [
            {"@type": "CreativeWork", "name": "On moles and quays", "url": "https://library.example/7"},
            {"@type": "CreativeWork", "name": "The mole is broken", "url": "https://gazette.example/broken"}]}"#
        )
    )));
    assert_eq!(article["related"][0]["headline"], "The mole is broken");
    assert_eq!(article["related"][1], Value::Null);
    assert!(
        told.ends_with(
            "info in-doubt related what leads to another site may be cited, and is no related story"
        ),
        "{told}"
    );
}

#[test]
fn what_is_related_and_no_story_is_left_out() {
    for class in [
        "related-jobs",
        "related-events",
        "related-products",
        "related-offers",
    ] {
        let other = format!("<div class={class}>{LINKS}</div>");
        assert_eq!(stories(&other, ""), (0, String::new()), "{class}");
    }
    for heading in [
        "More on Herald+ subscriptions",
        "Related products",
        "Related jobs:",
    ] {
        let other = format!("<h2>{heading}</h2>{LINKS}");
        assert_eq!(stories(&other, ""), (0, String::new()), "{heading}");
    }
    for (class, heading) in [("related-stories", ""), ("box", "<h2>Related stories</h2>")] {
        let own = format!("<div class={class}>{heading}{LINKS}</div>");
        assert_eq!(stories(&own, "").0, 2, "{class}");
    }
}

#[test]
fn what_one_may_like_is_in_doubt_after_the_text() {
    for heading in [
        "You may also like",
        "You might also like",
        "Auch interessant",
        "Das könnte Sie auch interessieren",
        "Te puede interesar",
        "Potrebbe interessarti",
    ] {
        let own = format!("<section><h2>{heading}</h2>{LINKS}</section>");
        assert_eq!(stories(&own, ""), (2, String::new()), "{heading}");
        let (count, told) = stories("", &own);
        assert_eq!(count, 0, "{heading}");
        assert!(
            told.ends_with("may stand over any links after the text"),
            "{told}"
        );
    }
}
