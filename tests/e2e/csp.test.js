// What the card asks of a page's Content-Security-Policy is what the README and docs/hosting.md say, and nothing more.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { documentedPolicy, embed, recommendedTags } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

inBrowsers("A page with a strict policy", stage => {
  const loader = kit => `<script type="module" src="${kit.loader}"></script>`;
  const article = () => ({
    ...everything(stage.publisher.picture()),
    updated: new Date(Date.now() - 7_300_000).toISOString(),
  });
  const strict = (more = "") =>
    `default-src 'none'; script-src ${stage.kit.origin} 'wasm-unsafe-eval'; connect-src ${stage.kit.origin}; img-src ${stage.publisher.origin}${more}`;

  /** Draws a card, uses and changes it, and finds that the policy was never in the way. */
  async function isAtHome(policy, tags = loader) {
    const visit = await stage.open({
      body: embed(article(), { id: "card" }),
      headers: { "content-security-policy": policy },
      tags,
    });
    await visit.settled();
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("[part~=image]").naturalWidth > 0);
    await (await visit.inside("button.copy", "#card")).click();
    await (await visit.inside("time", "#card")).focus();
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector(".copied") !== null);
    for (const [name, value] of [
      ["layout", "hero"],
      ["theme", "dark"],
      ["lang", "ar"],
      ["heading-level", "2"],
    ])
      await visit.evaluate(
        (attribute, text) => document.querySelector("#card").setAttribute(attribute, text),
        name,
        value,
      );
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.hero h2") !== null);
    await visit.drawn();
    assert.deepEqual(await visit.evaluate(() => window.seen.violations), []);
    assert.equal((await visit.card("#card")).state, "ready");
    assert.equal(
      await visit.evaluate(() => document.querySelector("#card").shadowRoot.querySelectorAll("[style], style").length),
      0,
      "no inline style",
    );
    const headline = await visit.inside("[part~=headline]", "#card");
    assert.ok(
      await headline.evaluate(
        node =>
          getComputedStyle(node).marginTop === "0px" ||
          getComputedStyle(node).fontWeight !== getComputedStyle(document.createElement("h2")).fontWeight,
      ),
      "the card’s own style is at work",
    );
    assert.deepEqual(
      visit.console.filter(({ type }) => type === "error"),
      [],
    );
    return visit;
  }

  it("needs no more than the kit’s origin, WebAssembly and the picture hosts", () => isAtHome(strict()));

  it("can have the kit’s style sheet too", () => isAtHome(strict(`; style-src ${stage.kit.origin}`), undefined));

  it("may be the documented one, with the style of the README in the page", () =>
    isAtHome(documentedPolicy(stage.kit.origin, stage.publisher.origin), recommendedTags));

  for (const [what, tags, place, refused] of [
    ["keeps a card’s place by that style", recommendedTags, "496px", []],
    ["refuses that style where it has a byte more", kit => recommendedTags(kit).replace("<style>", "<style> "), "0px", ["style-src-elem"]],
  ])
    it(what, async () => {
      let release;
      const held = new Promise(done => {
        release = done;
      });
      const visit = await stage.open({
        body: embed(article(), { id: "card" }),
        headers: { "content-security-policy": documentedPolicy(stage.kit.origin, stage.publisher.origin) },
        kit: { faults: { wasm: { held } } },
        tags,
      });
      await visit.untilHere(() => visit.kit.count("wasm") === 1);
      const kept = await visit.evaluate(() => {
        const { minHeight } = getComputedStyle(document.querySelector("#card"));
        return minHeight === "auto" ? "0px" : minHeight;
      });
      assert.equal(kept, place);
      release();
      await visit.settled();
      const violations = await visit.evaluate(() => window.seen.violations.map(({ directive }) => directive));
      assert.deepEqual(violations, refused);
    });

  it("allows embed.html of the kit too, by which no file is fetched twice", async () => {
    const visit = await stage.open({
      body: embed(article(), { id: "card" }),
      headers: { "content-security-policy": documentedPolicy(stage.kit.origin, stage.publisher.origin) },
      tags: kit => String(kit.files.get("embed.html")).replaceAll("/article-card/", kit.base),
    });
    await visit.settled();
    assert.equal((await visit.card("#card")).state, "ready");
    const names = visit.kit.requests.map(({ name }) => name.replace(/-[0-9a-f.]+(?=[.]\w+$)/, "")).sort();
    assert.deepEqual(names, ["article-card-runtime.js", "article-card-runtime.wasm", "article-card.js"]);
    assert.deepEqual([visit.console, await visit.evaluate(() => window.seen.violations)], [[], []]);
  });

  it("may demand Trusted Types", () => isAtHome(strict("; require-trusted-types-for 'script'; trusted-types 'none'")));

  it("really is strict: an inline style is refused", async () => {
    const visit = await stage.open({
      body: '<p style="color:red">Red?</p>',
      headers: { "content-security-policy": strict() },
      tags: loader,
    });
    await visit.until(() => window.seen.violations.length === 1);
  });

  it("gives a card without pictures where it allows no pictures", async () => {
    const visit = await stage.open({
      body: embed(article(), { id: "card" }),
      headers: { "content-security-policy": strict().replace(stage.publisher.origin, "'none'") },
      tags: loader,
    });
    await visit.settled();
    await visit.until(() => document.querySelector("#card").shadowRoot.querySelector("article.no-picture") !== null);
    assert.deepEqual((await visit.card("#card")).parts.headline, [article().headline]);
    assert.deepEqual(
      [...new Set((await visit.evaluate(() => window.seen.violations)).map(({ directive }) => directive))],
      ["img-src"],
    );
  });

  it("may put the card into a frame without any origin", async () => {
    const kit = stage.kit.copy();
    const inner = `<!doctype html><meta charset="utf-8">${loader(kit)}${embed(article(), { id: "card" })}`;
    const visit = await stage.open({
      kit,
      tags: () => "",
      body: `<iframe sandbox="allow-scripts" width="600" height="700" srcdoc="${inner.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"></iframe>`,
    });
    const frame = visit.page.frames().find(each => each !== visit.page.mainFrame());
    const end = Date.now() + 10_000;
    while (
      !(await frame.evaluate(() => document.querySelector("#card:state(ready)") !== null && self.origin === "null"))
    )
      assert.ok(Date.now() < end, "the card in the frame is not ready");
    assert.equal(
      await frame.evaluate(
        () => document.querySelector("#card").shadowRoot.querySelector("[part~=headline]").textContent,
      ),
      article().headline,
    );
  });
});
