//! Whatever the bytes are, reading them ends: with an article or a reason, within bounds, and never with a panic.
//!
//! The texts are made by a small generator with fixed seeds, so that a failure comes back; serde_json is the judge of JSON.

#[cfg(test)]
#[path = "../../../tests/util/mod.rs"]
mod util;

use article_card::article::{Image, Status};
use article_card::report::Code;
use article_card::{Card, Options, platform::Native};
use article_card_reader::{ReadOptions, Reading, read};
use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::{Value, json};
use std::ops::ControlFlow;
use util::*;

const ROUNDS: usize = 20_000;

/// Why the bytes are not even JSON, if they are not.
fn fault(reading: &Reading) -> Option<Code> {
    let codes = reading
        .report
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code);
    codes.into_iter().find(|code| {
        matches!(
            code,
            Code::NoData
                | Code::TooLarge
                | Code::TooDeep
                | Code::JsonSyntax
                | Code::BadEncoding
                // Of what is no JSON, but looks like a page.
                | Code::NoArticle
        )
    })
}

/// The deepest nesting of a text that serde has accepted.
fn depth(bytes: &[u8]) -> usize {
    let (mut deepest, mut depth, mut is_text, mut is_escape) = (0, 0, false, false);
    for byte in bytes {
        match byte {
            _ if is_escape => is_escape = false,
            b'\\' => is_escape = is_text,
            b'"' => is_text = !is_text,
            b'{' | b'[' if !is_text => depth += 1,
            b'}' | b']' if !is_text => depth -= 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[track_caller]
fn judge(bytes: &[u8]) -> bool {
    let reading = read(bytes, &ReadOptions::default());
    let ours = fault(&reading);
    let theirs =
        serde_json::from_slice::<Value>(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let shown = String::from_utf8_lossy(bytes.get(..2000).unwrap_or(bytes));
    match (&theirs, ours) {
        (Ok(_), Some(Code::TooDeep)) => assert!(depth(bytes) > 64, "{shown}"),
        (Ok(_), ours) => assert_eq!(ours, None, "{} of {shown}", told(&reading.report)),
        (Err(error), ours) => assert_ne!(ours, None, "{error} of {shown}"),
    }
    if let (Some(article), Ok(theirs)) = (reading.articles.first(), &theirs) {
        let composed = ComposingNormalizerBorrowed::new_nfc();
        let words = |text: &str| {
            let text: String = text.split(is_left_out).collect();
            composed.normalize(&text).into_owned()
        };
        let headline = theirs["headline"].as_str().unwrap_or_default();
        if headline.len() < 300 {
            assert_eq!(words(&article.headline), words(headline), "{shown}");
        }
    }
    theirs.is_ok()
}

/// White space collapses, and what acts on a terminal or a line goes.
fn is_left_out(character: char) -> bool {
    character.is_whitespace()
        || is_harmful(character)
        || matches!(character, '\u{2066}'..='\u{2069}')
}

fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{202a}'..='\u{202e}' | '\u{feff}' | '\u{2028}' | '\u{2029}'
        )
}

#[test]
fn what_is_json_and_what_is_not_serde_says_too() {
    let originals = originals();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    for round in 0..ROUNDS {
        let mut bytes = if round % 4 == 0 {
            originals[chance.below(originals.len())].clone()
        } else {
            let mut text = String::new();
            chance.value(6, &mut text);
            let depth = if round % 97 == 0 {
                chance.below(140)
            } else {
                0
            };
            [["[".repeat(depth), text, "]".repeat(depth)].concat()]
                .concat()
                .into_bytes()
        };
        if round % 3 != 0 {
            chance.mutate(&mut bytes);
        }
        accepted += usize::from(judge(&bytes));
    }
    assert!(
        (ROUNDS / 5..ROUNDS * 4 / 5).contains(&accepted),
        "{accepted} of {ROUNDS} are JSON"
    );
}

#[test]
fn a_number_of_many_digits_is_no_fault() {
    let zeros = "0".repeat(400);
    for number in [
        "1e308",
        "1.7976931348623157e308",
        "1e-400",
        &format!("0.{zeros}1e400"),
        &format!("1{zeros}e-390"),
    ] {
        assert!(judge(number.as_bytes()), "{number}");
    }
    for number in ["1e309", "-1e400", &format!("1{zeros}")] {
        assert!(!judge(number.as_bytes()), "{number}");
    }
}

/// Calls with every text in the value and the name that it has there.
fn texts(value: &Value, name: &str, check: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => check(name, text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, name, check)),
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| texts(member, name, check)),
        _ => {}
    }
}

fn may_be_shown(name: &str, text: &str) {
    assert!(
        !text.is_empty() && !text.contains(is_harmful),
        "{name}: {text:?}"
    );
    let isolates = text
        .chars()
        .try_fold(0_u32, |open, character| match character {
            '\u{2066}'..='\u{2068}' => ControlFlow::Continue(open + 1),
            '\u{2069}' => open
                .checked_sub(1)
                .map_or(ControlFlow::Break(()), ControlFlow::Continue),
            _ => ControlFlow::Continue(open),
        });
    assert_eq!(isolates, ControlFlow::Continue(0), "{name}: {text:?}");
    if matches!(name, "url" | "shortUrl" | "logo") {
        assert!(
            text.starts_with("https://") || text.starts_with("http://"),
            "{name}: {text:?}"
        );
    }
}

#[test]
fn any_bytes_give_an_article_or_a_reason() {
    let originals = originals();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut shown = 0;
    for round in 0..ROUNDS {
        let mut bytes = originals[round % originals.len()].clone();
        chance.mutate(&mut bytes);
        let unknown_fields = round % 2 == 0;
        let Reading {
            articles, report, ..
        } = read(
            &bytes,
            &ReadOptions {
                unknown_fields,
                ..ReadOptions::default()
            },
        );
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(articles.len(), usize::from(!report.is_refusal()), "{text}");
        for diagnostic in &report.diagnostics {
            let reason = diagnostic.reason.to_string();
            assert!(
                !reason.is_empty() && !reason.contains(char::is_control),
                "{text}"
            );
            assert!(!diagnostic.path.as_str().is_empty(), "{text}");
        }
        for article in articles {
            let json = article.to_json();
            let is_withdrawn = article.status == Some(Status::Withdrawn);
            texts(&parsed(&json), "", &mut |name, text| {
                // The one text that may be missing where nothing is shown.
                if !(is_withdrawn && name == "headline" && text.is_empty()) {
                    may_be_shown(name, text);
                }
            });
            if round % 8 == 0 {
                let _ = Card::new(
                    &article,
                    &Options::default(),
                    &Native::at(at("2024-04-03T11:00:00Z")),
                );
                let again = reading(&json);
                let has_no_address = |image: &Image| image.url.is_none();
                // A caption is kept without its picture, and that is told every time.
                let expected = match article.image.as_ref().is_some_and(has_no_address) {
                    true => {
                        "warning missing-field $.image.url without an address the picture is not shown"
                    }
                    false => "",
                };
                assert_eq!(told(&again.report), expected, "{text}");
                assert_eq!(again.articles, [article], "{text}");
            }
            shown += 1;
        }
    }
    assert!(shown > ROUNDS / 10, "{shown} of {ROUNDS} give an article");
}

#[test]
fn what_is_too_much_is_refused() {
    let mega = 1024 * 1024;
    let long = format!("{{\"headline\": \"{}\"}}", "x".repeat(3 * mega));
    assert_eq!(
        article_err(&long),
        "error too-large $ the input is longer than 2 MiB"
    );
    for open in ["[", "{\"a\":"] {
        let refusal = article_err(&open.repeat(100_000));
        assert!(
            refusal
                .starts_with("error too-deep $ the input is nested more than 64 levels deep (1:"),
            "{refusal}"
        );
    }
    let nested = |depth: usize| {
        format!(
            "{{\"headline\": \"H\", \"x\": {}{}}}",
            "[".repeat(depth - 1),
            "]".repeat(depth - 1)
        )
    };
    assert_eq!(repaired(&nested(64)).0.to_json(), "{\"headline\":\"H\"}");
    assert_eq!(
        article_err(&nested(65)),
        "error too-deep $ the input is nested more than 64 levels deep (1:87)"
    );
    let many = |values: usize| {
        format!(
            "{{\"headline\": \"H\", \"x\": [{}0]}}",
            "0,".repeat(values - 4)
        )
    };
    assert_eq!(repaired(&many(50_000)).0.to_json(), "{\"headline\":\"H\"}");
    let refusal = article_err(&many(50_001));
    assert!(
        refusal.starts_with("error too-large $ the input has more than 50,000 values (1:"),
        "{refusal}"
    );
}

#[test]
fn two_mebibytes_of_anything_are_read_within_bounds() {
    let room = 2 * 1024 * 1024 - 100;
    let fill = |piece: &str| piece.repeat(room / piece.len());
    let some = |piece: &str| piece.repeat(24_000.min(room / piece.len()));
    for json in [
        format!("{{\"headline\": \"H\"}}{}", fill(" ")),
        format!("{{\"headline\": \"{}\"}}", fill("x")),
        format!("{{\"headline\": \"x{}\"}}", fill("\u{301}")),
        format!("{{\"headline\": \"x{}\"}}", fill("\\u0000")),
        format!("{{\"headline\": \"{}H\"}}", fill("\\u2067")),
        format!(
            "{{\"headline\": \"H\", \"url\": \"https://a.example/{}\"}}",
            fill("../")
        ),
        format!(
            "{{\"headline\": \"H\", \"published\": \"2024-04-03T10:00:00.{}Z\"}}",
            fill("9")
        ),
        format!(
            "{{\"headline\": \"H\", \"language\": \"en{}\"}}",
            fill("-a")
        ),
        format!(
            "{{\"headline\": \"H\", \"image\": {{\"url\": \"https://a.example/\", \"width\": {}}}}}",
            fill("9")
        ),
        format!("{{{}\"headline\": \"H\"}}", some("\"headline\": \"G\",")),
        format!("{{{}\"headline\": \"H\"}}", "\"headlime\": 1,".repeat(5000)),
        format!("{{\"headline\": \"H\", \"{}\": 1}}", some("abc")),
        format!("{{\"headline\": \"H\", \"bullets\": [{}1]}}", some("1,")),
        format!(
            "{{\"headline\": \"H\", \"related\": [{}{{}}]}}",
            some("{\"headline\":1,\"url\":\"\"},")
        ),
    ] {
        assert!(json.len() <= 2 * 1024 * 1024, "{}", json.len());
        for unknown_fields in [false, true] {
            let Reading {
                articles, report, ..
            } = read(
                json.as_bytes(),
                &ReadOptions {
                    unknown_fields,
                    ..ReadOptions::default()
                },
            );
            let start: String = json.chars().take(60).collect();
            assert_eq!(articles.len(), usize::from(!report.is_refusal()), "{start}");
            let words: usize = report
                .diagnostics
                .iter()
                .map(|told| told.path.as_str().len() + told.reason.to_string().len())
                .sum();
            let most = if unknown_fields { 5 * json.len() } else { 4000 };
            assert!(words <= most, "{start} has {words} bytes of words");
        }
    }
}

#[test]
fn a_fault_of_the_text_has_its_place() {
    let cases = r#"
        {⏎  'headline': 1} => expected a name in double quotes (2:3)
        {"headline": "H",} => expected a name in double quotes (1:18)
        {"headline" "H"} => expected a colon (1:13)
        {"headline": "H"⏎⏎ "url": 1} => expected a comma or } (3:2)
        {"headline": undefined} => expected a value (1:14)
        {"headline": "H"} ; => nothing may follow the value (1:19)
        {"é": "H => the input ends within a text (1:10)
        [1, => the input ends too early (1:4)
        {"headline": "\ud800"} => half a surrogate pair in a text (1:21)
        {"headline": "a⏎b"} => a text holds a line break or other control character; write it as \n or \u (1:16)
    "#;
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (json, refusal) = case.split_once(" => ").unwrap();
        let json = json.replace('⏎', "\n");
        assert_eq!(
            article_err(&json),
            format!("error json-syntax $ {refusal}"),
            "{json}"
        );
    }
    for nothing in ["", " \r\n\t", "\u{feff}"] {
        assert_eq!(article_err(nothing), "error no-data $ the input is empty");
    }
    let not_utf8 = read(b"{\n\"headline\": \"caf\xe9\"}", &ReadOptions::default());
    assert_eq!(
        told(&not_utf8.report),
        "error bad-encoding $ this is not UTF-8 (2:17)"
    );
    article("\u{feff}{\"headline\": \"H\"}");
}

#[test]
fn texts_have_a_limit_of_characters() {
    let whole = parsed(EVERYTHING);
    let names = [
        (300, "/id /headline /bullets/0 /related/0/headline"),
        (
            500,
            "/standfirst /image/alt /image/caption /correction/text",
        ),
        (
            120,
            "/kicker /section /dateline /image/credit /image/sources/0/type /byline/0/name",
        ),
        (
            120,
            "/follow/label /publisher/name /sponsor/name /labels/updated /labels/separator",
        ),
    ];
    for (limit, pointers) in names {
        for pointer in pointers.split(' ') {
            let full = "é".repeat(limit);
            article(&with(&whole, pointer, json!(full)));
            let (cut, told) = repaired(&with(&whole, pointer, json!(format!("{full}é"))));
            let shown = format!("{}…", "é".repeat(limit - 1));
            assert_eq!(
                parsed(&cut.to_json()),
                parsed(&with(&whole, pointer, json!(shown)))
            );
            let reason = "the text was cut because a card has no room for more";
            assert_eq!(
                told,
                format!("warning truncated {} {reason}", path(pointer))
            );
        }
    }
}

#[test]
fn lists_have_a_limit_of_items() {
    let whole = parsed(EVERYTHING);
    for (pointer, most) in [
        ("/bullets", 10),
        ("/byline", 10),
        ("/related", 10),
        ("/image/sources", 20),
    ] {
        let items = vec![whole.pointer(&format!("{pointer}/0")).unwrap().clone(); most + 1];
        let full = with(&whole, pointer, json!(items[..most]));
        let (cut, told) = repaired(&with(&whole, pointer, json!(items)));
        assert_eq!(cut, article(&full));
        let reason = "the list was cut because a card has no room for more";
        assert_eq!(
            told,
            format!("warning truncated {} {reason}", path(pointer))
        );
    }
}
