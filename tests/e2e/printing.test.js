// What stands on paper: cards that were never near the screen too where a browser allows it, and no empty place for those
// that cannot be drawn any more.
import assert from "node:assert/strict";
import { it } from "node:test";
import { inflateSync } from "node:zlib";
import { brief } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const FAR = '<div style="height:5000px"></div>';

/** Runs in the page: its clock goes on by a millisecond each time it is read, however busy the machine is. */
function countTime() {
  let time = Date.now();
  Date.now = () => ++time;
}

/** The page's PDF: how many pages it has, and where the links on them lead. */
async function print({ page }) {
  const pdf = Buffer.from(await page.pdf());
  let text = pdf.toString("latin1");
  for (let at = 0; (at = pdf.indexOf("stream", at)) !== -1; at += "stream".length) {
    try {
      text += inflateSync(pdf.subarray(at + "stream\n".length)).toString("latin1");
    } catch {
      // The end of a stream, or one that is not compressed.
    }
  }
  return {
    pages: Number(/\/Type\s*\/Pages\b[^>]*\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*\/Type\s*\/Pages\b/.exec(text)?.slice(1).find(Boolean)),
    links: [...text.matchAll(/\/URI\s*\(([^)]*)\)/g)].map(([, address]) => address),
  };
}

inBrowsers("A page that is printed", stage => {
  it("keeps no place for a card that is not drawn", async () => {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const open = card => stage.open({ body: `<p>Before.</p>${card}<p>After.</p>`, kit: { faults: { wasm: { held } } } });
    const place = '<style>article-card { --article-card-place: 3000px }</style>';
    const visit = await open(place + embed(brief()));
    await visit.until(() => document.querySelector("article-card").offsetHeight === 3000);
    const printed = await print(visit);
    release();
    assert.equal(printed.pages, 1);
    assert.ok(printed.links.some(address => address.endsWith("/fallback")), `${printed.links}`);
  });

  it("has what is far below, drawn long ago and never seen", async () => {
    const stories = Array.from({ length: 100 }, (_, at) => ({ ...brief(`Far ${at}`), url: `https://news.example/far/${at}` }));
    const visit = await stage.open({ body: FAR + stories.map(story => embed(story, { loading: "eager" })).join("") });
    await visit.settled();
    const { links } = await print(visit);
    assert.deepEqual(
      stories.map(({ url }) => url).filter(url => !links.includes(url)),
      [],
    );
  });

  it("has a long page on several sheets", async () => {
    const visit = await stage.open({ body: FAR });
    assert.ok((await print(visit)).pages > 3, "so that one page above says something");
  });
});

// Not Firefox: printing holds back the microtasks there that Yew draws in, so the fallback is printed.
inBrowsers(
  "A page that is printed without scrolling",
  stage => {
    const far = "https://news.example/far";

    it("has all the cards that were far from the screen, and fetches nothing for them", async () => {
      const stories = Array.from({ length: 50 }, (_, at) => ({ ...brief(`Far ${at}`), url: `${far}/${at}` }));
      const empty = embed(null, { fallback: "" });
      const visit = await stage.open({
        body: embed(brief("Near"), { id: "near" }) + FAR + empty + stories.map(story => embed(story)).join(""),
        // Yew stops after 16 ms of drawing, which all of them together take.
        before: [countTime],
      });
      await visit.settled("#near");
      assert.equal((await visit.cards("article-card:state(ready)")).length, 1);
      const asked = visit.kit.requests.length;
      const { links } = await print(visit);
      assert.deepEqual(
        stories.map(({ url }) => url).filter(url => !links.includes(url)),
        [],
      );
      assert.ok(!links.some(address => address.endsWith("/fallback")), "no fallback beside them");
      assert.equal(visit.kit.requests.length, asked);
    });

    it("does not fetch the runtime for the paper", async () => {
      const visit = await stage.open({ body: FAR + embed({ ...brief("Far"), url: far }) });
      await visit.until(() => customElements.get("article-card") !== undefined);
      const { links } = await print(visit);
      await visit.drawn();
      assert.deepEqual([visit.kit.count("wasm"), visit.kit.count("glue"), links.includes(far)], [0, 0, false]);
      assert.ok(links.some(address => address.endsWith("/fallback")), `${links}`);
    });
  },
);
