// What a page in WebKit holds, its nodes and the documents in its frames, with the part of puppeteer's interface that the tests use.
import { ELEMENT } from "./webdriver.js";

/** A node of a page. */
export class WebKitElement {
  /**
   * @param {import("./webkit-page.js").WebKitPage} page
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
export class WebKitFrame {
  /**
   * @param {import("./webkit-page.js").WebKitPage} page
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
