//! The prerendered card: the same as Yew's own, whole under hostile texts, and the same bytes every time.

#![cfg(all(feature = "component", feature = "prerender"))]

#[path = "util/drawn.rs"]
mod drawn;
#[cfg(test)]
#[path = "util/expected.rs"]
mod expected;
#[cfg(test)]
mod util;

use article_card::article::{Direction, Language};
use article_card::options::{Layout, Target};
use article_card::platform::Native;
use article_card::{Article, ArticleCard, Card, Options, ReadOptions, Reading, read};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::fs;
use std::rc::Rc;
use util::*;
use yew::{Callback, LocalServerRenderer};

#[cfg(test)]
mod cards {
    use super::*;

    const NOW: &str = "2026-03-14T12:00:00Z";

    /// What may not mean anything in a text or an address.
    const HOSTILE: &[&str] = &[
        "</script><b id=x>",
        "<!--<script>",
        "--></template></article-card>",
        "</style></div></template><img src=x onerror=alert(1)>",
        "<!--<[Comp]>--><!--</[Comp]>-->",
        "]]>&lt;&amp;quot;",
        "\\u2028\\u2029line",
        "\\u0000nul\\u0000",
        "\" onload=\"alert(1)' x='",
        "a & b &#60;i&#62; {time",
        "<![CDATA[<svg><title></title>",
        "<plaintext><textarea><noscript>",
    ];

    /// All fixtures in the card's own JSON, read, with their names.
    fn all() -> Vec<(String, Article)> {
        let now = at(NOW);
        let texts = fixtures(now);
        let mut articles = Vec::new();
        for (name, text) in texts {
            let reading = read(text.as_bytes(), &ReadOptions::default());
            articles.extend(
                reading
                    .articles
                    .into_iter()
                    .map(|article| (name.clone(), article)),
            );
        }
        assert!(articles.len() > 25, "{}", articles.len());
        articles
    }

    /// The card as Yew's own server renderer writes it.
    fn by_yew(card: Card) -> String {
        let props = article_card::component::Props {
            card: Rc::new(card),
            after_draw: Callback::noop(),
        };
        let renderer = LocalServerRenderer::<ArticleCard>::with_props(props).hydratable(false);
        pollster::block_on(renderer.render())
    }

    #[track_caller]
    fn is_as_yew_draws_it(name: &str, article: &Article, options: &Options) -> String {
        let embed = drawn::embed(article, options, at(NOW));
        let card = Card::new(article, options, &Native::at(at(NOW)));
        assert_eq!(expected::inner(&embed), by_yew(card), "{name} {options:?}");
        embed
    }

    fn every_option() -> Vec<Options> {
        let mut all = Vec::new();
        for layout in [Layout::Standard, Layout::Compact, Layout::Hero] {
            for target in [Target::Itself, Target::Blank, Target::Top, Target::Parent] {
                for direction in [
                    None,
                    Some(Direction::LeftToRight),
                    Some(Direction::RightToLeft),
                ] {
                    all.push(Options {
                        layout,
                        target,
                        direction,
                        heading_level: 2 + u8::try_from(all.len() % 5).unwrap(),
                        is_eager: all.len() % 2 == 1,
                        language: Language::parse(["", "fa", "de", "nl"][all.len() % 4]),
                        ..Options::default()
                    });
                }
            }
        }
        all
    }

    #[test]
    fn every_fixture_is_written_as_yew_draws_it() {
        let options = every_option();
        for (name, article) in all() {
            for options in &options {
                is_as_yew_draws_it(&name, &article, options);
            }
        }
    }

    #[test]
    fn any_combination_of_fields_is_written_as_yew_draws_it() {
        let whole = parsed(EVERYTHING);
        let all = pointers(&whole);
        let all: Vec<&String> = all
            .iter()
            .filter(|pointer| *pointer != "/headline")
            .collect();
        let options = every_option();
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
        for round in 0..600 {
            let mut value = whole.clone();
            for _ in 0..chance.below(14) {
                let pointer = all[chance.below(all.len())];
                if value.pointer(pointer).is_some() {
                    value = without(&value, pointer);
                }
            }
            let texts = pointers(&value);
            let texts: Vec<&String> = texts
                .iter()
                .filter(|pointer| value.pointer(pointer).is_some_and(Value::is_string))
                .collect();
            let text = texts[chance.below(texts.len())];
            let json = with(&value, text, HOSTILE[chance.below(HOSTILE.len())].into());
            let reading = read(json.as_bytes(), &ReadOptions::default());
            if let Some(article) = reading.articles.first() {
                is_as_yew_draws_it(&json, article, &options[round % options.len()]);
            }
        }
    }

    #[test]
    fn a_fingerprint_counts_what_a_browser_finds() {
        let options = every_option();
        for (index, (name, article)) in all().iter().enumerate() {
            let options = &options[index % options.len()];
            let embed = drawn::embed(article, options, at(NOW));
            let Some((_, rest)) = embed.split_once(" data-prerendered=\"") else {
                panic!("{name}: {embed}");
            };
            let (fingerprint, _) = rest.split_once('"').unwrap();
            let told: Vec<&str> = fingerprint.split('-').skip(2).collect();
            let card = Html::parse_fragment(expected::inner(&embed));
            let elements = card
                .select(&Selector::parse("article, article *").unwrap())
                .count();
            let text: String = card.root_element().text().collect();
            let found = [elements.to_string(), text.len().to_string()];
            assert_eq!(told, found, "{name}");
        }
    }

    /// The article with every field, with that in each of its texts and addresses.
    fn with_everywhere(hostile: &str) -> Article {
        let mut value = parsed(EVERYTHING);
        for pointer in pointers(&value) {
            let name = pointer
                .rsplit('/')
                .find(|name| name.parse::<u8>().is_err())
                .unwrap();
            let part = value.pointer_mut(&pointer).unwrap();
            let Value::String(text) = part else { continue };
            if drawn::is_address(name, text) {
                *text = format!("https://herald.example/{pointer}?{hostile}&b='#{hostile}");
            } else if pointer.starts_with("/labels/updated") {
                *text = format!("{hostile} {{time}} {hostile}");
            } else if drawn::is_text(name) && pointer != "/$schema" {
                *text = format!("{hostile} {pointer}");
            }
        }
        let json = value.to_string().replace("\\\\", "\\");
        let reading = read(json.as_bytes(), &ReadOptions::default());
        let article = reading.articles.into_iter().next();
        article.unwrap_or_else(|| panic!("{}: {json}", told(&reading.report)))
    }

    fn select<'page>(page: &'page Html, selector: &str) -> Vec<ElementRef<'page>> {
        page.select(&Selector::parse(selector).unwrap()).collect()
    }

    #[track_caller]
    fn is_harmless(about: &str, article: &Article) {
        let now = at(NOW);
        let embed = drawn::html(article, now);
        assert!(!embed.contains('\n'), "{about}");
        let page = drawn::parsed(&embed);
        let control = drawn::control(article).unwrap();
        let control = drawn::parsed(&drawn::html(&control, now));
        assert_eq!(drawn::tree(&page), drawn::tree(&control), "{about}");
        let [script] = select(&page, "script")[..] else {
            panic!("{about}: {embed}");
        };
        let json: String = script.text().collect();
        let again = read(json.as_bytes(), &ReadOptions::default());
        assert_eq!(again.articles.first(), Some(article), "{about}");
        assert_eq!(parsed(&json), parsed(&article.to_json()), "{about}");
        assert_eq!(select(&page, "body > #after").len(), 1, "{about}");
        let headlines = drawn::texts(&page, "[part~=headline]");
        assert_eq!(headlines, [article.headline.to_string()], "{about}");
        let bullets = drawn::texts(&page, "[part~=bullet]");
        let given: Vec<String> = article.bullets.iter().map(ToString::to_string).collect();
        assert_eq!(bullets, given, "{about}");
    }

    #[test]
    fn hostile_texts_and_addresses_stay_what_they_are() {
        for hostile in HOSTILE {
            is_harmless(hostile, &with_everywhere(hostile));
        }
        for field in [
            "/headline",
            "/kicker",
            "/standfirst",
            "/bullets/0",
            "/image/caption",
            "/dateline",
            "/byline/0/name",
            "/related/0/headline",
            "/labels/updated",
        ] {
            let marks = ["a", &"\u{301}".repeat(40_000)].concat();
            let json = with(&parsed(EVERYTHING), field, marks.into());
            let reading = read(json.as_bytes(), &ReadOptions::default());
            is_harmless(field, &reading.articles[0]);
        }
        for (name, article) in all() {
            if !select(
                &drawn::parsed(&drawn::html(&article, at(NOW))),
                "[part~=headline]",
            )
            .is_empty()
            {
                is_harmless(&name, &article);
            }
        }
    }

    #[test]
    fn half_a_surrogate_pair_comes_to_nothing() {
        let json = with_everywhere("plain")
            .to_json()
            .replace("plain", "\\ud83d half");
        assert!(
            read(json.as_bytes(), &ReadOptions::default())
                .articles
                .is_empty()
        );
        // What the reader of other formats makes of them.
        let json = r#"{"headline": "\ufffd </script> \ufffd", "url": "https://herald.example/%EF%BF%BD",
            "standfirst": "\ufffd<!--<script>"}"#;
        let reading = read(json.as_bytes(), &ReadOptions::default());
        is_harmless("half a surrogate pair", &reading.articles[0]);
    }

    #[test]
    fn where_templates_are_passed_over_there_are_headline_and_bullets() {
        for hostile in ["plain", HOSTILE[0]] {
            let article = with_everywhere(hostile);
            let embed = drawn::html(&article, at(NOW));
            let (before, rest) = embed.split_once("<template").unwrap();
            let (_, after) = rest.rsplit_once("</template>").unwrap();
            let page = drawn::parsed(&[before, after].concat());
            let [link] = select(&page, "article-card > a[href][lang=en-GB][dir=ltr]")[..] else {
                panic!("{before}{after}");
            };
            assert_eq!(link.text().collect::<String>(), &*article.headline);
            assert_eq!(
                link.attr("href"),
                article.url.as_ref().map(|url| url.as_str())
            );
            let bullets = drawn::texts(&page, "article-card > ul > li");
            let given: Vec<String> = article.bullets.iter().map(ToString::to_string).collect();
            assert_eq!(bullets, given);
        }
    }

    #[test]
    fn no_word_of_a_withheld_article_is_anywhere() {
        let mut value = parsed(EVERYTHING);
        for pointer in pointers(&value) {
            if let Value::String(text) = value.pointer_mut(&pointer).unwrap()
                && drawn::is_text(pointer.rsplit('/').next().unwrap())
                && !matches!(&*pointer, "/headline" | "/language")
            {
                text.push_str(" SECRET");
            }
        }
        for (reason, member, given, is_told) in [
            ("/status", "/status", "withdrawn", true),
            (
                "/embargoedUntil",
                "/embargoedUntil",
                "2027-01-01T00:00:00Z",
                false,
            ),
            ("/expires", "/expires", "2025-01-01", false),
        ] {
            let json = with(&value, member, given.into()).replace("A town", "A SECRET town");
            let reading = read(json.as_bytes(), &ReadOptions::default());
            let embed = drawn::html(&reading.articles[0], at(NOW));
            assert_eq!(!embed.is_empty(), is_told, "{reason}: {embed}");
            let (_, card) = embed.split_once("</style>").unwrap_or_default();
            for word in [
                "SECRET", "town", "herald", "hrld", "http", "Adeyemi", "2024",
            ] {
                assert!(
                    !card
                        .replace("urn:newsml:herald.example:20240403:wind", "")
                        .contains(word),
                    "{reason}: {word} in {card}"
                );
            }
        }
    }

    #[test]
    fn the_same_article_gives_the_same_bytes_at_any_time() {
        for (name, article) in all() {
            let then = drawn::html(&article, at(NOW));
            assert_eq!(then, drawn::html(&article, at(NOW)), "{name}");
            // The time decides about embargo and expiry, and about nothing else.
            if article.embargoed_until.is_none() && article.expires.is_none() {
                let later = drawn::html(&article, at("2031-01-01T00:00:00Z"));
                assert_eq!(then, later, "{name}");
                let by_the_clock = Card::new(&article, &Options::default(), &Native::system());
                assert_eq!(expected::inner(&then), by_yew(by_the_clock), "{name}");
            }
        }
    }

    #[test]
    fn every_fixture_is_written_as_a_person_has_reviewed_it() {
        for (name, article) in all() {
            expected::is_as_expected(&name, &article, at(NOW));
        }
        let (now, folder) = (at(NOW), workspace().join("tests/expected/prerendered"));
        let names = [fixtures(now), foreign_fixtures(now)].concat();
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap().path();
            let name = entry.file_stem().unwrap().to_string_lossy();
            assert!(
                names.iter().any(|(fixture, _)| *fixture == name),
                "{name} is of no fixture"
            );
        }
    }
}
