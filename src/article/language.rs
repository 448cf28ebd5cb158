//! The language of a text, as far as a page needs it: a tag for `lang` and `Intl`, and the direction of its script.

use super::Text;
use crate::words::words;
use serde::Serialize;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// More than any tag that a page carries; what follows a language, its script and its region says little more.
pub(super) const LONGEST: usize = 35;

/// Codes that ISO 639 withdrew and that are still written.
const WITHDRAWN: &str = "iw=he in=id ji=yi";

/// Scripts written from right to left that a page may meet today (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: &str = "Adlm Arab Aran Hebr Nkoo Rohg Syrc Thaa";
/// Languages of news whose usual script, by CLDR's likely subtags, is one of those, some in one country only.
/// The list is downloaded by every reader: for all others there are script subtags and the attribute `dir`.
const RIGHT_TO_LEFT_LANGUAGES: &str = "ar ary arz azb bal ckb dv fa glk he ks ku-IQ ku-IR lrc mzn nqo pa-PK pnb ps sd sdh skr syr ug ur uz-AF yi";

/// A language tag that HTML's `lang` and ECMAScript's `Intl` both accept, in the case that BCP 47 recommends.
///
/// It holds a language, a script and a region.
/// Variants and extensions change nothing on a card and are left out, as is what stands in the wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(Text);

/// Why a text is no [`Language`]; it displays as one clause that follows the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageError;

impl LanguageError {
    /// The end of a sentence that begins with the text.
    pub const REASON: &'static str = "is not a language tag, such as en or pt-BR";
}

impl Display for LanguageError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::REASON)
    }
}

impl Error for LanguageError {}

impl Display for Language {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// As [`Language::parse`] does.
impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(text: &str) -> Result<Language, LanguageError> {
        Language::parse(text).ok_or(LanguageError)
    }
}

impl Language {
    /// Reads a [BCP 47] tag, also one written with underscores: `en_in` is `en-IN`, `zh-hant-tw` is `zh-Hant-TW`.
    ///
    /// `None` for what does not look like a tag; whether there is such a language is not asked.
    ///
    /// [BCP 47]: https://www.rfc-editor.org/rfc/rfc5646#section-2.1
    #[must_use]
    pub fn parse(text: &str) -> Option<Language> {
        let mut subtags = text.split(['-', '_']);
        let primary = subtags.next()?;
        if !matches!(primary.len(), 2 | 3) || !is_word(primary) || text.len() > LONGEST {
            return None;
        }
        let primary = primary.to_ascii_lowercase();
        let mut pairs = WITHDRAWN.split(' ').filter_map(|pair| pair.split_once('='));
        let preferred = pairs.find(|(withdrawn, _)| *withdrawn == primary);
        let mut tag = preferred.map_or(primary, |(_, preferred)| preferred.to_owned());
        let mut last = Subtag::Language;
        for subtag in subtags {
            if !matches!(subtag.len(), 1..=8)
                || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
            {
                return None;
            }
            let kind = Subtag::of(subtag);
            if kind <= last {
                continue;
            }
            last = kind;
            let mut subtag = subtag.to_ascii_lowercase();
            match kind {
                Subtag::Script => subtag.get_mut(..1).map_or((), str::make_ascii_uppercase),
                Subtag::Region => subtag.make_ascii_uppercase(),
                Subtag::Language | Subtag::Rest => continue,
            }
            tag.push('-');
            tag.push_str(&subtag);
        }
        Some(Language(tag.into()))
    }

    /// The tag, such as `zh-Hant-TW`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone, such as `zh`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The direction of the script that the tag names, else of the one that the language has in that country.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let mut subtags = self.0.split('-').skip(1);
        let is_right_to_left = match subtags.find(|subtag| Subtag::of(subtag) == Subtag::Script) {
            Some(script) => is_in(RIGHT_TO_LEFT_SCRIPTS, script),
            None => {
                is_in(RIGHT_TO_LEFT_LANGUAGES, self.primary())
                    || is_in(RIGHT_TO_LEFT_LANGUAGES, &self.0)
            }
        };
        if is_right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }
}

/// As its tag.
impl Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

words! {
    /// The direction in which a script is written, with the value of HTML's `dir`.
    pub enum Direction {
        /// As in English.
        LeftToRight = "ltr",
        /// As in Arabic.
        RightToLeft = "rtl",
    }
}

/// What a subtag is; each comes after those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subtag {
    /// One of the language's own, which stands before all others and adds nothing.
    Language,
    Script,
    Region,
    /// A variant, an extension or private use, and all that follows.
    Rest,
}

impl Subtag {
    /// What a subtag after the first is.
    fn of(subtag: &str) -> Subtag {
        match subtag.len() {
            2 if is_word(subtag) => Subtag::Region,
            3 if subtag.bytes().all(|byte| byte.is_ascii_digit()) => Subtag::Region,
            4 if is_word(subtag) => Subtag::Script,
            2 | 3 => Subtag::Language,
            _ => Subtag::Rest,
        }
    }
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[track_caller]
    fn tags(texts_and_tags: &[(&str, &str)]) {
        for (text, tag) in texts_and_tags {
            assert_eq!(Language::parse(text).unwrap().as_str(), *tag, "{text}");
        }
    }

    #[test]
    fn writes_tags_in_canonical_case() {
        tags(&[
            ("EN_in", "en-IN"),
            ("zh_hANT_tw", "zh-Hant-TW"),
            ("ES-419", "es-419"),
        ]);
        tags(&[
            ("iw-IL", "he-IL"),
            ("sl-ROZAJ-biske-1994", "sl"),
            ("und", "und"),
        ]);
    }

    #[test]
    fn leaves_out_what_intl_throws_at_or_a_card_cannot_use() {
        tags(&[
            ("en-a", "en"),
            ("ar-EG-u-nu-latn", "ar-EG"),
            ("en-x-Latn-US", "en"),
            ("en-a1", "en"),
        ]);
        tags(&[
            ("de-AT-1996-1996", "de-AT"),
            ("zh-yue-Hant-HK", "zh-Hant-HK"),
            ("en-USA", "en"),
        ]);
        tags(&[("en-US-Latn-GB", "en-US"), ("en-1abcd-US", "en")]);
    }

    #[test]
    fn refuses_what_is_no_tag() {
        let long = ["en", &"-abcdefgh".repeat(4)].concat();
        let texts =
            "|e|1n|english|deutsch, german|en\" onload=\"alert(1)|en-|en--US|en-US |en.UTF-8";
        let others = "en-abcdefghi|x-private|i-klingon|\u{43a}\u{430}|en-\u{e9}";
        for text in texts
            .split('|')
            .chain(others.split('|'))
            .chain([long.as_str()])
        {
            assert_eq!(Language::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_script_decides_the_direction_before_the_language() {
        let rtl = "ar ar-EG he iw fa ur ps sd ug yi dv ckb syr nqo ku-Arab ku-IQ pa-PK uz-AF ff-Adlm ur-Aran";
        let ltr = "en und ku az pa ff ar-Latn ur-Latn-IN zh-Hant-TW hi sd-Deva ug-Cyrl uz";
        for (direction, tags) in [("rtl", rtl), ("ltr", ltr)] {
            for tag in tags.split(' ') {
                assert_eq!(
                    Language::parse(tag).unwrap().direction().as_str(),
                    direction,
                    "{tag}"
                );
            }
        }
    }
}
