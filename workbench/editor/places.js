// Places in a text. The engine counts columns in bytes of UTF-8, from 1 on, and the editor in units of UTF-16; lines end
// alike for both once `withPlainLines` has been over the text.

/**
 * The text as the editor keeps it: without a byte order mark, and every line ended by a line feed.
 * @param {string} text
 */
export function withPlainLines(text) {
  const rest = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return rest.includes("\r") ? rest.replace(/\r\n?/g, "\n") : rest;
}

/**
 * How many units of UTF-16 stand before a column of bytes; inside a character it is the place before that character.
 * @param {string} line
 * @param {number} column from 1 on
 */
export function unitsBefore(line, column) {
  let left = column - 1;
  let at = 0;
  while (left > 0 && at < line.length) {
    const code = /** @type {number} */ (line.codePointAt(at));
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) break;
    at += code < 0x10000 ? 1 : 2;
  }
  return at;
}

/**
 * How far what begins at a place of a line goes: a text in quotation marks, a word, a tag, or one character.
 * @param {string} line
 * @param {number} start
 * @returns {number} the place behind it, which is no further than 200 units off
 */
export function endOf(line, start) {
  const part = line.slice(start, start + 200);
  const found = /^(?:"(?:[^"\\]|\\.)*"?|<[^>]*>?|[\p{L}\p{N}_.+-]+|\P{Cs})/u.exec(part);
  return start + (found?.[0].length ?? Math.min(1, part.length));
}
