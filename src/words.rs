//! The card's own words, in every language that `words.tsv` has a row for.
//!
//! The table is for translators: a row for each language, a column for each word, tabs between them.
//! Its second column names the script of each row (ISO 15924); `{time}`, `{name}` and `{names}` stand for what the card
//! puts there, wherever the language wants it. Dates, relative times and plurals are not here: they are CLDR's.

const TABLE: &str = include_str!("words.tsv");

/// Something the card says in its own words, in the order of the table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// "Updated {time}".
    Updated,
    /// "Published {time}".
    Published,
    /// The button that copies the short link.
    Copy,
    /// What it says when it has.
    Copied,
    /// The button or link to follow.
    Follow,
    /// The name of the list of related stories.
    Related,
    /// Status: reported while it happens.
    Live,
    /// Status: only just known.
    Breaking,
    /// Status: more is expected.
    Developing,
    /// Access: free for those who register.
    Registration,
    /// Access: free for a number of articles.
    Metered,
    /// Access: for subscribers.
    Paid,
    /// "Paid for by {name}".
    Sponsored,
    /// The label of a correction.
    Correction,
    /// "By {names}".
    By,
    /// What stands between two names, its spaces included.
    Separator,
    /// What stands before the last name, its spaces included.
    LastSeparator,
    /// All that a withdrawn article says.
    Withdrawn,
    /// What a link that opens a new tab adds for screen readers.
    NewTab,
}

impl Word {
    /// Every word, in the order of the table.
    pub const ALL: [Word; 19] = [
        Word::Updated,
        Word::Published,
        Word::Copy,
        Word::Copied,
        Word::Follow,
        Word::Related,
        Word::Live,
        Word::Breaking,
        Word::Developing,
        Word::Registration,
        Word::Metered,
        Word::Paid,
        Word::Sponsored,
        Word::Correction,
        Word::By,
        Word::Separator,
        Word::LastSeparator,
        Word::Withdrawn,
        Word::NewTab,
    ];

    /// Its name in the table and in the `labels` of the card's JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        rows().next().map_or("", |names| names.get(self))
    }
}

/// The words of one language: a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Row);

/// In a browser the line, which is split for each word.
#[cfg(target_arch = "wasm32")]
type Row = &'static str;
/// Natively its cells, since there a card takes less time than the splitting.
#[cfg(not(target_arch = "wasm32"))]
type Row = &'static [&'static str];

#[cfg(target_arch = "wasm32")]
fn rows() -> impl Iterator<Item = Words> {
    TABLE.lines().map(Words)
}

#[cfg(not(target_arch = "wasm32"))]
fn rows() -> impl Iterator<Item = Words> {
    use std::sync::LazyLock;
    static ROWS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
        TABLE
            .lines()
            .map(|line| line.split('\t').collect())
            .collect()
    });
    ROWS.iter().map(|row| Words(row))
}

impl Words {
    /// The words for a BCP 47 tag in its canonical case: the row of that name, else one of the same language that is
    /// written in the tag's script. So `zh-TW` has the words of `zh-Hant`, and `ur-Latn` has none.
    #[must_use]
    pub fn of(language: &str) -> Option<Words> {
        let mut subtags = language.split('-');
        let primary = subtags.next();
        let mut script = "";
        for subtag in subtags {
            if is_script(subtag) {
                script = subtag;
            } else if primary == Some("zh")
                && script.is_empty()
                && matches!(subtag, "TW" | "HK" | "MO")
            {
                // Where Chinese is written in traditional characters.
                script = "Hant";
            }
        }
        let mut found = None;
        for words in rows().skip(1) {
            let tag = words.column(0);
            if tag == language {
                return Some(words);
            }
            let is_fit = tag.split('-').next() == primary
                && (script.is_empty() || script == words.column(1));
            if is_fit && found.is_none() {
                found = Some(words);
            }
        }
        found
    }

    /// The words of last resort, the first in the table.
    #[must_use]
    pub fn english() -> Words {
        Words(rows().nth(1).map_or_else(Row::default, |words| words.0))
    }

    /// The words of every language of the table.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn all() -> impl Iterator<Item = Words> {
        rows().skip(1)
    }

    /// The word, with its placeholder if it has one.
    #[must_use]
    pub fn get(self, word: Word) -> &'static str {
        self.column(word as usize + 2)
    }

    #[cfg(target_arch = "wasm32")]
    fn column(self, index: usize) -> &'static str {
        self.0.split('\t').nth(index).unwrap_or_default()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn column(self, index: usize) -> &'static str {
        self.0.get(index).copied().unwrap_or_default()
    }
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{TABLE, Word, Words};

    /// Every row as its tag and its words.
    fn rows() -> impl Iterator<Item = (&'static str, Words)> {
        Words::all().map(|words| (words.column(0), words))
    }

    #[test]
    fn keys_are_the_words() {
        let keys = "updated published copy copied follow related live breaking developing registration \
            metered paid sponsored correction by separator lastSeparator withdrawn newTab";
        assert_eq!(Word::ALL.map(Word::key).join(" "), keys);
        for (index, word) in Word::ALL.into_iter().enumerate() {
            assert_eq!(word as usize, index);
        }
        assert_eq!(Words::english().column(0), "en");
    }

    #[test]
    fn every_cell_is_filled_and_tidy() {
        for line in TABLE.lines() {
            assert_eq!(line.split('\t').count(), Word::ALL.len() + 2, "{line}");
        }
        for (tag, words) in rows() {
            for word in Word::ALL {
                let text = words.get(word);
                let is_separator = matches!(word, Word::Separator | Word::LastSeparator);
                assert!(!text.is_empty() && !text.contains("  "), "{tag} {word:?}");
                assert!(
                    is_separator || text.trim() == text,
                    "{tag} {word:?}: {text:?}"
                );
                // Isolation is the view's part; a mark in the table would be seen by nobody.
                let is_mark = |mark| matches!(mark, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
                assert!(
                    !text.chars().any(|mark| mark.is_control() || is_mark(mark)),
                    "{tag} {word:?}"
                );
            }
        }
    }

    #[test]
    fn placeholders_are_those_of_english() {
        let placeholder = |text: &'static str| {
            let (_, rest) = text.split_once('{')?;
            assert_eq!(text.matches(['{', '}']).count(), 2, "{text}");
            rest.split_once('}').map(|(name, _)| name)
        };
        for (tag, words) in rows() {
            for word in Word::ALL {
                let english = placeholder(Words::english().get(word));
                assert_eq!(placeholder(words.get(word)), english, "{tag} {word:?}");
            }
        }
    }

    #[test]
    fn a_language_is_found_by_its_script() {
        for (column, tags) in [
            (Some("en"), "en en-IN en-Latn"),
            (Some("de"), "de de-AT de-CH-1996"),
            (Some("ja"), "ja ja-Jpan-JP"),
            (Some("zh"), "zh zh-CN zh-SG zh-Hans-HK"),
            (Some("zh-Hant"), "zh-Hant zh-Hant-CN zh-TW zh-HK zh-MO"),
            (None, "pt eng ur-Latn hi-Latn-IN und key z script"),
        ] {
            for tag in tags.split(' ') {
                let found = Words::of(tag).map(|words| words.column(0));
                assert_eq!(found, column, "{tag}");
            }
        }
        for (tag, words) in rows() {
            assert_eq!(Words::of(tag), Some(words));
        }
        assert_eq!(Words::of("en"), Some(Words::english()));
        assert_eq!(Words::of(""), None);
    }
}
