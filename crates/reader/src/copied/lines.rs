//! The lines of a copied text, and what each says by itself.

use crate::key_points;
use article_card::article::LabelKey;
use article_card::article::Moment;
use article_card::labels::Labels;
use article_card::reading::join;
use article_card::report::{Path, Place};
use std::sync::LazyLock;

/// Labels of dates beside those that the card itself uses.
const UPDATED: &[&str] = &[
    "Last updated {time}",
    "Last modified {time}",
    "Updated on {time}",
    "Updated at {time}",
    "Modified {time}",
];
const PUBLISHED: &[&str] = &[
    "Published on {time}",
    "Published at {time}",
    "First published {time}",
    "Posted on {time}",
    "Posted {time}",
];
/// What stands before the short address of a story.
const SHORT_URL: &[&str] = &["short url", "short link", "shortlink"];
/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Counted from 1.
    pub(super) number: u32,
    /// Where its text begins, in bytes, counted from 1.
    pub(super) column: u32,
    pub(super) text: &'t str,
    pub(super) kind: Kind<'t>,
}

/// What a line says by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind<'t> {
    /// A date with its label: updated or published.
    Date(LabelKey, &'t str),
    /// The label of the short address, perhaps with the address.
    ShortUrl(&'t str),
    /// An address and nothing else.
    Address,
    /// The label of a button.
    Follow,
    /// A key point; the flag says that its sign stands for nothing else.
    Bullet(&'t str, bool),
    /// Something that only its place explains.
    Text,
}

impl<'t> Line<'t> {
    /// All lines of the text that are not blank.
    pub(super) fn all(text: &'t str) -> Vec<Line<'t>> {
        let lines = text.split('\n').flat_map(|line| line.split('\r').take(1));
        let numbered = (1..).zip(lines);
        let lines = numbered.filter_map(|(number, line): (u32, &str)| {
            let start = line.trim_start_matches(is_space);
            let text = start.trim_end_matches(is_space);
            let column = u32::try_from(line.len() - start.len()).unwrap_or(u32::MAX - 1) + 1;
            (!text.is_empty()).then(|| Line {
                number,
                column,
                text,
                kind: Kind::of(text),
            })
        });
        lines.collect()
    }

    /// The path of the line in diagnostics.
    pub(super) fn path(&self) -> Path {
        let (line, column) = (self.number, self.column);
        let path = join(&["line[", &line.to_string(), "]"]);
        Path::root(path).placed(Place { line, column })
    }

    /// Whether it says something about the story and nothing of it.
    pub(super) fn is_meta(&self) -> bool {
        matches!(
            self.kind,
            Kind::Date(..) | Kind::ShortUrl(_) | Kind::Address | Kind::Follow
        )
    }

    pub(super) fn is_text(&self) -> bool {
        self.kind == Kind::Text
    }

    /// Whether it can be a headline: a line of some words that is no code and does not lead on to the next.
    pub(super) fn is_headline(&self) -> bool {
        let (first, last) = (self.text.chars().next(), self.text.chars().last());
        let is_none =
            |sign: Option<char>, signs: &str| sign.is_none_or(|sign| !signs.contains(sign));
        self.is_text()
            && self.text.chars().nth(300).is_none()
            && (self.text.split_whitespace().count() >= 2 || self.text.len() >= 18)
            && is_none(first, "#/*<{[(|$@=;&%+~`\\")
            && is_none(last, ",;:{(=>\\|")
    }
}

impl<'t> Kind<'t> {
    fn of(text: &'t str) -> Self {
        if let Some((key, date)) = labelled(text) {
            return Kind::Date(key, date);
        }
        if let Some(address) = SHORT_URL.iter().find_map(|label| after(text, label)) {
            return Kind::ShortUrl(address);
        }
        if is_address(text) {
            return Kind::Address;
        }
        if text.chars().nth(40).is_none() && LABELS.follow.contains(&text.to_lowercase()) {
            return Kind::Follow;
        }
        match key_points::point(text) {
            Some((point, is_certain)) => Kind::Bullet(point, is_certain),
            None => Kind::Text,
        }
    }
}

/// The words of all languages in which a line may be labelled, put together once.
struct DateLabels {
    dates: Vec<(LabelKey, &'static str)>,
    follow: Vec<String>,
}

static LABELS: LazyLock<DateLabels> = LazyLock::new(|| {
    // The longer label is the one that is meant.
    let updated = UPDATED.iter().map(|pattern| (LabelKey::Updated, *pattern));
    let published = PUBLISHED
        .iter()
        .map(|pattern| (LabelKey::Published, *pattern));
    let own = Labels::all().flat_map(|labels| {
        [LabelKey::Updated, LabelKey::Published].map(|key| (key, labels.get(key)))
    });
    let follow = Labels::all().map(|labels| labels.get(LabelKey::Follow).to_lowercase());
    DateLabels {
        dates: updated.chain(published).chain(own).collect(),
        follow: follow.collect(),
    }
});

/// A date that states what it is the date of, in any language of the card's.
fn labelled(text: &str) -> Option<(LabelKey, &str)> {
    // Most lines are of a story: long, or without a number.
    let may_be = text.chars().nth(80).is_none() && text.bytes().any(|byte| byte.is_ascii_digit());
    let mut dates = LABELS.dates.iter().filter(|_| may_be);
    dates.find_map(|(key, pattern)| {
        // "Updated: 3 April" is written as often as "Updated 3 April".
        let date = match pattern.strip_suffix("{time}") {
            Some(label) => after(text, label.trim_end().trim_end_matches(':').trim_end())?,
            None => without(text, pattern)?,
        };
        is_date_like(date).then_some((*key, date))
    })
}

/// What stands in the place of the date, if the text begins and ends as the pattern does; the case of letters does not
/// matter.
fn without<'t>(text: &'t str, pattern: &str) -> Option<&'t str> {
    let (before, after) = pattern.split_once("{time}")?;
    let end = text.len().checked_sub(after.len())?;
    let (start, last) = text.split_at_checked(end)?;
    let (first, date) = start.split_at_checked(before.len())?;
    let is_alike = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    (is_alike(first, before) && is_alike(last, after)).then(|| date.trim())
}

/// What follows the label and the colon that may stand there; the case of letters does not matter.
fn after<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(label.len())?;
    let is_whole = !rest.starts_with(char::is_alphanumeric);
    let rest = rest.trim_matches(is_space);
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    (is_whole && start.to_lowercase() == label.to_lowercase()).then(|| rest.trim_matches(is_space))
}

/// Whether it is a date, or so short and full of numbers that it is meant as one.
fn is_date_like(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    day(text).is_some() || (digits >= 4 && text.chars().nth(40).is_none())
}

/// The date as it was written, cut down to what [`Moment`] reads: times of the day without a zone and the like are left
/// out, since only the day is certain without one.
pub(super) fn day(text: &str) -> Option<String> {
    let reads = |text: &str| Moment::parse_lenient(text).is_ok();
    if reads(text) {
        return Some(text.into());
    }
    // 2024年4月3日
    let numbers: Vec<&str> = text
        .split(|sign: char| !sign.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .collect();
    if let ([year, month, day, ..], true) = (&*numbers, text.contains('年')) {
        let date = format!("{year}-{month:0>2}-{day:0>2}");
        return reads(&date).then_some(date);
    }
    // What follows the year is a time, and ordinals have letters: 3rd, 1st, 3. April.
    let mut written = String::new();
    for word in text.split(is_space).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches([',', '.', '|', '·']);
        let ordinal = ["st", "nd", "rd", "th"]
            .into_iter()
            .find_map(|end| bare.strip_suffix(end))
            .filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let bare = ordinal.unwrap_or(bare);
        if matches!(bare, "" | "at" | "on" | "of") {
            continue;
        }
        written.push_str(bare);
        if bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        written.push(' ');
    }
    reads(&written).then_some(written)
}

/// Whether the line is an address, with or without its scheme.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{Kind, LabelKey, Line, day};

    fn kind(text: &str) -> Kind<'_> {
        Kind::of(text)
    }

    #[test]
    fn dates_have_labels_in_many_languages() {
        for (line, key, date) in [
            ("Updated 03 April 2024", LabelKey::Updated, "03 April 2024"),
            ("UPDATED: April 3, 2024", LabelKey::Updated, "April 3, 2024"),
            ("Last updated: 3 Apr 2024", LabelKey::Updated, "3 Apr 2024"),
            ("Published on 2024-04-03", LabelKey::Published, "2024-04-03"),
            (
                "First published 3 April 2024",
                LabelKey::Published,
                "3 April 2024",
            ),
            (
                "Aktualisiert: 3. April 2024",
                LabelKey::Updated,
                "3. April 2024",
            ),
            ("Publié : 2024-04-03", LabelKey::Published, "2024-04-03"),
            ("آخر تحديث: 2024-04-03", LabelKey::Updated, "2024-04-03"),
            ("2024年4月3日 更新", LabelKey::Updated, "2024年4月3日"),
            ("Updated 03/04/2024", LabelKey::Updated, "03/04/2024"),
        ] {
            assert_eq!(kind(line), Kind::Date(key, date), "{line}");
        }
        for line in [
            "Updated guidance is due in May",
            "Updatedness 3 April 2024",
            "Updated",
            "Posted by Ines",
        ] {
            assert_eq!(kind(line), Kind::Text, "{line}");
        }
    }

    #[test]
    fn a_date_is_read_where_it_has_one_meaning() {
        for (text, date) in [
            ("03 April 2024", Some("03 April 2024")),
            ("3rd of April 2024", Some("3 April 2024")),
            ("3. April 2024", Some("3 April 2024")),
            ("April 3, 2024 at 10:30 am", Some("April 3 2024")),
            (
                "Wednesday, 3 April 2024 | 10:30",
                Some("Wednesday 3 April 2024"),
            ),
            ("2024年4月3日", Some("2024-04-03")),
            ("03/04/2024", None),
            ("31 April 2024", None),
            ("3 April", None),
            ("", None),
        ] {
            assert_eq!(day(text).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn lines_are_told_by_their_signs() {
        for (line, expected) in [
            ("Short Url", Kind::ShortUrl("")),
            (
                "Short URL: https://hrld.example/a",
                Kind::ShortUrl("https://hrld.example/a"),
            ),
            ("Shortbread recipes", Kind::Text),
            ("https://herald.example/a", Kind::Address),
            ("FOLLOW", Kind::Follow),
            ("Folgen", Kind::Follow),
            ("Follow the money", Kind::Text),
            ("• One", Kind::Bullet("One", true)),
            ("•One", Kind::Bullet("One", true)),
            ("- One", Kind::Bullet("One", false)),
            ("-One", Kind::Text),
            ("•", Kind::Text),
        ] {
            assert_eq!(kind(line), expected, "{line}");
        }
    }

    #[test]
    fn lines_keep_their_numbers_and_columns() {
        let text = "One\r\n\r\n\u{a0} \t• Two\u{a0}\n\u{200b}\nThree";
        let lines = Line::all(text);
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.number, line.column, line.text))
            .collect();
        assert_eq!(shown, [(1, 1, "One"), (3, 5, "• Two"), (5, 1, "Three")]);
    }
}
