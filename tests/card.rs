//! What a card shows of an article: every decision, wording and date, before anything is drawn.
#![cfg(feature = "prerender")]

#[cfg(test)]
#[path = "util/cards.rs"]
mod cards;
#[cfg(test)]
mod util;

use article_card::Options;
use article_card::article::{Direction, Language};
use article_card::card::{Face, RelatedStory, Story};
use article_card::options::{Layout, Target};
use article_card::{ReadOptions, Reading, read};
use cards::*;
use serde_json::{Value, json};
use util::*;

#[test]
fn what_is_absent_leaves_nothing() {
    let card = card(r#"{"headline": "H"}"#, &Options::default(), NOW);
    let story = Story {
        headline: "H".into(),
        ..empty()
    };
    assert_eq!(card.face, Face::Story(Box::new(story)));
    assert_eq!(
        (card.id, card.target, card.new_tab, card.changes_at),
        (None, None, None, None)
    );
    assert_eq!(
        (&*card.language, card.heading_level, told(&card.report)),
        ("en", 3, String::new())
    );
}

fn empty() -> Story {
    Story {
        picture: None,
        publisher: None,
        kicker: None,
        headline: "".into(),
        href: None,
        standfirst: None,
        sponsor: None,
        access: None,
        byline: None,
        dateline: None,
        timestamp: None,
        bullets: Vec::new(),
        correction: None,
        short_link: None,
        follow: None,
        related: None,
    }
}

#[test]
fn labels_and_dates_are_in_the_language_of_the_card() {
    each(
        r#"
        en => 2024-04-03 Updated April 3, 2024; Follow; By
        en-GB => 2024-04-03 Updated 3 April 2024; Follow; By
        de-AT => 2024-04-03 Aktualisiert: 3. April 2024; Folgen; Von
        ar => 2024-04-03 آخر تحديث: 3 أبريل 2024; متابعة; بقلم
        ja => 2024-04-03 2024年4月3日 更新; フォローする; 執筆：
        zh-TW => 2024-04-03 2024年4月3日更新; 追蹤; 作者：
    "#,
        |tag| {
            let members = format!(
                r#""updated": "2024-04-03", "follow": {{}}, "byline": [{{"name": "N"}}], "language": "{tag}""#
            );
            let card = card_with(&members, &Options::default());
            assert_eq!((&*card.language, told(&card.report)), (tag, String::new()));
            let story = card.story().unwrap();
            let (by, _) = story.byline.as_ref().unwrap().label.around();
            let by = by.trim_end();
            format!(
                "{}; {}; {by}",
                dated(story.timestamp.as_ref().unwrap()),
                label(&story.follow.as_ref().unwrap().label)
            )
        },
    );
}

#[test]
fn a_language_without_labels_gets_english_ones_that_say_so() {
    let members = r#""updated": "2024-04-03", "follow": {}, "byline": [{"name": "N"}], "language": "pt-BR", "labels": {"by": "Por {names}"}"#;
    let card = card_with(members, &Options::default());
    let story = card.story().unwrap();
    let timestamp = story.timestamp.as_ref().unwrap();
    assert_eq!(
        label(timestamp.label.as_ref().unwrap()),
        "[en] Updated {time}"
    );
    assert_eq!(
        (&*timestamp.text, &*card.language),
        ("3 de abril de 2024", "pt-BR")
    );
    assert_eq!(label(&story.follow.as_ref().unwrap().label), "[en] Follow");
    assert_eq!(label(&story.byline.as_ref().unwrap().label), "Por {names}");
    let no_labels =
        "warning no-labels $.language there are no labels in “pt-BR”, so they are English";
    assert_eq!(told(&card.report), no_labels);
}

#[test]
fn the_publishers_labels_win() {
    let labels = r#""labels": {"updated": "Stand: {time} Uhr", "follow": "Abo", "paid": "Plus"}, "follow": {}, "access": "paid", "language": "de", "updated": "2024-04-03""#;
    let story = story_with(labels, &Options::default());
    assert_eq!(
        dated(&story.timestamp.unwrap()),
        "2024-04-03 Stand: 3. April 2024 Uhr"
    );
    assert_eq!(
        (
            label(&story.follow.unwrap().label),
            label(&story.access.unwrap())
        ),
        ("Abo".into(), "Plus".into())
    );
    let own = story_with(
        r#""labels": {"follow": "Abo"}, "follow": {"label": "Follow us"}"#,
        &Options::default(),
    );
    assert_eq!(label(&own.follow.unwrap().label), "Follow us");
}

#[test]
fn the_nearest_language_decides_labels_and_direction() {
    each(
        r#"
        - - - - => en ltr finds
        - - - ar => ar rtl finds
        - - he ar => he rtl
        - en he ar => en ltr
        rtl en he ar => en rtl
        ltr - - ar => ar ltr finds
        - - ur-Latn - => ur-Latn ltr
    "#,
        |given| {
            let stated: Vec<_> = given
                .split(' ')
                .map(|word| (word != "-").then_some(word))
                .collect();
            let options = Options {
                direction: stated[0].map(|word| match word {
                    "rtl" => Direction::RightToLeft,
                    _ => Direction::LeftToRight,
                }),
                language: stated[1].and_then(Language::parse),
                page_language: stated[3].and_then(Language::parse),
                ..Options::default()
            };
            let card = card_with(&format!("\"language\": {}", json!(stated[2])), &options);
            let finds = if card.finds_direction { " finds" } else { "" };
            format!("{} {}{finds}", card.language, card.direction.as_str())
        },
    );
}

#[test]
fn a_compact_card_leaves_out_what_a_strip_has_no_room_for() {
    let layout = |layout| Options {
        layout,
        ..Options::default()
    };
    let story = |options| card(EVERYTHING, &options, NOW).story().unwrap().clone();
    let standard = story(layout(Layout::Standard));
    let mut strip = Story {
        standfirst: None,
        byline: None,
        bullets: Vec::new(),
        short_link: None,
        follow: None,
        related: None,
        ..standard.clone()
    };
    strip.picture.as_mut().unwrap().caption = None;
    assert_eq!(story(layout(Layout::Compact)), strip);
    assert_eq!(story(layout(Layout::Hero)), standard);
    assert_eq!(
        standard.bullets.len() + standard.related.unwrap().stories.len(),
        4
    );
}

#[test]
fn a_new_tab_is_told() {
    let target = |target| {
        card_with(
            r#""language": "de""#,
            &Options {
                target,
                ..Options::default()
            },
        )
    };
    assert_eq!(
        label(&target(Target::Blank).new_tab.unwrap()),
        "(öffnet in neuem Tab)"
    );
    let targets =
        [Target::Itself, Target::Blank, Target::Top, Target::Parent].map(|own| target(own).target);
    assert_eq!(
        targets,
        [None, Some("_blank"), Some("_top"), Some("_parent")]
    );
    assert_eq!(target(Target::Top).new_tab, None);
}

#[test]
fn link_params_are_added_to_story_links_alone() {
    let options = Options {
        link_params: "?utm_source=partner&x=\"<".into(),
        ..Options::default()
    };
    let story = card(EVERYTHING, &options, NOW).story().unwrap().clone();
    assert_eq!(
        story.href.as_deref(),
        Some("https://herald.example/wind?a=1&utm_source=partner&x=%22%3C#top")
    );
    let related = story.related.as_ref().unwrap().stories[0].href.as_deref();
    assert_eq!(
        related,
        Some("https://herald.example/quay?utm_source=partner&x=%22%3C")
    );
    let bare = card(EVERYTHING, &Options::default(), NOW)
        .story()
        .unwrap()
        .clone();
    let count = |story: &Story| format!("{story:?}").matches("utm_source").count();
    assert_eq!((count(&story), count(&bare)), (2, 0));
    assert_eq!(
        (story.short_link, story.follow, story.publisher),
        (bare.short_link, bare.follow, bare.publisher)
    );
}

#[test]
fn a_srcset_holds_only_what_a_browser_can_choose_from() {
    each(
        r#"
        null => -
        "width": 800 => -
        "sources": [{"url": "https://a.example/s", "width": 400}] => https://a.example/s 400w
        "width": 800, "sources": [{"url": "https://a.example/s", "width": 400}] => https://a.example/s 400w, https://a.example/p 800w
        "width": 800, "sources": [{"url": "https://a.example/s", "width": 800}] => -
        "sources": [{"url": "https://a.example/s 1, x", "width": 400, "type": "image/avif"}] => https://a.example/s%201,%20x 400w
        "sources": [{"url": "https://a.example/s,", "width": 400}] => -
        "sources": [{"url": "https://a.example/s", "width": 400, "type": "image/tiff"}] => -
        "url": "https://a.example/p,", "width": 800, "sources": [{"url": "https://a.example/s", "width": 400}] => https://a.example/s 400w
    "#,
        |members| {
            let url = if members.contains("\"url\": \"https://a.example/p,") {
                ""
            } else {
                "\"url\": \"https://a.example/p\", "
            };
            let members = if members == "null" {
                "\"alt\": null"
            } else {
                members
            };
            let story = story_with(
                &format!("\"image\": {{{url}{members}}}"),
                &Options::default(),
            );
            story
                .picture
                .unwrap()
                .srcset
                .map_or_else(|| "-".into(), |srcset| srcset.to_string())
        },
    );
}

#[test]
fn a_picture_has_a_size_only_if_both_sides_are_known() {
    let picture = |members: &str| {
        let image = format!("\"image\": {{\"url\": \"https://a.example/\"{members}}}");
        story_with(&image, &Options::default()).picture.unwrap()
    };
    assert_eq!(picture(", \"width\": 3, \"height\": 2").size, Some((3, 2)));
    assert_eq!(picture(", \"width\": 3").size, None);
    // Neither caption nor headline is made an alternative text.
    assert_eq!(&*picture(", \"caption\": \"C\"").alt, "");
}

#[test]
fn a_picture_without_an_address_leaves_no_figure() {
    let image = r#""image": {"caption": "A pier.", "credit": "AFP", "sources": [{"url": "https://a.example/s", "width": 400}]}"#;
    assert_eq!(story_with(image, &Options::default()).picture, None);
}

#[test]
fn states_and_access_have_their_words() {
    each(
        r#"
        "status": "live" => Live
        "status": "breaking" => Breaking
        "status": "developing" => Developing
        "access": "free" =>
        "access": "registration" => Free with registration
        "access": "metered" => Limited free articles
        "access": "paid" => Subscribers only
        "sponsor": {"name": "N"} => Paid for by {name}
        "correction": {"text": "T"} => Correction
    "#
        .replace("=>\n", "=> \n")
        .trim_end(),
        |members| {
            let story = story_with(members, &Options::default());
            let status = story
                .kicker
                .and_then(|kicker| kicker.status)
                .map(|(_, label)| label);
            let labels = [
                status,
                story.access,
                story.sponsor.map(|sponsor| sponsor.label),
                story.correction.map(|correction| correction.label),
            ];
            labels.iter().flatten().map(label).collect()
        },
    );
}

#[test]
fn names_stand_in_a_list_of_the_language() {
    each(
        r#"
        "language": "en" 1 => A
        "language": "en" 2 => A and B
        "language": "en" 3 => A, B and C
        "language": "ar" 3 => A، B وC
        "language": "ja" 3 => A、B、C
        "labels": {"separator": "; ", "lastSeparator": " & "} 3 => A; B & C
        "language": "pt", "labels": {"lastSeparator": " e "} 3 => A, B e C
    "#,
        |given| {
            let (members, count) = given.rsplit_once(' ').unwrap();
            let names: Vec<Value> = ["A", "B", "C"][..count.parse().unwrap()]
                .iter()
                .map(|name| json!({"name": name}))
                .collect();
            let story = story_with(
                &format!("\"byline\": {}, {members}", json!(names)),
                &Options::default(),
            );
            story
                .byline
                .unwrap()
                .names
                .iter()
                .map(|(separator, name)| format!("{separator}{}", name.text))
                .collect()
        },
    );
}

#[test]
fn related_stories_keep_their_language_and_the_later_date() {
    let members = r#""language": "en-GB", "related": [
        {"headline": "R1", "language": "fr", "published": "2024-03-01", "updated": "2024-03-02"},
        {"headline": "R2", "language": "ar", "published": "2024-03-02", "updated": "2024-03-01"},
        {"headline": "R3", "language": "en-GB", "updated": "2024-03-03"}, {"headline": "R4", "url": "https://a.example/", "image": "https://a.example/i"}]"#;
    let stories = story_with(members, &Options::default())
        .related
        .unwrap()
        .stories;
    let told = |story: &RelatedStory| {
        let language = story
            .language
            .as_ref()
            .map(|(tag, direction)| format!("{tag} {} ", direction.as_str()));
        let date = story.timestamp.as_ref().map(dated);
        format!(
            "{}{}",
            language.unwrap_or_default(),
            date.unwrap_or_default()
        )
    };
    let expected = [
        "fr ltr 2024-03-02 2 mars 2024",
        "ar rtl 2024-03-02 2 مارس 2024",
        "2024-03-03 3 March 2024",
        "",
    ];
    assert_eq!(stories.iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(
        (stories[3].href.as_deref(), stories[3].thumbnail.as_deref()),
        (Some("https://a.example/"), Some("https://a.example/i"))
    );
}

#[test]
fn a_server_may_share_what_it_keeps_between_its_threads() {
    fn is_shared<T: Send + Sync>() {}
    is_shared::<article_card::Article>();
    is_shared::<article_card::Card>();
    is_shared::<article_card::Options>();
    is_shared::<article_card::Reading>();
    is_shared::<article_card::platform::Native>();
}
