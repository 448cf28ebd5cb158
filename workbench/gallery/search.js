// Finds states by words: all words of the query have to be somewhere in what a state says, accents and case aside.

/** @param {string} text */
export const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Whether the query finds these words, which `folded` has been given.
 * @param {string} query
 * @param {string} words
 */
export const finds = (query, words) => folded(query).split(/\s+/).every(word => words.includes(word));

/**
 * @param {number} found
 * @param {number} all
 */
export function count(found, all) {
  if (!found) return "Nothing found.";
  const states = all === 1 ? "state" : "states";
  return found === all ? `${all} ${states}` : `${found} of ${all} ${states}`;
}
