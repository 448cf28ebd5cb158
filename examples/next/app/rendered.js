import { render } from "article-card/toolkit";

/** A card as HTML; what is wrong with its article is told to the server's console. */
export function rendered(article) {
  const { html, diagnostics } = render(article);
  for (const { severity, code, path, message } of diagnostics) {
    console.warn(`${article.url}: ${severity} ${code} ${path} ${message}`);
  }
  return html;
}
