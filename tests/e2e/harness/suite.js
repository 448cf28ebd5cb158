// Starts a browser and the two servers for one test file, and opens one page per test.
import { after, afterEach, before, describe } from "node:test";
import { BROWSERS, PLAIN, TASTES, launch } from "./browsers.js";
import { leftOut } from "./left-out.js";
import { wholePage } from "./page.js";
import { startKit, startPublisher } from "./servers.js";
import { Visit } from "./visit.js";
import { watchPage } from "./watch.js";

export { pause } from "./visit.js";

/**
 * Runs the same tests in Chromium, Firefox and WebKit, but for what `left-out.js` names; `define` gets what opens pages.
 * `scripts: false` starts browsers without JavaScript; `taste` is what the reader has asked of the browser, one of `TASTES`.
 * @param {string} title
 * @param {(stage: Stage) => void} define
 * @param {{ scripts?: boolean, taste?: keyof typeof TASTES }} options
 */
export function inBrowsers(title, define, { scripts = true, taste } = {}) {
  // For whoever works on one test; without it all browsers have to pass.
  const chosen = process.env.ARTICLE_CARD_BROWSER || undefined;
  if (chosen && !(chosen in BROWSERS))
    throw new Error(`ARTICLE_CARD_BROWSER is ${Object.keys(BROWSERS).join(" or ")}, not ${chosen}`);
  const all = /** @type {BrowserName[]} */ (Object.keys(BROWSERS));
  for (const name of all.filter(each => !chosen || chosen === each)) {
    describe(`${title} (${name})`, { skip: leftOut(title, name) }, () => {
      const stage = new Stage(name, scripts, taste);
      before(() => stage.start());
      afterEach(() => stage.clear());
      after(() => stage.close());
      define(stage);
    });
  }
}

/**
 * @typedef {import("./browsers.js").BrowserName} BrowserName
 * @typedef {import("./servers.js").Copy} Copy
 * @typedef {object} Opening
 * @property {string} [body]
 * @property {string} [head]
 * @property {string} [lang]
 * @property {(copy: Copy) => string} [tags]
 * @property {Record<string, string>} [headers]
 * @property {Copy | import("./servers.js").CopyOptions | null} [kit]
 * @property {(() => void)[]} [before]
 * @property {string} [url]
 * @property {import("puppeteer-core").Viewport} [viewport]
 * @property {string} [zone]
 * @property {string} [locale]
 * @property {boolean} [plain]
 * @property {boolean} [streamed]
 * @property {(request: import("puppeteer-core").HTTPRequest) => unknown} [intercept]
 */

/** A browser with its two servers. */
class Stage {
  /** @type {Visit[]} */
  #visits = [];
  /** @type {Awaited<ReturnType<typeof startKit>>} */
  kit;
  /** @type {import("./servers.js").Publisher} */
  publisher;
  /** @type {import("puppeteer-core").Browser} */
  browser;

  /**
   * @param {BrowserName} name
   * @param {boolean} scripts
   * @param {keyof typeof TASTES} [taste]
   */
  constructor(name, scripts, taste) {
    this.name = name;
    this.scripts = scripts;
    this.taste = taste && TASTES[taste];
  }

  /**
   * Why a test is left out in this browser, if it is.
   * @param {string} title
   */
  leftOut(title) {
    return leftOut(title, this.name);
  }

  async start() {
    [this.kit, this.publisher, this.browser] = await Promise.all([
      startKit(),
      startPublisher(),
      launch(this.name, this),
    ]);
  }

  /** Closes the pages of the test that has just ended. */
  async clear() {
    await Promise.all(this.#visits.splice(0).map(({ page }) => page.close()));
  }

  async close() {
    await this.browser?.close();
    await Promise.all([this.kit?.close(), this.publisher?.close()]);
  }

  /**
   * Opens a page of the publisher's and waits until it has loaded.
   * `body`, `head` make its HTML; `headers` its HTTP headers; `kit` what the kit's copy is to do (`startKit`), null for none;
   * `tags` makes the kit's tags where the usual two do not do; `before` are functions that run in the page ahead of its scripts;
   * `url` opens something else; `streamed` does not wait for the page to load; `zone` is the reader's time zone,
   * `locale` the browser's own language (Chromium only); `plain` opens the page where it is no secure context;
   * `intercept` answers the page's requests.
   * @param {Opening} options
   */
  async open({
    body,
    head,
    lang,
    tags,
    headers,
    kit = {},
    before: watchers = [],
    url,
    viewport,
    zone,
    locale,
    plain,
    streamed,
    intercept,
  } = {}) {
    const page = await this.browser.newPage();
    const copy = kit && ("loader" in kit ? kit : this.kit.copy(kit));
    const visit = new Visit(page, copy, this);
    this.#visits.push(visit);
    if (viewport) await page.setViewport(viewport);
    if (locale) await (await page.createCDPSession()).send("Emulation.setLocaleOverride", { locale });
    if (zone) await page.emulateTimezone(zone);
    if (intercept) {
      await page.setRequestInterception(true);
      page.on("request", intercept);
    }
    if (this.taste?.chromium && this.name === "chromium")
      await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [this.taste.chromium] });
    if (!this.scripts && this.name === "chromium") await page.setJavaScriptEnabled(false);
    if (this.scripts) for (const watcher of [watchPage, ...watchers]) await page.evaluateOnNewDocument(watcher);
    const given = tags?.(/** @type {Copy} */ (copy));
    visit.url = url ?? this.publisher.page(wholePage({ kit: copy, tags: given, head, body, lang }), headers);
    if (plain) visit.url = visit.url.replace("localhost", PLAIN);
    const loaded = page.goto(visit.url);
    if (streamed) visit.loaded = loaded;
    else await loaded;
    return visit;
  }
}
