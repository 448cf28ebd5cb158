// What the stage shows for what the engine has read: a card, the last card while the input is half a JSON, or words in its
// place.

/** @import { Bench, Checked, Diagnostic } from "../bench.js" */

/**
 * @typedef {object} Standing
 * @property {"card" | "kept" | "words" | "waits"} what `kept`: the last card stays; `waits`: the engine has not answered yet
 * @property {Record<string, any>} [article]
 * @property {string} [words]
 */

export const INVITATION =
  "Paste an article into the editor, drop a file on it, or start from one of the prepared states: its card will stand here.";
export const HALF = "The last card that could be drawn; the input is not complete.";

/**
 * Whether nothing is wrong with the input but that it is no JSON, as while somebody types.
 * @param {Pick<Checked, "article" | "diagnostics">} checked
 */
export function isHalf({ article, diagnostics }) {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return article === null && errors.length > 0 && errors.every(({ code }) => code === "json-syntax");
}

/**
 * Why there is no card: an error first, then what keeps an article back, which is only a warning.
 * @param {Diagnostic[]} diagnostics
 */
export function reason(diagnostics) {
  const found = diagnostics.find(({ severity }) => severity === "error")
    ?? diagnostics.find(({ code }) => code === "withheld")
    ?? diagnostics[0];
  const words = found?.message ?? "there is no article in the input";
  return `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

/**
 * @param {Pick<Bench, "state" | "reading" | "chosen">} bench
 * @param {boolean} hasCard whether an earlier card of the same input may stay
 * @returns {Standing}
 */
export function standing({ state, reading, chosen }, hasCard) {
  if (!state.input.trim()) return { what: "words", words: INVITATION };
  if (!reading || !chosen || !reading.input.trim()) return { what: "waits" };
  if (chosen.article) return { what: "card", article: chosen.article };
  if (hasCard && isHalf(chosen)) return { what: "kept" };
  return { what: "words", words: reason(chosen.diagnostics) };
}
