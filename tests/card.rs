//! What a card shows of an article: every decision, wording and date, before anything is drawn.
#![cfg(feature = "prerender")]

#[cfg(test)]
#[path = "util/cards.rs"]
mod cards;
#[cfg(test)]
mod util;

use article_card::article::{Direction, LabelKey, Language, Origin};
use article_card::card::{Face, Length, RelatedStory, Story};
use article_card::labels::Labels;
use article_card::options::{Layout, Part, Parts, Target};
use article_card::platform::{Native, Platform, Plural};
use article_card::{Card, Options, ReadOptions, Reading, read};
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
        origin: None,
        byline: None,
        dateline: None,
        timestamp: None,
        reading_time: None,
        media: None,
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
    let members = r#""updated": "2024-04-03", "follow": {}, "byline": [{"name": "N"}], "language": "nb-NO", "labels": {"by": "Av {names}"}"#;
    let card = card_with(members, &Options::default());
    let story = card.story().unwrap();
    let timestamp = story.timestamp.as_ref().unwrap();
    assert_eq!(
        label(timestamp.label.as_ref().unwrap()),
        "[en] Updated {time}"
    );
    assert_eq!(
        (&*timestamp.text, &*card.language),
        ("3. april 2024", "nb-NO")
    );
    assert_eq!(label(&story.follow.as_ref().unwrap().label), "[en] Follow");
    assert_eq!(label(&story.byline.as_ref().unwrap().label), "Av {names}");
    let no_labels =
        "warning no-labels $.language there are no labels in “nb-NO”, so they are English";
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
        "language": "nb", "labels": {"lastSeparator": " og "} 3 => A, B og C
        "language": "ro" 3 => A, B și C
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
                .map(|author| format!("{}{}", author.separator, author.name.text))
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

#[test]
fn numbers_are_said_in_each_plural_class_of_each_language() {
    each(
        r#"
        en 1 => 1 picture
        en 0 => 0 pictures
        en 1200 => 1,200 pictures
        ar 0 => لا صور
        ar 1 => صورة واحدة
        ar 2 => صورتان
        ar 3 => 3 صور
        ar 11 => 11 صورة
        ar 100 => 100 صورة
        ar-EG 3 => ٣ صور
        de 1 => 1 Bild
        de 2 => 2 Bilder
        es 1 => 1 foto
        es 2 => 2 fotos
        es 1000000 => 1.000.000 de fotos
        fa 1 => ۱ تصویر
        fa 2 => ۲ تصویر
        fr 0 => 0 image
        fr 1 => 1 image
        fr 2 => 2 images
        fr 1000000 => 1 000 000 d’images
        he 1 => תמונה אחת
        he 2 => 2 תמונות
        he 3 => 3 תמונות
        hi 1 => 1 तस्वीर
        hi 2 => 2 तस्वीरें
        ja 2 => 写真2枚
        tr 1 => 1 fotoğraf
        tr 2 => 2 fotoğraf
        ur 1 => 1 تصویر
        ur 2 => 2 تصاویر
        zh 2 => 2张图片
        zh-Hant 2 => 2張圖片
        bg 1 => 1 снимка
        bg 2 => 2 снимки
        cs 1 => 1 fotografie
        cs 3 => 3 fotografie
        cs 5 => 5 fotografií
        da 1 => 1 billede
        da 2 => 2 billeder
        el 1 => 1 φωτογραφία
        el 2 => 2 φωτογραφίες
        et 1 => 1 foto
        et 2 => 2 fotot
        fi 1 => 1 kuva
        fi 2 => 2 kuvaa
        ga 1 => 1 phictiúr
        ga 2 => 2 phictiúr
        ga 4 => 4 phictiúr
        ga 8 => 8 bpictiúr
        ga 20 => 20 pictiúr
        hr 1 => 1 fotografija
        hr 23 => 23 fotografije
        hr 12 => 12 fotografija
        hu 1 => 1 kép
        hu 2 => 2 kép
        it 1 => 1 foto
        it 2 => 2 foto
        it 1000000 => 1.000.000 di foto
        lt 21 => 21 nuotrauka
        lt 2 => 2 nuotraukos
        lt 11 => 11 nuotraukų
        lv 10 => 10 attēlu
        lv 21 => 21 attēls
        lv 2 => 2 attēli
        mt 1 => 1 ritratt
        mt 2 => 2 ritratti
        mt 10 => 10 ritratti
        mt 11 => 11-il ritratt
        mt 20 => 20 ritratt
        nl 1 => 1 foto
        nl 2 => 2 foto’s
        pl 1 => 1 zdjęcie
        pl 22 => 22 zdjęcia
        pl 12 => 12 zdjęć
        pt 1 => 1 foto
        pt-BR 2 => 2 fotos
        pt 1000000 => 1.000.000 de fotos
        ro 1 => 1 fotografie
        ro 19 => 19 fotografii
        ro 20 => 20 de fotografii
        sk 1 => 1 fotografia
        sk 4 => 4 fotografie
        sk 5 => 5 fotografií
        sl 101 => 101 fotografija
        sl 2 => 2 fotografiji
        sl 3 => 3 fotografije
        sl 5 => 5 fotografij
        sv 1 => 1 bild
        sv 2 => 2 bilder
        eo 2 => 2 pictures
    "#,
        |asked| {
            let (language, count) = asked.split_once(' ').unwrap();
            let mut article = article(&format!(
                r#"{{"headline": "H", "language": "{language}", "media": {{"kind": "gallery", "count": 1}}}}"#
            ));
            // A card has no room for a million, and readers give no 0, but CLDR has classes for them.
            article.media.as_mut().unwrap().count = Some(count.parse().unwrap());
            let card = Card::new(&article, &Options::default(), &Native::at(0));
            let media = card.story().unwrap().media.clone().unwrap();
            let label = media.label.unwrap();
            assert_eq!(label.language, (language == "eo").then_some("en"));
            label.text.replace(['\u{a0}', '\u{202f}'], " ")
        },
    );
}

/// So that a class which CLDR gives to a language is not forgotten: those of all languages with labels are in the test above.
#[test]
fn no_plural_class_is_forgotten() {
    let numbers = (0..=200).chain([1_000_000]);
    let mut classes: Vec<String> = Vec::new();
    for labels in Labels::all() {
        let mut own: Vec<&str> = numbers
            .clone()
            .map(|number| Native::at(0).plural(number, labels.tag()).as_str())
            .collect();
        own.sort_unstable();
        own.dedup();
        classes.push(format!("{} {}", labels.tag(), own.join(" ")));
    }
    assert_eq!(
        classes,
        [
            "en one other",
            "ar few many one other two zero",
            "bg one other",
            "cs few one other",
            "da one other",
            "de one other",
            "el one other",
            "es many one other",
            "et one other",
            "fa one other",
            "fi one other",
            "fr many one other",
            "ga few many one other two",
            "he one other two",
            "hi one other",
            "hr few one other",
            "hu one other",
            "it many one other",
            "ja other",
            "lt few one other",
            "lv one other zero",
            "mt few many one other two",
            "nl one other",
            "pl few many one",
            "pt many one other",
            "ro few one other",
            "sk few one other",
            "sl few one other two",
            "sv one other",
            "tr one other",
            "ur one other",
            "zh other",
            "zh-Hant other",
        ]
    );
}

/// A label stands for each class that a number of pictures can have in the language, and for none that it does not know.
#[test]
fn each_plural_class_has_its_label_and_no_other() {
    let keys = [
        (Plural::Zero, LabelKey::PicturesZero),
        (Plural::One, LabelKey::PicturesOne),
        (Plural::Two, LabelKey::PicturesTwo),
        (Plural::Few, LabelKey::PicturesFew),
        (Plural::Many, LabelKey::PicturesMany),
        (Plural::Other, LabelKey::Pictures),
    ];
    for labels in Labels::all() {
        let is_one_of = |numbers: &[u32], class| {
            let mut numbers = numbers.iter();
            numbers.any(|number| Native::at(0).plural(*number, labels.tag()) == class)
        };
        let seen: Vec<u32> = (0..=100).collect();
        for (class, key) in keys {
            let (tag, is_filled) = (labels.tag(), !labels.get(key).is_empty());
            if is_one_of(&seen, class) {
                assert!(is_filled, "{tag} {key:?} is missing");
            } else if class != Plural::Other && !is_one_of(&[1_000_000], class) {
                assert!(!is_filled, "{tag} {key:?} is said of no number");
            }
        }
    }
}

#[test]
fn the_publishers_plurals_go_before_the_tables() {
    let words = |count: u32, labels: &str| {
        let members =
            format!(r#""media": {{"kind": "gallery", "count": {count}}}, "labels": {{{labels}}}"#);
        let media = story_with(&members, &Options::default()).media.unwrap();
        media.label.unwrap().text.to_string()
    };
    let (many, one) = (
        r#""pictures": "{count} photos""#,
        r#""picturesOne": "one photo""#,
    );
    assert_eq!(words(1, ""), "1 picture");
    // A card that says "photos" never says "picture".
    assert_eq!(words(1, many), "1 photos");
    assert_eq!(words(1, &format!("{many}, {one}")), "one photo");
    assert_eq!(words(2, &format!("{many}, {one}")), "2 photos");
    assert_eq!(words(2, one), "2 pictures");
}

#[test]
fn a_length_is_shown_as_on_players_and_spoken_in_full() {
    each(
        r#"
        en video PT3M20S => 3:20 = Video, 3 minutes 20 seconds
        en audio PT1H2M5S => 1:02:05 = Audio, 1 hour 2 minutes 5 seconds
        en-GB video PT1S => 0:01 = Video, 1 second
        de video PT60S => 1:00 = Video, 1 Minute
        ar audio PT2M => 2:00 = صوت, دقيقتان
        ja video PT2M3S => 2:03 = 動画, 2 分 3 秒
        eo video PT3M => 3:00 = Video, 3 minutes
    "#,
        |asked| {
            let parts: Vec<&str> = asked.split(' ').collect();
            let [language, kind, duration] = parts.as_slice() else {
                panic!("{asked}");
            };
            let members = format!(
                r#""language": "{language}", "media": {{"kind": "{kind}", "duration": "{duration}"}}"#
            );
            let media = story_with(&members, &Options::default()).media.unwrap();
            let Length { clock, spoken } = media.length.unwrap();
            assert_eq!(media.label, None);
            assert_eq!(media.kind.as_str(), *kind);
            let label = spoken.label.unwrap().text;
            format!("{clock} = {label}, {}", spoken.text)
        },
    );
}

#[test]
fn the_time_of_reading_is_as_given() {
    each(
        r#"
        en 1 => 1 min {time} to read
        en 12 => 12 min {time} to read
        de 5 => 5 Min. {time} Lesezeit
        fa 5 => ۵ دقیقه زمان مطالعه: {time}
    "#,
        |asked| {
            let (language, minutes) = asked.split_once(' ').unwrap();
            let members = format!(r#""language": "{language}", "readingTime": {minutes}"#);
            let time = story_with(&members, &Options::default())
                .reading_time
                .unwrap();
            assert_eq!(*time.datetime, format!("PT{minutes}M"));
            format!("{} {}", time.text, time.label.unwrap().text)
        },
    );
}

#[test]
fn what_ai_has_made_is_said_in_every_layout_and_the_work_of_people_is_not() {
    for layout in Layout::ALL {
        let options = Options {
            layout,
            // Whatever can be hidden.
            hide: Parts::of(&Part::ALL[1..]),
            ..Options::default()
        };
        for origin in Origin::ALL {
            let members = format!(
                r#""origin": "{origin}", "image": {{"url": "https://a.example/p.jpg", "origin": "{origin}"}}"#
            );
            let story = story_with(&members, &options);
            let picture = story.picture.unwrap().origin.map(|label| label.text);
            let expected = match origin {
                Origin::TrainedAlgorithmicMedia => Some(("Made with AI", "Picture made with AI")),
                Origin::CompositeWithTrainedAlgorithmicMedia | Origin::CompositeSynthetic => {
                    Some(("Edited with AI", "Picture altered with AI"))
                }
                Origin::AlgorithmicMedia => Some(("Made by software", "Picture made by software")),
                _ => None,
            };
            let said = story.origin.map(|label| label.text);
            assert_eq!(
                (said.as_deref(), picture.as_deref()),
                (expected.map(|both| both.0), expected.map(|both| both.1)),
                "{origin}"
            );
        }
    }
}

#[test]
fn each_part_that_is_hidden_is_left_out_and_no_other() {
    let everything = article(EVERYTHING);
    let shown = |hide: &[Part]| {
        let options = Options {
            hide: Parts::of(hide),
            ..Options::default()
        };
        // Between its embargo and its term.
        let card = Card::new(&everything, &options, &Native::at(1_714_521_600_000));
        let story = card.story().unwrap().clone();
        let picture = story.picture.as_ref();
        Part::ALL.map(|part| match part {
            Part::Figure => picture.is_some(),
            Part::Caption => picture.is_some_and(|picture| picture.caption.is_some()),
            Part::Publisher => story.publisher.is_some(),
            Part::Kicker => story.kicker.is_some(),
            Part::Standfirst => story.standfirst.is_some(),
            Part::Byline => story.byline.is_some(),
            Part::Dateline => story.dateline.is_some(),
            Part::Timestamp => story.timestamp.is_some(),
            Part::ReadingTime => story.reading_time.is_some(),
            Part::Media => {
                story.media.is_some() || picture.is_some_and(|picture| picture.media.is_some())
            }
            Part::Bullets => !story.bullets.is_empty(),
            Part::ShortLink => story.short_link.is_some(),
            Part::Follow => story.follow.is_some(),
            Part::Related => story.related.is_some(),
            _ => panic!("{part} is not looked for"),
        })
    };
    assert_eq!(shown(&[]), Part::ALL.map(|_| true));
    for part in Part::ALL {
        let expected =
            Part::ALL.map(|other| other != part && (part, other) != (Part::Figure, Part::Caption));
        assert_eq!(shown(&[part]), expected, "{part}");
    }
}
