// The element: its life on the page, and the way of an article from its text to the drawn card. It never decides anything
// about a card's content, and importing it defines nothing.
import { adopt, prerendered } from "./adoption.js";
import { NAMES, PROPERTIES, takeOver } from "./attributes.js";
import { isError, log, setStates, TAG } from "./diagnostics.js";
import "./full-date.js";
import { breaks, giveUp, handles, labels, load, reader, runtime, whenPanicked } from "./runtime.js";
import { findText, FOREIGN, language } from "./source.js";
import { adoptStylesheet } from "./stylesheet.js";
import { arrived, awaitNear, awaitView, onScreen, release } from "./viewing.js";

/** @type {true | undefined} */
let complained;

/** What a page must not call is private. An expression, since the name of a declaration costs minified 18 bytes. */
export const ArticleCardElement = class extends /** @type {new () => HTMLElement & ReflectedAttributes} */ (HTMLElement) {
  static observedAttributes = [...NAMES, "lang", "dir"];

  static {
    onScreen(card => card.#activate(), card => card.#drawn, card => card.#send("view"));
    whenPanicked((card, message, isCulprit) => card.#panicked(message, isCulprit));
  }

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
   * The card's own text; that in the card's own JSON, which the runtime draws; and what the reader said of the two.
   * @type {string | undefined}
   */
  #text;
  /** @type {string} */
  #json;
  /** @type {readonly Diagnostic[]} */
  #read;
  /**
   * The labels that the card waits for.
   * @type {Promise<string> | undefined}
   */
  #wanted;
  /** Counts what overtakes a drawing that still waits for the runtime. */
  #turn = 0;
  /**
   * The text that broke an instance, and is not drawn again.
   * @type {string | undefined}
   */
  #broken;
  /** @type {HTMLElement} */
  #mount;
  /** @type {HTMLSlotElement | undefined} */
  #slot;
  /** @type {boolean | undefined} */
  #drawn;
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
    if (this.#active || this.loading === "eager") this.#activate();
    else awaitNear(this);
    awaitView(this);
  }

  /** A move disconnects and connects in one go: only what is still away afterwards is released. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      release(this);
      this.#sources.disconnect();
      this.#active = false;
      this.#turn++;
      this.#text = this.#broken = undefined;
      this.#free();
      if (this.#mount) this.#withdraw();
      setStates(this.#states);
    });
  }

  /** Gives the shadow root its stylesheet again after it went into another document. */
  adoptedCallback() {
    adoptStylesheet(this);
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
    // While labels are awaited, what is drawn is the article before.
    const handle = this.#drawn && [null, this.#wanted ? null : this.#text].includes(this.#article) && handles.get(this);
    return JSON.parse(/** @type {string} */ (handle ? handle.article() ?? null : this.#article));
  }

  set article(value) {
    this.#article = value == null ? null : JSON.stringify(value);
    this.#refresh();
  }

  /** Everything that was repaired or refused, in the order in which it was met. */
  get report() {
    return this.#report;
  }

  #activate() {
    arrived(this);
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
    this.#wanted = undefined;
    const before = breaks;
    if (!text.trim()) {
      const id = this.htmlFor;
      return this.#refuse("no-data",
        // React before 19, and any before the element is defined, writes a property's object as an attribute.
        this.hasAttribute("article") ? "the attribute article is no article: define the element before it is rendered, or set the property article"
        : id ? `the page has no script with the id "${id}"` : "there is no JSON in the element");
    }
    let glue, foreign;
    /** @type {any} */
    let failed;
    try {
      [glue, foreign] = await Promise.all([load(runtime), (isForeign || FOREIGN.test(text)) && load(reader)]);
    } catch (error) {
      failed = error;
    }
    if (turn !== this.#turn) return;
    if (failed) {
      this.#refuse(failed.code, failed.message, complained);
      return complained = true;
    }
    if (before !== breaks) return this.#refresh(true);
    try {
      [this.#json, this.#read] = /** @type {[string, Diagnostic[]]} */ (foreign ? foreign.read(text, document) : [text, []]);
    } catch (/** @type {any} */ { message }) {
      // The others of the page are read by a fresh instance.
      giveUp(reader);
      this.#broken = text;
      return this.#refuse("render-panic", `the reader of foreign formats broke: ${message}`);
    }
    if (this.#json) this.#show(/** @type {RuntimeGlue} */ (glue));
    else this.#fail(this.#read);
  }

  /**
   * Adopts the card that came with the page, or draws.
   * @param {RuntimeGlue} glue
   */
  #show(glue) {
    this.#guard(() => {
      const card = !this.#drawn && this.#article == null && prerendered(this.shadowRoot);
      if (card) {
        this.#attach(glue, card);
        if (this.#takes(/** @type {CardHandle} */ (handles.get(this)).adopt(this.#json, language(this)))) return adopt(card, /** @type {CardHandle} */ (handles.get(this)));
        this.#free();
        // What stands has to stay where the article cannot be read.
        if (this.#report.some(isError)) return this.#fail(this.#report);
        // To be told with what is drawn in its place.
        this.#read = this.#report;
      }
      this.#drawAside(glue);
    });
  }

  /** @param {RuntimeGlue} glue */
  #drawAside(glue) {
    if (!handles.get(this)) this.#attach(glue, document.createElement("div"));
    if (!this.#takes(/** @type {CardHandle} */ (handles.get(this)).draw(this.#json, language(this)), glue)) this.#fail(this.#report);
  }

  /**
   * A panic tells of itself; a host that has a closed shadow root of its own does not.
   * @param {() => void} calls
   */
  #guard(calls) {
    try {
      calls();
    } catch (/** @type {any} */ error) {
      if (!(error instanceof WebAssembly.RuntimeError)) this.#refuse("load-wasm", error.message);
    }
  }

  /**
   * Takes the runtime's word for what has become of the article: true if it gives a card, at once or once the labels of its
   * language are there.
   * @param {string} outcome
   * @param {RuntimeGlue} [glue]
   */
  #takes(outcome, glue) {
    const { drawn, wants, diagnostics } = JSON.parse(outcome);
    this.#wanted = wants && labels(wants);
    if (wants) this.#await(wants, this.#turn, /** @type {RuntimeGlue} */ (glue));
    if (drawn || !wants) this.#report = Object.freeze([...this.#read, ...diagnostics]);
    return drawn || wants;
  }

  /**
   * @param {string} tag
   * @param {number} turn
   * @param {RuntimeGlue} glue
   */
  async #await(tag, turn, glue) {
    const wanted = this.#wanted;
    const text = /** @type {string} */ (await wanted);
    // Not if anything has overtaken it, nor in an instance that broke.
    if (turn !== this.#turn || wanted !== this.#wanted || !handles.get(this)) return;
    this.#guard(() => {
      glue.labels(tag, text);
      this.#drawAside(glue);
    });
  }

  /**
   * What is drawn is drawn aside; until it stands, the shadow root shows what came with the page.
   * @param {RuntimeGlue} glue
   * @param {HTMLElement} mount
   */
  #attach(glue, mount) {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    adoptStylesheet(this);
    this.#mount = mount;
    if (!this.#drawn) this.#withdraw();
    handles.set(this, new glue.Card(this, mount, (name, detail) => this.#tell(name, JSON.parse(detail), glue)));
  }

  #free() {
    const handle = handles.get(this);
    if (handles.delete(this)) /** @type {CardHandle} */ (handle).free();
  }

  /**
   * What the runtime has to say; false when the page cancels what would follow.
   * @param {string} name
   * @param {any} detail
   * @param {RuntimeGlue} glue
   */
  #tell(name, detail, glue) {
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    if (name === "stale") return queueMicrotask(() => handles.get(this) && this.#show(glue));
    if (name !== "ready") return this.#send(name, detail);
    this.#identity = detail;
    this.#drawn = true;
    // What is drawn in the place of an adopted card, the runtime puts there.
    if (!this.#mount.parentNode && !this.#mount.dataset.prerendered) /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren(this.#mount);
    setStates(this.#states, true);
    if (this.#report.length) this.#said = log(this, "warn", this.#report, this.#said);
    awaitView(this);
    return this.#send(name, { diagnostics: this.#report });
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
    setStates(this.#states, this.#drawn, true);
    if (!silent) this.#said = log(this, "error", [error], this.#said);
    this.#send("error", error);
  }

  /**
   * The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one, once.
   * @param {string} message
   * @param {boolean} isCulprit
   */
  #panicked(message, isCulprit) {
    if (isCulprit) {
      this.#broken = this.#text;
      this.#withdraw();
    } else if (runtime.broken < 2) {
      return this.#refresh(true);
    }
    this.#refuse("render-panic", message, !isCulprit);
  }

  /** Gives the place back to what came with the page: a prerendered card, or else the publisher's own content. */
  #withdraw() {
    this.#drawn = false;
    if (!prerendered(this.shadowRoot)) /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren(this.#slot ??= document.createElement("slot"));
  }
};

Object.defineProperties(ArticleCardElement.prototype, PROPERTIES);
