// WebKit as Debian has it: MiniBrowser on a screen of its own that nobody sees, and the driver that leads it.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProxy } from "./proxy.js";
import { Session } from "./webdriver.js";
import { WebKitPage } from "./webkit-page.js";

/** The screen's, in whose lower half there is room for each window of the tests. */
const [WIDTH, HEIGHT] = [3200, 5200];
const PATIENCE = 20_000;
const DRIVER = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";
const SCREEN = process.env.XVFB ?? "/usr/bin/Xvfb";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Ends a program and all that it has started.
 * @param {ChildProcess} child
 */
function stop(child) {
  running.delete(child);
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
process.on("exit", () => running.forEach(stop));
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.once(signal, () => process.exit(1));

/**
 * Starts a program in a group of its own, so that all that it starts ends with it; `pipe` is one more way out of it.
 * @param {string} program
 * @param {string[]} given
 * @param {NodeJS.ProcessEnv} env
 */
function start(program, given, env = process.env) {
  const child = spawn(program, given, { env, detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  child.on("error", error => {
    throw new Error(`${program} is not to be started: ${error.message}`);
  });
  running.add(child);
  return child;
}

/**
 * @template Answer
 * @param {string} what
 * @param {Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
function inTime(what, work) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} not within ${PATIENCE} ms`)), PATIENCE);
  });
  return Promise.race([work, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise(done => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });

/** One browser of a test file: one screen, and one driver with its session for each time zone. */
export class WebKit {
  viewport = { width: 1000, height: 800 };
  /** Where the screen's own pointer rests: on the bar of each window, as a window has the focus that the pointer is in. */
  pointer = [WIDTH / 2, HEIGHT / 2];
  /** How high that bar is. */
  bar = 0;
  /** @type {Set<WebKitPage>} */
  pages = new Set();
  /** By the address that each has been sent to.
   * @type {Map<string, WebKitPage>} */
  readers = new Map();
  /** @type {WebKitPage | undefined} */
  newest;
  /** @type {ChildProcess[]} */
  #children = [];
  /** @type {Map<string, Promise<Session>>} */
  #sessions = new Map();
  /** @type {Awaited<ReturnType<typeof startProxy>>} */
  #proxy;
  #display = "";
  #home = mkdtempSync(join(tmpdir(), "article-card-webkit-"));

  /** @param {{ scripts: boolean, taste?: string }} options */
  constructor({ scripts, taste }) {
    this.given = scripts ? [] : ["--enable-javascript=false"];
    this.taste = taste;
  }

  /** @param {{ scripts: boolean, taste?: string }} options */
  static async launch(options) {
    const browser = new WebKit(options);
    try {
      await inTime("WebKit has started", browser.#start());
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  async #start() {
    mkdirSync(join(this.#home, "gtk-3.0"));
    writeFileSync(join(this.#home, "gtk-3.0/settings.ini"), `[Settings]\n${this.taste ?? ""}\n`);
    // Else the bar is wider than a phone.
    writeFileSync(join(this.#home, "gtk-3.0/gtk.css"), "* { min-width: 0; padding: 0; margin: 0; font-size: 1px }");
    const screen = start(SCREEN, ["-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp"]);
    this.#children.push(screen);
    const told = /** @type {import("node:stream").Readable} */ (screen.stdio[3]);
    this.#display = await new Promise(done => told.once("data", number => done(`:${String(number).trim()}`)));
    this.#proxy = await startProxy(address => this.readers.get(address) ?? this.newest);
    await this.inZone(process.env.TZ || "UTC");
  }

  /** @param {string} zone */
  inZone(zone) {
    let session = this.#sessions.get(zone);
    if (!session) {
      session = inTime(`WebKit in ${zone} has started`, this.#session(zone));
      this.#sessions.set(zone, session);
    }
    return session;
  }

  /** @param {string} zone */
  async #session(zone) {
    const port = await freePort();
    const driver = start(DRIVER, [`--port=${port}`], {
      ...process.env,
      DISPLAY: this.#display,
      TZ: zone,
      XDG_CONFIG_HOME: this.#home,
      XDG_CACHE_HOME: this.#home,
      XDG_DATA_HOME: this.#home,
      GDK_BACKEND: "x11",
      GTK_A11Y: "none",
      NO_AT_BRIDGE: "1",
      // There is no graphics card to draw with.
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    });
    this.#children.push(driver);
    const address = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${address}/status`).then(({ ok }) => ok, () => false)))
      await new Promise(done => setTimeout(done, 20));
    return Session.start(address, {
      acceptInsecureCerts: true,
      pageLoadStrategy: "none",
      proxy: { proxyType: "manual", httpProxy: this.#proxy.address, sslProxy: this.#proxy.address },
      "webkitgtk:browserOptions": { args: ["--automation", ...this.given] },
    });
  }

  async newPage() {
    const session = await this.inZone(process.env.TZ || "UTC");
    const page = new WebKitPage(this, session, await session.open());
    this.pages.add(page);
    await page.setViewport(this.viewport);
    return page;
  }

  async close() {
    await this.#proxy?.close();
    this.#children.forEach(stop);
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }
}
