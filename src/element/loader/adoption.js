// Prerendered cards: finding one in a shadow root, and taking it over as it stands. It never judges whether the card is
// that of the article, which the runtime does, and changes nothing inside the card.

/** The card that came with the page. */
export const prerendered = root => root?.querySelector("[data-prerendered]");

/** The stylesheet that came with it, told by a property of ours or by the name of its file, since others may add theirs. */
const isOurs = node => node.matches("style, link") && /article-card-(stands|shadow-)/.test(node.href ?? node.textContent);

export function adopt(card, handle) {
  // The same sheet is there already as a constructed one, so nothing flashes.
  for (const node of [...card.parentNode.children]) if (isOurs(node)) node.remove();
  handle.enliven();
}
