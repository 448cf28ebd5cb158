// Draws every fixture's sheet in Chromium and compares it with its reference; `--accept` makes those that differ anew.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTime, launch, openPage, take } from "./chromium.js";
import { png } from "./png.js";
import { EXPECTED, FIXTURES, startServer } from "./server.js";
import { places, ways } from "./ways.js";

/** Where pictures of what differs are put. */
const FOUND = fileURLToPath(new URL("../../target/pictures", import.meta.url));

/** All references together, which every copy of the repository has. */
const BUDGET = 2_500_000;

const isAccepting = process.argv.includes("--accept");

/** @type {string[]} */
const faults = [];
/** @type {string[]} */
const written = [];

/**
 * The files of a folder with this ending, without it.
 * @param {string} folder
 * @param {string} ending
 */
async function listed(folder, ending) {
  const names = await readdir(folder);
  return names.filter(name => extname(name) === ending).map(name => basename(name, ending));
}

/**
 * @param {import("puppeteer-core").Page} judge
 * @param {string} fixture
 * @param {boolean} hasReference
 */
async function compare(judge, fixture, hasReference) {
  const columns = places(ways(fixture)).map(({ name, left, width }) => ({ name, left, width }));
  /** @type {Difference} */
  const { faults: differ, picture } = hasReference
    ? await inTime(fixture, judge.evaluate((name, all) => window.compare(name, all), fixture, columns))
    : { faults: ["there is no reference"] };
  if (!differ.length) return;
  if (isAccepting) {
    const { places: text, ...picture } = await inTime(fixture, judge.evaluate(name => window.reference(name), fixture));
    await writeFile(join(EXPECTED, `${fixture}.png`), png({ ...picture, places: Buffer.from(text, "base64") }));
    written.push(fixture);
    // What is written must be what is compared with it the next time.
    const { faults: lost } = await inTime(fixture, judge.evaluate((...given) => window.compare(...given), fixture, columns));
    faults.push(...lost.map(fault => `${fixture}, just written: ${fault}`));
    return;
  }
  if (picture) await writeFile(join(FOUND, `${fixture}.png`), Buffer.from(picture, "base64"));
  faults.push(`${fixture}: ${differ.join(", ")}${picture ? `; see target/pictures/${fixture}.png` : ""}`);
}

/** @param {string[]} references */
async function draw(references) {
  const fixtures = await listed(FIXTURES, ".json");
  const begun = Date.now();
  const server = await startServer();
  const browser = await launch();
  try {
    const page = await openPage(browser, faults);
    for (const fixture of fixtures)
      server.taken.set(fixture, await inTime(fixture, take(page, server.origin, fixture, faults)));
    const drawn = Date.now();
    const judge = await openPage(browser, faults);
    await judge.goto(`${server.origin}/compare.html`);
    await judge.waitForFunction("window.compare");
    for (const fixture of fixtures) await compare(judge, fixture, references.includes(fixture));
    const took = [drawn - begun, Date.now() - drawn].map(span => Math.round(span / 1000));
    console.log(`  ${await browser.version()}: drawn in ${took[0]} s, compared in ${took[1]} s`);
  } finally {
    await browser.close();
    server.close();
  }
  faults.push(...new Set(server.unknown.map(what => `asked for in vain: ${what}`)));
  return fixtures;
}

await rm(FOUND, { recursive: true, force: true });
for (const folder of [FOUND, EXPECTED]) await mkdir(folder, { recursive: true });
const references = await listed(EXPECTED, ".png");
const fixtures = await draw(references);
const stale = references.filter(name => !fixtures.includes(name));
for (const name of stale) {
  if (isAccepting) await rm(join(EXPECTED, `${name}.png`));
  else faults.push(`${name}: there is a reference, and no such fixture`);
}
const names = await listed(EXPECTED, ".png");
const sizes = await Promise.all(names.map(async name => (await stat(join(EXPECTED, `${name}.png`))).size));
const size = sizes.reduce((sum, each) => sum + each, 0);
if (size > BUDGET) faults.push(`the references have ${size} bytes, and may have ${BUDGET}`);
for (const [what, which] of Object.entries({ written, removed: stale }))
  if (isAccepting && which.length) console.log(`  ${what}: ${which.join(", ")}`);
console.log(`  ${fixtures.length} fixtures, ${names.length} references of ${size} bytes`);
if (faults.length) {
  console.error("\nThe cards do not look as in tests/expected/pictures:");
  for (const fault of faults) console.error(`  ${fault}`);
  console.error("\nIf they should look so, `cargo xtask pictures --accept` makes the references anew: look at them then.");
  process.exitCode = 1;
}
