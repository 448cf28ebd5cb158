// What the report says in words: how grave something is, where it stands, and the reading in a sentence.
import { FORMATS } from "../formats.js";

/** @typedef {import("../bench.js").Checked} Checked */
/** @typedef {import("../bench.js").Row} Row */
/** @typedef {import("../bench.js").Diagnostic["severity"]} Severity */

/** @type {Record<Severity, { sign: string, word: string }>} */
export const SEVERITIES = {
  error: { sign: "×", word: "Error" },
  warning: { sign: "!", word: "Warning" },
  info: { sign: "?", word: "In doubt" },
};

/**
 * @param {number} count
 * @param {string} noun
 */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** @param {{ line?: number, column?: number }} place */
export const placed = ({ line, column }) => (column ? `line ${line}, column ${column}` : `line ${line}`);

/** @param {Row} row */
export const needsLook = row => row.notes.some(({ severity }) => severity !== null);

/**
 * What came of an article, in a sentence or two: a row with a value has become a field, one without was left out.
 * @param {Checked} checked
 * @param {number} count of the articles of the input
 */
export function summary({ ok, format, index, rows, diagnostics }, count) {
  const fields = rows.filter(row => row.value !== "");
  const from = format ? ` from ${FORMATS[format]}` : "";
  const which = count > 1 ? `, article ${index + 1} of ${count}` : "";
  const read = `${counted(fields.length, "field")}${from}${which}`;

  const notes = (/** @type {Row[]} */ rows, /** @type {Severity} */ severity) =>
    rows.flatMap(row => row.notes).filter(note => note.severity === severity).length;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const repaired = notes(fields, "warning");
  const leftOut = notes(rows, "warning") - repaired;
  const doubts = notes(rows, "info");
  const things = [
    errors && counted(errors, "error"),
    repaired && `${counted(repaired, "thing")} ${repaired === 1 ? "was" : "were"} repaired`,
    leftOut && (repaired ? `${leftOut} left out` : `${counted(leftOut, "thing")} ${leftOut === 1 ? "was" : "were"} left out`),
    doubts && `${doubts} in doubt`,
  ].filter(Boolean);
  const said = things.join(", ") || "nothing was repaired or left out";
  const gives = ok ? "Gives a card." : errors ? "Gives no card." : "Gives no card now.";
  return `${gives} ${read}; ${said}.`;
}

/**
 * What is wrong, in the order of the input.
 * @param {Checked["diagnostics"]} diagnostics
 */
export const ordered = diagnostics => [...diagnostics].sort((a, b) => a.line - b.line || a.column - b.column);
