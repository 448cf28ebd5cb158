// The loader: defines <article-card>, waits until a card comes near the screen, and fetches one runtime for all
// cards of the page. It decides nothing about a card's content; what it reports comes from the runtime or the network.

/** The runtime's glue and WebAssembly beside this file; `cargo xtask kit` puts the hashed names here. */
const RUNTIME = { glue: "./runtime/article-card.js", wasm: "./runtime/article-card_bg.wasm" };
const TAG = "article-card";

/** Attributes with their properties and what a property says when the attribute says nothing that is understood. */
const ATTRIBUTES = {
  for: ["htmlFor"],
  layout: ["layout", "standard", "compact", "hero"],
  theme: ["theme", "auto", "light", "dark"],
  "heading-level": ["headingLevel", "3", "2", "4", "5", "6"],
  target: ["target", "_self", "_blank", "_top", "_parent"],
  "time-zone": ["timeZone"],
  "relative-until": ["relativeUntil"],
  "link-params": ["linkParams"],
  loading: ["loading", "lazy", "eager"],
};
const DEFAULTS = { timeZone: "publisher", relativeUntil: "P7D" };

const url = (name, query = "") => new URL(name + query, import.meta.url);
const live = new Set();
let runtime, sheet, restarts = 0, complained = false;

/** One runtime for the page; after a panic a fresh one, because a query makes the glue a module of its own. */
function load() {
  return runtime ??= start().catch(error => {
    // A failed download stays failed until the next page: nothing loops, every fallback stands.
    throw error.code ? error : failure("load-wasm", `the WebAssembly does not start: ${error.message ?? error}`);
  });
}

async function start() {
  let blocked;
  const watch = event => {
    if (event.blockedURI === "wasm-eval" || event.blockedURI.startsWith(url(".").origin)) blocked ??= event;
  };
  document.addEventListener("securitypolicyviolation", watch);
  try {
    const fetched = (download, name) => download.catch(error => {
      throw failure("load-network", `${url(name)} cannot be fetched: ${error.message}`);
    });
    const [glue, wasm] = await Promise.all([
      fetched(import(url(RUNTIME.glue, restarts ? `?restart=${restarts}` : "")), RUNTIME.glue),
      fetched(fetch(url(RUNTIME.wasm)), RUNTIME.wasm),
    ]);
    if (!wasm.ok) throw failure("load-network", `${wasm.url} answers ${wasm.status}`);
    await glue.default({ module_or_path: wasm });
    if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(glue.css());
    glue.watch(panicked);
    return glue;
  } catch (error) {
    // Firefox sends the violation after the rejection.
    if (!blocked) await new Promise(done => setTimeout(done, 50));
    if (!blocked && !/wasm.*(disallowed|block)|Content.Security.Policy/i.test(error.message)) throw error;
    const directive = blocked?.blockedURI.startsWith("http") ? `${blocked.effectiveDirective} ${url(".").origin}` : "script-src 'wasm-unsafe-eval'";
    throw failure("load-csp", `the page's Content-Security-Policy forbids it; add: ${directive}`);
  } finally {
    document.removeEventListener("securitypolicyviolation", watch);
  }
}

const failure = (code, message) => Object.assign(new Error(message), { code });

/** Called from inside the panic: the instance is beyond use and must not be called again. */
function panicked(message, culprit) {
  runtime = undefined;
  restarts++;
  const cards = [...live];
  live.clear();
  setTimeout(() => cards.forEach(card => card.panicked(message, card.host === culprit)));
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
    try {
      this.#states = host.attachInternals().states;
    } catch {}
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
    if (id) this.#sources.observe(script ?? root, { childList: true, characterData: true, subtree: true });
    if (script ? isParsed(script) : isParsed(host)) return script?.textContent ?? "";
    document.addEventListener("DOMContentLoaded", () => this.refresh(), { once: true });
  }

  async #draw() {
    const text = this.#source();
    if (text === undefined || text === this.#text) return;
    this.#text = text;
    if (!text.trim()) {
      const id = this.host.getAttribute("for");
      return this.#fail([{ severity: "error", code: "no-data", path: "$", message: id ? `the page has no script with the id "${id}"` : "there is no JSON in the element" }]);
    }
    let glue;
    try {
      glue = await load();
    } catch ({ code, message }) {
      return this.#fail([{ severity: "error", code, path: "$", message }], complained || !(complained = true));
    }
    if (this.#text !== text || !this.host.isConnected) return;
    if (!this.#handle) this.#attach(glue);
    const { drawn, diagnostics } = JSON.parse(this.#handle.draw(text));
    this.report = Object.freeze(diagnostics);
    if (!drawn) this.#fail(diagnostics);
  }

  /** The shadow root shows the publisher's own content until the card stands beside it. */
  #attach(glue) {
    const { host } = this;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    this.#mount = document.createElement("div");
    this.#slot ??= document.createElement("slot");
    root.append(this.#mount);
    if (!this.#drawn) root.append(this.#slot);
    this.#handle = new glue.Card(host, this.#mount, (name, detail) => this.#tell(name, JSON.parse(detail)));
    live.add(this);
  }

  /** What the runtime has to say; false when the page cancels what would follow. */
  #tell(name, detail) {
    if (name !== "ready") return this.send(name, detail);
    const { diagnostics, ...identity } = detail;
    this.#identity = identity;
    this.#drawn = true;
    this.host.shadowRoot.replaceChildren(this.#mount);
    this.#state("ready", "error");
    const warnings = diagnostics.map(({ code, path, message }) => `\n  ${code} ${path} ${message}`);
    if (warnings.length) console.warn(`${this.#name()}:${warnings.join("")}`, this.host);
    this.#watchView();
    return this.send(name, { diagnostics });
  }

  #watchView() {
    if (this.#drawn && !this.viewed) seen.observe(this.host);
  }

  send(name, detail) {
    return this.host.dispatchEvent(new CustomEvent(`${TAG}-${name}`, {
      bubbles: true, composed: true, cancelable: name === "open", detail: { ...this.#identity, ...detail },
    }));
  }

  #fail(diagnostics, silent) {
    this.report = Object.freeze(diagnostics);
    const { code, path, message, line, column } = diagnostics.find(({ severity }) => severity === "error");
    this.#state("error", this.#drawn ? "" : "ready");
    if (!silent) console.error(`${this.#name()}: ${code} ${path}${line ? ` (line ${line}, column ${column})` : ""} ${message}`, this.host);
    this.send("error", { code, path, message, line, column });
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
      return this.#fail([{ severity: "error", code: "render-panic", path: "$", message }]);
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

  /** Keeps `moveBefore` from disconnecting. */
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, after) {
    const card = inner.get(this);
    if (before === after || !this.isConnected) return;
    if (name === "loading" && this.loading === "eager") card.activate();
    card.refresh(true);
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

for (const [attribute, [property, ...values]] of Object.entries(ATTRIBUTES)) {
  Object.defineProperty(ArticleCardElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute);
      return values.length ? (values.includes(value) ? value : values[0]) : value ?? DEFAULTS[property] ?? "";
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
  });
}

if (customElements.get(TAG)) console.warn(`${TAG}: duplicate-definition: the page has defined the element already; the first definition serves all cards`);
else customElements.define(TAG, ArticleCardElement);
