// What the input was understood as, in a sentence.
import { FORMATS } from "../formats.js";
import { soleAddress } from "./address.js";

/** @typedef {import("../bench.js").Reading} Reading */

/**
 * @param {Reading} reading
 * @param {boolean} isApple whether keys have the names that they have on a Mac
 */
export function understood(reading, isApple) {
  if (!reading.input.trim()) {
    return "Nothing yet. Paste an article, drop a file anywhere on this page, or start from an example.";
  }
  const address = soleAddress(reading.input);
  if (address) return howToGetTheSource(address, isApple);
  if (reading.articles.some(({ diagnostics }) => diagnostics.some(({ code }) => code === "json-syntax"))) {
    return "JSON that cannot be read yet; the editor marks from where on.";
  }
  const formats = [...new Set(reading.articles.map(({ format }) => format))].filter(format => format !== null);
  if (!formats.length) return "Nothing we know: neither JSON of an article, nor a page's source, nor copied text.";
  const count = reading.articles.length;
  const names = formats.map(format => FORMATS[format]).join(" and ");
  return `Understood as ${names}${count > 1 ? `, with ${count} articles` : ""}.`;
}

/**
 * @param {string} address
 * @param {boolean} isApple
 */
export function howToGetTheSource(address, isApple) {
  const [source, all, copy, paste] = isApple
    ? ["⌥⌘U", "⌘A", "⌘C", "⌘V"]
    : ["Ctrl+U", "Ctrl+A", "Ctrl+C", "Ctrl+V"];
  return (
    "This is only an address, and this page fetches nothing: what you paste stays on your machine. " +
    `Open ${new URL(address).host} in another tab, view the page's source (${source}), select all of it (${all}), ` +
    `copy it (${copy}), and paste it here (${paste}).`
  );
}

/** Whether this machine's keyboard is one of Apple's. */
export const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/**
 * By what somebody tells several articles apart.
 * @param {import("../bench.js").Checked} checked
 */
export function titleOf({ article, index }) {
  return article?.headline || article?.url || `Article ${index + 1}, without a headline`;
}
