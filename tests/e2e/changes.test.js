// JSON that changes while the card stands there.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { prerendered } from "./harness/prerendered.js";
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

  for (const [how, write] of /** @type {const} */ ([["drawn", embed], ["prerendered", prerendered]])) {
    it(`keeps what its reader holds when it is drawn anew, also one that was ${how}: focus, selection, pictures`, async () => {
      const article = everything(stage.publisher.picture({ width: 30, height: 20 }));
      const visit = await stage.open({ body: write(article, { id: "card" }) });
      await visit.settled();
      await visit.until(() => [...document.querySelector("#card").shadowRoot.querySelectorAll("img")].every(image => image.complete && image.naturalWidth > 0));
      await visit.evaluate(() => {
        const root = document.querySelector("#card").shadowRoot;
        root.querySelector("[part~=related] a").focus();
        window.held = [root.querySelector("article"), root.querySelector("[part~=image]"), root.activeElement];
        const bullet = root.querySelector("[part~=bullet]").firstChild;
        (root.getSelection?.() ?? getSelection()).setBaseAndExtent(bullet, 0, bullet, 3);
      });
      const asked = stage.publisher.requests.length;
      const changed = { ...article, headline: "Another", dateline: null, standfirst: "A new one", bullets: [...article.bullets, "A last one"] };
      await visit.evaluate(text => {
        document.querySelector("#card script").textContent = text;
      }, json(changed));
      await reads(visit, "headline", "Another");
      const found = await visit.evaluate(() => {
        const root = document.querySelector("#card").shadowRoot;
        const now = [root.querySelector("article"), root.querySelector("[part~=image]"), root.activeElement];
        return {
          held: now.map((node, index) => node !== null && node === window.held[index]),
          selected: String(root.getSelection?.() ?? getSelection()).length,
          parts: ["dateline", "standfirst"].map(name => root.querySelector(`[part~=${name}]`)?.textContent.trim() ?? null),
          bullets: root.querySelectorAll("[part~=bullet]").length,
        };
      });
      assert.deepEqual(found, {
        held: [true, true, true], selected: 3, parts: [null, "A new one"], bullets: article.bullets.length + 1,
      });
      assert.equal(stage.publisher.requests.length, asked, "no picture is fetched again");
    });
  }

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
