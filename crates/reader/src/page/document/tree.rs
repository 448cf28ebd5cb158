//! The tree while it is built: what html5ever does to it, step by step.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A node of the page, linked to its relatives by their places in the list of all nodes.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Where its tag, or the piece of text that it began with, stands in the source.
    pub(super) place: usize,
    pub(super) parent: Option<u32>,
    pub(super) first: Option<u32>,
    pub(super) next: Option<u32>,
    last: Option<u32>,
    previous: Option<u32>,
}

#[derive(Debug, Default)]
pub(super) enum Kind {
    Element(Rc<QualName>, Vec<Attribute>),
    Text(String),
    /// The document, a comment, or what a template holds.
    #[default]
    Other,
}

/// A node as html5ever knows it. An element carries its name, so that asking for it cannot fail.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    id: u32,
    name: Rc<QualName>,
}

#[derive(Debug)]
pub(super) struct Tree {
    nodes: RefCell<Vec<Node>>,
    /// The place of the piece that is being read.
    pub(super) place: Cell<usize>,
    no_name: Rc<QualName>,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            nodes: RefCell::new(vec![Node::default()]),
            place: Cell::default(),
            no_name: Rc::new(QualName::new(None, ns!(), local_name!(""))),
        }
    }
}

impl Tree {
    pub(super) fn size(&self) -> usize {
        self.nodes.borrow().len()
    }

    fn create(&self, kind: Kind) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let id = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        nodes.push(Node {
            kind,
            place: self.place.get(),
            ..Node::default()
        });
        id
    }

    fn unnamed(&self, id: u32) -> Handle {
        let name = self.no_name.clone();
        Handle { id, name }
    }

    fn with<T>(&self, id: u32, act: impl FnOnce(&mut Node) -> T) -> Option<T> {
        self.nodes.borrow_mut().get_mut(id as usize).map(act)
    }

    fn detach(&self, id: u32) {
        let links = |node: &mut Node| (node.parent.take(), node.previous.take(), node.next.take());
        let Some((Some(parent), previous, next)) = self.with(id, links) else {
            return;
        };
        match previous {
            Some(previous) => self.with(previous, |node| node.next = next),
            None => self.with(parent, |node| node.first = next),
        };
        match next {
            Some(next) => self.with(next, |node| node.previous = previous),
            None => self.with(parent, |node| node.last = previous),
        };
    }

    /// Puts the node before that child of the parent, or after all of them.
    fn insert(&self, parent: u32, id: u32, next: Option<u32>) {
        self.detach(id);
        let previous = match next {
            Some(next) => self.with(next, |node| node.previous.replace(id)),
            None => self.with(parent, |node| node.last.replace(id)),
        };
        let previous = previous.flatten();
        self.with(id, |node| {
            node.parent = Some(parent);
            node.previous = previous;
            node.next = next;
        });
        match previous {
            Some(previous) => self.with(previous, |node| node.next = Some(id)),
            None => self.with(parent, |node| node.first = Some(id)),
        };
    }

    /// Text goes to the end of text that stands there already.
    fn put(&self, parent: u32, next: Option<u32>, child: NodeOrText<Handle>) {
        let text = match child {
            NodeOrText::AppendNode(node) => return self.insert(parent, node.id, next),
            NodeOrText::AppendText(text) => text,
        };
        let previous = match next {
            Some(next) => self.with(next, |node| node.previous),
            None => self.with(parent, |node| node.last),
        };
        let is_joined = previous.flatten().and_then(|previous| {
            self.with(previous, |node| match &mut node.kind {
                Kind::Text(before) => {
                    before.push_str(&text);
                    true
                }
                _ => false,
            })
        });
        if is_joined != Some(true) {
            let id = self.create(Kind::Text(text.into()));
            self.insert(parent, id, next);
        }
    }
}

impl TreeSink for Tree {
    type Handle = Handle;
    type Output = Vec<Node>;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Self::Output {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        self.unnamed(0)
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> Handle {
        let name = Rc::new(name);
        let id = self.create(Kind::Element(name.clone(), attributes));
        if flags.template {
            // What it holds hangs on the next node, outside of the tree, because a template is not shown.
            self.create(Kind::Other);
        }
        Handle { id, name }
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        self.unnamed(target.id.saturating_add(1))
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.unnamed(self.create(Kind::Other))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.unnamed(self.create(Kind::Other))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.id, None, child);
    }

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let Some(Some(parent)) = self.with(sibling.id, |node| node.parent) {
            self.put(parent, Some(sibling.id), child);
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        match self.with(element.id, |node| node.parent.is_some()) {
            Some(true) => self.append_before_sibling(element, child),
            _ => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        self.with(target.id, |node| {
            let Kind::Element(_, attributes) = &mut node.kind else {
                return;
            };
            for attribute in more {
                let is_there = attributes.iter().any(|own| own.name == attribute.name);
                if !is_there && attributes.len() < super::ATTRIBUTES {
                    attributes.push(attribute);
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        while let Some(Some(child)) = self.with(node.id, |node| node.first) {
            self.insert(parent.id, child, None);
        }
    }
}
