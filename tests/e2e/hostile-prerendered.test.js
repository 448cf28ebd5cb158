// Hostile texts and addresses in prerendered cards: the page's parser makes the same tree of them as of plain words, no
// script of theirs runs, nothing is fetched for them, and the runtime finds the card as it was written.
// ARTICLE_CARD_CORPORA adds all texts and addresses of the corpora to our own.
import assert from "node:assert/strict";
import { it } from "node:test";
import { ADDRESSES, FORMATS, PAGE, TEXTS, calmed, leaves, ofCorpora, policy, watchScripts } from "./harness/hostile.js";
import { renderings } from "./harness/prerendered.js";
import { inBrowsers, pause } from "./harness/suite.js";

const corpora = ofCorpora();
const texts = [...TEXTS, ...corpora.texts, "\ud800 alone \udfff", "data-prerendered=\"1-1-1-1\"", "<!--<script></script>", "</div></template></article-card>"];
const addresses = [...ADDRESSES.map(([input]) => input), ...corpora.addresses.map(({ input }) => input)];
const BATCH = 150;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>';

/** The article that went into the page with the card. */
const articleOf = html => JSON.parse(html.match(/<script type="application\/json">(.*?)<\/script>/s)[1]);

/** Runs in the page: every element of each section, inside and outside of the shadow root, with the names of its attributes. */
const trees = () =>
  [...document.querySelectorAll("section")].map(section => {
    const lines = [];
    const walk = (node, depth) => {
      // Times and pictures that do not come are behaviour's, and pictures have their time.
      const names = node.getAttributeNames().filter(name => name !== "hidden");
      lines.push(`${depth} ${node.localName} ${names.sort()}`);
      for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) walk(child, depth + 1);
    };
    walk(section, 0);
    const card = section.firstElementChild,
      all = [...(card.shadowRoot?.querySelectorAll("*") ?? []), ...card.querySelectorAll("*")];
    return {
      tree: lines.join("\n"),
      words: card.shadowRoot?.textContent ?? "",
      links: all.flatMap(node => ["href", "src"].map(name => node.getAttribute(name))).filter(Boolean),
      article: card.article,
      codes: (card.report ?? []).map(({ code }) => code),
    };
  });

inBrowsers("A hostile string in a prerendered card", stage => {
  /** A page of cards that answers no request but its own and the kit's. */
  async function open(cards, kit) {
    const asked = [];
    const copy = kit ? stage.kit.copy() : null;
    const visit = await stage.open({
      kit: copy,
      body: `<p id="before">Before</p><main>${cards.map(card => `<section>${card}</section>`).join("")}</main><p id="after">After</p>`,
      headers: policy(stage.kit.origin),
      before: [watchScripts],
      intercept: request => {
        const url = request.url();
        const isOurs = (copy && url.startsWith(copy.base)) || (request.isNavigationRequest() && url.startsWith(stage.publisher.origin));
        if (isOurs || url.endsWith("/favicon.ico") || /^data:/.test(url)) return request.continue();
        asked.push({ url, isPicture: /^image\//.test(request.headers().accept) });
        return request.respond({ status: 200, contentType: "image/svg+xml", body: PICTURE }).catch(() => {});
      },
    });
    return Object.assign(visit, { asked });
  }

  /** What only a script, a parsed string or a foreign element could have done. */
  async function harmless(visit, count, allowed) {
    await pause(200);
    const found = await visit.evaluate(() => [
      window.ran,
      window.seen.errors,
      document.querySelectorAll("iframe, object, embed, base, form, meta[http-equiv], script:not([src]):not([type])").length,
      document.querySelector("#after").checkVisibility() && document.querySelector("main").nextElementSibling.id,
      document.querySelectorAll("main > section").length,
      document.querySelectorAll("section > :not(article-card)").length,
    ]);
    assert.deepEqual(found, [[], [], 0, "after", count, 0]);
    const known = new Set([...allowed].flatMap(url => [url, url.replace(/^http:/, "https:")]));
    const strangers = visit.asked.filter(({ url, isPicture }) => !isPicture || !(known.has(url) || url.startsWith(PAGE)));
    assert.deepEqual(strangers, []);
  }

  for (const [format, { make }] of Object.entries(FORMATS)) {
    for (const [what, inputs, article] of [
      ["text", texts, text => make(text, PAGE)],
      ["address", addresses, address => make("Control", address)],
    ]) {
      it(`in any ${what} of ${format} is as harmless as a plain word`, { timeout: 240_000 }, async () => {
        const cards = renderings(inputs.map(article)).flatMap(({ html }, at) => (html ? [{ html, raw: inputs[at] }] : []));
        assert.ok(cards.length > inputs.length / 2, `${cards.length} of ${inputs.length} give a card`);
        const controls = renderings(cards.map(({ html }) => calmed(articleOf(html))));
        for (let first = 0; first < cards.length; first += BATCH) {
          const batch = cards.slice(first, first + BATCH),
            control = controls.slice(first, first + BATCH);
          const [plain, expected] = [await open(batch.map(({ html }) => html)), await open(control.map(({ html }) => html))];
          const [found, calm] = [await plain.evaluate(trees), await expected.evaluate(trees)];
          const allowed = new Set();
          batch.forEach(({ html, raw }, at) => {
            assert.equal(found[at].tree, calm[at].tree, JSON.stringify(raw));
            for (const link of found[at].links) {
              assert.match(link, /^https?:\/\//, JSON.stringify(raw));
              allowed.add(link);
            }
            for (const { value } of leaves(articleOf(html)).addresses) allowed.add(value);
            const { headline } = articleOf(html);
            assert.ok(found[at].words.includes(headline), `${JSON.stringify(raw)} is not shown`);
          });
          await harmless(plain, batch.length, allowed);
          await stage.clear();
          const live = await open(batch.map(({ html }) => html.replace("<article-card", '<article-card loading="eager"')), true);
          await live.settled();
          const mismatched = [];
          (await live.evaluate(trees)).forEach(({ article }, at) => {
            const written = articleOf(batch[at].html);
            if (JSON.stringify(article) !== JSON.stringify(written)) mismatched.push([batch[at].raw, article, written]);
          });
          assert.deepEqual(mismatched.slice(0, 3), []);
          await harmless(live, batch.length, allowed);
          await stage.clear();
        }
      });

      it(`in any ${what} of ${format} is adopted as it was written`, { timeout: 240_000 }, async () => {
        const cards = renderings(inputs.map(article), { loading: "eager" }).flatMap(({ html }, at) => (html ? [{ html, raw: inputs[at] }] : []));
        for (let first = 0; first < cards.length; first += BATCH) {
          const batch = cards.slice(first, first + BATCH);
          const visit = await open(batch.map(({ html }) => html), true);
          await visit.settled();
          const faults = (await visit.evaluate(trees)).flatMap(({ codes }, at) => (codes.includes("hydrate-mismatch") ? [[batch[at].raw, codes]] : []));
          assert.deepEqual(faults.slice(0, 5), []);
          assert.equal(await visit.evaluate(() => [...document.querySelectorAll("article-card")].filter(card => card.shadowRoot.querySelector("[data-prerendered]")).length), batch.length);
          await stage.clear();
        }
      });
    }
  }
});
