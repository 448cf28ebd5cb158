//! The types for TypeScript: `article.d.ts` with the article and what is told of it, which need no browser; `element.d.ts`
//! with the class; `index.d.ts` and `article-card.d.ts` with what defines it; `toolkit/toolkit.d.ts` with the toolkit.

use super::{
    element::{ABOUT, Attribute, CLASS, Element, FALLBACK, TAG, Values},
    schema::{capital, comment, interfaces},
    told::{diagnostics, events, union},
};
use crate::{files, project};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

/// What the property `article` takes as well: JSON-LD has a context, and an item of ninjs an address. Neither has room for
/// any field, or a misspelt field of the card's own JSON would be one of theirs.
const FOREIGN: &str = "/**
 * An article in another format: JSON-LD of schema.org, or an item of IPTC ninjs.
 * A literal with fields of theirs is written `as ForeignArticle`.
 */
export type ForeignArticle = { \"@context\": unknown } | { uri: string };

/** An article as a card takes it. */
export type AnyArticle = Article | ForeignArticle | readonly ForeignArticle[];

";

const MADE: &str = "Made by `cargo xtask kit` of the tables of its documents.";

/// The article, what is told of it, and what the element's attributes take.
pub fn article(element: &Element, schema: &Value) -> Result<String> {
    let mut text = format!("// An article, and what is told of it. {MADE}\n\n");
    text += &interfaces(schema)?;
    text += FOREIGN;
    text += &diagnostics(element);
    text += &values(element);
    Ok(text)
}

/// The class, with the article and all that belongs to them; `article` are the types of the article.
pub fn class(element: &Element, article: &str) -> Result<String> {
    let mut text = events(element)?;
    text += &properties(element);
    text += &attributes(element);
    text += &comment(&format!("{ABOUT}\n\n{FALLBACK}"), "");
    text += &format!(
        "export declare class {CLASS} extends HTMLElement {{\n  static readonly observedAttributes: string[];\n{}}}\n",
        members(element)?
    );
    text += &format!(
        "\nexport interface {CLASS}EventMap extends HTMLElementEventMap, ArticleCardEventMap {{}}\n\n\
         declare global {{\n  // They bubble and leave shadow roots, so any element, document and window may hear them.\n  \
         interface GlobalEventHandlersEventMap extends ArticleCardEventMap {{}}\n  \
         interface WindowEventMap extends ArticleCardEventMap {{}}\n}}\n"
    );
    Ok(format!(
        "// What {TAG} takes and tells. {MADE}\n\n{}export * from \"./article.js\";\n\n{text}",
        imported(article, &text, "./article.js")
    ))
}

/// What the toolkit takes and gives; `article` are the types of the article.
pub fn toolkit(element: &Element, article: &str) -> Result<String> {
    let source = "crates/toolkit/js/toolkit.types.ts";
    let text = files::read_text(&project::root().join(source))?;
    let (_, text) = text
        .split_once("// ---\n")
        .with_context(|| format!("{source} has no line of dashes after its head"))?;
    let mut options = String::new();
    for attribute in element
        .attributes
        .iter()
        .filter(|attribute| attribute.name != "for")
    {
        options += &comment(&attribute.about, "  ");
        options += &format!(
            "  {}?: {} | undefined;\n",
            attribute.property,
            written(attribute)
        );
    }
    let text = text.replace("  // The element's attributes.\n", &options);
    ensure!(
        text.contains(&options),
        "{source} has no place for attributes"
    );
    Ok(format!(
        "// What the toolkit takes and gives. {MADE}\n\n{}export * from \"../article.js\";\n\n{text}",
        imported(article, &text, "../article.js")
    ))
}

/// The import of those types of a file that a text names.
fn imported(types: &str, text: &str, from: &str) -> String {
    let names = types.lines().filter_map(|line| {
        let declared = line.strip_prefix("export ")?;
        declared.split(' ').nth(1)
    });
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let is_named = |name: &&str| text.split(|sign| !is_word(sign)).any(|word| word == *name);
    let names: Vec<&str> = names.filter(is_named).collect();
    format!("import type {{ {} }} from \"{from}\";\n", names.join(", "))
}

/// The class as the element of that name.
pub fn index() -> String {
    format!(
        "// Importing it defines <{TAG}>.\nimport type {{ {CLASS} }} from \"./element.js\";\nexport * from \"./element.js\";\n\n\
         declare global {{\n  interface HTMLElementTagNameMap {{\n    \"{TAG}\": {CLASS};\n  }}\n}}\n"
    )
}

/// The bundle, which exports nothing.
pub fn bundle() -> String {
    format!(
        "// Loading it defines <{TAG}>; it exports nothing.\nimport \"./index.js\";\nexport {{}};\n"
    )
}

/// The stylesheet, which a bundler imports like a script.
pub fn stylesheet() -> String {
    "export {};\n".to_owned()
}

/// The type of what a property gives, or an attribute takes.
pub fn type_name(attribute: &Attribute) -> String {
    match &attribute.values {
        Values::Open(words) if words.is_empty() => "string".to_owned(),
        _ => format!("ArticleCard{}", capital(&attribute.name)),
    }
}

/// A type for each attribute that knows words.
fn values(element: &Element) -> String {
    let mut text = String::new();
    for attribute in &element.attributes {
        let words = union(attribute.values.words());
        let name = type_name(attribute);
        match &attribute.values {
            Values::Words(_) => text += &format!("export type {name} = {words};\n\n"),
            // An editor offers the words, and the type takes others.
            Values::Open(known) if !known.is_empty() => {
                text += &format!("export type {name} = {words} | (string & {{}});\n\n")
            }
            Values::Open(_) => {}
            Values::List(_) => {
                text += &format!(
                    "export type {name}Part = {words};\n\n/** Parts with spaces between them. */\n\
                     export type {name} = {name}Part | (string & {{}});\n\n"
                );
            }
        }
    }
    text
}

/// What may be written: a level is a number as well.
fn written(attribute: &Attribute) -> String {
    let name = type_name(attribute);
    let is_number = |word: &String| word.parse::<u8>().is_ok();
    match &attribute.values {
        Values::Words(words) if words.iter().all(is_number) => {
            format!("{name} | {}", words.join(" | "))
        }
        _ => name,
    }
}

/// What the browser's own element has already.
fn is_of_html(attribute: &Attribute) -> bool {
    ["lang", "dir"].contains(&attribute.name.as_str())
}

fn properties(element: &Element) -> String {
    let mut text = "/** The properties that a framework may set. */\nexport interface ArticleCardProperties {\n".to_owned();
    text += "  article?: AnyArticle | null | undefined;\n";
    for attribute in element
        .attributes
        .iter()
        .filter(|attribute| !is_of_html(attribute))
    {
        text += &comment(&attribute.about, "  ");
        text += &format!(
            "  {}?: {} | undefined;\n",
            attribute.property,
            written(attribute)
        );
    }
    text + "}\n\n"
}

fn attributes(element: &Element) -> String {
    let mut text =
        "/** The attributes as markup has them. */\nexport interface ArticleCardAttributes {\n"
            .to_owned();
    for attribute in &element.attributes {
        text += &comment(&attribute.about, "  ");
        text += &format!(
            "  \"{}\"?: {} | undefined;\n",
            attribute.name,
            written(attribute)
        );
    }
    text + "}\n\n"
}

fn members(element: &Element) -> Result<String> {
    let mut text = String::new();
    for property in &element.properties {
        text += &comment(&property.about, "  ");
        text += match property.name.as_str() {
            "article" => {
                "  get article(): Article | null;\n  set article(value: AnyArticle | null | undefined);\n"
            }
            "report" => "  get report(): readonly Diagnostic[];\n",
            name => bail!("what type has the property `{name}`?"),
        };
    }
    for attribute in element
        .attributes
        .iter()
        .filter(|attribute| !is_of_html(attribute))
    {
        let property = &attribute.property;
        text += &comment(&attribute.about, "  ");
        text += &format!(
            "  get {property}(): {};\n  set {property}(value: {});\n",
            type_name(attribute),
            written(attribute)
        );
    }
    text += &format!(
        "  addEventListener<K extends keyof {CLASS}EventMap>(\n    type: K,\n    \
         listener: (this: {CLASS}, event: {CLASS}EventMap[K]) => any,\n    options?: boolean | AddEventListenerOptions,\n  ): void;\n  \
         addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;\n  \
         removeEventListener<K extends keyof {CLASS}EventMap>(\n    type: K,\n    \
         listener: (this: {CLASS}, event: {CLASS}EventMap[K]) => any,\n    options?: boolean | EventListenerOptions,\n  ): void;\n  \
         removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;\n"
    );
    Ok(text)
}
