//! A shadow root with the card's stylesheet, which has rules for bare `a` and `li`.

use article_card::CSS;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub struct ShadowProps {
    pub children: Html,
}

#[component]
pub fn Shadow(props: &ShadowProps) -> Html {
    let host = use_node_ref();
    let root = use_state(|| None);
    {
        let (host, root) = (host.clone(), root.clone());
        use_effect_with((), move |()| {
            if let Some(host) = host.cast::<Element>() {
                root.set(open(&host).ok());
            }
        });
    }
    let drawn = root.as_ref().map(|root| create_portal(props.children.clone(), root.clone()));
    html! { <div ref={host}>{ drawn.unwrap_or_default() }</div> }
}

/// Gives the host a shadow root, and in it the element that Yew draws in.
fn open(host: &Element) -> Result<Element, JsValue> {
    let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // Unlike a `<style>`, it needs no permission of the page's policy.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(CSS)?;
    shadow.set_adopted_style_sheets(&Array::of1(&sheet));
    let root = host.owner_document().ok_or("no document")?.create_element("div")?;
    shadow.append_child(&root)?;
    Ok(root)
}
