// The marks of what the engine found wrong, at their places in the text. Errors are marked once typing has paused, and
// nothing pops up by itself.
import { linter, setDiagnostics } from "../parts/codemirror.js";
import { endOf, unitsBefore } from "./places.js";

/** @typedef {import("../bench.js").Diagnostic} Diagnostic */
/** @typedef {import("@codemirror/view").EditorView} EditorView */
/** @typedef {import("@codemirror/state").Text} Text */

/** How long nothing must have been typed, in milliseconds. */
const PAUSE = 700;
/** Marks beyond are of no use to anybody, and slow. */
const MOST = 300;

const WORDS = { error: "Error", warning: "Warning", info: "Note" };

/** What a problem says when it is pointed at, and the list of all by Ctrl+Shift+M. */
export const problemMarks = linter(null);

/**
 * @param {Text} doc
 * @param {number} line
 * @param {number} column in bytes
 */
export function placeIn(doc, line, column) {
  const { from, text } = doc.line(Math.max(1, Math.min(line, doc.lines)));
  const start = unitsBefore(text, column);
  return { from: from + start, to: from + endOf(text, start) };
}

/**
 * @param {Text} doc
 * @param {Diagnostic[]} diagnostics
 */
function marks(doc, diagnostics) {
  const once = new Map(diagnostics.map(one => [`${one.line}:${one.column} ${one.code} ${one.message}`, one]));
  return [...once.values()].slice(0, MOST).map(({ severity, code, message, line, column }) => ({
    ...placeIn(doc, line, column),
    severity,
    source: code,
    message: `${WORDS[severity]}: ${message}`,
  }));
}

/**
 * Marks what the latest reading says, if it is of the text that stands there.
 * @param {EditorView} view
 * @param {import("../bench.js").Bench} bench
 * @param {() => boolean} isCurrent whether the editor and the bench have the same text
 */
export function openProblems(view, bench, isCurrent) {
  let typed = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const show = () => {
    clearTimeout(timer);
    const { reading, state } = bench;
    if (!reading || reading.input !== state.input || !isCurrent()) return;
    const diagnostics = reading.input.trim() ? reading.articles.flatMap(article => article.diagnostics) : [];
    const wait = typed + PAUSE - performance.now();
    // What is half-written is often wrong, and right a moment later.
    if (wait > 0 && diagnostics.some(({ severity }) => severity === "error")) {
      timer = setTimeout(show, wait);
      return;
    }
    view.dispatch(setDiagnostics(view.state, marks(view.state.doc, diagnostics)));
  };
  bench.addEventListener("reading", show);
  return {
    /** Somebody types; what is marked stays where it is until they pause. */
    typed() {
      typed = performance.now();
    },
    show,
  };
}
