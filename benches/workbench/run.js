// What the workbench costs who types: how long a page's source takes to be understood, and how late the frames come while one
// types into it. It prints a table of Markdown.
//
// Chromium slows the main thread down and no worker, so a worker's time at a quarter of the processor is four times its own.
// `cargo xtask bench workbench` calls it with `ARTICLE_CARD_SITE`, the site as it is put on a server.
import { launch } from "../../tests/e2e/harness/browsers.js";
import { SITE, startSite } from "../../tests/e2e/harness/servers.js";
import { paste } from "../../tests/e2e/harness/workbench.js";
import { page } from "./page.js";

const KILOBYTES = 200;
const TURNS = 41;
const KEYS = 60;
const SLOWER = 4;
/** About as fast as anybody types, in milliseconds. */
const BETWEEN_KEYS = 80;

const source = page(KILOBYTES * 1000);
const site = await startSite(SITE);
const browser = await launch("chromium", { scripts: true });
try {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.goto(`${site.origin}/index.html`);
  await tab.waitForFunction(() => document.documentElement.classList.contains("open"));
  const understood = await tab.evaluate(understand, source, TURNS);
  await paste(/** @type {any} */ ({ page: tab, browserName: "chromium", evaluate: tab.evaluate.bind(tab) }), source);
  await tab.waitForFunction(() => document.getElementById("understood")?.textContent?.includes("Ferry"));
  const frames = [];
  for (const rate of [1, SLOWER]) {
    await tab.emulateCPUThrottling(rate);
    frames.push(await typed(tab));
  }
  print(understood, frames);
} finally {
  await browser.close();
  await site.close();
}

/**
 * Runs in the page: how long the engine of the bench takes, in its worker, each time, in milliseconds.
 * @param {string} source
 * @param {number} turns
 */
async function understand(source, turns) {
  const { startEngine } = await import(new URL("workbench/engine.js", location.href).href);
  const engine = startEngine();
  const took = [];
  for (let turn = 0; turn < turns; turn++) {
    const answer = await engine.check(source, { now: Date.now() });
    if (!answer.articles[0].ok) throw new Error("the page gives no card");
    took.push(answer.took);
  }
  engine.close();
  return took;
}

/**
 * Types, and measures from frame to frame.
 * @param {Awaited<ReturnType<Awaited<ReturnType<typeof launch>>["newPage"]>>} tab
 */
async function typed(tab) {
  await tab.evaluate(() => {
    const shown = /** @type {number[]} */ ([]);
    let last = performance.now();
    const next = (/** @type {number} */ now) => {
      shown.push(now - last);
      last = now;
      Object.assign(window, { shown, asked: requestAnimationFrame(next) });
    };
    requestAnimationFrame(next);
  });
  for (let key = 0; key < KEYS; key++) {
    await tab.keyboard.press("KeyA");
    await new Promise(done => setTimeout(done, BETWEEN_KEYS));
  }
  return tab.evaluate(() => {
    const { shown, asked } = /** @type {any} */ (window);
    cancelAnimationFrame(asked);
    return /** @type {number[]} */ (shown.slice(2));
  });
}

/**
 * @param {number[]} understood
 * @param {number[][]} frames
 */
function print([first, ...understood], frames) {
  const at = (/** @type {number[]} */ values, /** @type {number} */ share) =>
    values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
  const rows = [
    [`${KILOBYTES} KB are understood, the first time`, first, first * SLOWER],
    ["after that, the median", at(understood, 0.5), at(understood, 0.5) * SLOWER],
    ["nineteen times in twenty within", at(understood, 0.95), at(understood, 0.95) * SLOWER],
    ["from frame to frame while one types, the median", ...frames.map(spans => at(spans, 0.5))],
    ["nineteen of twenty frames within", ...frames.map(spans => at(spans, 0.95))],
    ["the latest frame", ...frames.map(spans => at(spans, 1))],
  ];
  console.log(`| milliseconds | the whole processor | a quarter of it |\n|---|--:|--:|`);
  for (const [name, ...spans] of rows)
    console.log(`| ${name} | ${spans.map(span => /** @type {number} */ (span).toFixed(1)).join(" | ")} |`);
  const day = new Date().toISOString().slice(0, 10);
  console.log(`\nMeasured on ${day} in Chromium: ${TURNS} turns of understanding, ${KEYS} keys at ${BETWEEN_KEYS} ms from each other.`);
}
