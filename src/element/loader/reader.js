// The reader's way into the page: what stands there besides a card's own text. Only texts go on into the WebAssembly.
// The loader fetches this module, and the WebAssembly with it, for the first card whose article is JSON-LD or ninjs; it
// never touches a card.

export { start } from "./reader-module.js";

/**
 * The text in the card's own JSON, null if there is no article in it, and what has to be told of it.
 * @param {ReaderGlue} glue
 * @param {string} text
 * @returns {[json: string | null, diagnostics: Diagnostic[]]}
 */
export function read(glue, text) {
  // Only a reference can lead into another block of the page.
  const blocks = text.includes('"@id"') ? [...document.querySelectorAll('script[type*="ld+json" i]')].map(block => block.textContent) : [];
  // The address is that of the article's own page, wherever it is read; a frame without one has that of the page around it.
  const address = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel~="canonical" i][href]'))?.href ?? document.baseURI;
  const { article, foreign, diagnostics } = JSON.parse(glue.read(text, blocks.filter(block => block !== text).join("\0"), address, Date.now()));
  return [foreign ? article && JSON.stringify(article) : text, diagnostics];
}
