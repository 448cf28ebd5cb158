// Figures of many rounds: the middle one, and a table of them.

/** @typedef {Record<string, number>} Run what one measurement of one contender has given */

/**
 * The middle one, or the mean of the two in the middle.
 * @param {number[]} figures
 */
export function median(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median of each figure.
 * @param {Run[]} runs
 * @returns {Run}
 */
export function medians(runs) {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map(name => [name, median(runs.map(run => run[name]))]));
}

/** With three digits that say something, and no more than that. */
export function short(/** @type {number} */ figure) {
  if (!Number.isFinite(figure)) return "–";
  const digits = Math.abs(figure) >= 10 || Number.isInteger(figure) ? 0 : Math.abs(figure) >= 1 ? 1 : 2;
  return figure.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, ",");
}

/**
 * A figure with its ratio to another in brackets.
 * @param {number} figure
 * @param {number} [to]
 */
export function beside(figure, to) {
  const ratio = to ? figure / to : NaN;
  return Number.isFinite(ratio) ? `${short(figure)} (${ratio.toFixed(ratio < 1 ? 2 : ratio < 10 ? 1 : 0)})` : short(figure);
}

/**
 * A table of Markdown, whose first column is text and whose others are figures.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  const rule = `|${head.map((_, index) => (index ? "--:" : "---")).join("|")}|\n`;
  return line(head) + rule + rows.map(line).join("");
}
