// The card's stylesheet in shadow roots, one constructed sheet for each document. It never writes a <style>, which a page's
// policy may forbid.
import { css } from "./instance.js";

/** A constructed sheet cannot leave its own document. */
const sheets = new WeakMap();

/**
 * Does nothing before the runtime has come, where the host has no shadow root, or in a template, which is never shown.
 * @param {HTMLElement} host
 */
export function adoptStylesheet({ shadowRoot, ownerDocument }) {
  const view = ownerDocument.defaultView;
  if (!css || !shadowRoot || !view) return;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, sheet);
  }
  if (shadowRoot.adoptedStyleSheets[0] !== sheet) shadowRoot.adoptedStyleSheets = [sheet];
}
