// The drawing of one card: from its JSON to what stands in the shadow root. It comes with the runtime. It never looks for an
// article, and tells no page of anything itself: both are the loader's.
import { dropStylesheets, measure, prerendered } from "./adoption.js";
import { Behaviour } from "./behaviour.js";
import { isError } from "./diagnostics.js";
import "./full-date.js";
import { broke, handles, note } from "./instance.js";
import { labels } from "./labels.js";
import { awaitView, release } from "./seen.js";
import { adoptStylesheet } from "./stylesheet.js";

export { start } from "./instance.js";

/**
 * The language around the host, also around the shadow root that it stands in.
 * @param {any} node
 * @returns {string | undefined}
 */
function language(node) {
  while ((node = node.parentNode ?? node.host)) if (node.lang) return node.lang;
}

export class Drawing {
  /** @type {RuntimeGlue} */
  #glue;
  /** @type {string} */
  #json;
  /**
   * What the reader has said, and the whole report.
   * @type {readonly Diagnostic[]}
   */
  #read;
  /** @type {readonly Diagnostic[]} */
  #report;
  /** Counts what overtakes a drawing that still waits for labels. */
  #turn = 0;
  /** Whether the labels of a language are awaited. */
  waits = false;
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
  /** @type {Behaviour | undefined} */
  #behaviour;
  /** @type {HTMLSlotElement | undefined} */
  #slot;
  /** Whether a card stands. */
  isDrawn = false;

  /**
   * @param {HTMLElement} host
   * @param {Loader} loader
   */
  constructor(host, loader) {
    this.host = host;
    this.loader = loader;
  }

  /**
   * Adopts the card that came with the page, where the article did too, or draws.
   * @param {RuntimeGlue} glue
   * @param {string} json
   * @param {readonly Diagnostic[]} read
   * @param {boolean} mayAdopt
   */
  show(glue, json, read, mayAdopt) {
    this.#glue = glue;
    this.#json = json;
    this.#read = read;
    this.#show(mayAdopt);
  }

  /** @param {boolean} [mayAdopt] */
  #show(mayAdopt) {
    this.#guard(() => {
      const card = mayAdopt && !this.isDrawn && prerendered(this.host.shadowRoot);
      if (card) {
        const handle = this.#attach();
        if (this.#takes(handle.adopt(this.#json, language(this.host), ...measure(card)))) {
          // The same sheet is there already as a constructed one, so nothing flashes.
          dropStylesheets(card);
          return this.#stand(card);
        }
        this.#free();
        // What stands has to stay where the article cannot be read.
        if (this.#report.some(isError)) return this.loader.fail(this.#report);
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
    if (!this.#takes(handle.draw(this.#aside, this.#json, language(this.host)))) return this.loader.fail(this.#report);
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
      else this.loader.fail([{ severity: "error", code: "load-wasm", path: "$", message: error.message }]);
    }
  }

  /**
   * Takes the runtime's word for what has become of the article: true if it gives a card, at once or once the labels of its
   * language are there.
   * @param {string} outcome
   */
  #takes(outcome) {
    const { drawn, wants, diagnostics } = JSON.parse(outcome);
    this.overtake();
    if (wants) this.#await(wants);
    if (drawn) this.#stands = drawn;
    if (drawn || !wants) this.#report = [...this.#read, ...diagnostics];
    return drawn || wants;
  }

  /** What waits is not drawn. */
  overtake() {
    this.#turn++;
    this.waits = false;
  }

  /** @param {string} tag */
  async #await(tag) {
    const turn = this.#turn;
    this.waits = true;
    const text = await labels(this.loader.labels(tag));
    // Not if anything has overtaken it, nor in an instance that broke.
    if (turn !== this.#turn || !handles.get(this)) return;
    this.#guard(() => {
      this.#glue.labels(tag, text);
      this.#drawAside();
    });
  }

  /** Until the card stands, the shadow root shows what came with the page. */
  #attach() {
    if (!this.host.shadowRoot) this.host.attachShadow({ mode: "open" });
    // First, since a browser without constructed style sheets gets no further.
    if (!this.isDrawn) this.#withdraw();
    this.restyle();
    const handle = new this.#glue.Card(this.host, isDrawn => {
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

  /** The host is off the page. */
  end() {
    this.overtake();
    release(this);
    this.#free();
    if (this.#slot || this.#mount) this.#withdraw();
  }

  /** Gives the shadow root its stylesheet, also after it went into another document. */
  restyle() {
    adoptStylesheet(this.host);
  }

  /** Waits for the view, if there is one to wait for. */
  awaitView() {
    awaitView(this);
  }

  /**
   * The card is there, drawn or adopted, before it is painted for the first time.
   * @param {HTMLElement} mount
   */
  #stand(mount) {
    const { story, byReader } = this.#stands;
    const before = this.#mount;
    if (mount !== before) {
      this.#behaviour?.end();
      this.#behaviour = new Behaviour(mount, (name, detail) => this.#tell(name, detail));
      this.#mount = mount;
    }
    if (!mount.parentNode) {
      if (before?.parentNode) before.replaceWith(mount);
      else /** @type {ShadowRoot} */ (this.host.shadowRoot).replaceChildren(mount);
    }
    // A server has written the times of an adopted card, and knows no reader.
    /** @type {Behaviour} */ (this.#behaviour).start(this.#stands, byReader && mount !== this.#aside && this.#glue.inFull);
    this.isDrawn = true;
    awaitView(this);
    this.loader.stands(story, this.#report);
  }

  /**
   * What the card's behaviour has to say; false when the page cancels what would follow.
   * @param {string} name
   * @param {object} [detail]
   */
  #tell(name, detail) {
    if (name !== "stale") return this.loader.send(name, detail);
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    queueMicrotask(() => {
      if (handles.get(this)) return this.#show();
      // Nobody is there to decide, and it must not stand any longer, even if it came with the page.
      this.#mount?.remove();
      this.#withdraw();
      this.loader.gone();
    });
  }

  /** The article as it was understood, null for a withheld one; undefined where none is drawn. */
  article() {
    const handle = this.isDrawn && handles.get(this);
    return handle ? handle.article() ?? null : undefined;
  }

  /**
   * The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one.
   * @param {string} message
   * @param {boolean} isCulprit
   */
  broke(message, isCulprit) {
    this.#aside = undefined;
    if (isCulprit) this.#withdraw();
    this.loader.lost(`drawing broke: ${message}`, isCulprit);
  }

  /** Gives the place back to what came with the page: a prerendered card, or else the publisher's own content. */
  #withdraw() {
    this.#behaviour?.end();
    this.#behaviour = this.#mount = undefined;
    this.isDrawn = false;
    const root = /** @type {ShadowRoot} */ (this.host.shadowRoot);
    if (!prerendered(root)) root.replaceChildren(this.#slot ??= document.createElement("slot"));
  }
}
