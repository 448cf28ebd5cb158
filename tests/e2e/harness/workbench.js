// The workbench as an editor uses it: what is pasted, dropped and chosen there, and what then stands on it.
import { wholePage } from "./page.js";
import { SITE, startSite } from "./servers.js";

/** @typedef {import("./visit.js").Visit} Visit */
/** @typedef {{ origin: string, close: () => unknown }} Site */

/** Serves the site from a path of its own, since it has to work under any. */
export const startWorkbench = () => startSite(SITE, undefined, "/somewhere/below/");

/** A page of an invented newspaper, of the shape that real ones have. */
export const PAGE_SOURCE = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry to the outer islands sails again | The Harbour Herald</title>
<link rel="canonical" href="https://herald.example/islands/ferry-sails-again">
<meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Herald">
<meta property="og:title" content="Ferry to the outer islands sails again">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Ferry to the outer islands sails again",
"url":"https://herald.example/islands/ferry-sails-again",
"datePublished":"2026-03-02T06:30:00+00:00","dateModified":"2026-03-02T09:15:00+00:00",
"description":"After eleven weeks the crossing is open, at half the old speed.",
"author":{"@type":"Person","name":"Ines Calloway"},
"publisher":{"@type":"NewsMediaOrganization","name":"The Harbour Herald"}}</script>
<script>window.analytics = [];</script></head>
<body><header><nav><a href="/">Home</a> <a href="/islands">Islands</a></nav></header>
<main><article><h1>Ferry to the outer islands sails again</h1>
<p class="byline">By Ines Calloway</p>
<p>The first boat left at dawn with 40 passengers and the post.</p>
<p>The crossing takes two hours, one more than before the storm.</p></article></main>
<footer>© The Harbour Herald</footer></body></html>`;

/** Two invented articles as they are copied out of a page, one below the other. */
export const COPIED = `Harbour museum accused of lending Harbour Bank its brass diving helmet

The museum’s director is not new to such loans. In 2019, the Herald reported that the bank had borrowed a lighthouse lens. (HH/File)
Short Url
Updated 03 April 2026
Follow

Harbour museum accused of lending Harbour Bank its brass diving helmet

  • Complaint filed last year claims bank had ‘unusual access’ to the collection
  • Museum dismisses the complaint as ‘a storm in a diving bell’

SALTMERE: The helmet stood in the lobby of the bank for nine weeks, visitors say.

It has been returned since.


Reed cutters welcome the court’s deadline on access to the marsh

Updated 22 December 2025
Follow

Reed cutters welcome the court’s deadline on access to the marsh

  • Court set the deadline for an answer to the petition to Jan. 4
  • Since the flood of 2023 the cutters have been kept out of the marsh

OSTROVA: The cutters have waited for two winters.
They brought their scythes to the court.`;

/** An article that nobody may see before another century. */
export const EMBARGOED = JSON.stringify({
  headline: "Secret of the bell tower revealed",
  bullets: ["A word that must not be shown"],
  embargoedUntil: "2150-01-01T00:00:00Z",
});

/** Runs in the page before its scripts: a test begins with nothing that another has left in the browser. */
function forgetOnce() {
  if (sessionStorage.getItem("begun")) return;
  sessionStorage.setItem("begun", "yes");
  localStorage.clear();
}

/**
 * Opens the workbench and waits until something stands on it.
 * @param {any} stage
 * @param {Site} site
 * @param {{ hash?: string } & Record<string, any>} [options]
 * @returns {Promise<Visit>}
 */
export async function openWorkbench(stage, site, { hash = "", before = [], ...options } = {}) {
  const visit = await stage.open({
    kit: null,
    viewport: { width: 1280, height: 900 },
    ...options,
    before: [forgetOnce, ...before],
    url: `${site.origin}/somewhere/below/index.html${hash}`,
  });
  await visit.until(() => document.documentElement.classList.contains("open"));
  return visit;
}

/**
 * Pastes a text into the editor, in the place of what stands there: by the keys of a reader, or where no driver has those for
 * copying, by the event that they make.
 * @param {Visit} visit
 * @param {string} text
 */
export async function paste(visit, text) {
  const { keyboard } = visit.page;
  if (visit.browserName === "webkit") return pasteByEvent(visit, text);
  await visit.evaluate(text => {
    const field = document.createElement("textarea");
    field.id = "copied";
    field.value = text;
    document.body.prepend(field);
    field.focus();
    field.select();
  }, text);
  /** @param {"c" | "a" | "v"} key */
  const control = async key => {
    await keyboard.down("Control");
    await keyboard.press(`Key${/** @type {"C" | "A" | "V"} */ (key.toUpperCase())}`);
    await keyboard.up("Control");
  };
  await control("c");
  await visit.evaluate(() => {
    document.getElementById("copied")?.remove();
    const shadow = document.querySelector("#editor > div")?.shadowRoot;
    const editor = /** @type {HTMLElement} */ (shadow?.querySelector(".cm-content"));
    editor.focus();
  });
  await control("a");
  await control("v");
}

/**
 * @param {Visit} visit
 * @param {string} text
 */
function pasteByEvent(visit, text) {
  return visit.evaluate(text => {
    const shadow = document.querySelector("#editor > div")?.shadowRoot;
    const editor = /** @type {HTMLElement} */ (shadow?.querySelector(".cm-content"));
    editor.focus();
    document.getSelection()?.selectAllChildren(editor);
    document.dispatchEvent(new Event("selectionchange"));
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, text);
}

/**
 * Drops files on the page.
 * @param {Visit} visit
 * @param {{ name: string, bytes: number[] | string }[]} files
 */
export function drop(visit, files) {
  return visit.evaluate(files => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of files) {
      const content = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
      dataTransfer.items.add(new File([content], name));
    }
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

/**
 * What the first card on the stage says, once it says this.
 * @param {Visit} visit
 * @param {string} words
 */
export function untilCardSays(visit, words) {
  return visit.until(words => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("#stage iframe"));
    const card = frame?.contentDocument?.querySelector("article-card");
    const text = card?.shadowRoot?.querySelector("article")?.textContent ?? "";
    return text.includes(words) && text;
  }, words);
}

/**
 * Chooses an option of the field with this label.
 * @param {Visit} visit
 * @param {string} label
 * @param {string} value
 */
export function fill(visit, label, value) {
  return visit.until(
    (label, value) => {
      const labels = [...document.querySelectorAll("label, [aria-label]")];
      const found = labels.find(
        each =>
          each.getAttribute("aria-label") === label ||
          each.textContent?.trim() === label ||
          each.querySelector(":scope > span:first-child")?.textContent?.trim() === label,
      );
      const field = /** @type {any} */ (
        found instanceof HTMLLabelElement ? (found.control ?? found.querySelector("input, select, textarea")) : found
      );
      if (!field) return false;
      if (field.type === "radio" || field.type === "checkbox") {
        if (!field.checked) field.click();
        return true;
      }
      field.value = value;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      return field.value === value;
    },
    label,
    value,
  );
}

/**
 * Presses the button that says this.
 * @param {Visit} visit
 * @param {string} words
 */
export function press(visit, words) {
  return visit.until(words => {
    const buttons = [...document.querySelectorAll("button")];
    const found = buttons.find(button => button.textContent?.trim() === words && button.checkVisibility());
    found?.click();
    return Boolean(found);
  }, words);
}

/**
 * The page that a publisher makes of the embed code.
 * @param {string} code
 */
export const pageOf = code => wholePage({ kit: null, tags: "", head: "", body: code, lang: "en" });
