// Prerendered cards: finding one in a shadow root, and taking it over as it stands. It never judges whether the card is
// that of the article, which the runtime does, and changes nothing inside the card.

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
 * @param {Element} card
 * @param {CardHandle} handle
 */
export function adopt(card, handle) {
  // The same sheet is there already as a constructed one, so nothing flashes.
  for (const node of [.../** @type {ParentNode} */ (card.parentNode).children]) if (isOurs(node)) node.remove();
  handle.enliven();
}
