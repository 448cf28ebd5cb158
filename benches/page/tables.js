// The results as Markdown: one table for the README, and all of them for the page about speed.
import { beside, short, table } from "./figures.js";

/**
 * @typedef {{ date: string, browser: string, processor: string, rounds: number }} About
 * @typedef {import("./contenders.js").Contender} Contender
 * @typedef {import("./results.js").Results} Results
 * @typedef {[head: string, what: string, figure: string, unit?: number]} Column
 */

const MIB = 2 ** 20;

/** @type {Column} */
const VISIBLE = ["first card on a slow phone, ms", "cold", "visible"];
/** @type {Column[]} */
const THOUSAND = [
  ["1,000 cards laid out, ms", "thousand", "took"],
  ["script and painting, ms", "thousand", "rest"],
  ["style and layout, ms", "thousand", "style"],
  ["longest task, ms", "thousand", "longest"],
  ["memory, MiB", "thousand", "memory", MIB],
];
/** @type {Column[]} */
const PICTURES = THOUSAND.map(([head, , figure, unit]) => [head, "pictures", figure, unit]);
/** @type {Column[]} */
const COLD = [
  VISIBLE,
  ["downloaded, bytes", "cold", "bytes"],
  ["its transfer alone, ms", "cold", "transfer"],
  ["blocking, ms", "cold", "blocking"],
];
/** @type {Column[]} */
const MEMORY = [
  ["JavaScript, MiB", "thousand", "script", MIB],
  ["DOM, MiB", "thousand", "dom", MIB],
  ["WebAssembly, MiB", "thousand", "wasm", MIB],
];

/**
 * A row for each contender that has one of the figures, each with its ratio to plain JavaScript.
 * @param {Contender[]} chosen
 * @param {Results} results
 * @param {Column[]} columns
 */
function compared(chosen, results, columns) {
  const rows = chosen.flatMap(({ name, label }) => {
    const cells = columns.map(([, what, figure, unit = 1]) => {
      const own = results.of(what, name)[figure];
      if (own === undefined) return "";
      const to = name === "vanilla" || figure === "transfer" ? undefined : results.of(what, "vanilla")[figure];
      const cell = beside(own / unit, to && to / unit);
      const react = results.of(what, "react")[figure];
      const isOurs = name.startsWith("article-card") && what === "cold" && figure === "visible" && react;
      return isOurs ? cell.replace(")", `; ${(own / react).toFixed(2)} of React)`) : cell;
    });
    return cells.some(cell => cell) ? [[label, ...cells]] : [];
  });
  return table(["", ...columns.map(([head]) => head)], rows);
}

const introduced = (/** @type {About} */ { date, browser, processor, rounds }) =>
  `Measured on ${date} in ${browser}, ${processor}: ` +
  (rounds === 1 ? "one round, which says little" : `medians of ${rounds} rounds, all in turn`) +
  "; in brackets, times plain JavaScript.\n";

/** @param {Results} results */
function ourOwn(results) {
  const of = (/** @type {string} */ what) => results.of(what, "article-card");
  const [scrolled, prerendered, below, moved] = ["scrolled", "prerendered", "belowTheFold", "moved"].map(of);
  if (scrolled.longest === undefined) return "";
  const shift = (/** @type {number} */ sum) => (sum === 0 ? "0" : sum.toFixed(sum < 0.001 ? 5 : 3));
  const files = results.names("belowTheFold", "article-card");
  return `
- 200 cards of different heights, scrolled through at a quarter of the processor: the longest task takes ${short(scrolled.longest)} ms; scrolled down and up again at full speed, the page shifts by ${shift(scrolled.shift)}.
- A [prerendered card](docs/prerendering.md) on the slow phone: the page is seen after ${short(prerendered.paint)} ms, with the same markup and no script after ${short(prerendered.markup)} ms; its adoption shifts the page by ${shift(prerendered.shift)}.
- The same below the fold: fetched are ${files.length ? files.join(" and ") : "no files"}, ${short(below.bytes)} bytes, which block for ${short(below.blocking)} ms.
- A card that is drawn by script, on the slow phone with text below it: the page shifts by ${shift(moved.shift)}.
`;
}

/**
 * @param {About} about
 * @param {Contender[]} chosen
 * @param {Results} results
 */
export function readme(about, chosen, results) {
  /** @type {Column} */
  const withPictures = ["with pictures, ms", "pictures", "took"];
  return `${introduced(about)}\n${compared(chosen, results, [VISIBLE, ...THOUSAND, withPictures])}${ourOwn(results)}`;
}

/**
 * @param {About} about
 * @param {Contender[]} chosen
 * @param {Results} results
 */
export function full(about, chosen, results) {
  const parts = [
    ["The first card of a page that was never visited, on a phone with 1.6 Mbit/s and 150 ms, at a quarter of the processor:", COLD],
    ["A thousand cards at once without pictures:", THOUSAND],
    ["What of the memory is where:", MEMORY],
    ["A thousand cards at once with pictures:", PICTURES],
  ];
  const tables = parts.map(
    ([title, columns]) => `${title}\n\n${compared(chosen, results, /** @type {Column[]} */ (columns))}`,
  );
  return `${introduced(about)}\n${tables.join("\n")}${onlyOurs(results)}`;
}

/** @param {Results} results */
function onlyOurs(results) {
  const figures = /** @type {const} */ ([
    ["200 cards scrolled through at a quarter of the processor, longest task, ms", "scrolled", "longest"],
    ["200 cards scrolled down and up, layout shift, sum", "scrolled", "shift"],
    ["200 cards scrolled down and up, layout shift, times", "scrolled", "shifts"],
    ["prerendered, first contentful paint, ms", "prerendered", "paint"],
    ["the same markup without script, first contentful paint, ms", "prerendered", "markup"],
    ["prerendered, layout shift of the adoption, sum", "prerendered", "shift"],
    ["prerendered below the fold, downloaded, bytes", "belowTheFold", "bytes"],
    ["prerendered below the fold, blocking, ms", "belowTheFold", "blocking"],
    ["drawn by script, layout shift, sum", "moved", "shift"],
  ]);
  const rows = figures.flatMap(([label, what, figure]) => {
    const own = results.of(what, "article-card")[figure];
    if (own === undefined) return [];
    return [[label, figure === "shift" ? String(Number(own.toFixed(5))) : short(own)]];
  });
  return rows.length ? `\nOur card alone:\n\n${table(["", "article-card"], rows)}` : "";
}
