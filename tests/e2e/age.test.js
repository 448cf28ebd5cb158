// How an age is told, counted without a page: the words are the browser's, and `time.test.js` has them.
import assert from "node:assert/strict";
import { it } from "node:test";
import { age } from "../../src/element/loader/age.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const INSTANT = 1_700_000_000_000;

/**
 * @param {number} passed
 * @param {[count: number, unit: string] | null} told
 * @param {number | null} untilAge
 */
function isTold(passed, told, untilAge, limit = 7 * DAY) {
  const { count, unit, until } = age(INSTANT + passed, INSTANT, limit);
  assert.deepEqual([unit ? [count, unit] : null, until ?? null], [told, untilAge === null ? null : INSTANT + untilAge], String(passed));
}

it("tells an age in a unit that grows with it, rounded down", () => {
  isTold(0, [0, "second"], MINUTE);
  isTold(MINUTE - 1, [0, "second"], MINUTE);
  isTold(MINUTE, [1, "minute"], 2 * MINUTE);
  isTold(HOUR - 1, [59, "minute"], HOUR);
  isTold(HOUR, [1, "hour"], 2 * HOUR);
  isTold(DAY - 1, [23, "hour"], DAY);
  isTold(DAY, [1, "day"], 2 * DAY);
  isTold(7 * DAY - 1, [6, "day"], 7 * DAY);
});

it("shows the full date of what is old or in the future", () => {
  isTold(7 * DAY, null, null);
  isTold(-5 * MINUTE, [0, "second"], MINUTE);
  isTold(-5 * MINUTE - 1, null, -5 * MINUTE);
});

it("cuts a unit short at the limit, and never tells an age where that is zero", () => {
  isTold(HOUR, [1, "hour"], 90 * MINUTE, 90 * MINUTE);
  isTold(0, null, null, 0);
});
