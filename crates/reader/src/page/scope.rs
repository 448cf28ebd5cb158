//! Whose the properties of a page are: the story's, or those of something else that stands in it or around it.
//!
//! A video, a comment, a teaser have authors, dates and pictures of their own, which are marked in the same way. What
//! stands around the main heading is never another thing's, whatever it is called.

use super::classes::{Meaning, marks_of};
use super::document::Element;
use super::metadata::has_word;

/// Whose an element is; each is of what it stands in, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Owner {
    /// An item of microdata that is no article, such as a video.
    item: bool,
    /// A picture's item.
    picture: bool,
    /// What an `aside` holds.
    aside: bool,
    /// What leads away from the story, such as teasers.
    beside: bool,
    /// What is the site's or another's: navigation, adverts, questions of consent, comments.
    strange: bool,
}

/// The owners of all elements of a page.
#[derive(Debug, Default)]
pub(super) struct Scopes(Vec<Owner>);

impl Scopes {
    pub(super) fn of(elements: &[Element<'_>]) -> Self {
        let heading = main_heading(elements);
        let around: Vec<Element<'_>> = heading
            .map(|heading| std::iter::once(heading).chain(heading.ancestors()))
            .into_iter()
            .flatten()
            .filter(|outer| !outer.name().is_empty())
            .collect();
        let text = letters(elements);
        let is_in_article = around.iter().any(|outer| outer.name() == "article");
        let mut owners =
            vec![Owner::default(); elements.iter().map(|e| e.id() + 1).max().unwrap_or(0)];
        let mut depth = around.len();
        for element in elements {
            let outer = element.ancestors().next();
            let inherited = outer
                .and_then(|outer| owners.get(outer.id()))
                .copied()
                .unwrap_or_default();
            // The elements around the heading come one after the other, the outermost first.
            let is_around = around.get(..depth).and_then(|around| around.last()) == Some(element);
            let owner = match is_around || matches!(element.name(), "html" | "body" | "main") {
                true => inherited,
                false => own(*element, inherited, is_in_article, text),
            };
            if is_around {
                depth -= 1;
            }
            if let Some(place) = owners.get_mut(element.id()) {
                *place = owner;
            }
        }
        Self(owners)
    }

    fn owner(&self, element: Element<'_>) -> Owner {
        self.0.get(element.id()).copied().unwrap_or_default()
    }

    /// Whether what the element says is said of the story.
    pub(super) fn is_of_story(&self, element: Element<'_>) -> bool {
        self.owner(element) == Owner::default()
    }

    /// Whether a picture there may be the story's: pictures are items of their own.
    pub(super) fn is_picture_of_story(&self, element: Element<'_>) -> bool {
        let owner = self.owner(element);
        !owner.item && !owner.aside && !owner.beside && !owner.strange
    }

    /// Whether a list there may be the story's: key points often stand in an `aside`.
    pub(super) fn is_list_of_story(&self, element: Element<'_>) -> bool {
        let owner = self.owner(element);
        !owner.item && !owner.beside && !owner.strange
    }

    /// Whether a newsroom may have put it there for this story.
    pub(super) fn is_of_newsroom(&self, element: Element<'_>) -> bool {
        !self.owner(element).strange
    }
}

/// The heading of the story: the first one in an `article` or in `main`, else the first. Where the name of the site is the
/// only one, the only `article` stands for it.
fn main_heading<'d>(elements: &[Element<'d>]) -> Option<Element<'d>> {
    let is_of_site = |heading: &Element<'_>| {
        let mut outer = heading.ancestors();
        outer.any(|outer| matches!(outer.name(), "nav" | "footer"))
    };
    let headings = || {
        elements
            .iter()
            .filter(|element| element.name() == "h1" && !is_of_site(element))
    };
    let is_within = |heading: &&Element<'_>| {
        let mut outer = heading.ancestors();
        outer.any(|outer| matches!(outer.name(), "article" | "main"))
    };
    let only_article = || {
        let mut articles = elements
            .iter()
            .filter(|element| element.name() == "article");
        let first = articles.next();
        first.filter(|_| articles.next().is_none())
    };
    headings()
        .find(is_within)
        .or_else(|| headings().next())
        .or_else(only_article)
        .copied()
}

/// How much text the long paragraphs have, in bytes: that of the story, above all.
fn letters(elements: &[Element<'_>]) -> usize {
    /// Shorter ones stand in teasers, too.
    const LONG: usize = 100;
    let paragraphs = elements
        .iter()
        .filter(|element| element.name() == "p" && is_near(**element));
    let lengths = paragraphs.map(|element| element.text().len());
    lengths.filter(|length| *length >= LONG).sum()
}

/// Whether the element stands as deep as those of real pages, so that asking for what is in it takes no long time.
fn is_near(element: Element<'_>) -> bool {
    const DEPTH: usize = 40;
    element.ancestors().nth(DEPTH).is_none()
}

/// Whether there is one picture and no long text.
fn shows_alone(elements: &[Element<'_>]) -> bool {
    let pictures = elements.iter().filter(|element| element.name() == "img");
    pictures.count() == 1 && letters(elements) == 0
}

/// Whether the element is or stands in a link, or has one: a teaser leads somewhere.
fn leads_away(element: Element<'_>) -> bool {
    let around = std::iter::once(element).chain(element.ancestors());
    let mut links = around.chain(element.descendants());
    links.any(|link| link.name() == "a" && link.attribute("href").is_some())
}

/// Whose an element is that stands in something of `outer`; `text` is how much there is on the page.
fn own(element: Element<'_>, outer: Owner, is_in_article: bool, text: usize) -> Owner {
    let mut owner = outer;
    let is_within = |names: &[&str]| {
        element
            .ancestors()
            .any(|outer| names.contains(&outer.name()))
    };
    owner.aside |= element.name() == "aside";
    owner.strange |= match element.name() {
        "nav" | "dialog" => true,
        "header" | "footer" => !is_within(&["article", "main", "section"]),
        _ => false,
    };
    owner.beside |= match element.name() {
        "article" => is_in_article || is_within(&["article"]),
        _ => false,
    };
    if element.attribute("itemscope").is_some() {
        match item(element) {
            Item::Story => {}
            Item::Picture => owner.picture = true,
            Item::Other => owner.item = true,
        }
    }
    for marked in marks_of(element) {
        match marked.meaning {
            Meaning::Strange => owner.strange = true,
            // A picture may be shown in teasers as well, and what holds most of the text is the story.
            Meaning::Related | Meaning::Beside => {
                let is_story = || {
                    let own: Vec<Element<'_>> = element.descendants().collect();
                    letters(&own) > text / 2 || (shows_alone(&own) && !leads_away(element))
                };
                let is_other = || element.name() != "figure" && !(is_near(element) && is_story());
                owner.beside = owner.beside || is_other();
            }
            _ => {}
        }
    }
    owner
}

enum Item {
    Story,
    Picture,
    Other,
}

/// What the item of microdata is that begins at the element.
fn item(element: Element<'_>) -> Item {
    let property = element.attribute("itemprop");
    let is_any = |names: &[&str]| names.iter().any(|name| has_word(property, name));
    // The people of a story are items, too; what they are called is said of it.
    if is_any(&["author", "creator", "mainEntity", "mainEntityOfPage"]) {
        return Item::Story;
    }
    let kind = element.attribute("itemtype").unwrap_or_default();
    let kind = kind
        .trim_end()
        .rsplit(['/', '#'])
        .next()
        .unwrap_or_default();
    if kind == "ImageObject" {
        return Item::Picture;
    }
    let ends = [
        "Article",
        "Posting",
        "Report",
        "Page",
        "CreativeWork",
        "Review",
        "Person",
    ];
    let is_story =
        property.is_none() && (kind.is_empty() || ends.iter().any(|end| kind.ends_with(end)));
    match is_story || is_any(&["blogPost"]) {
        true => Item::Story,
        false => Item::Other,
    }
}
