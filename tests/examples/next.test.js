import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { part, until } from "./example.js";
import { prerendered, started } from "./prerendered.js";

const headlines = ["Last coal ship leaves the harbour"];

function more(at, open) {
  it("tells React of its events, and shows another card after a client navigation", { timeout: 60_000 }, async () => {
    const { page, wrong } = await open();
    await until(page, () => document.querySelector("article-card").matches(":state(ready)"));
    await page.evaluate(() => {
      window.stays = true;
      document.querySelector("article-card").shadowRoot.querySelector('[part~="headline"] a').click();
    });
    await until(page, () => document.querySelector("output").textContent === "https://herald.example/last-coal-ship");
    for (const [path, headline] of [["/night-train", "Night train to Trieste returns"], ["/", headlines[0]]]) {
      await page.click(`main a[href="${path}"]`);
      await until(page, path => location.pathname === path, path);
      await until(page, () => document.querySelector("article-card")?.matches(":state(ready)"));
      assert.equal(await part(page, "headline"), headline);
    }
    assert.equal(await page.evaluate(() => window.stays), true, "the page was never loaded anew");
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

// React's development build, which the second runs, tells of everything that does not hydrate as it was rendered.
for (const command of ["npm start", "npm run dev"]) {
  describe(command, () => prerendered(started(command, "http://localhost:3000"), { headlines, more }));
}
