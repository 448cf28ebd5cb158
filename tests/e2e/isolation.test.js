// A card and its host page leave each other alone, however rough the page's own style is.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, everything } from "./harness/articles.js";
import { embed, kitTags } from "./harness/page.js";
import { inBrowsers, pause } from "./harness/suite.js";

const HOST = `<main><h1 class="headline card">A page</h1><p class="byline">By <a href="#x" class="cover">somebody</a> <time class="timestamp">today</time></p>
  <figure class="figure"><figcaption class="legend caption">A legend</figcaption></figure><ul class="bullets"><li class="bullet">One</li></ul><button class="copy follow">Press</button><article class="article hero">Article</article></main>`;

/** Runs in the page: the computed style of everything that is the host's own. */
const styles = () =>
  [...document.querySelectorAll("html, main, main *")].map(node => {
    const style = getComputedStyle(node);
    return [
      node.localName,
      node.className,
      ...[...style].filter(name => !name.startsWith("--")).map(name => `${name}:${style.getPropertyValue(name)}`),
    ].join("\n");
  });

inBrowsers("A card on a page with a will of its own", stage => {
  const draw = async (head, attributes = {}, options = {}) => {
    const visit = await stage.open({
      head,
      body: embed(everything(stage.publisher.picture()), { id: "card", ...attributes }),
      ...options,
    });
    await visit.settled();
    return visit;
  };

  it("changes no style, no node and no global of its host", async () => {
    const body = `<div style="height:600px;overflow:hidden">${HOST}</div><div style="height:900px;overflow:hidden">${embed(everything(stage.publisher.picture()), { id: "card" })}</div>`;
    const bare = await stage.open({ kit: null, body });
    const visit = await stage.open({ body });
    await visit.settled();
    const [before, after] = [await bare.evaluate(styles), await visit.evaluate(styles)];
    assert.ok(before.length > 10 && before[1].length > 1000);
    assert.deepEqual(after, before);
    const html = () =>
      document.querySelector("main").outerHTML +
      document.querySelector("#card").innerHTML +
      document.documentElement.getAttributeNames();
    assert.equal(await visit.evaluate(html), await bare.evaluate(html));
    // Own properties that the watching of these tests and the browsers' automation add are in both pages.
    const names = () =>
      Object.getOwnPropertyNames(window)
        .concat(Object.keys(document))
        .filter(name => !/^\d+$/.test(name));
    const known = await bare.evaluate(names);
    assert.deepEqual(
      (await visit.evaluate(names)).filter(name => !known.includes(name)),
      [],
    );
  });

  for (const [name, css] of [
    ["unsets everything", "* { all: unset !important }"],
    ["has tiny type", "html, body, * { font-size: 2px !important; line-height: 1px !important }"],
    [
      "lets pictures and boxes run wild",
      "img { width: 5000px !important } h3, a, p { position: absolute; float: right; display: none !important } ::slotted(*) { display: none }",
    ],
    [
      "has strange inherited text",
      "body { letter-spacing: 2em; word-spacing: 3em; text-indent: 20em; text-transform: uppercase; white-space: nowrap; text-align: right; line-height: 0; font: italic 900 2px/0 cursive; visibility: visible; color: transparent }",
    ],
  ]) {
    it(`stays readable where the page ${name}`, async () => {
      const visit = await draw(`<style>${css}</style>`);
      const found = await visit.evaluate(() => {
        const card = document.querySelector("#card"),
          root = card.shadowRoot;
        const text = node => ({
          ...["fontSize", "letterSpacing", "color", "display", "visibility", "textIndent"].reduce(
            (all, key) => ({ ...all, [key]: getComputedStyle(node)[key] }),
            {},
          ),
          height: node.getBoundingClientRect().height,
          width: node.getBoundingClientRect().width,
        });
        const tops = ["figure", "headline", "standfirst", "bullets", "related"].map(part =>
          root.querySelector(`[part~=${part}]`).getBoundingClientRect(),
        );
        return {
          headline: text(root.querySelector("[part~=headline]")),
          bullet: text(root.querySelector("[part~=bullet]")),
          image: root.querySelector("[part~=image]").getBoundingClientRect().width,
          card: card.getBoundingClientRect().width,
          overlaps: tops.filter(
            (box, index) =>
              index > 0 &&
              box.top < tops[index - 1].bottom - 1 &&
              box.left < tops[index - 1].right &&
              box.right > tops[index - 1].left,
          ).length,
        };
      });
      for (const node of [found.headline, found.bullet]) {
        assert.ok(parseFloat(node.fontSize) >= 12, `${node.fontSize} is too small to read: ${JSON.stringify(found)}`);
        assert.ok(node.height >= 12 && node.width > 150 && node.display !== "none", JSON.stringify(found));
        assert.ok(!/rgba\(.*, 0\)|transparent/.test(node.color), `invisible ink: ${node.color}`);
        assert.ok(
          (parseFloat(node.letterSpacing) || 0) < 3 && Math.abs(parseFloat(node.textIndent)) < 40,
          JSON.stringify(node),
        );
      }
      assert.ok(found.image <= found.card + 1 && found.card > 250, JSON.stringify(found));
      assert.equal(found.overlaps, 0, "no part lies over another");
    });
  }

  it("lets the host style its parts and properties", async () => {
    const visit = await draw(
      "<style>article-card::part(headline) { color: rgb(1, 2, 3) } article-card { inline-size: 300px }</style>",
    );
    assert.equal(
      await (await visit.inside("[part~=headline]", "#card")).evaluate(node => getComputedStyle(node).color),
      "rgb(1, 2, 3)",
    );
    assert.equal(await visit.evaluate(() => document.querySelector("#card").getBoundingClientRect().width), 300);
  });

  it("does not mind what the page has done to the language", async () => {
    const patch = () => {
      Array.prototype.toJSON = function toJSON() {
        return `[${this.length}]`;
      };
      Object.defineProperty(Object.prototype, "polluted", {
        value: "by the page",
        enumerable: true,
        configurable: true,
      });
      Array.prototype.extra = () => {};
    };
    const visit = await draw("", {}, { before: [patch] });
    const { parts, state } = await visit.card("#card");
    assert.deepEqual([state, parts.headline, parts.bullet.length], ["ready", [everything().headline], 2]);
  });

  it("meets the names that pages give to forms and pictures", async () => {
    const visit = await stage.open({
      body: `<form id="customElements" name="customElements"></form><img name="currentScript"><img id="article" name="card">${embed(null, { id: "card", for: "data" })}<script type="application/json" id="data">${JSON.stringify(brief("Clobbered"))}</script>`,
    });
    await visit.settled();
    const { state, parts, fallbackShown } = await visit.card("#card");
    assert.deepEqual([state, parts.headline, fallbackShown], ["ready", ["Clobbered"], false]);
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
  });

  it("shares a page with another copy of the kit: the first serves all cards, and says so once", async () => {
    const other = stage.kit.copy();
    const visit = await stage.open({
      body: embed(brief("One"), { id: "one" }) + embed(brief("Two"), { id: "two" }),
      tags: kit => kitTags(kit) + kitTags(other),
    });
    await visit.settled();
    await visit.untilHere(() => visit.messages("warn").length > 0);
    await pause(150);
    assert.equal(visit.messages("warn").length, 1);
    assert.match(visit.messages("warn")[0], /duplicate-definition/);
    assert.deepEqual([visit.kit.count("wasm") + other.count("wasm"), (await visit.events("ready")).length], [1, 2]);
    assert.deepEqual(
      (await visit.cards()).map(({ parts }) => parts.headline[0]),
      ["One", "Two"],
    );
    assert.deepEqual(await visit.evaluate(() => window.seen.errors), []);
  });

  it("outlives a listener that throws, removes the card or changes it", async () => {
    const listen = () => {
      addEventListener("article-card-ready", event => {
        if (event.target.id === "throws") throw new Error("the page’s own mistake");
        if (event.target.id === "removed") event.target.remove();
        if (event.target.id === "changed" && event.target.layout !== "hero") event.target.layout = "hero";
        if (event.target.id === "asked") window.asked = [event.target.article.headline, event.target.report.length];
      });
    };
    const visit = await stage.open({
      before: [listen],
      body: ["throws", "removed", "changed", "asked", "last"].map(id => embed(brief(id), { id })).join(""),
    });
    await visit.settled();
    await visit.until(() => document.querySelector("#changed").shadowRoot.querySelector("article.hero") !== null);
    assert.deepEqual(
      (await visit.cards()).map(({ state, parts }) => [state, parts.headline[0]]),
      ["throws", "changed", "asked", "last"].map(id => ["ready", id]),
    );
    assert.deepEqual(await visit.evaluate(() => window.asked), ["asked", 0]);
    assert.deepEqual(
      await visit.evaluate(() => window.seen.errors.filter(text => !text.includes("the page’s own mistake"))),
      [],
    );
  });
});
