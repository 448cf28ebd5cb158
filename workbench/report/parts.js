// The pieces that the report is built of: a note, a place in the input, a long value, a row of the table, a problem.
import { SEVERITIES, needsLook, placed } from "./words.js";

/** @typedef {import("../bench.js").Row} Row */
/** @typedef {import("../bench.js").Diagnostic} Diagnostic */
/** @typedef {(line: number, column: number) => void} Reveal */

/** From so many characters on a value is cut to three lines. */
const LONG = 160;

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
 * A button that leads to a place of the input.
 * @param {string} text
 * @param {{ line: number, column?: number }} place
 * @param {Reveal} reveal
 */
function leading(text, place, reveal) {
  const button = element("button", "report-place", text);
  button.type = "button";
  const where = placed(place);
  if (text !== where) {
    button.title = where;
    button.setAttribute("aria-label", `${text}, ${where}`);
  }
  button.addEventListener("click", () => reveal(place.line, place.column ?? 1));
  return button;
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
  const more = element("button", "report-place", "Whole");
  more.type = "button";
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const isCut = value.classList.toggle("is-cut");
    more.setAttribute("aria-expanded", String(!isCut));
    more.textContent = isCut ? "Whole" : "Less";
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
 */
export function shownRow(row, reveal) {
  const { field, value, from, line, column, notes } = row;
  const source = line ? leading(from || placed({ line }), { line, column }, reveal) : from;
  const contents = [[field], value ? shownValue(value) : [], source ? [source] : [], notes.map(shownNote)];
  const made = element("tr", needsLook(row) ? "needs-look" : "");
  made.setAttribute("role", "row");
  contents.forEach((content, at) => {
    const cell = element(at ? "td" : "th", content.length ? "" : "is-empty", ...content);
    cell.setAttribute("role", ROLES[at]);
    if (at) cell.dataset.title = TITLES[at];
    else cell.setAttribute("scope", "row");
    made.append(cell);
  });
  return made;
}

/**
 * @param {Diagnostic} diagnostic
 * @param {Reveal} reveal
 */
export function shownProblem({ severity, message, path, line, column }, reveal) {
  const text = element("span", "report-message", message);
  const problem = element("li", "", gravity(severity), " ", text, " ");
  if (path && path !== "$") problem.append(element("code", "report-path", path), " ");
  if (line) problem.append(leading(placed({ line, column }), { line, column }, reveal));
  return problem;
}

/**
 * Makes the children of a node those of a list. What is the same as before stays, with its focus and what was opened in it.
 * @template Item
 * @param {HTMLElement} parent
 * @param {(item: Item) => HTMLElement} build
 * @returns {(items: readonly Item[]) => void}
 */
export function listIn(parent, build) {
  /** @type {string[]} */
  let before = [];
  return items => {
    const keys = items.map(item => JSON.stringify(item));
    const added = document.createDocumentFragment();
    items.forEach((item, at) => {
      if (keys[at] === before[at]) return;
      const made = build(item);
      if (at < before.length) parent.children[at].replaceWith(made);
      else added.append(made);
    });
    while (parent.children.length > items.length) parent.lastElementChild?.remove();
    parent.append(added);
    before = keys;
  };
}
