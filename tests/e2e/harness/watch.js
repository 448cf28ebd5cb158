// What a page is watched with from before its first script: it observes and replaces nothing a card could notice,
// but for what older browsers refuse.

/** Runs in the page. Events on the window show that they bubble and are composed. */
export function watchPage() {
  /** @type {Seen} */
  const seen = { events: [], violations: [], errors: [] };
  Object.defineProperty(window, "seen", { value: seen });
  /** @param {unknown} value */
  const plain = value => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  for (const name of ["ready", "error", "open", "follow", "copy", "view"]) {
    addEventListener(`article-card-${name}`, given => {
      const event = /** @type {CustomEvent & { target: Element }} */ (given);
      const { type, bubbles, composed, cancelable, isTrusted } = event;
      seen.events.push({
        name,
        type,
        card: event.target.id,
        bubbles,
        composed,
        cancelable,
        isTrusted,
        detail: plain(event.detail),
      });
    });
  }
  document.addEventListener("securitypolicyviolation", event => {
    seen.violations.push({ directive: event.effectiveDirective, blocked: event.blockedURI, source: event.sourceFile });
  });
  addEventListener("error", event => {
    seen.errors.push(String(event.message));
  });
  addEventListener("unhandledrejection", event => {
    seen.errors.push(`unhandled: ${event.reason}`);
  });
}

/**
 * Runs in the page. Counts the timers that are waiting now, and lists every one that was ever set.
 * @typedef {(...given: any[]) => void} Work
 */
export function watchTimers() {
  /** @type {Timers} */
  const timers = { waiting: new Map(), set: [] };
  Object.defineProperty(window, "timers", { value: timers });
  const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
  // @ts-expect-error Node.js has another type for it, and nobody sets a text here.
  window.setTimeout = (/** @type {Work} */ work, /** @type {number} */ delay, /** @type {any[]} */ ...rest) => {
    const id = setTimeout(() => {
      timers.waiting.delete(id);
      work(...rest);
    }, delay);
    timers.waiting.set(id, delay ?? 0);
    timers.set.push(delay ?? 0);
    return id;
  };
  // @ts-expect-error as above
  window.setInterval = (/** @type {Work} */ work, /** @type {number} */ delay, /** @type {any[]} */ ...rest) => {
    const id = setInterval(work, delay, ...rest);
    timers.waiting.set(id, delay ?? 0);
    timers.set.push(delay ?? 0);
    return id;
  };
  window.clearTimeout = id => {
    timers.waiting.delete(Number(id));
    clearTimeout(id);
  };
  window.clearInterval = id => {
    timers.waiting.delete(Number(id));
    clearInterval(id);
  };
}

/** Runs in the page. Lists the instances of WebAssembly that were asked for, each by its module. */
export function watchInstances() {
  /** @type {unknown[]} */
  const instances = [];
  Object.defineProperty(window, "instances", { value: instances });
  WebAssembly.instantiate = new Proxy(WebAssembly.instantiate, {
    apply(instantiate, self, given) {
      instances.push(given[0]);
      return Reflect.apply(instantiate, self, given);
    },
  });
}

/**
 * Runs in the page. Chromium up to 114 refuses instances of more than 4 KB on the page's own thread; a compiled module does
 * not tell its size, and all of the kit's are larger.
 */
export function refuseLargeInstances() {
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct() {
      throw new RangeError(
        "WebAssembly.Instance is disallowed on the main thread, if the buffer size is larger than 4KB. Use WebAssembly.instantiate.",
      );
    },
  });
}
