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
  for (const { isIntersecting, target } of entries) if (isIntersecting) inner.get(target).activate();
}, { rootMargin: "600px" });

/** Half of the card, or half of the screen for a card larger than that, for one second. */
const seen = new IntersectionObserver(entries => {
  for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
    const card = inner.get(target);
    clearTimeout(card.viewing);
    if (intersectionRatio >= 0.5 || (rootBounds && intersectionRect.height >= rootBounds.height / 2)) {
      card.viewing = setTimeout(() => {
        seen.unobserve(target);
        card.viewed = true;
        card.send("view");
      }, 1000);
    }
  }
}, { threshold: [0, 0.25, 0.5, 0.75, 1] });

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
      clearTimeout(this.viewing);
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
    const script = id ? root.getElementById?.(id) : host.querySelector(':scope > script[type^="application/json" i]');
    // Another script may take the name, or the one that is missing may come.
    if (id) this.#sources.observe(root, { childList: true, subtree: true });
    if (id && script) this.#sources.observe(script, { characterData: true, subtree: true });
    if (script ? isParsed(script) : isParsed(host)) return script?.textContent ?? "";
    document.addEventListener("DOMContentLoaded", () => this.refresh(), { once: true });
  }

  async #draw() {
    const text = this.#source();
    if (text === undefined || text === this.#text) return;
    this.#text = text;
    if (!text.trim()) {
      const id = this.host.getAttribute("for");
      return this.#refuse("no-data", id ? `the page has no script with the id "${id}"` : "there is no JSON in the element");
    }
    let glue;
    try {
      glue = await load();
    } catch ({ code, message }) {
      const silent = complained;
      complained = true;
      return this.#refuse(code, message, silent);
    }
    if (this.#text !== text || !this.host.isConnected) return;
    if (!this.#handle) this.#attach(glue);
    let outcome;
    try {
      outcome = this.#handle.draw(text);
    } catch {
      // It has panicked, and `panicked` has been told.
      return;
    }
    const { drawn, diagnostics } = JSON.parse(outcome);
    this.report = Object.freeze(diagnostics);
    if (!drawn) this.#fail(diagnostics);
  }

  /** The shadow root shows the publisher's own content until the card stands beside it. */
  #attach(glue) {
    const { host } = this;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    this.dress();
    this.#mount = document.createElement("div");
    this.#slot ??= document.createElement("slot");
    root.append(this.#mount);
    if (!this.#drawn) root.append(this.#slot);
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
    if (name === "stale") return this.refresh(true);
    if (name !== "ready") return this.send(name, detail);
    this.#identity = detail;
    this.#drawn = true;
    this.host.shadowRoot.replaceChildren(this.#mount);
    this.#state("ready", "error");
    if (this.report.length) console.warn([`${this.#name()}:`, ...this.report.map(sentence)].join("\n  "), this.host);
    this.#watchView();
    return this.send(name, { diagnostics: this.report });
  }

  #watchView() {
    if (this.#drawn && !this.viewed) seen.observe(this.host);
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
    this.#state("error", this.#drawn ? "" : "ready");
    if (!silent) console.error(`${this.#name()}: ${sentence(error)}`, this.host);
    this.send("error", error);
  }

  #name() {
    return this.host.id ? `${TAG}#${this.host.id}` : TAG;
  }

  #state(on, off) {
    this.#states?.add(on);
    this.#states?.delete(off);
  }

  /** The instance is gone: the card that broke it shows its fallback, the others are drawn by a fresh one, once. */
  panicked(message, isCulprit) {
    const stale = this.#mount;
    this.#handle = undefined;
    if (isCulprit || restarts > 1) {
      if (isCulprit || !this.#drawn) {
        this.#drawn = false;
        this.host.shadowRoot.replaceChildren(this.#slot);
      }
      return this.#refuse("render-panic", message);
    }
    if (!this.#drawn) stale.remove();
    this.refresh(true);
  }

  #release() {
    this.#text = undefined;
    if (!live.delete(this)) return;
    this.#handle.free();
    this.#handle = undefined;
    this.#drawn = false;
    this.host.shadowRoot.replaceChildren(this.#slot);
    this.#state("", "ready");
  }

  normalised() {
    const json = this.#handle?.article();
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
        this[name] = value;
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
    card.refresh(true);
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
