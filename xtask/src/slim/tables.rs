//! What is taken out of the modules: functions that no card can reach, and the tables that only they have read.

/// What is left of a function's body.
#[derive(Clone, Copy)]
pub enum Body {
    /// It stops the instance: a card cannot get there.
    Unreachable,
    /// It writes nothing and says that it has: a panic message without the value that was unexpected.
    Silent,
}

/// Functions by a part of their names, and what is left of them. Each has to be there, so that no entry outlives what it was
/// about.
pub type Stub = (&'static str, Body);

/// What no card can reach.
pub const RUNTIME: [Stub; 14] = [
    // The view has no listeners; `behaviour` wires them by delegation.
    (
        "yew::dom_bundle::subtree_root::SubtreeData::add_listener",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::btag::listeners::ListenerRegistration::register",
        Body::Unreachable,
    ),
    (
        "yew::dom_bundle::subtree_root::BSubtree::ensure_handled",
        Body::Unreachable,
    ),
    // Nor raw HTML, portals, suspense, nodes that are used twice, or two elements of one tag and other attributes that
    // take each other's place: a browser test puts every fixture in the place of every other.
    (
        "yew::virtual_dom::Attributes>::apply_diff_as_maps",
        Body::Unreachable,
    ),
    ("yew::virtual_dom::vraw::VRaw", Body::Unreachable),
    ("yew::dom_bundle::braw::BRaw", Body::Unreachable),
    ("yew::virtual_dom::vportal::VPortal", Body::Unreachable),
    ("yew::virtual_dom::vsuspense::VSuspense", Body::Unreachable),
    (
        "yew::virtual_dom::vnode::VNode as core::clone::Clone",
        Body::Unreachable,
    ),
    // The card sets a panic hook of its own before Yew can set this one.
    ("console_error_panic_hook::hook", Body::Unreachable),
    // Unexpected values in panic messages bring tables of Unicode along.
    ("<char as core::fmt::Debug>::fmt", Body::Silent),
    (
        "<wasm_bindgen::JsValue as core::fmt::Debug>::fmt",
        Body::Silent,
    ),
    (
        "<core::ops::range::Range<usize> as core::fmt::Debug>::fmt",
        Body::Silent,
    ),
];

/// What the reader does not say: it has no panic hook, so nobody would see the message before the instance stops.
pub const READER: [Stub; 1] = [("core::panicking::panic_fmt", Body::Unreachable)];

/// A table by its first and its last bytes. Each has to be there once, and nothing that is left may refer to it.
pub type Table = (&'static [u8], &'static [u8]);

/// Which characters are printable, and which extend others: for characters in panic messages. Rust 1.95 has them so.
const PRINTABLE: Table = (
    &[0, 6, 1, 1, 3, 1, 4, 2, 5, 7, 7, 2, 8, 8, 9, 2],
    &[0x80, 0x8d, 4, 0x80, 0xbe, 3, 0x1b, 3, 0x0f, 0x0d],
);
const EXTENDING: Table = (
    &[0, 0x70, 0, 7, 0, 0x2d, 1, 1, 1, 2, 1, 2, 1, 1],
    &[1, 0, 7, 0x6d, 7, 0, 0x60, 0x80, 0xf0, 0],
);
/// The names of the events that Yew could listen to.
const EVENTS: Table = (b"onabort", b"ontransitionstart");

/// What only stubs of the runtime have read.
pub const RUNTIME_TABLES: [Table; 3] = [PRINTABLE, EXTENDING, EVENTS];
