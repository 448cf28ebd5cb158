// What a custom property of the card takes, and the field in which one writes it.

import { make } from "../elements.js";
import { sides } from "./colour.js";
import { refusal } from "./rule.js";

/**
 * One of the table's `cssProperties`.
 * @typedef {object} CustomProperty
 * @property {string} name
 * @property {string} [description]
 * @property {string} [default]
 * @property {string} [syntax]
 */

/** @type {[RegExp, string, string][]} the property of CSS that takes the same, and how it is called here */
const KINDS = [
  [/-font$/, "font-family", "a list of fonts, such as Georgia, serif"],
  [/-size$/, "font-size", "a size of text, such as 18px or 1.1rem"],
  [/-padding$/, "padding-left", "one length, such as 12px or 0px"],
  [/-radius$/, "border-radius", "a length, such as 4px"],
  [/-max-width$/, "max-width", "a width, such as 40rem"],
  [/-place$/, "min-height", "a height, such as 24rem"],
];

/** @param {CustomProperty} property */
export const isColour = ({ syntax }) => syntax === "<color>";

/** @param {CustomProperty} property */
export const isFont = ({ name }) => name.endsWith("-font");

/**
 * What is wrong with a value, in words; empty if nothing is.
 * @param {CustomProperty} property
 * @param {string} value
 * @param {(property: string, value: string) => boolean} supports that of `CSS`
 */
export function problem(property, value, supports) {
  const refused = refusal(value);
  if (refused) return refused;
  const [, takes, words] = KINDS.find(([pattern]) => pattern.test(property.name)) ?? [];
  if (/^(inherit|initial|unset|revert|revert-layer)$/i.test(value)) {
    return `“${value}” leaves the card's own; empty the field for that.`;
  }
  // A length without a unit is none where the card computes with it.
  if (takes === "padding-left" && value === "0") return "Write 0px: the card computes with it.";
  if (isColour(property)) {
    return supports("color", value) ? "" : "That is no colour of CSS that this browser knows, such as #a3182b.";
  }
  return !takes || supports(takes, value) ? "" : `That is not ${words}.`;
}

/**
 * What counts where nothing is written, on both schemes.
 * @param {CustomProperty} property
 */
function placeholder({ default: value = "the card's own" }) {
  const { light, dark } = sides(value);
  return light === dark ? light : `${light} / ${dark}`;
}

/** @param {CustomProperty} property */
function sentence({ description = "", default: value = "" }) {
  const about = description.split("\n")[0];
  const { light, dark } = sides(value);
  const own = light === dark ? "" : `by default ${light} on light pages, ${dark} on dark ones`;
  return [about, own].filter(Boolean).join("; ");
}

/**
 * @param {CustomProperty} property
 * @param {(value: string, isStep: boolean) => void} change
 */
export function themeField(property, change) {
  const id = property.name.slice(2);
  const title = id.replace("article-card-", "").replaceAll("-", " ");
  const text = make("input", {
    id, type: "text", placeholder: placeholder(property), spellcheck: false, autocomplete: "off", dir: "ltr",
  });
  const about = make("p", { id: `${id}-about`, className: "about", textContent: sentence(property) });
  const wrong = make("p", { id: `${id}-wrong`, className: "wrong", hidden: true, role: "status" });
  const reset = make("button", { type: "button", textContent: "Reset", disabled: true });
  reset.setAttribute("aria-label", `Reset ${title}`);
  text.setAttribute("aria-describedby", `${about.id} ${wrong.id}`);
  const picker = isColour(property) ? make("input", { type: "color" }) : undefined;
  picker?.setAttribute("aria-label", `Pick ${title}`);
  const root = make("div", { className: "theme-field" },
    make("label", { htmlFor: id, textContent: title[0].toUpperCase() + title.slice(1) }),
    make("div", { className: "theme-row" }, ...picker ? [picker] : [], text, reset), about, wrong);

  let last = "";
  // Whoever types takes one step, and not one with each letter.
  let isNew = true;

  /** @param {string} value */
  function take(value) {
    const trimmed = value.trim();
    const found = trimmed && problem(property, trimmed, (name, own) => CSS.supports(name, own));
    wrong.hidden = !found;
    wrong.textContent = found;
    if (found) text.setAttribute("aria-invalid", "true");
    else text.removeAttribute("aria-invalid");
    reset.disabled = value === "";
    if (found || trimmed === last) return;
    last = trimmed;
    change(trimmed, isNew);
    isNew = false;
  }

  for (const control of picker ? [text, picker] : [text]) control.addEventListener("focus", () => void (isNew = true));
  text.addEventListener("input", () => take(text.value));
  picker?.addEventListener("input", () => take(text.value = picker.value));
  reset.addEventListener("click", () => {
    isNew = true;
    take(text.value = "");
    text.focus();
  });

  return {
    root,
    picker,
    /**
     * Follows the bench; what is typed and not understood stays, as the bench does not have it.
     * @param {string} value
     */
    update(value) {
      if (value === last) return;
      last = value;
      text.value = value;
      take(value);
    },
    /** Also what is typed and not understood goes. */
    clear() {
      text.value = "";
      take("");
    },
  };
}
