// Chromium, told to draw the same on every machine, and the sheets in it.
import puppeteer from "puppeteer-core";
import { strangeFonts } from "./fonts.js";
import { sheetWidth, ways } from "./ways.js";

/** For each thing that a browser is asked for; on a quiet machine none takes a tenth of it. */
const PATIENCE = 30_000;

/** Higher than every sheet, so that each card is on the screen, where it is drawn and tells ages. */
const HEIGHT = 2400;

/** No smoothing after the screen's or the processor's ways, no scale but one, and no other machine. */
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

export const launch = () =>
  puppeteer.launch({
    browser: "chrome",
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ARGUMENTS,
    headless: true,
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  });

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {string[]} faults
 */
export async function openPage(browser, faults) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.emulateTimezone("UTC");
  await (await page.createCDPSession()).send("Emulation.setLocaleOverride", { locale: "en-GB" });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  page.on("pageerror", error => faults.push(`${page.url()}: ${error}`));
  return page;
}

/**
 * What the promise gives, unless it takes too long.
 * @template T
 * @param {string} what
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export function inTime(what, promise) {
  /** @type {NodeJS.Timeout} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} took longer than ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * The sheet of a fixture as a PNG.
 * @param {import("puppeteer-core").Page} page
 * @param {string} origin
 * @param {string} fixture
 * @param {string[]} faults
 */
export async function take(page, origin, fixture, faults) {
  const all = ways(fixture);
  const width = sheetWidth(all);
  await page.setViewport({ width, height: HEIGHT, deviceScaleFactor: 1 });
  await page.goto(`${origin}/sheet/${fixture}`);
  const height = await page.evaluate(settled, all.length);
  if (height > HEIGHT) throw new Error(`the sheet of ${fixture} is ${height} pixels high, and the screen ${HEIGHT}`);
  for (const font of await strangeFonts(page)) faults.push(`${fixture}: ${font}`);
  // Beyond the viewport would mean another viewport for a moment, in which cards are not drawn yet.
  return page.screenshot({ clip: { x: 0, y: 0, width, height }, captureBeyondViewport: false, optimizeForSpeed: true });
}

/**
 * Runs in the page: waits until all cards are done and nothing changes any more, and says how high the sheet is.
 * @param {number} count
 */
async function settled(count) {
  /** @param {number} milliseconds */
  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  while (window.done < count) await pause(10);
  const cards = [...document.querySelectorAll("article-card")];
  const images = cards.flatMap(card => [...(card.shadowRoot?.querySelectorAll("img") ?? [])]);
  // One that does not come is a state too.
  await Promise.all(images.map(image => image.decode().catch(() => {})));
  const asked = document.querySelector("[data-asked]")?.shadowRoot?.querySelector("time[tabindex]");
  if (asked instanceof HTMLElement) asked.focus({ preventScroll: true });
  const bottoms = () => cards.map(card => card.getBoundingClientRect().bottom);
  const state = () => JSON.stringify([bottoms(), cards.map(card => card.shadowRoot?.innerHTML)]);
  // In the frame after a change fonts are asked for and ages told.
  for (let same = 0, before = ""; same < 3; ) {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    await pause(30);
    const now = state();
    same = now === before && document.fonts.status === "loaded" ? same + 1 : 0;
    before = now;
  }
  return Math.ceil(Math.max(...bottoms())) + 16;
}
