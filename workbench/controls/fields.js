// The kinds of controls, each with its name, a hint for whoever wants one, and a way to be shown another value. They know
// nothing of the bench.
import { make } from "../elements.js";

/**
 * @typedef {object} Control
 * @property {HTMLElement} node
 * @property {(value: string) => void} show moves the control without a word to anybody
 *
 * @typedef {object} Field
 * @property {string} name for people
 * @property {string} [hint]
 * @property {string} [byDefault] the value that stands where none is set
 * @property {(value: string, isOver: boolean) => void} onChange `isOver` is false while a hand still drags or types
 *
 * @typedef {{ value: string, name: string, lang?: string }} Option
 */

let count = 0;
/** An id that no other control of the page has. */
const nextId = () => `control-${++count}`;

/**
 * The hint of a control, which describes it even where it is not seen.
 * @param {HTMLElement} described
 * @param {string} [text]
 */
function hint(described, text) {
  if (!text) return [];
  const id = nextId();
  described.setAttribute("aria-describedby", id);
  return [make("p", { id, className: "control-hint", textContent: text })];
}

/**
 * @param {Option} option
 * @param {string} [byDefault]
 */
const said = ({ value, name }, byDefault) => value === byDefault ? `${name}, the default` : name;

/**
 * A few words, of which one is chosen.
 * @param {Field & { options: Option[] }} field
 * @returns {Control}
 */
export function choice({ name, hint: text, byDefault, options, onChange }) {
  const group = nextId();
  const node = make("fieldset", { className: "control" }, make("legend", { textContent: name }));
  const inputs = options.map(({ value }) => make("input", { type: "radio", name: group, value }));
  const row = make("div", { className: "choices" }, ...options.map((option, index) =>
    make("label", {}, inputs[index], make("span", { textContent: said(option, byDefault) }))));
  row.addEventListener("change", ({ target }) => onChange(/** @type {HTMLInputElement} */ (target).value, true));
  node.append(row, ...hint(node, text));
  return { node, show: value => inputs.forEach(input => input.checked = input.value === value) };
}

/**
 * A list, of which one is chosen.
 * @param {Field & { options: Option[] }} field
 * @returns {Control}
 */
export function list({ name, hint: text, byDefault, options, onChange }) {
  const select = make("select", {}, ...options.map(option =>
    make("option", { value: option.value, textContent: said(option, byDefault), lang: option.lang ?? "" })));
  for (const option of select.options) if (!option.lang) option.removeAttribute("lang");
  select.addEventListener("change", () => onChange(select.value, true));
  const node = make("div", { className: "control" },
    make("label", { className: "field" }, make("span", { textContent: name }), select), ...hint(select, text));
  return {
    node,
    show: value => {
      // A link may name what the list does not have.
      if (![...select.options].some(option => option.value === value)) {
        select.append(make("option", { value, textContent: value }));
      }
      select.value = value;
    },
  };
}

/**
 * Parts, each of which may be chosen; the value has them with spaces between.
 * @param {Field & { options: Option[] }} field
 * @returns {Control}
 */
export function parts({ name, hint: text, options, onChange }) {
  const node = make("fieldset", { className: "control" }, make("legend", { textContent: name }));
  const inputs = options.map(({ value }) => make("input", { type: "checkbox", value }));
  const row = make("div", { className: "control-parts" }, ...options.map((option, index) =>
    make("label", {}, inputs[index], make("span", { textContent: option.name }))));
  row.addEventListener("change", () =>
    onChange(inputs.filter(input => input.checked).map(input => input.value).join(" "), true));
  node.append(row, ...hint(node, text));
  return {
    node,
    show: value => {
      const chosen = value.split(/\s+/);
      for (const input of inputs) input.checked = chosen.includes(input.value);
    },
  };
}

/**
 * A yes or no; the value is "yes" or empty.
 * @param {Field} field
 * @returns {Control}
 */
export function check({ name, hint: text, onChange }) {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", () => onChange(input.checked ? "yes" : "", true));
  const node = make("div", { className: "control control-parts" },
    make("label", {}, input, make("span", { textContent: name })), ...hint(input, text));
  return { node, show: value => input.checked = value !== "" };
}

/**
 * A line of text, or a number, with what may be meant to pick from.
 * @param {Field & { suggestions?: string[], type?: "text" | "number", min?: number, max?: number,
 *   accept?: (value: string) => string }} field `accept` makes of what was typed what counts; empty for the default
 * @returns {Control}
 */
export function line({ name, hint: text, byDefault = "", suggestions = [], type = "text", min, max, accept, onChange }) {
  const input = make("input", { type, spellcheck: false, autocomplete: "off", autocapitalize: "off" });
  if (min !== undefined) input.min = String(min);
  if (max !== undefined) input.max = String(max);
  if (byDefault) input.placeholder = `${byDefault}, the default`;
  const node = make("div", { className: "control" },
    make("label", { className: "field" }, make("span", { textContent: name }), input), ...hint(input, text));
  if (suggestions.length) {
    const id = nextId();
    node.append(make("datalist", { id }, ...suggestions.map(value => make("option", { value }))));
    input.setAttribute("list", id);
  }
  // Half a word is no value, but one that was picked is at once.
  input.addEventListener("input", () => {
    if (type === "number" ? input.value !== "" && input.validity.valid : suggestions.includes(input.value)) {
      onChange(input.value, false);
    }
  });
  /** @type {string | undefined} */
  let shown;
  input.addEventListener("change", () => {
    const typed = input.validity.valid ? input.value.trim() : "";
    // What does not count does not stay there as if it did.
    input.value = accept?.(typed) ?? typed;
    onChange(input.value, true);
  });
  const show = (/** @type {string} */ value) => {
    // Somebody may be typing here while something else changes.
    if (value === shown && document.activeElement === input) return;
    shown = value;
    if (input.value !== value) input.value = value;
  };
  return { node, show };
}
