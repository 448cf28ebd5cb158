//! What the tree builder gets to see: everything, up to bounds that no page of an article reaches.
//!
//! Without them 500 KB of nested tags take half a minute, because the builder looks through all that are open.

use super::tree::{Handle, Node, Tree};
use article_card::report::Code;
use html5ever::interface::{Tracer, TreeSink};
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, local_name};
use std::cell::Cell;

/// The most elements that may be open at a time, about as many as in browsers.
const OPEN: usize = 512;
/// The most nodes of a page; the longest live blogs have some ten thousand.
const NODES: usize = 400_000;
/// How often the open elements are counted, in tags.
const INTERVAL: usize = 32;

/// Stands between the tokenizer and the tree builder.
pub(super) struct Gate {
    builder: TreeBuilder<Handle, Tree>,
    /// Within an element in whose text no tags are read, such as `script`.
    is_raw: Cell<bool>,
    tags: Cell<usize>,
    is_deep: Cell<bool>,
    /// How many start tags were withheld whose end tags are to come.
    withheld: Cell<usize>,
    /// Where the first of them stood.
    too_deep: Cell<Option<usize>>,
    /// Where the page was left off.
    too_many: Cell<Option<usize>>,
}

impl Default for Gate {
    fn default() -> Self {
        let options = TreeBuilderOpts {
            // A reader of metadata runs no script, so what stands in `noscript` counts.
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        Self {
            builder: TreeBuilder::new(Tree::default(), options),
            is_raw: Cell::default(),
            tags: Cell::default(),
            is_deep: Cell::default(),
            withheld: Cell::default(),
            too_deep: Cell::default(),
            too_many: Cell::default(),
        }
    }
}

impl Gate {
    /// Whether no tags are read at present.
    pub(super) fn is_raw(&self) -> bool {
        self.is_raw.get()
    }

    /// What comes now stands at that place of the source.
    pub(super) fn go_to(&self, place: usize) {
        self.builder.sink.place.set(place);
    }

    /// The nodes, and what was left out.
    pub(super) fn finish(self) -> (Vec<Node>, Vec<(usize, Code, &'static str)>) {
        let deep = self.too_deep.get().map(|place| {
            let message =
                "the page is nested more than 512 deep; of what lies deeper only scripts and metadata are read";
            (place, Code::TooDeep, message)
        });
        let many = self.too_many.get().map(|place| {
            let message = "the page has more than 400000 nodes; the rest is not read";
            (place, Code::TooLarge, message)
        });
        let omitted = deep.into_iter().chain(many).collect();
        (self.builder.sink.finish(), omitted)
    }

    fn mark(&self, first: &Cell<Option<usize>>) {
        let place = self.builder.sink.place.get();
        first.set(first.get().or(Some(place)));
    }

    /// Whether the builder gets the tag.
    fn admits(&self, tag: &Tag) -> bool {
        self.tags.set(self.tags.get() + 1);
        if self.tags.get().is_multiple_of(INTERVAL) {
            let open = Counter::default();
            self.builder.trace_handles(&open);
            self.is_deep.set(open.0.get() > OPEN);
        }
        let withheld = self.withheld.get();
        if (withheld == 0 && !self.is_deep.get()) || nests_nothing(&tag.name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag => {
                self.mark(&self.too_deep);
                self.withheld.set(withheld + 1);
                false
            }
            TagKind::EndTag => {
                self.withheld.set(withheld.saturating_sub(1));
                withheld == 0
            }
        }
    }
}

impl TokenSink for Gate {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if self.builder.sink.size() >= NODES && token != Token::EOFToken {
            self.mark(&self.too_many);
            return TokenSinkResult::Continue;
        }
        if let Token::TagToken(tag) = &token {
            // In a text without tags only its own end is one.
            self.is_raw.set(false);
            if !self.admits(tag) {
                return TokenSinkResult::Continue;
            }
        }
        let result = self.builder.process_token(token, line);
        if matches!(
            result,
            TokenSinkResult::RawData(_) | TokenSinkResult::Plaintext
        ) {
            self.is_raw.set(true);
        }
        result
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements that have no elements in them, all kinds of metadata among them.
fn nests_nothing(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("iframe")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("script")
            | local_name!("source")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("xmp")
    )
}

#[derive(Default)]
struct Counter(Cell<usize>);

impl Tracer for Counter {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}
