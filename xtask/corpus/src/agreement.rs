//! When two texts, or two dates, are the same for a person.

/// How one headline stands to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    None,
    /// One is a part of the other, as where the name of the site follows.
    Part,
    /// They are equal but for white space, case and the shapes of quotes and dashes.
    Equal,
}

/// The closest likeness that the text has to one of these.
pub fn likeness<'a>(text: &str, others: impl IntoIterator<Item = &'a str>) -> Likeness {
    let text = plain(text);
    let each = others.into_iter().map(plain).map(|other| {
        if text.is_empty() || other.is_empty() {
            Likeness::None
        } else if text == other {
            Likeness::Equal
        } else if text.contains(&other) || other.contains(&text) {
            Likeness::Part
        } else {
            Likeness::None
        }
    });
    each.max().unwrap_or(Likeness::None)
}

fn plain(text: &str) -> String {
    let even: String = text
        .chars()
        .filter(|character| *character != '\u{ad}')
        .map(|character| match character {
            '‘' | '’' => '\'',
            '“' | '”' => '"',
            '–' | '—' => '-',
            _ => character,
        })
        .collect();
    let words: Vec<&str> = even.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The calendar day with which a text begins.
pub fn day(text: &str) -> Option<&str> {
    let day = text.trim().get(..10)?;
    let is_day = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_day.then_some(day)
}
