// The card in Yew: the element around it, which only JavaScript can define.
import init, { draw } from "./yew_card.js";
import { SHEET } from "./look.js";

await init({ module_or_path: new URL("./yew_card_bg.wasm", import.meta.url) });

class NewsCard extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    if (this.shadowRoot || !text) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [SHEET];
    draw(root, text);
  }
}

customElements.define("news-card", NewsCard);
