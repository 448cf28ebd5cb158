// Bad input, one kind at a time, between five good cards: it is told, and nothing else changes.
import assert from "node:assert/strict";
import { it } from "node:test";
import { brief, press } from "./harness/articles.js";
import { embed, json } from "./harness/page.js";
import { inBrowsers } from "./harness/suite.js";

const good = (extra = {}) => json({ ...press(), ...extra });
const withField = (name, value) => json({ ...brief(), [name]: value });

/** What cannot be drawn: [name, what stands in the script (null for no script), code, path]. */
const REFUSED = [
  ["an empty element", null, "no-data", "$"],
  ["an empty script", "", "no-data", "$"],
  ["JSON cut in half", good().slice(0, 100), "json-syntax", "$"],
  ["no JSON at all", "headline: “Hello”", "json-syntax", "$"],
  ["a hundred thousand brackets", "[".repeat(100_000), "too-deep", "$"],
  ["a hundred thousand braces", '{"a":'.repeat(100_000), "too-deep", "$"],
  ["three megabytes of text", withField("standfirst", "x".repeat(3_000_000)), "too-large", "$"],
  ["a hundred thousand values", JSON.stringify({ headline: "x", bullets: Array(100_000).fill("y") }), "too-large", "$"],
  ["no headline", json({ url: "https://news.example/" }), "missing-field", "$.headline"],
  ["an empty headline", json({ headline: " \n " }), "missing-field", "$.headline"],
  ["a headline of null", json({ headline: null }), "missing-field", "$.headline"],
  ["null", "null", "wrong-type", "$"],
  ["a list", '[{"headline":"In a list"}]', "wrong-type", "$"],
  ["a text", '"headline"', "wrong-type", "$"],
  ["a number for the headline", json({ headline: 7 }), "wrong-type", "$.headline"],
  ["half a surrogate", '{"headline":"\\ud800"}', "json-syntax", "$"],
  ["an embargo that cannot be read", withField("embargoedUntil", "tomorrow"), "bad-date", "$.embargoedUntil"],
];

/** What is dropped or repaired: [name, article, code, path, part that must be absent]. */
const REPAIRED = [
  ["a number for text", { standfirst: 7 }, "wrong-type", "$.standfirst", "standfirst"],
  ["text for a list", { bullets: "One point" }, "wrong-type", "$.bullets", "bullets"],
  ["a number among bullets", { bullets: ["Good", 5] }, "wrong-type", "$.bullets[1]"],
  ["a list for an object", { image: [] }, "wrong-type", "$.image", "figure"],
  ["a javascript: link", { url: "javascript:window.__xss=1" }, "blocked-url", "$.url"],
  ["a javascript: link in disguise", { url: " \u0001jAva\tscript:window.__xss=1" }, "blocked-url", "$.url"],
  [
    "a data: picture",
    { image: { url: 'data:image/svg+xml,<svg onload="window.__xss=1"/>' } },
    "blocked-url",
    "$.image.url",
    "figure",
  ],
  ["a link without a host", { shortUrl: "news/short" }, "bad-url", "$.shortUrl", "short-link"],
  ["a date before all news", { updated: "0001-01-01" }, "bad-date", "$.updated", "timestamp"],
  ["31 February", { updated: "2024-02-31" }, "bad-date", "$.updated", "timestamp"],
  ["control characters", { kicker: "Tech\u0000no\u0007logy" }, "bad-text", "$.kicker"],
  ["direction overrides", { kicker: "\u202Eabc\u2066def" }, "bad-text", "$.kicker"],
  ["an unknown status", { status: "hot" }, "bad-value", "$.status", "kicker"],
  ["a language that is none", { language: "deutsch, german" }, "bad-lang", "$.language"],
  ["a language without labels", { language: "is" }, "no-labels", "$.language"],
  ["a standfirst without end", { standfirst: "word ".repeat(5000) }, "truncated", "$.standfirst"],
  [
    "a picture of no size",
    { image: { url: "http://localhost:9/none.jpg", width: 0, height: -5 } },
    "bad-value",
    "$.image.width",
  ],
  [
    "an author without a name",
    { byline: [{ url: "https://news.example/ada" }] },
    "missing-field",
    "$.byline[0].name",
    "byline",
  ],
];

inBrowsers("Bad input", stage => {
  const neighbour = index => embed({ ...press(), id: `good-${index}` }, { id: `good${index}`, loading: "eager" });
  const page = middle => [0, 1, 2].map(neighbour).join("") + middle + [3, 4].map(neighbour).join("");
  const read = async visit =>
    (await visit.cards("[id^=good]")).map(({ state, markup, report }) => ({ state, markup, report }));
  let control;
  /** Opens the bad card between good ones, and checks that the good ones are as they are without it. */
  async function between(script) {
    if (!control) {
      const undisturbed = await stage.open({ body: page("") });
      await undisturbed.settled();
      control = await read(undisturbed);
      assert.ok(control.every(({ state, report }) => state === "ready" && report.length === 0));
    }
    const visit = await stage.open({ body: page(embed(script, { id: "bad", loading: "eager" })) });
    await visit.settled();
    assert.deepEqual(await read(visit), control);
    assert.deepEqual(await visit.evaluate(() => [window.seen.errors, window.__xss ?? null]), [[], null]);
    return visit;
  }

  for (const [name, script, code, path] of REFUSED) {
    it(`is told and changes nothing else: ${name}`, async () => {
      const visit = await between(script);
      const card = await visit.card("#bad");
      assert.deepEqual([card.state, card.drawn, card.fallbackShown], ["error", false, true]);
      const errors = await visit.events("error");
      assert.deepEqual(
        errors.map(({ card: id, detail }) => [id, detail.code, detail.path]),
        [["bad", code, path]],
      );
      assert.ok(
        errors[0].detail.message.length > 10 && errors[0].detail.message.length < 300,
        errors[0].detail.message,
      );
      if (code === "json-syntax")
        assert.ok(errors[0].detail.line >= 1 && errors[0].detail.column >= 1, JSON.stringify(errors[0].detail));
      assert.equal(visit.messages("error").length, 1, JSON.stringify(visit.console).slice(0, 1000));
      for (const word of ["bad", code, path])
        assert.ok(visit.messages("error")[0].includes(word), visit.messages("error")[0]);
      assert.ok(visit.messages("error")[0].length < 600, "the console is not flooded");
      assert.deepEqual(visit.messages("warn"), []);
      assert.ok(card.report.some(each => each.severity === "error" && each.code === code && each.path === path));
      assert.deepEqual((await visit.events("ready")).map(event => event.card).sort(), [
        "good0",
        "good1",
        "good2",
        "good3",
        "good4",
      ]);
    });
  }

  for (const [name, field, code, path, absent] of REPAIRED) {
    it(`is left out or repaired, and told: ${name}`, async () => {
      const visit = await between(json({ ...brief(), ...field }));
      const card = await visit.card("#bad");
      assert.deepEqual([card.state, card.fallbackShown, card.parts.headline], ["ready", false, [brief().headline]]);
      const [{ detail }] = await visit.events("ready", "bad");
      assert.ok(
        detail.diagnostics.some(each => each.severity === "warning" && each.code === code && each.path === path),
        JSON.stringify(detail.diagnostics),
      );
      assert.deepEqual(card.report, detail.diagnostics);
      assert.equal(visit.messages("warn").length, 1, JSON.stringify(visit.console));
      for (const word of ["bad", code, path])
        assert.ok(visit.messages("warn")[0].includes(word), visit.messages("warn")[0]);
      assert.deepEqual([visit.messages("error"), await visit.events("error")], [[], []]);
      if (absent) assert.equal(card.parts[absent], undefined);
      if (path === "$.url") assert.deepEqual(card.links, []);
      assert.doesNotMatch(card.markup, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]|javascript:|data:/);
    });
  }

  it("in a field that stands twice is told, and the last one counts", async () => {
    const visit = await between('{"headline":"First","headline":"Last"}');
    const card = await visit.card("#bad");
    assert.deepEqual(
      [card.parts.headline, card.report.map(({ code, path }) => [code, path])],
      [["Last"], [["duplicate-field", "$.headline"]]],
    );
  });

  it("named like an object’s own machinery does nothing", async () => {
    const visit = await between(
      '{"headline":"Keys","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"":2}',
    );
    assert.deepEqual((await visit.card("#bad")).parts.headline, ["Keys"]);
    assert.equal(await visit.evaluate(() => ({}).polluted ?? null), null);
  });

  it("in several fields is told once for each, in one message", async () => {
    const visit = await between(json({ ...brief(), url: "javascript:1", updated: "never", bullets: [1] }));
    assert.deepEqual((await visit.card("#bad")).report.map(({ code, path }) => [code, path]).sort(), [
      ["bad-date", "$.updated"],
      ["blocked-url", "$.url"],
      ["wrong-type", "$.bullets[0]"],
    ]);
    assert.equal(visit.messages("warn").length, 1);
  });
});
