import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { part, until } from "./example.js";
import { prerendered, started } from "./prerendered.js";

const headlines = ["Last coal ship leaves the harbour", "Night train to Trieste returns"];

function more(at, open) {
  it("tells React of its events, and draws another article", { timeout: 60_000 }, async () => {
    const { page, wrong } = await open();
    await until(page, () => document.querySelector("article-card").matches(":state(ready)"));
    await page.evaluate(() => {
      document.querySelector("article-card").shadowRoot.querySelector('[part~="headline"] a').click();
    });
    await until(page, () => document.querySelector("output").textContent === "https://herald.example/last-coal-ship");
    assert.equal(page.url(), `${at.site.origin}/`);
    for (const headline of headlines.toReversed()) {
      await page.click("button");
      await until(
        page,
        headline => document.querySelector("article-card").shadowRoot.querySelector("h3").textContent.includes(headline),
        headline,
      );
    }
    assert.equal(await part(page, "headline", 1), headlines[1]);
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

// React's development build, which the second is, tells of everything that does not hydrate as it was rendered.
for (const command of ["npm start", "npm run dev"]) {
  describe(command, () => prerendered(started(command, "http://localhost:3000"), { headlines, more }));
}
