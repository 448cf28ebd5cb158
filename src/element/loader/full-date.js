// The bubble with the full date goes at Escape, though the pointer or the focus stays, and comes back when either comes
// anew. A screen reader has the date all the while.

/**
 * The elements that hold the cards that stand.
 * @type {Set<Element>}
 */
export const standing = new Set();

/** @param {Element} bubble */
function dismiss(bubble) {
  bubble.className = "spoken";
  const time = /** @type {HTMLElement} */ (bubble.parentNode);
  const pointed = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (bubble).offsetParent);
  pointed.onmouseenter = time.onfocus = () => bubble.className = "full";
}

// On its way down, since a page may keep the key to itself; the focus may be anywhere on the page.
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") for (const mount of standing) mount.querySelectorAll(":is(.timestamp:hover, :focus) .full").forEach(dismiss);
}, true);
