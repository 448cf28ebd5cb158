// A visit of one page: in a context of its own, throttled or not, and never for longer than it may take.
import { probe } from "./probe.js";

/**
 * @typedef {Awaited<ReturnType<typeof import("../../tests/e2e/harness/browsers.js").launch>>} Browser
 * @typedef {Awaited<ReturnType<Browser["newPage"]>>} Page
 * @typedef {Awaited<ReturnType<Page["createCDPSession"]>>} Session
 * @typedef {object} Conditions
 * @property {string} url
 * @property {Wanted} wanted the page's own card
 * @property {boolean} [slow] a phone with a slow network
 * @property {number} [cpu] how many times slower the processor is
 * @property {number} [most] what the visit may take, in milliseconds
 */

/** A second of the slow network, in bytes. */
export const BANDWIDTH = 1.6e6 / 8;
const LATENCY = 150;

const WINDOW = { width: 412, height: 823 };
const MOST = 60_000;

export const sleep = (/** @type {number} */ span) => new Promise(done => setTimeout(done, span));

/**
 * What the work gives, unless it takes too long.
 * @template T
 * @param {Promise<T>} work
 * @param {string} what
 * @param {number} most
 * @returns {Promise<T>}
 */
export async function within(work, what, most) {
  let timer = /** @type {NodeJS.Timeout | undefined} */ (undefined);
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: not done after ${most / 1000} s`)), most);
  });
  try {
    return /** @type {T} */ (await Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Opens the page and measures; the context is gone afterwards, with all that it kept.
 * @template T
 * @param {Browser} browser
 * @param {Conditions} conditions
 * @param {(page: Page, session: Session) => Promise<T>} measure
 */
export async function visit(browser, { url, wanted, slow = false, cpu = slow ? 4 : 1, most = 2 * MOST }, measure) {
  const context = await browser.createBrowserContext();
  const visited = async () => {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await page.setViewport(WINDOW);
    await page.evaluateOnNewDocument(probe, wanted);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    if (slow) {
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: LATENCY,
        downloadThroughput: BANDWIDTH,
        uploadThroughput: BANDWIDTH,
      });
    }
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: MOST });
    return measure(page, session);
  };
  try {
    return await within(visited(), url, most);
  } finally {
    await context.close();
  }
}

/**
 * When the page's own card was done.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function done(page) {
  const handle = await page.waitForFunction(() => window.probe.done, { timeout: MOST, polling: 100 });
  return /** @type {number} */ (await handle.jsonValue());
}

/** Until nothing has been asked for in a while, and what was is worked off. */
export async function quiet(/** @type {Page} */ page) {
  await page.waitForNetworkIdle({ idleTime: 700, timeout: MOST });
  await sleep(300);
}

/** How long readers could do nothing: of each task, what is longer than 50 ms. */
export const blocking = (/** @type {number[]} */ tasks) =>
  tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0);
