//! What is left out of Yew, and what is left of it.

/// A function of Yew's: its file, its name, and what is left of its body.
pub type Function = (&'static str, &'static str, &'static str);

/// Stops the instance: a card cannot get there.
pub const NEVER: &str = "{ unreachable!() }";
/// Does nothing: only what never happens would find what it would have left behind.
pub const NOTHING: &str = "{}";

/// Each has to be there exactly once, so that no entry outlives what it was about.
pub const FUNCTIONS: [Function; 18] = [
    // A card is drawn once, by elements, texts and lists without keys, and then left to the loader. So nothing is kept of it,
    // nothing is compared with what was drawn before, nothing moves, and nothing is taken off the page. Each child comes
    // after those that are there.
    (
        "dom_bundle/mod.rs",
        "Bundle::reconcile",
        "{ next_node.attach(root, parent_scope, parent, slot).0 }",
    ),
    ("dom_bundle/mod.rs", "Bundle::detach", NOTHING),
    ("dom_bundle/mod.rs", "Bundle::shift", NEVER),
    (
        "dom_bundle/bnode.rs",
        "<VNode as Reconcilable>::attach",
        "{
            let slot = match self {
                VNode::VTag(tag) => RcExt::unwrap_or_clone(tag).attach(root, parent_scope, parent, slot).0,
                VNode::VText(text) => text.attach(root, parent_scope, parent, slot).0,
                VNode::VList(list) => RcExt::unwrap_or_clone(list).attach(root, parent_scope, parent, slot).0,
                _ => unreachable!(),
            };
            (slot, BNode::List(BList::new()))
        }",
    ),
    (
        "dom_bundle/blist.rs",
        "<VList as Reconcilable>::attach",
        "{
            let children = self.children.map(RcExt::unwrap_or_clone).unwrap_or_default();
            let is_alone = children.len() == 1;
            for child in children {
                match child {
                    VNode::VText(text) if is_alone => parent.set_text_content(Some(&text.text)),
                    child => { child.attach(root, parent_scope, parent, DomSlot::at_end()); }
                }
            }
            (slot, BList::new())
        }",
    ),
    (
        "dom_bundle/btext.rs",
        "<VText as Reconcilable>::attach",
        "{
            parent.append_with_str_1(&self.text).expect(\"an element\");
            let text_node = wasm_bindgen::JsCast::unchecked_into(wasm_bindgen::JsValue::UNDEFINED);
            (slot, BText { text: self.text, text_node })
        }",
    ),
    // All elements are HTML's, so the parent need not be asked for its namespace, and none is a form field. They have no
    // listeners, which the loader's `behaviour.js` has, and no references. Those whose attributes are our own words alone are
    // copied from the first of their kind, which is quicker, and they share their attributes in the browser's memory.
    (
        "dom_bundle/btag/mod.rs",
        "VTag::create_element",
        "{
            thread_local! { static DOCUMENT: web_sys::Document = document(); }
            let _ = parent;
            DOCUMENT.with(|document| document.create_element(self.tag())).expect(\"an element of HTML\")
        }",
    ),
    (
        "dom_bundle/btag/mod.rs",
        "<VTag as Reconcilable>::attach",
        "{
            use wasm_bindgen::prelude::*;
            #[wasm_bindgen]
            extern \"C\" {
                type Place;
                #[wasm_bindgen(method, js_name = appendChild)]
                fn append(this: &Place, child: &Element);
                #[wasm_bindgen(method, js_name = cloneNode)]
                fn twin(this: &Place) -> Element;
            }
            thread_local! { static DRAWN: RefCell<Vec<(Vec<*const str>, Element)>> = Default::default(); }
            let mut words: Vec<*const str> = vec![self.tag()];
            let Attributes::Dynamic { keys, values } = &self.attributes else { unreachable!() };
            let given = || keys.iter().zip(values).filter_map(|(key, value)| match value {
                Some(crate::virtual_dom::AttributeOrProperty::Attribute(value)) => Some((*key, value)),
                _ => None,
            });
            let is_fixed = given().all(|(key, value)| match value {
                AttrValue::Static(value) => {
                    words.extend::<[*const str; 2]>([key, *value]);
                    true
                }
                AttrValue::Rc(_) => false,
            });
            let drawn = || {
                let element = self.create_element(parent);
                given().for_each(|(key, value)| element.set_attribute(key, value).expect(\"an attribute\"));
                element
            };
            let reference = if is_fixed {
                DRAWN.with_borrow_mut(|fixed| match fixed.iter().find(|(others, _)| *others == words) {
                    Some((_, element)) => element.unchecked_ref::<Place>().twin(),
                    None => {
                        let element = drawn();
                        fixed.push((words, element.clone()));
                        element.unchecked_ref::<Place>().twin()
                    }
                })
            } else {
                drawn()
            };
            if let VTagInner::Other { children, .. } = self.inner {
                children.attach(root, parent_scope, &reference, DomSlot::at_end());
            }
            parent.unchecked_ref::<Place>().append(&reference);
            let inner = BTagInner::Other { tag: AttrValue::Static(\"\"), child_bundle: BNode::List(super::BList::new()) };
            let listeners = ListenerRegistration::NoReg;
            (slot, BTag { inner, listeners, attributes: self.attributes, reference, node_ref: self.node_ref, key: None })
        }",
    ),
    (
        "virtual_dom/vtag.rs",
        "VTag::new",
        "{
            let inner = VTagInner::Other { tag: tag.into(), children: Default::default() };
            Self::new_base(inner, Default::default(), Default::default(), Default::default(), Default::default())
        }",
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
    // Nothing suspends, and the component gets neither messages nor other properties.
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
        "html/component/lifecycle.rs",
        "<UpdateRunner as Runnable>::run",
        NEVER,
    ),
    (
        "html/component/lifecycle.rs",
        "<PropsUpdateRunner as Runnable>::run",
        NEVER,
    ),
    // Yew draws at once, where it would wait for a microtask: the loader decides which card is drawn when, and a trap ends in
    // the call that has led to it.
    (
        "scheduler.rs",
        "check_scheduled",
        "{ super::start_now(); true }",
    ),
    // A panic stops before any hook.
    ("renderer.rs", "set_default_panic_hook", NOTHING),
    // No node is used twice.
    (
        "utils/mod.rs",
        "<std::rc::Rc<T> as RcExt<T>>::unwrap_or_clone",
        "{ std::rc::Rc::try_unwrap(this).unwrap_or_else(|_| unreachable!()) }",
    ),
];
