// Which differences count, and that rounding makes none.
import assert from "node:assert/strict";
import { it } from "node:test";
import { ALLOWED, STEP, THRESHOLD, differing, indexed } from "./differences.js";

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

/** A picture in which no colour is plain: its first pixels have these, and the rest is spread over many. */
const rare = (/** @type {number[]} */ ...shades) => {
  const picture = grey(100, 100);
  for (let pixel = 0; pixel < 10_000; pixel += 1)
    picture.data.fill(shades[pixel] ?? (pixel % 16) * 17, pixel * 4, pixel * 4 + 3);
  return picture;
};

it("rounds rare colours by less than what is found, and plain ones not at all", () => {
  for (let shade = 0; shade < 256; shade += 1) {
    const { colours, places } = indexed(rare(shade).data);
    const [kept] = colours.slice(places[0] * 3);
    assert.ok(Math.abs(kept - shade) <= STEP / 2, `${shade}: ${kept}`);
    assert.equal(kept % STEP, 0);
  }
  assert.deepEqual(indexed(grey(1, 1, 23).data).colours, [23, 23, 23]);
  assert.ok(STEP / 2 < THRESHOLD && ALLOWED < 100);
});

it("names each colour once, and refuses more than there can be", () => {
  const two = grey(2, 2);
  two.data.set([0, 255, 0], 4);
  assert.deepEqual(indexed(two.data), { colours: [100, 100, 100, 0, 255, 0], places: new Uint8Array([0, 1, 0, 0]) });
  const many = grey(20, 20);
  for (let pixel = 0; pixel < 400; pixel += 1) many.data.set([pixel % 256, pixel >> 4], pixel * 4);
  assert.throws(() => indexed(many.data), /colours/);
});
