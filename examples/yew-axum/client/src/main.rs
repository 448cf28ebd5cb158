//! An editor's preview: the card of the JSON in a text field, drawn anew with every keystroke.

mod shadow;

use article_card::platform::Browser;
use article_card::{ArticleCard, Card, Options, ReadOptions, read};
use shadow::Shadow;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

const FIRST: &str = r#"{
  "headline": "Night train to Trieste returns",
  "url": "https://herald.example/night-train",
  "standfirst": "The first since 2011 leaves on a Friday in May.",
  "published": "2026-03-06",
  "language": "en-GB"
}"#;

#[component]
fn Preview() -> Html {
    let json = use_state(|| AttrValue::from(FIRST));
    let oninput = {
        let json = json.clone();
        Callback::from(move |event: InputEvent| {
            json.set(event.target_unchecked_into::<HtmlTextAreaElement>().value().into());
        })
    };
    html! {
        <>
            <label for="json">{ "An article in the card's own JSON" }</label>
            <textarea id="json" rows="8" spellcheck="false" {oninput} value={&*json} />
            <Story json={&*json} />
        </>
    }
}

#[derive(PartialEq, Properties)]
struct StoryProps {
    json: AttrValue,
}

/// The card of an article, and what there is to say of its JSON.
#[component]
fn Story(props: &StoryProps) -> Html {
    // Another `Rc` is another card, which would be drawn anew.
    let read = use_memo(props.json.clone(), |json| {
        let reading = read(json.as_bytes(), &ReadOptions { unknown_fields: true });
        let options = Options { heading_level: 2, ..Options::default() };
        let card = reading.articles.first().map(|article| Rc::new(Card::new(article, &options, &Browser)));
        (card, reading.report.diagnostics)
    });
    let (card, diagnostics) = &*read;
    html! {
        <>
            <Shadow>
                if let Some(card) = card {
                    <ArticleCard {card} />
                }
            </Shadow>
            <ul role="status">
                { for diagnostics.iter().map(|diagnostic| html! {
                    <li><code>{ diagnostic.path.as_str() }</code>{ " " }{ &diagnostic.reason }</li>
                }) }
            </ul>
        </>
    }
}

fn main() {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.get_element_by_id("preview")) {
        yew::Renderer::<Preview>::with_root(root).render();
    }
}
