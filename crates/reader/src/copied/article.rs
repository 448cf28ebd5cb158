//! One article of a copied text.

use super::headings::{Heading, is_sentence};
use super::lines::{Kind, Line, day, is_space};
use crate::Reading;
use crate::byline::signed;
use crate::clean::Cleaner;
use crate::source_value::SourceValue;

use article_card::article::LabelKey;
use article_card::article::limits::{AUTHORS, LABEL, LINE, PARAGRAPH};
use article_card::article::{Article, Author, Follow, Image, Link, Moment, Text};
use article_card::reading::json::Json;
use article_card::report::{Code, Path, Report};

/// Adds the article whose lines these are.
pub(super) fn add(
    heading: &Heading,
    lines: &[Line<'_>],
    page: Option<&Link>,
    reading: &mut Reading,
) {
    let mut report = Report::default();
    let cleaner = Cleaner::new(&mut report, page.cloned());
    let article = article(heading, lines, page, &cleaner);
    let provenance = cleaner.provenance();
    reading.add(article, report, provenance, false);
}

fn article(
    heading: &Heading,
    lines: &[Line<'_>],
    page: Option<&Link>,
    cleaner: &Cleaner<'_>,
) -> Option<Article> {
    let (first, rest) = lines.split_first()?;
    let Some(headline) = cleaner.plain("headline", first.text, &first.path(), LINE) else {
        cleaner.refuse(
            &first.path(),
            Code::MissingField,
            "an article needs a headline",
        );
        return None;
    };
    // The places of the heading are those in the whole text.
    let within = |place: usize| place.saturating_sub(heading.start + 1);
    let (over, below) = rest.split_at_checked(within(heading.end + 1))?;
    let again = heading.again.map(within);
    let mut draft = Draft {
        cleaner,
        has_again: again.is_some(),
        url: None,
        short_url: None,
        standfirst: None,
        bullets: Vec::new(),
        image: None,
        dateline: None,
        byline: Vec::new(),
        published: None,
        updated: None,
        follow: None,
    };
    draft.read_heading(over, again);
    draft.read_start(below);
    let article = draft.finish(headline, page);
    if article.is_updated_too_early() {
        let is_update = |line: &&Line<'_>| matches!(line.kind, Kind::Date(LabelKey::Updated, _));
        let path = lines.iter().find(is_update).unwrap_or(first).path();
        let (published, updated) = (article.published.as_ref(), article.updated.as_ref());
        cleaner.check_order(published, updated, &path);
    }
    Some(article)
}

/// What a text can say of an article, under way.
pub(super) struct Draft<'a, 'r> {
    pub(super) cleaner: &'a Cleaner<'r>,
    /// The headline is repeated over the story, so that a picture stands between the two.
    has_again: bool,
    url: Option<Link>,
    short_url: Option<Link>,
    pub(super) standfirst: Option<Text>,
    pub(super) bullets: Vec<Text>,
    image: Option<Image>,
    pub(super) dateline: Option<Text>,
    byline: Vec<Author>,
    published: Option<Moment>,
    updated: Option<Moment>,
    follow: Option<Follow>,
}

impl Draft<'_, '_> {
    /// The article, of which all is read.
    fn finish(self, headline: Text, page: Option<&Link>) -> Article {
        let url = self.url.or_else(|| {
            if page.is_some() {
                self.cleaner.note("url", &"the given address".into(), "");
            }
            page.cloned()
        });
        Article {
            headline,
            url,
            standfirst: self.standfirst,
            bullets: self.bullets,
            image: self.image,
            dateline: self.dateline,
            byline: self.byline,
            published: self.published,
            updated: self.updated,
            short_url: self.short_url,
            follow: self.follow,
            // Nothing tells these from other lines.
            id: None,
            origin: None,
            media: None,
            reading_time: None,
            kicker: None,
            publisher: None,
            section: None,
            language: None,
            related: Vec::new(),
            access: None,
            sponsor: None,
            status: None,
            correction: None,
            embargoed_until: None,
            expires: None,
            labels: Vec::new(),
        }
    }

    /// What stands over the story, up to its repeated headline.
    fn read_heading(&mut self, lines: &[Line<'_>], again: Option<usize>) {
        let mut is_dated = false;
        let mut wants_address = false;
        for (place, line) in lines.iter().enumerate() {
            is_dated |= matches!(line.kind, Kind::Date(..));
            if wants_address && line.kind == Kind::Address {
                self.short_url(line.text, line);
            } else if line.is_text() && Some(place) != again {
                self.explain(line, is_dated);
            } else {
                self.read_meta(line);
            }
            wants_address = line.kind == Kind::ShortUrl("");
        }
    }

    pub(super) fn read_meta(&mut self, line: &Line<'_>) {
        let path = line.path();
        match line.kind {
            Kind::Date(key, date) => self.date(key, date, &path),
            Kind::ShortUrl(address) => self.short_url(address, line),
            Kind::Address if self.url.is_none() => {
                self.url = self.cleaner.link("url", line.text, &path);
            }
            Kind::Follow if self.follow.is_none() => {
                self.cleaner.note("follow", &path, "");
                let (label, url) = (None, None);
                self.follow = Some(Follow { label, url });
            }
            _ => {}
        }
    }

    fn date(&mut self, key: LabelKey, date: &str, path: &Path) {
        let (field, place) = match key {
            LabelKey::Updated => ("updated", &mut self.updated),
            _ => ("published", &mut self.published),
        };
        if place.is_none() {
            // What cannot be read is told as it was written.
            let date = day(date).unwrap_or_else(|| date.to_owned());
            let value = &Json::Text(date.into());
            let path = path.clone();
            *place = self.cleaner.moment(field, &SourceValue::alone(value, path));
        }
    }

    /// People write such addresses without their scheme.
    fn short_url(&mut self, address: &str, line: &Line<'_>) {
        let address = match address {
            "" => return,
            address if address.contains("://") => address.to_owned(),
            address => format!("https://{address}"),
        };
        self.short_url = self.cleaner.link("shortUrl", &address, &line.path());
    }

    /// A line over the story that has no mark of its own.
    fn explain(&mut self, line: &Line<'_>, is_dated: bool) {
        let path = line.path();
        if let Some(name) = signed(line.text, None)
            .or_else(|| is_name(line.text).then_some(line.text).filter(|_| is_dated))
        {
            let name = self.cleaner.plain("byline.name", name, &path, LABEL);
            let byline = &mut self.byline;
            byline.extend(name.map(|name| Author {
                name,
                url: None,
                image: None,
                job_title: None,
            }));
            self.cleaner.shorten(byline, AUTHORS, &path);
        } else if let Some(date) = day(line.text) {
            self.date(LabelKey::Published, &date, &path);
        } else if self.image.is_none()
            && (self.has_again || line.text.ends_with(')'))
            && is_long(line.text)
        {
            self.caption(line);
        } else if self.standfirst.is_none() && is_long(line.text) {
            self.standfirst = self
                .cleaner
                .plain("standfirst", line.text, &path, PARAGRAPH);
        } else {
            let message = "nothing says what this line over the story is; it was left out";
            self.cleaner.warn(&path, Code::UnknownField, message);
        }
    }

    /// The line below the picture, whose address nobody copies.
    fn caption(&mut self, line: &Line<'_>) {
        let path = line.path();
        let (caption, credit) = self.cleaner.caption_and_credit(line.text, &path);
        if caption.is_none() && credit.is_none() {
            return;
        }
        self.image = Some(Image {
            url: None,
            alt: None,
            caption,
            credit,
            width: None,
            height: None,
            origin: None,
            sources: Vec::new(),
        });
        let message = "without an address the picture is not shown";
        self.cleaner.warn(&path, Code::MissingField, message);
    }
}

/// Whether it is long enough to say something of a picture or a story.
fn is_long(text: &str) -> bool {
    text.split_whitespace().count() >= 5
        || is_sentence(text)
        || (text.len() >= 24 && !text.contains(is_space))
}

/// Whether the words are names: two to five of them, each with a capital.
fn is_name(text: &str) -> bool {
    let words = text.split(is_space).filter(|word| !word.is_empty());
    let begins = |word: &str| word.starts_with(char::is_uppercase);
    (2..=5).contains(&words.clone().count())
        && words.clone().all(begins)
        && !text.contains(|sign: char| sign.is_numeric() || ".:!?".contains(sign))
}
