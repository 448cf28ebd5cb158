// Keeps the state in this browser. The store may be closed to us, full, or hold what others wrote; none of that is an error
// here. It is the bench that keeps something, never a card.
import { differing, valid } from "./link/valid.js";

/** @typedef {import("./bench.js").State} State */

export const KEY = "article-card-bench";

/** The browser's store; asking for it alone may throw. */
function here() {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * What was kept; undefined if that is nothing, or nothing of ours.
 * @param {Storage | undefined} [storage]
 * @returns {State | undefined}
 */
export function kept(storage = here()) {
  try {
    const content = JSON.parse(storage?.getItem(KEY) ?? "null");
    return content?.articleCardBench === 1 ? valid(content) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the state, or nothing at all if it is that of the start. Says whether it could.
 * @param {State} state
 * @param {Storage | undefined} [storage]
 */
export function store(state, storage = here()) {
  const content = differing(state);
  if (!Object.keys(content).length) return forget(storage);
  try {
    if (!storage) return false;
    storage.setItem(KEY, JSON.stringify({ articleCardBench: 1, ...content }));
    return true;
  } catch {
    return false;
  }
}

/**
 * Keeps nothing any more. Says whether it could.
 * @param {Storage | undefined} [storage]
 */
export function forget(storage = here()) {
  try {
    storage?.removeItem(KEY);
    return storage !== undefined;
  } catch {
    return false;
  }
}
