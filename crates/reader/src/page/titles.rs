//! What a page calls itself, in its metadata and its text, without the name of the site.

use super::document::Element;
use super::metadata::{Page, Saying};
use super::sites::Sites;
use crate::markup;
use crate::same_words::{after, are_same};
use crate::source_value::SourceValue;

/// What stands between a headline and the name of the site.
pub(super) const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " :: ", " / ", "｜", " ‹ ", " › ",
];
/// So many letters tell one headline from others, though what follows them is missing.
const TELLING: usize = 12;
/// How alike two headlines are that say the same in all but a few words, from 0 to 1.
const ALIKE: f64 = 0.6;

/// A title of the page.
#[derive(Clone, Debug)]
pub(super) struct Title<'d> {
    pub(super) said: Saying<'d>,
    /// Without markup.
    pub(super) whole: String,
    /// Without the name of the site; nothing if it is no more than that, or what a content system puts in an empty place.
    pub(super) bare: Option<String>,
}

/// All titles of the page.
pub(super) struct Titles<'d> {
    pub(super) sites: Sites,
    /// OpenGraph's.
    pub(super) open_graph: Option<Title<'d>>,
    /// That of Twitter's cards.
    pub(super) twitter: Option<Title<'d>>,
    /// The main heading.
    pub(super) heading: Option<Title<'d>>,
    /// The `title`.
    pub(super) document: Option<Title<'d>>,
}

impl<'d> Titles<'d> {
    /// The blocks may name the site.
    pub(super) fn of(page: &Page<'d>, blocks: &[SourceValue<'_>]) -> Self {
        let sites = Sites::of(page, blocks);
        let said = heading(page);
        let main = said.as_ref().map(|said| markup::to_text(&said.text));
        let read = |said: Saying<'d>| {
            let whole = markup::to_text(&said.text).trim().to_owned();
            let bare = without_site(&whole, main.as_deref(), &sites).map(str::to_owned);
            Title { said, whole, bare }
        };
        let document = page.all("title").find(|title| !is_drawn(*title));
        let document = document
            .and_then(|title| page.saying(title.raw_text().into(), "title".into(), title))
            .map(read);
        let open_graph = page.meta(&["og:title"]).map(read);
        let twitter = page.meta(&["twitter:title"]).map(read);
        let heading = said.map(read);
        Self {
            sites,
            open_graph,
            twitter,
            heading,
            document,
        }
    }

    /// Those that there are, the best first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Title<'d>> {
        let titles = [
            &self.open_graph,
            &self.twitter,
            &self.heading,
            &self.document,
        ];
        titles.into_iter().flatten()
    }

    /// Whether one of them is that headline, or the beginning of one of both.
    pub(super) fn have(&self, headline: &str) -> bool {
        let bare = self.bare(headline).unwrap_or(headline);
        let mut titles = self.all().filter_map(|title| title.bare.as_deref());
        titles.any(|title| agree(title, bare))
    }

    /// The same, or one of them is much like it.
    pub(super) fn resemble(&self, headline: &str) -> bool {
        let mut titles = self.all().filter_map(|title| title.bare.as_deref());
        self.have(headline) || titles.any(|title| are_alike(title, headline))
    }

    /// A headline without the name of the site; nothing if it is no more than that.
    pub(super) fn bare<'t>(&self, headline: &'t str) -> Option<&'t str> {
        without_site(headline.trim(), None, &self.sites)
    }
}

/// Whether both are one headline: the same words, or one begins with the other.
pub(super) fn agree(one: &str, other: &str) -> bool {
    are_same(one, other) || begins(one, other) || begins(other, one)
}

/// Whether both differ in no more than a few letters or words.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    strsim::sorensen_dice(&letters(one), &letters(other)) >= ALIKE
}

/// The first letters and digits, small.
pub(super) fn letters(text: &str) -> String {
    let letters = text.chars().filter(|sign| sign.is_alphanumeric());
    letters.take(200).flat_map(char::to_lowercase).collect()
}

fn begins(text: &str, line: &str) -> bool {
    let Some(rest) = after(text, line) else {
        return false;
    };
    let is_apart = SEPARATORS.iter().any(|sign| rest.starts_with(sign));
    let is_whole = !rest.starts_with(char::is_alphanumeric);
    is_apart || (is_whole && letters(line).chars().count() >= TELLING)
}

/// The title of a drawing is none of the page.
fn is_drawn(title: Element<'_>) -> bool {
    title.ancestors().any(|above| above.name() == "svg")
}

/// The main heading: the first of an `article` or of `main`, or the only one.
fn heading<'d>(page: &Page<'d>) -> Option<Saying<'d>> {
    let is_within = |heading: &Element<'_>| {
        heading
            .ancestors()
            .any(|a| matches!(a.name(), "article" | "main"))
    };
    let within = page.all("h1").find(is_within);
    let only = || {
        let mut headings = page.all("h1");
        let first = headings.next();
        first.filter(|_| headings.next().is_none())
    };
    let heading = within.or_else(only)?;
    page.saying(heading.text().into(), "h1".into(), heading)
}

/// The headline without what stands beside it; `None` if nothing but the name of the site is there.
fn without_site<'t>(whole: &'t str, heading: Option<&str>, sites: &Sites) -> Option<&'t str> {
    let mut bare = whole;
    loop {
        let parts = SEPARATORS.iter().flat_map(|separator| {
            let last = bare.rsplit_once(separator);
            let first = bare.split_once(separator);
            [last, first.map(|(site, rest)| (rest, site))]
        });
        let mut parts = parts.flatten();
        // A colon may as well stand in the headline, after a word that is the host's name by chance.
        let colon = bare.split_once(": ");
        let colon = colon.filter(|(site, _)| sites.are_called(site));
        let part = parts.find(|(_, other)| sites.have(other));
        match part.or(colon.map(|(site, rest)| (rest, site))) {
            Some((rest, _)) => bare = rest.trim(),
            None => break,
        }
    }
    // What the main heading leaves out is not the headline's either.
    let heading = heading.map(str::trim).unwrap_or_default();
    let beside = after(bare, heading).filter(|rest| {
        let mut separators = SEPARATORS.iter();
        !heading.is_empty() && separators.any(|separator| rest.starts_with(separator))
    });
    bare = beside.map_or(bare, |beside| bare.strip_suffix(beside).unwrap_or(bare));
    (!bare.is_empty() && !sites.have(bare)).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::{Sites, agree, without_site};

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_headline() {
        let sites = Sites::stated(&["The  Herald", "herald.example"]);
        for (whole, heading, bare) in [
            ("A pier opens", None, Some("A pier opens")),
            ("A pier opens | The Herald", None, Some("A pier opens")),
            ("The Herald – A pier opens", None, Some("A pier opens")),
            ("The Herald: A pier opens", None, Some("A pier opens")),
            ("Home: A pier opens", None, Some("Home: A pier opens")),
            (
                "A pier opens - THE HERALD | herald.example",
                None,
                Some("A pier opens"),
            ),
            ("A pier - a view", None, Some("A pier - a view")),
            (
                "A pier opens | Coast | The Herald",
                Some(" A pier opens "),
                Some("A pier opens"),
            ),
            (
                "A pier opens | Coast",
                Some("A PIER  OPENS"),
                Some("A pier opens"),
            ),
            (
                "A pier opens again",
                Some("A pier opens"),
                Some("A pier opens again"),
            ),
            ("The Herald", None, None),
            ("The Herald | herald.example", None, None),
            ("", Some(""), None),
        ] {
            assert_eq!(without_site(whole, heading, &sites), bare, "{whole}");
        }
    }

    #[test]
    fn titles_agree_if_one_goes_on_after_the_other() {
        for (one, other) in [
            ("A pier opens", "A  PIER opens"),
            ("A pier", "A pier - Coast"),
            ("A pier opens again", "A pier opens again, and stays"),
        ] {
            assert!(agree(one, other) && agree(other, one), "{one}");
        }
        for (one, other) in [
            ("News", "News of a pier"),
            ("A pier opens again", "A pier opens against all odds"),
            ("A pier opens", "A quay opens"),
        ] {
            assert!(!agree(one, other) && !agree(other, one), "{one}");
        }
    }
}
