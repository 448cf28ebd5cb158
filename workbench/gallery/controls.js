// The gallery's controls: those that set attributes of the cards, made of what the element says of itself, and the
// page's own.

/**
 * @typedef {{ name: string, default?: string, type?: { text: string } }} Attribute
 * @typedef {object} Tables what `tables.json` has of use here
 * @property {{ attributes: Attribute[] }} [element]
 * @property {{ tag: string, name: string }[]} [languages]
 * @property {string[]} [states]
 */

const TITLES = { layout: "Layout", theme: "Theme", dir: "Direction", lang: "Language" };
/** Where a word of an attribute does not say enough. */
const WORDS = new Map([
  ["dir auto", "By language"],
  ["dir ltr", "Left to right"],
  ["dir rtl", "Right to left"],
]);
const PAGE = ["system", "light", "dark"];
const WIDTHS = [280, 320, 360, 480, 640, 900];

/** @param {string} word */
const capital = word => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * The words that an attribute takes, the default first, without which a card does the same.
 * @param {Tables} tables
 * @param {string} name
 */
export function wordsOf(tables, name) {
  const attribute = tables.element?.attributes.find(each => each.name === name);
  const words = [...(attribute?.type?.text ?? "").matchAll(/'([^']*)'/g)].map(([, word]) => word);
  const first = attribute?.default ?? (words.includes("auto") ? "auto" : words[0]);
  return words.filter(word => word === first).concat(words.filter(word => word !== first));
}

/**
 * @param {string} title
 * @param {HTMLElement[]} content
 */
function field(title, ...content) {
  const label = document.createElement("label");
  const words = document.createElement("span");
  label.className = "field";
  words.textContent = title;
  label.append(words, ...content);
  return label;
}

/**
 * @param {string} name
 * @param {{ value: string, text: string, lang?: string }[]} options
 */
function select(name, options) {
  const element = document.createElement("select");
  element.name = name;
  for (const { value, text, lang } of options) {
    const option = new Option(text, value);
    if (lang) option.lang = lang;
    element.append(option);
  }
  return element;
}

/**
 * @param {string} name
 * @param {string[]} words the first one is chosen
 */
function choices(name, words) {
  const set = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const row = document.createElement("div");
  legend.textContent = TITLES.layout;
  row.className = "choices";
  words.forEach((word, index) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    const text = document.createElement("span");
    Object.assign(input, { type: "radio", name, value: word, defaultChecked: index === 0 });
    text.textContent = capital(word);
    label.append(input, text);
    row.append(label);
  });
  set.append(legend, row);
  return set;
}

function width() {
  const range = document.createElement("input");
  const said = document.createElement("output");
  const marks = document.createElement("datalist");
  const both = document.createElement("span");
  Object.assign(range, { type: "range", name: "width", min: "240", max: "1000", step: "10", defaultValue: "320" });
  marks.id = "widths";
  marks.append(...WIDTHS.map(value => new Option(String(value), String(value))));
  range.setAttribute("list", marks.id);
  said.className = "said-width";
  both.className = "range";
  both.append(range, said, marks);
  return field("Width", both);
}

/**
 * Puts the controls into the row and gives the names of those that are attributes of the cards.
 * @param {HTMLElement} row
 * @param {Tables} tables
 */
export function putControls(row, tables) {
  const attributes = [];
  const words = (/** @type {"layout" | "theme" | "dir"} */ name) =>
    wordsOf(tables, name).map(value => ({ value, text: WORDS.get(`${name} ${value}`) ?? capital(value) }));
  const layouts = wordsOf(tables, "layout");
  if (layouts.length) {
    attributes.push("layout");
    row.append(choices("layout", layouts));
  }
  row.append(width());
  for (const name of /** @type {const} */ (["theme", "dir"])) {
    const options = words(name);
    if (!options.length) continue;
    attributes.push(name);
    row.append(field(TITLES[name], select(name, options)));
  }
  row.append(field("This page", select("page", PAGE.map(value => ({ value, text: capital(value) })))));
  if (tables.languages?.length) {
    attributes.push("lang");
    const own = tables.languages.map(({ tag, name }) => ({ value: tag, text: name, lang: tag }));
    row.append(field(TITLES.lang, select("lang", [{ value: "auto", text: "As the article says" }, ...own])));
  }
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const json = Object.assign(document.createElement("button"), { type: "button", textContent: "JSON of all" });
  json.setAttribute("aria-pressed", "false");
  const reset = Object.assign(document.createElement("button"), { type: "reset", textContent: "Reset" });
  buttons.append(json, reset);
  row.append(buttons);
  return { attributes, json };
}
