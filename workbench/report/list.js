// A list in the page that follows one in memory: what is the same stays, with its focus and what was opened in it, what has
// only moved in the input is told its new place, and of much that is new a part is built at a time.

/** @typedef {import("./parts.js").Place} Place */
/** @typedef {import("./parts.js").Shown} Shown */

/** How many are built before the page has a turn, and how many are moved for one that is built. */
const PART = 40;
const MOVES = 4;

/** @param {Place} item */
const keyOf = ({ line, column: _, ...others }) => JSON.stringify([Boolean(line), others]);

/**
 * @template {Place} Item
 * @param {HTMLElement} parent
 * @param {(item: Item) => Shown} build
 * @returns {(items: readonly Item[]) => void}
 */
export function listIn(parent, build) {
  /** @type {{ key: string, item: Item, shown: Shown }[]} */
  const stand = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next;

  /**
   * @param {readonly Item[]} items
   * @param {number} from
   */
  function part(items, from) {
    const added = document.createDocumentFragment();
    let work = 0;
    let at = from;
    for (; at < items.length && work < PART; at++) {
      const item = items[at];
      const key = keyOf(item);
      const before = stand[at];
      if (before?.key === key) {
        const { line, column } = before.item;
        before.item = item;
        if (line === item.line && column === item.column) continue;
        before.shown.move?.(item);
        work += 1 / MOVES;
        continue;
      }
      work++;
      const shown = build(item);
      stand[at] = { key, item, shown };
      if (before) before.shown.node.replaceWith(shown.node);
      else added.append(shown.node);
    }
    parent.append(added);
    if (at < items.length) next = setTimeout(part, 0, items, at);
  }

  return items => {
    clearTimeout(next);
    for (const { shown } of stand.splice(items.length)) shown.node.remove();
    part(items, 0);
  };
}
