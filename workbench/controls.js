// The controls: every attribute of the element, and how the card is looked at. They follow the bench, also when a step is
// taken back.
import { START } from "./bench.js";
import { grouped, hintOf, kindOf, title, titleOf, withAttribute, wordsOf } from "./controls/attributes.js";
import { choice, line, list, parts } from "./controls/fields.js";
import { make } from "./elements.js";
import { viewControls } from "./controls/view.js";

/** @import { Bench, State } from "./bench.js" */
/** @import { Attribute } from "./controls/attributes.js" */

/**
 * @typedef {object} Tables
 * @property {{ attributes: Attribute[] }} element
 * @property {{ tag: string, name: string }[]} languages
 */

const FOLDED = "(max-width: 52rem)";

const zones = () => /** @type {{ supportedValuesOf?: (key: "timeZone") => string[] }} */ (Intl)
  .supportedValuesOf?.("timeZone") ?? [];

/**
 * @param {Attribute} attribute
 * @param {Tables} tables
 * @param {(value: string, isOver: boolean) => void} onChange
 */
function attributeControl(attribute, tables, onChange) {
  const words = wordsOf(attribute.type.text);
  const field = {
    name: titleOf(attribute.name),
    hint: hintOf(attribute.description),
    byDefault: attribute.default,
    options: words.map(value => ({ value, name: title(value) })),
    onChange,
  };
  switch (kindOf(attribute)) {
    case "language": {
      const languages = tables.languages.map(({ tag, name }) => ({ value: tag, name, lang: tag }));
      return list({ ...field, byDefault: "", options: [{ value: "", name: "As the article says" }, ...languages] });
    }
    case "parts": return parts(field);
    case "number": {
      const numbers = words.map(Number);
      return line({ ...field, type: "number", min: Math.min(...numbers), max: Math.max(...numbers) });
    }
    case "words": return choice(field);
    default: return line({ ...field, suggestions: attribute.name === "time-zone" ? [...words, ...zones()] : words });
  }
}

/**
 * @param {HTMLElement} root
 * @param {Bench} bench
 * @param {{ tables: Tables }} needs
 */
export function openControls(root, bench, { tables }) {
  /** @type {((state: State) => void)[]} */
  const shows = [];
  let isUnderWay = false;
  /**
   * One drag, or one word that is typed, is one step to take back.
   * @param {Partial<State>} change
   * @param {boolean} isOver
   */
  const set = (change, isOver) => {
    const isSame = Object.entries(change).every(([name, value]) =>
      JSON.stringify(bench.state[/** @type {keyof State} */ (name)]) === JSON.stringify(value));
    if (!isSame) bench.set(change, { isStep: !isUnderWay });
    isUnderWay = !isOver && (isUnderWay || !isSame);
  };

  const folds = make("div", { className: "control-folds" });
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();
  /** @param {string} name */
  const group = name => {
    const there = groups.get(name);
    if (there) return there;
    const legend = make("legend", { className: "unseen", textContent: name });
    const body = make("fieldset", { className: "control-group" }, legend);
    const summary = make("summary", { textContent: name });
    const details = make("details", { className: "control-fold" }, summary, body);
    const narrow = matchMedia(FOLDED);
    let isChosen = false;
    details.open = !narrow.matches;
    summary.addEventListener("click", () => isChosen = true);
    // Whoever has folded or unfolded one finds it so when the window changes.
    narrow.addEventListener("change", () => {
      if (!isChosen) details.open = !narrow.matches;
    });
    groups.set(name, body);
    folds.append(details);
    return body;
  };

  const explain = make("button", { type: "button", textContent: "Explain" });
  const back = make("button", { type: "button", textContent: "Back to the start" });
  explain.setAttribute("aria-pressed", "false");
  explain.addEventListener("click", () => {
    const isExplained = root.classList.toggle("is-explained");
    explain.setAttribute("aria-pressed", String(isExplained));
  });
  back.addEventListener("click", () => set({ attributes: START.attributes, view: START.view }, true));

  for (const { name, attributes } of grouped(tables.element.attributes)) {
    for (const attribute of attributes) {
      const control = attributeControl(attribute, tables, (value, isOver) =>
        set({ attributes: withAttribute(bench.state.attributes, attribute, value) }, isOver));
      // A field that is empty says its default by itself; among words the default is one of them.
      const empty = ["words", "language"].includes(kindOf(attribute)) ? attribute.default ?? "" : "";
      shows.push(({ attributes: chosen }) => control.show(chosen[attribute.name] ?? empty));
      group(name).append(control.node);
    }
  }
  for (const { group: name, node, show } of viewControls((change, isOver) =>
    set({ view: { ...bench.state.view, ...change } }, isOver), zones())) {
    shows.push(({ view }) => show(view));
    group(name).append(node);
  }

  root.classList.add("controls");
  root.append(folds, make("div", { className: "control-foot" }, explain, back));

  const show = () => {
    for (const each of shows) each(bench.state);
  };
  bench.addEventListener("state", show);
  show();
}
