// JSON that changes while the card stands there.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

inBrowsers("A card that changes", stage => {
  async function open(article, attributes = {}, options = {}) {
    const visit = await stage.open({ body: embed(article, { id: "card", ...attributes }), ...options });
    await visit.settled();
    return visit;
  }
  const set = (visit, name, value) =>
    visit.evaluate((attribute, text) => document.querySelector("#card").setAttribute(attribute, text), name, value);
  const reads = (visit, part, text) =>
    visit.until(
      (name, wanted) =>
        document.querySelector("#card").shadowRoot?.querySelector(`[part~=${name}]`)?.textContent.trim() === wanted,
      part,
      text,
    );

  it("is drawn anew when its JSON is rewritten or its script is replaced", async () => {
    const visit = await open(brief("First"));
    await visit.evaluate(
      text => {
        document.querySelector("#card script").textContent = text;
      },
      json(brief("Second")),
    );
    await reads(visit, "headline", "Second");
    await visit.evaluate(
      text => {
        document.querySelector("#card script").firstChild.data = text;
      },
      json(brief("Third")),
    );
    await reads(visit, "headline", "Third");
    await visit.evaluate(
      text => {
        const script = Object.assign(document.createElement("script"), { type: "application/json", textContent: text });
        document.querySelector("#card script").replaceWith(script);
      },
      json(brief("Fourth")),
    );
    await reads(visit, "headline", "Fourth");
    const [, , , last] = await visit.events("ready");
    assert.equal(last.detail.headline, "Fourth");
  });

  it("stays as it was, and says why, when its JSON becomes unusable", async () => {
    const visit = await open(brief("Good"));
    await visit.evaluate(() => {
      document.querySelector("#card script").textContent = '{"headline": "cut';
    });
    await visit.until(() => document.querySelector("#card").matches(":state(error)"));
    assert.deepEqual((await visit.card()).parts.headline, ["Good"], "what was there stays");
    await visit.evaluate(
      text => {
        document.querySelector("#card script").textContent = text;
      },
      json(brief("Mended")),
    );
    await reads(visit, "headline", "Mended");
    assert.equal(
      await visit.evaluate(() => document.querySelector("#card").matches(":state(ready):not(:state(error))")),
      true,
    );
  });

  it("takes its JSON from a script elsewhere, and from another when told", async () => {
    const scripts = ["one", "two"]
      .map(id => `<script type="application/json" id="${id}">${json(brief(id))}</script>`)
      .join("");
    const visit = await stage.open({ body: embed(null, { id: "card", for: "one" }) + scripts });
    await visit.settled();
    await reads(visit, "headline", "one");
    await set(visit, "for", "two");
    await reads(visit, "headline", "two");
    await visit.evaluate(
      text => {
        document.querySelector("#two").textContent = text;
      },
      json(brief("two, rewritten")),
    );
    await reads(visit, "headline", "two, rewritten");
    await visit.evaluate(
      text => {
        document
          .querySelector("#two")
          .replaceWith(
            Object.assign(document.createElement("script"), { type: "application/json", id: "two", textContent: text }),
          );
      },
      json(brief("two, replaced")),
    );
    await reads(visit, "headline", "two, replaced");
  });

  it("waits with the fallback for a script that arrives later", async () => {
    const visit = await stage.open({ body: embed(null, { id: "card", for: "late" }) });
    await visit.drawn();
    await pause(300);
    assert.equal((await visit.card()).fallbackShown, true);
    await visit.evaluate(
      text => {
        document.body.append(
          Object.assign(document.createElement("script"), { type: "application/json", id: "late", textContent: text }),
        );
      },
      json(brief("Late")),
    );
    await reads(visit, "headline", "Late");
    assert.equal(
      await visit.evaluate(() => document.querySelector("#card").matches(":state(ready):not(:state(error))")),
      true,
    );
  });
});
