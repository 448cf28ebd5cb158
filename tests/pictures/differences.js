// Whether two pictures of a card are the same to a reader.

/**
 * How far a channel of a pixel, of 0 to 255, may be from the expected one. Half a `STEP` of it is the references'
 * rounding, the rest is for how another Chromium scales pictures and smooths letters. Readers see no such difference, and
 * where a colour of the style becomes another by more, it is found.
 */
export const THRESHOLD = 16;

/**
 * How many pixels of a card may be further off: an edge of a circle or of the triangle of a video, drawn by another
 * Chromium. A missing letter of the smallest type has more, and so has a hairline that has moved.
 */
export const ALLOWED = 40;

/** What channels are rounded to: a fraction of the size, and nothing that shows. */
export const STEP = 8;

/** @typedef {{ data: Uint8ClampedArray, width: number, height: number }} Picture */

/**
 * The pixels that differ, counted row by row in the larger size; what one of the pictures does not have differs.
 * @param {Picture} expected
 * @param {Picture} actual
 */
export function differing(expected, actual) {
  const width = Math.max(expected.width, actual.width);
  const height = Math.max(expected.height, actual.height);
  /** @type {number[]} */
  const found = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isInBoth = x < expected.width && x < actual.width && y < expected.height && y < actual.height;
      if (!isInBoth || differ(expected, actual, x, y)) found.push(y * width + x);
    }
  return found;
}

/**
 * @param {Picture} expected
 * @param {Picture} actual
 * @param {number} x
 * @param {number} y
 */
function differ(expected, actual, x, y) {
  const one = (y * expected.width + x) * 4;
  const other = (y * actual.width + x) * 4;
  for (let channel = 0; channel < 3; channel += 1)
    if (Math.abs(expected.data[one + channel] - actual.data[other + channel]) > THRESHOLD) return true;
  return false;
}

/**
 * Rounds each channel; white stays white, and no channel moves by more than half a step.
 * @param {Uint8ClampedArray} data
 */
export function round(data) {
  for (let at = 0; at < data.length; at += 1)
    data[at] = at % 4 === 3 ? 255 : Math.min(255, Math.round(data[at] / STEP) * STEP);
}
