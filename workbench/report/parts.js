// The pieces that the report is built of: a note, a place in the input, a long value, a row of the table, a problem.
import { SEVERITIES, needsLook, placed } from "./words.js";

/** @typedef {import("../bench.js").Row} Row */
/** @typedef {import("../bench.js").Diagnostic} Diagnostic */
/** @typedef {(line: number, column: number) => void} Reveal */
/** @typedef {{ line?: number, column?: number }} Place */
/** @typedef {{ node: HTMLElement, move?: (place: Place) => void }} Shown */

/** From so many characters on a value is cut to three lines. */
const LONG = 160;
const ALL = "Show all of it";
const LESS = "Show less";

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {...(string | Node)} content
 */
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * How grave it is, by sign and word, for who sees no colours and for who sees nothing.
 * @param {Diagnostic["severity"]} severity
 */
function gravity(severity) {
  const { sign, word } = SEVERITIES[severity] ?? SEVERITIES.warning;
  const shown = element("span", "report-sign", sign);
  shown.setAttribute("aria-hidden", "true");
  const both = element("strong", "report-severity", shown, ` ${word}`);
  both.dataset.severity = severity;
  return both;
}

/**
 * A button that leads to a place of the input, and what moves that place: above it may stand more than before.
 * @param {string} text that of the place itself if it is empty
 * @param {Place} place
 * @param {Reveal} reveal
 */
function leading(text, place, reveal) {
  const button = element("button", "report-place", text);
  button.type = "button";
  button.addEventListener("click", () => reveal(place.line ?? 1, place.column ?? 1));
  const move = (/** @type {Place} */ to) => {
    place = to;
    const where = placed(place);
    if (text) button.title = where;
    else button.textContent = where;
  };
  move(place);
  return { button, move };
}

/**
 * A value in its own direction. What is long shows three lines, and all of itself when asked to.
 * @param {string} text
 */
function shownValue(text) {
  const value = element("div", "report-value", text);
  value.dir = "auto";
  if (text.length <= LONG && text.split("\n", 4).length < 4) return [value];
  value.classList.add("is-cut");
  const more = element("button", "report-place", ALL);
  more.type = "button";
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const isCut = value.classList.toggle("is-cut");
    more.setAttribute("aria-expanded", String(!isCut));
    more.textContent = isCut ? ALL : LESS;
  });
  return [value, more];
}

/** @param {Row["notes"][number]} note */
function shownNote({ severity, text }) {
  const note = element("p", "report-note");
  if (severity) note.append(gravity(severity), " ");
  note.append(text);
  return note;
}

export const TITLES = ["Field", "What it says", "Where from", "What was done"];
const ROLES = ["rowheader", "cell", "cell", "cell"];

/**
 * Roles are said in full, since a narrow table is laid out as blocks, which takes them away in some browsers.
 * @param {Row} row
 * @param {Reveal} reveal
 * @returns {Shown}
 */
export function shownRow(row, reveal) {
  const { field, value, from, line, notes } = row;
  const source = line ? leading(from, row, reveal) : undefined;
  const contents = [[field], value ? shownValue(value) : [], source ? [source.button] : from ? [from] : [], notes.map(shownNote)];
  const node = element("tr", needsLook(row) ? "needs-look" : "");
  node.setAttribute("role", "row");
  contents.forEach((content, at) => {
    const cell = element(at ? "td" : "th", content.length ? "" : "is-empty", ...content);
    cell.setAttribute("role", ROLES[at]);
    if (at) cell.dataset.title = TITLES[at];
    else cell.setAttribute("scope", "row");
    node.append(cell);
  });
  return { node, move: source?.move };
}

/**
 * @param {Diagnostic} diagnostic
 * @param {Reveal} reveal
 * @returns {Shown}
 */
export function shownProblem(diagnostic, reveal) {
  const { severity, message, path, line } = diagnostic;
  const text = element("span", "report-message", message);
  const node = element("li", "", gravity(severity), " ", text, " ");
  if (path && path !== "$") node.append(element("code", "report-path", path), " ");
  const place = line ? leading("", diagnostic, reveal) : undefined;
  if (place) node.append(place.button);
  return { node, move: place?.move };
}
