// What stands in every page before any of its scripts: it sees when a card is done, what that blocks, moves and keeps.
// It is handed over as text, so nothing outside of the function is within its reach.

/** @param {Wanted} wanted the page's own card */
export function probe({ tag, url }) {
  /** @type {PerformanceEntry[]} */
  const tasks = [];
  /** @type {(PerformanceEntry & { value: number, hadRecentInput: boolean })[]} */
  const shifts = [];
  new PerformanceObserver(list => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  new PerformanceObserver(list => shifts.push(.../** @type {typeof shifts} */ (list.getEntries()))).observe({
    type: "layout-shift",
    buffered: true,
  });

  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  const keep = (/** @type {WebAssembly.Instance} */ instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  /** @type {Record<string, any>} */
  const assembly = WebAssembly;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = assembly[name];
    assembly[name] = async (/** @type {unknown[]} */ ...given) => {
      const made = await original.apply(WebAssembly, given);
      keep(made.instance ?? made);
      return made;
    };
  }
  assembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(original, given) {
      const instance = Reflect.construct(original, given);
      keep(instance);
      return instance;
    },
  });

  const isDone = (/** @type {Element} */ card, /** @type {string} */ to) => {
    const root = card.shadowRoot;
    if (!root?.querySelector(`a[href="${to}"]`) || !root.querySelector("time")) return false;
    return card.localName !== "article-card" || card.matches(":state(ready)");
  };
  /** @type {number | null} */
  let done = null;
  // It goes on for ever: a task that only renders counts as long only where a frame has a callback.
  const look = () => {
    const card = done === null && document.querySelector(tag);
    if (card && isDone(card, url)) done = performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  const channel = new MessageChannel();
  const turn = () =>
    new Promise(next => {
      channel.port1.onmessage = next;
      channel.port2.postMessage(null);
    });
  const frame = () => new Promise(requestAnimationFrame);

  /** @type {Kept[]} */
  let kept = [];
  /** @type {Probe} */
  const asked = {
    get done() {
      return done;
    },
    make(tag, text) {
      const [card, script] = [document.createElement(tag), document.createElement("script")];
      script.type = "application/json";
      script.textContent = text;
      // For ours, which waits for the screen otherwise.
      card.setAttribute("loading", "eager");
      card.append(script);
      return card;
    },
    keep(articles) {
      kept = articles;
    },
    /** Appends what is kept at once, and waits until the last is done and all are laid out. */
    async append(tag) {
      const begun = performance.now();
      const cards = kept.map(({ text }) => asked.make(tag, text));
      const urls = kept.map(({ url }) => url);
      kept = [];
      document.body.append(...cards);
      let next = 0;
      for (;;) {
        while (next < cards.length && isDone(cards[next], urls[next])) next += 1;
        if (next === cards.length) break;
        await turn();
      }
      // Asking for a size makes the browser lay out.
      void document.body.offsetHeight;
      return { begun, took: performance.now() - begun };
    },
    async frames(count) {
      for (let index = 0; index < count; index += 1) await frame();
    },
    /** To one end of the page, by script, so that no input hides a shift. */
    async scroll(by) {
      let before = NaN;
      while (before !== scrollY) {
        before = scrollY;
        scrollBy(0, by);
        await asked.frames(2);
      }
      await new Promise(later => setTimeout(later, 500));
    },
    tasks: since => tasks.filter(task => task.startTime + task.duration > since).map(task => task.duration),
    shifts() {
      const own = shifts.filter(shift => !shift.hadRecentInput);
      return { sum: own.reduce((sum, shift) => sum + shift.value, 0), count: own.length };
    },
    firstPaint: () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    memory: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
  Object.defineProperty(window, "probe", { value: asked });
}
