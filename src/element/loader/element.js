// The element: its life on the page, and the way of an article from its text to the drawn card. It never decides anything
// about a card's content, and importing it defines nothing.
import { dropStylesheets, measure, prerendered } from "./adoption.js";
import { NAMES, PROPERTIES, takeOver } from "./attributes.js";
import { isError, log, setStates, TAG } from "./diagnostics.js";
import "./full-date.js";
import { breaks, broke, giveUp, handles, labels, load, note, reader, runtime, whenBroken } from "./runtime.js";
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
    whenBroken((card, message, isCulprit) => card.#broke(message, isCulprit));
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
  /** @type {[script: RuntimeScript, glue: RuntimeGlue]} */
  #runtime;
  /**
   * What is drawn next, or was drawn last.
   * @type {Stands}
   */
  #stands;
  /**
   * The element that holds the card that stands.
   * @type {HTMLElement | undefined}
   */
  #mount;
  /**
   * Where Yew draws: aside, until it stands there.
   * @type {HTMLElement | undefined}
   */
  #aside;
  /** @type {InstanceType<RuntimeScript["Behaviour"]> | undefined} */
  #behaviour;
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
      if (this.#slot || this.#mount) this.#withdraw();
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
    let foreign;
    /** @type {any} */
    let failed;
    try {
      [this.#runtime, foreign] = await Promise.all([load(runtime), (isForeign || FOREIGN.test(text)) && load(reader)]);
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
      [this.#json, this.#read] = /** @type {[string, Diagnostic[]]} */ (foreign ? foreign[0].read(foreign[1], text) : [text, []]);
    } catch (/** @type {any} */ { message }) {
      // The others of the page are read by a fresh instance.
      giveUp(reader);
      this.#broken = text;
      return this.#refuse("render-panic", `the reader of foreign formats broke: ${message}`);
    }
    if (this.#json) this.#show();
    else this.#fail(this.#read);
  }

  /** Adopts the card that came with the page, or draws. */
  #show() {
    this.#guard(() => {
      const card = !this.#drawn && this.#article == null && prerendered(this.shadowRoot);
      if (card) {
        const handle = this.#attach();
        if (this.#takes(handle.adopt(this.#json, language(this), ...measure(card)))) {
          // The same sheet is there already as a constructed one, so nothing flashes.
          dropStylesheets(card);
          return this.#stand(card);
        }
        this.#free();
        // What stands has to stay where the article cannot be read.
        if (this.#report.some(isError)) return this.#fail(this.#report);
        // To be told with what is drawn in its place.
        this.#read = this.#report;
      }
      this.#drawAside();
    });
  }

  #drawAside() {
    const handle = handles.get(this) ?? this.#attach();
    const before = this.#stands;
    this.#aside ??= document.createElement("div");
    if (!this.#takes(handle.draw(this.#aside, this.#json, language(this)))) return this.#fail(this.#report);
    // Yew is to find its own work where it draws again.
    if (this.#stands !== before && this.#aside === this.#mount) this.#behaviour?.stop();
  }

  /**
   * A trap is the end of the instance; a host that has a closed shadow root of its own is not.
   * @param {() => void} calls
   */
  #guard(calls) {
    try {
      calls();
    } catch (/** @type {any} */ error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) broke(error.message, this);
      else this.#refuse("load-wasm", error.message);
    }
  }

  /**
   * Takes the runtime's word for what has become of the article: true if it gives a card, at once or once the labels of its
   * language are there.
   * @param {string} outcome
   */
  #takes(outcome) {
    const { drawn, wants, diagnostics } = JSON.parse(outcome);
    this.#wanted = wants && labels(wants);
    if (wants) this.#await(wants, this.#turn);
    if (drawn) this.#stands = drawn;
    if (drawn || !wants) this.#report = Object.freeze([...this.#read, ...diagnostics]);
    return drawn || wants;
  }

  /**
   * @param {string} tag
   * @param {number} turn
   */
  async #await(tag, turn) {
    const wanted = this.#wanted;
    const text = /** @type {string} */ (await wanted);
    // Not if anything has overtaken it, nor in an instance that broke.
    if (turn !== this.#turn || wanted !== this.#wanted || !handles.get(this)) return;
    this.#guard(() => {
      this.#runtime[1].labels(tag, text);
      this.#drawAside();
    });
  }

  /** Until the card stands, the shadow root shows what came with the page. */
  #attach() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    adoptStylesheet(this);
    if (!this.#drawn) this.#withdraw();
    const handle = new this.#runtime[1].Card(this, isDrawn => {
      note(isDrawn ? undefined : this);
      // Yew may still finish what has been freed.
      if (isDrawn && handles.get(this) === handle) this.#stand(/** @type {HTMLElement} */ (this.#aside));
    });
    handles.set(this, handle);
    return handle;
  }

  #free() {
    const handle = handles.get(this);
    if (handles.delete(this)) /** @type {CardHandle} */ (handle).free();
    this.#aside = undefined;
  }

  /**
   * The card is there, drawn or adopted, before it is painted for the first time.
   * @param {HTMLElement} mount
   */
  #stand(mount) {
    const [{ Behaviour }, { inFull }] = this.#runtime;
    const { story, byReader } = this.#stands;
    const before = this.#mount;
    if (mount !== before) {
      this.#behaviour?.end();
      this.#behaviour = new Behaviour(mount, (name, detail) => this.#tell(name, detail));
      this.#mount = mount;
    }
    if (!mount.parentNode) {
      if (before?.parentNode) before.replaceWith(mount);
      else /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren(mount);
    }
    // A server has written the times of an adopted card, and knows no reader.
    /** @type {InstanceType<RuntimeScript["Behaviour"]>} */ (this.#behaviour).start(this.#stands, byReader && mount !== this.#aside && inFull);
    this.#identity = story;
    this.#drawn = true;
    setStates(this.#states, true);
    if (this.#report.length) this.#said = log(this, "warn", this.#report, this.#said);
    awaitView(this);
    this.#send("ready", { diagnostics: this.#report });
  }

  /**
   * What the card's behaviour has to say; false when the page cancels what would follow.
   * @param {string} name
   * @param {object} [detail]
   */
  #tell(name, detail) {
    if (name !== "stale") return this.#send(name, detail);
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    queueMicrotask(() => {
      if (handles.get(this)) return this.#show();
      // Nobody is there to decide, and it must not stand any longer.
      this.#withdraw();
      setStates(this.#states, false, true);
    });
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
  #broke(message, isCulprit) {
    this.#aside = undefined;
    if (isCulprit) {
      this.#broken = this.#text;
      this.#withdraw();
    } else if (runtime.broken < 2) {
      return this.#refresh(true);
    }
    this.#refuse("render-panic", `drawing broke: ${message}`, !isCulprit);
  }

  /** Gives the place back to what came with the page: a prerendered card, or else the publisher's own content. */
  #withdraw() {
    this.#behaviour?.end();
    this.#behaviour = this.#mount = undefined;
    this.#drawn = false;
    if (!prerendered(this.shadowRoot)) /** @type {ShadowRoot} */ (this.shadowRoot).replaceChildren(this.#slot ??= document.createElement("slot"));
  }
};

Object.defineProperties(ArticleCardElement.prototype, PROPERTIES);
