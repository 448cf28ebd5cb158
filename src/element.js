// The loader: defines <article-card>, waits until a card comes near the screen, and fetches one runtime for all
// cards of the page. It decides nothing about a card's content; what it reports comes from the runtime or the network.

/** The runtime's glue and WebAssembly beside this file; `cargo xtask kit` puts the hashed names here. */
const RUNTIME = { glue: "./runtime/article-card.js", wasm: "./runtime/article-card_bg.wasm" };
const TAG = "article-card";

/** Attributes with their properties, the default, and the other words of those that take only a few. */
const ATTRIBUTES = {
  for: ["htmlFor", ""],
  layout: ["layout", "standard", "compact", "hero"],
  theme: ["theme", "auto", "light", "dark"],
  "heading-level": ["headingLevel", "3", "2", "4", "5", "6"],
  target: ["target", "_self", "_blank", "_top", "_parent"],
  "time-zone": ["timeZone", "publisher"],
  "relative-until": ["relativeUntil", "P7D"],
  "link-params": ["linkParams", ""],
  loading: ["loading", "lazy", "eager"],
};

const url = name => new URL(name, import.meta.url);
const live = new Set();
/** The stylesheet, once for each document: a constructed one cannot leave its own. */
const sheets = new WeakMap();
let runtime, compiled, css, restarts = 0, complained = false;

/** One runtime for the page. A failed start stays failed until the next page: nothing loops, every fallback stands. */
function load() {
  if (restarts > 1) return Promise.reject(failure("render-panic", "the widget has stopped after two panics"));
  return runtime ??= start().catch(error => {
    throw typeof error.code === "string" ? error : failure("load-wasm", `the WebAssembly does not start: ${error.message}`);
  });
}

async function start() {
  let blocked;
  const { origin } = url(".");
  const watch = event => {
    if (event.blockedURI === "wasm-eval" || event.blockedURI.startsWith(origin)) blocked ??= event;
  };
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const [glue, wasm] = await Promise.all([
      // The query makes the glue a module of its own, with an instance of its own.
      fetched(RUNTIME.glue, import(url(RUNTIME.glue + (restarts ? `?restart=${restarts}` : "")))),
      compiled ??= compile(),
    ]);
    glue.initSync({ module: wasm });
    css = glue.css();
    glue.watch(panicked);
    return glue;
  } catch (error) {
    // Firefox tells of the violation after the rejection.
    if (!blocked) await new Promise(done => setTimeout(done, 50));
    if (!blocked && !/wasm.*(disallowed|block)|Content.Security.Policy/i.test(error.message)) throw error;
    const directive = blocked?.blockedURI.startsWith("http") ? `${blocked.effectiveDirective} ${origin}` : "script-src 'wasm-unsafe-eval'";
    throw failure("load-csp", `the page's Content-Security-Policy forbids it; add: ${directive}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

const fetched = (name, download) => download.catch(error => {
  throw failure("load-network", `${url(name)} cannot be fetched: ${error.message}`);
});

/** A host that sends another MIME type makes it slower, but not wrong. */
async function compile() {
  const response = await fetched(RUNTIME.wasm, fetch(url(RUNTIME.wasm)));
  if (!response.ok) throw failure("load-network", `${response.url} answers ${response.status}`);
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

const failure = (code, message) => Object.assign(new Error(message), { code });

/** Called from inside the panic: the instance is beyond use and must not be called again. */
function panicked(message, culprit) {
  runtime = undefined;
  restarts++;
  const cards = [...live];
  live.clear();
  cards.forEach(card => card.forget());
  // What follows is the trap itself, which nobody but us should hear of.
  const hush = event => {
    if (!(event.error instanceof WebAssembly.RuntimeError)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("error", hush, true);
  setTimeout(() => {
    removeEventListener("error", hush, true);
    cards.forEach(card => card.panicked(message, card.host === culprit));
  });
}

const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) if (isIntersecting && target.isConnected) inner.get(target).activate();
}, { rootMargin: "600px" });

/** Half of the card, or half of the screen for a card larger than that, for one second. */
const seen = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const card = inner.get(target);
    const { height } = intersectionRect;
    if (height && (intersectionRatio >= 0.5 || height * 2 >= rootBounds?.height)) {
      card.viewing ||= setTimeout(() => card.view(), 1000);
    } else {
      card.unview();
    }
  }
}, { threshold: Array.from({ length: 21 }, (_, i) => i / 20) });

/** True when the parser has gone past the node, so that its text is whole. */
function isParsed(node) {
  if (document.readyState !== "loading") return true;
  for (; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

const sentence = ({ code, path, message, line, column }) =>
  `${code} ${path}${line ? ` (line ${line}, column ${column})` : ""} ${message}`;

const inner = new WeakMap();

/** What the element keeps to itself. The element is the façade: names that a page must not call live here. */
class Card {
  article = null;
  report = Object.freeze([]);
  viewed = false;
  #states;
  #drawn;
  #handle;
  #mount;
  #slot;
  #text;
  #identity = {};
  #active = false;
  #queued = false;
  /** Counts what overtakes a drawing that still waits for the runtime. */
  #turn = 0;
  /** The text that broke an instance, and is not drawn again. */
  #broken;
  /** What the console was told last, so that a redrawn card does not tell it again. */
  #said;
  #parsed = () => this.refresh();
  #sources = new MutationObserver(() => this.refresh());

  constructor(host) {
    this.host = host;
    this.#states = host.attachInternals?.().states;
  }

  connect() {
    if (this.host.loading === "eager") this.activate();
    else if (!this.#active) near.observe(this.host);
    else this.refresh();
    this.#watchView();
  }

  /** A move disconnects and connects in one go: only what is still away afterwards is released. */
  disconnect() {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      near.unobserve(this.host);
      seen.unobserve(this.host);
      this.unview();
      this.#sources.disconnect();
      this.#active = false;
      this.#release();
    });
  }

  activate() {
    near.unobserve(this.host);
    this.#active = true;
    this.refresh();
  }

  /** Draws after all changes of this turn, if there is anything new to draw. */
  refresh(force) {
    if (force) this.#text = undefined;
    if (!this.#active || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#active && this.host.isConnected) this.#draw();
    });
  }

  /** The JSON text: from the property, the script that `for` names, or the child script. Undefined while it is being parsed. */
  #source() {
    const { host } = this;
    this.#sources.disconnect();
    this.#sources.observe(host, { childList: true, characterData: true, subtree: true });
    if (this.article != null) return this.article;
    const root = host.getRootNode();
    const id = host.getAttribute("for");
    const script = id
      ? root.getElementById?.(id) ?? document.getElementById(id)
      : host.querySelector(':scope > script[type^="application/json" i]');
    if (id) {
      // Another script may take its place, or the one that is missing may come.
      this.#sources.observe(script?.parentNode ?? root, { childList: true, subtree: !script });
      if (script) this.#sources.observe(script, { childList: true, characterData: true, subtree: true });
    }
    if (isParsed(script ?? host)) return script?.textContent ?? "";
    document.addEventListener("DOMContentLoaded", this.#parsed, { once: true });
  }

  async #draw() {
    const text = this.#source();
    if (text === undefined || text === this.#text || text === this.#broken) return;
    this.#text = text;
    const turn = ++this.#turn;
    const round = restarts;
    if (!text.trim()) {
      const id = this.host.getAttribute("for");
      return this.#refuse("no-data", id ? `the page has no script with the id "${id}"` : "there is no JSON in the element");
    }
    let glue;
    try {
      glue = await load();
    } catch ({ code, message }) {
      if (turn !== this.#turn) return;
      const silent = complained;
      complained = true;
      return this.#refuse(code, message, silent);
    }
    if (turn !== this.#turn) return;
    if (round !== restarts) return this.refresh(true);
    this.#show(glue);
  }

  #show(glue) {
    let outcome;
    try {
      if (!this.#handle) this.#attach(glue);
      outcome = this.#handle.draw(this.#text, this.#language());
    } catch (error) {
      // A panic has told `panicked` already; a host that has a closed shadow root of its own has not.
      if (!(error instanceof WebAssembly.RuntimeError)) this.#refuse("load-wasm", error.message);
      return;
    }
    const { drawn, diagnostics } = JSON.parse(outcome);
    this.report = Object.freeze(diagnostics);
    if (!drawn) this.#fail(diagnostics);
  }

  /** The language around the element, also around the shadow root that it stands in. */
  #language() {
    for (let node = this.host; (node = node.parentNode ?? node.host); ) if (node.lang) return node.lang;
  }

  /** The card is drawn aside; until it stands, the shadow root shows the publisher's own content. */
  #attach(glue) {
    const { host } = this;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.dress();
    this.#mount = document.createElement("div");
    this.#slot ??= document.createElement("slot");
    if (!this.#drawn) root.replaceChildren(this.#slot);
    this.#handle = new glue.Card(host, this.#mount, (name, detail) => this.#tell(name, JSON.parse(detail)));
    live.add(this);
  }

  /** Gives the shadow root its stylesheet, again after it went into another document. */
  dress() {
    const { shadowRoot, ownerDocument } = this.host;
    if (!css || !shadowRoot) return;
    if (!sheets.has(ownerDocument)) {
      const sheet = new ownerDocument.defaultView.CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(ownerDocument, sheet);
    }
    shadowRoot.adoptedStyleSheets = [sheets.get(ownerDocument)];
  }

  /** What the runtime has to say; false when the page cancels what would follow. */
  #tell(name, detail) {
    // An embargo or a term has ended: the same text is decided anew, whatever has become of its script.
    if (name === "stale") return queueMicrotask(() => this.#handle && this.#show());
    if (name !== "ready") return this.send(name, detail);
    this.#identity = detail;
    this.#drawn = true;
    this.host.shadowRoot.replaceChildren(this.#mount);
    this.#state("ready", "error");
    if (this.report.length) this.#say("warn", this.report.map(sentence).join("\n  "));
    this.#watchView();
    return this.send(name, { diagnostics: this.report });
  }

  #watchView() {
    if (this.#drawn && !this.viewed && this.host.isConnected) seen.observe(this.host);
  }

  send(name, detail) {
    return this.host.dispatchEvent(new CustomEvent(`${TAG}-${name}`, {
      bubbles: true, composed: true, cancelable: name === "open", detail: { ...this.#identity, ...detail },
    }));
  }

  /** What is no fault of the JSON. The console is told once for all cards, each card's event tells the page. */
  #refuse(code, message, silent) {
    this.#fail([{ severity: "error", code, path: "$", message }], silent);
  }

  #fail(diagnostics, silent) {
    this.report = Object.freeze(diagnostics);
    const { severity, ...error } = diagnostics.find(({ severity }) => severity === "error");
    this.#state("error", ...(this.#drawn ? [] : ["ready"]));
    if (!silent) this.#say("error", sentence(error));
    this.send("error", error);
  }

  #say(level, text) {
    if (text === this.#said) return;
    this.#said = text;
    const { id } = this.host;
    // A console takes its first text for a pattern.
    console[level](`${id ? `${TAG}#${id}` : TAG}: ${text}`.replaceAll("%", "%%"), this.host);
  }

  #state(on, ...off) {
    try {
      if (on) this.#states.add(on);
      off.forEach(state => this.#states.delete(state));
    } catch {
      // Older browsers have no states, or want other names for them.
    }
  }

  /** The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one, once. */
  panicked(message, isCulprit) {
    if (isCulprit) this.#broken = this.#text;
    if (!isCulprit && restarts < 2) return this.refresh(true);
    if (isCulprit) this.#withdraw();
    this.#refuse("render-panic", message, !isCulprit);
  }

  /** The handle belongs to an instance that must not be called again. */
  forget() {
    this.#handle = undefined;
  }

  #release() {
    this.#turn++;
    this.#text = this.#broken = undefined;
    if (live.delete(this)) this.#handle.free();
    this.forget();
    if (this.#slot) this.#withdraw();
    this.#state("", "ready", "error");
  }

  /** Gives the place back to the publisher's own content. */
  #withdraw() {
    this.#drawn = false;
    this.host.shadowRoot.replaceChildren(this.#slot);
  }

  view() {
    this.viewing = 0;
    seen.unobserve(this.host);
    if (document.hidden) return document.addEventListener("visibilitychange", () => this.#watchView(), { once: true });
    this.viewed = true;
    this.send("view");
  }

  unview() {
    clearTimeout(this.viewing);
    this.viewing = 0;
  }

  normalised() {
    const isDrawn = this.article == null || this.article === this.#text;
    const json = isDrawn ? this.#handle?.article() : undefined;
    return json ? JSON.parse(json) : this.article && JSON.parse(this.article);
  }
}

class ArticleCardElement extends HTMLElement {
  static observedAttributes = [...Object.keys(ATTRIBUTES), "lang", "dir"];

  constructor() {
    super();
    inner.set(this, new Card(this));
    // Properties that a script set before the element was defined would hide ours.
    for (const name of ["article", ...Object.values(ATTRIBUTES).map(([name]) => name)]) {
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
    inner.get(this).connect();
  }

  disconnectedCallback() {
    inner.get(this).disconnect();
  }

  adoptedCallback() {
    inner.get(this).dress();
  }

  /** Keeps `moveBefore` from disconnecting. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    const card = inner.get(this);
    // The theme is the stylesheet's business alone.
    if (name !== "theme" && name !== "loading") card.refresh(true);
    if (this.isConnected && this.loading === "eager") card.activate();
  }

  /** The article as a plain object: what was understood of it, once it is drawn. */
  get article() {
    return inner.get(this).normalised();
  }

  set article(value) {
    const card = inner.get(this);
    card.article = value == null ? null : JSON.stringify(value);
    card.refresh();
  }

  /** Everything that was repaired or refused, in the order in which it was met. */
  get report() {
    return inner.get(this).report;
  }
}

for (const [attribute, [property, byDefault, ...words]] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(ArticleCardElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute) ?? byDefault;
      return !words.length || words.includes(value) ? value : byDefault;
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
  });
}

if (customElements.get(TAG)) console.warn(`${TAG}: duplicate-definition: the page has defined the element already; the first definition serves all cards`);
else customElements.define(TAG, ArticleCardElement);
