// The loader: defines <article-card>, waits until a card comes near the screen, and fetches one runtime for all
// cards of the page, and one reader where a card's article is JSON-LD or ninjs. It decides nothing about a card's
// content; what it reports comes from the runtime, the reader or the network.

/** Glue and WebAssembly beside this file; `cargo xtask kit` puts the hashed names here. */
const RUNTIME = { glue: "./runtime/article-card.js", wasm: "./runtime/article-card_bg.wasm" };
const READER = { glue: "./reader.js", wasm: "./runtime/article-card_bg.wasm" };
const TAG = "article-card";

/** Attributes with the default of their property, and the other words of those that take only a few. */
const ATTRIBUTES = {
  for: [""],
  layout: ["standard", "compact", "hero"],
  theme: ["auto", "light", "dark"],
  "heading-level": ["3", "2", "4", "5", "6"],
  target: ["_self", "_blank", "_top", "_parent"],
  "time-zone": ["publisher"],
  "relative-until": ["P7D"],
  "link-params": [""],
  loading: ["lazy", "eager"],
};
const property = attribute => attribute === "for" ? "htmlFor" : attribute.replace(/-./, part => part[1].toUpperCase());

/** What only a foreign format has. The reader has the last word; without a sign of one it is never fetched. */
const FOREIGN = /"(@(context|type|graph|id)|uri)"\s*:/;

/** A card that came with the page, in its shadow root. */
const PRERENDERED = "[data-prerendered]";

const url = name => new URL(name, import.meta.url);
const failure = (code, message) => Object.assign(new Error(message), { code });
const live = new Set();
/** The stylesheet, once for each document: a constructed one cannot leave its own. */
const sheets = new WeakMap();
let css, panicked, complained;
RUNTIME.broken = READER.broken = 0;

/** One instance for the page. A failed start stays failed until the next page: nothing loops, every fallback stands. */
const load = part => part.running ??= start(part);

async function start(part) {
  if (RUNTIME.broken > 1) throw failure("render-panic", "the widget has stopped after two panics");
  let blocked;
  const { origin } = url(".");
  const watch = event => {
    if (event.blockedURI === "wasm-eval" || event.blockedURI.startsWith(origin)) blocked ??= event;
  };
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const [glue, module] = await Promise.all([
      // The query makes the glue a module of its own, with an instance of its own.
      fetched(part.glue, import(url(part.glue + (part.broken ? `?restart=${part.broken}` : "")))),
      part.compiled ??= compile(part.wasm),
    ]);
    glue.initSync({ module });
    css ??= glue.css?.();
    glue.watch?.(panicked);
    return glue;
  } catch (error) {
    // Firefox tells of the violation after the rejection.
    if (!blocked) await new Promise(done => setTimeout(done, 50));
    if (blocked || /wasm.*(disallowed|block)|Content.Security.Policy/i.test(error.message)) {
      const directive = blocked?.blockedURI.startsWith("http") ? `${blocked.effectiveDirective} ${origin}` : "script-src 'wasm-unsafe-eval'";
      throw failure("load-csp", `the page's Content-Security-Policy forbids it; add: ${directive}`);
    }
    throw typeof error.code === "string" ? error : failure("load-wasm", `the WebAssembly does not start: ${error.message}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

const fetched = (name, download) => download.catch(error => {
  throw failure("load-network", `${url(name)} cannot be fetched: ${error.message}`);
});

/** A host that sends another MIME type makes it slower, but not wrong. */
async function compile(name) {
  const response = await fetched(name, fetch(url(name)));
  if (!response.ok) throw failure("load-network", `${response.url} answers ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** True when the parser has gone past the node, so that its text is whole. */
function isParsed(node) {
  if (document.readyState !== "loading") return true;
  for (; node; node = node.parentNode) if (node.nextSibling) return true;
}

const isError = ({ severity }) => severity === "error";
const sentence = ({ code, path, message, line, column }) =>
  `${code} ${path}${line ? ` (line ${line}, column ${column})` : ""} ${message}`;

/** The element. What a page must not call is private. */
class ArticleCardElement extends HTMLElement {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang", "dir"];

  static #near = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && target.isConnected) target.#activate();
  }, { rootMargin: "600px" });

  /** Half of the card, or half of the screen for a card larger than that, for one second. */
  static #seen = new IntersectionObserver(entries => {
    for (const { target, intersectionRatio, intersectionRect: { height }, rootBounds } of entries) {
      if (height && (intersectionRatio >= 0.5 || height * 2 >= rootBounds?.height)) {
        target.#viewing ||= setTimeout(() => target.#view(), 1000);
      } else {
        target.#unview();
      }
    }
  }, { threshold: Array.from({ length: 21 }, (_, i) => i / 20) });

  static {
    /** Called from inside the panic: the instance is beyond use and must not be called again. */
    panicked = (message, culprit) => {
      RUNTIME.running = undefined;
      RUNTIME.broken++;
      const cards = [...live];
      live.clear();
      for (const card of cards) card.#handle = undefined;
      // What follows is the trap itself, which nobody but us should hear of.
      const hush = event => {
        if (!(event.error instanceof WebAssembly.RuntimeError)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener("error", hush, true);
      setTimeout(() => {
        removeEventListener("error", hush, true);
        for (const card of cards) card.#panicked(message, card === culprit);
      });
    };
  }

  /** The JSON of the property. */
  #article = null;
  #report = Object.freeze([]);
  #states = this.attachInternals?.().states;
  #identity = {};
  #active;
  #queued;
  /** The card's own text; that in the card's own JSON, which the runtime draws; and what the reader said of the two. */
  #text;
  #json;
  #read;
  #isForeign;
  /** Counts what overtakes a drawing that still waits for the runtime. */
  #turn = 0;
  /** The text that broke an instance, and is not drawn again. */
  #broken;
  #handle;
  #mount;
  #slot;
  #drawn;
  #viewing;
  #viewed;
  /** What the console was told last, so that a redrawn card does not tell it again. */
  #said;
  #refreshed = () => this.#refresh();
  #sources = new MutationObserver(this.#refreshed);

  constructor() {
    super();
    // Properties that a script set before the element was defined would hide ours.
    for (const name of ["article", ...Object.keys(ATTRIBUTES).map(property)]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        try {
          this[name] = value;
        } catch (error) {
          console.error("%s: %s", TAG, error.message, this);
        }
      }
    }
  }

  connectedCallback() {
    if (this.loading === "eager") this.#activate();
    else if (!this.#active) ArticleCardElement.#near.observe(this);
    else this.#refresh();
    this.#watchView();
  }

  /** A move disconnects and connects in one go: only what is still away afterwards is released. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      ArticleCardElement.#near.unobserve(this);
      ArticleCardElement.#seen.unobserve(this);
      this.#unview();
      this.#sources.disconnect();
      this.#active = false;
      this.#turn++;
      this.#text = this.#broken = undefined;
      this.#free();
      if (this.#mount) this.#withdraw();
      this.#state();
    });
  }

  /** Gives the shadow root its stylesheet, again after it went into another document. */
  adoptedCallback() {
    const { shadowRoot, ownerDocument } = this;
    if (!css || !shadowRoot) return;
    if (!sheets.has(ownerDocument)) {
      const sheet = new ownerDocument.defaultView.CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(ownerDocument, sheet);
    }
    shadowRoot.adoptedStyleSheets = [sheets.get(ownerDocument)];
  }

  /** Keeps `moveBefore` from disconnecting. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    // The theme is the stylesheet's business alone.
    if (name !== "theme" && name !== "loading") this.#refresh(true);
    if (this.isConnected && this.loading === "eager") this.#activate();
  }

  /** The article as a plain object: what was understood of it, once it is drawn; nothing of a withheld one. */
  get article() {
    const isDrawn = this.#handle && this.#drawn && [null, this.#text].includes(this.#article);
    return JSON.parse(isDrawn ? this.#handle.article() ?? null : this.#article);
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
    ArticleCardElement.#near.unobserve(this);
    this.#active = true;
    this.#refresh();
  }

  /** Draws after all changes of this turn, if there is anything new to draw. */
  #refresh(force) {
    if (force === true) this.#text = undefined;
    if (!this.#active || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#active && this.isConnected) this.#draw();
    });
  }

  /** The JSON text: from the property, the script that `for` names, or the child script. Undefined while it is being parsed. */
  #source() {
    const texts = { childList: true, characterData: true, subtree: true };
    this.#isForeign = false;
    this.#sources.disconnect();
    this.#sources.observe(this, texts);
    if (this.#article != null) return this.#article;
    const root = this.getRootNode();
    const id = this.htmlFor;
    const script = id
      ? root.getElementById?.(id) ?? document.getElementById(id)
      : this.querySelector(':scope > script[type*="json" i]');
    if (id) {
      // Another script may take its place, or the one that is missing may come.
      this.#sources.observe(script?.parentNode ?? root, { childList: true, subtree: !script });
      if (script) this.#sources.observe(script, texts);
    }
    this.#isForeign = /ld\+json/i.test(script?.type);
    if (isParsed(script ?? this)) return script?.textContent ?? "";
    document.addEventListener("DOMContentLoaded", this.#refreshed, { once: true });
  }

  async #draw() {
    const text = this.#source();
    if (text === undefined || text === this.#text || text === this.#broken) return;
    this.#text = text;
    const turn = ++this.#turn;
    const breaks = () => RUNTIME.broken + READER.broken;
    const before = breaks();
    if (!text.trim()) {
      const id = this.htmlFor;
      return this.#refuse("no-data", id ? `the page has no script with the id "${id}"` : "there is no JSON in the element");
    }
    let glue, reader;
    try {
      [glue, reader] = await Promise.all([load(RUNTIME), (this.#isForeign || FOREIGN.test(text)) && load(READER)]);
    } catch ({ code, message }) {
      if (turn !== this.#turn) return;
      this.#refuse(code, message, complained);
      return complained = true;
    }
    if (turn !== this.#turn) return;
    if (before !== breaks()) return this.#refresh(true);
    try {
      [this.#json, this.#read] = reader ? reader.read(text, document) : [text, []];
    } catch ({ message }) {
      // The others of the page are read by a fresh instance.
      READER.running = undefined;
      READER.broken++;
      this.#broken = text;
      return this.#refuse("render-panic", `the reader of foreign formats broke: ${message}`);
    }
    if (this.#json) this.#show(glue);
    else this.#fail(this.#read);
  }

  #show(glue) {
    let outcome;
    try {
      if (!this.#drawn && this.#article == null && this.#adopt(glue)) return;
      if (!this.#handle) this.#attach(glue, document.createElement("div"));
      outcome = this.#handle.draw(this.#json, this.#language());
    } catch (error) {
      // A panic has told `panicked` already; a host that has a closed shadow root of its own has not.
      if (!(error instanceof WebAssembly.RuntimeError)) this.#refuse("load-wasm", error.message);
      return;
    }
    const { drawn, diagnostics } = JSON.parse(outcome);
    const report = [...this.#read, ...diagnostics];
    this.#report = Object.freeze(report);
    if (!drawn) this.#fail(report);
  }

  /** The language around the element, also around the shadow root that it stands in. */
  #language() {
    for (let node = this; (node = node.parentNode ?? node.host); ) if (node.lang) return node.lang;
  }

  /** True if a prerendered card stays, or has to stay because the article cannot be read. */
  #adopt(glue) {
    const standing = this.shadowRoot?.querySelector(PRERENDERED);
    if (!standing) return false;
    this.#attach(glue, standing);
    const { drawn, diagnostics } = JSON.parse(this.#handle.adopt(this.#json, this.#language()));
    const report = [...this.#read, ...diagnostics];
    this.#report = Object.freeze(report);
    if (drawn) {
      // The same sheet is there already as a constructed one, so nothing flashes.
      standing.previousElementSibling?.remove();
      this.#handle.enliven();
      return true;
    }
    this.#free();
    if (report.some(isError)) {
      this.#fail(report);
      return true;
    }
    // To be told with what is drawn in its place.
    this.#read = report;
    return false;
  }

  /** What is drawn is drawn aside; until it stands, the shadow root shows what came with the page. */
  #attach(glue, mount) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.adoptedCallback();
    this.#mount = mount;
    if (!this.#drawn) this.#withdraw();
    this.#handle = new glue.Card(this, mount, (name, detail) => this.#tell(name, JSON.parse(detail), glue));
    live.add(this);
  }

  #free() {
    if (live.delete(this)) this.#handle.free();
    this.#handle = undefined;
  }

  /** What the runtime has to say; false when the page cancels what would follow. */
  #tell(name, detail, glue) {
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    if (name === "stale") return queueMicrotask(() => this.#handle && this.#show(glue));
    if (name !== "ready") return this.#send(name, detail);
    this.#identity = detail;
    this.#drawn = true;
    // What is drawn in the place of an adopted card, the runtime puts there.
    if (!this.#mount.parentNode && !this.#mount.dataset.prerendered) this.shadowRoot.replaceChildren(this.#mount);
    this.#state(true);
    if (this.#report.length) this.#say("warn", this.#report.map(sentence).join("\n  "));
    this.#watchView();
    return this.#send(name, { diagnostics: this.#report });
  }

  #send(name, detail) {
    return this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, {
      bubbles: true, composed: true, cancelable: name === "open", detail: { ...this.#identity, ...detail },
    }));
  }

  /** What is no fault of the JSON. The console is told once for all cards, each card's event tells the page. */
  #refuse(code, message, silent) {
    this.#fail([{ severity: "error", code, path: "$", message }], silent);
  }

  #fail(report, silent) {
    this.#report = Object.freeze(report);
    const { severity, ...error } = report.find(isError);
    this.#state(this.#drawn, true);
    if (!silent) this.#say("error", sentence(error));
    this.#send("error", error);
  }

  #say(level, text) {
    if (text === this.#said) return;
    this.#said = text;
    // A console takes its first text for a pattern.
    console[level](`${TAG}${this.id && "#"}${this.id}: ${text}`.replaceAll("%", "%%"), this);
  }

  #state(isReady, isError) {
    try {
      this.#states[isReady ? "add" : "delete"]("ready");
      this.#states[isError ? "add" : "delete"]("error");
    } catch {
      // Older browsers have no states, or want other names for them.
    }
  }

  /** The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one, once. */
  #panicked(message, isCulprit) {
    if (isCulprit) {
      this.#broken = this.#text;
      this.#withdraw();
    } else if (RUNTIME.broken < 2) {
      return this.#refresh(true);
    }
    this.#refuse("render-panic", message, !isCulprit);
  }

  /** Gives the place back to what came with the page: a prerendered card, or else the publisher's own content. */
  #withdraw() {
    this.#drawn = false;
    if (!this.shadowRoot.querySelector(PRERENDERED)) this.shadowRoot.replaceChildren(this.#slot ??= document.createElement("slot"));
  }

  #watchView() {
    if (this.#drawn && !this.#viewed && this.isConnected) ArticleCardElement.#seen.observe(this);
  }

  #view() {
    this.#viewing = 0;
    ArticleCardElement.#seen.unobserve(this);
    if (document.hidden) return document.addEventListener("visibilitychange", () => this.#watchView(), { once: true });
    this.#viewed = true;
    this.#send("view");
  }

  #unview() {
    clearTimeout(this.#viewing);
    this.#viewing = 0;
  }
}

for (const [attribute, words] of Object.entries(ATTRIBUTES)) {
  const [byDefault] = words;
  Object.defineProperty(ArticleCardElement.prototype, property(attribute), {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute) ?? byDefault;
      return !words[1] || words.includes(value) ? value : byDefault;
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
  });
}

if (customElements.get(TAG)) console.warn(`${TAG}: duplicate-definition: the page has defined the element already; the first definition serves all cards`);
else customElements.define(TAG, ArticleCardElement);
