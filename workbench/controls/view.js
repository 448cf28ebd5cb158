// The controls of the view: how the card is looked at, of which nothing becomes part of the embed code.
import { check, choice, line, list } from "./fields.js";
import { make } from "../elements.js";

/** @import { View } from "../bench.js" */
/** @import { Control } from "./fields.js" */

export const NARROWEST = 240;
export const WIDEST = 1000;
export const THREE = [280, 480, 900];

const HOUR = 3600;
const DAY = 24 * HOUR;
const LATER = [
  { value: "0", name: "Now" },
  { value: String(3 * HOUR), name: "In 3 hours" },
  { value: String(DAY), name: "Tomorrow" },
  { value: String(8 * DAY), name: "In 8 days" },
  { value: String(365 * DAY), name: "In a year" },
];

/**
 * A width that the stage takes, or undefined for what is none.
 * @param {string} text
 */
export function widthOf(text) {
  const width = Math.round(Number(text));
  return text.trim() && Number.isFinite(width) ? Math.min(Math.max(width, NARROWEST), WIDEST) : undefined;
}

/**
 * A zone that this browser knows, or an empty text for that of the machine.
 * @param {string} name
 */
export function zoneOf(name) {
  const zone = name.trim();
  try {
    if (zone) new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return "";
  }
}

/** @param {number[]} widths */
const areThree = widths => widths.join() === THREE.join();

/**
 * One width by hand, or three at once.
 * @param {(change: Partial<View>, isOver: boolean) => void} change
 */
function widthControl(change) {
  const bounds = { min: String(NARROWEST), max: String(WIDEST) };
  const range = make("input", { type: "range", ...bounds });
  const number = make("input", { type: "number", ...bounds });
  const three = make("button", { type: "button", textContent: `Three at once: ${THREE.join(", ")}` });
  range.setAttribute("aria-label", "Width in pixels, by dragging");
  number.setAttribute("aria-label", "Width in pixels");
  for (const input of [range, number]) {
    input.addEventListener("input", () => {
      // A number that is half typed is none yet.
      if (input.validity.valid && input.value) change({ widths: [Number(input.value)] }, false);
    });
    input.addEventListener("change", () => {
      const width = widthOf(input.value);
      if (width) change({ widths: [width] }, true);
    });
  }
  three.addEventListener("click", () => {
    const isOne = three.getAttribute("aria-pressed") !== "true";
    change({ widths: isOne ? THREE : [Number(range.value)] }, true);
  });
  const node = make("fieldset", { className: "control" }, make("legend", { textContent: "Width" }),
    make("div", { className: "control-width" }, range, number, make("span", { textContent: "px" })), three);
  /** @param {View} view */
  const show = ({ widths }) => {
    three.setAttribute("aria-pressed", String(areThree(widths)));
    if (areThree(widths)) return;
    range.value = String(widths[0]);
    if (document.activeElement !== number || number.validity.valid) number.value = String(widths[0]);
  };
  return { node, show };
}

/**
 * All controls of the view, in their groups; `show` moves them.
 * @param {(change: Partial<View>, isOver: boolean) => void} change
 * @param {string[]} zones
 */
export function viewControls(change, zones) {
  /** @type {{ group: string, node: HTMLElement, show: (view: View) => void }[]} */
  const all = [];
  /**
   * @param {string} group
   * @param {Control} control
   * @param {(view: View) => string} value
   */
  const put = (group, control, value) => all.push({ group, node: control.node, show: view => control.show(value(view)) });

  all.push({ group: "Page", ...widthControl(change) });
  put("Page", choice({
    name: "Page around it",
    hint: "What a card with the theme auto follows.",
    byDefault: "system",
    options: [{ value: "system", name: "System" }, { value: "light", name: "Light" }, { value: "dark", name: "Dark" }],
    onChange: (value, isOver) => change({ page: /** @type {View["page"]} */ (value) }, isOver),
  }), view => view.page);
  put("Page", choice({
    name: "How the card comes",
    hint: "By the loader; prerendered, and adopted by the loader; prerendered where no script runs; or by the loader in a "
      + "browser without WebAssembly, where the publisher's own words stay.",
    byDefault: "element",
    options: [
      { value: "element", name: "By script" },
      { value: "prerendered", name: "Prerendered" },
      { value: "no-script", name: "No script" },
      { value: "no-wasm", name: "No WebAssembly" },
    ],
    onChange: (value, isOver) => change({ way: /** @type {View["way"]} */ (value) }, isOver),
  }), view => view.way);

  put("Reader", list({
    name: "Time of reading",
    hint: "As the card will read then.",
    byDefault: "0",
    options: LATER,
    onChange: (value, isOver) => change({ later: Number(value) }, isOver),
  }), view => String(view.later));
  put("Reader", line({
    name: "Reader's zone",
    hint: "Where the reader is, as Asia/Tokyo; it counts where the card's time zone is that of the reader.",
    byDefault: "This machine's",
    suggestions: zones,
    accept: zoneOf,
    onChange: (value, isOver) => change({ zone: value }, isOver),
  }), view => view.zone);
  put("Reader", choice({
    name: "Text size",
    hint: "The reader's own setting in the browser.",
    byDefault: "100",
    options: [{ value: "100", name: "100 %" }, { value: "200", name: "200 %" }],
    onChange: (value, isOver) => change({ text: value === "200" ? 200 : 100 }, isOver),
  }), view => String(view.text));
  put("Reader", check({
    name: "Wants no motion",
    hint: "As with reduced motion in the system's settings.",
    onChange: (value, isOver) => change({ still: value !== "" }, isOver),
  }), view => view.still ? "yes" : "");
  put("Reader", check({
    name: "Has forced colours",
    hint: "The system's colours in the place of the card's, nearly as a browser lays them; the system's own setting shows "
      + "more.",
    onChange: (value, isOver) => change({ forced: value !== "" }, isOver),
  }), view => view.forced ? "yes" : "");
  return all;
}
