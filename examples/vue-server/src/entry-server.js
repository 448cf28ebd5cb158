import { render } from "article-card/toolkit";
import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import App from "./App.vue";

/** The page's HTML; `RenderedCard` takes its card from the context. */
export const renderApp = props => renderToString(createSSRApp(App, props), { card });

// A card is the same for every reader, so it is rendered once.
const cards = new Map();

function card(article) {
  if (!cards.has(article.url)) {
    const { html, diagnostics } = render(article);
    for (const { severity, code, path, message } of diagnostics) {
      console.warn(`${article.url}: ${severity} ${code} ${path} ${message}`);
    }
    cards.set(article.url, html);
  }
  return cards.get(article.url);
}
