// Removing a card frees it. Chromium only: heap, node and listener counts come over its own protocol, and Firefox has no such thing.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { inBrowsers, pause } from "./harness/suite.js";

const BATCH = 50,
  WARM = 500,
  ALL = 2000;
/** What 1,500 further cards may leave behind. One leaked card would be some 60 nodes and 100 KB in all 1,500. */
const TOLERANCE = {
  nodes: 20, listeners: 5, documents: 0, heap: 300_000,
  // A whole Yew, on which the check `whole` tries this, needs a page more: it has one app after the other for each card.
  wasm: process.env.ARTICLE_CARD_KIT?.endsWith("kit-whole") ? 65_536 : 0,
};

/** Runs in the page: keeps the WebAssembly memory where the test can read its size. */
function watchMemory() {
  const keep = instance => {
    window.wasmMemory ??= Object.values(instance.exports).find(each => each instanceof WebAssembly.Memory);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) =>
      original.apply(WebAssembly, given).then(result => {
        keep(result.instance ?? result);
        return result;
      });
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct: (Instance, given) => {
      const instance = new Instance(...given);
      keep(instance);
      return instance;
    },
  });
}

/** Runs in the page: mounts cards, uses them a little, and removes them. */
async function mount(article, count, batch) {
  for (let done = 0; done < count; done += batch) {
    const cards = Array.from({ length: batch }, (_, index) =>
      Object.assign(document.createElement("article-card"), {
        article: { ...article, id: `story-${done + index}` },
        loading: "eager",
      }),
    );
    document.body.append(...cards);
    while (!cards.every(card => card.matches(":state(ready)"))) await new Promise(next => setTimeout(next));
    for (const card of cards) card.layout = "compact";
    cards[0].shadowRoot.querySelector("button")?.click();
    await new Promise(requestAnimationFrame);
    for (const card of cards) card.remove();
    await new Promise(next => setTimeout(next));
  }
  window.seen.events.length = 0;
}

inBrowsers(
  "Two thousand cards, one after the other",
  stage => {
    async function measure(visit, client) {
      // Frames and timers of the last batch have to be over before anything can be collected;
      // the longest is the copy button's, which says for two seconds that it has copied.
      await pause(2500);
      await visit.drawn();
      for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
      const { Nodes, JSEventListeners, Documents, JSHeapUsedSize } = await visit.page.metrics();
      return {
        nodes: Nodes,
        listeners: JSEventListeners,
        documents: Documents,
        heap: JSHeapUsedSize,
        wasm: await visit.evaluate(() => window.wasmMemory.buffer.byteLength),
      };
    }

    it("leave nothing behind, their ticking times included", { timeout: 120_000 }, async () => {
      const visit = await stage.open({ body: "<p>A page.</p>", before: [watchMemory] });
      await visit.until(() => customElements.get("article-card") !== undefined);
      const client = await visit.page.createCDPSession();
      const article = {
        ...everything(stage.publisher.picture({ width: 1, height: 1 })),
        updated: new Date(Date.now() - 3_600_000).toISOString(),
      };
      await visit.evaluate(mount, article, WARM, BATCH);
      const warm = await measure(visit, client);
      await visit.evaluate(mount, article, ALL - WARM, BATCH);
      const after = await measure(visit, client);
      for (const [key, most] of Object.entries(TOLERANCE))
        assert.ok(
          after[key] - warm[key] <= most,
          `${key} grew by ${after[key] - warm[key]}: ${JSON.stringify({ warm, after })}`,
        );
      assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
    });

    it("leave nothing behind either when one card is redrawn all the time", { timeout: 60_000 }, async () => {
      const visit = await stage.open({ body: "<p>A page.</p>", before: [watchMemory] });
      await visit.until(() => customElements.get("article-card") !== undefined);
      const client = await visit.page.createCDPSession();
      const article = everything(stage.publisher.picture({ width: 1, height: 1 }));
      const redraw = (given, count) => {
        const card =
          document.querySelector("article-card") ??
          document.body.appendChild(Object.assign(document.createElement("article-card"), { loading: "eager" }));
        return (async () => {
          for (let round = 0; round < count; round++) {
            card.article = { ...given, headline: `Headline ${round}`, bullets: round % 2 ? given.bullets : [] };
            while (card.shadowRoot?.querySelector("[part~=headline]")?.textContent !== `Headline ${round}`)
              await new Promise(next => setTimeout(next));
          }
          window.seen.events.length = 0;
        })();
      };
      await visit.evaluate(redraw, article, 200);
      const warm = await measure(visit, client);
      await visit.evaluate(redraw, article, 800);
      const after = await measure(visit, client);
      for (const [key, most] of Object.entries(TOLERANCE))
        assert.ok(after[key] - warm[key] <= most, `${key}: ${JSON.stringify({ warm, after })}`);
    });
  },
);
