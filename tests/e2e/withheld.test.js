// Articles that may not be read: withdrawn, under embargo, expired. None of their text reaches the page.
import assert from "node:assert/strict";
import { it } from "node:test";
import { everything } from "./harness/articles.js";
import { embed } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const DAY = 86_400_000;
const at = days => new Date(Date.now() + days * DAY).toISOString();

/** Every string of an article that a reader could read or follow. */
function texts(value) {
  if (typeof value === "string") return value.length > 4 && !/^\d{4}-/.test(value) ? [value] : [];
  return value && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => (key === "status" || key === "access" ? [] : texts(inner)))
    : [];
}

inBrowsers("An article that may not be read", stage => {
  const article = () => everything(stage.publisher.picture());
  async function open(given) {
    const visit = await stage.open({ body: embed(given, { id: "card" }) });
    await visit.settled();
    return visit;
  }
  /** What of the article stands in the card, in text or attributes. */
  const leaks = async visit => {
    const html = await visit.evaluate(() => document.querySelector("article-card").shadowRoot.innerHTML);
    return texts(article()).filter(text => html.includes(text) || html.includes(text.replace(/&/g, "&amp;")));
  };

  it("says that it was withdrawn, and nothing else", async () => {
    const visit = await open({ ...article(), status: "withdrawn" });
    const card = await visit.card();
    assert.equal(card.text.trim(), "This article has been withdrawn.");
    assert.deepEqual(await leaks(visit), []);
    assert.deepEqual([card.links, card.images, card.fallbackShown], [[], [], false]);
    assert.deepEqual(
      card.report.map(({ code }) => code),
      ["withheld"],
    );
  });

  for (const [name, field] of [
    ["under embargo", { embargoedUntil: at(1) }],
    ["expired", { expires: at(-1) }],
  ]) {
    it(`shows nothing while it is ${name}`, async () => {
      const visit = await open({ ...article(), ...field });
      assert.deepEqual(await leaks(visit), []);
      assert.equal((await visit.card()).text.trim(), "");
      assert.ok((await visit.card()).report.some(({ code }) => code === "withheld"));
      assert.ok(!visit.requests.some(address => address.includes("picture")), "not even its picture is asked for");
    });
  }

  it("does not tell its headline in its events either", async () => {
    for (const field of [{ status: "withdrawn" }, { embargoedUntil: at(1) }, { expires: at(-1) }]) {
      const visit = await open({ ...article(), ...field });
      const told = JSON.stringify(await visit.evaluate(() => window.seen.events));
      assert.ok(!told.includes(article().headline), told);
      assert.ok(!JSON.stringify(visit.console).includes(article().headline));
    }
  });

  it("quotes nothing of it where something is wrong with it, in whatever format it came", async () => {
    const secret = "Minister resigns at noon";
    const wrong = { headline: "H", updated: secret, url: `minister:${secret}` };
    const own = [{ embargoedUntil: at(1) }, { expires: at(-1) }, { status: "withdrawn" }, { embargoedUntil: at(1), headline: 1 }];
    const ninjs = { uri: "urn:x", headline: "H", language: secret, versioncreated: secret };
    for (const article of [
      ...own.map(field => ({ ...wrong, ...field })),
      { ...ninjs, embargoed: at(1) },
      { ...ninjs, pubstatus: "canceled" },
      { ...ninjs, pubstatus: `held: ${secret}` },
      { ...ninjs, embargoed: secret },
      { ...wrong, embargoedUntil: secret },
      { uri: "urn:x", language: secret, embargoed: at(1) },
      { ...ninjs, embargoed: at(1), associations: { [secret]: { type: "picture" } } },
      { "@type": "NewsArticle", creativeWorkStatus: "withdrawn", inLanguage: secret },
      { "@graph": [{ "@type": "NewsArticle", headline: "H" }, { "@type": "NewsArticle", headline: secret, creativeWorkStatus: "withdrawn" }] },
    ]) {
      const visit = await open(article);
      const { report } = await visit.card();
      const told = JSON.stringify([report, await visit.evaluate(() => window.seen.events), visit.console]);
      assert.ok(report.some(({ message }) => message.includes("“…”")), told);
      assert.ok(!told.includes("Minister"), told);
    }
  });

  it("is not shown where what restricts it is of another format, or not understood", async () => {
    const headline = "Minister resigns at noon";
    const item = { guid: "urn:x", versioncreated: "2022-04-08T07:00:11+0000", headline };
    for (const article of [
      { headline, embargo: at(1) },
      { headline, expires_at: at(1) },
      { headline, Canceled: true },
      { headline, status: "Withdrawn" },
      { headline: "H", related: [{ headline, embargo_until: at(1) }] },
      { ...item, embargoed: at(1) },
      { ...item, type: "text", pubstatus: "canceled" },
      { items: [{ ...item, pubStatus: "withheld" }] },
    ]) {
      const visit = await open(article);
      const { report } = await visit.card();
      const shown = await visit.evaluate(() => document.querySelector("article-card").shadowRoot?.textContent ?? "");
      const told = JSON.stringify([report, await visit.evaluate(() => window.seen.events), visit.console]);
      assert.ok(!shown.includes("Minister") && !told.includes("Minister"), JSON.stringify(article) + shown + told);
      assert.ok(report.some(({ code, severity }) => severity === "error" || code === "withheld"), told);
    }
  });

  it("is shown where a field of another name says nothing", async () => {
    const visit = await open({ ...article(), embargo: null, canceled: false, usageterms: "none" });
    const { parts, report } = await visit.card();
    assert.deepEqual([parts.headline, report], [[article().headline], []]);
  });

  it("quotes nothing of it either once its time is over while one looks", async () => {
    const secret = "Minister resigns at noon";
    const soon = new Date(Date.now() + 4000).toISOString();
    const items = [
      { headline: "H", updated: secret, expires: soon },
      { uri: "urn:x", headline: "H", language: secret, expires: soon },
    ];
    const visit = await stage.open({ body: items.map((item, place) => embed(item, { id: `card${place}` })).join("") });
    await visit.settled();
    await visit.until(() => [...document.querySelectorAll("article-card")].every(({ report }) => report.some(({ code }) => code === "withheld")));
    const reports = await visit.evaluate(() => [...document.querySelectorAll("article-card")].map(({ report }) => report));
    for (const report of reports) assert.ok(report.some(({ message }) => message.includes("“…”")), JSON.stringify(report));
    const last = await visit.evaluate(() => window.seen.events.slice(-2));
    assert.ok(!JSON.stringify([reports, last]).includes("Minister"), JSON.stringify([reports, last]));
  });

  it("is an ordinary card before it expires and after its embargo", async () => {
    const visit = await open({ ...article(), embargoedUntil: at(-1), expires: at(1) });
    const { parts, report } = await visit.card();
    assert.deepEqual(parts.headline, [article().headline]);
    assert.deepEqual(report, []);
  });

  it("takes a card away that was drawn when its JSON says so", async () => {
    const visit = await open(article());
    await visit.evaluate(() => {
      const script = document.querySelector("article-card script");
      script.textContent = JSON.stringify({ ...JSON.parse(script.textContent), status: "withdrawn" });
    });
    await visit.until(
      () => document.querySelector("article-card").shadowRoot.querySelector("[part~=headline]") === null,
    );
    assert.deepEqual(await leaks(visit), []);
  });

  it("appears when its embargo ends, and goes when its time is over, while one looks", async () => {
    const soon = new Date(Date.now() + 4000).toISOString();
    const visit = await stage.open({
      body:
        embed({ ...article(), embargoedUntil: soon }, { id: "card" }) +
        embed({ ...article(), expires: soon }, { id: "ends" }),
    });
    await visit.settled();
    const shown = id => visit.card(id).then(card => card.text.includes(article().headline));
    assert.deepEqual([await shown("#card"), await shown("#ends")], [false, true]);
    await visit.until(
      text => document.querySelector("#card").shadowRoot.textContent.includes(text),
      article().headline,
    );
    await visit.until(text => !document.querySelector("#ends").shadowRoot.innerHTML.includes(text), article().headline);
  });
});
