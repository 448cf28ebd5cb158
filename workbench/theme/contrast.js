// Contrast as WCAG 2.2 has it, of colours in sRGB.

/**
 * Red, green and blue from 0 to 255, and alpha from 0 to 1.
 * @typedef {[number, number, number, number]} Rgba
 */

/** @param {number} channel */
function linear(channel) {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** @param {Rgba} colour */
export const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/**
 * What is seen where one colour lies over another.
 * @param {Rgba} top
 * @param {Rgba} below
 * @returns {Rgba}
 */
export function over(top, below) {
  const alpha = top[3] + below[3] * (1 - top[3]);
  if (alpha === 0) return [0, 0, 0, 0];
  const mixed = [0, 1, 2].map(index => (top[index] * top[3] + below[index] * below[3] * (1 - top[3])) / alpha);
  return [mixed[0], mixed[1], mixed[2], alpha];
}

/**
 * From 1 to 21. What is transparent of the colour lets the ground through; the ground itself is opaque.
 * @param {Rgba} colour
 * @param {Rgba} ground
 */
export function contrast(colour, ground) {
  const [one, other] = [luminance(over(colour, ground)), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** What is too little must not be rounded up to enough. @param {number} ratio */
export const inWords = ratio => `${Math.floor(ratio * 10 + 1e-9) / 10}:1`;

/**
 * @param {number} ratio
 * @param {"text" | "mark" | "line"} use a text, a mark that has to be seen, or a hairline that only divides
 * @returns {{ isEnough: boolean, text: string }}
 */
export function judged(ratio, use) {
  const said = inWords(ratio);
  if (use === "line") {
    return { isEnough: true, text: ratio < 3 ? `${said}; a line that only divides may have less than 3:1` : said };
  }
  const least = use === "text" ? 4.5 : 3;
  if (ratio >= least) return { isEnough: true, text: said };
  const what = use === "text" ? "text" : "a mark";
  return { isEnough: false, text: `${said}, too little for ${what}: at least ${least}:1` };
}
