// How the real browsers are started, and what a reader may have asked of them.
import puppeteer from "puppeteer-core";
import { leave, newProfile } from "./firefox-profile.js";
import { PLAIN } from "./proxy.js";
import { WebKit } from "./webkit.js";

export { PLAIN } from "./proxy.js";

/** @typedef {keyof typeof BROWSERS} BrowserName */
/** @typedef {typeof TASTES[keyof typeof TASTES]} Taste */

export const BROWSERS = {
  chromium: {
    browser: /** @type {const} */ ("chrome"),
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--host-resolver-rules=MAP ${PLAIN} 127.0.0.1`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  },
  firefox: {
    browser: /** @type {const} */ ("firefox"),
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
  },
  /** Without a protocol that puppeteer speaks. */
  webkit: null,
};

/** What readers ask of their browser: a media feature for Chromium, a preference for Firefox, a setting of GTK's for WebKit. */
export const TASTES = {
  dark: {
    chromium: { name: "prefers-color-scheme", value: "dark" },
    firefox: { "layout.css.prefers-color-scheme.content-override": 0 },
    webkit: "gtk-theme-name=Adwaita-dark",
  },
  still: {
    chromium: { name: "prefers-reduced-motion", value: "reduce" },
    firefox: { "ui.prefersReducedMotion": 1 },
    webkit: "gtk-enable-animations=0",
  },
  /** As where a screen reader runs: without one Chromium leaves out of its accessibility tree what it has not laid out. */
  spoken: {
    chromium: null,
    args: ["--force-renderer-accessibility"],
    firefox: {},
    webkit: "",
  },
  forced: {
    chromium: { name: "forced-colors", value: "active" },
    firefox: { "browser.display.document_color_use": 2 },
    webkit: "",
  },
};

/**
 * Starts one of them; `scripts` false starts it without JavaScript, which Chromium decides by page.
 * @param {BrowserName} name
 * @param {{ scripts: boolean, taste?: Taste }} options
 */
export async function launch(name, { scripts, taste }) {
  const options = BROWSERS[name];
  if (!options) {
    const browser = await WebKit.launch({ scripts, taste: taste?.webkit });
    // It has that part of puppeteer's interface that the tests use.
    return /** @type {import("puppeteer-core").Browser} */ (/** @type {unknown} */ (browser));
  }
  const profile = options.browser === "firefox" ? newProfile() : undefined;
  const browser = await puppeteer.launch({
    ...options,
    userDataDir: profile,
    args: [...("args" in options ? options.args : []), ...(taste && "args" in taste && options.browser === "chrome" ? taste.args : [])],
    headless: true,
    // A question that is never answered fails its test, and does not hold up the others for three minutes.
    protocolTimeout: 90_000,
    protocol: options.browser === "firefox" ? "webDriverBiDi" : "cdp",
    defaultViewport: { width: 1000, height: 800 },
    extraPrefsFirefox: {
      "javascript.enabled": scripts,
      "browser.translations.enable": false,
      "network.dns.localDomains": PLAIN,
      ...taste?.firefox,
    },
  });
  if (profile) {
    const close = browser.close.bind(browser);
    browser.close = async () => {
      await close();
      leave(profile);
    };
  }
  return browser;
}
