// A page in WebKit by WebDriver, with the part of puppeteer's interface that the tests use.
import { ELEMENT } from "./webdriver.js";
import { asking, keeping, watchConsole } from "./webkit-asking.js";
import { Keyboard, Mouse } from "./webkit-input.js";
import { WebKitElement, WebKitFrame } from "./webkit-nodes.js";
import { resize } from "./webkit-window.js";

const PATIENCE = 60_000;
/** What is asked while one document gives way to another may never be answered, and is asked again. */
const SOON = 3_000;

/** One window of WebKit's. */
export class WebKitPage {
  /** What the page is watched with; the proxy puts it into each document. */
  source = `(${watchConsole})();`;
  isHeld = false;
  #url = "about:blank";
  #frames = 0;
  #isClosed = false;
  #visits = 0;
  #asked = 0;
  /** @type {Record<string, ((given: any) => unknown)[]>} */
  #listeners = {};

  /**
   * @param {import("./webkit.js").WebKit} browser
   * @param {import("./webdriver.js").Session} session
   * @param {string} window
   */
  constructor(browser, session, window) {
    this.browser = browser;
    this.session = session;
    this.window = window;
    const act = (/** @type {object} */ source) => this.send("POST", "/actions", { actions: [source] });
    this.mouse = new Mouse(act);
    this.keyboard = new Keyboard(act);
  }

  /** @param {string} method @param {string} path @param {object} [body] @param {number} [patience] */
  send(method, path, body, patience) {
    return this.session.send(this.window, method, path, body, patience);
  }

  /** @param {string} name @param {(given: any) => unknown} listener */
  on(name, listener) {
    (this.#listeners[name] ??= []).push(listener);
  }

  /** @param {string} name @param {unknown} given */
  #emit(name, given) {
    for (const listener of this.#listeners[name] ?? []) listener(given);
  }

  /** @param {import("./proxy.js").Asked} request */
  tell(request) {
    this.#emit("request", request);
  }

  /** @param {{ script: string, args: unknown[] }} body @param {number} [frame] */
  #execute(body, frame) {
    return this.session.inside(this.window, async send => {
      if (frame === undefined) return send("POST", "/execute/sync", body);
      await send("POST", "/frame", { id: frame });
      try {
        return await send("POST", "/execute/sync", body);
      } finally {
        await send("POST", "/frame", { id: null });
      }
    });
  }

  /**
   * @param {Function | string} work
   * @param {unknown[]} given
   * @param {number} [frame]
   */
  async ask(work, given, frame) {
    // An argument that is left out stays so, which JSON has no word for.
    const args = given.slice(0, given.findLastIndex(each => each !== undefined) + 1);
    const id = (this.#asked += 1);
    /** @param {string} script @param {unknown[]} args */
    const send = (script, args) => this.#execute({ script, args }, frame);
    let found = await send(asking(work, id), args);
    for (const end = Date.now() + PATIENCE; found === null; ) {
      found = await send(keeping(id), []);
      if (found !== null) break;
      if (Date.now() > end) throw new Error(`no answer within ${PATIENCE} ms: ${work}`);
      await new Promise(done => setTimeout(done, 10));
    }
    const { value, told = [], failure, isGone } = JSON.parse(found);
    if (isGone) throw new Error("the page has navigated away from what was asked");
    for (const [name, type, text] of told) {
      if (name === "console") this.#emit(name, { type: () => type, text: () => text });
      else this.#emit(name, text);
    }
    if (failure !== undefined) throw new Error(failure);
    return value;
  }

  /**
   * A text is a program, such as a library's, and has no answer.
   * @param {Function | string} work
   * @param {unknown[]} given
   */
  evaluate(work, ...given) {
    return this.ask(typeof work === "string" ? `() => {\n${work}\n}` : work, given);
  }

  /**
   * @param {Function} work
   * @param {unknown[]} given
   */
  async evaluateHandle(work, ...given) {
    const found = await this.send("POST", "/execute/sync", { script: `return (${work})(...arguments)`, args: given });
    return found?.[ELEMENT] ? new WebKitElement(this, found[ELEMENT]) : { asElement: () => null };
  }

  /**
   * @param {(...given: any[]) => Iterable<Element>} work
   * @param {unknown[]} given
   */
  async nodes(work, ...given) {
    const script = `return { ...[...(${work})(...arguments)] }`;
    /** @type {Record<string, Record<string, string> | undefined>} */
    const found = await this.send("POST", "/execute/sync", { script, args: given });
    return Object.values(found).flatMap(each => (each?.[ELEMENT] ? [new WebKitElement(this, each[ELEMENT])] : []));
  }

  /** @param {string} selector */
  $$(selector) {
    return this.nodes(wanted => document.querySelectorAll(wanted), selector);
  }

  /** @param {string} selector */
  async #one(selector) {
    const [found] = await this.$$(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  /**
   * In one step: the driver cannot hand on a node where the page has given all objects a property more.
   * @param {string} selector
   * @param {Function} work
   * @param {unknown[]} given
   */
  $eval(selector, work, ...given) {
    const found = `(wanted, ...given) => {
  const node = document.querySelector(wanted);
  if (!node) throw new Error("no " + wanted);
  return (${work})(node, ...given);
}`;
    return this.ask(found, [selector, ...given]);
  }

  /** @param {string} selector */
  async click(selector) {
    await (await this.#one(selector)).click();
  }

  /** @param {string} selector */
  async focus(selector) {
    await (await this.#one(selector)).focus();
  }

  /** @param {Function} work */
  async evaluateOnNewDocument(work) {
    this.source += `(${work})();`;
  }

  /** @param {boolean} isHeld */
  async setRequestInterception(isHeld) {
    this.isHeld = isHeld;
  }

  /** @param {import("./webkit-window.js").Viewport} viewport */
  setViewport(viewport) {
    return this.session.inside(this.window, send => resize(send, this.browser, viewport));
  }

  /**
   * The zone is the process's, so that there is another browser for each.
   * @param {string} zone
   */
  async emulateTimezone(zone) {
    await this.session.close(this.window);
    this.session = await this.browser.inZone(zone);
    this.window = await this.session.open();
    await this.setViewport(this.browser.viewport);
  }

  /**
   * Goes to another document, and waits until that has loaded. By the driver's own way nothing could be asked meanwhile.
   * @param {string} path
   * @param {object} body
   */
  async #leave(path, body) {
    const visit = `${(this.#visits += 1)}`;
    const mark = `window[Symbol.for("left")] = "${visit}"`;
    await this.send("POST", "/execute/sync", { script: mark, args: [] });
    await this.send("POST", path, body);
    const script = `return [location.href !== "about:blank" && document.readyState === "complete" && window[Symbol.for("left")] !== "${visit}", frames.length, location.href]`;
    for (const end = Date.now() + PATIENCE; ; ) {
      const [isThere, frames, url] = await this.send("POST", "/execute/sync", { script, args: [] }, SOON).catch(error => {
        if (this.#isClosed || /no such window/.test(error.message)) throw error;
        return [false];
      });
      if (isThere) {
        [this.#frames, this.#url] = [frames, url];
        return;
      }
      if (Date.now() > end) throw new Error(`not loaded within ${PATIENCE} ms: ${path} ${JSON.stringify(body)}`);
      await new Promise(done => setTimeout(done, 10));
    }
  }

  /** @param {string} url */
  goto(url) {
    this.browser.readers.set(url.replace(/#.*/, ""), this);
    this.browser.newest = this;
    return this.#leave("/url", { url });
  }

  goBack() {
    return this.#leave("/back", {});
  }

  url() {
    return this.#url;
  }

  /** Asks for what the page has told meanwhile, and where it is; puppeteer is told without asking. */
  async hear() {
    this.#url = await this.send("GET", "/url");
    await this.evaluate(() => {}).catch(() => {});
  }

  mainFrame() {
    return this;
  }

  frames() {
    return [this, ...Array.from({ length: this.#frames }, (_, at) => new WebKitFrame(this, at))];
  }

  /** All other windows are put away, as other tabs would be. */
  async bringToFront() {
    for (const page of this.browser.pages) if (page !== this) await page.send("POST", "/window/minimize");
    await this.setViewport(await this.evaluate(() => ({ width: innerWidth, height: innerHeight })));
  }

  async close() {
    this.#isClosed = true;
    this.browser.pages.delete(this);
    await this.session.close(this.window);
  }
}
