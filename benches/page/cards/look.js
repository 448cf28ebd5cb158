// What the peers' cards share in a page: one constructed stylesheet, and the element around the card.
export * from "./words.js";

// With containment, as ours: without it a frame lays out and paints every card anew, which makes React, that draws over many
// frames, six times as slow.
const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; contain: content; max-inline-size: 40rem; margin-block: 1rem; }
  article { border: 1px solid #bbb; border-radius: 0.5rem; padding: 1rem; font: 1rem/1.4 system-ui, sans-serif; color: #222; background: #fff; }
  figure { margin: 0 0 0.75rem; }
  img { display: block; inline-size: 100%; block-size: auto; aspect-ratio: 3 / 2; object-fit: cover; }
  figcaption { padding-block-start: 0.25rem; font-size: 0.8rem; color: #555; }
  .credit { padding-inline-start: 0.5rem; font-style: italic; }
  h3 { margin: 0 0 0.5rem; font: 700 1.3rem/1.2 Georgia, serif; }
  a { color: inherit; text-decoration: none; }
  a:hover { text-decoration: underline; }
  .dates { display: flex; gap: 1rem; align-items: center; margin: 0 0 0.5rem; font-size: 0.85rem; color: #555; }
  button { font: inherit; border: 1px solid #bbb; border-radius: 1rem; padding: 0.2rem 0.8rem; background: #f4f4f4; }
  ul { margin: 0 0 0.75rem; padding-inline-start: 1.2rem; }
  nav { border-block-start: 1px solid #ddd; padding-block-start: 0.5rem; }
  nav time { display: block; font-size: 0.8rem; color: #555; }
`);

/**
 * Defines the element around the card, the same for all contenders: the article's text stands in its child script.
 * @param {(root: ShadowRoot, text: string) => void} draw
 */
export function define(draw) {
  customElements.define("news-card", class extends HTMLElement {
    connectedCallback() {
      const text = this.querySelector("script")?.textContent;
      if (this.shadowRoot || !text) return;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [SHEET];
      draw(root, text);
    }
  });
}
