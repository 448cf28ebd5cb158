// One frame of the stage: a page with one card, exactly as wide as its width says and as high as its card. It never reads the
// bench: it is told what to show.
import { dress, fill, paint, standingCard } from "./embed.js";
import { force } from "./forced.js";
import { reword, reworded } from "./media.js";

/** @import { View } from "../bench.js" */

/**
 * What cannot change while a frame lives. At the frame's element it stands as `stage`, where `stage-page.js` reads it.
 * @typedef {object} Made
 * @property {View["way"]} way
 * @property {number} later seconds that are added to the clock
 * @property {string} zone of the reader, or empty
 *
 * @typedef {object} Shown
 * @property {Record<string, any> | null} article null for none
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} theme
 * @property {View} view
 * @property {string} [html] the prerendered card, where one is wanted
 *
 * @typedef {object} Told
 * @property {(kind: "ready" | "error", detail: any) => void} said what the card said
 * @property {(address: string) => void} leads somebody pressed a link
 * @property {() => void} lost another page has taken the place of ours
 */

const PAGE = new URL("../stage.html", import.meta.url).href;
const PRERENDERED = ["prerendered", "no-script"];

/** @param {EventTarget} target a node of another window, so that no class of ours is its class */
const isLink = target => /** @type {any} */ (target).localName === "a" && Boolean(/** @type {any} */ (target).href);

export class Frame {
  node = document.createElement("figure");
  #caption = document.createElement("figcaption");
  #iframe = document.createElement("iframe");
  /** @type {Shown | undefined} */
  #shown;
  /** @type {Document | undefined} */
  #page;
  /** @type {HTMLElement | undefined} */
  #card;
  /** The prerendered text that the card was made of. */
  #html = "";
  #hasLoader = false;
  #size = new ResizeObserver(() => this.#fit());

  /**
   * @param {Made} made
   * @param {Told} told
   * @param {number} [height] until the card has one
   */
  constructor(made, told, height = 320) {
    this.made = made;
    this.told = told;
    const { later, zone } = made;
    const media = (/** @type {string} */ query) => reworded(query, this.#wishes);
    Object.assign(this.#iframe, { stage: { later, zone, hasWasm: made.way !== "no-wasm", media } });
    if (made.way === "no-script") this.#iframe.setAttribute("sandbox", "allow-same-origin");
    this.#iframe.style.blockSize = `${height}px`;
    this.#iframe.addEventListener("load", () => this.#loads());
    this.#iframe.src = PAGE;
    this.node.append(this.#caption, this.#iframe);
  }

  get height() {
    return this.#iframe.offsetHeight || undefined;
  }

  get #wishes() {
    return this.#shown?.view ?? { still: false, forced: false };
  }

  /** @param {number} width */
  set width(width) {
    this.#iframe.style.inlineSize = `${width}px`;
    this.#iframe.title = `The card, ${width} px wide`;
    this.#caption.textContent = `${width} px`;
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#shown = shown;
    if (this.#page) this.#arrange(this.#page, shown);
  }

  remove() {
    this.#size.disconnect();
    this.node.remove();
  }

  #loads() {
    const page = this.#iframe.contentDocument;
    // A link was followed all the same, as where no script may hear of it.
    if (this.#page) return this.told.lost();
    if (!page) return;
    // Where scripts are blocked, one that stood in the page would complain on the console.
    if (this.made.way === "no-script") this.#opens(page);
    else this.#script(page, "stage-page.js").addEventListener("load", () => this.#opens(page));
  }

  /**
   * The page is ready for its card.
   * @param {Document} page
   */
  #opens(page) {
    this.#page = page;
    page.addEventListener("article-card-ready", event => this.#says("ready", event));
    page.addEventListener("article-card-error", event => this.#says("error", event));
    page.addEventListener("article-card-open", event => event.preventDefault());
    for (const kind of ["click", "auxclick"]) page.addEventListener(kind, event => this.#pressed(event));
    this.#size.observe(page.body);
    if (this.#shown) this.#arrange(page, this.#shown);
  }

  /**
   * @param {Document} page
   * @param {Shown} shown
   */
  #arrange(page, { article, attributes, theme, view, html }) {
    const { style } = page.documentElement;
    style.colorScheme = view.page === "system" ? "light dark" : view.page;
    style.fontSize = `${view.text}%`;
    // A browser's setting also changes what `medium` is, and no style can; so it is said as a length.
    if (view.text === 100) style.removeProperty("--article-card-text-size");
    else style.setProperty("--article-card-text-size", "1rem");

    if (!article) {
      this.#card?.remove();
      this.#card = undefined;
      this.#html = "";
    } else if (PRERENDERED.includes(this.made.way)) {
      if (html && html !== this.#html) {
        this.#card?.remove();
        this.#card = standingCard(page, html);
        this.#html = html;
        if (this.#card) page.body.append(this.#card);
      }
    } else {
      const card = this.#card ?? page.createElement("article-card");
      dress(card, attributes);
      fill(card, article);
      if (!this.#card) page.body.append(this.#card = card);
    }
    if (this.#card) {
      paint(this.#card, theme);
      // Only once the card stands, as on a page whose script comes last.
      if (!this.#hasLoader && this.made.way !== "no-script") this.#script(page, "../loader/article-card.js", "module");
      this.#hasLoader = true;
    }
    this.#answer();
    this.#fit();
  }

  /**
   * @param {Document} page
   * @param {string} src
   * @param {string} [type]
   */
  #script(page, src, type = "") {
    const script = page.createElement("script");
    Object.assign(script, { type, src });
    page.head.append(script);
    return script;
  }

  /** Answers the media queries of what stands as the reader's browser would. */
  #answer() {
    const page = this.#page;
    if (!page) return;
    const root = this.#card?.shadowRoot;
    for (const sheet of root?.adoptedStyleSheets ?? []) reword(sheet, this.#wishes);
    force(page, root, this.#wishes.forced);
  }

  #fit() {
    const height = this.#page?.body.getBoundingClientRect().height;
    // A stage that is hidden has no heights.
    if (height) this.#iframe.style.blockSize = `${Math.ceil(height)}px`;
  }

  /**
   * @param {"ready" | "error"} kind
   * @param {Event} event
   */
  #says(kind, event) {
    // One that has made room for another says nothing any more.
    if (event.target !== this.#card) return;
    this.#answer();
    // Objects of the frame's window do not outlive it.
    this.told.said(kind, JSON.parse(JSON.stringify(/** @type {CustomEvent} */ (event).detail)));
  }

  /** @param {Event} event */
  #pressed(event) {
    const link = /** @type {HTMLAnchorElement | undefined} */ (event.composedPath().find(isLink));
    if (!link) return;
    event.preventDefault();
    this.told.leads(link.href);
  }
}
