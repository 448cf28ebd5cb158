// The card in its page, as a publisher writes it there: the element with its JSON and the words for those who see no card; or
// what the toolkit has prerendered.

/** What stands in the place of a style that was taken out. */
const PRERENDERED_STYLE = /(<template shadowrootmode="open">)<style[^>]*>([\s\S]*?)<\/style>/;

/**
 * Sets the attributes of a card to these, and takes the others away.
 * @param {Element} card
 * @param {Record<string, string>} attributes
 */
export function dress(card, attributes) {
  for (const name of card.getAttributeNames()) {
    if (!(name in attributes) && name !== "style") card.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (card.getAttribute(name) !== value) card.setAttribute(name, value);
  }
}

/**
 * Sets the custom properties of a card to these, and takes the others away.
 * @param {HTMLElement} card
 * @param {Record<string, string>} theme
 */
export function paint(card, theme) {
  for (const name of [...card.style]) if (!(name in theme)) card.style.removeProperty(name);
  for (const [name, value] of Object.entries(theme)) card.style.setProperty(name, value);
}

/**
 * Writes an article into the card, or the next one in the place of the last.
 * @param {HTMLElement} card
 * @param {Record<string, any>} article
 */
export function fill(card, article) {
  const page = card.ownerDocument;
  const json = JSON.stringify(article);
  let data = card.querySelector(":scope > script");
  if (!data) {
    data = page.createElement("script");
    data.setAttribute("type", "application/json");
    card.prepend(data);
  }
  if (data.textContent !== json) data.textContent = json;

  const kind = article.url ? "a" : "p";
  let words = card.querySelector(":scope > :is(a, p)");
  if (words?.localName !== kind) {
    words?.remove();
    words = page.createElement(kind);
    card.append(words);
  }
  if (article.url) words.setAttribute("href", article.url);
  const headline = String(article.headline ?? "");
  if (words.textContent !== headline) words.textContent = headline;
}

/**
 * A prerendered card in the page, with a real shadow root. Its `<style>` would need a permission in the page's policy, which
 * the stage does not have, and a `<link>` a file that not every server of the workbench has; so the same rules come as a
 * constructed sheet, which needs neither, and which stands as well where no script of the page runs.
 * @param {Document} page
 * @param {string} html
 * @returns {HTMLElement | undefined}
 */
export function standingCard(page, html) {
  const [, , css = ""] = PRERENDERED_STYLE.exec(html) ?? [];
  const bare = html.replace(PRERENDERED_STYLE, "$1");
  // Parsed aside, so that no element is upgraded and no picture fetched before all of the card is there.
  const aside = "parseHTMLUnsafe" in Document
    ? /** @type {any} */ (Document).parseHTMLUnsafe(bare)
    : new DOMParser().parseFromString(bare, "text/html");
  /** @type {HTMLElement | null} */
  const card = aside.querySelector("article-card");
  if (!card) return undefined;
  // A browser that knows no shadow roots in HTML has left the template as it was.
  const template = /** @type {HTMLTemplateElement | null} */ (card.querySelector(":scope > template[shadowrootmode]"));
  if (template) {
    card.attachShadow({ mode: "open" }).append(template.content);
    template.remove();
  }
  page.adoptNode(card);
  const view = /** @type {Window & typeof globalThis} */ (page.defaultView);
  if (card.shadowRoot && css) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    card.shadowRoot.adoptedStyleSheets = [sheet];
  }
  return card;
}
