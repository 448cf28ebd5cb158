// Whether two pictures of a card are the same to a reader.

/**
 * How far a channel of a pixel, of 0 to 255, may be from the expected one. Half a `STEP` of it is the references'
 * rounding, the rest is for how another Chromium scales pictures and smooths letters. Readers see no such difference, and
 * where a colour of the style becomes another by more, it is found.
 */
export const THRESHOLD = 20;

/**
 * How many pixels of a card may be further off: an edge of a circle or of the triangle of a video, drawn by another
 * Chromium. A missing word of the smallest type has more, and so has a hairline that has moved.
 */
export const ALLOWED = 40;

/** What channels are rounded to where a colour is rare, so that a reference is a fraction of the size. */
export const STEP = 17;

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

/** The share of a picture that a colour has to have to stay as it is; the edges of letters have less. */
const PLAIN = 1 / 2000;

/** @param {number} shade */
const rounded = shade => Math.round(shade / STEP) * STEP;

/**
 * The pixels in fewer colours, each three numbers in a row, and for each pixel the place of its own. Those of plain areas
 * stay as they are, all others are rounded.
 * @param {Uint8ClampedArray} data
 */
export function indexed(data) {
  const pixels = data.length / 4;
  /** @param {number} pixel */
  const at = pixel => (data[pixel * 4] << 16) + (data[pixel * 4 + 1] << 8) + data[pixel * 4 + 2];
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (let pixel = 0; pixel < pixels; pixel += 1) counts.set(at(pixel), (counts.get(at(pixel)) ?? 0) + 1);
  /** @type {number[]} */
  const known = [];
  /** @type {Map<number, number>} */
  const all = new Map();
  for (const [colour, count] of counts) {
    const parts = [colour >> 16, (colour >> 8) & 255, colour & 255];
    const [red, green, blue] = count / pixels > PLAIN ? parts : parts.map(rounded);
    const kept = (red << 16) + (green << 8) + blue;
    if (!known.includes(kept)) known.push(kept);
    all.set(colour, known.indexOf(kept));
  }
  if (known.length > 256) throw new Error(`${known.length} colours, and a picture can have 256`);
  const places = new Uint8Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) places[pixel] = all.get(at(pixel)) ?? 0;
  return { colours: known.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]), places };
}
