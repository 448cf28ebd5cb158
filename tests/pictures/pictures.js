// Draws every fixture's sheet in Chromium and compares it with its reference; `--accept` writes the references instead.
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { strangeFonts } from "./fonts.js";
import { EXPECTED, FIXTURES, startServer } from "./server.js";
import { places, sheetWidth, ways } from "./ways.js";

const ACCEPT = "cargo xtask pictures --accept";
const FOUND = fileURLToPath(new URL("../../target/pictures", import.meta.url));

/** All references together: they are carried along by every copy of the repository. */
const BUDGET = 2_500_000;

/** For each thing that a browser is asked for; on a quiet machine none takes a twentieth of it. */
const PATIENCE = 30_000;

/** High enough for every sheet, so that each card is on the screen, where it is drawn and tells ages. */
const HEIGHT = 2400;

/** So that every machine draws the same: no smoothing by the screen's or the processor's ways, no scale but one. */
const ARGUMENTS = [
  "--disable-gpu",
  "--disable-lcd-text",
  "--disable-skia-runtime-opts",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--force-device-scale-factor=1",
  "--hide-scrollbars",
  "--lang=en-GB",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** @typedef {import("puppeteer-core").Page} Page */

/** Runs in the page: asks for the date where a card is told to, and says when nothing moves any more; how high the sheet is. */
async function settled(count) {
  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  while (globalThis.done < count) await pause(10);
  const cards = [...document.querySelectorAll("article-card")];
  const inside = selector => cards.flatMap(card => [...(card.shadowRoot?.querySelectorAll(selector) ?? [])]);
  // A picture that does not come is a state too.
  await Promise.all(inside("img").map(image => image.decode().catch(() => {})));
  document.querySelector("[data-asked]")?.shadowRoot?.querySelector("time[tabindex]")?.focus({ preventScroll: true });
  const state = () => {
    const boxes = cards.map(card => card.getBoundingClientRect().bottom);
    return JSON.stringify([boxes, cards.map(card => card.shadowRoot?.innerHTML)]);
  };
  // The frame after a change is where fonts are asked for and ages told.
  for (let same = 0, before = ""; same < 3; ) {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    await pause(30);
    const now = state();
    same = now === before && document.fonts.status === "loaded" ? same + 1 : 0;
    before = now;
  }
  return Math.ceil(Math.max(...cards.map(card => card.getBoundingClientRect().bottom))) + 16;
}

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {string[]} faults
 */
async function openPage(browser, faults) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.emulateTimezone("UTC");
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  page.on("pageerror", error => faults.push(`${page.url()}: ${error}`));
  return page;
}

/**
 * @param {string} what
 * @param {Promise<any>} promise
 */
function inTime(what, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} took longer than ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * The sheet of a fixture as a PNG.
 * @param {Page} page
 * @param {string} origin
 * @param {string} fixture
 * @param {string[]} faults
 */
async function take(page, origin, fixture, faults) {
  const all = ways(fixture);
  const width = sheetWidth(all);
  await page.setViewport({ width, height: HEIGHT, deviceScaleFactor: 1 });
  await page.goto(`${origin}/sheet/${fixture}`);
  const height = await page.evaluate(settled, all.length);
  if (height > HEIGHT) throw new Error(`the sheet of ${fixture} is ${height} pixels high, and the screen ${HEIGHT}`);
  for (const font of await strangeFonts(page)) faults.push(`${fixture}: ${font}`);
  return page.screenshot({ clip: { x: 0, y: 0, width, height }, optimizeForSpeed: true });
}

/** @param {string} folder */
const listed = async (folder, extension) =>
  (await readdir(folder).catch(() => [])).filter(name => name.endsWith(extension)).map(name => basename(name, extension));

const isAccepting = process.argv.includes("--accept");
const begun = Date.now();
const [fixtures, references] = await Promise.all([listed(FIXTURES, ".json"), listed(EXPECTED, ".webp")]);
const stale = references.filter(name => !fixtures.includes(name));
/** @type {string[]} */
const faults = [];
/** @type {string[]} */
const written = [];
await rm(FOUND, { recursive: true, force: true });
await Promise.all([mkdir(FOUND, { recursive: true }), mkdir(EXPECTED, { recursive: true })]);

const server = await startServer();
const browser = await puppeteer.launch({
  browser: "chrome",
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ARGUMENTS,
  headless: true,
  timeout: PATIENCE,
  protocolTimeout: PATIENCE,
});
try {
  const page = await openPage(browser, faults);
  for (const fixture of fixtures)
    server.taken.set(fixture, await inTime(fixture, take(page, server.origin, fixture, faults)));
  const drawn = Date.now();
  const judge = await openPage(browser, faults);
  await judge.goto(`${server.origin}/compare.html`);
  await judge.waitForFunction("window.reference");
  for (const fixture of fixtures) {
    const columns = places(ways(fixture)).map(({ name, left, width }) => ({ name, left, width }));
    const isThere = references.includes(fixture);
    const difference = isThere
      ? await inTime(fixture, judge.evaluate((...given) => window.compare(...given), fixture, columns))
      : { faults: ["there is no reference"] };
    if (!difference.faults.length) continue;
    if (isAccepting) {
      const picture = await inTime(fixture, judge.evaluate(name => window.reference(name), fixture));
      await writeFile(join(EXPECTED, `${fixture}.webp`), Buffer.from(picture, "base64"));
      written.push(fixture);
      continue;
    }
    if (difference.picture) await writeFile(join(FOUND, `${fixture}.png`), Buffer.from(difference.picture, "base64"));
    const seen = difference.picture ? `; see target/pictures/${fixture}.png` : "";
    faults.push(`${fixture}: ${difference.faults.join(", ")}${seen}`);
  }
  console.log(`  ${await browser.version()}: drawn in ${drawn - begun} ms, compared in ${Date.now() - drawn} ms`);
} finally {
  await browser.close();
  server.close();
}
faults.push(...new Set(server.unknown.map(what => `asked for in vain: ${what}`)));

for (const name of stale) {
  if (isAccepting) await rm(join(EXPECTED, `${name}.webp`));
  else faults.push(`${name}: there is a reference, and no such fixture`);
}
const names = await listed(EXPECTED, ".webp");
const sizes = await Promise.all(names.map(async name => (await stat(join(EXPECTED, `${name}.webp`))).size));
const size = sizes.reduce((sum, each) => sum + each, 0);
if (size > BUDGET) faults.push(`the references weigh ${size} bytes, more than ${BUDGET}`);
if (isAccepting) console.log(`  ${written.length} written, ${stale.length} removed: ${[...written, ...stale].join(", ")}`);
console.log(`  ${fixtures.length} fixtures, ${names.length} references of ${size} bytes`);
if (faults.length) {
  console.error(`\nThe pictures of the cards are not those of tests/expected/pictures:\n${faults.map(fault => `  ${fault}\n`).join("")}`);
  console.error(`If that is how the cards should look, \`${ACCEPT}\` makes the references from them; look at them before you commit.`);
  process.exitCode = 1;
}
