// What an input can be, in the words that `article-card check` has for it, too.

/** @type {Record<NonNullable<import("./bench.js").Checked["format"]>, string>} */
export const FORMATS = {
  card: "the card's own JSON",
  "json-ld": "JSON-LD",
  ninjs: "ninjs",
  page: "an HTML page",
  text: "text copied from an article",
};
