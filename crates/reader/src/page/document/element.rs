//! An element of the page, and the ways from it to others.

use super::Document;
use super::tree::{Kind, Node};
use html5ever::{Attribute, ns};

/// Elements that stand within a line: between their text and what is around it is no space.
const INLINE: &str = "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike \
    strong sub sup time tt u var wbr";
/// Elements of which a reader sees no text of the page.
const UNSEEN: &str =
    "audio button canvas iframe noscript object script select style svg textarea title video";

/// An element; only those of HTML have a name and attributes here.
#[derive(Clone, Copy, Debug)]
pub(in crate::page) struct Element<'d> {
    document: &'d Document,
    id: u32,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<'d> Element<'d> {
    /// The node above all others.
    pub(super) fn root(document: &'d Document) -> Self {
        Self { document, id: 0 }
    }

    fn at(self, id: u32) -> Self {
        Self { id, ..self }
    }

    fn node(self) -> Option<&'d Node> {
        self.document.nodes.get(self.id as usize)
    }

    fn parts(self) -> Option<(&'d str, &'d [Attribute])> {
        match &self.node()?.kind {
            Kind::Element(name, attributes) if name.ns == ns!(html) => {
                Some((&name.local, attributes))
            }
            _ => None,
        }
    }

    /// Its number, by which what is known of each element is kept.
    pub(in crate::page) const fn id(self) -> usize {
        self.id as usize
    }

    /// Its name in small letters, empty for what is no element of HTML.
    pub(in crate::page) fn name(self) -> &'d str {
        self.parts().map_or("", |(name, _)| name)
    }

    /// The value of the attribute, if it has it.
    pub(in crate::page) fn attribute(self, name: &str) -> Option<&'d str> {
        let (_, attributes) = self.parts()?;
        let mut attributes = attributes.iter();
        attributes
            .find(|attribute| &*attribute.name.local == name)
            .map(|attribute| &*attribute.value)
    }

    /// The names and values of all its attributes.
    pub(in crate::page) fn attributes(self) -> impl Iterator<Item = (&'d str, &'d str)> {
        let attributes = self.parts().map_or(&[] as &[Attribute], |(_, all)| all);
        attributes
            .iter()
            .map(|attribute| (&*attribute.name.local, &*attribute.value))
    }

    /// Where its tag stands in the source.
    pub(in crate::page) fn place(self) -> usize {
        self.node().map_or(0, |node| node.place)
    }

    /// The elements around it, from the inside.
    pub(in crate::page) fn ancestors(self) -> impl Iterator<Item = Element<'d>> {
        let parent = |element: &Element<'d>| Some(element.at(element.node()?.parent?));
        std::iter::successors(parent(&self), parent)
    }

    /// The elements in it, in the order of the page.
    pub(in crate::page) fn descendants(self) -> impl Iterator<Item = Element<'d>> {
        let mut walk = Walk {
            root: self,
            now: Some(self),
        };
        std::iter::from_fn(move || walk.step(true, |_| {}))
            .filter(|element| !element.name().is_empty())
    }

    /// The element after it under the same parent.
    pub(in crate::page) fn next(self) -> Option<Element<'d>> {
        let next = |element: &Element<'d>| Some(element.at(element.node()?.next?));
        std::iter::successors(next(&self), next).find(|element| !element.name().is_empty())
    }

    /// The text that it begins with, as it stands: all of a script's.
    pub(in crate::page) fn raw_text(self) -> &'d str {
        let first = self.node().and_then(|node| node.first);
        match first.and_then(|id| self.at(id).node()) {
            Some(Node {
                kind: Kind::Text(text),
                ..
            }) => text,
            _ => "",
        }
    }

    /// Its text as a reader sees it; a space stands where a block begins or ends.
    pub(in crate::page) fn text(self) -> String {
        self.text_without(&[])
    }

    /// The same without that of elements in it.
    pub(in crate::page) fn text_without(self, left_out: &[Element<'d>]) -> String {
        let mut text = String::new();
        let mut walk = Walk {
            root: self,
            now: Some(self),
        };
        let mut goes_in = true;
        loop {
            let mut is_apart = false;
            let next = walk.step(goes_in, |left| is_apart |= !left.is_inline());
            if is_apart {
                text.push(' ');
            }
            let Some(element) = next else {
                return text;
            };
            goes_in = !left_out.contains(&element) && !element.is_one_of(UNSEEN, false);
            match element.node().map(|node| &node.kind) {
                Some(Kind::Text(part)) => text.push_str(part),
                _ if !element.is_inline() => text.push(' '),
                _ => {}
            }
        }
    }

    fn is_inline(self) -> bool {
        self.is_one_of(INLINE, true)
    }

    /// Whether it is an element of the list, of HTML or not; `otherwise` if it is no element.
    fn is_one_of(self, list: &str, otherwise: bool) -> bool {
        match self.node().map(|node| &node.kind) {
            Some(Kind::Element(name, _)) => {
                let mut names = list.split_ascii_whitespace();
                names.any(|other| *other == *name.local)
            }
            _ => otherwise,
        }
    }
}

/// The way through everything in an element, in the order of the page.
struct Walk<'d> {
    root: Element<'d>,
    now: Option<Element<'d>>,
}

impl<'d> Walk<'d> {
    /// The next node, one below this one only if `goes_in`; `leave` is called with every node that ends before it.
    fn step(&mut self, goes_in: bool, mut leave: impl FnMut(Element<'d>)) -> Option<Element<'d>> {
        let mut now = self.now?;
        let first = now.node()?.first.filter(|_| goes_in);
        self.now = match first {
            Some(first) => Some(now.at(first)),
            None => loop {
                if now == self.root {
                    break None;
                }
                leave(now);
                let node = now.node()?;
                if let Some(next) = node.next {
                    break Some(now.at(next));
                }
                now = now.at(node.parent?);
            },
        };
        self.now
    }
}
