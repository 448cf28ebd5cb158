//! The words that newsrooms print around a picture, over lists and before a text, in many languages.
//!
//! Each table is a file of its own in `words/`, with an entry on each line and remarks behind a `#`: whoever knows more
//! adds them there.

/// Stand before who took a picture, with a colon.
pub(super) const CREDITS_WITH_COLON: Words = Words(include_str!("words/credits_with_colon.txt"));
/// Stand before who took a picture, without one.
pub(super) const CREDITS: Words = Words(include_str!("words/credits.txt"));
/// Stand before a word for a picture and make it one of the sentence, such as "im Bild:", in small letters.
pub(super) const BEFORE_PICTURES: Words = Words(include_str!("words/before_pictures.txt"));
/// Stand before who took the picture over the story, in a line of their own that need not be near it.
pub(super) const MAIN_PICTURE: Words = Words(include_str!("words/main_picture.txt"));
/// Stand in brackets or behind a caption in the way of a name and are none, in small letters.
pub(super) const NO_CREDITS: Words = Words(include_str!("words/no_credits.txt"));
/// Words in the names of those who sell or give pictures, in small letters.
pub(super) const PICTURE_AGENCIES: Words = Words(include_str!("words/picture_agencies.txt"));
/// Stand over stories that belong to this one, in small letters.
pub(super) const RELATED: Words = Words(include_str!("words/related.txt"));
/// Those of them that stand over whatever comes next as well, where the text has ended.
pub(super) const ON_AND_ON: Words = Words(include_str!("words/on_and_on.txt"));
/// Stand at the end of a heading, or in a class, after a word for what is related, and are no stories, in small letters.
pub(super) const NO_STORIES: Words = Words(include_str!("words/no_stories.txt"));
/// Stand over stories of which nobody said that they belong to this one, in small letters.
pub(super) const OTHER_LISTS: Words = Words(include_str!("words/other_lists.txt"));
/// Stand over the key points of a story, in small letters, with ' for ’ and without a colon.
pub(super) const KEY_POINTS: Words = Words(include_str!("words/key_points.txt"));
/// The signs of news agencies, which stand in brackets after a place and never for one.
pub(super) const AGENCIES: Words = Words(include_str!("words/agencies.txt"));
/// Stand before the name of a place in a sentence, in small letters.
pub(super) const BEFORE_PLACES: Words = Words(include_str!("words/before_places.txt"));
/// Stand before a text in the way of a place and are none, in small letters.
pub(super) const NO_PLACES: Words = Words(include_str!("words/no_places.txt"));
/// Organisations, parties and companies that stand before a text in the way of a place, in small letters.
pub(super) const ORGANISATIONS: Words = Words(include_str!("words/organisations.txt"));
/// Stand at the end of a company's name.
pub(super) const COMPANIES: Words = Words(include_str!("words/companies.txt"));

/// A table of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static str);

impl Words {
    /// The entries, in the order of the file.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        let lines = self.0.lines();
        lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    /// Whether it is one of them as it stands.
    pub(super) fn contains(self, words: &str) -> bool {
        self.iter().any(|own| own == words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_each_entry_once_and_as_it_is_looked_for() {
        let in_small_letters = [
            CREDITS_WITH_COLON,
            CREDITS,
            MAIN_PICTURE,
            NO_CREDITS,
            PICTURE_AGENCIES,
            BEFORE_PICTURES,
            RELATED,
            ON_AND_ON,
            NO_STORIES,
            OTHER_LISTS,
            KEY_POINTS,
            BEFORE_PLACES,
            NO_PLACES,
            ORGANISATIONS,
        ];
        for table in in_small_letters {
            for words in table.iter() {
                assert_eq!(words, words.to_lowercase());
            }
        }
        for table in in_small_letters.into_iter().chain([AGENCIES, COMPANIES]) {
            let words: Vec<&str> = table.iter().collect();
            for (index, own) in words.iter().enumerate() {
                assert_eq!(*own, own.trim());
                assert!(!words[..index].contains(own), "{own} stands twice");
            }
            assert!(!words.is_empty());
        }
        for words in ON_AND_ON.iter() {
            assert!(RELATED.contains(words), "{words}");
        }
    }
}
