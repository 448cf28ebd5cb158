//! The element in React, Preact, Vue and Svelte: types for each in a file of its own, since a `declare module` of a package
//! that is not there is an error, and the component for React.

use super::{
    element::{CLASS, Element, Event, TAG},
    schema::{capital, comment},
    told::detail,
};

/// The files for frameworks.
pub fn files(element: &Element) -> Vec<(&'static str, String)> {
    vec![
        ("react.js", react_component(element)),
        ("rendered.js", rendered()),
        ("react.d.ts", react(element)),
        ("preact.d.ts", preact(element)),
        ("vue.d.ts", vue(element)),
        ("svelte.d.ts", svelte(element)),
    ]
}

/// `article-card-ready` as a component says it: `onReady`.
fn handler(event: &Event) -> String {
    let short = event.name.strip_prefix(TAG).unwrap_or(&event.name);
    format!("on{}", capital(short.trim_start_matches('-')))
}

/// A member of an interface for each event, whatever a framework calls it.
fn handlers(element: &Element, name: impl Fn(&Event) -> String) -> String {
    let member = |event: &Event| {
        format!(
            "{}  \"{}\"?: ((event: CustomEvent<{}>) => void) | undefined;\n",
            comment(&event.about, "  "),
            name(event),
            detail(event)
        )
    };
    element.events.iter().map(member).collect()
}

/// What is imported of the class's types, and what is exported: the same as without a framework.
fn head(element: &Element, used: &[&str]) -> String {
    let mut names: Vec<String> = used.iter().map(|name| (*name).to_owned()).collect();
    names.extend(element.events.iter().map(detail));
    names.sort();
    names.dedup();
    format!(
        "import type {{ {} }} from \"./index.js\";\n",
        names.join(", ")
    )
}

const EXPORTS: &str = "export * from \"./index.js\";\n\n";

fn on(event: &Event) -> String {
    format!("on{}", event.name)
}

fn react(element: &Element) -> String {
    // The component's `onCopy` is not that of other elements.
    let own: Vec<_> = element
        .events
        .iter()
        .map(|event| format!("\"{}\"", handler(event)))
        .collect();
    let own = own.join(" | ");
    let names = [
        "AnyArticle",
        "ArticleCardAttributes",
        "ArticleCardProperties",
        CLASS,
    ];
    format!(
        "import type {{ DetailedHTMLProps, HTMLAttributes, JSX, ReactNode, Ref }} from \"react\";\n{}{EXPORTS}\
         type Html = Omit<HTMLAttributes<{CLASS}>, keyof ArticleCardAttributes | keyof ArticleCardProperties>;\n\n\
         /** What `<{TAG}>` takes in React 19. */\n\
         export interface ArticleCardElementProps extends Html, ArticleCardAttributes {{\n  article?: AnyArticle | null | undefined;\n{}}}\n\n\
         /** What `<ArticleCard>` takes. */\n\
         export interface ArticleCardProps extends Omit<Html, {own}>, ArticleCardProperties, Pick<ArticleCardAttributes, \"lang\" | \"dir\"> {{\n  \
         ref?: Ref<{CLASS}> | undefined;\n  \
         /** A card that `article-card/toolkit` has rendered: it stands in the page before any script, and is adopted. */\n  \
         html?: string | undefined;\n  /** What is shown until the card is drawn, and where it cannot be. */\n  \
         children?: ReactNode;\n{}}}\n\n\
         export declare function ArticleCard(props: ArticleCardProps): JSX.Element;\n\n\
         declare module \"react\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n      \
         \"{TAG}\": DetailedHTMLProps<ArticleCardElementProps, {CLASS}>;\n    }}\n  }}\n}}\n",
        head(element, &names),
        handlers(element, on),
        handlers(element, handler),
    )
}

fn preact(element: &Element) -> String {
    let names = ["AnyArticle", "ArticleCardAttributes", CLASS];
    format!(
        "import type {{ HTMLAttributes }} from \"preact\";\n{}{EXPORTS}\
         /** What `<{TAG}>` takes in Preact. */\n\
         export interface ArticleCardElementProps\n  extends Omit<HTMLAttributes<{CLASS}>, keyof ArticleCardAttributes>, ArticleCardAttributes {{\n  \
         article?: AnyArticle | null | undefined;\n{}}}\n\n\
         declare module \"preact\" {{\n  namespace JSX {{\n    interface IntrinsicElements {{\n      \
         \"{TAG}\": ArticleCardElementProps;\n    }}\n  }}\n}}\n",
        head(element, &names),
        handlers(element, on),
    )
}

fn vue(element: &Element) -> String {
    let names = ["ArticleCardAttributes", "ArticleCardProperties", CLASS];
    format!(
        "import type {{ HTMLAttributes, PublicProps }} from \"vue\";\n{}{EXPORTS}\
         type Html = Omit<HTMLAttributes, keyof ArticleCardAttributes | keyof ArticleCardProperties>;\n\n\
         /** What `<{TAG}>` takes in a template of Vue. */\n\
         export interface ArticleCardElementProps extends Html, Omit<PublicProps, \"class\" | \"style\">, ArticleCardAttributes, ArticleCardProperties {{\n{}}}\n\n\
         declare module \"vue\" {{\n  interface GlobalComponents {{\n    \
         \"{TAG}\": new () => {CLASS} & {{ $props: ArticleCardElementProps }};\n  }}\n}}\n",
        head(element, &names),
        handlers(element, |event| format!("on{}", capital(&event.name))),
    )
}

fn svelte(element: &Element) -> String {
    let names = ["AnyArticle", "ArticleCardAttributes", CLASS];
    format!(
        "import type {{ HTMLAttributes }} from \"svelte/elements\";\n{}{EXPORTS}\
         /** What `<{TAG}>` takes in Svelte. */\n\
         export interface ArticleCardElementProps\n  extends Omit<HTMLAttributes<{CLASS}>, keyof ArticleCardAttributes>, ArticleCardAttributes {{\n  \
         article?: AnyArticle | null | undefined;\n{}}}\n\n\
         declare module \"svelte/elements\" {{\n  interface SvelteHTMLElements {{\n    \"{TAG}\": ArticleCardElementProps;\n  }}\n}}\n",
        head(element, &names),
        handlers(element, on),
    )
}

fn react_component(element: &Element) -> String {
    let mut attributes = String::new();
    for attribute in element
        .attributes
        .iter()
        .filter(|attribute| attribute.name != attribute.property)
    {
        attributes += &format!(" {}: \"{}\",", attribute.property, attribute.name);
    }
    let mut events = String::new();
    for event in &element.events {
        events += &format!("\n  {}: \"{}\",", handler(event), event.name);
    }
    format!(
        r#""use client"; // <{TAG}> as a component of React 19.
import "{TAG}";
import {{ createElement, useImperativeHandle, useLayoutEffect, useRef }} from "react";
import {{ rendered }} from "./rendered.js";

const ATTRIBUTES = {{{attributes} }};
const EVENTS = {{{events} }};

export function ArticleCard({{ article, html, ref, ...props }}) {{
  const card = useRef(null);
  useImperativeHandle(ref, () => card.current, []);
  const given = {{ ...(html && rendered(html)), ref: card }}, heard = [];
  for (const [name, value] of Object.entries(props)) {{
    if (!Object.hasOwn(EVENTS, name)) given[ATTRIBUTES[name] ?? name] = value;
    else if (value) heard.push([EVENTS[name], value]);
  }}
  // React gives an element that it finds in the page neither properties nor listeners.
  useLayoutEffect(() => {{
    for (const [name, listener] of heard) card.current.addEventListener(name, listener);
    return () => heard.forEach(([name, listener]) => card.current?.removeEventListener(name, listener));
  }});
  useLayoutEffect(() => void (card.current.article = article), [article]);
  return createElement("{TAG}", given);
}}
"#
    )
}

/// What takes apart the HTML of a card, for components.
fn rendered() -> String {
    format!(
        r#"// What `render` wrote: the attributes of the host, and what stands in it. Only the parser of a page makes a shadow root of the
// template, which is gone by the time that React compares; what a script writes into the page is drawn from its JSON.
const SIGNS = {{ amp: "&", lt: "<", gt: ">", quot: '"' }};
const TEMPLATE = typeof document === "undefined" ? "" : /^<template.*?<\/template>/s;
export function rendered(html) {{
  const [, start, inside] = /^<{TAG}([^>]*)>(.*)<\/{TAG}>$/s.exec(html) ?? [];
  const __html = inside?.replace(TEMPLATE, "");
  if (__html == null || __html.includes("</{TAG}>")) throw new TypeError("html is one card as `render` of {TAG}/toolkit writes it");
  const attributes = {{ dangerouslySetInnerHTML: {{ __html }} }};
  for (const [, name, value] of start.matchAll(/ ([\w-]+)="([^"]*)"/g)) {{
    attributes[name] = value.replace(/&(amp|lt|gt|quot);/g, (_, sign) => SIGNS[sign]);
  }}
  return attributes;
}}
"#
    )
}
