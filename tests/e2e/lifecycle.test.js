// What pages do to elements: move, remove, bring back, copy, and load the script twice.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, meta } from "./harness/articles.js";
import { embed, kitTags } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

inBrowsers("A card that its page handles", stage => {
  async function open(options = {}) {
    const visit = await stage.open({
      body: `<div id="here">${embed(meta(stage.publisher.picture()), { id: "card" })}</div><div id="there"></div>`,
      ...options,
    });
    await visit.settled();
    return visit;
  }
  /** Keeps the drawn article and counts changes inside the card from now on. */
  const keep = visit =>
    visit.evaluate(() => {
      const root = document.querySelector("#card").shadowRoot;
      window.kept = { article: root.querySelector("article"), changes: 0 };
      new MutationObserver(records => {
        window.kept.changes += records.length;
      }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  const kept = visit =>
    visit.evaluate(() => ({
      same: document.querySelector("#card").shadowRoot.querySelector("article") === window.kept.article,
      changes: window.kept.changes,
    }));

  for (const way of ["append", "moveBefore"]) {
    const title = `stays as it is when it is moved by ${way}`;
    it(title, { skip: stage.leftOut(title) }, async () => {
      const visit = await open();
      await keep(visit);
      await visit.evaluate(method => {
        const there = document.querySelector("#there"),
          card = document.querySelector("#card");
        if (method === "append") there.append(card);
        else there.moveBefore(card, null);
      }, way);
      await visit.drawn();
      await pause(200);
      assert.deepEqual(await kept(visit), { same: true, changes: 0 });
      assert.equal((await visit.events("ready")).length, 1);
      await visit.evaluate(() => document.querySelector("#card").setAttribute("layout", "compact"));
      await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.compact") !== null);
    });
  }

  it("does no harm in the content of a template, and is drawn again when it comes back", async () => {
    const visit = await open();
    await visit.evaluate(() => {
      const template = document.createElement("template");
      document.body.append(template);
      window.card = document.querySelector("#card");
      template.content.append(window.card);
    });
    await pause(200);
    await visit.evaluate(() => document.querySelector("#here").append(window.card));
    await visit.drawn();
    assert.ok((await visit.card("#card")).text.includes(meta("").headline));
    assert.deepEqual(visit.crashes, []);
    assert.deepEqual(visit.console.filter(({ type }) => type === "error"), []);
  });

  it("is given up when it is removed, and drawn again when it comes back", async () => {
    const visit = await open(),
      before = await visit.card();
    await visit.evaluate(() => {
      window.away = document.querySelector("#card");
      window.away.remove();
    });
    await visit.until(
      () => window.away.shadowRoot.querySelector("article") === null && !window.away.matches(":state(ready)"),
    );
    await visit.evaluate(() => document.querySelector("#there").append(window.away));
    await visit.settled("#card");
    const after = await visit.card();
    assert.equal(after.markup, before.markup);
    assert.deepEqual([after.state, after.fallbackShown], ["ready", false]);
    await (await visit.inside("[part~=follow]")).click();
    await visit.until(() => window.seen.events.filter(event => event.name === "follow").length === 1);
  });

  it("notices what changed while it was away, even for a moment", async () => {
    const visit = await open();
    await visit.evaluate(() => {
      const card = document.querySelector("#card");
      card.remove();
      card.setAttribute("layout", "hero");
      document.querySelector("#there").append(card);
    });
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.hero") !== null);
    await visit.evaluate(
      text => {
        const card = document.querySelector("#card");
        card.remove();
        card.querySelector("script").textContent = text;
        document.querySelector("#here").append(card);
      },
      JSON.stringify(brief("Rewritten on the way")),
    );
    await visit.until(
      () =>
        document.querySelector("#card").shadowRoot.querySelector("[part~=headline]")?.textContent ===
        "Rewritten on the way",
    );
  });

  it("makes an independent card when it is cloned", async () => {
    const visit = await open();
    await visit.evaluate(() => {
      const clone = document.querySelector("#card").cloneNode(true);
      clone.id = "clone";
      document.querySelector("#there").append(clone);
    });
    await visit.settled("#clone");
    const [card, clone] = await visit.cards();
    assert.equal(clone.markup, card.markup);
    await visit.evaluate(() => document.querySelector("#card").remove());
    await (await visit.inside("[part~=follow]", "#clone")).click();
    await visit.until(() => window.seen.events.some(event => event.name === "follow" && event.card === "clone"));
  });

  it("is not missed when it is removed while everything is still loading", async () => {
    let release;
    const held = new Promise(done => {
      release = done;
    });
    const visit = await stage.open({
      body: `${embed(brief("Removed"), { id: "card" })}${embed(brief("Stays"), { id: "stays" })}`,
      kit: { faults: { wasm: { held } } },
    });
    await visit.untilHere(() => visit.kit.count("wasm") === 1);
    await visit.evaluate(() => {
      window.away = document.querySelector("#card");
      window.away.remove();
    });
    release();
    await visit.settled("#stays");
    await pause(200);
    assert.deepEqual(
      (await visit.evaluate(() => window.seen.events)).map(({ name, card }) => [name, card]),
      [["ready", "stays"]],
    );
    assert.deepEqual([await visit.evaluate(() => window.seen.errors), visit.console], [[], []]);
    await visit.evaluate(() => document.body.append(window.away));
    await visit.settled("#card");
    assert.deepEqual((await visit.card("#card")).parts.headline, ["Removed"]);
  });

  it("survives being thrown about a hundred times", async () => {
    const visit = await open(),
      before = await visit.card();
    await visit.evaluate(async () => {
      const card = document.querySelector("#card"),
        places = [document.querySelector("#here"), document.querySelector("#there")];
      for (let round = 0; round < 100; round++) {
        if (round % 3) card.remove();
        if (round % 5 === 0) await new Promise(done => setTimeout(done));
        places[round % 2].append(card);
        if (round % 7 === 0) await new Promise(requestAnimationFrame);
      }
    });
    await visit.settled("#card");
    await visit.drawn();
    assert.equal((await visit.card()).markup, before.markup);
    assert.equal(
      await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelectorAll("article").length),
      1,
    );
    assert.deepEqual([await visit.evaluate(() => window.seen.errors), visit.console], [[], []]);
  });

  it("is drawn once when the same script is loaded twice", async () => {
    const visit = await stage.open({
      body: embed(brief(), { id: "card" }),
      tags: kit => `${kitTags(kit)}<script type="module" src="${kit.loader}"></script>`,
    });
    await visit.settled();
    assert.equal((await visit.events("ready")).length, 1);
    assert.deepEqual(
      ["glue", "wasm"].map(part => visit.kit.count(part)),
      [1, 1],
    );
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
  });

  it("keeps the first definition when another copy of the script follows, and says so once", async () => {
    const visit = await stage.open({
      body: embed(brief(), { id: "card" }),
      tags: kit => `${kitTags(kit)}<script type="module" src="${kit.loader}?again"></script>`,
    });
    await visit.settled();
    await visit.untilHere(() => visit.messages("warn").length > 0);
    await pause(100);
    assert.equal(visit.messages("warn").length, 1);
    assert.match(visit.messages("warn")[0], /duplicate-definition/);
    assert.deepEqual(
      [(await visit.events("ready")).length, visit.kit.count("glue"), visit.kit.count("wasm")],
      [1, 1, 1],
    );
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
  });

  it("works inside the shadow root of another component, and its events come out", async () => {
    const visit = await stage.open({ body: '<div id="host"></div>' });
    await visit.evaluate(
      html => {
        const root = document.querySelector("#host").attachShadow({ mode: "open" });
        const range = document.createRange();
        range.selectNode(document.body);
        root.append(range.createContextualFragment(html));
      },
      embed(brief(), { id: "inner" }),
    );
    await visit.until(() =>
      document.querySelector("#host").shadowRoot.querySelector("article-card").matches(":state(ready)"),
    );
    const [event] = await visit.events("ready");
    assert.deepEqual([event.card, event.detail.headline], ["host", brief().headline]);
  });
});
