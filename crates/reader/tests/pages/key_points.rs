//! Which lines of a page are the key points of its story.

use super::*;

const ONE: &str = "The lock gate is open again for barges";
const TWO: &str = "The crane goes home on Friday morning";
const TEXT: &str = "The gate was raised on Monday by a crane that goes home on Friday, so barges may come up the river again.";

/// The bullets of a story with these parts after its headline.
#[track_caller]
fn bullets(parts: &str) -> Vec<String> {
    bullets_of(&format!(
        "<article><h1>Lock gate raised</h1>{parts}</article>"
    ))
}

#[track_caller]
fn bullets_of(body: &str) -> Vec<String> {
    let (article, _) = read_page(format!(
        "<!DOCTYPE html><meta charset=utf-8><meta property=og:type content=article>\
         <meta property=og:title content='Lock gate raised'>\
         <meta name=description content='A crane did what nobody had thought could be done on this river.'>{body}"
    ));
    let bullets = article.get("bullets").and_then(Value::as_array);
    let texts = bullets.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

fn list() -> String {
    format!("<ul><li>{ONE}<li>{TWO}</ul>")
}

fn story() -> String {
    format!("<p>{TEXT}</p>").repeat(4)
}

const STANDFIRST: &str = "<p>A crane did what nobody had thought could be done on this river.</p>";

#[test]
fn a_heading_in_many_languages_says_what_stands_under_it() {
    let list = list();
    for heading in [
        "<h2>Key takeaways:</h2>",
        "<h3>In short</h3>",
        "<p><strong>Das Wichtigste in Kürze</strong></p>",
        "<div><span>L’essentiel</span></div>",
        "<h4>Lo  esencial</h4>",
        "<h2>In sintesi</h2>",
        "<h2>Samenvatting</h2>",
        "<h2>• Коротко •</h2>",
        "<h2>要点</h2>",
        "<h2>मुख्य बातें</h2>",
    ] {
        let parts = format!("<div>{heading}{list}</div>{}", story());
        assert_eq!(bullets(&parts), [ONE, TWO], "{heading}");
    }
    for heading in ["<h2>Ingredients</h2>", "<h2>Five key points of law</h2>"] {
        let parts = format!("<div>{heading}{list}</div>{}", story());
        assert!(bullets(&parts).is_empty(), "{heading}");
    }
}

#[test]
fn under_the_text_a_heading_alone_marks_no_key_points() {
    let list = list();
    let story = story();
    assert!(bullets(&format!("{story}<h2>Summary</h2>{list}")).is_empty());
    assert!(bullets(&format!("{story}<div class=bullets>{list}</div>")).is_empty());
    let both = format!("{story}<div class=bullets><h2>Summary</h2>{list}</div>");
    assert_eq!(bullets(&both), [ONE, TWO]);
    let clear = format!("{story}<div class=key-points>{list}</div>");
    assert_eq!(bullets(&clear), [ONE, TWO]);
    // The story itself may stand under such a heading.
    let wide = format!("<h2>What to know</h2><div><p>{TEXT}</p><p>{TEXT}</p>{list}{story}</div>");
    assert!(bullets(&wide).is_empty());
}

#[test]
fn a_list_between_headline_and_text_is_one_of_key_points() {
    let list = list();
    let story = story();
    assert_eq!(bullets(&format!("{list}{story}")), [ONE, TWO]);
    assert_eq!(bullets(&format!("<h2>{list}</h2>{story}")), [ONE, TWO]);
    let after_standfirst = format!("{STANDFIRST}<div>{list}</div>{story}");
    assert_eq!(bullets(&after_standfirst), [ONE, TWO]);
    for (reason, parts) in [
        (
            "a paragraph of the text",
            format!("<p>{TEXT}</p>{list}{story}"),
        ),
        (
            "the middle of a sentence",
            format!("<p>{TEXT} It says:</p>{list}{story}"),
        ),
        (
            "a box of its own",
            format!("<div><b>Join us</b>{list}</div>{story}"),
        ),
        (
            "pictures",
            format!("{}{story}", list.replace("<li>", "<li><img src=a.jpg>")),
        ),
        (
            "dates",
            format!("{}{story}", list.replace("<li>", "<li><time>6 May</time> ")),
        ),
        (
            "what a class calls otherwise",
            format!("<div class=tags>{list}</div>{story}"),
        ),
        (
            "a menu",
            format!("<ul><li>Home and away</li><li>Weather and tides</li></ul>{story}"),
        ),
        (
            "links",
            format!("<ul><li>Tides <a href=/a>{ONE}</a><li>Ships <a href=/b>{TWO}</a></ul>{story}"),
        ),
    ] {
        assert!(bullets(&parts).is_empty(), "{reason}");
    }
}

#[test]
fn points_may_be_written_as_paragraphs_where_they_are_marked() {
    let marked = format!(
        "<div class=article-key-points><h3>Key points</h3><p>{ONE}</p><p>{TWO}</p></div>{}",
        story()
    );
    assert_eq!(bullets(&marked), [ONE, TWO]);
    let subtitles = format!(
        "<div class=subtitles><h2>{ONE}</h2><h2>{TWO}</h2><h2><a href=/live>Follow what happens at the lock</a></h2></div>{}",
        story()
    );
    assert_eq!(bullets(&subtitles), [ONE, TWO]);
    let one = format!("<div class=key-points><p>{ONE}</p></div>{}", story());
    assert!(bullets(&one).is_empty());
}

#[test]
fn the_only_article_is_the_story_where_the_main_heading_is_the_site_s() {
    let body = format!(
        "<nav><h1>The Harbour Herald</h1></nav><div class=layoutAdRight><article><h2>Lock gate raised</h2>{STANDFIRST}{}{}</article></div>",
        list(),
        story()
    );
    assert_eq!(bullets_of(&body), [ONE, TWO]);
}

#[test]
fn facts_ingredients_and_products_are_no_key_points() {
    let list = |items: [&str; 3]| {
        let items = items.map(|item| format!("<li>{item}")).concat();
        format!("<ul>{items}</ul>{}", story())
    };
    // Of recipes, a match, a museum.
    for facts in [
        [
            "Zubereitungszeit: 40 Minuten",
            "Schwierigkeit: sehr leicht",
            "Portionen: für 4 Personen",
        ],
        [
            "200 Gramm gesiebtes Mehl vom Markt",
            "3 Eier von glücklichen Hühnern",
            "1 Prise Salz und Pfeffer",
        ],
        [
            "Goals: 1-0 Marsh (12), 1-1 Brandt",
            "Referee: Ona Brandt, Saltmere",
            "Attendance: 3,412 at the lock",
        ],
        [
            "Opening hours: 9 am to 6 pm",
            "Tickets: 8 pounds, 4 for children",
            "Bus: 12 from the main square",
        ],
    ] {
        let list = list(facts);
        for before in ["<h2>At a glance</h2>", STANDFIRST] {
            assert!(bullets(&format!("{before}{list}")).is_empty(), "{facts:?}");
        }
    }
    for things in [
        [
            "Zwei Esslöffel Zucker, gehäuft",
            "Ein Päckchen Vanillezucker",
            "Etwas Butter für die Form",
        ],
        [
            "Crane lamp with two arms",
            "Crane lamp with one arm",
            "Crane bulb, forty watts",
        ],
    ] {
        let list = list(things);
        assert!(
            bullets(&format!("{STANDFIRST}{list}")).is_empty(),
            "{things:?}"
        );
    }
}

#[test]
fn a_list_that_may_be_key_points_is_in_doubt() {
    let of = |parts: String| {
        read_page(head(&format!(
            "<meta property=og:type content=article><body><article><h1>Lock gate raised</h1>{parts}</article>"
        )))
    };
    let (article, told) = of(format!("{}<h2>Summary</h2>{}", story(), list()));
    assert_eq!(article.get("bullets"), None);
    assert!(
        told.contains(" info in-doubt li.summary this list may be key points"),
        "{told}"
    );
    let (_, told) = of(format!("<h2>Summary</h2>{}{}", list(), story()));
    assert!(!told.contains("in-doubt"), "{told}");
}

#[test]
fn what_the_text_does_not_speak_of_is_no_key_point() {
    let of = |before: &str, points: &[&str]| {
        let items: String = points.iter().map(|item| format!("<li>{item}")).collect();
        read_page(head(&format!(
            "<meta property=og:type content=article><body><article><h1>Lock gate raised</h1>{before}<ul>{items}</ul>{}</article>",
            story()
        )))
    };
    for (before, points) in [
        (
            "",
            [
                "Sign in to save this article for later",
                "Listen to this article in our mobile app",
            ],
        ),
        (
            "",
            [
                "Jane Doe, political correspondent in London",
                "Tom Pascoe, chief reporter for the north of England",
            ],
        ),
        (
            "",
            [
                "Aubergines, cut into thick slices and salted",
                "Olive oil, plus a little more for the tin",
            ],
        ),
        (
            "<h2>What we know</h2>",
            [
                "Premium: read this article with a subscription",
                "Already a subscriber? Log in and go on reading",
            ],
        ),
        (
            "<h3>In brief</h3>",
            [
                "The museum opens a new hall for ships",
                "Two schools of the town get new roofs",
            ],
        ),
    ] {
        let (article, told) = of(before, &points);
        assert_eq!(article.get("bullets"), None, "{points:?}");
        assert!(told.contains("info in-doubt li."), "{told}");
    }
    for before in ["", "<h2>What we know</h2>"] {
        let (article, told) = of(before, &[ONE, TWO]);
        assert_eq!(article["bullets"], json!([ONE, TWO]));
        assert!(!told.contains("in-doubt"), "{told}");
    }
}
