//! The byline, which ninjs has as one text: "By Ana Brandt and Tom Pascoe".

use super::item;
use crate::byline::{BETWEEN, apart, without_by};
use crate::clean::Cleaner;
use crate::search::{has, split_at};
use crate::source_value::SourceValue;
use article_card::article::limits::{AUTHORS, LABEL};
use article_card::article::{Author, Language};

/// Words that a name writes small.
const PARTICLES: &str =
    "al bin da de del della den der di do dos du el ibn la le ten ter van von y zu zur";

pub(super) fn authors(
    item: &SourceValue<'_>,
    language: Option<&Language>,
    cleaner: &Cleaner<'_>,
) -> Vec<Author> {
    let Some((raw, path)) = item::text_of(item, &["byline", "by"], cleaner) else {
        return Vec::new();
    };
    let mut authors = Vec::new();
    for joined in apart(without_by(raw, language)).take(AUTHORS + 1) {
        for name in names(joined.trim()) {
            if let Some(name) = cleaner.plain("byline", name, &path, LABEL) {
                authors.push(Author {
                    name,
                    url: None,
                    // ninjs has a text for all of them.
                    image: None,
                    job_title: None,
                });
            }
        }
    }
    cleaner.shorten(&mut authors, AUTHORS, &path);
    authors
}

/// The names one by one if it is certain where each ends; else all as one.
fn names(raw: &str) -> Vec<&str> {
    let mut names = Vec::new();
    if let Some(between) = BETWEEN.iter().find(|between| has(raw, between)) {
        let mut rest = raw;
        while let Some((before, after)) = split_at(rest, between) {
            // Commas part names only where a last one follows: "Ana Brandt, Lisbon" is one.
            for name in before.split(',') {
                names.push(name.trim_start());
            }
            rest = after;
        }
        names.push(rest);
    }
    if names.is_empty() || !names.iter().all(|name| is_name(name)) {
        names = vec![raw];
    }
    names
}

/// Whether it is a first and a last name and nothing besides, as far as can be told without knowing any.
fn is_name(text: &str) -> bool {
    let is_word = |word: &str| {
        let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_plain = !word.contains(|sign: char| {
            sign.is_ascii_digit()
                || b",;:/|()[]@&"
                    .iter()
                    .any(|known| char::from(*known) == sign)
        });
        is_plain && (!is_small || PARTICLES.split(' ').any(|particle| particle == word))
    };
    let mut count = 0;
    for word in text.split_whitespace() {
        if !is_word(word) {
            return false;
        }
        count += 1;
    }
    matches!(count, 2..=5)
}

#[cfg(test)]
mod tests {
    use super::{names, without_by};
    use article_card::article::Language;

    #[test]
    fn the_word_before_the_names_goes_where_it_is_no_name() {
        for (raw, language, bare) in [
            (" By Ana Brandt ", "", "Ana Brandt"),
            ("BY STAFF", "en", "STAFF"),
            ("By: Ana Brandt", "", "Ana Brandt"),
            ("Von Ana Brandt, Lissabon", "de-AT", "Ana Brandt, Lissabon"),
            ("Par Ana Brandt", "", "Ana Brandt"),
            ("Von Brandt", "de", "Von Brandt"),
            ("Von Ana Brandt", "en", "Von Ana Brandt"),
            ("von der Aue", "de", "von der Aue"),
            ("Byron Pascoe", "en", "Byron Pascoe"),
            ("By", "en", "By"),
        ] {
            let language = Language::parse(language);
            assert_eq!(without_by(raw, language.as_ref()), bare, "{raw}");
        }
    }

    #[test]
    fn names_are_split_only_where_it_is_certain() {
        for (raw, split) in [
            ("Ana Brandt and Tom Pascoe", "Ana Brandt|Tom Pascoe"),
            (
                "Ana d'Orey, Tom van der Aue and Li Wei",
                "Ana d'Orey|Tom van der Aue|Li Wei",
            ),
            (
                "Ana Brandt and Tom Pascoe and Li Wei",
                "Ana Brandt|Tom Pascoe|Li Wei",
            ),
            ("Ana Brandt & Tom Pascoe", "Ana Brandt|Tom Pascoe"),
            ("Ana Brandt und Tom Pascoe", "Ana Brandt|Tom Pascoe"),
        ] {
            assert_eq!(names(raw).join("|"), split);
        }
        for whole in [
            "Ana Brandt",
            "Ana Brandt, Herald",
            "Ana Brandt, Tom Pascoe",
            "Marsh and Daughters",
            "Ana Brandt and the foreign desk",
            "Ana Brandt in Lisbon and Tom Pascoe in Porto",
            "Ana Brandt and Tom Pascoe/Herald",
            "Ana Brandt and Tom Pascoe, Herald",
            "José Ortega y Gasset",
        ] {
            assert_eq!(names(whole), [whole]);
        }
    }
}
