// What is on the bench, and what the engine understood of it. Panels read both here, change the state by `set`, and are
// told by two events: `state` when something was changed, `reading` when the engine has read the input.

/**
 * How the card is looked at. Nothing of it becomes part of the embed code.
 * @typedef {object} View
 * @property {number[]} widths of the cards that are shown side by side, in CSS pixels
 * @property {"system" | "light" | "dark"} page the page around the card, which the card's theme `auto` follows
 * @property {number} later how much later it is than now, in seconds
 * @property {string} zone where the reader is, an IANA name; empty for the zone of this machine
 * @property {100 | 200} text the reader's size of text, in per cent
 * @property {boolean} still the reader wants no motion
 * @property {boolean} forced the reader has forced colours
 * @property {"element" | "prerendered" | "no-script" | "no-wasm"} way how the card comes: by the loader, by the loader from a
 *   prerendered one, prerendered where no script runs, or by the loader in a browser without WebAssembly
 */

/**
 * Everything that a link to the bench says.
 * @typedef {object} State
 * @property {string} input the text in the editor
 * @property {string} name what it is called: a file, or a state of the gallery
 * @property {number} article which of the input's articles, from 0 on
 * @property {string} address where the input was published; empty if nobody says
 * @property {Record<string, string>} attributes of the element, by name, without those that are left at their default
 * @property {Record<string, string>} theme custom properties by name, without those that are left at their default
 * @property {View} view
 * @property {string} target for whom the embed code is: the name of one of `workbench/out/targets.js`
 */

/**
 * What the toolkit's `check` says of an article, with its rows.
 * @typedef {object} Note
 * @property {"error" | "warning" | "info" | null} severity null if nothing is wrong
 * @property {string} [code] of what is wrong
 * @property {string} text
 *
 * @typedef {object} Row
 * @property {string} field such as `byline[0].name`; a dash where nothing became a field
 * @property {string} value
 * @property {string} from a path, or what stands in a page; empty if nobody knows
 * @property {number} [line] where that is in the input, from 1 on
 * @property {number} [column] from 1 on, in bytes of UTF-8
 * @property {Note[]} notes
 *
 * @typedef {object} Diagnostic
 * @property {"error" | "warning" | "info"} severity
 * @property {string} code
 * @property {string} path
 * @property {string} message
 * @property {number} line
 * @property {number} column
 *
 * @typedef {object} Checked
 * @property {number} index
 * @property {boolean} ok
 * @property {"card" | "json-ld" | "ninjs" | "page" | "text" | null} format
 * @property {Record<string, any> | null} article the card's own JSON
 * @property {Diagnostic[]} diagnostics
 * @property {Row[]} rows
 *
 * @typedef {object} Reading
 * @property {string} input what was read
 * @property {Checked[]} articles at least one
 * @property {number} took milliseconds in the worker
 */

/** @type {State} */
export const START = {
  input: "",
  name: "",
  article: 0,
  address: "",
  attributes: {},
  theme: {},
  view: { widths: [480], page: "system", later: 0, zone: "", text: 100, still: false, forced: false, way: "element" },
  target: "html",
};

/** How many steps can be taken back. */
const STEPS = 200;

/** The bench: its state, the steps that led to it, and the latest reading. */
export class Bench extends EventTarget {
  /** @type {State} */
  #state = START;
  /** @type {State[]} */
  #past = [];
  /** @type {State[]} */
  #future = [];
  /** @type {Reading | undefined} */
  #reading;

  get state() {
    return this.#state;
  }

  /** What the engine said last; undefined before it has said anything. */
  get reading() {
    return this.#reading;
  }

  /** The article that is looked at, of the latest reading. */
  get chosen() {
    const articles = this.#reading?.articles;
    return articles?.[Math.min(this.#state.article, articles.length - 1)];
  }

  /**
   * Changes the state. What the editor does is no step of ours: it has its own.
   * @param {Partial<State>} change
   * @param {{ isStep?: boolean }} [options]
   */
  set(change, { isStep = true } = {}) {
    if (isStep) {
      this.#past = [...this.#past, this.#state].slice(-STEPS);
      this.#future = [];
    }
    this.#become({ ...this.#state, ...change });
  }

  /** @param {Reading} reading */
  understand(reading) {
    this.#reading = reading;
    this.dispatchEvent(new Event("reading"));
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  undo() {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#state);
    this.#become(before);
  }

  redo() {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#state);
    this.#become(after);
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    this.dispatchEvent(new Event("state"));
  }
}
