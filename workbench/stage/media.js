// The reader's wishes that a page asks for by media queries, no motion and forced colours: a query or a rule is reworded so
// that it answers as it would with such a reader.

/**
 * @typedef {object} Wishes
 * @property {boolean} still
 * @property {boolean} forced
 */

/** Both can stand wherever a feature can, also in `not` and `and`. */
const ALWAYS = "(min-width: 0px)";
const NEVER = "(min-width: 99999px)";

const MOTION = /\(\s*prefers-reduced-motion\s*(?::\s*(reduce|no-preference)\s*)?\)/gi;
const FORCED = /\(\s*forced-colors\s*(?::\s*(active|none)\s*)?\)/gi;

/**
 * Says what a query says, for a reader with these wishes. What is not wished is left to the browser: it may be the wish of
 * whoever sits before it.
 * @param {string} query
 * @param {Wishes} wishes
 */
export function reworded(query, { still, forced }) {
  let said = query;
  if (still) said = said.replace(MOTION, (_, value) => value?.toLowerCase() === "no-preference" ? NEVER : ALWAYS);
  if (forced) said = said.replace(FORCED, (_, value) => value?.toLowerCase() === "none" ? NEVER : ALWAYS);
  // As short as a person would say it.
  return said.trim() === ALWAYS ? "all" : said.trim() === NEVER ? "not all" : said;
}

/**
 * What each rule said before it was reworded.
 * @type {WeakMap<object, string>}
 */
const originals = new WeakMap();

/**
 * Rewords the media rules of a stylesheet, and of the rules inside its rules.
 * @param {{ cssRules?: Iterable<any> }} group
 * @param {Wishes} wishes
 */
export function reword(group, wishes) {
  for (const rule of group.cssRules ?? []) {
    // A rule that brings a sheet along has media as well, but no rules of its own.
    if (rule.media && rule.cssRules) {
      const original = originals.get(rule) ?? rule.media.mediaText;
      const said = reworded(original, wishes);
      if (rule.media.mediaText !== said) {
        originals.set(rule, original);
        rule.media.mediaText = said;
      }
    }
    reword(rule, wishes);
  }
}
