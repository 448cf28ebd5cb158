// What goes over the border to the WebAssembly: inputs as bytes into its memory, and HTML out of it.

/**
 * The text that so many bytes of UTF-16 at a place of a memory are.
 * @typedef {(memory: ArrayBuffer, place: number, length: number) => string} ReadWide
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Puts an input into the memory of an instance; how many bytes it has there.
 * @param {ToolkitGlue} glue
 * @param {string | Uint8Array} input
 */
export function put(glue, input) {
  const most = glue.most();
  const given = input.length <= most ? input : typeof input === "string" ? input.slice(0, most) : input.subarray(0, most);
  // No unit of a text takes more than three bytes.
  const length = typeof given === "string" ? given.length * 3 : given.length;
  const place = glue.room(length);
  // Room may have moved the memory.
  const bytes = new Uint8Array(glue.memory(), place, length);
  if (typeof given !== "string") {
    bytes.set(given);
    return length;
  }
  const { written } = encoder.encodeInto(given, bytes);
  if (written !== given.length && glue.has_replacement(written) && !isWellFormed(given)) keepHalves(given, bytes);
  return Math.min(written, most);
}

/** @param {string} text */
const isWellFormed = text => /** @type {any} */ (text).isWellFormed?.() ?? !/\p{Surrogate}/u.test(text);

/**
 * Half of a pair of surrogates is no character: it stays as the three bytes that it would have, which no UTF-8 holds, so that
 * the reader tells of it.
 * @param {string} text
 * @param {Uint8Array} bytes in which U+FFFD stands in its place, of three bytes as well
 */
function keepHalves(text, bytes) {
  let at = 0;
  for (const character of text) {
    const code = /** @type {number} */ (character.codePointAt(0));
    if (code >= 0xd800 && code <= 0xdfff) {
      bytes.set([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)], at);
    }
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
}

/**
 * The HTML that a renderer has made, of so many bytes. Where the host reads UTF-16, it comes as that unless it is ASCII: V8 takes
 * 0.5 µs for a card then, and 8 for UTF-8.
 * @param {ToolkitGlue} glue
 * @param {ToolkitRenderer} renderer
 * @param {number} length
 * @param {ReadWide} [readWide]
 */
export function htmlOf(glue, renderer, length, readWide) {
  if (readWide && !renderer.is_ascii()) {
    const wide = renderer.widen();
    return readWide(glue.memory(), renderer.wide(), wide);
  }
  return decoder.decode(new Uint8Array(glue.memory(), renderer.html(), length));
}
