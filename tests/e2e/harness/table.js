// A reporter for node:test that says at the end how many tests passed, failed and were left out in each browser.
// The browser stands in the title of its tests: `… (chromium)`.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} leftOut
 * @typedef {{ name: string, nesting: number, skip?: string | boolean, details?: { type?: string } }} Told
 */

/** @param {AsyncIterable<{ type: string, data: Told }>} events */
export default async function* table(events) {
  /** @type {Map<string, Count>} */
  const counts = new Map();
  /** @type {string[]} */
  const titles = [];
  for await (const { type, data } of events) {
    if (type === "test:start") titles.splice(data.nesting, titles.length, data.name);
    if (type !== "test:pass" && type !== "test:fail") continue;
    const path = [...titles.slice(0, data.nesting), data.name];
    const at = path.findIndex(title => / \(\w+\)$/.test(title));
    const browser = / \((\w+)\)$/.exec(path[at] ?? "")?.[1] ?? "no browser";
    const count = counts.get(browser) ?? { passed: 0, failed: 0, leftOut: [] };
    counts.set(browser, count);
    if (data.skip) count.leftOut.push(`${path.slice(Math.max(at, 0)).join(" ")}: ${data.skip}`);
    else if (data.details?.type !== "suite") count[type === "test:pass" ? "passed" : "failed"] += 1;
  }
  yield "\nbrowser       passed  failed  left out\n";
  for (const [browser, { passed, failed, leftOut }] of counts)
    yield `${browser.padEnd(12)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(leftOut.length).padStart(10)}\n`;
  const all = [...counts.values()].flatMap(({ leftOut }) => leftOut);
  if (all.length) yield `left out:\n${all.map(each => `  ${each}\n`).join("")}`;
}
