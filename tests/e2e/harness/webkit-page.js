// A page in WebKit by WebDriver, with the part of puppeteer's interface that the tests use.
import { ELEMENT } from "./webdriver.js";

const PATIENCE = 60_000;
const KEYS = /** @type {Record<string, string>} */ ({ Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C" });
const CONTROL = "\uE009";

/**
 * Runs in the page, first of all: keeps what is said on the console, and passes it on; and keeps what the harness needs of the
 * language, whatever the page does to that.
 */
function watchConsole() {
  const { stringify } = JSON,
    { setTimeout } = window;
  /** @type {["console" | "pageerror", string, string][]} */
  const told = [];
  Object.defineProperty(window, Symbol.for("harness"), { value: { told, stringify, kept: { __proto__: null } } });
  for (const type of /** @type {const} */ (["debug", "error", "info", "log", "warn"])) {
    const original = console[type];
    console[type] = (...given) => {
      told[told.length] = ["console", type, given.map(String).join(" ")];
      original.apply(console, given);
    };
  }
  /** @param {Event} event @param {() => unknown} text */
  const tell = (event, text) =>
    // Once all listeners have been called: what one of them has prevented is not reported by a browser.
    setTimeout(() => {
      if (!event.defaultPrevented) told[told.length] = ["pageerror", "", `${text()}`];
    });
  addEventListener("error", event => {
    if (event instanceof ErrorEvent) tell(event, () => event.error ?? event.message);
  });
  addEventListener("unhandledrejection", event => tell(event, () => event.reason));
}

/**
 * What the harness keeps in a page, or in a frame that it has no script in; and how it answers: by a text, as a page may have told
 * arrays another way to become JSON, which the driver would follow.
 */
const OURS = `const ours = (window[Symbol.for("harness")] ??= { told: [], stringify: JSON.stringify, kept: { __proto__: null } });
const say = given => {
  const changed = Object.getOwnPropertyDescriptor(Array.prototype, "toJSON");
  delete Array.prototype.toJSON;
  try {
    return ours.stringify(given);
  } finally {
    if (changed) Object.defineProperty(Array.prototype, "toJSON", changed);
  }
};`;

/**
 * A script that calls a function, and answers with its answer and with what the page has told since; null where the answer is a
 * promise: that is kept in the page, as no other command is heard while a script waits.
 * @param {Function | string} work
 * @param {number} id
 */
const asking = (work, id) => `${OURS}
const value = (${work})(...arguments);
if (typeof value?.then !== "function") return say({ value, told: ours.told.splice(0) });
ours.kept[${id}] = null;
value.then(given => { ours.kept[${id}] = { value: given }; }, error => { ours.kept[${id}] = { failure: "" + (error?.message ?? error) }; });
return null;`;

/**
 * A script that answers with what has become of a kept promise; null while nothing has.
 * @param {number} id
 */
const keeping = id => `${OURS}
const answer = ours.kept[${id}];
if (answer === undefined) return say({ isGone: true });
if (answer === null) return null;
delete ours.kept[${id}];
answer.told = ours.told.splice(0);
return say(answer);`;

/** A node of a page. */
class WebKitElement {
  /**
   * @param {WebKitPage} page
   * @param {string} id
   */
  constructor(page, id) {
    this.page = page;
    this.id = id;
  }

  toJSON() {
    return { [ELEMENT]: this.id };
  }

  asElement() {
    return this;
  }

  /** @param {Function} work @param {unknown[]} given */
  evaluate(work, ...given) {
    return this.page.evaluate(work, this, ...given);
  }

  /** Its middle on the screen, once what was to be drawn has been. */
  async #middle() {
    const [x, y] = await this.evaluate(async (/** @type {Element} */ node) => {
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { top, bottom } = node.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) node.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = node.getClientRects()[0];
      return [x + width / 2, y + height / 2];
    });
    return [x, y];
  }

  async hover() {
    const [x, y] = await this.#middle();
    await this.page.mouse.move(x, y);
  }

  async click() {
    const [x, y] = await this.#middle();
    await this.page.mouse.click(x, y);
  }

  focus() {
    return this.evaluate((/** @type {HTMLElement} */ node) => node.focus());
  }

  boundingBox() {
    return this.evaluate((/** @type {Element} */ node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /**
   * The nodes inside that the accessibility tree knows by a name and a role; tests ask for no others.
   * @param {string} selector
   */
  async $$(selector) {
    const [, name, role] = /^::-p-aria\(\[name="(.*)"\]\[role="(.*)"\]\)$/.exec(selector) ?? [];
    if (!role) throw new Error(`${selector} is for no role and name`);
    const found = [];
    for (const node of await this.page.nodes(root => root.querySelectorAll("*"), this)) {
      if ((await this.page.send("GET", `/element/${node.id}/computedrole`)) !== role) continue;
      if ((await this.page.send("GET", `/element/${node.id}/computedlabel`)) === name) found.push(node);
    }
    return found;
  }
}

/** A document in a frame of a page. */
class WebKitFrame {
  /**
   * @param {WebKitPage} page
   * @param {number} at
   */
  constructor(page, at) {
    this.page = page;
    this.at = at;
  }

  /** @param {Function} work @param {unknown[]} given */
  evaluate(work, ...given) {
    return this.page.ask(work, given, this.at);
  }
}

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
  /** @type {[number, number]} */
  #pointer = [0, 0];
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
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  send(method, path, body) {
    return this.session.send(this.window, method, path, body);
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

  /** @param {{ width: number, height: number }} viewport */
  async setViewport({ width, height }) {
    await this.session.inside(this.window, async send => {
      const inner = () => send("POST", "/execute/sync", { script: "return [innerWidth, innerHeight]", args: [] });
      let [wide, high] = [width, height + this.browser.bar];
      for (const end = Date.now() + 5000; Date.now() < end; ) {
        const [x, y] = [Math.round(this.browser.pointer[0] - wide / 2), this.browser.pointer[1] - 10];
        await send("POST", "/window/rect", { x, y, width: wide, height: high });
        // The page learns of it a little later.
        for (let round = 0; round < 20; round++) {
          const [x, y] = await inner();
          if (x === width && y === height) return;
          // The window has a bar above the page, which is as high in each.
          if (x === width && y < height && y > height - 100) this.browser.bar = high - y;
          await new Promise(done => setTimeout(done, 5));
        }
        high = height + this.browser.bar;
      }
      throw new Error(`no window of ${width} by ${height}, but of ${await inner()}`);
    });
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
      const [isThere, frames, url] = await this.send("POST", "/execute/sync", { script, args: [] }).catch(error => {
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

  /** @param {object[]} pointer */
  #point(pointer) {
    return { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: pointer };
  }

  mouse = {
    /**
     * @param {number} x
     * @param {number} y
     * @param {{ steps?: number }} [options]
     */
    move: async (x, y, { steps = 1 } = {}) => {
      const [fromX, fromY] = this.#pointer;
      this.#pointer = [x, y];
      const moves = Array.from({ length: steps }, (_, at) => ({
        type: "pointerMove",
        duration: 0,
        x: Math.round(fromX + ((x - fromX) * (at + 1)) / steps),
        y: Math.round(fromY + ((y - fromY) * (at + 1)) / steps),
      }));
      await this.send("POST", "/actions", { actions: [this.#point(moves)] });
    },
    /**
     * @param {number} x
     * @param {number} y
     */
    click: async (x, y) => {
      await this.mouse.move(x, y);
      const press = [
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await this.send("POST", "/actions", { actions: [this.#point(press)] });
    },
  };

  /** Presses Control and V. */
  async paste() {
    const keys = [
      { type: "keyDown", value: CONTROL },
      { type: "keyDown", value: "v" },
      { type: "keyUp", value: "v" },
      { type: "keyUp", value: CONTROL },
    ];
    await this.send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: keys }] });
  }

  keyboard = {
    /** @param {string} key */
    press: async key => {
      const value = KEYS[key] ?? key;
      const press = ["keyDown", "keyUp"].map(type => ({ type, value }));
      await this.send("POST", "/actions", { actions: [{ type: "key", id: "keys", actions: press }] });
    },
  };
}
