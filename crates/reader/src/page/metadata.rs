//! What the head of a page says of it: `meta` and `link`.

use super::document::{Document, Element};
use super::scope::Scopes;
use article_card::article::Link;
use article_card::reading::join;
use article_card::report::{Path, Report};
use std::borrow::Cow;

/// A page, with what it says of itself at hand.
pub(super) struct Page<'d> {
    pub(super) source: &'d str,
    /// The node above all elements.
    pub(super) root: Element<'d>,
    /// All elements, in their order.
    pub(super) elements: Vec<Element<'d>>,
    /// Whose each element is.
    pub(super) scopes: Scopes,
    /// Every `meta` by its name in small letters.
    metas: Vec<(String, Element<'d>)>,
    /// Where the page was published, as the caller or the page itself says.
    pub(super) address: Option<Link>,
    /// Who says so.
    pub(super) address_path: Option<Path>,
    /// Where relative addresses lead from.
    pub(super) base: Option<Link>,
    /// The time of the reading, if that is known.
    pub(super) now: Option<i64>,
}

/// Something that the page says, with where it does.
#[derive(Clone, Debug)]
pub(super) struct Saying<'d> {
    pub(super) text: Cow<'d, str>,
    pub(super) path: Path,
}

impl<'d> Page<'d> {
    /// Nothing is known of its address yet.
    pub(super) fn new(source: &'d str, document: &'d Document, report: &mut Report) -> Self {
        let root = document.root();
        let elements: Vec<Element<'d>> = root.descendants().collect();
        let scopes = Scopes::of(&elements);
        let metas = elements.iter();
        let page = Page {
            source,
            root,
            metas: metas.flat_map(|element| names(*element, &scopes)).collect(),
            scopes,
            elements,
            address: None,
            address_path: None,
            base: None,
            now: None,
        };
        for (place, code, reason) in &document.omitted {
            let path = Path::root("html").at(Some(*place));
            report.warn(*code, path, (*reason).into());
        }
        page
    }

    /// The first saying of the first of these names that has one.
    pub(super) fn meta(&self, names: &[&str]) -> Option<Saying<'d>> {
        names.iter().find_map(|name| self.metas(name).next())
    }

    /// All that is said under that name.
    pub(super) fn metas(&self, name: &str) -> impl Iterator<Item = Saying<'d>> {
        self.meta_elements(name)
            .filter_map(move |(name, element)| self.say("meta", name, element, "content"))
    }

    /// Every `meta` of that name.
    pub(super) fn meta_elements(&self, name: &str) -> impl Iterator<Item = (&str, Element<'d>)> {
        let metas = self.metas.iter();
        metas
            .filter(move |(own, _)| own == name)
            .map(|(name, element)| (&**name, *element))
    }

    /// Every `meta` whose name begins like that, in their order.
    pub(super) fn meta_family(&self, start: &str) -> impl Iterator<Item = (&str, Element<'d>)> {
        let metas = self.metas.iter();
        metas
            .filter(move |(own, _)| own.starts_with(start))
            .map(|(name, element)| (&**name, *element))
    }

    /// The address of the first `link` of that relation.
    pub(super) fn link(&self, relation: &str) -> Option<Saying<'d>> {
        let mut links = self
            .all("link")
            .filter(|link| has_word(link.attribute("rel"), relation));
        links.find_map(|link| self.say("link", relation, link, "href"))
    }

    /// All elements of that name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = Element<'d>> {
        let elements = self.elements.iter().copied();
        elements.filter(move |element| element.name() == name)
    }

    /// What the attribute of the element says, if it is not blank; the path is such as `meta[og:title]`.
    pub(super) fn say(
        &self,
        kind: &str,
        name: &str,
        element: Element<'d>,
        attribute: &str,
    ) -> Option<Saying<'d>> {
        let text = element.attribute(attribute)?;
        let path = Path::root(join(&[kind, "[", name, "]"]));
        self.saying(text.into(), path, element)
    }

    /// What stands at that element, if it is not blank.
    pub(super) fn saying(
        &self,
        text: Cow<'d, str>,
        path: Path,
        element: Element<'d>,
    ) -> Option<Saying<'d>> {
        if text.trim().is_empty() {
            return None;
        }
        let path = path.at(Some(element.place()));
        Some(Saying { text, path })
    }
}

/// The names of a `meta`: pages write them under `property`, `name` or `itemprop`, and several apart by spaces. A property
/// of an item counts only if that is the page's own.
fn names<'d>(element: Element<'d>, scopes: &Scopes) -> Vec<(String, Element<'d>)> {
    if element.name() != "meta" {
        return Vec::new();
    }
    let attributes = ["property", "name", "itemprop", "http-equiv"];
    let names = attributes
        .into_iter()
        .filter(|name| *name != "itemprop" || scopes.is_of_story(element))
        .filter_map(|attribute| element.attribute(attribute))
        .flat_map(str::split_ascii_whitespace);
    names
        .map(|name| (name.to_ascii_lowercase(), element))
        .collect()
}

/// Whether the word is one of those in the attribute's value.
pub(super) fn has_word(value: Option<&str>, word: &str) -> bool {
    value.is_some_and(|value| {
        value
            .split_ascii_whitespace()
            .any(|own| own.eq_ignore_ascii_case(word))
    })
}
