//! The place that a block of text begins with, in the ways of newsrooms and agencies.

use crate::dateline::{in_capitals, split};
use crate::page::document::Element;
use crate::page::words::{AGENCIES, BEFORE_PLACES, NO_PLACES, ORGANISATIONS};

/// What may stand after a place.
const DASHES: &[&str] = &[
    " - ",
    " – ",
    " — ",
    " -- ",
    "\u{a0}- ",
    "\u{a0}– ",
    "\u{a0}— ",
];

/// A block of the text.
pub(super) struct Block<'d> {
    pub(super) text: String,
    pub(super) element: Element<'d>,
}

/// The words of the story, each after a space: what is a place is spoken of as one.
pub(super) struct Surroundings {
    words: String,
    in_small_letters: String,
}

impl Surroundings {
    pub(super) fn of(story: Element<'_>) -> Self {
        // A full stop is a word, so that the first one of a sentence is known.
        let text = story.text().replace(['.', '!', '?', ':', '…'], " . ");
        let words = text.split(|sign: char| !sign.is_alphanumeric() && !"-'’.".contains(sign));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let words = format!(" {} ", words.join(" "));
        Self {
            in_small_letters: words.replace(" . ", " ").to_lowercase(),
            words,
        }
    }

    /// Whether the story says "in" that place.
    fn speak_of(&self, place: &str) -> bool {
        place.split('/').any(|town| {
            let town = town.trim().to_lowercase();
            BEFORE_PLACES.iter().any(|before| {
                self.in_small_letters
                    .contains(&format!(" {before} {town} "))
            })
        })
    }

    /// Whether the story has the name of that place within a sentence, and not in capitals, which those of organisations keep.
    fn name(&self, place: &str) -> bool {
        let words = place.split(' ').map(|word| {
            let mut letters = word.chars();
            let first = letters.next().into_iter();
            first
                .chain(letters.flat_map(char::to_lowercase))
                .collect::<String>()
        });
        let name = words.collect::<Vec<String>>().join(" ");
        let name = format!(" {name} ");
        let mut places = self.words.match_indices(&name);
        places.any(|(at, _)| {
            let before = self.words.get(..at).unwrap_or_default();
            let last = before.rsplit(' ').next().unwrap_or_default();
            last.starts_with(char::is_lowercase)
        })
    }
}

/// What a block begins with.
pub(super) enum Beginning {
    Place(String),
    /// It stands in the way of a place, and nothing says that it is one.
    Doubt(String),
}

impl Block<'_> {
    /// What it begins with, in the way of a place.
    pub(super) fn beginning(&self, surroundings: &Surroundings) -> Option<Beginning> {
        let capitals = self.in_capitals();
        let found = capitals
            .filter(|place| self.is_told(place, surroundings))
            .or_else(|| before_agency(&self.text))
            .or_else(|| self.in_own_element(surroundings))
            .or_else(|| before_sentence(&self.text, surroundings));
        match found {
            Some(place) => Some(Beginning::Place(place.to_owned())),
            None => Some(Beginning::Doubt(capitals?.to_owned())),
        }
    }

    /// In capitals before a dash or the day, or before a colon.
    fn in_capitals(&self) -> Option<&str> {
        const WORDS: usize = 4;
        let before_day = || {
            let (place, rest) = self.text.split_once(". ")?;
            let is_day = rest.starts_with(|sign: char| sign.is_ascii_digit());
            is_day.then(|| in_capitals(place)).flatten()
        };
        let place = split(&self.text).map(|(place, _)| place);
        let place = place.or_else(before_day)?;
        let is_short = place.split(' ').count() <= WORDS;
        (is_short && !is_other(place)).then_some(place)
    }

    /// Whether more than capitals says that it is a place: the story itself, the region, the day or the agency behind it,
    /// or the colon of newsrooms.
    fn is_told(&self, place: &str, surroundings: &Surroundings) -> bool {
        let after = self.text.get(place.len()..).unwrap_or_default();
        let first = self.element.descendants().next();
        // A sentence in bold begins with a word for what it is.
        let is_bold = || first.is_some_and(|first| matches!(first.name(), "strong" | "b"));
        let has_day = || {
            let day = after.strip_prefix(". ");
            day.is_some_and(|day| day.starts_with(|sign: char| sign.is_ascii_digit()))
        };
        place.contains(',')
            || after.starts_with(',')
            || has_day()
            || (after.starts_with(':') && !is_bold())
            || surroundings.speak_of(place)
            || surroundings.name(place)
    }

    /// In an element of its own, with a dash or a full stop after it, or with a colon if the story speaks of it.
    fn in_own_element(&self, surroundings: &Surroundings) -> Option<&str> {
        let first = self.element.descendants().next()?;
        if !matches!(first.name(), "strong" | "b" | "span" | "em" | "i") {
            return None;
        }
        let own = first.text();
        let after = self.text.strip_prefix(own.trim())?;
        let length = self.text.len() - after.len();
        let own = self.text.get(..length)?;
        let bare = own.trim_end_matches([' ', '\u{a0}', '-', '–', '—', '.', ':']);
        if !is_name(bare) || is_other(bare) {
            return None;
        }
        let end = own.get(bare.len()..).unwrap_or_default().trim();
        let is_told = match end {
            "-" | "–" | "—" => true,
            "" => DASHES.iter().any(|dash| after.starts_with(dash)),
            // A word in bold may be a whole sentence, or who speaks.
            "." => first.name() == "span" || surroundings.speak_of(bare),
            ":" => surroundings.speak_of(bare),
            _ => false,
        };
        (is_told && after.trim_start().chars().any(char::is_alphabetic)).then_some(bare)
    }
}

/// Before the sign of an agency: "Wick (XYZ) - ", "Wick, 3 may (XYZ).- ".
fn before_agency(text: &str) -> Option<&str> {
    /// How far from the beginning the sign of the agency ends, in bytes.
    const FAR: usize = 80;
    let (before, rest) = text.split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let is_near = before.len() + agency.len() < FAR;
    let mut signs = agency.split(|sign: char| !sign.is_alphanumeric());
    let is_agency = signs.any(|sign| AGENCIES.iter().any(|own| own.eq_ignore_ascii_case(sign)));
    let after = after.trim_start();
    let is_ended = after.starts_with(['-', '–', '—', ':', '.', ',']);
    let place = before.split([',', '[']).next()?.trim();
    (is_near && is_agency && is_ended && is_name(place) && !is_other(place)).then_some(place)
}

/// Before a dash or a full stop, if the story speaks of it.
fn before_sentence<'t>(text: &'t str, surroundings: &Surroundings) -> Option<&'t str> {
    let mut ends = DASHES.to_vec();
    ends.push(". ");
    let ends = ends.into_iter();
    let found = ends.filter_map(|end| text.split_once(end));
    let (place, rest) = found.min_by_key(|(place, _)| place.len())?;
    let is_sentence = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_sentence = is_sentence.starts_with(char::is_uppercase);
    let is_place = is_name(place) && !is_other(place) && surroundings.speak_of(place);
    (is_sentence && is_place).then_some(place)
}

/// Whether it may be the name of a place: up to three words with a capital, or in a script without them.
fn is_name(text: &str) -> bool {
    let mut words = text.split([' ', '/', '-']);
    let is_capital = |word: &str| {
        let mut letters = word.chars();
        let is_begun = letters
            .next()
            .is_some_and(|sign| sign.is_alphabetic() && !sign.is_lowercase());
        let is_small = matches!(
            word,
            "am" | "an"
                | "de"
                | "del"
                | "di"
                | "do"
                | "der"
                | "im"
                | "la"
                | "le"
                | "les"
                | "sur"
                | "of"
                | "upon"
        );
        is_begun || is_small
    };
    text.chars()
        .filter(|sign| sign.is_alphabetic())
        .nth(2)
        .is_some()
        && text.split_whitespace().count() <= 3
        && text
            .chars()
            .all(|sign| !sign.is_ascii_digit() && !",;:?!()\"„“»«".contains(sign))
        && !text.starts_with(char::is_lowercase)
        && words.all(is_capital)
}

/// Whether a word of it says that it is something else.
fn is_other(text: &str) -> bool {
    let text = text.to_lowercase();
    // The name of a site stands in the same way.
    let is_domain = text.split('.').skip(1).any(|part| {
        let letters = part.chars().take(2);
        letters.filter(|sign| sign.is_alphabetic()).count() == 2
    });
    let mut words = text.split([' ', '/', '-', '.']);
    let is_agency = |word: &str| AGENCIES.iter().any(|own| own.to_lowercase() == word);
    let is_known = |word: &str| NO_PLACES.contains(word) || ORGANISATIONS.contains(word);
    is_domain || words.any(|word| is_known(word) || is_agency(word))
}
