// When what is fetched: nothing until a card comes near the screen, and never before its JSON has arrived.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";
import { refuseLargeInstances } from "./harness/watch.js";

const FAR = '<div style="height:5000px"></div>';

/** Browsers draw nothing before a page has this much to show; until then WebKit runs no asynchronous script. */
const BEFORE = "Before. ".repeat(400);

inBrowsers("A card and the screen", stage => {
  const fetched = visit => ["loader", "glue", "wasm"].map(part => visit.kit.count(part));

  it("fetches nothing but the loader while it is far away, and is drawn when it comes near", async () => {
    const picture = stage.publisher.picture({ width: 333 });
    const visit = await stage.open({ body: FAR + embed({ ...brief(), image: { url: picture } }, { id: "card" }) });
    await visit.until(() => customElements.get("article-card") !== undefined);
    await visit.drawn();
    await pause(400);
    assert.deepEqual(fetched(visit), [1, 0, 0]);
    assert.ok(!visit.requests.includes(picture));
    assert.deepEqual([(await visit.card()).state, (await visit.card()).fallbackShown], ["waiting", true]);
    await visit.evaluate(() =>
      scrollTo(0, document.querySelector("#card").getBoundingClientRect().top - innerHeight - 200),
    );
    await visit.settled();
    assert.deepEqual(fetched(visit), [1, 1, 1]);
    assert.ok(
      await visit.evaluate(() => document.querySelector("#card").getBoundingClientRect().top > innerHeight),
      "ready before it is seen",
    );
  });

  it("is drawn far away where the page wants it at once, now or later", async () => {
    const visit = await stage.open({
      body: FAR + embed(brief("Eager"), { id: "eager", loading: "eager" }) + embed(brief("Lazy"), { id: "lazy" }),
    });
    await visit.settled("#eager");
    await pause(200);
    assert.equal((await visit.card("#lazy")).state, "waiting");
    await visit.evaluate(() => {
      document.querySelector("#lazy").loading = "eager";
    });
    await visit.settled("#lazy");
  });

  it("is drawn when the panel that hides it is opened", async () => {
    const visit = await stage.open({ body: `<div id="panel" hidden>${embed(brief(), { id: "card" })}</div>` });
    await visit.until(() => customElements.get("article-card") !== undefined);
    await pause(300);
    assert.deepEqual([(await visit.card()).state, visit.kit.count("wasm")], ["waiting", 0]);
    await visit.evaluate(() => {
      document.querySelector("#panel").hidden = false;
    });
    await visit.settled();
    assert.equal((await visit.card()).text.trim(), brief().headline);
  });

  it("is drawn, and tells that it was seen, where its host has no box", async () => {
    const style = "<style>article-card { display: contents }</style>";
    const visit = await stage.open({ body: `${style}<div>${embed(brief("Boxless"), { id: "card" })}</div>` });
    await visit.settled();
    assert.deepEqual((await visit.card()).parts.headline, ["Boxless"]);
    await visit.until(() => window.seen.events.some(({ name }) => name === "view"));
    await visit.evaluate(() => document.querySelector("#card").setAttribute("layout", "hero"));
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article").matches(".hero"));
    await pause(1300);
    assert.deepEqual(
      (await visit.events("view")).map(({ card, detail }) => [card, detail.headline]),
      [["card", "Boxless"]],
    );
  });

  it("does not tell that it was seen while its host without a box is off the screen", async () => {
    const style = "<style>article-card { display: contents }</style>";
    const visit = await stage.open({ body: style + FAR + embed(brief("Boxless"), { id: "card" }) });
    await visit.settled();
    await pause(1300);
    assert.deepEqual(await visit.events("view"), []);
    await visit.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await visit.until(() => window.seen.events.some(({ name }) => name === "view"));
  });

  it("starts where a browser makes no large instance at once", async () => {
    const jsonLd = { "@context": "https://schema.org", "@type": "NewsArticle", headline: "Read by the reader" };
    const visit = await stage.open({
      body: embed(brief("Drawn by the runtime")) + embed(jsonLd, { type: "application/ld+json" }),
      before: [refuseLargeInstances],
    });
    await visit.settled();
    assert.deepEqual(
      (await visit.cards()).map(({ parts }) => parts.headline),
      [["Drawn by the runtime"], ["Read by the reader"]],
    );
    assert.deepEqual(visit.messages("error"), []);
  });

  it("changes how its drawn pictures are loaded by attribute and by property", async () => {
    const article = { ...brief(), image: { url: stage.publisher.picture() } };
    const visit = await stage.open({ body: embed(article, { id: "card" }) });
    await visit.settled();
    const becomes = wanted =>
      visit.until(
        loading => document.querySelector("#card").shadowRoot.querySelector("img").loading === loading,
        wanted,
      );
    await becomes("lazy");
    await visit.evaluate(() => document.querySelector("#card").setAttribute("loading", "eager"));
    await becomes("eager");
    await visit.evaluate(() => {
      document.querySelector("#card").loading = "lazy";
    });
    await becomes("lazy");
    await visit.evaluate(() => {
      document.querySelector("#card").loading = "eager";
    });
    await becomes("eager");
    await visit.evaluate(() => document.querySelector("#card").removeAttribute("loading"));
    await becomes("lazy");
    assert.deepEqual(visit.console, []);
  });

  it("leaves its picture to the browser’s own lazy loading unless it is eager", async () => {
    const article = { ...brief(), image: { url: stage.publisher.picture() } };
    const visit = await stage.open({ body: embed(article) + embed(article, { loading: "eager" }) });
    await visit.settled();
    // An eager card may be drawn before anybody knows that it is near, and then its picture waits; drawn anew it does not.
    await visit.drawn();
    await visit.evaluate(
      given => document.querySelectorAll("article-card").forEach(card => (card.article = given)),
      { ...article, headline: "Drawn anew" },
    );
    await visit.until(() =>
      [...document.querySelectorAll("article-card")].every(({ shadowRoot }) => /Drawn anew/.test(shadowRoot.textContent)),
    );
    assert.deepEqual(
      (await visit.cards()).map(({ images }) => images[0].loading),
      ["lazy", "eager"],
    );
  });

  it("reads its JSON whole when the page arrives bit by bit", async () => {
    const kit = stage.kit.copy(),
      page = stage.publisher.stream();
    const visit = await stage.open({ url: page.url, kit, streamed: true });
    const [start, end] = json({ ...brief("A headline that came late"), standfirst: "And more." }).split("came");
    await page.write(
      `<!doctype html><meta charset="utf-8"><title>Slow</title><script type="module" async src="${kit.loader}"></script><p>${BEFORE}</p>`,
    );
    await visit.until(() => globalThis.customElements?.get("article-card") !== undefined);
    await page.write('<article-card id="card" loading="eager">');
    await visit.until(() => document.querySelector("#card") !== null);
    await pause(200);
    await page.write(`<script type="application/json">${start}`);
    await pause(200);
    await page.write("came");
    await pause(200);
    assert.deepEqual(
      [visit.console, await visit.evaluate(() => window.seen.events)],
      [[], []],
      "no complaint about JSON that is on its way",
    );
    await page.write(`${end}</script><a class="fallback" href="/f">Fallback</a></article-card>`);
    await visit.settled();
    assert.deepEqual((await visit.card()).parts.headline, ["A headline that came late"]);
    assert.equal(
      await visit.evaluate(() => document.readyState),
      "loading",
      "it does not wait for the rest of the page",
    );
    await page.end("<p>After.</p>");
    await visit.loaded;
    assert.deepEqual(
      (await visit.evaluate(() => window.seen.events)).filter(({ name }) => name !== "view").map(({ name }) => name),
      ["ready"],
    );
  });

  it("says that its element is empty only when the page has ended", async () => {
    const kit = stage.kit.copy(),
      page = stage.publisher.stream();
    const visit = await stage.open({ url: page.url, kit, streamed: true });
    await page.write(
      `<!doctype html><meta charset="utf-8"><title>Slow</title><script type="module" async src="${kit.loader}"></script><p>${BEFORE}</p><article-card id="card" loading="eager">`,
    );
    await visit.until(() => globalThis.customElements?.get("article-card") !== undefined);
    await pause(300);
    assert.deepEqual(await visit.evaluate(() => window.seen.events), []);
    await page.end("</article-card>");
    await visit.settled();
    assert.deepEqual(
      (await visit.events("error")).map(({ detail }) => detail.code),
      ["no-data"],
    );
    await visit.loaded;
  });

  it("is drawn when its script comes after its fallback, or in capitals", async () => {
    const body = `<article-card id="a"><a class="fallback" href="/f">Fallback</a><script type="application/json">${json(brief("After"))}</script></article-card>
      <ARTICLE-CARD id="b"><SCRIPT TYPE="Application/JSON">${json(brief("Capitals"))}</SCRIPT></ARTICLE-CARD>
      <article-card id="c"><script type="application/json; charset=utf-8">\n\n${json(brief("Charset"))}\n</script></article-card>`;
    const visit = await stage.open({ body });
    await visit.settled();
    assert.deepEqual(
      (await visit.cards()).map(({ parts }) => parts.headline?.[0]),
      ["After", "Capitals", "Charset"],
    );
  });
});
