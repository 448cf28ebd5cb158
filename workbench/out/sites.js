// The embed code for sites that are built or answered by a program: Astro, Eleventy, a Cloudflare Worker, Hugo and Yew,
// as the folders of those names in `examples/` have it.

import { articleFile } from "./components.js";
import { themeFile } from "./pages.js";
import { asFlags, asJsx, json, literal, options, rust } from "./spelling.js";

/** @typedef {import("./targets.js").Embed} Embed */
/** @typedef {import("./targets.js").CodeFile} CodeFile */

/** @param {string} name @param {string} language @param {string} text @returns {CodeFile} */
const file = (name, language, text) => ({ name, language, text });

/** @param {string} name @param {Embed} embed */
const jsonFile = (name, { article }) => file(name, "json", `${json(article)}\n`);

/** @param {Embed} embed */
const hasOptions = ({ attributes }) => Object.keys(options(attributes)).length > 0;

/** @param {Embed} embed @returns {CodeFile[]} */
export const astro = embed => [
  file("src/components/ArticleCard.astro", "astro", `---
import { render } from "article-card/toolkit";

const { article, ...options } = Astro.props;
const { html, diagnostics } = render(article, options);
for (const { severity, code, path, message } of diagnostics) {
  console.warn(\`\${article.url}: \${severity} \${code} \${path} \${message}\`);
}
---

<Fragment set:html={html} />

<script>
  // Brings the cards to life. Astro has it once in a page, however many cards there are.
  import "article-card";
</script>
`),
  file("src/pages/index.astro", "astro", `---
import { getEntry } from "astro:content";
import ArticleCard from "../components/ArticleCard.astro";

const article = await getEntry("articles", "article");
---

<ArticleCard article={article.data}${asJsx(embed.attributes)} />
`),
  file("src/content.config.js", "js", `import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";

// Without a schema the articles stay as they are written: what is wrong with one, \`render\` tells.
export const collections = {
  articles: defineCollection({ loader: glob({ pattern: "*.json", base: "src/content/articles" }) }),
};
`),
  jsonFile("src/content/articles/article.json", embed),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const eleventy = embed => [
  file("eleventy.config.js", "js", `import { render } from "article-card/toolkit";

export default function (config) {
  config.addShortcode("articleCard", (article, options) => {
    // Each card links the stylesheet in the kit's folder, which is fetched once, in the place of a copy of its own.
    const { html, diagnostics } = render(article, { style: "link", kit: "/article-card", ...options });
    for (const { severity, code, path, message } of diagnostics) {
      console.warn(\`\${article.url}: \${severity} \${code} \${path} \${message}\`);
    }
    return html;
  });

  // What browsers fetch of the package: scripts, WebAssembly, labels and stylesheets.
  config.addPassthroughCopy({ "node_modules/article-card/article-card*.{js,wasm,tsv,css}": "article-card" });

  // A page that has changed is loaded anew, since cards that a script writes into it would get no shadow root.
  config.setServerOptions({ domDiff: false });
}

export const config = {
  dir: { input: "src", output: "dist" },
};
`),
  file("src/index.njk", "html", `<script type="module" src="/article-card/article-card.js"></script>

{% articleCard article${hasOptions(embed) ? `, ${literal(embed.attributes, JSON.stringify)}` : ""} %}
`),
  jsonFile("src/_data/article.json", embed),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const worker = embed => [
  file("src/worker.js", "js", `import { render, stylesheet } from "article-card/render";
import { ARTICLE } from "./article.js";

// The card brings its stylesheet along, which the policy allows by its hash.
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    \`default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' '\${stylesheet().hash}'; \` +
    "img-src ${embed.pictures.join(" ") || "'none'"}; connect-src 'self'",
};

export default {
  async fetch() {
    const { html, diagnostics } = render(ARTICLE${hasOptions(embed) ? `, ${literal(embed.attributes)}` : ""});
    for (const { code, message } of diagnostics) console.warn(\`\${ARTICLE.url}: \${code}: \${message}\`);
    return new Response(page(html), { headers: HEADERS });
  },
};

/** The page around the card, which is HTML already. */
const page = card => \`<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Your page</title>
<script type="module" src="/article-card/article-card.js"></script>
\${card}
\`;
`),
  { ...articleFile(embed), name: "src/article.js" },
  file("build.js", "js", `// What the site serves as files: those of the kit that a browser fetches.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(import.meta.resolve("article-card/manifest.json"));
const { files } = JSON.parse(readFileSync(manifest, "utf8"));

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/article-card", { recursive: true });
for (const { name } of files) copyFileSync(join(manifest, "..", name), join("dist/article-card", name));
`),
  file("wrangler.jsonc", "json", `{
  "name": "your-worker",
  "main": "src/worker.js",
  "compatibility_date": "2026-11-01",
  // What is a file there is answered without the worker.
  "assets": { "directory": "dist" }
}
`),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const hugo = embed => [
  file("build.sh", "sh", `#!/bin/sh
set -eu

# What a browser loads of the kit; the rest is for bundlers and servers.
rm -rf static/article-card assets/cards
mkdir -p static/article-card assets/cards
cp ../article-card/article-card* static/article-card/

# As resources and not as partials, in which braces of an article would be read as a template.
article-card render${asFlags(embed.attributes)} --style link --kit /article-card articles/article.json \\
  > assets/cards/article.html

hugo --destination dist
`),
  jsonFile("articles/article.json", embed),
  file("layouts/shortcodes/article-card.html", "html", `{{- $file := printf "cards/%s.html" (.Get 0) -}}
{{- with resources.Get $file -}}
  {{- /* HTML that is complete and escaped already. */ -}}
  {{- .Content | safeHTML -}}
{{- else -}}
  {{- errorf "%s: there is no assets/%s; build.sh makes it" $.Position $file -}}
{{- end -}}
`),
  file("content/_index.md", "md", `{{< article-card "article" >}}\n`),
  file("layouts/index.html", "html",
    `<script type="module" src="{{ "article-card/article-card.js" | relURL }}"></script>\n\n{{ .Content }}\n`),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const yew = embed => {
  const entries = Object.entries(embed.attributes).filter(([name]) => name !== "for");
  const has = entries.length > 0;
  const pairs = entries.map(([name, value]) => `\n    (${rust(name)}, ${rust(value)}),`).join("");
  const constant = has ? `\nconst ATTRIBUTES: &[(&str, &str)] = &[${pairs}\n];\n` : "";
  const chosen = has ? `        let value = |attribute: Attribute| {
            let found = ATTRIBUTES.iter().find(|(name, _)| *name == attribute.as_str());
            found.map(|(_, value)| (*value).to_owned())
        };
        let options = Options::from_attributes(&value, None, &mut reading.report);
` : "        let options = Options::default();\n";
  return [
    file("src/main.rs", "rust", `mod shadow;

${has ? "use article_card::options::Attribute;\n" : ""}use article_card::platform::Browser;
use article_card::{ArticleCard, Card, Options, ReadOptions, read};
use shadow::Shadow;
use std::rc::Rc;
use yew::prelude::*;

/// In the card's own JSON.
const ARTICLE: &str = include_str!("article.json");
${constant}
#[component]
fn Story() -> Html {
    let card = use_memo((), |()| {
        let ${has ? "mut " : ""}reading = read(ARTICLE.as_bytes(), &ReadOptions::default());
${chosen}        // \`reading.report\` says what was repaired, or why there is no article.
        let article = reading.articles.first()?;
        Some(Rc::new(Card::new(article, &options, &Browser)))
    });
    match card.as_ref() {
        Some(card) => html! { <Shadow><ArticleCard card={card.clone()} /></Shadow> },
        None => html! { <p>{ "The article cannot be shown." }</p> },
    }
}

fn main() {
    if let Some(root) = web_sys::window().and_then(|window| window.document()?.get_element_by_id("article-card")) {
        yew::Renderer::<Story>::with_root(root).render();
    }
}
`),
    file("src/shadow.rs", "rust", SHADOW),
    jsonFile("src/article.json", embed),
    file("Cargo.toml", "toml", `[package]
name = "client"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
article-card = { path = "../../crates/article-card" }
js-sys = "0.3"
wasm-bindgen = "0.2"
web-sys = { version = "0.3", features = ["CssStyleSheet", "Element", "ShadowRoot", "ShadowRootInit", "ShadowRootMode"] }
yew = { version = "0.23", default-features = false, features = ["csr"] }
`),
    ...themeFile(embed, "#article-card"),
  ];
};

const SHADOW = `//! A shadow root with the card's stylesheet, which has rules for bare \`a\` and \`li\`.

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
    // Unlike a \`<style>\`, it needs no permission of the page's policy.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(CSS)?;
    shadow.set_adopted_style_sheets(&Array::of1(&sheet));
    let root = host.owner_document().ok_or("no document")?.create_element("div")?;
    shadow.append_child(&root)?;
    Ok(root)
}
`;
