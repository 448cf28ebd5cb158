// The reader's way into the page: what stands there besides a card's own text. Only texts go on into the WebAssembly.
// The loader fetches this module, and the WebAssembly with it, for the first card whose article is JSON-LD or ninjs; it
// never touches a card.
import { read as understand } from "../reader/article-card-reader.js";

export { default } from "../reader/article-card-reader.js";

/**
 * The text in the card's own JSON, null if there is no article in it, and what has to be told of it.
 * @param {string} text
 * @param {Document} page
 * @returns {[json: string | null, diagnostics: Diagnostic[]]}
 */
export function read(text, page) {
  // Only a reference can lead into another block of the page.
  const blocks = text.includes('"@id"') ? [...page.querySelectorAll('script[type*="ld+json" i]')].map(block => block.textContent) : [];
  // The address is that of the article's own page, wherever it is read; a frame without one has that of the page around it.
  const address = /** @type {HTMLLinkElement | null} */ (page.querySelector('link[rel~="canonical" i][href]'))?.href ?? page.baseURI;
  const { article, foreign, diagnostics } = JSON.parse(understand(text, blocks.filter(block => block !== text).join("\0"), address, Date.now()));
  return [foreign ? article && JSON.stringify(article) : text, diagnostics];
}
