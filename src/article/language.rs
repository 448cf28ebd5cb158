//! The language of a text, as far as a page needs it: a tag for `lang` and `Intl`, and the direction of its script.

use serde::Serialize;
use std::rc::Rc;

/// Enough for a language, a script, a region and two variants (RFC 5646 section 4.4.1).
const LONGEST: usize = 35;

/// Codes that BCP 47 replaces, as `Intl` does: those that ISO 639 withdrew, and the three-letter codes of languages that
/// have labels or run from right to left.
const PREFERRED: &str = "iw=he in=id ji=yi ara=ar chi=zh deu=de div=dv eng=en fas=fa fra=fr fre=fr ger=de heb=he hin=hi \
    jpn=ja kas=ks per=fa pus=ps snd=sd spa=es tur=tr uig=ug urd=ur yid=yi zho=zh";

/// Scripts written from right to left that a page may meet today (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: &str =
    "Adlm Arab Aran Gara Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi";
/// Languages whose usual script, by CLDR's likely subtags, is one of those.
const RIGHT_TO_LEFT_LANGUAGES: &str = "acm aeb afb aii apc apd ar arb arc arq ars ary arz azb bal bgn bqi ckb dv fa \
    glk haz hbo he khw ks lad lah lrc luz mid mzn nqo ota pbt pes pnb prs ps rhg sam sd sdh skr syc syr ug ur uzs yi";
/// Countries that write a language in the other direction.
const THE_OTHER_WAY: &str = "az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ku-IQ ku-IR ku-LB ky-CN ms-CC pa-PK sd-IN \
    tg-PK ug-KZ ug-MN uz-AF";

/// A language tag that HTML's `lang` and ECMAScript's `Intl` both accept, in the case that BCP 47 recommends.
///
/// It holds a language, a script, a region and variants.
/// Extensions and private use change nothing on a card and are left out, as is what stands in the wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(Rc<str>);

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
        let mut pairs = PREFERRED.split(' ').filter_map(|pair| pair.split_once('='));
        let preferred = pairs.find(|(other, _)| *other == primary);
        let mut tag = preferred.map_or(primary, |(_, preferred)| preferred.to_owned());
        let mut last = Place::Language;
        for subtag in subtags {
            let place = match subtag.len() {
                1..=8 if subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                    Place::of(subtag)
                }
                _ => return None,
            };
            let Some(place) = place else { continue };
            let mut subtag = subtag.to_ascii_lowercase();
            let is_next_variant = place == Place::Variant
                && last == place
                && !tag.split('-').any(|known| known == subtag);
            if place <= last && !is_next_variant {
                continue;
            }
            last = place;
            match place {
                Place::Language | Place::Variant => {}
                Place::Script => subtag.get_mut(..1).map_or((), str::make_ascii_uppercase),
                Place::Region => subtag.make_ascii_uppercase(),
                Place::Rest => continue,
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
        let subtags = self.0.split('-').skip(1);
        let find = |place| {
            subtags
                .clone()
                .find(|subtag| Place::of(subtag) == Some(place))
        };
        let is_right_to_left = match (find(Place::Script), find(Place::Region)) {
            (Some(script), _) => is_in(RIGHT_TO_LEFT_SCRIPTS, script),
            (None, None) => is_in(RIGHT_TO_LEFT_LANGUAGES, self.primary()),
            (None, Some(region)) => {
                is_in(RIGHT_TO_LEFT_LANGUAGES, self.primary())
                    != is_in(THE_OTHER_WAY, &[self.primary(), "-", region].concat())
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

/// The direction in which a script is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`: `ltr` or `rtl`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// What a subtag is; each comes after those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Language,
    Script,
    Region,
    Variant,
    /// An extension or private use begins, and all that follows belongs to it.
    Rest,
}

impl Place {
    /// The place of a subtag after the first; `None` for one that `Intl` does not know.
    fn of(subtag: &str) -> Option<Place> {
        let begins_with_digit = subtag.as_bytes().first().is_some_and(u8::is_ascii_digit);
        match subtag.len() {
            1 => Some(Place::Rest),
            2 if is_word(subtag) => Some(Place::Region),
            3 if subtag.bytes().all(|byte| byte.is_ascii_digit()) => Some(Place::Region),
            4 if is_word(subtag) => Some(Place::Script),
            4 if begins_with_digit => Some(Place::Variant),
            5.. => Some(Place::Variant),
            _ => None,
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
            ("sl-ROZAJ-biske-1994", "sl-rozaj-biske-1994"),
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
            ("de-1996-1996", "de-1996"),
            ("zh-yue-Hant-HK", "zh-Hant-HK"),
            ("en-USA", "en"),
        ]);
        tags(&[("en-US-Latn-GB", "en-US"), ("en-1abcd-US", "en-1abcd")]);
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
        let rtl =
            "ar ar-EG he iw fa ur ps sd ug yi dv ckb syr nqo rhg ku-Arab pa-PK ff-Adlm ur-Aran";
        let ltr = "en und ku az pa ff ar-Latn ur-Latn-IN zh-Hant-TW hi sd-Deva ug-Cyrl ug-KZ";
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
