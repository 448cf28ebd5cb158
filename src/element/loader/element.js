// The element: its life on the page, and the way of an article from its text to its drawing. It never decides anything about
// a card's content, and importing it defines nothing.
import { NAMES, PROPERTIES, takeOver } from "./attributes.js";
import { isError, log, setStates, TAG } from "./diagnostics.js";
import { LABELS } from "./files.js";
import { breaks, giveUp, load, reader, runtime } from "./runtime.js";
import { findText, FOREIGN } from "./source.js";
import { cards, onScreen, unwatch, watch } from "./viewing.js";

/** @type {true | undefined} */
let complained;

/** What a page must not call is private. An expression, since the name of a declaration costs minified 18 bytes. */
export const ArticleCardElement = class extends /** @type {new () => HTMLElement & ReflectedAttributes} */ (HTMLElement) {
  static observedAttributes = [...NAMES, "lang", "dir"];

  static {
    onScreen((card, isNear) => card.#nears(isNear));
  }

  /**
   * What is lent to the drawings of all cards.
   * @type {Loader}
   */
  static #loader = {
    cards,
    activate: card => card.#activate(),
    labels: LABELS,
    runtime: () => load(runtime),
    send: (card, name, detail) => card.#send(name, detail),
    stands: (card, story, report) => card.#stands(story, report),
    fail: (card, report) => card.#fail(report),
    gone: card => setStates(card.#states, false, true),
    lost: (card, message, isCulprit) => card.#lost(message, isCulprit),
  };

  /**
   * The JSON of the property.
   * @type {string | null}
   */
  #article = null;
  /** @type {readonly Diagnostic[]} */
  #report = Object.freeze([]);
  #states = this.attachInternals?.().states;
  #identity = {};
  /** @type {boolean | undefined} */
  #active;
  /** @type {boolean | undefined} */
  #queued;
  /**
   * The card's own text.
   * @type {string | undefined}
   */
  #text;
  /** Counts what overtakes a drawing that still waits for the runtime. */
  #turn = 0;
  /**
   * The text that broke an instance, and is not drawn again.
   * @type {string | undefined}
   */
  #broken;
  /** @type {InstanceType<RuntimeScript["Drawing"]> | undefined} */
  #drawing;
  /**
   * Whether it is near the screen, as far as that is known.
   * @type {boolean | undefined}
   */
  #isNear;
  /**
   * What the console was told last, so that a redrawn card does not tell it again.
   * @type {string | undefined}
   */
  #said;
  #refreshed = () => this.#refresh();
  #sources = new MutationObserver(this.#refreshed);

  constructor() {
    super();
    takeOver(this);
  }

  connectedCallback() {
    watch(this);
    if (this.#active || this.loading === "eager") this.#activate();
  }

  /** A move disconnects and connects in one go: only what is still away afterwards is released. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      unwatch(this);
      this.#sources.disconnect();
      this.#active = this.#isNear = undefined;
      this.#turn++;
      this.#text = this.#broken = undefined;
      this.#drawing?.end();
      setStates(this.#states);
    });
  }

  /** Gives the shadow root its stylesheet again after it went into another document. */
  adoptedCallback() {
    this.#drawing?.restyle();
  }

  /** Keeps `moveBefore` from disconnecting. */
  connectedMoveCallback() {}

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // The theme is the stylesheet's business alone.
    if (name !== "theme") this.#refresh(true);
    if (this.isConnected && this.loading === "eager") this.#activate();
  }

  /** The article as a plain object: what was understood of it, once it is drawn; nothing of a withheld one. */
  get article() {
    const drawing = this.#drawing;
    // While labels are awaited, what is drawn is the article before.
    const understood = [null, drawing?.waits ? null : this.#text].includes(this.#article) ? drawing?.article() : undefined;
    return JSON.parse(/** @type {string} */ (understood === undefined ? this.#article : understood));
  }

  set article(value) {
    this.#article = value == null ? null : JSON.stringify(value);
    this.#refresh();
  }

  /** Everything that was repaired or refused, in the order in which it was met. */
  get report() {
    return this.#report;
  }

  /** @param {boolean} isNear */
  #nears(isNear) {
    this.#isNear = isNear;
    this.#drawing?.nears(isNear);
    if (isNear && !this.#active) this.#activate();
  }

  #activate() {
    this.#active = true;
    this.#refresh();
  }

  /**
   * Draws after all changes of this turn, if there is anything new to draw.
   * @param {boolean} [force]
   */
  #refresh(force) {
    if (force) this.#text = undefined;
    if (!this.#active || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#active && this.isConnected) this.#draw();
    });
  }

  async #draw() {
    const [text, isForeign] = /** @type {[text: string, isForeign?: boolean]} */ (findText(this, this.#article, this.#sources, this.#refreshed));
    if ([undefined, this.#text, this.#broken].includes(text)) return;
    this.#text = text;
    const turn = ++this.#turn;
    this.#drawing?.overtake();
    const before = breaks;
    if (!text.trim()) {
      const id = this.htmlFor;
      return this.#refuse("no-data",
        // React before 19, and any before the element is defined, writes a property's object as an attribute.
        this.hasAttribute("article") ? "the attribute article is no article: define the element first, or set the property article"
        : id ? `the page has no script with the id "${id}"` : "there is no JSON in the element");
    }
    let own, foreign;
    /** @type {any} */
    let failed;
    try {
      [own, foreign] = await Promise.all([load(runtime), (isForeign || FOREIGN.test(text)) && load(reader)]);
    } catch (error) {
      failed = error;
    }
    if (turn !== this.#turn) return;
    if (failed) {
      this.#refuse(failed.code, failed.message, complained);
      return complained = true;
    }
    if (before !== breaks) return this.#refresh(true);
    /** @type {[json: string | null, read: readonly Diagnostic[]]} */
    let understood = [text, []];
    try {
      if (foreign) understood = foreign[0].read(foreign[1], text);
    } catch (/** @type {any} */ { message }) {
      // The others of the page are read by a fresh instance.
      giveUp(reader);
      this.#broken = text;
      return this.#refuse("render-panic", `the reader of foreign formats broke: ${message}`);
    }
    const [json, read] = understood;
    if (json == null) return this.#fail(read);
    const [{ Drawing }] = /** @type {[RuntimeScript, RuntimeGlue]} */ (own);
    this.#drawing ??= new Drawing(this, ArticleCardElement.#loader, this.#isNear);
    this.#drawing.show(json, read, this.#article == null);
  }

  /**
   * The card is drawn or adopted.
   * @param {Stands["story"]} story
   * @param {readonly Diagnostic[]} report
   */
  #stands(story, report) {
    this.#identity = story;
    this.#report = Object.freeze(report);
    setStates(this.#states, true);
    if (report.length) this.#said = log(this, "warn", report, this.#said);
    this.#send("ready", { diagnostics: report });
  }

  /**
   * @param {string} name
   * @param {object} [detail]
   */
  #send(name, detail) {
    return this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, {
      bubbles: true, composed: true, cancelable: name === "open", detail: { ...this.#identity, ...detail },
    }));
  }

  /**
   * What is no fault of the JSON. The console is told once for all cards, each card's event tells the page.
   * @param {string} code
   * @param {string} message
   * @param {boolean} [silent]
   */
  #refuse(code, message, silent) {
    this.#fail([{ severity: "error", code, path: "$", message }], silent);
  }

  /**
   * @param {readonly Diagnostic[]} report
   * @param {boolean} [silent]
   */
  #fail(report, silent) {
    this.#report = Object.freeze(report);
    const { severity, ...error } = /** @type {Diagnostic} */ (report.find(isError));
    setStates(this.#states, this.#drawing?.isDrawn, true);
    if (!silent) this.#said = log(this, "error", [error], this.#said);
    this.#send("error", error);
  }

  /**
   * The instance that drew is gone: those that did not break it are drawn by a fresh one, once.
   * @param {string} message
   * @param {boolean} isCulprit
   */
  #lost(message, isCulprit) {
    if (isCulprit) this.#broken = this.#text;
    else if (runtime.broken < 2) return this.#refresh(true);
    this.#refuse("render-panic", message, !isCulprit);
  }
};

Object.defineProperties(ArticleCardElement.prototype, PROPERTIES);
