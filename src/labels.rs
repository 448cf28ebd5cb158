//! The card's own words, in every language that `labels.tsv` has a row for.
//!
//! The table is for translators: a row for each language, a column for each label, tabs between them. The lines at its head,
//! which begin with "#", say where the words of each row come from and of which cells its authors are unsure.
//! Its second column names the script of each row (ISO 15924); `{time}`, `{name}` and `{names}` stand for what the card
//! puts there, wherever the language wants it. Dates, relative times and plurals are not here: they are CLDR's.
//!
//! The runtime of a page has English alone; every other language is a file of the kit, which the loader fetches for the
//! first card that needs it.
//!
//! ```
//! use article_card::article::LabelKey;
//! use article_card::labels::Labels;
//!
//! let german = Labels::of("de-AT").unwrap();
//! assert_eq!(german.get(LabelKey::Follow), "Folgen");
//! ```

#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
pub(crate) mod fetched;

use crate::article::LabelKey;

/// The rows that are built in, English first.
#[cfg(not(all(feature = "element", target_arch = "wasm32", target_os = "unknown")))]
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/labels.tsv"));
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/english.tsv"));

/// The languages that there are rows for, each with its script.
const LANGUAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/languages.tsv"));

/// The row of a language, if it is there.
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
fn row(tag: &str) -> Option<&'static str> {
    let mut rows = TABLE.lines();
    let is_own = |row: &&str| {
        row.strip_prefix(tag)
            .is_some_and(|rest| rest.starts_with('\t'))
    };
    rows.find(is_own).or_else(|| fetched::row(tag))
}

/// The labels of a language, if they are there.
#[cfg(all(feature = "element", target_arch = "wasm32", target_os = "unknown"))]
fn known(tag: &str) -> Option<Labels> {
    row(tag).map(Labels::of_row)
}

/// The same; the rows are taken apart once, which took a microsecond of a card's 28 in the toolkit.
#[cfg(not(all(feature = "element", target_arch = "wasm32", target_os = "unknown")))]
fn known(tag: &str) -> Option<Labels> {
    static ALL: std::sync::LazyLock<Vec<Labels>> =
        std::sync::LazyLock::new(|| Labels::all().collect());
    ALL.iter().find(|labels| labels.tag == tag).copied()
}

/// The labels of one language: a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    tag: &'static str,
    labels: [&'static str; LabelKey::ALL.len()],
}

impl Labels {
    /// The labels for a BCP 47 tag in its canonical case: the row of that name, else one of the same language that is
    /// written in the tag's script. So `zh-TW` has the labels of `zh-Hant`, and `ur-Latn` has none.
    #[must_use]
    pub fn of(language: &str) -> Option<Labels> {
        known(Self::language(language)?)
    }

    /// The language of the row that serves for a tag.
    pub(crate) fn language(language: &str) -> Option<&'static str> {
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
        for known in LANGUAGES.lines() {
            let (tag, its_script) = known.split_once('\t').unwrap_or_default();
            if tag == language {
                return Some(tag);
            }
            let is_fit =
                tag.split('-').next() == primary && (script.is_empty() || its_script == script);
            if is_fit && found.is_none() {
                found = Some(tag);
            }
        }
        found
    }

    /// The labels of last resort.
    #[must_use]
    pub fn english() -> Labels {
        Self::of_row(TABLE.lines().next().unwrap_or_default())
    }

    /// The labels of every language of the table.
    pub fn all() -> impl Iterator<Item = Labels> {
        TABLE.lines().map(Self::of_row)
    }

    /// The language that the labels are in (BCP 47).
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// The label, with its placeholder if it has one.
    #[must_use]
    pub fn get(&self, key: LabelKey) -> &'static str {
        self.labels.get(key as usize).copied().unwrap_or_default()
    }

    fn of_row(row: &'static str) -> Self {
        let mut cells = row.split('\t');
        let tag = cells.next().unwrap_or_default();
        let mut labels = [""; LabelKey::ALL.len()];
        // The script comes first.
        for (label, cell) in labels.iter_mut().zip(cells.skip(1)) {
            *label = cell;
        }
        Self { tag, labels }
    }
}

fn is_script(subtag: &str) -> bool {
    subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{LabelKey, Labels, TABLE};

    /// Every row as its tag and its labels.
    fn rows() -> impl Iterator<Item = (&'static str, Labels)> {
        Labels::all().map(|labels| (labels.tag(), labels))
    }

    #[test]
    fn keys_are_the_columns() {
        let keys = "updated published copy copied follow related live breaking developing registration \
            metered paid sponsored correction by separator lastSeparator withdrawn newTab \
            madeWithAi editedWithAi madeBySoftware pictureMadeWithAi pictureAlteredWithAi pictureMadeBySoftware \
            video audio gallery pictures picturesZero picturesOne picturesTwo picturesFew picturesMany readingTime";
        assert_eq!(LabelKey::ALL.map(LabelKey::as_str).join(" "), keys);
        let mut head = include_str!("labels.tsv").lines();
        let head = head.find(|line| !line.starts_with('#')).unwrap();
        let columns: Vec<&str> = head.split('\t').skip(2).collect();
        assert_eq!(columns.join(" "), keys);
        for (index, key) in LabelKey::ALL.into_iter().enumerate() {
            assert_eq!(key as usize, index);
        }
        assert_eq!(Labels::english().tag(), "en");
    }

    #[test]
    fn what_translators_are_told_is_at_the_head_and_in_no_label() {
        let notes = include_str!("labels.tsv").lines();
        let notes = notes.take_while(|line| line.starts_with('#'));
        let of_rows = notes.filter_map(|note| {
            let (tag, told) = note.strip_prefix("# ")?.split_once(": ")?;
            let (source, unsure) = told.split_once("; unsure: ")?;
            assert!(["first", "own"].contains(&source), "{note}");
            let known = LabelKey::ALL.map(LabelKey::as_str);
            let is_key = |word| word == "none" || known.contains(&word);
            assert!(unsure.split(' ').all(is_key), "{note}");
            Some(tag)
        });
        assert!(of_rows.eq(rows().map(|(tag, _)| tag)));
        assert!(!TABLE.contains(['#', '?']) && !TABLE.contains("unsure"));
    }

    #[test]
    fn english_is_first_and_all_others_are_in_order() {
        let tags: Vec<&str> = rows().map(|(tag, _)| tag).collect();
        assert_eq!(tags[0], "en");
        assert!(tags[1..].is_sorted(), "{tags:?}");
    }

    #[test]
    fn all_languages_of_the_european_union_are_there() {
        let official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
        for tag in official.split(' ') {
            assert_eq!(Labels::of(tag).map(|labels| labels.tag()), Some(tag));
        }
    }

    /// Whether only some languages have words for it: those with that plural class.
    fn is_plural(key: LabelKey) -> bool {
        key != LabelKey::Pictures && key.as_str().starts_with("pictures")
    }

    #[test]
    fn every_cell_is_filled_and_tidy() {
        for line in TABLE.lines() {
            assert_eq!(line.split('\t').count(), LabelKey::ALL.len() + 2, "{line}");
        }
        for (tag, labels) in rows() {
            for key in LabelKey::ALL {
                let text = labels.get(key);
                let is_separator = matches!(key, LabelKey::Separator | LabelKey::LastSeparator);
                assert!(is_plural(key) || !text.is_empty(), "{tag} {key:?} is empty");
                assert!(!text.contains("  "), "{tag} {key:?}");
                assert!(
                    is_separator || text.trim() == text,
                    "{tag} {key:?}: {text:?}"
                );
                // Isolation is the view's part; a mark in the table would be seen by nobody.
                let is_mark = |mark| matches!(mark, '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
                assert!(
                    !text.chars().any(|mark| mark.is_control() || is_mark(mark)),
                    "{tag} {key:?}"
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
        for (tag, labels) in rows() {
            for key in LabelKey::ALL {
                let own = placeholder(labels.get(key));
                if is_plural(key) {
                    // Some languages have a word for one or two of a thing.
                    assert!(matches!(own, None | Some("count")), "{tag} {key:?}");
                    continue;
                }
                let english = placeholder(Labels::english().get(key));
                assert_eq!(own, english, "{tag} {key:?}");
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
            (Some("pt"), "pt pt-BR pt-PT pt-Latn-AO"),
            (Some("mt"), "mt mt-MT"),
            (None, "nb eng ur-Latn hi-Latn-IN bg-Latn und key z script #"),
        ] {
            for tag in tags.split(' ') {
                let found = Labels::of(tag).map(|labels| labels.tag());
                assert_eq!(found, column, "{tag}");
            }
        }
        for (tag, labels) in rows() {
            assert_eq!(Labels::of(tag), Some(labels));
        }
        assert_eq!(Labels::of("en"), Some(Labels::english()));
        assert_eq!(Labels::of(""), None);
    }
}
