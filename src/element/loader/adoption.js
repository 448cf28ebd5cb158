// Prerendered cards: finding one in a shadow root, and taking it over as it stands. It never judges whether the card is
// that of the article, which the runtime does, and changes nothing inside the card.

/** The card that came with the page. */
export const prerendered = root => root?.querySelector("[data-prerendered]");

export function adopt(card, handle) {
  // The same sheet is there already as a constructed one, so nothing flashes.
  card.previousElementSibling?.remove();
  handle.enliven();
}
