// What is given to the toolkit: the input as bytes, and the options that all calls share. A wrong call is a `TypeError`
// that says what was expected; whatever is wrong with the input itself is for the reader to tell.

/** What is longer, in bytes, is no input of any format, so no more of it is handed over than shows that it is. */
const LONGEST = 16 * 1024 * 1024 + 1;

const encoder = new TextEncoder();

/**
 * The bytes of an input, and whether they are a text that somebody has decoded already.
 * @param {unknown} input
 * @param {string} call
 * @returns {{ bytes: Uint8Array, isDecoded: boolean }}
 */
export function bytesOf(input, call) {
  if (typeof input === "string") return { bytes: encoded(input), isDecoded: true };
  if (input instanceof ArrayBuffer) return { bytes: cut(new Uint8Array(input)), isDecoded: false };
  if (ArrayBuffer.isView(input)) {
    return { bytes: cut(new Uint8Array(input.buffer, input.byteOffset, input.byteLength)), isDecoded: false };
  }
  if (isPlain(input)) return { bytes: encoded(written(input, call)), isDecoded: true };
  const advice = isUnread(input) ? "; read it first, as by await request.text()" : "";
  throw new TypeError(`${call}: expected a text, bytes, or an article as an object, and not ${named(input)}${advice}`);
}

/** @param {Uint8Array} bytes */
const cut = bytes => bytes.subarray(0, LONGEST);

/**
 * A text as UTF-8. Half of a pair of surrogates is no character: it stays as the three bytes that it would have, which no
 * UTF-8 holds, so that the reader tells of it.
 * @param {string} text
 */
function encoded(text) {
  const whole = text.length < LONGEST ? text : text.slice(0, LONGEST);
  const bytes = encoder.encode(whole);
  if (!isWellFormed(whole)) {
    let at = 0;
    for (const character of whole) {
      const code = /** @type {number} */ (character.codePointAt(0));
      if (code >= 0xd800 && code <= 0xdfff) {
        // In its place stands U+FFFD, which is of three bytes as well.
        bytes.set([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)], at);
      }
      at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
  }
  return cut(bytes);
}

/** @param {string} text */
const isWellFormed = text => /** @type {any} */ (text).isWellFormed?.() ?? !/\p{Surrogate}/u.test(text);

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
