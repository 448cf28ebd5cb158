//! What is left out of Yew, and what is left of it.

/// A function of Yew's: its file, its name, and what is left of its body.
pub type Function = (&'static str, &'static str, &'static str);

/// Stops the instance: a card cannot get there.
pub const NEVER: &str = "{ unreachable!() }";
/// Does nothing: only what never happens would find what it would have left behind.
pub const NOTHING: &str = "{}";

/// Each has to be there exactly once, so that no entry outlives what it was about.
pub const FUNCTIONS: [Function; 13] = [
    // A card is drawn once, by elements, texts and lists without keys, and then left to the loader. So nothing is kept of it,
    // nothing is compared with what was drawn before, nothing moves, and nothing is taken off the page. What is drawn goes to
    // the loader's `stamp.js` at once: its shape, which the cards of a page mostly share, and its words.
    (
        "dom_bundle/mod.rs",
        "Bundle::reconcile",
        r#"{
            use crate::utils::RcExt;
            use crate::virtual_dom::{vtag::VTagInner, AttrValue, AttributeOrProperty, Attributes};
            use wasm_bindgen::prelude::*;
            #[wasm_bindgen]
            extern "C" {
                type Mount;
                #[wasm_bindgen(method)]
                fn stamp(this: &Mount, shape: &str, words: &str);
            }
            #[derive(Default)]
            struct Drawn {
                shape: String,
                words: String,
            }
            impl Drawn {
                fn part(&mut self, sign: char, name: &str) {
                    self.shape.push(sign);
                    self.shape.push_str(name);
                    self.shape.push('\n');
                }
                // Our own words belong to the shape; of the others each ends with a NUL, which none may hold.
                fn word(&mut self, word: &AttrValue) {
                    match word {
                        AttrValue::Static(word) => self.part('=', word),
                        AttrValue::Rc(word) => {
                            self.part('?', "");
                            word.split('\0').for_each(|piece| self.words.push_str(piece));
                            self.words.push('\0');
                        }
                    }
                }
                fn node(&mut self, node: VNode) {
                    match node {
                        VNode::VTag(tag) => {
                            let tag = RcExt::unwrap_or_clone(tag);
                            let VTagInner::Other { tag: name, children } = tag.inner else { unreachable!() };
                            let Attributes::Dynamic { keys, values } = &tag.attributes else { unreachable!() };
                            self.part('<', &name);
                            for (key, value) in keys.iter().zip(values) {
                                if let Some(AttributeOrProperty::Attribute(value)) = value {
                                    self.part('@', key);
                                    self.word(value);
                                }
                            }
                            self.node(children);
                            self.part('>', "");
                        }
                        VNode::VText(text) => {
                            self.part('#', "");
                            self.word(&text.text);
                        }
                        VNode::VList(list) => {
                            let children = RcExt::unwrap_or_clone(list).children.map(RcExt::unwrap_or_clone);
                            children.unwrap_or_default().into_iter().for_each(|child| self.node(child));
                        }
                        _ => unreachable!(),
                    }
                }
            }
            let mut drawn = Drawn::default();
            drawn.node(next_node);
            wasm_bindgen::JsCast::unchecked_ref::<Mount>(parent).stamp(&drawn.shape, &drawn.words);
            slot
        }"#,
    ),
    ("dom_bundle/mod.rs", "Bundle::detach", NOTHING),
    ("dom_bundle/mod.rs", "Bundle::shift", NEVER),
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
