//! What no card can reach in the runtime, though the linker has to keep it.

/// Functions of Yew's by a part of their names. Each has to be there, so that no entry outlives what it was about.
pub const RUNTIME: [&str; 10] = [
    // The view has no listeners; the loader's `behaviour.js` wires them by delegation.
    "yew::dom_bundle::subtree_root::SubtreeData>::add_listener",
    "yew::dom_bundle::subtree_root::EventDescriptor as core::clone::Clone",
    "yew::dom_bundle::btag::listeners::ListenerRegistration>::register",
    "yew::dom_bundle::subtree_root::BSubtree>::ensure_handled",
    // Nor raw HTML, portals, suspense, nodes that are used twice, or two elements of one tag and other attributes that
    // take each other's place: a browser test puts every fixture in the place of every other.
    "yew::virtual_dom::Attributes>::apply_diff_as_maps",
    "yew::virtual_dom::vraw::VRaw",
    "yew::dom_bundle::braw::BRaw",
    "yew::virtual_dom::vportal::VPortal",
    "yew::virtual_dom::vsuspense::VSuspense",
    "yew::virtual_dom::vnode::VNode as core::clone::Clone",
];
