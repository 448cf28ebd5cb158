// A card that is drawn over another looks as if it had been drawn alone: every fixture takes the place of every other.
// In the kit it takes the form of what was drawn (`src/element/loader/become.js`), with nothing of Yew's comparing the two.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { it } from "node:test";
import { inBrowsers } from "./harness/suite.js";

const folder = new URL("../fixtures/", import.meta.url);
const withheld = { headline: "Not yet", embargoedUntil: "2190-01-01", updated: "2026-01-01" };

/** Every fixture that is an article in the card's own JSON; pictures are not what this is about, and times must stand still. */
function fixtures() {
  const names = readdirSync(folder).filter(name => name.endsWith(".json") && !/^(cut-in-half|json-ld|ninjs)/.test(name));
  const texts = names.map(name => readFileSync(new URL(name, folder), "utf8"));
  const still = text => text.replaceAll("{origin}", "https://pictures.invalid").replace(/\{minutes-ago:\d+\}/g, "2026-01-01");
  return [...texts.map(text => JSON.parse(still(text))), withheld];
}

/** An article in which everything that can be a link is one. */
const linked = {
  headline: "A headline", url: "https://news.example/a", shortUrl: "https://news.example/s",
  image: { url: "https://pictures.invalid/a.webp", width: 4, height: 3, caption: "A caption", credit: "A credit" },
  publisher: { name: "A paper", url: "https://news.example/", logo: "https://pictures.invalid/logo.svg" },
  byline: [{ name: "Ada", url: "https://news.example/ada" }, { name: "Ben" }],
  sponsor: { name: "A sponsor", url: "https://sponsor.example/", logo: "https://pictures.invalid/sponsor.svg" },
  follow: { label: "Follow us", url: "https://news.example/follow" },
  correction: { text: "A correction", date: "2026-01-02" },
  related: [{ headline: "Another", url: "https://news.example/b", updated: "2026-01-01", image: "https://pictures.invalid/b.webp" }, { headline: "No link" }],
  updated: "2026-01-01T10:00:00Z", bullets: ["One"], kicker: "Kicker", dateline: "LONDON", access: "paid", status: "live",
};
const attributes = {
  target: ["_blank", "_top"], "heading-level": ["2", "6"], lang: ["ar", "tlh", "de"], dir: ["rtl"], layout: ["hero", "compact"],
  "link-params": ["a=b"], "time-zone": ["Asia/Riyadh"],
};

/** Runs in the page: the markup after each change on one element, beside that of an element of its own. */
async function differences(articles, layouts) {
  const make = (article, layout) => {
    const card = Object.assign(document.createElement("article-card"), { article, layout, loading: "eager" });
    return new Promise(ready => {
      card.addEventListener("article-card-ready", () => ready(card), { once: true });
      document.body.append(card);
    });
  };
  // Attributes have no order, what behaviour adds when a picture is lost comes at a time of its own, and whether pictures wait
  // for the screen depends on where a card is.
  const describe = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const names = (node.getAttributeNames?.() ?? []).filter(name => !["hidden", "loading"].includes(name)).sort();
    const attributes = names.map(name => ` ${name}=${node.getAttribute(name).replace(" no-picture", "")}`);
    return `<${node.nodeName}${attributes.join("")}>${[...node.childNodes].map(describe).join("")}</>`;
  };
  const markup = card => [...card.shadowRoot.childNodes].map(describe).join("");
  const alone = {};
  for (const layout of layouts)
    for (const [index, article] of articles.entries()) {
      const card = await make(article, layout);
      alone[`${layout} ${index}`] = markup(card);
      card.remove();
    }
  const card = await make(articles[0], layouts[0]);
  const found = [];
  let changes = 0;
  const change = async (index, layout) => {
    const ready = new Promise(done => card.addEventListener("article-card-ready", done, { once: true }));
    card.layout = layout;
    card.article = { ...articles[index], id: `${articles[index].id} ${changes++}` };
    await ready;
    const [expected, was] = [alone[`${layout} ${index}`], markup(card)];
    const at = [...expected].findIndex((character, place) => character !== was[place]);
    if (was !== expected) found.push({ index, layout, expected: expected.slice(at - 60).slice(0, 200), was: was.slice(at - 60).slice(0, 200) });
  };
  for (const layout of layouts)
    for (const before of articles.keys())
      for (const after of articles.keys()) {
        await change(before, layout);
        await change(after, layouts[(layouts.indexOf(layout) + changes) % layouts.length]);
      }
  return { found: found.slice(0, 3), changes };
}

/** Runs in the page: the tree of a card, element by element, after an attribute was set and after it was taken away again. */
async function thereAndBack(article, attributes) {
  const card = Object.assign(document.createElement("article-card"), { article, loading: "eager" });
  const next = act => new Promise(done => {
    card.addEventListener("article-card-ready", done, { once: true });
    act();
  });
  await next(() => document.body.append(card));
  const tree = () => [...card.shadowRoot.querySelectorAll("*")].map(node => `${node.nodeName} ${node.getAttributeNames().sort().map(name => `${name}=${node.getAttribute(name).replace(" no-picture", "")}`).filter(pair => pair !== "hidden=")} ${node.childElementCount || node.textContent}`);
  const before = tree();
  const changed = [];
  for (const [name, values] of Object.entries(attributes))
    for (const value of values) {
      await next(() => card.setAttribute(name, value));
      if (tree().join() === before.join()) changed.push(`${name}=${value} changed nothing`);
      await next(() => card.removeAttribute(name));
      if (tree().join() !== before.join()) changed.push(`${name}=${value} left something behind`);
    }
  return changed;
}

inBrowsers("A card drawn over another", stage => {
  it("looks as if it had been drawn alone", { timeout: 120_000 }, async () => {
    const visit = await stage.open({ body: "<p>A page.</p>" });
    await visit.until(() => customElements.get("article-card") !== undefined);
    const articles = fixtures();
    const { found, changes } = await visit.evaluate(differences, articles, ["standard", "compact", "hero"]);
    assert.deepEqual(found, []);
    assert.equal(changes, 2 * 3 * articles.length ** 2);
  });

  it("is the same again after each attribute has come and gone", async () => {
    const visit = await stage.open({ body: "<p>A page.</p>" });
    await visit.until(() => customElements.get("article-card") !== undefined);
    assert.deepEqual(await visit.evaluate(thereAndBack, linked, attributes), []);
  });
});
