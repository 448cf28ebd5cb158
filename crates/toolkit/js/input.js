// What is given to the toolkit: the input, and the options that all calls share. A wrong call is a `TypeError`
// that says what was expected; whatever is wrong with the input itself is for the reader to tell.

/**
 * An input as it is handed on, and whether it is a text that somebody has decoded already.
 * @param {unknown} input
 * @param {string} call
 * @returns {{ input: string | Uint8Array, isDecoded: boolean }}
 */
export function inputOf(input, call) {
  if (typeof input === "string") return { input, isDecoded: true };
  if (input instanceof ArrayBuffer) return { input: new Uint8Array(input), isDecoded: false };
  if (ArrayBuffer.isView(input)) {
    return { input: new Uint8Array(input.buffer, input.byteOffset, input.byteLength), isDecoded: false };
  }
  if (isPlain(input)) return { input: written(input, call), isDecoded: true };
  const advice = isUnread(input) ? "; read it first, as by await request.text()" : "";
  throw new TypeError(`${call}: expected a text, bytes, or an article as an object, and not ${named(input)}${advice}`);
}

/** @param {unknown} value */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // Objects of another realm, such as those of a test runner's sandbox, are plain as well.
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * @param {unknown} value
 * @param {string} call
 */
function written(value, call) {
  try {
    const json = JSON.stringify(value);
    if (json != null) return json;
  } catch (error) {
    throw new TypeError(`${call}: the object cannot be written as JSON: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  throw new TypeError(`${call}: the object says of itself that it is nothing in JSON`);
}

/** @param {any} value */
const isUnread = value => typeof value?.text === "function" || typeof value?.getReader === "function" || typeof value?.then === "function";

/**
 * What a value is, for those who meant another.
 * @param {any} value
 */
export function named(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  const name = value.constructor?.name;
  return name ? `a value of the class ${name}` : "an object";
}

/**
 * The options of a call, each by its name.
 * @param {unknown} options
 * @param {string} call
 * @returns {Record<string, unknown>}
 */
export function optionsOf(options, call) {
  if (options === undefined || options === null) return {};
  if (!isPlain(options) || Array.isArray(options)) throw new TypeError(`${call}: the options are an object, and not ${named(options)}`);
  return /** @type {Record<string, unknown>} */ (options);
}

/**
 * A time in milliseconds since 1970; the clock's where none is given.
 * @param {unknown} now
 * @param {string} call
 */
export function timeOf(now, call) {
  if (now === undefined || now === null) return Date.now();
  const time = now instanceof Date ? now.getTime() : now;
  // As far as a `Date` goes.
  if (typeof time === "number" && Math.abs(time) <= 8.64e15) return Math.trunc(time);
  throw new TypeError(`${call}: now is a Date, or a number of milliseconds since 1970`);
}
