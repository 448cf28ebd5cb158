// What is not tested in each browser, and why: a test that stands here is counted as left out, never as passed.

const OTHER = /** @type {const} */ (["firefox", "webkit"]);

/**
 * By the title of the tests, as `inBrowsers` has it, or by that of one among them.
 * @type {Record<string, { browsers: readonly ("firefox" | "webkit")[], why: string }>}
 */
const LEFT_OUT = {
  "Two thousand cards, one after the other": {
    browsers: OTHER,
    why: "heap, nodes and listeners are counted by Chromium’s own protocol only",
  },
  "The browser’s own measure of a drawn card": {
    browsers: OTHER,
    why: "only Chromium measures how its layout shifts",
  },
  "The language of a card in a German browser": {
    browsers: OTHER,
    why: "only Chromium’s own protocol gives a page another language of the browser",
  },
  "A page that is printed": {
    browsers: ["webkit"],
    why: "WebKit’s driver does not print",
  },
  "A page that is printed without scrolling": {
    browsers: OTHER,
    why: "Firefox holds back the microtasks that Yew draws in, so that the fallback is printed, and WebKit’s driver does not print",
  },
  "A reader who prints": {
    browsers: OTHER,
    why: "only Chromium shows a test what a page looks like on paper",
  },
  "stays as it is when it is moved by moveBefore": {
    browsers: ["webkit"],
    why: "WebKit 2.50 has no moveBefore",
  },
  "A reader with colours of their own": {
    browsers: ["webkit"],
    why: "WebKit has no forced colours on Linux",
  },
};

/**
 * Why the tests or the test of this title are left out in this browser, if they are.
 * @param {string} title
 * @param {string} browser
 */
export function leftOut(title, browser) {
  const entry = LEFT_OUT[title];
  return entry?.browsers.some(name => name === browser) ? entry.why : undefined;
}
