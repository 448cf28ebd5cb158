// The kinds of controls, each with its name, a hint for whoever wants one, and a way to be shown another value. They know
// nothing of the bench.

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
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} kind
 * @param {Record<string, unknown>} [properties]
 * @param {(Node | string)[]} children
 */
export function element(kind, properties = {}, ...children) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...children);
  return made;
}

/**
 * The hint of a control, which describes it even where it is not seen.
 * @param {HTMLElement} described
 * @param {string} [text]
 */
function hint(described, text) {
  if (!text) return [];
  const id = nextId();
  described.setAttribute("aria-describedby", id);
  return [element("p", { id, className: "control-hint", textContent: text })];
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
  const node = element("fieldset", { className: "control" }, element("legend", { textContent: name }));
  const inputs = options.map(({ value }) => element("input", { type: "radio", name: group, value }));
  const row = element("div", { className: "choices" }, ...options.map((option, index) =>
    element("label", {}, inputs[index], element("span", { textContent: said(option, byDefault) }))));
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
  const select = element("select", {}, ...options.map(option =>
    element("option", { value: option.value, textContent: said(option, byDefault), lang: option.lang ?? "" })));
  for (const option of select.options) if (!option.lang) option.removeAttribute("lang");
  select.addEventListener("change", () => onChange(select.value, true));
  const node = element("div", { className: "control" },
    element("label", { className: "field" }, element("span", { textContent: name }), select), ...hint(select, text));
  return {
    node,
    show: value => {
      // A link may name what the list does not have.
      if (![...select.options].some(option => option.value === value)) {
        select.append(element("option", { value, textContent: value }));
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
  const node = element("fieldset", { className: "control" }, element("legend", { textContent: name }));
  const inputs = options.map(({ value }) => element("input", { type: "checkbox", value }));
  const row = element("div", { className: "control-parts" }, ...options.map((option, index) =>
    element("label", {}, inputs[index], element("span", { textContent: option.name }))));
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
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => onChange(input.checked ? "yes" : "", true));
  const node = element("div", { className: "control control-parts" },
    element("label", {}, input, element("span", { textContent: name })), ...hint(input, text));
  return { node, show: value => input.checked = value !== "" };
}

/**
 * A line of text, or a number, with what may be meant to pick from.
 * @param {Field & { suggestions?: string[], type?: "text" | "number", min?: number, max?: number,
 *   accept?: (value: string) => string }} field `accept` makes of what was typed what counts; empty for the default
 * @returns {Control}
 */
export function line({ name, hint: text, byDefault = "", suggestions = [], type = "text", min, max, accept, onChange }) {
  const input = element("input", { type, spellcheck: false, autocomplete: "off", autocapitalize: "off" });
  if (min !== undefined) input.min = String(min);
  if (max !== undefined) input.max = String(max);
  if (byDefault) input.placeholder = `${byDefault}, the default`;
  const node = element("div", { className: "control" },
    element("label", { className: "field" }, element("span", { textContent: name }), input), ...hint(input, text));
  if (suggestions.length) {
    const id = nextId();
    node.append(element("datalist", { id }, ...suggestions.map(value => element("option", { value }))));
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
