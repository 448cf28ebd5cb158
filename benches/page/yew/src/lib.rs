//! The bench's card in Yew, as one writes it there: components, `html!`, and JSON by serde.

use js_sys::{Array, Date, Intl, Object, Reflect};
use serde::Deserialize;
use std::{cell::RefCell, collections::HashMap, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use yew::prelude::*;

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Article {
    headline: String,
    url: String,
    short_url: String,
    updated: String,
    language: String,
    image: Option<Picture>,
    bullets: Vec<String>,
    related: Vec<Story>,
}

#[derive(Clone, Deserialize, PartialEq)]
struct Picture {
    url: String,
    alt: String,
    caption: String,
    credit: String,
    width: u32,
    height: u32,
}

#[derive(Clone, Deserialize, PartialEq)]
struct Story {
    headline: String,
    url: String,
    updated: String,
}

/// What leads out of the page, or nothing.
fn link(url: &str) -> Option<String> {
    let is_link = url.starts_with("https:") || url.starts_with("http:");
    is_link.then(|| url.to_owned())
}

/// A date in full.
fn in_full(date: &str, language: &str) -> String {
    thread_local! {
        static FORMATS: RefCell<HashMap<String, js_sys::Function>> = RefCell::default();
    }
    FORMATS.with_borrow_mut(|formats| {
        let format = formats.entry(language.to_owned()).or_insert_with(|| {
            let options = Object::new();
            for (name, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
                let _ = Reflect::set(&options, &name.into(), &value.into());
            }
            Intl::DateTimeFormat::new(&Array::of1(&language.into()), &options).format()
        });
        let text = format.call1(&JsValue::UNDEFINED, &Date::new(&date.into()));
        text.ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    })
}

#[derive(Properties, PartialEq)]
struct WhenProps {
    date: String,
    language: String,
}

#[component]
fn When(WhenProps { date, language }: &WhenProps) -> Html {
    html! { <time datetime={date.clone()}>{ in_full(date, language) }</time> }
}

#[derive(Properties, PartialEq)]
struct FigureProps {
    image: Picture,
}

#[component]
fn Figure(FigureProps { image }: &FigureProps) -> Html {
    html! {
        <figure>
            <img
                loading="lazy"
                width={image.width.to_string()}
                height={image.height.to_string()}
                alt={image.alt.clone()}
                src={link(&image.url)}
            />
            <figcaption>{ &image.caption }<span class="credit">{ &image.credit }</span></figcaption>
        </figure>
    }
}

#[derive(Properties, PartialEq)]
struct CopyProps {
    url: String,
}

#[component]
fn CopyButton(CopyProps { url }: &CopyProps) -> Html {
    let label = use_state(|| "Copy link");
    let onclick = {
        let (label, url) = (label.clone(), url.clone());
        move |_: MouseEvent| {
            if let Some(window) = web_sys::window() {
                let _ = window.navigator().clipboard().write_text(&url);
                label.set("Copied");
            }
        }
    };
    html! { <button type="button" {onclick}>{ *label }</button> }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    article: Rc<Article>,
}

#[component]
fn Card(CardProps { article }: &CardProps) -> Html {
    let language = &article.language;
    let story = |story: &Story| {
        html! {
            <li key={story.url.clone()}>
                <a href={link(&story.url)}>{ &story.headline }</a>
                <When date={story.updated.clone()} language={language.clone()} />
            </li>
        }
    };
    html! {
        <article lang={language.clone()}>
            if let Some(image) = &article.image {
                <Figure image={image.clone()} />
            }
            <h3><a href={link(&article.url)}>{ &article.headline }</a></h3>
            <p class="dates">
                <When date={article.updated.clone()} language={language.clone()} />
                <CopyButton url={article.short_url.clone()} />
            </p>
            <ul>{ for article.bullets.iter().map(|bullet| html! { <li>{ bullet }</li> }) }</ul>
            <nav aria-label="Related stories">
                <ul>{ for article.related.iter().map(story) }</ul>
            </nav>
        </article>
    }
}

/// Draws the article of this JSON into a shadow root.
#[wasm_bindgen]
pub fn draw(root: web_sys::ShadowRoot, json: &str) {
    match serde_json::from_str(json) {
        Ok(article) => {
            let article = Rc::new(article);
            yew::Renderer::<Card>::with_root_and_props(
                root.unchecked_into(),
                CardProps { article },
            )
            .render();
        }
        Err(error) => wasm_bindgen::throw_str(&error.to_string()),
    }
}
