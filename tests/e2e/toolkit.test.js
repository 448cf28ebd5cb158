// The toolkit in a browser: by `fetch`, under a policy, with the same answers as the command line, and after a defect a new
// instance.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { kitTags } from "./harness/page.js";
import { renderings } from "./harness/prerendered.js";
import { KIT_FAULT } from "./harness/servers.js";
import { inBrowsers } from "./harness/suite.js";

inBrowsers("The toolkit in a page", stage => {
  /** What a module script of the page makes with the toolkit: it sets `answer`. */
  async function run(script, { kit = {}, headers = {}, entry = "toolkit", tags = () => "" } = {}) {
    const copy = stage.kit.copy(kit);
    const body = `<script type="module" nonce="own">
      import * as toolkit from "${copy.base}toolkit/${entry}.web.js";
      const { check, read, render, schema, stylesheet, version } = toolkit;
      ${script}
    </script>`;
    const visit = await stage.open({ body, kit: copy, tags, headers });
    await visit.until(() => "answer" in window);
    const answer = await visit.evaluate(() => window.answer);
    assert.deepEqual(visit.crashes, []);
    return { visit, copy, answer };
  }

  for (const entry of ["toolkit", "render"]) {
    it(`gives what the command line prints (${entry})`, async () => {
      const article = { ...everything(stage.publisher.picture()), published: "2026-02-27", updated: "2026-02-28" };
      const text = JSON.stringify(article).replaceAll("<", "\\u003c");
      const { answer, copy } = await run(`window.answer = render(JSON.stringify(${text}), { layout: "hero", style: "link", kit: "/card" }).html;`, { entry });
      const [{ html }] = renderings([article], { layout: "hero", style: "link", kit: "/card" });
      assert.equal(answer, html);
      assert.equal(copy.count("wasm"), 1);
    });
  }

  it("needs of a policy what the card needs", async () => {
    const origin = new URL(stage.kit.origin).origin;
    const headers = {
      "content-security-policy": `default-src 'none'; script-src 'nonce-own' ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; img-src 'self'`,
    };
    const { answer, visit } = await run('window.answer = read("<html><h1>Contact</h1>").diagnostics.map(({ code }) => code);', { headers });
    assert.deepEqual(answer, ["no-article"]);
    assert.deepEqual(visit.messages("error"), []);
  });

  it("renders what the loader of the page then adopts", async () => {
    const article = JSON.stringify({ headline: "Rendered in the page", url: "https://news.example/a" });
    const { visit } = await run(
      `
        const main = document.body.appendChild(document.createElement("main"));
        main.setHTMLUnsafe(render(${JSON.stringify(article)}, { loading: "eager" }).html);
        window.stood = main.querySelector("article-card").shadowRoot.querySelector("article");
        window.answer = true;
      `,
      { tags: kitTags },
    );
    await visit.settled();
    const { state, report } = await visit.card("article-card");
    assert.deepEqual([state, report], ["ready", []]);
    const stays = await visit.evaluate(() => document.querySelector("article-card").shadowRoot.querySelector("article") === window.stood);
    assert.equal(stays, true);
  });

  it("answers a defect of its own with a diagnostic, and the next call works", async () => {
    const { answer } = await run(
      `
        const good = JSON.stringify({ headline: "Good" }), bad = JSON.stringify({ headline: "article-card-fault" });
        const codes = ({ diagnostics }) => diagnostics.map(({ code, line, column, path }) => [code, line, column, path].join(" "));
        const answers = [];
        for (let times = 0; times < 3; times++) {
          answers.push(render(good, { layout: "hero" }).html.includes("Good"));
          answers.push(codes(render(bad, { layout: "hero" })), codes(read(bad)), check(bad).map(codes).flat());
          answers.push(read(good).articles[0].headline, check(good)[0].ok);
        }
        answers.push(render(bad).html, read(bad).articles, check(bad)[0].ok, JSON.stringify([render(bad), read(bad), check(bad)]).includes("fault"));
        window.answer = answers;
      `,
      { kit: { from: KIT_FAULT }, entry: "render" },
    );
    const panic = ["render-panic 1 1 $"];
    const round = [true, panic, panic, panic, "Good", true];
    assert.deepEqual(answer, [...round, ...round, ...round, "", [], false, false]);
  });

  it("says which file it cannot have", async () => {
    const copy = stage.kit.copy({ faults: { wasm: { status: 404 } } });
    const visit = await stage.open({ body: "", kit: copy, tags: () => "" });
    const told = await visit.evaluate(
      address => import(address).then(() => "it came", error => String(error)),
      `${copy.base}toolkit/render.web.js`,
    );
    assert.match(told, /article-card: .*toolkit\/render\.wasm answers 404/);
  });
});
