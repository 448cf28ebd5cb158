// Starts the browsers and the two servers for one test file, and opens one page per test.
import { after, afterEach, before, describe } from 'node:test';
import puppeteer from 'puppeteer-core';
import { readCard } from './card.js';
import { wholePage } from './page.js';
import { startKit, startPublisher } from './servers.js';
import { watchPage } from './watch.js';

const PATIENCE = 15_000;
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const BROWSERS = {
  chromium: {
    browser: 'chrome', executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  },
  firefox: { browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' },
};

/** What readers ask of their browser: a media feature for Chromium, a preference for Firefox. */
const TASTES = {
  dark: { chromium: { name: 'prefers-color-scheme', value: 'dark' }, firefox: { 'layout.css.prefers-color-scheme.content-override': 0 } },
  still: { chromium: { name: 'prefers-reduced-motion', value: 'reduce' }, firefox: { 'ui.prefersReducedMotion': 1 } },
  forced: { chromium: { name: 'forced-colors', value: 'active' }, firefox: { 'browser.display.document_color_use': 2 } },
};

/**
 * Runs the same tests in Chromium and in Firefox; `define` gets what opens pages.
 * `only` names one browser, for what the other's protocol cannot measure; `scripts: false` starts browsers without JavaScript;
 * `taste` is what the reader has asked of the browser, one of `TASTES`.
 */
export function inBrowsers(title, define, { only, scripts = true, taste } = {}) {
  // BROWSER=firefox shortens the way for whoever works on one test; without it both have to pass.
  const wanted = Object.keys(BROWSERS).filter(name => [undefined, name].includes(only) && ['', undefined, name].includes(process.env.BROWSER));
  for (const name of wanted) {
    describe(`${title} (${name})`, () => {
      const stage = new Stage(name, scripts, taste);
      before(() => stage.start());
      afterEach(() => stage.clear());
      after(() => stage.close());
      define(stage);
    });
  }
}

/** A browser with its two servers. */
class Stage {
  #visits = [];

  constructor(name, scripts, taste) {
    Object.assign(this, { name, scripts, taste: TASTES[taste] });
  }

  async start() {
    const options = BROWSERS[this.name];
    [this.kit, this.publisher, this.browser] = await Promise.all([startKit(), startPublisher(), puppeteer.launch({
      ...options, headless: true, protocol: options.browser === 'firefox' ? 'webDriverBiDi' : 'cdp',
      defaultViewport: { width: 1000, height: 800 },
      extraPrefsFirefox: { 'javascript.enabled': this.scripts, 'browser.translations.enable': false, ...this.taste?.firefox },
    })]);
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
   * `url` opens something else; `streamed` does not wait for the page to load; `zone` is the reader's time zone.
   */
  async open({ body, head, lang, tags, headers, kit = {}, before: watchers = [], url, viewport, zone, streamed } = {}) {
    const page = await this.browser.newPage();
    const copy = kit && (kit.loader ? kit : this.kit.copy(kit));
    const visit = new Visit(page, copy, this);
    this.#visits.push(visit);
    if (viewport) await page.setViewport(viewport);
    if (zone) await page.emulateTimezone(zone);
    if (this.taste && this.name === 'chromium') await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features: [this.taste.chromium] });
    if (!this.scripts && this.name === 'chromium') await page.setJavaScriptEnabled(false);
    if (this.scripts) for (const watcher of [watchPage, ...watchers]) await page.evaluateOnNewDocument(watcher);
    visit.url = url ?? this.publisher.page(wholePage({ kit: copy, tags: tags?.(copy), head, body, lang }), headers);
    const loaded = page.goto(visit.url);
    if (streamed) visit.loaded = loaded; else await loaded;
    return visit;
  }
}

/** One page that a reader has open. */
class Visit {
  console = [];
  crashes = [];
  requests = [];

  constructor(page, kit, { name, publisher }) {
    Object.assign(this, { page, kit, publisher, browserName: name });
    page.on('console', message => this.console.push({ type: message.type(), text: message.text() }));
    page.on('pageerror', error => this.crashes.push(String(error)));
    // Firefox reports the fonts of its own style sheets too, as data addresses.
    page.on('request', request => { if (/^https?:/.test(request.url()) && !request.url().endsWith('/favicon.ico')) this.requests.push(request.url()); });
  }

  /** The console's messages of ours, of one type. */
  messages(type) {
    return this.console.filter(message => message.type === type && /^article-card[#:]/.test(message.text)).map(({ text }) => text);
  }

  evaluate(work, ...given) {
    return this.page.evaluate(work, ...given);
  }

  /** Asks the page until the answer is true (or truthy), and returns that answer. */
  async until(ask, ...given) {
    const end = Date.now() + PATIENCE;
    for (let answer; ; await pause(15)) {
      // A page that is still arriving has no context yet.
      answer = await this.evaluate(ask, ...given).catch(error => { if (!/context|navigat|realm/i.test(error.message)) throw error; });
      if (answer) return answer;
      if (Date.now() > end) {
        const state = await this.evaluate(() => ({ seen: window.seen, cards: [...document.querySelectorAll('article-card')].slice(0, 3).map(card => card.outerHTML.slice(0, 200)) }));
        throw new Error(`not within ${PATIENCE} ms: ${ask} ${JSON.stringify(given)}; the page: ${JSON.stringify(state).slice(0, 1500)}; console: ${JSON.stringify(this.console).slice(0, 1500)}`);
      }
    }
  }

  /** Waits for a claim that is true outside the page, such as a console message that has arrived. */
  async untilHere(ask) {
    const end = Date.now() + PATIENCE;
    while (!ask()) {
      if (Date.now() > end) throw new Error(`not within ${PATIENCE} ms: ${ask}; console: ${JSON.stringify(this.console).slice(0, 1500)}`);
      await pause(15);
    }
  }

  /** Waits until every card that matches has told what became of it. */
  settled(selector = 'article-card') {
    return this.until(wanted => {
      const cards = [...document.querySelectorAll(wanted)];
      return cards.length > 0 && cards.every(card => card.matches(':state(ready), :state(error)'));
    }, selector);
  }

  card(selector = 'article-card') {
    return this.page.$eval(selector, readCard);
  }

  cards(selector = 'article-card') {
    return this.page.$$(selector).then(found => Promise.all(found.map(card => card.evaluate(readCard))));
  }

  /** The events of ours so far, of one name ("ready", "copy"). */
  events(name, card) {
    return this.evaluate((wanted, id) => window.seen.events.filter(event => event.name === wanted && (id === undefined || event.card === id)), name, card);
  }

  /** A handle to one node inside a card. */
  async inside(selector, card = 'article-card') {
    const handle = await this.page.evaluateHandle((host, wanted) => document.querySelector(host).shadowRoot.querySelector(wanted), card, selector);
    const element = handle.asElement();
    if (!element) throw new Error(`no ${selector} in ${card}`);
    return element;
  }

  /** How many nodes of a card the accessibility tree knows by this role and name. */
  async accessible(role, name, card = 'article-card') {
    const article = await this.inside('article', card);
    return (await article.$$(`::-p-aria([name="${name}"][role="${role}"])`)).length;
  }

  /** Two frames: what was to be drawn has been. */
  drawn() {
    return this.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
  }
}

export { pause };
