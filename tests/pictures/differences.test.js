// Which differences count, and that rounding makes none.
import assert from "node:assert/strict";
import { it } from "node:test";
import { ALLOWED, STEP, THRESHOLD, differing, round } from "./differences.js";

/**
 * @param {number} width
 * @param {number} height
 */
const grey = (width, height, shade = 100) => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : shade)),
});

it("finds a channel that is further off than the threshold, and no nearer one", () => {
  const actual = grey(4, 3);
  actual.data[4 * 5 + 1] += THRESHOLD;
  actual.data[4 * 6 + 2] += THRESHOLD + 1;
  actual.data[4 * 7] -= THRESHOLD + 1;
  assert.deepEqual(differing(grey(4, 3), actual), [6, 7]);
});

it("counts all that only one of two sizes has", () => {
  assert.deepEqual(differing(grey(2, 2), grey(2, 3)), [4, 5]);
  assert.deepEqual(differing(grey(3, 2), grey(2, 2)), [2, 5]);
});

it("rounds by less than what is found", () => {
  for (let shade = 0; shade < 256; shade += 1) {
    const rounded = grey(1, 1, shade);
    round(rounded.data);
    assert.ok(Math.abs(rounded.data[0] - shade) <= STEP / 2, `${shade}`);
    assert.equal(rounded.data[3], 255);
  }
  const white = grey(1, 1, 255);
  round(white.data);
  assert.equal(white.data[0], 255);
  assert.ok(STEP / 2 < THRESHOLD && ALLOWED < 100);
});
