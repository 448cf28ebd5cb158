// Prerendered cards: finding one in a shadow root, and what is asked of it before it is taken over as it stands. It never
// judges whether the card is that of the article, which the runtime does, and changes nothing inside the card.

/**
 * The card that came with the page.
 * @param {ShadowRoot | null} root
 * @returns {HTMLElement | null | undefined}
 */
export const prerendered = root => root?.querySelector("[data-prerendered]");

/**
 * The stylesheet that came with it, told by a property of ours or by the name of its file, since others may add theirs.
 * @param {Element & { href?: string }} node
 */
const isOurs = node => node.matches("style, link") && /article-card-(stands|shadow-)/.test(node.href ?? node.textContent);

/**
 * By what the runtime knows whether the card is that of the article: its fingerprint, the number of its elements, and the
 * bytes of its text.
 * @param {HTMLElement} card
 * @returns {[fingerprint: string, elements: number, text: number]}
 */
export const measure = card => [
  /** @type {string} */ (card.dataset.prerendered),
  card.querySelectorAll("*").length,
  new TextEncoder().encode(/** @type {string} */ (card.textContent)).length,
];

/** @param {Element} card */
export function dropStylesheets(card) {
  for (const node of [.../** @type {ParentNode} */ (card.parentNode).children]) if (isOurs(node)) node.remove();
}
