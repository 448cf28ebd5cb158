// The drawing of one card: from its JSON to what stands in the shadow root. It comes with the runtime. It never looks for an
// article, and tells no page of anything itself: both are the loader's.
import { dropStylesheets, measure, prerendered } from "./adoption.js";
import { become } from "./become.js";
import { Behaviour } from "./behaviour.js";
import { isError } from "./diagnostics.js";
import { broke, glue, pending } from "./instance.js";
import { labels } from "./labels.js";
import { dequeue, enqueue } from "./order.js";
import { awaitView, release } from "./seen.js";
import { stamp } from "./stamp.js";
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
  /** What is to be drawn, or was drawn last. */
  #json = "";
  /**
   * What the reader has said, and the whole report.
   * @type {readonly Diagnostic[]}
   */
  #read = [];
  /** @type {readonly Diagnostic[]} */
  #report = [];
  /** @type {boolean | undefined} */
  #mayAdopt;
  /** Counts what overtakes a drawing that still waits. */
  #turn = 0;
  /**
   * What stands, and the JSON that it was drawn from.
   * @type {Stands | undefined}
   */
  #stands;
  #standing = "";
  /**
   * The element that holds the card that stands.
   * @type {HTMLElement | undefined}
   */
  #mount;
  /** @type {Behaviour | undefined} */
  #behaviour;
  /** @type {HTMLSlotElement | undefined} */
  #slot;
  /** Whether a card stands. */
  isDrawn = false;

  /**
   * @param {HTMLElement} host
   * @param {Loader} loader
   * @param {boolean} [isNear] whether the host is near the screen, as far as that is known
   */
  constructor(host, loader, isNear) {
    this.host = host;
    this.loader = loader;
    this.isNear = isNear;
  }

  /**
   * Has the card adopted that came with the page, where the article did too, or has it drawn.
   * @param {string} json
   * @param {readonly Diagnostic[]} read
   * @param {boolean} [mayAdopt]
   */
  show(json, read, mayAdopt) {
    this.overtake();
    this.#json = json;
    this.#read = read;
    this.#mayAdopt = mayAdopt;
    if (!this.isDrawn && !prerendered(this.host.shadowRoot)) {
      // So the browser leaves it out as soon as it knows it to be far away, and does not lay out in full what is drawn into it.
      const root = this.#place();
      if (!root) return;
      this.#showFallback(root);
    }
    pending.add(this);
    enqueue(this);
  }

  /** What waits is not drawn. */
  overtake() {
    this.#turn++;
    dequeue(this);
    pending.delete(this);
  }

  /** Whether another card than the one that stands is under way. */
  get waits() {
    return pending.has(this);
  }

  /**
   * The host has come near the screen, or is away from it again.
   * @param {boolean} isNear
   */
  nears(isNear) {
    this.isNear = isNear;
    if (dequeue(this)) enqueue(this);
    this.#behaviour?.nears(isNear);
    if (isNear) awaitView(this);
    else release(this);
  }

  /** Draws the card, in its turn. What is thrown there has gone through the WebAssembly, or is its trap. */
  async draw() {
    try {
      await this.#draw(/** @type {RuntimeGlue} */ (glue));
    } catch (/** @type {any} */ error) {
      broke(error.message, this);
    }
  }

  /** @param {RuntimeGlue} glue */
  async #draw(glue) {
    const { host } = this;
    const turn = this.#turn;
    const card = this.#mayAdopt && !this.isDrawn && prerendered(host.shadowRoot);
    if (card) {
      const { drawn } = this.#takes(glue.adopt(host, this.#json, language(host), ...measure(card)));
      if (drawn) {
        pending.delete(this);
        this.#stand(card, drawn);
        // The same sheet is there already as a constructed one, so nothing flashes.
        return dropStylesheets(card);
      }
      // What stands has to stay where the article cannot be read.
      if (this.#report.some(isError)) return this.#fail();
      // To be told with what is drawn in its place.
      this.#read = this.#report;
      this.#mayAdopt = false;
    }
    /** @type {HTMLElement | undefined} */
    let stamped;
    /** @type {Mount} */
    const aside = document.createElement("div");
    aside.stamp = (shape, words) => stamped = stamp(shape, words);
    /** @type {(value?: unknown) => void} */
    let isThere = () => {};
    const there = new Promise(done => isThere = done);
    const { drawn, wants } = this.#takes(glue.draw(host, aside, this.#json, language(host), this.isNear === true, isThere));
    // The kit's Yew draws at once, but another may take its time.
    if (drawn) await there;
    const fresh = stamped ?? document.createElement("div");
    if (!stamped) fresh.append(...aside.childNodes);
    glue.release();
    if (turn !== this.#turn) return;
    if (wants) this.#await(wants);
    else pending.delete(this);
    if (drawn) this.#stand(fresh, drawn);
    else if (!wants) this.#fail();
  }

  #fail() {
    pending.delete(this);
    if (!this.isDrawn) this.#withdraw();
    this.loader.fail(this.host, this.#report);
  }

  /**
   * Takes the runtime's word for what has become of the article.
   * @param {string} said
   * @returns {Outcome}
   */
  #takes(said) {
    /** @type {Outcome} */
    const outcome = JSON.parse(said);
    if (outcome.drawn || !outcome.wants) this.#report = [...this.#read, ...outcome.diagnostics];
    return outcome;
  }

  /** @param {string} tag */
  async #await(tag) {
    const turn = this.#turn;
    const text = await labels(this.loader.labels(tag));
    // Not if anything has overtaken it, nor in an instance that broke.
    if (turn !== this.#turn || !pending.has(this)) return;
    glue?.labels(tag, text);
    enqueue(this);
  }

  /** The host is off the page. */
  end() {
    this.overtake();
    release(this);
    if (this.#slot || this.#mount) this.#withdraw();
  }

  /** Gives the shadow root its stylesheet, also after it went into another document. */
  restyle() {
    adoptStylesheet(this.host);
  }

  /**
   * The card is there, drawn or adopted, before it is painted for the first time.
   * @param {HTMLElement} fresh
   * @param {Stands} stands
   */
  #stand(fresh, stands) {
    const { host } = this;
    if (this.#mount?.parentNode) {
      this.#behaviour?.stop();
      become(this.#mount, fresh);
    } else {
      const root = this.#place();
      if (!root) return;
      if (!fresh.parentNode) root.replaceChildren(fresh);
      this.#behaviour?.end();
      this.#behaviour = new Behaviour(fresh, (name, detail) => this.tell(name, detail));
      this.#mount = fresh;
    }
    this.#stands = stands;
    this.#standing = this.#json;
    // A server has written the times of an adopted card, and knows no reader. They are asked for when the card nears, and by
    // then another instance may run.
    const inFull = stands.byReader && this.#mount?.dataset.prerendered
      ? (/** @type {number} */ epoch, /** @type {string} */ language) => glue?.inFull(epoch, language) : undefined;
    /** @type {Behaviour} */ (this.#behaviour).start(stands, inFull, this.isNear);
    this.isDrawn = true;
    awaitView(this);
    this.loader.stands(host, stands.story, this.#report);
  }

  /** The shadow root with its stylesheet, or none where it cannot be had. */
  #place() {
    const { host } = this;
    try {
      // A host may have a closed shadow root of its own, and an old browser no constructed sheets.
      const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
      this.restyle();
      return root;
    } catch (/** @type {any} */ { message }) {
      if (!this.isDrawn) this.#withdraw();
      this.overtake();
      this.loader.fail(host, [{ severity: "error", code: "load-wasm", path: "$", message }]);
    }
  }

  /**
   * What the card's behaviour has to say; false when the page cancels what would follow.
   * @param {string} name
   * @param {object} [detail]
   */
  tell(name, detail) {
    if (name !== "stale") return this.loader.send(this.host, name, detail);
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    const turn = this.#turn;
    this.loader.runtime().then(() => {
      if (turn === this.#turn) this.show(this.#json, this.#read);
    }, () => {
      // Nobody is there to decide, and it must not stand any longer, even if it came with the page.
      this.#mount?.remove();
      this.#withdraw();
      this.loader.gone(this.host);
    });
  }

  /** The article as it was understood, null for a withheld one; undefined where none is drawn. */
  article() {
    if (!this.isDrawn) return undefined;
    return this.#stands?.story.headline == null ? null : glue?.article(this.#standing);
  }

  /**
   * The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one.
   * @param {string} message
   * @param {boolean} isCulprit
   */
  broke(message, isCulprit) {
    dequeue(this);
    if (isCulprit || !this.isDrawn) this.#withdraw();
    this.loader.lost(this.host, `drawing broke: ${message}`, isCulprit);
  }

  /** Gives the place back to what came with the page: a prerendered card, or else the publisher's own content. */
  #withdraw() {
    this.#behaviour?.end();
    this.#behaviour = this.#mount = undefined;
    this.isDrawn = false;
    const root = this.host.shadowRoot;
    if (!root || prerendered(root)) return;
    this.#showFallback(root);
    // It stands on the page as if there were no card, with its own height.
    root.adoptedStyleSheets = [];
  }

  /** @param {ShadowRoot} root */
  #showFallback(root) {
    root.replaceChildren(this.#slot ??= document.createElement("slot"));
  }
}
