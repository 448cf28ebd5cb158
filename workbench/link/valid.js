// What of a link, a file or this browser's store may become a state of the bench. Others can write all three, so whatever
// is not of the right type, too long or unknown is dropped; nothing that runs can come in as an attribute.
import { START } from "../bench.js";

/** @typedef {import("../bench.js").State} State */

/** The element's attributes. Any other, `onclick` among them, would stand in the code that an editor takes away. */
export const ATTRIBUTES = [
  "for",
  "layout",
  "theme",
  "heading-level",
  "target",
  "time-zone",
  "relative-until",
  "link-params",
  "loading",
  "hide",
  "lang",
  "dir",
];

const TEN_YEARS = 10 * 365 * 24 * 60 * 60;
const WAYS = ["element", "prerendered", "no-script", "no-wasm"];

/** @param {number} longest */
const text = longest => (/** @type {unknown} */ value) => typeof value === "string" && value.length <= longest;

/**
 * @param {number} least
 * @param {number} most
 */
const whole = (least, most) => (/** @type {any} */ value) => Number.isInteger(value) && value >= least && value <= most;

/** @param {...unknown} words */
const oneOf = (...words) => (/** @type {unknown} */ value) => words.includes(value);

const isWidth = whole(100, 3000);

/** @param {unknown} value */
const isWidths = value => Array.isArray(value) && value.length > 0 && value.length < 7 && value.every(isWidth);

/** @param {any} value */
function isZone(value) {
  if (value === "") return true;
  if (!text(64)(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: value }));
  } catch {
    return false;
  }
}

/**
 * A value of a custom property that stays one: it ends no declaration, begins no comment, and fetches nothing.
 * @param {any} value
 */
const isPropertyValue = value =>
  text(300)(value) && !/[;{}<>\\@\n\r\f]|\/\*|\*\/|\b(?:url|src|image|image-set)\s*\(/i.test(value) && isBalanced(value);

/** @param {string} value */
function isBalanced(value) {
  const plain = value.replace(/"[^"]*"|'[^']*'/g, "");
  if (/["']/.test(plain)) return false;
  let depth = 0;
  for (const sign of plain) {
    if (sign === "(" || sign === "[") depth++;
    if ((sign === ")" || sign === "]") && --depth < 0) return false;
  }
  return depth === 0;
}

/** @type {Record<keyof State["view"], (value: unknown) => boolean>} */
const VIEW = {
  widths: isWidths,
  page: oneOf("system", "light", "dark"),
  later: whole(-TEN_YEARS, TEN_YEARS),
  zone: isZone,
  text: oneOf(100, 200),
  still: oneOf(true, false),
  forced: oneOf(true, false),
  way: oneOf(...WAYS),
};

/** @type {Record<Exclude<keyof State, "attributes" | "theme" | "view">, (value: unknown) => boolean>} */
const FIELDS = {
  input: text(8 * 1024 * 1024),
  name: text(200),
  article: whole(0, 99_999),
  address: text(4096),
  target: value => typeof value === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(value),
};

/**
 * The entries of an object, or none.
 * @param {unknown} value
 * @returns {[string, any][]}
 */
const entries = value => (value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : []);

/**
 * The entries that the checks know and let pass.
 * @param {unknown} value
 * @param {Record<string, (value: unknown) => boolean>} checks
 */
const passing = (value, checks) =>
  Object.fromEntries(entries(value).filter(([key, value]) => Object.hasOwn(checks, key) && checks[key](value)));

/**
 * A whole state: what is given and right, the start for all else.
 * @param {unknown} given
 * @returns {State}
 */
export function valid(given) {
  const { attributes, theme, view } = Object.fromEntries(entries(given));
  const isAttribute = (/** @type {[string, any]} */ [name, value]) => ATTRIBUTES.includes(name) && text(1000)(value);
  const isProperty = (/** @type {[string, any]} */ [name, value]) =>
    /^--article-card-[a-z][a-z-]{0,39}$/.test(name) && isPropertyValue(value);
  return /** @type {State} */ ({
    ...START,
    ...passing(given, FIELDS),
    attributes: Object.fromEntries(entries(attributes).filter(isAttribute)),
    theme: Object.fromEntries(entries(theme).filter(isProperty)),
    view: { ...START.view, ...passing(view, VIEW) },
  });
}

/**
 * What of a state is not as at the start.
 * @param {State} state
 * @returns {Record<string, any>}
 */
export function differing(state) {
  const view = unlike(state.view, START.view);
  const { view: _, ...others } = unlike(state, START);
  return Object.keys(view).length ? { ...others, view } : others;
}

/**
 * @param {Record<string, any>} object
 * @param {Record<string, any>} start
 */
const unlike = (object, start) =>
  Object.fromEntries(
    Object.keys(start).filter(key => JSON.stringify(object[key]) !== JSON.stringify(start[key])).map(key => [key, object[key]]),
  );
