// One state of the gallery: its words, the card, embedded as on a publisher's page, and beside it the JSON.
import { fallbackElement, fallbackOf } from "./fallback.js";
import { filled } from "./filled.js";
import { jsonElement } from "./json.js";
import { folded } from "./search.js";
import { fixtureOf } from "./states.js";

/** @typedef {import("./states.js").Described} Described */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @param {string} [text]
 */
function make(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/** A state as it stands in the page. */
export class Shown {
  /** @type {HTMLElement} */
  element;
  /** What a search looks through. */
  words;
  /** @type {HTMLElement} */
  #stage;
  /** @type {HTMLElement} */
  #pair;
  /** @type {HTMLButtonElement | undefined} */
  #button;
  /** @type {HTMLElement | undefined} */
  #json;
  #text = "";
  #described;

  /**
   * @param {Described} described
   * @param {string} group
   * @param {(id: string) => void} showAlone
   */
  constructor(described, group, showAlone) {
    const { id, title, about, frame } = described;
    this.#described = described;
    this.words = folded([title, about, group, id].join("\n"));
    this.element = make("section", "state");
    this.element.id = id;
    this.#stage = make("div", "stage");
    this.#pair = make("div", "pair");
    const side = make("div", "side");
    const actions = make("p", "actions");
    const fixture = fixtureOf(described);
    if (fixture) {
      this.#stage.dataset.fixture = fixture;
      this.#button = make("button", "", "JSON");
      this.#button.type = "button";
      this.#button.setAttribute("aria-label", `JSON of ${title}`);
      this.#button.addEventListener("click", () => this.showJson(!this.isJsonShown));
      const open = make("a", "", "Open in the bench");
      open.href = `index.html#state=${encodeURIComponent(fixture)}`;
      open.setAttribute("aria-label", `Open in the bench: ${title}`);
      actions.append(this.#button, " ", open, " ");
    }
    const alone = make("a", "", "Alone");
    alone.href = `#only=${encodeURIComponent(id)}`;
    alone.setAttribute("aria-label", `Alone: ${title}`);
    alone.addEventListener("click", event => {
      event.preventDefault();
      showAlone(id);
    });
    actions.append(alone);
    side.append(this.#stage, actions);
    this.#pair.append(side);
    this.element.append(make("h3", "", title));
    if (about) this.element.append(make("p", "about", about));
    this.element.append(this.#pair);
    if (frame) this.#stage.append(this.#frame(frame));
    this.showJson(false);
  }

  /** @param {string} address */
  #frame(address) {
    const frame = make("iframe", "");
    frame.title = `${this.#described.title}: a page of its own`;
    frame.setAttribute("sandbox", "");
    frame.src = address;
    return frame;
  }

  get isJsonShown() {
    return this.#button?.getAttribute("aria-pressed") === "true";
  }

  /** @param {boolean} isShown */
  showJson(isShown) {
    this.#button?.setAttribute("aria-pressed", String(isShown));
    const hasJson = isShown && this.#text !== "";
    if (hasJson && !this.#json) {
      this.#json = jsonElement(this.#text.trim(), `JSON of ${this.#described.title}`);
      this.#pair.append(this.#json);
    }
    if (this.#json) this.#json.hidden = !hasJson;
    this.element.classList.toggle("with-json", hasJson);
  }

  /**
   * Fetches the article and puts the card there, which `dress` gives its attributes.
   * @param {(card: HTMLElement) => void} dress
   */
  async load(dress) {
    const fixture = fixtureOf(this.#described);
    if (!fixture) return;
    const address = `fixtures/${fixture}.json`;
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      this.#text = filled(await answer.text());
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      this.#stage.append(make("p", "lost", `${address} could not be fetched: ${message}.`));
      return;
    }
    this.words += `\n${folded(this.#text)}`;
    this.#stage.append(this.#card(dress));
    if (this.isJsonShown) this.showJson(true);
  }

  /** @param {(card: HTMLElement) => void} dress */
  #card(dress) {
    const { type, hide, title, fallback } = this.#described;
    const card = document.createElement("article-card");
    const data = document.createElement("script");
    data.type = type ?? "application/json";
    data.textContent = this.#text;
    card.setAttribute("heading-level", "4");
    if (hide) card.setAttribute("hide", hide);
    dress(card);
    card.append(data, fallbackElement(fallback ?? fallbackOf(this.#text) ?? { text: title }));
    return card;
  }
}
