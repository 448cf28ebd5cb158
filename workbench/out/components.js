// The embed code for React, Next.js and Vue, as `examples/vite-react/`, `react-server/`, `next/`, `vite-vue/` and
// `vue-server/` have it.

import { themeFile } from "./pages.js";
import { asHtml, asJsx, json, literal, options } from "./spelling.js";

/** @typedef {import("./targets.js").Embed} Embed */
/** @typedef {import("./targets.js").CodeFile} CodeFile */

/** @param {string} name @param {string} language @param {string} text @returns {CodeFile} */
const file = (name, language, text) => ({ name, language, text });

/** @param {Embed} embed */
export const articleFile = ({ article }) => file("article.js", "js", `/** The article as an editorial system has it. */
export const ARTICLE = ${json(article)};
`);

/**
 * What `render` is called with, beside the article.
 * @param {Embed} embed
 */
const more = ({ attributes }) => Object.keys(options(attributes)).length > 0 ? `, ${literal(attributes)}` : "";

/** @param {Embed} embed */
const renderedFile = embed => file("rendered.js", "js", `import { render } from "article-card/toolkit";

/** A card as HTML; what is wrong with its article is told to the server's console. */
export function rendered(article) {
  const { html, diagnostics } = render(article${more(embed)});
  for (const { severity, code, path, message } of diagnostics) {
    console.warn(\`\${article.url}: \${severity} \${code} \${path} \${message}\`);
  }
  return html;
}
`);

/** @param {Embed} embed @returns {CodeFile[]} */
export const react = embed => [
  file("Card.jsx", "jsx", `import "article-card/article-card.css";
import { ArticleCard } from "article-card/react";
import { ARTICLE } from "./article.js";

export function Card() {
  return (
    <ArticleCard article={ARTICLE}${asJsx(embed.attributes)}>
      ${embed.article.url ? "<a href={ARTICLE.url}>{ARTICLE.headline}</a>" : "<p>{ARTICLE.headline}</p>"}
    </ArticleCard>
  );
}
`),
  articleFile(embed),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const reactServer = embed => [
  file("server.jsx", "jsx", `import { renderToPipeableStream } from "react-dom/server";
import { ARTICLE } from "./article.js";
import { Page } from "./Page.jsx";
import { rendered } from "./rendered.js";

// A card is the same for every reader, so it is rendered once.
const card = rendered(ARTICLE);

/** Answers a request of node:http; \`client\` is the address of the bundle of client.jsx. */
export function sendPage(response, client) {
  const { pipe } = renderToPipeableStream(<Page card={card} />, {
    bootstrapModules: [client],
    onShellReady() {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      pipe(response);
    },
    onShellError() {
      response.writeHead(500).end();
    },
  });
}
`),
  file("Page.jsx", "jsx", `import { ArticleCard } from "article-card/react";

/** The whole document: the server writes it, the browser hydrates it. */
export function Page({ card }) {
  return (
    <html${embed.article.language ? asJsx({ lang: embed.article.language }) : ""}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Your page</title>
      </head>
      <body>
        <main>
          <ArticleCard html={card} />
        </main>
        <Props card={card} />
      </body>
    </html>
  );
}

/** What the browser hydrates with. Cards have \`</script>\` in them, which must not end this one. */
function Props(props) {
  const __html = JSON.stringify(props).replaceAll("<", "\\\\u003c");
  return <script id="props" type="application/json" dangerouslySetInnerHTML={{ __html }} />;
}
`),
  file("client.jsx", "jsx", `import { hydrateRoot } from "react-dom/client";
import { Page } from "./Page.jsx";

const props = JSON.parse(document.getElementById("props").textContent);

hydrateRoot(document, <Page {...props} />);
`),
  renderedFile(embed),
  articleFile(embed),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const next = embed => [
  file("app/page.jsx", "jsx", `import { ARTICLE } from "./article.js";
import { Card } from "./Card.jsx";
import { rendered } from "./rendered.js";

export default function Page() {
  return <Card html={rendered(ARTICLE)} />;
}
`),
  file("app/Card.jsx", "jsx", `"use client";

import { ArticleCard } from "article-card/react";

export function Card({ html }) {
  return <ArticleCard html={html} />;
}
`),
  file("app/layout.jsx", "jsx", `import "article-card/article-card.css";

export default function Layout({ children }) {
  return (
    <html${embed.article.language ? asJsx({ lang: embed.article.language }) : ""}>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
`),
  { ...renderedFile(embed), name: "app/rendered.js" },
  { ...articleFile(embed), name: "app/article.js" },
  file("next.config.js", "js", `export default {
  // The toolkit reads its WebAssembly from beside its own file, which a bundle is not. Only this folder of the package
  // stays out: \`article-card/react\` has to be in the bundle, as it takes its React from there.
  serverExternalPackages: ["article-card/toolkit"],
};
`),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const vue = embed => [
  file("Card.vue", "vue", `<script setup>
import { ARTICLE } from "./article.js";
</script>

<template>
  <article-card :article.prop="ARTICLE"${asHtml(embed.attributes)}>
    ${embed.article.url ? '<a :href="ARTICLE.url">{{ ARTICLE.headline }}</a>' : "<p>{{ ARTICLE.headline }}</p>"}
  </article-card>
</template>
`),
  file("main.js", "js", `import "article-card/article-card.css";
import "article-card/vue";
import { createApp } from "vue";
import Card from "./Card.vue";

createApp(Card).mount("#root");
`),
  file("vite.config.js", "js", `import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  // Without this Vue looks for a component of that name.
  plugins: [vue({ template: { compilerOptions: { isCustomElement: tag => tag === "article-card" } } })],
});
`),
  articleFile(embed),
  ...themeFile(embed),
];

/** @param {Embed} embed @returns {CodeFile[]} */
export const vueServer = embed => {
  const has = Object.keys(options(embed.attributes)).length > 0;
  const own = has ? `\n/** How the card looks. */\nexport const OPTIONS = ${literal(embed.attributes)};\n` : "";
  const article = articleFile(embed);
  return [
    file("RenderedCard.vue", "vue", `<script setup>
import { onMounted, useSSRContext, useTemplateRef, watch } from "vue";
${has ? 'import { OPTIONS } from "./article.js";\n' : ""}
const { article } = defineProps({ article: { type: Object, required: true } });
const wrapper = useTemplateRef("wrapper");

// The server alone has the card as HTML. A \`v-html\` that has a value in the browser is written once more when Vue hydrates,
// and the card would lose its shadow root; where there is none, Vue leaves what stands there.
const html = import.meta.env.SSR ? useSSRContext().card(article) : undefined;

// Other articles the element draws by itself.
function draw() {
  const card = wrapper.value.querySelector("article-card") ?? document.createElement("article-card");
${has ? "  Object.assign(card, OPTIONS);\n" : ""}  card.article = article;
  if (!card.isConnected) wrapper.value.append(card);
}

// Where the component comes into the page later, there is no card yet.
onMounted(() => wrapper.value.firstElementChild || draw());
watch(() => article, draw);
</script>

<template>
  <div ref="wrapper" v-html="html"></div>
</template>
`),
    file("App.vue", "vue", `<script setup>
import { ARTICLE } from "./article.js";
import RenderedCard from "./RenderedCard.vue";
</script>

<template>
  <RenderedCard :article="ARTICLE" />
</template>
`),
    file("entry-server.js", "js", `import { render } from "article-card/toolkit";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import App from "./App.vue";
${has ? 'import { OPTIONS } from "./article.js";\n' : ""}
/** The page's HTML; \`RenderedCard\` takes its card from the context. */
export const renderApp = () => renderToString(createSSRApp(App), { card });

function card(article) {
  const { html, diagnostics } = render(article${has ? ", OPTIONS" : ""});
  for (const { severity, code, path, message } of diagnostics) {
    console.warn(\`\${article.url}: \${severity} \${code} \${path} \${message}\`);
  }
  return html;
}
`),
    file("entry-client.js", "js", `import "article-card";
import { createSSRApp } from "vue";
import App from "./App.vue";

createSSRApp(App).mount("#app");
`),
    { ...article, text: article.text + own },
    ...themeFile(embed),
  ];
};
