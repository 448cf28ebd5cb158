//! The lines that are printed at the main picture.

use super::*;

/// Caption and credit that are read of a story with these parts.
#[track_caller]
fn lines(parts: &str) -> [String; 2] {
    let (article, _) = read_page(format!(
        "<!DOCTYPE html><html lang=en-GB><meta charset=utf-8><title>Lock gate raised</title>\
         <meta property=og:type content=article><link rel=canonical href=https://www.herald.example/news/lock-gate>\
         <meta property=og:image content=https://cdn.example/lock-gate-1200x630.jpg>\
         <article><h1>Lock gate raised</h1>{parts}</article>"
    ));
    of(&article)
}

fn of(article: &Value) -> [String; 2] {
    ["/image/caption", "/image/credit"].map(|path| {
        let text = article.pointer(path).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    })
}

const IMAGE: &str = "<img src=/i/lock-gate-640x360.jpg>";
const TEXT: &str = "<p>The gate was raised on Monday by a crane that had come up the river from the sea, and nobody in the \
    town could remember a louder day than that one, not even those who had seen the bridge fall.</p>";
const BOTH: [&str; 2] = ["The gate at dawn.", "Tom Pascoe/Agency"];

#[test]
fn a_credit_need_not_be_marked() {
    for printed in [
        "<figcaption><span>The gate at dawn.</span> <span>Tom Pascoe/Agency</span></figcaption>",
        "<figcaption>The gate at dawn. Tom Pascoe/Agency</figcaption>",
        "<span>Photo: Tom Pascoe/Agency</span><figcaption>The gate at dawn.</figcaption>",
        "<div><div>Foto: Tom Pascoe/Agency</div></div><figcaption><p>The gate at dawn.</p></figcaption>",
    ] {
        assert_eq!(
            lines(&format!("<figure>{IMAGE}{printed}</figure>")),
            BOTH,
            "{printed}"
        );
        assert_eq!(
            lines(&format!(
                "<figure><div class=box>{IMAGE}</div>{printed}</figure>"
            )),
            BOTH,
            "{printed}"
        );
    }
    let mail = "<figcaption>The gate at dawn. Tom Pascoe <i class=credit>tom@herald.example</i></figcaption>";
    assert_eq!(
        lines(&format!("<figure>{IMAGE}{mail}</figure>")),
        [BOTH[0], "Tom Pascoe"]
    );
    for whole in [
        "The gate at dawn and/or dusk",
        "The gate at dawn. Seen from the north/south bank of it",
        "The gate at dawn. It was raised 6/7 of the way.",
        "The gate of J. Doe/Agency",
    ] {
        assert_eq!(
            lines(&format!(
                "<figure>{IMAGE}<figcaption>{whole}</figcaption></figure>"
            )),
            [whole, ""]
        );
    }
}

#[test]
fn brackets_and_strokes_are_part_of_the_caption_unless_names_stand_there() {
    let of = |caption: &str| {
        lines(&format!(
            "<figure>{IMAGE}<figcaption>{caption}</figcaption></figure>{TEXT}"
        ))
    };
    for caption in [
        "The new train runs at 100 mph (160 km/h)",
        "Lena Marsh and Tom Pascoe (left/right)",
        "Anna Berg (she/her)",
        "The river rose to 4.2 m (13/14 ft)",
        "The square was rebuilt in spring. Before/After",
        "The ministers met. Putin/Xi",
        "The team lost again. Home/Away",
        "The gate. (2019)",
        "The ministers met on Monday. (Left to right)",
    ] {
        assert_eq!(of(caption), [caption, ""]);
    }
    for (caption, credit) in [
        ("The gate at dawn. (Tom Pascoe/Agency)", "Tom Pascoe/Agency"),
        ("The gate at dawn. (Tom Pascoe)", "Tom Pascoe"),
        (
            "The gate at dawn. (picture alliance/dpa)",
            "picture alliance/dpa",
        ),
        ("The gate at dawn. Reuters/Pascoe", "Reuters/Pascoe"),
    ] {
        assert_eq!(of(caption), [BOTH[0], credit]);
    }
}

#[test]
fn a_year_is_no_part_of_a_credit() {
    for line in [
        "© 2024 Tom Pascoe/Agency",
        "Photo: Tom Pascoe/Agency, 2019",
        "Photo: Tom Pascoe/Agency (2019)",
        "© Tom Pascoe/Agency 2019",
    ] {
        for printed in [
            format!("<figcaption>The gate at dawn. {line}</figcaption>"),
            format!("<figcaption>The gate at dawn.</figcaption><i class=credit>{line}</i>"),
        ] {
            let figure = format!("<figure>{IMAGE}{printed}</figure>");
            assert_eq!(lines(&figure), BOTH, "{printed}");
        }
    }
    let day = "<figcaption>The gate at dawn. Photo: 6 May 2024</figcaption>";
    assert_eq!(lines(&format!("<figure>{IMAGE}{day}</figure>"))[1], "");
}

#[test]
fn a_caption_need_not_be_marked_beside_a_credit() {
    let credit = "<i class=credit>(Photo: Tom Pascoe/Agency)</i>";
    assert_eq!(
        lines(&format!(
            "<figure>{IMAGE}<div>The gate at dawn. {credit}</div></figure>"
        )),
        BOTH
    );
    for other in [
        "<a href=/gates>More of such gates here</a>",
        "<h2>Another story of some length</h2>",
        "Open picture",
    ] {
        let parts = format!("<figure>{IMAGE}<div>{other} {credit}</div></figure>");
        assert_eq!(lines(&parts), ["", BOTH[1]], "{other}");
    }
}

#[test]
fn a_legend_may_stand_behind_the_box_of_its_picture() {
    let caption =
        "<strong class=caption>The gate at dawn. <span>(Tom Pascoe/Agency)</span></strong>";
    let apart = "<p class=caption>The gate at dawn.</p><p class=credit>Tom Pascoe/Agency</p>";
    for legend in [caption, apart] {
        assert_eq!(
            lines(&format!("<section>{IMAGE}</section>{legend}{TEXT}")),
            BOTH
        );
        let late = format!("<section>{IMAGE}</section>{TEXT}{legend}");
        assert_eq!(lines(&late), ["", ""]);
    }
}

#[test]
fn one_figure_may_stand_in_another() {
    let legend = "<figcaption>The gate at dawn. © Tom Pascoe/Agency</figcaption>";
    let inner = format!("<figure>{IMAGE}</figure>");
    assert_eq!(
        lines(&format!("<figure><div>{inner}</div>{legend}</figure>")),
        BOTH
    );
    let other = format!("<figure><img src=/other.jpg>{legend}</figure>");
    assert_eq!(lines(&format!("<div>{inner}{other}</div>{TEXT}")), ["", ""]);
}

#[test]
fn a_headline_over_a_picture_is_no_caption() {
    let (article, _) = read_page(format!(
        "<!DOCTYPE html><meta property=og:type content=article><title>Lock gate raised</title>\
         <meta property=og:image content=https://cdn.example/lock-gate.jpg><div><figure><span class=copyright>© Agency</span>\
         <img src=https://cdn.example/lock-gate.jpg><figcaption><h1>Lock gate raised</h1> by a crane from the sea</figcaption>\
         </figure><div class=caption>It was the first time.</div></div>{TEXT}"
    ));
    assert_eq!(of(&article), ["", "Agency"]);
}

#[test]
fn the_first_figure_is_known_by_its_place_if_its_address_does_not_tell() {
    let figure = |inner: &str| format!("<figure><img src=/blank.gif>{inner}</figure>");
    let credit = figure("<figcaption>© Agency</figcaption>");
    assert_eq!(lines(&format!("{credit}{TEXT}")), ["", "Agency"]);
    assert_eq!(lines(&format!("{TEXT}{credit}")), ["", ""]);
    let face = "<div><img src=/face.jpg><i class=credit>Lena Marsh</i></div>";
    assert_eq!(lines(&format!("{face}{TEXT}")), ["", ""]);
}

#[test]
fn the_picture_may_wait_in_any_attribute() {
    let legend = "<figcaption>The gate at dawn. © Tom Pascoe/Agency</figcaption>";
    for attribute in ["data-lazyimage-src", "data-srcset", "data-image-url"] {
        let figure = format!(
            "{TEXT}<figure><img src=data:, {attribute}=/i/lock-gate-640x360.jpg>{legend}</figure>"
        );
        assert_eq!(lines(&figure), BOTH, "{attribute}");
    }
}

#[test]
fn a_caption_of_the_json_leads_to_its_credit() {
    let json = r#"{"@type": "NewsArticle", "headline": "Lock gate raised", "image": {"@type": "ImageObject",
        "url": "https://cdn.example/a.jpg", "caption": "The gate of the old lock at dawn"}}"#;
    let of_page = |caption: &str| {
        let figure = format!(
            "<figure><img src=/b.jpg><figcaption>{caption} <i>Photo: Agency</i></figcaption></figure>"
        );
        of(&read_page(head(&format!("{}{TEXT}{figure}", block(json)))).0)
    };
    let caption = "The gate of the old lock at dawn";
    assert_eq!(of_page(caption), [caption, "Agency"]);
    assert_eq!(of_page("Another gate"), ["", ""]);
}

#[test]
fn a_line_of_the_text_may_name_the_main_picture() {
    for (line, credit) in [
        ("Titelbild: © Agency", "Agency"),
        ("Featured image: Tom Pascoe/Agency", "Tom Pascoe/Agency"),
        ("Image à la une : Agency", "Agency"),
        ("Image of the year: Agency", ""),
        ("Cover photo: Subscribe to the magazine", ""),
        (
            "Cover photo: Presidency of the Republic",
            "Presidency of the Republic",
        ),
        ("Titelbild: It was drawn by hand. Nobody knows who did.", ""),
    ] {
        let figure = format!("<figure>{IMAGE}<figcaption>The gate at dawn.</figcaption></figure>");
        assert_eq!(
            lines(&format!("{figure}{TEXT}<p>{line}</p>")),
            ["The gate at dawn.", credit],
            "{line}"
        );
    }
}

#[test]
fn a_box_around_the_story_is_not_beside_it() {
    let figure = format!(
        "<figure>{IMAGE}<figcaption>The gate at dawn. © Tom Pascoe/Agency</figcaption></figure>"
    );
    let link = "<a href=/b>More</a>";
    for class in ["sidebar-content", "readmore read-more-collapse"] {
        let all = format!("<div class='{class}'>{figure}{TEXT}{TEXT}</div>");
        assert_eq!(lines(&all), BOTH, "{class}");
        let part = format!("<div class='{class}'>{figure}{link}</div>{TEXT}{TEXT}");
        assert_eq!(lines(&part), ["", ""], "{class}");
    }
    for class in ["lead-art-with-ads", "cmp-image", "aspect-video"] {
        let part = format!("<div class={class}>{figure}</div>{TEXT}");
        assert_eq!(lines(&part), BOTH, "{class}");
    }
    let alone = format!(
        "<div class=sidebar>{IMAGE}<p class=caption>{}</p></div>{TEXT}",
        BOTH[0]
    );
    assert_eq!(lines(&alone), [BOTH[0], ""]);
    let linked = alone.replace("</p></div>", "</p><a href=/b>More</a></div>");
    assert_eq!(lines(&linked), ["", ""]);
    let teaser = figure.replace("<figure", "<figure class=teaser-image");
    assert_eq!(lines(&format!("{teaser}{TEXT}")), BOTH);
}
