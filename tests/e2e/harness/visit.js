// One page that a reader has open: what it shows, what it tells, and waiting for both.
import { readCard } from "./card.js";
import { WebKitPage } from "./webkit-page.js";

const PATIENCE = 15_000;
/** @param {number} milliseconds */
export const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** One page that a reader has open. */
export class Visit {
  /** @type {{ type: string, text: string }[]} */
  console = [];
  /** @type {string[]} */
  crashes = [];
  /** @type {string[]} */
  requests = [];
  /** Its address, and what is fulfilled when it has loaded, where nobody has waited for that. */
  url = "";
  /** @type {Promise<unknown> | undefined} */
  loaded;

  /**
   * @param {import("puppeteer-core").Page} page
   * @param {import("./servers.js").Copy | null} kit
   * @param {{ name: string, publisher: import("./servers.js").Publisher }} stage
   */
  constructor(page, kit, { name, publisher }) {
    this.page = page;
    this.kit = kit;
    this.publisher = publisher;
    this.browserName = name;
    page.on("console", message => this.console.push({ type: message.type(), text: message.text() }));
    page.on("pageerror", error => this.crashes.push(String(error)));
    // Firefox reports the fonts of its own style sheets too, as data addresses.
    page.on("request", request => {
      if (/^https?:/.test(request.url()) && !request.url().endsWith("/favicon.ico")) this.requests.push(request.url());
    });
  }

  /**
   * The console's messages of ours, of one type.
   * @param {string} type
   */
  messages(type) {
    return this.console
      .filter(message => message.type === type && /^article-card[#:]/.test(message.text))
      .map(({ text }) => text);
  }

  /**
   * @template {any[]} Given
   * @template Answer
   * @param {(...given: Given) => Answer} work
   * @param {Given} given
   */
  evaluate(work, ...given) {
    return this.page.evaluate(work, ...given);
  }

  /**
   * Asks the page until the answer is true (or truthy), and returns that answer.
   * @template {any[]} Given
   * @param {(...given: Given) => any} ask
   * @param {Given} given
   */
  async until(ask, ...given) {
    const end = Date.now() + PATIENCE;
    for (let answer; ; await pause(15)) {
      // A page that is still arriving has no context yet.
      answer = await this.evaluate(ask, ...given).catch(error => {
        if (!/context|navigat|realm|unload event/i.test(error.message)) throw error;
      });
      if (answer) return answer;
      if (Date.now() > end) {
        const state = await this.evaluate(() => ({
          seen: window.seen,
          cards: [...document.querySelectorAll("article-card")].slice(0, 3).map(card => card.outerHTML.slice(0, 200)),
        }));
        throw new Error(
          `not within ${PATIENCE} ms: ${ask} ${JSON.stringify(given)}; the page: ${JSON.stringify(state).slice(0, 1500)}; console: ${JSON.stringify(this.console).slice(0, 1500)}`,
        );
      }
    }
  }

  /**
   * Waits for a claim that is true outside the page, such as a console message that has arrived.
   * @param {() => unknown} ask
   */
  async untilHere(ask) {
    const end = Date.now() + PATIENCE;
    for (; ; await pause(15)) {
      if (this.page instanceof WebKitPage) await this.page.hear();
      if (ask()) return;
      if (Date.now() > end)
        throw new Error(`not within ${PATIENCE} ms: ${ask}; console: ${JSON.stringify(this.console).slice(0, 1500)}`);
    }
  }

  /** Waits until every card that matches has told what became of it. */
  settled(selector = "article-card") {
    return this.until(wanted => {
      const cards = [...document.querySelectorAll(wanted)];
      return cards.length > 0 && cards.every(card => card.matches(":state(ready), :state(error)"));
    }, selector);
  }

  card(selector = "article-card") {
    return this.page.$eval(selector, readCard);
  }

  cards(selector = "article-card") {
    return this.page.$$(selector).then(found => Promise.all(found.map(card => card.evaluate(readCard))));
  }

  /**
   * The events of ours so far, of one name ("ready", "copy").
   * @param {string} name
   * @param {string} [card]
   */
  events(name, card) {
    return this.evaluate(
      (wanted, id) =>
        window.seen.events.filter(event => event.name === wanted && (id === undefined || event.card === id)),
      name,
      card,
    );
  }

  /**
   * A handle to one node inside a card.
   * @param {string} selector
   */
  async inside(selector, card = "article-card") {
    const handle = await this.page.evaluateHandle(
      (host, wanted) => document.querySelector(host)?.shadowRoot?.querySelector(wanted),
      card,
      selector,
    );
    const element = /** @type {import("puppeteer-core").ElementHandle<Element> | null} */ (handle.asElement());
    if (!element) throw new Error(`no ${selector} in ${card}`);
    return element;
  }

  /**
   * How many nodes of a card the accessibility tree knows by this role and name.
   * @param {string} role
   * @param {string} name
   */
  async accessible(role, name, card = "article-card") {
    const article = await this.inside("article", card);
    return (await article.$$(`::-p-aria([name="${name}"][role="${role}"])`)).length;
  }

  /** Lets the page use the clipboard where the browser would ask its reader. */
  async allowClipboard() {
    if (this.browserName === "chromium")
      await this.page
        .browserContext()
        .overridePermissions(this.publisher.origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  }

  /** What was copied last. WebKit tells that to nobody but a reader, who pastes it. */
  async clipboard() {
    if (!(this.page instanceof WebKitPage)) return this.evaluate(() => navigator.clipboard.readText());
    await this.evaluate(() => document.body.appendChild(document.createElement("textarea")).focus());
    await this.page.keyboard.paste();
    return this.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      field.remove();
      return field.value;
    });
  }

  /** Two frames: what was to be drawn has been. */
  drawn() {
    return this.evaluate(
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
  }
}
