//! One article of a copied text.

use super::heads::{Head, is_sentence};
use super::lines::{Kind, Line, day, is_space};
use crate::article::{Article, Author, Follow, Image, Link};
use crate::json::Json;
use crate::report::{Code, Report};
use crate::source::desk::Desk;
use crate::source::found::Found;
use crate::source::limits::{AUTHORS, BULLETS, LABEL, LINE, PARAGRAPH};
use crate::source::{Reading, dateline, signature};
use crate::words::{Word, Words};

/// Adds the article whose lines these are.
pub(super) fn add(head: &Head, lines: &[Line<'_>], page: Option<&Link>, reading: &mut Reading) {
    let mut report = Report::default();
    let desk = Desk::new(&mut report, page.cloned());
    let article = article(head, lines, page, &desk);
    let origins = desk.origins();
    for diagnostic in &mut report.diagnostics {
        let line = lines.iter().find(|line| line.path() == diagnostic.path);
        diagnostic.line = line.map(|line| line.number);
        diagnostic.column = line.map(|line| line.column);
    }
    reading.add(article, report, origins);
}

fn article(
    head: &Head,
    lines: &[Line<'_>],
    page: Option<&Link>,
    desk: &Desk<'_>,
) -> Option<Article> {
    let (first, rest) = lines.split_first()?;
    let Some(headline) = desk.plain("headline", first.text, &first.path(), LINE) else {
        desk.refuse(
            &first.path(),
            Code::MissingField,
            "an article needs a headline",
        );
        return None;
    };
    let mut article = Article {
        headline,
        ..Article::default()
    };
    // The places of the head are those in the whole text.
    let within = |place: usize| place.saturating_sub(head.start + 1);
    let (over, below) = rest.split_at_checked(within(head.end + 1))?;
    let again = head.again.map(within);
    let mut story = Story {
        article: &mut article,
        desk,
        has_again: again.is_some(),
    };
    story.read_head(over, again);
    story.read_start(below);
    if article.url.is_none()
        && let Some(page) = page
    {
        desk.note("url", "the given address", "");
        article.url = Some(page.clone());
    }
    finish(&article, lines, desk);
    Some(article)
}

/// What can be told only when all is read.
fn finish(article: &Article, lines: &[Line<'_>], desk: &Desk<'_>) {
    if let (Some(published), Some(updated)) = (&article.published, &article.updated)
        && published.is_later_than(updated) == Some(true)
    {
        let is_update = |line: &&Line<'_>| matches!(line.kind, Kind::Date(Word::Updated, _));
        let path = lines.iter().find(is_update).map(Line::path);
        let message = "the update lies before the publication and is not shown";
        desk.warn(&path.unwrap_or_default(), Code::DateOrder, message);
    }
}

struct Story<'a, 'r> {
    article: &'a mut Article,
    desk: &'a Desk<'r>,
    /// The headline is repeated over the story, so that a picture stands between the two.
    has_again: bool,
}

impl Story<'_, '_> {
    /// What stands over the story, up to its repeated headline.
    fn read_head(&mut self, lines: &[Line<'_>], again: Option<usize>) {
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

    fn read_meta(&mut self, line: &Line<'_>) {
        let path = line.path();
        match line.kind {
            Kind::Date(word, date) => self.date(word, date, &path),
            Kind::ShortUrl(address) => self.short_url(address, line),
            Kind::Address if self.article.url.is_none() => {
                self.article.url = self.desk.link("url", line.text, &path);
            }
            Kind::Follow if self.article.follow.is_none() => {
                self.desk.note("follow", &path, "");
                let (label, url) = (None, None);
                self.article.follow = Some(Follow { label, url });
            }
            _ => {}
        }
    }

    fn date(&mut self, word: Word, date: &str, path: &str) {
        let (field, place) = match word {
            Word::Updated => ("updated", &mut self.article.updated),
            _ => ("published", &mut self.article.published),
        };
        if place.is_none() {
            // What cannot be read is told as it was written.
            let date = day(date).unwrap_or_else(|| date.to_owned());
            let value = &Json::Text(date.into());
            let path = path.to_owned();
            *place = self.desk.moment(field, &Found { value, path });
        }
    }

    /// People write such addresses without their scheme.
    fn short_url(&mut self, address: &str, line: &Line<'_>) {
        let address = match address {
            "" => return,
            address if address.contains("://") => address.to_owned(),
            address => format!("https://{address}"),
        };
        self.article.short_url = self.desk.link("shortUrl", &address, &line.path());
    }

    /// A line over the story that has no mark of its own.
    fn explain(&mut self, line: &Line<'_>, is_dated: bool) {
        let path = line.path();
        let mut rows = Words::all();
        let signed = rows.find_map(|words| signature::without(line.text, words.get(Word::By)));
        if let Some(name) =
            signed.or_else(|| is_name(line.text).then_some(line.text).filter(|_| is_dated))
        {
            let name = self.desk.plain("byline.name", name, &path, LABEL);
            let byline = &mut self.article.byline;
            byline.extend(name.map(|name| Author { name, url: None }));
            self.desk.shorten(byline, AUTHORS, &path);
        } else if let Some(date) = day(line.text) {
            self.date(Word::Published, &date, &path);
        } else if self.article.image.is_none()
            && (self.has_again || line.text.ends_with(')'))
            && is_long(line.text)
        {
            self.caption(line);
        } else if self.article.standfirst.is_none() && is_long(line.text) {
            self.article.standfirst = self.desk.plain("standfirst", line.text, &path, PARAGRAPH);
        } else {
            let message = "nothing says what this line over the story is; it was left out";
            self.desk.warn(&path, Code::UnknownField, message);
        }
    }

    /// The line below the picture, whose address nobody copies.
    fn caption(&mut self, line: &Line<'_>) {
        let path = line.path();
        let (caption, credit) = self.desk.caption_and_credit(line.text, &path);
        if caption.is_none() && credit.is_none() {
            return;
        }
        self.article.image = Some(Image {
            url: None,
            alt: None,
            caption,
            credit,
            width: None,
            height: None,
            sources: Vec::new(),
        });
        let message = "without an address the picture is not shown";
        self.desk.warn(&path, Code::MissingField, message);
    }

    /// The start of the story: a standfirst, the key points, and the place before the first paragraph.
    fn read_start(&mut self, lines: &[Line<'_>]) {
        let mut lines = lines.iter().peekable();
        let mut bullets = Vec::new();
        while let Some(line) = lines.next() {
            let path = line.path();
            match line.kind {
                Kind::Bullet(point, _) => {
                    let mut point = point.to_owned();
                    // A point that was broken goes on in lines that begin further in.
                    while let Some(more) =
                        lines.next_if(|next| next.is_text() && next.column > line.column)
                    {
                        point.push(' ');
                        point.push_str(more.text);
                    }
                    bullets.extend(self.desk.plain("bullets", &point, &path, LINE));
                }
                Kind::Text => {
                    let is_over_points = bullets.is_empty()
                        && self.article.standfirst.is_none()
                        && lines
                            .peek()
                            .is_some_and(|next| matches!(next.kind, Kind::Bullet(..)));
                    if !is_over_points {
                        self.place(line);
                        break;
                    }
                    let standfirst = self.desk.plain("standfirst", line.text, &path, PARAGRAPH);
                    self.article.standfirst = standfirst;
                }
                _ => self.read_meta(line),
            }
        }
        if let Some(first) = bullets.first().and(lines.next()) {
            self.desk.shorten(&mut bullets, BULLETS, &first.path());
        }
        self.article.bullets = bullets;
    }

    fn place(&mut self, line: &Line<'_>) {
        if let Some((place, _)) = dateline::split(line.text) {
            let done = "the beginning of the text";
            let path = line.path();
            self.article.dateline = self.desk.cleaned("dateline", place, &path, LABEL, done);
        }
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
