//! What is left out of Yew, and what is left of it.

/// A function of Yew's: its file, its name, and what is left of its body.
pub type Function = (&'static str, &'static str, &'static str);

/// Stops the instance: a card cannot get there.
pub const NEVER: &str = "{ unreachable!() }";
/// Does nothing: only what never happens would find what it would have left behind.
pub const NOTHING: &str = "{}";

/// Each has to be there exactly once, so that no entry outlives what it was about.
pub const FUNCTIONS: [Function; 37] = [
    // The view has no keys, so only empty lists count as keyed, and nothing moves a node.
    (
        "dom_bundle/blist.rs",
        "BList::apply_keyed",
        "{ Self::apply_unkeyed(root, parent_scope, parent, slot, left_vdoms, rev_bundles) }",
    ),
    (
        "dom_bundle/bnode.rs",
        "<BNode as ReconcileTarget>::shift",
        NEVER,
    ),
    // Nor raw HTML, portals, suspense, or components within the one.
    (
        "dom_bundle/braw.rs",
        "<BRaw as ReconcileTarget>::detach",
        NEVER,
    ),
    (
        "dom_bundle/braw.rs",
        "<VRaw as Reconcilable>::attach",
        NEVER,
    ),
    (
        "dom_bundle/braw.rs",
        "<VRaw as Reconcilable>::reconcile_node",
        NEVER,
    ),
    (
        "dom_bundle/braw.rs",
        "<VRaw as Reconcilable>::reconcile",
        NEVER,
    ),
    (
        "dom_bundle/bportal.rs",
        "<BPortal as ReconcileTarget>::detach",
        NEVER,
    ),
    (
        "dom_bundle/bportal.rs",
        "<VPortal as Reconcilable>::attach",
        NEVER,
    ),
    (
        "dom_bundle/bportal.rs",
        "<VPortal as Reconcilable>::reconcile_node",
        NEVER,
    ),
    (
        "dom_bundle/bportal.rs",
        "<VPortal as Reconcilable>::reconcile",
        NEVER,
    ),
    (
        "dom_bundle/bsuspense.rs",
        "<BSuspense as ReconcileTarget>::detach",
        NEVER,
    ),
    (
        "dom_bundle/bsuspense.rs",
        "<VSuspense as Reconcilable>::attach",
        NEVER,
    ),
    (
        "dom_bundle/bsuspense.rs",
        "<VSuspense as Reconcilable>::reconcile_node",
        NEVER,
    ),
    (
        "dom_bundle/bsuspense.rs",
        "<VSuspense as Reconcilable>::reconcile",
        NEVER,
    ),
    (
        "html/component/lifecycle.rs",
        "ComponentState::suspend",
        NEVER,
    ),
    (
        "html/component/lifecycle.rs",
        "ComponentState::resume_existing_suspension",
        NOTHING,
    ),
    (
        "dom_bundle/bcomp.rs",
        "<BComp as ReconcileTarget>::detach",
        NEVER,
    ),
    (
        "dom_bundle/bcomp.rs",
        "<VComp as Reconcilable>::attach",
        NEVER,
    ),
    (
        "dom_bundle/bcomp.rs",
        "<VComp as Reconcilable>::reconcile_node",
        NEVER,
    ),
    (
        "dom_bundle/bcomp.rs",
        "<VComp as Reconcilable>::reconcile",
        NEVER,
    ),
    // The component gets no messages.
    (
        "html/component/lifecycle.rs",
        "<UpdateRunner as Runnable>::run",
        NEVER,
    ),
    // It has no listeners; the loader's `behaviour.js` wires them. So no element has to be known as Yew's.
    (
        "dom_bundle/btag/listeners.rs",
        "ListenerRegistration::register",
        NEVER,
    ),
    (
        "dom_bundle/btag/listeners.rs",
        "Registry::unregister",
        NEVER,
    ),
    ("dom_bundle/btag/listeners.rs", "Registry::patch", NEVER),
    (
        "dom_bundle/subtree_root.rs",
        "SubtreeData::add_listener",
        NEVER,
    ),
    (
        "dom_bundle/subtree_root.rs",
        "BSubtree::ensure_handled",
        NEVER,
    ),
    (
        "dom_bundle/subtree_root.rs",
        "BSubtree::brand_element",
        NOTHING,
    ),
    (
        "dom_bundle/subtree_root.rs",
        "AppData::add_subtree",
        NOTHING,
    ),
    // All attributes are lists of the same names in the same order, for elements that take each other's place.
    (
        "dom_bundle/btag/attributes.rs",
        "Attributes::apply_diff_index_maps",
        NEVER,
    ),
    (
        "dom_bundle/btag/attributes.rs",
        "Attributes::apply_diff_as_maps",
        NEVER,
    ),
    // It has no form fields.
    (
        "dom_bundle/btag/attributes.rs",
        "<InputFields as Apply>::apply",
        NEVER,
    ),
    (
        "dom_bundle/btag/attributes.rs",
        "<InputFields as Apply>::apply_diff",
        NEVER,
    ),
    (
        "dom_bundle/btag/attributes.rs",
        "<TextareaFields as Apply>::apply",
        NEVER,
    ),
    (
        "dom_bundle/btag/attributes.rs",
        "<TextareaFields as Apply>::apply_diff",
        NEVER,
    ),
    // A panic stops before any hook.
    ("renderer.rs", "set_default_panic_hook", NOTHING),
    // No node is used twice.
    (
        "utils/mod.rs",
        "<std::rc::Rc<T> as RcExt<T>>::unwrap_or_clone",
        "{ std::rc::Rc::try_unwrap(this).unwrap_or_else(|_| unreachable!()) }",
    ),
    // All elements are HTML's, so the parent need not be asked for its namespace.
    (
        "dom_bundle/btag/mod.rs",
        "VTag::create_element",
        "{ let _ = parent; document().create_element(self.tag()).expect(\"an element of HTML\") }",
    ),
];
