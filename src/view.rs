//! The card as it is drawn, top to bottom. It decides nothing: what a [`Card`] holds is set in its place.
//!
//! There are no listeners here and no clocks; the loader's `behaviour.js` enlivens what stands. Names of elements and attributes
//! are always literal, because Yew does not escape them; of attributes each is a type that holds its value, so that no
//! value is ever another's.

mod actions;
mod attributes;
mod byline;
mod dateline;
mod figure;
mod headline;
mod link;
mod media;
mod notices;
mod related;
mod surface;
mod text;

use crate::card::{Card, Face, Story};
use crate::options::Layout;
pub(crate) use attributes::Attributes;
use attributes::{AriaLabelledby, Class, Dir, Lang, Part};
pub(crate) use surface::{StartTag, Surface};

/// Draws a card, or nothing at all.
pub(crate) fn face(on: &mut impl Surface, card: &Card) {
    let (class, label) = match (&card.face, card.layout) {
        (Face::Story(_), Layout::Standard) => ("card standard", Some("headline")),
        (Face::Story(_), Layout::Compact) => ("card compact", Some("headline")),
        (Face::Story(_), Layout::Hero) => ("card hero", Some("headline")),
        (Face::Withdrawn(_), _) => ("card withdrawn", None),
        (Face::Nothing, _) => return,
    };
    let attributes = (
        Class(class),
        Part("card"),
        Lang(&card.language),
        Dir(card.direction.as_str()),
        AriaLabelledby(label),
    );
    on.element("article", attributes, |on| match &card.face {
        Face::Story(story) => {
            on.optional(&story.picture, |on, picture| {
                figure::figure(on, picture, story, card);
            });
            body(on, card, story);
        }
        Face::Withdrawn(label) => notices::notice(on, "notice", label),
        Face::Nothing => {}
    });
}

fn body(on: &mut impl Surface, card: &Card, story: &Story) {
    on.class("div", "body", |on| {
        on.optional(&story.publisher, |on, publisher| {
            headline::publisher(on, publisher, card);
        });
        on.optional(&story.kicker, headline::kicker);
        headline::headline(on, story, card);
        on.optional(&story.standfirst, |on, text| {
            text::part(on, "p", "standfirst", text, card);
        });
        on.optional(&story.sponsor, |on, sponsor| {
            notices::sponsor(on, sponsor, card);
        });
        on.optional(&story.access, |on, label| {
            notices::notice(on, "notice access", label);
        });
        on.optional(&story.origin, |on, label| {
            notices::notice(on, "notice origin", label);
        });
        on.optional(&story.byline, |on, byline| byline::byline(on, byline, card));
        dateline::dateline(on, story);
        bullets(on, story, card);
        on.optional(&story.correction, |on, correction| {
            notices::correction(on, correction, card);
        });
        actions::actions(on, story, card);
        on.optional(&story.related, |on, related| {
            related::related(on, related, card);
        });
    });
}

fn bullets(on: &mut impl Surface, story: &Story, card: &Card) {
    if story.bullets.is_empty() {
        return on.absent();
    }
    on.part("ul", "bullets", |on| {
        for text in &story.bullets {
            text::part(on, "li", "bullet", text, card);
        }
    });
}

#[cfg(all(test, feature = "prerender"))]
mod tests {
    use super::*;
    use crate::Options;
    use crate::article::Text;
    use crate::card_json::{ReadOptions, read};
    use crate::platform::Native;

    /// A surface that writes down the elements, each after those in it, with its attributes as they were given.
    #[derive(Default)]
    struct Recorder(Vec<(&'static str, Given)>);

    #[derive(Default)]
    struct Given(Vec<(&'static str, Option<String>)>);

    impl Surface for Recorder {
        fn element<A: Attributes>(
            &mut self,
            tag: &'static str,
            attributes: A,
            children: impl FnOnce(&mut Self),
        ) {
            let mut given = Given::default();
            attributes.give(&mut given);
            let names: Vec<&str> = given.0.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, A::NAMES, "{tag}");
            children(self);
            self.0.push((tag, given));
        }

        fn void(&mut self, tag: &'static str, attributes: impl Attributes) {
            self.element(tag, attributes, |_| {});
        }

        fn text(&mut self, _: &Text) {}

        fn piece(&mut self, _: &str) {}

        fn space(&mut self) {}

        fn absent(&mut self) {}
    }

    impl StartTag for Given {
        fn fixed(&mut self, name: &'static str, value: Option<&'static str>) {
            self.0.push((name, value.map(str::to_owned)));
        }

        fn text(&mut self, name: &'static str, value: Option<&Text>) {
            self.0.push((name, value.map(|value| value.to_string())));
        }

        fn number(&mut self, name: &'static str, value: Option<u32>) {
            self.0.push((name, value.map(|value| value.to_string())));
        }
    }

    fn drawn(json: &str) -> Recorder {
        let reading = read(json.as_bytes(), &ReadOptions::default());
        let options = Options::default();
        let mut recorder = Recorder::default();
        for article in &reading.articles {
            face(&mut recorder, &Card::new(article, &options, &Native::at(0)));
        }
        recorder
    }

    #[test]
    fn each_value_is_given_with_its_name() {
        let with_picture = |rest: &str| {
            let json = r#"{"headline": "Wall", "image": {"url": "https://a.example/p.jpg", "alt": "A wall""#;
            let drawn = drawn(&format!("{json}{rest}}}}}"));
            let (tag, Given(given)) = drawn.0.into_iter().next().unwrap();
            assert_eq!(tag, "img");
            given
        };
        let sized = with_picture(r#", "width": 640, "height": 480"#);
        let value = |name, value: &str| (name, Some(value.to_owned()));
        let expected = [
            value("class", "image"),
            value("part", "image"),
            value("decoding", "async"),
            value("alt", "A wall"),
            value("width", "640"),
            value("height", "480"),
            value("loading", "lazy"),
            ("sizes", None),
            ("srcset", None),
            value("src", "https://a.example/p.jpg"),
        ];
        assert_eq!(sized, expected);
        // What has no value keeps its place among the names.
        let names = |given: &[(&'static str, _)]| given.iter().map(|given| given.0).collect();
        let unsized_names: Vec<&str> = names(&with_picture(""));
        assert_eq!(unsized_names, names(&expected));
    }
}
